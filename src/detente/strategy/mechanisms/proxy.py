"""Proxy: a client speaks for its patron, as far as it is one.

    x'_pk = x_pk + γ π_pa (x_ak − x_pk)

π_pa ∈ [0, 1] is how far the client p acts for the patron a, γ ∈ [0, 1] how far a patron gets its way with a client that is wholly
its own. Only clients, rebels and publics are proxies: an organ of a state is the state.

References:
    I. Salehyan, The delegation of war to rebel organizations, Journal of Conflict Resolution 54 (2010), 493–515.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from detente.strategy.mechanisms.mechanism import Mechanism, Parameter, Solve, Triangle, Use
from detente.strategy.mechanisms.movement import LESS, MORE, towards
from detente.strategy.power import Array
from detente.strategy.state import State


def drawn_over(own: ArrayLike, others: ArrayLike, share: ArrayLike) -> Array:
    """A position drawn over to another by a share of the way: x + share (x_other − x).

    >>> float(drawn_over(20, 80, 0.5 * 0.6))  # 20 + 0.3 · 60
    38.0
    """
    x = np.asarray(own, dtype=np.float64)
    return x + np.asarray(share) * (np.asarray(others) - x)


def step(state: State, use: Use) -> State:
    """The client's positions."""
    a, p, columns = use.row(state, "actor"), use.row(state, "proxy"), use.columns(state)
    share = use.value("gamma") * use.value("proxies", state.proxies[..., p, a])
    after = drawn_over(state.cells("position", p, columns), state.cells("position", a, columns), share[..., None])
    return state.put("position", p, columns, np.clip(after, 0.0, 100.0), use.on)


def contrast(solve: Solve, state: State, use: Use) -> Array:
    """The more the client is the patron's, the nearer the outcomes come to the patron."""
    less, more = (solve(state, use.having(proxies=weight)) for weight in (LESS, MORE))
    return towards(less, more, use.row(state, "proxy"), use.row(state, "actor"), use.columns(state))


MECHANISM = Mechanism(
    "proxy",
    equation="x'_proxy = x_proxy + γπ(x_patron − x_proxy)",
    sign="the more an actor is a proxy, the nearer the outcome comes to its patron",
    paper="Salehyan 2010",
    parameters={
        "gamma": Parameter("how far a patron gets its way with its client", 0.0, 1.0, Triangle(0.3, 0.6, 0.9)),
        "proxies": Parameter("π, how far the client acts for the patron, 0 to 1", 0.0, 1.0, needed=False),
    },
    roles=("actor", "proxy", "issues"),
    changes=("position",),
    reads=(("proxies", "proxy", "actor"), ("position", "proxy", "issues"), ("position", "actor", "issues")),
    step=step,
    contrast=contrast,
)
