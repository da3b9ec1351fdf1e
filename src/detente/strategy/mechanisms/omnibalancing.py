"""Omnibalancing: a leader whose hold at home is weak leans to whoever helps it survive.

    U'_ij = U_ij + σ (1 − a_i) support_ij,   x'_ik = x_ik + σ (1 − a_i) support_ij (x_jk − x_ik)

a_i ∈ [0, 1] is the authority of i's leader, support ∈ [0, 1] how far j stands by it at home, σ ∈ [0, 1]; U_ij is the utility of
aligning with j.

References:
    S. R. David, Explaining Third World alignment, World Politics 43 (1991), 233–256.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from detente.strategy.mechanisms.benefits import partner_utility
from detente.strategy.mechanisms.mechanism import Mechanism, Parameter, Solve, Triangle, Use
from detente.strategy.mechanisms.movement import LESS, MORE, all_of, towards
from detente.strategy.power import Array
from detente.strategy.state import State


def survival(authority: ArrayLike, support: ArrayLike, sigma: ArrayLike) -> Array:
    """σ (1 − a) support.

    >>> round(float(survival(0.4, 0.5, 0.3)), 9)  # 0.3 · 0.6 · 0.5
    0.09
    """
    return np.multiply(sigma, 1.0 - np.asarray(authority, dtype=np.float64)) * np.asarray(support)


def step(state: State, use: Use) -> State:
    """The worth of the partner, and the actor's positions."""
    i, j, columns = use.row(state, "actor"), use.row(state, "partner"), use.columns(state)
    gain = survival(use.value("authority", state.authority[..., i]), use.value("support"), use.value("sigma"))
    state = state.put("partner", i, j, partner_utility(state, i, j) + gain, use.on)
    x = state.cells("position", i, columns)
    return state.put("position", i, columns, x + gain[..., None] * (state.cells("position", j, columns) - x), use.on)


def contrast(solve: Solve, state: State, use: Use) -> Array:
    """More support makes the supporter a better partner, and the outcomes go towards it."""
    i, j = use.row(state, "actor"), use.row(state, "partner")
    less, more = (solve(state, use.having(support=support)) for support in (LESS, MORE))
    return all_of(more.partner[..., i, j] - less.partner[..., i, j], towards(less, more, i, j, use.columns(state)))


MECHANISM = Mechanism(
    "omnibalancing",
    equation="U' = U + σ(1 − authority)·support",
    sign="support for a leader who is not safe at home raises the worth of the supporter",
    paper="David 1991",
    parameters={
        "sigma": Parameter("weight of survival", 0.0, 1.0, Triangle(0.1, 0.3, 0.5)),
        "support": Parameter("how far the partner stands by the leader at home, 0 to 1", 0.0, 1.0),
        "authority": Parameter("of the leader, 0 to 1", 0.0, 1.0, needed=False),
    },
    roles=("actor", "partner", "issues"),
    optional=("issues",),
    changes=("partner", "position"),
    reads=(("authority", "actor"),),
    step=step,
    contrast=contrast,
)
