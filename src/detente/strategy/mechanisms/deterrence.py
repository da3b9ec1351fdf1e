"""Deterrence: a threat that is believed holds an actor near the status quo.

    x'_tk = x_tk + χ p (q_k − x_tk),   p = credibility · c_ak / (c_ak + c_tk)

q_k is the status quo, c influence, credibility ∈ [0, 1] how far the threat of a is believed, χ ∈ [0, 1].

References:
    T. C. Schelling, Arms and Influence, Yale University Press (1966), ch. 2.
    P. K. Huth, Extended Deterrence and the Prevention of War, Yale University Press (1988).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from detente.strategy.mechanisms.mechanism import Mechanism, Parameter, Solve, Triangle, Use
from detente.strategy.mechanisms.movement import LESS, MORE, along
from detente.strategy.mechanisms.proxy import drawn_over
from detente.strategy.power import Array
from detente.strategy.state import State


def believed(credibility: ArrayLike, own: ArrayLike, others: ArrayLike) -> Array:
    """p, in [0, 1]: own is the influence of the one who threatens; 0 where neither has any.

    >>> float(believed(0.5, own=60, others=40))
    0.3
    """
    a, t = np.asarray(own, dtype=np.float64), np.asarray(others, dtype=np.float64)
    return np.asarray(credibility) * np.divide(a, a + t, out=np.zeros(np.broadcast(a, t).shape), where=a + t > 0)


def step(state: State, use: Use) -> State:
    """The positions of the one who is threatened."""
    a, t, columns = use.row(state, "actor"), use.row(state, "target"), use.columns(state)
    own, others = state.cells("influence", a, columns), state.cells("influence", t, columns)
    share = use.value("chi")[..., None] * believed(use.value("credibility")[..., None], own, others)
    after = drawn_over(state.cells("position", t, columns), state.status_quo[columns], share)
    return state.put("position", t, columns, np.clip(after, 0.0, 100.0), use.on)


def contrast(solve: Solve, state: State, use: Use) -> Array:
    """The more the threat is believed, the further the outcomes go from the target's wish towards the status quo."""
    t, columns = use.row(state, "target"), use.columns(state)
    less, more = (solve(state, use.having(credibility=credibility)) for credibility in (LESS, MORE))
    way = np.sign(state.status_quo[columns] - less.cells("position", t, columns))
    return along(less, more, way, columns)


MECHANISM = Mechanism(
    "deterrence",
    equation="x'_target = x_target + χp(q − x_target), p = credibility·c_actor/(c_actor + c_target)",
    sign="the more a threat is believed, the nearer the one threatened keeps to the status quo",
    paper="Schelling 1966; Huth 1988",
    parameters={
        "chi": Parameter("how far a threat that is wholly believed deters", 0.0, 1.0, Triangle(0.2, 0.5, 0.8)),
        "credibility": Parameter("how far the threat is believed, 0 to 1", 0.0, 1.0),
    },
    roles=("actor", "target", "issues"),
    changes=("position",),
    reads=(
        ("status_quo", "issues"),
        ("position", "target", "issues"),
        ("influence", "target", "issues"),
        ("influence", "actor", "issues"),
    ),
    step=step,
    contrast=contrast,
)
