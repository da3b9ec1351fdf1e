"""Compartments: how much a quarrel in one arena hardens an actor in others.

    x'_ik = x_ik + Ψ_r,r(k) C_r (x_ik − x_jk), within [0, 100],   C_r = Σ_r w |x_i − x_j| / (100 Σ_r w),   w = √(s_i s_j)

C_r ∈ [0, 1] is the conflict of i and j in the arena r, from their stated positions there; k lies in another arena; Ψ ∈ [0, 1] is the
spillover, one number to a use of the mechanism. Ψ = 0: the compartments are tight, and no conflict moves another arena.

References:
    E. B. Haas, Why collaborate? Issue-linkage and international regimes, World Politics 32 (1980), 357–405.
    A. A. Stein, The politics of linkage, World Politics 33 (1980), 62–81.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from detente.strategy.mechanisms.benefits import agreement
from detente.strategy.mechanisms.mechanism import Mechanism, Parameter, Solve, Triangle, Use
from detente.strategy.mechanisms.movement import towards
from detente.strategy.power import Array
from detente.strategy.state import State


def hardened(own: ArrayLike, others: ArrayLike, conflict: ArrayLike, psi: ArrayLike) -> Array:
    """Gives x'.

    >>> float(hardened(60, 40, conflict=0.5, psi=0.4))  # 60 + 0.2 · 20
    64.0
    """
    x = np.asarray(own, dtype=np.float64)
    return np.clip(x + np.multiply(psi, conflict) * (x - np.asarray(others)), 0.0, 100.0)


def _inside(state: State, use: Use) -> list[int]:
    """Columns of the arena's issues."""
    arena = use.roles["arena"][0]
    return [k for k, one in enumerate(state.arenas) if one == arena]


def _outside(state: State, use: Use) -> list[int]:
    """Columns of the issues that may be hurt: those named, or all of other arenas; never the arena's own."""
    arena, named = use.roles["arena"][0], use.columns(state)
    return [k for k, one in enumerate(state.arenas) if one not in (arena, None) and (not named or k in named)]


def step(state: State, use: Use) -> State:
    """The actor's positions in other arenas."""
    i, j, columns = use.row(state, "actor"), use.row(state, "partner"), _outside(state, use)
    conflict = (1.0 - agreement(state, i, j, _inside(state, use)))[..., None]
    own, others = state.cells("position", i, columns), state.cells("position", j, columns)
    return state.put("position", i, columns, hardened(own, others, conflict, use.value("psi")[..., None]), use.on)


def contrast(solve: Solve, state: State, use: Use) -> Array:
    """With a quarrel in the arena the outcomes of others go away from the partner; without one they do so less."""
    i, j, inside = use.row(state, "actor"), use.row(state, "partner"), _inside(state, use)

    def at(mine: float, theirs: float) -> State:
        moved = state.put("stated", i, inside, np.full(len(inside), mine)).put(
            "stated", j, inside, np.full(len(inside), theirs)
        )
        return solve(replace(moved, position=moved.stated), use)

    less, more = at(50.0, 50.0), at(0.0, 100.0)
    return -towards(less, more, i, j, _outside(state, use))


MECHANISM = Mechanism(
    "compartmentalise",
    equation="x' = x + ΨC(x − x_partner) in other arenas, C the conflict in this one",
    sign="Ψ = 0: conflict in one arena moves no other; above, it hardens positions there",
    paper="Haas 1980; Stein 1980",
    parameters={"psi": Parameter("spillover, 0 for tight compartments", 0.0, 1.0, Triangle(0.0, 0.2, 0.5))},
    roles=("actor", "partner", "arena", "issues"),
    optional=("issues",),
    changes=("position",),
    step=step,
    contrast=contrast,
)
