"""Outside option: a third party concedes to an actor that looks as if it might go over to another.

    x'_tk = x_tk + κ P_ij (x_ik − x_tk)

that is, a concession of κ · P · (1 − y) of the scale, y = 1 − |x_ik − x_tk|/100 being what t has conceded already. P_ij ∈ [0, 1] is the
realignment of i with j as others perceive it (see `signalling`), κ ∈ [0, 1]. Bystanders to a bilateral contract have no vote.

References:
    A. Muthoo, Bargaining Theory with Applications, Cambridge University Press (1999), ch. 5: outside options.
    G. H. Snyder, Alliance Politics, Cornell University Press (1997), on the threat to realign.
"""

from __future__ import annotations

import numpy as np

from detente.strategy.mechanisms.mechanism import Mechanism, Parameter, Solve, Triangle, Use
from detente.strategy.mechanisms.movement import towards
from detente.strategy.mechanisms.proxy import drawn_over
from detente.strategy.power import Array
from detente.strategy.state import State


def step(state: State, use: Use) -> State:
    """The positions of the third party."""
    i, j, t = (use.row(state, role) for role in ("actor", "partner", "third"))
    columns = use.columns(state)
    share = (use.value("kappa") * use.value("perceived", state.seen[..., i, j]))[..., None]
    after = drawn_over(state.cells("position", t, columns), state.cells("position", i, columns), share)
    return state.put("position", t, columns, np.clip(after, 0.0, 100.0), use.on)


def contrast(solve: Solve, state: State, use: Use) -> Array:
    """The closer the actor and its partner look, the nearer the outcomes come to the actor."""
    i, j = use.row(state, "actor"), use.row(state, "partner")
    less, more = state, state
    for name, low, high in (("displayed", -0.5, 0.5), ("substance", -0.5, 0.5), ("perceived", 0.2, 0.8)):
        known = ~np.isnan(getattr(state, name)[..., i, j])
        less, more = (one.put(name, i, j, value, known) for one, value in ((less, low), (more, high)))
    return towards(solve(less, use), solve(more, use), use.row(state, "third"), i, use.columns(state))


MECHANISM = Mechanism(
    "outside_option",
    equation="x'_third = x_third + κP(x_actor − x_third)",
    sign="the more realignment is perceived, the more the third party concedes",
    paper="Muthoo 1999; Snyder 1997",
    parameters={
        "kappa": Parameter("how far a sure realignment makes the third party concede", 0.0, 1.0, Triangle(0.1, 0.3, 0.5)),
        "perceived": Parameter("realignment as the third party perceives it, 0 to 1", 0.0, 1.0, needed=False),
    },
    roles=("actor", "partner", "third", "issues"),
    changes=("position",),
    reads=(("seen", "actor", "partner"), ("position", "third", "issues"), ("position", "actor", "issues")),
    step=step,
    contrast=contrast,
)
