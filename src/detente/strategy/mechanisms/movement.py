"""How an outcome moved between two solutions of a system: what the signs of the mechanisms are read from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.strategy.power import Array, Mask
from detente.strategy.state import State

LESS, MORE = 0.2, 0.8
"""Of a cause that lies between 0 and 1, for a contrast."""


def towards(less: State, more: State, mover: int, goal: int, columns: Sequence[int]) -> Array:
    """How far the outcomes went the way that leads from one actor's position to another's, the least of the issues, (draws,).

    Args:
        less: solved with less of the cause; its positions tell the way.
        more: solved with more of it.
        mover: the row of the one whose position moves.
        goal: the row of the one it moves to.
        columns: of the issues; nan comes out where there is none, where the two stand at one place on one, and where an outcome is held
            fast at the edge of a win-set both times.
    """
    way = np.sign(less.cells("position", goal, columns) - less.cells("position", mover, columns))
    return along(less, more, way, columns)


def towards_own(less: State, more: State, mover: int, columns: Sequence[int]) -> Array:
    """How far the outcomes went towards an actor's position, the least of the issues, (draws,)."""
    way = np.sign(less.cells("position", mover, columns) - less.outcome[..., list(columns)])
    return along(less, more, way, columns)


def all_of(*parts: Array) -> Array:
    """The least of several movements, (draws,), without those that are not known."""
    whole = np.stack(np.broadcast_arrays(*parts))
    found = np.where(np.isnan(whole), np.inf, whole).min(axis=0)
    return np.where(np.isinf(found), np.nan, found)


def along(less: State, more: State, way: Array, columns: Sequence[int]) -> Array:
    """How far the outcomes went along `way`, +1 up and −1 down, (…, len(columns)); the least of the issues, as `towards`."""
    if not columns:
        return np.asarray(np.nan)
    moved = (more.outcome - less.outcome)[..., list(columns)]
    silent = (way == 0) | (held_fast(less, columns) & held_fast(more, columns) & (moved == 0))
    return np.where(silent, np.nan, way * moved).min(axis=-1)


def held_fast(solved: State, columns: Sequence[int]) -> Mask:
    """Whether an outcome stands at the edge of what can be ratified, or nothing can be, (…, len(columns))."""
    at = list(columns)
    low, high = solved.win_low[..., at].max(axis=-2), solved.win_high[..., at].min(axis=-2)
    outcome = solved.outcome[..., at]
    return (outcome <= low) | (outcome >= high) | (low > high)
