"""Isolation: who has few other friends depends on the one it has, and gives way to it.

    d_ij = ι (1 − mean over l ≠ i, j of max(0, t_il)),   x'_ik = x_ik + d_ij (x_jk − x_ik)

t_il ∈ [−1, 1] are the known ties of i to others than j, ι ∈ [0, 1], d_ij ∈ [0, ι] the dependence of i on j.

References:
    R. M. Emerson, Power-dependence relations, American Sociological Review 27 (1962), 31–41.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from detente.strategy.mechanisms.mechanism import Mechanism, Parameter, Solve, Triangle, Use
from detente.strategy.mechanisms.movement import all_of, towards
from detente.strategy.power import Array
from detente.strategy.state import State


def dependence(ties: ArrayLike, iota: ArrayLike) -> Array:
    """d, shape (…).

    Args:
        ties: (…, l), those to others, nan where not known; nan comes out where none is.
        iota: (…).

    >>> round(float(dependence([0.5, -0.4, 0.1], 0.5)), 9)  # 0.5 (1 − 0.6/3)
    0.4
    """
    t = np.asarray(ties, dtype=np.float64)
    known = ~np.isnan(t)
    n = known.sum(axis=-1)
    friendly = np.where(known, np.maximum(0.0, np.nan_to_num(t)), 0.0).sum(axis=-1)
    return np.where(n > 0, np.asarray(iota) * (1.0 - friendly / np.maximum(n, 1)), np.nan)


def _others(state: State, i: int, j: int) -> list[int]:
    return [l for l in range(len(state.system.actors)) if l not in (i, j)]


def step(state: State, use: Use) -> State:
    """The actor's dependence on its partner, and its positions."""
    i, j, columns = use.row(state, "actor"), use.row(state, "partner"), use.columns(state)
    d = dependence(state.ties[..., i, _others(state, i, j)], use.value("iota"))
    state = state.put("dependence", i, j, d, use.on)
    x = state.cells("position", i, columns)
    return state.put("position", i, columns, x + d[..., None] * (state.cells("position", j, columns) - x), use.on)


def contrast(solve: Solve, state: State, use: Use) -> Array:
    """Without its other friends the actor depends more, and the outcomes go towards its partner."""
    i, j = use.row(state, "actor"), use.row(state, "partner")
    others = _others(state, i, j)
    ties = state.ties.copy()
    ties[..., i, others] = ties[..., others, i] = np.minimum(ties[..., i, others], 0.0)
    less, more = solve(state, use), solve(replace(state, ties=ties), use)
    moved = all_of(more.dependence[..., i, j] - less.dependence[..., i, j], towards(less, more, i, j, use.columns(state)))
    return np.where((state.ties[..., i, others] > 0).any(axis=-1), moved, np.nan)


MECHANISM = Mechanism(
    "isolation",
    equation="d = ι(1 − other ties), x' = x + d(x_partner − x)",
    sign="isolation raises dependence",
    paper="Emerson 1962",
    parameters={"iota": Parameter("dependence of one who has no other friend", 0.0, 1.0, Triangle(0.1, 0.3, 0.5))},
    roles=("actor", "partner", "issues"),
    optional=("issues",),
    changes=("dependence", "position"),
    step=step,
    contrast=contrast,
)
