"""Deconfliction: contact makes incidents, an agreed mechanism prevents some.

    h = exp(α + β contact − δ mechanism)

h > 0 is the hazard, incidents a year; contact ≥ 0 how closely the two sides operate, mechanism ∈ [0, 1] how much of a mechanism
against incidents is at work; β, δ ≥ 0.

References:
    D. R. Cox, Regression models and life-tables, Journal of the Royal Statistical Society B 34 (1972), 187–220: the form.
    S. M. Lynn-Jones, A quiet success for arms control: preventing incidents at sea, International Security 9 (1985), 154–184: the matter.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from detente.strategy.mechanisms.mechanism import Mechanism, Parameter, Solve, Triangle, Use
from detente.strategy.mechanisms.movement import LESS, MORE
from detente.strategy.power import Array
from detente.strategy.state import State


def hazard(contact: ArrayLike, mechanism: ArrayLike, alpha: ArrayLike, beta: ArrayLike, delta: ArrayLike) -> Array:
    """h, incidents a year.

    >>> round(float(hazard(contact=2, mechanism=1, alpha=0, beta=0.5, delta=1)), 9)  # exp(0 + 1 − 1)
    1.0
    """
    return np.exp(np.asarray(alpha, dtype=np.float64) + np.multiply(beta, contact) - np.multiply(delta, mechanism))


def step(state: State, use: Use) -> State:
    """The hazard of the two, both ways."""
    i, j = use.row(state, "actor"), use.row(state, "partner")
    h = hazard(*(use.value(name) for name in ("contact", "mechanism", "alpha", "beta", "delta")))
    return state.put("hazard", i, j, h, use.on).put("hazard", j, i, h, use.on)


def contrast(solve: Solve, state: State, use: Use) -> Array:
    """The more of a mechanism, the fewer incidents."""
    i, j = use.row(state, "actor"), use.row(state, "partner")
    less, more = (solve(state, use.having(mechanism=share)) for share in (LESS, MORE))
    return (less.hazard - more.hazard)[..., i, j]


MECHANISM = Mechanism(
    "deconfliction",
    equation="h = exp(α + β·contact − δ·mechanism)",
    sign="the mechanism lowers incidents",
    paper="Cox 1972; Lynn-Jones 1985",
    parameters={
        "alpha": Parameter("log of the incidents a year without contact", -10.0, 10.0, Triangle(-1.0, 0.0, 1.0)),
        "beta": Parameter("what contact adds", 0.0, 10.0, Triangle(0.2, 0.5, 1.0)),
        "delta": Parameter("what a whole mechanism takes away", 0.0, 10.0, Triangle(0.5, 1.0, 2.0)),
        "contact": Parameter("how closely the two sides operate, ≥ 0", 0.0, 20.0),
        "mechanism": Parameter("how much of a mechanism is at work, 0 to 1", 0.0, 1.0),
    },
    roles=("actor", "partner"),
    changes=("hazard",),
    step=step,
    contrast=contrast,
)
