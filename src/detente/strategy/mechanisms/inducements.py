"""Inducements: what is offered draws an actor over.

    x'_tk = x_tk + ν e (x_ak − x_tk)

a offers t an inducement e ∈ [0, 1], as a share of what would bring it over wholly if it were bought at its price; ν ∈ [0, 1].

References:
    D. A. Baldwin, The power of positive sanctions, World Politics 24 (1971), 19–38.
"""

from __future__ import annotations

import numpy as np

from detente.strategy.mechanisms.mechanism import Mechanism, Parameter, Solve, Triangle, Use
from detente.strategy.mechanisms.movement import LESS, MORE, towards
from detente.strategy.mechanisms.proxy import drawn_over
from detente.strategy.power import Array
from detente.strategy.state import State


def step(state: State, use: Use) -> State:
    """The positions of the one who is made the offer."""
    a, t, columns = use.row(state, "actor"), use.row(state, "target"), use.columns(state)
    share = (use.value("nu") * use.value("offer"))[..., None]
    after = drawn_over(state.cells("position", t, columns), state.cells("position", a, columns), share)
    return state.put("position", t, columns, np.clip(after, 0.0, 100.0), use.on)


def contrast(solve: Solve, state: State, use: Use) -> Array:
    """The more is offered, the nearer the outcomes come to the one who offers."""
    less, more = (solve(state, use.having(offer=offer)) for offer in (LESS, MORE))
    return towards(less, more, use.row(state, "target"), use.row(state, "actor"), use.columns(state))


MECHANISM = Mechanism(
    "inducements",
    equation="x'_target = x_target + ν·offer·(x_actor − x_target)",
    sign="the more is offered, the nearer the outcome comes to the one who offers",
    paper="Baldwin 1971",
    parameters={
        "nu": Parameter("how far an offer draws over", 0.0, 1.0, Triangle(0.1, 0.3, 0.5)),
        "offer": Parameter("what is offered, 0 to 1", 0.0, 1.0),
    },
    roles=("actor", "target", "issues"),
    changes=("position",),
    reads=(("position", "target", "issues"), ("position", "actor", "issues")),
    step=step,
    contrast=contrast,
)
