"""Wedge: who gains from discord in an alliance gives its member more.

    U_R += ω (1 − cohesion) (1 − |o − x_T|/100)   ⇒   x'_Rk = (s_Rk x_Rk + w x_Tk)/(s_Rk + w),   w = 100 ω (1 − cohesion)

R drives the wedge, T is the member it courts. What R has from an outcome near T's wish counts beside its own stake s_Rk; the point of
least weighted squared loss of the two is what it now asks for. Cohesion ∈ [0, 1] is the mean of (1 + t_Tl)/2 over the other
members l, or a number that is given; ω ≥ 0.

References:
    T. W. Crawford, Preventing enemy coalitions: how wedge strategies shape power politics, International Security 35 (2011), 155–189.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from detente.strategy.mechanisms.mechanism import Mechanism, Parameter, Solve, Triangle, Use
from detente.strategy.mechanisms.movement import LESS, MORE, towards
from detente.strategy.power import Array
from detente.strategy.state import State


def courted(own: ArrayLike, salience: ArrayLike, targets: ArrayLike, cohesion: ArrayLike, omega: ArrayLike) -> Array:
    """x'_R, nan where nothing weighs.

    >>> float(courted(100, salience=80, targets=0, cohesion=0.5, omega=0.4))  # w = 20: (80 · 100 + 20 · 0)/100
    80.0
    """
    s, w = np.asarray(salience, dtype=np.float64), 100.0 * np.asarray(omega) * (1.0 - np.asarray(cohesion))
    total = s + w
    share = np.divide(w, total, out=np.full(np.broadcast(s, w).shape, np.nan), where=total > 0)
    return np.asarray(own) + share * (np.asarray(targets) - np.asarray(own))


def cohesion(state: State, target: int, members: list[int]) -> Array:
    """The mean of (1 + t)/2 of the target with the other members, of those that are known, (…)."""
    ties = state.ties[..., target, [m for m in members if m != target]]
    known = ~np.isnan(ties)
    n = known.sum(axis=-1)
    total = np.where(known, (1.0 + np.nan_to_num(ties)) / 2.0, 0.0).sum(axis=-1)
    return np.where(n > 0, total / np.maximum(n, 1), np.nan)


def step(state: State, use: Use) -> State:
    """The positions of the one who drives the wedge."""
    r, t, columns = use.row(state, "actor"), use.row(state, "target"), use.columns(state)
    members = use.rows(state, "alliance") if use.roles.get("alliance") else []
    held = use.value("cohesion", cohesion(state, t, members))[..., None]
    own, stake, wish = (
        state.cells("position", r, columns),
        state.cells("salience", r, columns),
        state.cells("position", t, columns),
    )
    after = np.clip(courted(own, stake, wish, held, use.value("omega")[..., None]), 0.0, 100.0)
    return state.put("position", r, columns, after, use.on)


def contrast(solve: Solve, state: State, use: Use) -> Array:
    """The larger ω, the nearer the outcomes come to the one who is courted."""
    less, more = (solve(state, use.having(omega=omega)) for omega in (LESS, MORE))
    return towards(less, more, use.row(state, "actor"), use.row(state, "target"), use.columns(state))


MECHANISM = Mechanism(
    "wedge",
    equation="U_actor += ω(1 − cohesion)",
    sign="the more a wedge is worth, the more the one who drives it gives",
    paper="Crawford 2011",
    parameters={
        "omega": Parameter("worth of discord in the alliance", 0.0, 5.0, Triangle(0.1, 0.3, 0.6)),
        "cohesion": Parameter(
            "of the alliance with the target, 0 to 1; or name the alliance, whose ties tell", 0.0, 1.0, needed=False
        ),
    },
    roles=("actor", "target", "alliance", "issues"),
    optional=("alliance",),
    changes=("position",),
    reads=(("position", "actor", "issues"), ("salience", "actor", "issues"), ("position", "target", "issues")),
    step=step,
    contrast=contrast,
)
