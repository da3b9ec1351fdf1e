"""How close two actors' positions lie, over the issues that both have one on.

    A_ij = 1 − Σ_k w_k |x_ik − x_jk| / (100 Σ_k w_k),   w_k = √(s_ik s_jk)

with x in [0, 100] between the issue's poles and s in [0, 100] the salience; A is in [0, 1]. Issues that one of the two has no
reported position on do not enter A. They enter its bounds, at the two extremes they could have:

    (Σ w_k (1 − d_k) + {0 or 1} · Σ w_missing) / Σ w_all,   d_k = |x_ik − x_jk| / 100

A salience that is not known is 100 there, which makes the bounds as wide as they can be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from detente.errors import InputError
from detente.measures.triangular import quantile
from detente.records import Position

DRAWS = 2000
LEVEL = 0.8
"""Share of the draws inside the interval: 80 %."""

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Alignment of two actors, all of it null where no issue is shared.

    Args:
        value: A at the modes, in [0, 1]. low, high: 80 % interval from triangular draws of each position.
        n_shared: number of issues that both have a position and salience on. issues: their ids.
        least, most: bounds that the missing issues allow; null only where there is no issue at all.
        n_missing: number of issues that one of the two, or both, lacks.
        arenas: arena → the same over its issues alone, without a further split.
    """

    a: str
    b: str
    value: float | None
    low: float | None
    high: float | None
    n_shared: int
    issues: tuple[str, ...]
    least: float | None
    most: float | None
    n_missing: int
    arenas: Mapping[str, Alignment] = field(default_factory=dict[str, "Alignment"])


def alignment(
    positions: Iterable[Position],
    a: str,
    b: str,
    *,
    arenas: Mapping[str, str] | None = None,
    issues: Sequence[str] = (),
    seed: int = 0,
) -> Alignment:
    """Alignment of two actors, in all and by arena.

    Args:
        positions: at most one to each actor and issue; those of other actors are passed over.
        a: an actor.
        b: another.
        arenas: issue → the arena it belongs to; its issues count as missing where nobody reports them.
        issues: further issues that exist, whether or not anybody reports a position on them.
        seed: the same seed and positions give the same interval.

    Raises:
        InputError: for two positions of an actor on one issue, values out of range, or an actor and itself.

    >>> held = [Position("A", "K", 60, 70, 80, 40), Position("B", "K", 20, 20, 20, 90), Position("A", "L", 0, 0, 0, 50)]
    >>> found = alignment(held, "A", "B")
    >>> found.value, found.n_shared, found.n_missing, round(found.least, 4), round(found.most, 4)
    (0.5, 1, 1, 0.2295, 0.7705)
    """
    if a == b:
        raise InputError(f"{a} and {b} are the same actor", mend="name two different actors")
    held = _held(positions, (a, b))
    everything = sorted({issue for _, issue in held} | set(arenas or {}) | set(issues))
    by_arena = defaultdict[str, list[str]](list)
    for issue in everything:
        if arenas and issue in arenas:
            by_arena[arenas[issue]].append(issue)
    split = {arena: _over(held, a, b, inside, seed, {}) for arena, inside in sorted(by_arena.items())}
    return _over(held, a, b, everything, seed, split)


def _held(positions: Iterable[Position], actors: tuple[str, str]) -> dict[tuple[str, str], Position]:
    found = dict[tuple[str, str], Position]()
    for one in positions:
        if one.actor not in actors:
            continue
        at = f"position of {one.actor} on {one.issue}"
        if (one.actor, one.issue) in found:
            raise InputError("is there twice", at=at, mend="keep the one that held at the time looked at")
        three = [value for value in (one.low, one.mode, one.high) if value is not None]
        if len(three) not in (0, 3) or three != sorted(three) or any(not 0 <= value <= 100 for value in three):
            raise InputError("is not low ≤ mode ≤ high in 0 to 100", at=at, mend="give all three in order, or none")
        if one.salience is not None and not 0 <= one.salience <= 100:
            raise InputError(f"has the salience {one.salience:g}", at=at, mend="give one from 0 to 100, or none")
        found[one.actor, one.issue] = one
    return found


def _over(
    held: Mapping[tuple[str, str], Position], a: str, b: str, issues: Sequence[str], seed: int, split: Mapping[str, Alignment]
) -> Alignment:
    """Alignment over some issues."""
    pairs = [(held.get((a, issue)), held.get((b, issue))) for issue in issues]
    shared = [k for k, (one, other) in enumerate(pairs) if _usable(one) and _usable(other)]
    w = np.array([np.sqrt(_salience(one) * _salience(other)) for one, other in pairs])
    inside = np.zeros(len(issues), dtype=bool)
    inside[shared] = True
    x, y = (np.array([_three(pairs[k][side]) for k in shared]).reshape(-1, 3).T for side in (0, 1))
    known, missing = w[inside], float(w[~inside].sum())
    agreed = float((known * (1.0 - np.abs(x[1] - y[1]) / 100.0)).sum())
    total = float(known.sum()) + missing
    value = agreed / float(known.sum()) if known.sum() > 0 else None
    low, high = (None, None) if value is None else _interval(x, y, known, value, [seed, len(shared)])
    least, most = (agreed / total, (agreed + missing) / total) if total > 0 else (None, None)
    names = tuple(issues[k] for k in shared)
    return Alignment(a, b, value, low, high, len(shared), names, least, most, len(issues) - len(shared), split)


def _usable(one: Position | None) -> bool:
    return one is not None and one.mode is not None and one.salience is not None


def _salience(one: Position | None) -> float:
    return 100.0 if one is None or one.salience is None else one.salience


def _three(one: Position | None) -> tuple[float | None, ...]:
    return (None, None, None) if one is None else (one.low, one.mode, one.high)


def _interval(x: Array, y: Array, w: Array, value: float, seed: Sequence[int]) -> tuple[float, float]:
    """The 80 % interval from independent draws of both actors' positions (3, n), widened to hold the value itself."""
    u = np.random.default_rng(list(seed)).random((2, DRAWS, w.size))
    apart = np.abs(quantile(u[0], *x) - quantile(u[1], *y)) / 100.0
    draws = 1.0 - (apart * w).sum(axis=-1) / w.sum()
    low, high = np.quantile(draws, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return min(float(low), value), max(float(high), value)
