"""Sunk cost: what has been spent on an issue makes it matter more.

    s'_ik = s_ik + ς z_ik (100 − s_ik)

s_ik ∈ [0, 100] is salience, z_ik ∈ [0, 1] the share of the effort that is already spent, ς ∈ [0, 1].

References:
    H. R. Arkes, C. Blumer, The psychology of sunk cost, Organizational Behavior and Human Decision Processes 35 (1985), 124–140.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from detente.strategy.mechanisms.mechanism import Mechanism, Parameter, Solve, Triangle, Use
from detente.strategy.mechanisms.movement import LESS, MORE, towards_own
from detente.strategy.power import Array
from detente.strategy.state import State


def salience_after(salience: ArrayLike, spent: ArrayLike, varsigma: ArrayLike) -> Array:
    """Gives s'.

    >>> float(salience_after(60, spent=0.5, varsigma=0.5))  # 60 + 0.25 · 40
    70.0
    """
    s = np.asarray(salience, dtype=np.float64)
    return np.clip(s + np.multiply(varsigma, spent) * (100.0 - s), 0.0, 100.0)


def step(state: State, use: Use) -> State:
    """The actor's salience."""
    i, columns = use.row(state, "actor"), use.columns(state)
    spent, rate = use.value("spent")[..., None], use.value("varsigma")[..., None]
    return state.put("salience", i, columns, salience_after(state.cells("salience", i, columns), spent, rate), use.on)


def contrast(solve: Solve, state: State, use: Use) -> Array:
    """The more is spent, the nearer the outcomes come to the actor's position."""
    less, more = (solve(state, use.having(spent=spent)) for spent in (LESS, MORE))
    return towards_own(less, more, use.row(state, "actor"), use.columns(state))


MECHANISM = Mechanism(
    "sunk_cost",
    equation="s' = s + ς·spent·(100 − s)",
    sign="the more an actor has spent, the nearer the outcome comes to it",
    paper="Arkes and Blumer 1985",
    parameters={
        "varsigma": Parameter("how much what is spent binds", 0.0, 1.0, Triangle(0.1, 0.3, 0.5)),
        "spent": Parameter("share of the effort that is spent, 0 to 1", 0.0, 1.0),
    },
    roles=("actor", "issues"),
    changes=("salience",),
    reads=(("salience", "actor", "issues"),),
    step=step,
    contrast=contrast,
)
