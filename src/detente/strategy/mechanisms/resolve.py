"""Resolve: who is ready to bear more than others brings more of its power to bear.

    c'_ik = c_ik (1 + ψ r_i)

c_ik ≥ 0 is influence, r_i ∈ [0, 1] the resolve that i has shown, ψ ≥ 0.

References:
    G. H. Snyder, P. Diesing, Conflict Among Nations, Princeton University Press (1977), on the balance of resolve.
    J. D. Kertzer, Resolve in International Politics, Princeton University Press (2016).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from detente.strategy.mechanisms.mechanism import Mechanism, Parameter, Solve, Triangle, Use
from detente.strategy.mechanisms.movement import LESS, MORE, towards_own
from detente.strategy.power import Array
from detente.strategy.state import State


def influence_after(influence: ArrayLike, shown: ArrayLike, psi: ArrayLike) -> Array:
    """Gives c'.

    >>> float(influence_after(40, shown=0.5, psi=0.5))
    50.0
    """
    return np.asarray(influence, dtype=np.float64) * (1.0 + np.multiply(psi, shown))


def step(state: State, use: Use) -> State:
    """The actor's influence on the issues."""
    i, columns = use.row(state, "actor"), use.columns(state)
    shown, psi = use.value("shown")[..., None], use.value("psi")[..., None]
    after = np.maximum(influence_after(state.cells("influence", i, columns), shown, psi), 0.0)
    return state.put("influence", i, columns, after, use.on)


def contrast(solve: Solve, state: State, use: Use) -> Array:
    """The more resolve is shown, the nearer the outcomes come to the actor's position."""
    less, more = (solve(state, use.having(shown=shown)) for shown in (LESS, MORE))
    return towards_own(less, more, use.row(state, "actor"), use.columns(state))


MECHANISM = Mechanism(
    "resolve",
    equation="c' = c(1 + ψ·shown)",
    sign="the more resolve an actor shows, the nearer the outcome comes to it",
    paper="Snyder and Diesing 1977; Kertzer 2016",
    parameters={
        "psi": Parameter("how much resolve adds to influence", 0.0, 10.0, Triangle(0.2, 0.5, 1.0)),
        "shown": Parameter("resolve shown, 0 to 1", 0.0, 1.0),
    },
    roles=("actor", "issues"),
    changes=("influence",),
    reads=(("influence", "actor", "issues"),),
    step=step,
    contrast=contrast,
)
