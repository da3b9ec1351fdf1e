"""Two levels: a leader can bring home only what its authority and the lobbies allow.

    win-set of i on k = [x_ik − 100 ω a_i, x_ik + 100 ω a_i] ∩ [floor, top] ∩ [0, 100]

x_ik is the position that i stated at home, a_i ∈ [0, 1] its leader's authority, ω ∈ [0, 1], floor and top what lobbies insist on. An
outcome outside a win-set ends at its edge; where the win-sets of several actors do not meet, nothing is ratified.

References:
    R. D. Putnam, Diplomacy and domestic politics: the logic of two-level games, International Organization 42 (1988), 427–460.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from detente.strategy.mechanisms.mechanism import Mechanism, Parameter, Solve, Triangle, Use
from detente.strategy.power import Array
from detente.strategy.state import State


def win_set(
    position: ArrayLike, authority: ArrayLike, omega: ArrayLike, floor: ArrayLike = 0, top: ArrayLike = 100
) -> tuple[Array, Array]:
    """Both ends of the win-set; the first above the second where it is empty.

    >>> low, high = win_set(70, authority=0.5, omega=0.4, floor=60)
    >>> float(low), float(high)
    (60.0, 90.0)
    """
    half = 100.0 * np.multiply(omega, authority)
    low = np.maximum(np.asarray(position) - half, np.maximum(np.asarray(floor, dtype=np.float64), 0.0))
    high = np.minimum(np.asarray(position) + half, np.minimum(np.asarray(top, dtype=np.float64), 100.0))
    return low, high


def step(state: State, use: Use) -> State:
    """The actor's win-sets."""
    i, columns = use.row(state, "actor"), use.columns(state)
    authority = use.value("authority", state.authority[..., i])
    names = ("omega", "floor", "top")
    rest = (use.value(name, otherwise)[..., None] for name, otherwise in zip(names, (np.nan, 0.0, 100.0), strict=True))
    low, high = win_set(state.cells("stated", i, columns), authority[..., None], *rest)
    return state.put("win_low", i, columns, low, use.on).put("win_high", i, columns, high, use.on)


def contrast(solve: Solve, state: State, use: Use) -> Array:
    """With half the authority the win-sets are narrower."""
    i, columns = use.row(state, "actor"), use.columns(state)
    own = use.value("authority", state.authority[..., i])
    weaker = state.authority.copy()
    weaker[..., i] = own / 2.0
    narrow = solve(replace(state, authority=weaker), use if "authority" not in use.values else use.having(authority=own / 2.0))
    wide = solve(state, use)

    def width(solved: State) -> Array:
        return (solved.cells("win_high", i, columns) - solved.cells("win_low", i, columns)).min(axis=-1)

    return width(wide) - width(narrow)


MECHANISM = Mechanism(
    "two_level",
    equation="win-set = x ± 100·ω·authority, within what lobbies insist on",
    sign="less authority, a narrower win-set",
    paper="Putnam 1988",
    parameters={
        "omega": Parameter("half-width of the win-set of one who cannot be stopped at home", 0.0, 1.0, Triangle(0.2, 0.4, 0.6)),
        "authority": Parameter("of the leader, 0 to 1", 0.0, 1.0, needed=False),
        "floor": Parameter("the least that a lobby insists on", 0.0, 100.0, needed=False),
        "top": Parameter("the most that a lobby lets pass", 0.0, 100.0, needed=False),
    },
    roles=("actor", "issues"),
    changes=("win_low", "win_high"),
    reads=(("authority", "actor"), ("stated", "actor", "issues")),
    step=step,
    contrast=contrast,
)
