"""Balance: friends of enemies can be only so close.

    ceiling_ij = 1 − φ f_ij,   f_ij = Σ_l max(0, −t_il t_jl) / Σ_l |t_il t_jl|

t_il, t_jl ∈ [−1, 1] are the known ties of the two to a third l, f_ij ∈ [0, 1] the share of triads that a friendship of i and j would
frustrate, φ ∈ [0, 1]. The ceiling caps displayed warmth, and alignment, that lasts.

References:
    F. Harary, On the notion of balance of a signed graph, Michigan Mathematical Journal 2 (1953), 143–146.
    D. Cartwright, F. Harary, Structural balance, Psychological Review 63 (1956), 277–293.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from detente.strategy.mechanisms.mechanism import Mechanism, Parameter, Solve, Triangle, Use
from detente.strategy.power import Array
from detente.strategy.state import State


def ceiling(first: ArrayLike, second: ArrayLike, phi: ArrayLike) -> Array:
    """The ceiling, (…).

    Args:
        first: (…, l), ties of i to third parties, nan where not known.
        second: (…, l), those of j.
        phi: (…).

    >>> round(float(ceiling([1.0, -0.5], [0.5, 0.5], 0.8)), 9)  # f = 0.25/0.75
    0.733333333
    """
    product = np.asarray(first, dtype=np.float64) * np.asarray(second, dtype=np.float64)
    product = np.where(np.isnan(product), 0.0, product)
    whole = np.abs(product).sum(axis=-1)
    frustrated = np.maximum(0.0, -product).sum(axis=-1) / np.where(whole > 0, whole, 1.0)
    return np.where(whole > 0, 1.0 - np.asarray(phi) * frustrated, np.nan)


def _thirds(state: State, i: int, j: int) -> list[int]:
    return [l for l in range(len(state.system.actors)) if l not in (i, j)]


def step(state: State, use: Use) -> State:
    """The ceiling of the two, both ways."""
    i, j = use.row(state, "actor"), use.row(state, "partner")
    thirds = _thirds(state, i, j)
    cap = ceiling(state.ties[..., i, thirds], state.ties[..., j, thirds], use.value("phi"))
    return state.put("ceiling", i, j, cap, use.on).put("ceiling", j, i, cap, use.on)


def contrast(solve: Solve, state: State, use: Use) -> Array:
    """With the common friends of the actor turned into enemies of its partner the ceiling is lower."""
    i, j = use.row(state, "actor"), use.row(state, "partner")
    thirds = _thirds(state, i, j)
    shared = state.ties[..., i, thirds] * state.ties[..., j, thirds] > 0
    ties = state.ties.copy()
    ties[..., j, thirds] = ties[..., thirds, j] = np.where(shared, -1.0, 1.0) * ties[..., j, thirds]
    less, more = solve(state, use), solve(replace(state, ties=ties), use)
    return np.where(shared.any(axis=-1), (less.ceiling - more.ceiling)[..., i, j], np.nan)


MECHANISM = Mechanism(
    "balance",
    equation="ceiling = 1 − φ·(share of triads that friendship would frustrate)",
    sign="more frustration, a lower ceiling on displayed warmth",
    paper="Harary 1953; Cartwright and Harary 1956",
    parameters={"phi": Parameter("how much frustration costs", 0.0, 1.0, Triangle(0.2, 0.5, 0.8))},
    roles=("actor", "partner"),
    changes=("ceiling",),
    step=step,
    contrast=contrast,
)
