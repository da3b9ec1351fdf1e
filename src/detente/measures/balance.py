"""Structural balance: whether friends' friends are friends and enemies' enemies too.

A triad of signed ties is balanced where the product of its three signs is positive. A network is balanced where its actors fall
into two camps with + inside and − between. Frustration is the least weight of ties that would have to change for that:

    F = min over camps σ ∈ {−1, +1}^n of Σ_{i<j} |t_ij| · [sign(t_ij) ≠ σ_i σ_j]

t_ij is in [−1, 1], 0 for a tie that is neutral and nan for one that is not known; both are left out.

References:
    F. Harary, On the notion of balance of a signed graph, Michigan Mathematical Journal 2 (1953), 143–146.
    D. Cartwright, F. Harary, Structural balance: a generalization of Heider's theory, Psychological Review 63 (1956), 277–293.
    S. Aref, M. C. Wilson, Measuring partial balance in signed networks, Journal of Complex Networks 6 (2018), 566–595.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from detente.errors import InputError

MOST = 22
"""Actors with ties up to which all camps are tried: 2^21 of them."""
_AT_ONCE = 1 << 14

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Triad:
    """Three actors with known ties between all of them; `sign` is the product of the three, `strength` the weakest of them."""

    actors: tuple[str, str, str]
    sign: int
    strength: float


@dataclass(frozen=True, slots=True)
class Balance:
    """Structural balance of a network.

    Args:
        triads: every closed triad, in the order of the actors. balanced: their share with a positive sign, null without a triad.
        frustration: F, in units of tie weight. share: F over half of the weight of all ties, in [0, 1], null without a tie.
        camps: the two camps of a partition that reaches F; actors without ties are in neither.
        frustrated: pairs whose tie goes against that partition.
    """

    triads: tuple[Triad, ...]
    balanced: float | None
    frustration: float
    share: float | None
    camps: tuple[tuple[str, ...], tuple[str, ...]]
    frustrated: tuple[tuple[str, str], ...]


def balance(actors: Sequence[str], ties: ArrayLike) -> Balance:
    """Triads, balance and frustration.

    Args:
        actors: n ids.
        ties: (n, n) in [−1, 1], symmetric, nan where not known; the diagonal is not read.

    Raises:
        InputError: for a matrix of another shape, not symmetric or out of range, or more than 22 actors with ties in one network.

    >>> found = balance(["A", "B", "C"], [[0, 1, -1], [1, 0, 1], [-1, 1, 0]])  # + + −
    >>> found.triads[0].sign, found.balanced, found.frustration
    (-1, 0.0, 1.0)
    """
    t = _checked(actors, ties)
    closed = tuple(_triads(actors, t))
    sides = np.zeros(len(actors), dtype=np.int64)
    for part in _components(t):
        sides[part] = _camps(t[np.ix_(part, part)], len(part))
    against = (np.sign(t) * np.outer(sides, sides)) < 0
    weight, whole = float(np.abs(t)[against].sum() / 2.0), float(np.abs(t).sum() / 2.0)
    camps = tuple(tuple(name for name, side in zip(actors, sides, strict=True) if side == sign) for sign in (1, -1))
    pairs = tuple((actors[int(i)], actors[int(j)]) for i, j in np.argwhere(np.triu(against)))
    positive = sum(one.sign > 0 for one in closed) / len(closed) if closed else None
    return Balance(closed, positive, weight, 2.0 * weight / whole if whole else None, (camps[0], camps[1]), pairs)


def _checked(actors: Sequence[str], ties: ArrayLike) -> Array:
    t = np.array(ties, dtype=np.float64)
    n = len(actors)
    if t.shape != (n, n):
        raise InputError(f"the ties have the shape {t.shape}", mend=f"give {n} × {n} numbers, one to each pair of actors")
    np.fill_diagonal(t, 0.0)
    t[np.isnan(t) & np.isnan(t.T)] = 0.0
    wrong = np.argwhere((t != t.T) | (np.abs(t) > 1.0))
    if len(wrong):
        i, j = wrong[0]
        at = f"tie of {actors[i]} and {actors[j]}"
        raise InputError(
            f"is {t[i, j]:g} one way and {t[j, i]:g} the other", at=at, mend="give one number from −1 to 1 both ways"
        )
    return t


def _triads(actors: Sequence[str], t: Array) -> list[Triad]:
    found = list[Triad]()
    for i, j, k in combinations(range(len(actors)), 3):
        three = np.array([t[i, j], t[i, k], t[j, k]])
        if three.all():
            names = (actors[i], actors[j], actors[k])
            found.append(Triad(names, int(np.sign(three).prod()), float(np.abs(three).min())))
    return found


def _components(t: Array) -> list[list[int]]:
    """Actors that ties connect, each set in order; frustration is the sum of theirs."""
    left, found = {i for i in range(len(t)) if t[i].any()}, list[list[int]]()
    while left:
        front: list[int] = [min(left)]
        part: set[int] = set(front)
        while front:
            here = front.pop()
            near = [j for j in range(len(t)) if t[here, j] and j not in part]
            part.update(near)
            front.extend(near)
        left -= part
        found.append(sorted(part))
    return found


def _camps(t: Array, n: int) -> NDArray[np.int64]:
    """The first partition with the least frustration, signs ±1 with the first actor in +1."""
    if n > MOST:
        raise InputError(f"{n} actors are connected by ties", mend=f"look at {MOST} or fewer at once: all partitions are tried")
    best, sides = -np.inf, np.ones(n, dtype=np.int64)
    for start in range(0, 1 << (n - 1), _AT_ONCE):
        codes = np.arange(start, min(start + _AT_ONCE, 1 << (n - 1)))
        sigma = 1 - 2 * ((codes[:, None] << 1 >> np.arange(n)) & 1)
        kept = np.einsum("ci,ij,cj->c", sigma, t, sigma, optimize=True)
        top = int(kept.argmax())
        if kept[top] > best + 1e-9:
            best, sides = kept[top], sigma[top]
    return sides
