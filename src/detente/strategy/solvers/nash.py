"""Nash bargaining with unequal powers: the point of the bargaining set with the largest weighted product of gains.

    u_i(o) = s_i (1 − |o − x_i| / 100),   g_i(o) = u_i(o) − d_i
    set = { o ∈ [0, 100] : g_i(o) ≥ 0 for every i },   o* = argmax over the set of Π_i g_i(o)^{p_i}

with x_i ∈ [0, 100] the position, s_i ≥ 0 the salience, p_i ≥ 0 the bargaining power, and d_i the utility without a deal (plus what
the deal itself costs i elsewhere, such as sanctions). Each u_i is concave, so the set is an interval, and log of the product is
concave in it. Where the set is empty there is no deal. Of two with equal salience the optimum between them is closed:
o* = (p_1 z_2 + p_2 z_1)/(p_1 + p_2), z_i the point at which i gains nothing.

References:
    J. F. Nash, The bargaining problem, Econometrica 18 (1950), 155–162.
    E. Kalai, Nonsymmetric Nash solutions and replications of 2-person bargaining, International Journal of Game Theory 6 (1977), 129–133.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from detente.errors import InputError
from detente.strategy.power import Array, number

WIDTH = 100.0
"""Of the scale of positions."""
STEPS = 80
"""Halvings: 100 · 2^−80 is far below what a float64 near 100 can tell."""
SLACK = 1e-9
"""A set this much too narrow to exist is a point: the status quo between two parties leaves neither any gain."""


@dataclass(frozen=True, slots=True)
class Bargain:
    """Where the parties meet; every array has the shape (…), gains (…, n).

    Args:
        outcome: o*, nan where there is no deal.
        low, high: the bargaining set, nan where it is empty.
        gains: g_i(o*), nan where there is no deal.
    """

    outcome: Array
    low: Array
    high: Array
    gains: Array


def utility(outcome: ArrayLike, positions: ArrayLike, salience: ArrayLike) -> Array:
    """u_i(o) = s_i (1 − |o − x_i|/100), in [0, s_i], for o of the shape (…) and positions and salience (…, n).

    >>> utility(25, [0, 100], [1, 2]).tolist()
    [0.75, 0.5]
    """
    o, x, s = (np.asarray(one, dtype=np.float64) for one in (outcome, positions, salience))
    return s * (1.0 - np.abs(o[..., None] - x) / WIDTH)


def nash(positions: ArrayLike, powers: ArrayLike = 1.0, salience: ArrayLike = 1.0, disagreement: ArrayLike = 0.0) -> Bargain:
    """The bargain of the parties on one issue, or on many at once.

    Args:
        positions: (…, n), n ≥ 1 parties, each in [0, 100].
        powers: p_i, (…, n) or what broadcasts to it, ≥ 0, one of them above 0.
        salience: s_i, likewise, ≥ 0, one above 0 where there is power. A party with salience 0 is indifferent, and refuses only
            where its d_i is above 0.
        disagreement: d_i, likewise, in units of utility.

    Raises:
        InputError: for values out of range, shapes that do not fit, or no power at all.

    >>> round(float(nash([0, 100], powers=[0.7, 0.3]).outcome), 9)  # 0.7 · 0 + 0.3 · 100
    30.0
    """
    x = number("position", positions, 0.0, WIDTH)
    p, s, d = number("power", powers, 0.0), number("salience", salience, 0.0), number("disagreement", disagreement)
    try:
        x, p, s, d = np.broadcast_arrays(x, p, s, d)
    except ValueError:
        raise InputError(
            "positions, powers, salience and disagreement do not fit", mend="give one of each to every party"
        ) from None
    if x.ndim == 0 or x.shape[-1] == 0:
        raise InputError("there are no parties", mend="give at least one position")
    if not ((p * s).sum(axis=-1) > 0).all():
        raise InputError("nobody who has bargaining power cares", mend="give one party a power and a salience above 0")
    low, high = bargaining_set(x, s, d)
    o = np.where(np.isnan(low), np.nan, _peak(x, p, s, d, low, high))
    return Bargain(o, low, high, np.where(np.isnan(o)[..., None], np.nan, utility(o, x, s) - d))


def bargaining_set(x: Array, s: Array, d: Array) -> tuple[Array, Array]:
    """Both ends of { o ∈ [0, 100] : u_i(o) ≥ d_i for every i }, (…) each, nan where empty; x, s and d are (…, n)."""
    room = np.divide(s - d, s, out=np.where(d > 0, -2.0, 2.0), where=s > 0) * WIDTH
    low: Array = np.maximum((x - room).max(axis=-1), 0.0)
    high: Array = np.minimum((x + room).min(axis=-1), WIDTH)
    middle, point = (low + high) / 2.0, (low > high) & (low - high <= SLACK)
    low, high = np.where(point, middle, low), np.where(point, middle, high)
    empty = low > high
    return np.where(empty, np.nan, low), np.where(empty, np.nan, high)


def _peak(x: Array, p: Array, s: Array, d: Array, low: Array, high: Array) -> Array:
    """The argmax of Σ p_i log g_i over [low, high], by halving where its slope changes sign."""
    low, high = low.copy(), high.copy()
    for _ in range(STEPS):
        middle = (low + high) / 2.0
        gains = utility(middle, x, s) - d
        pull = p * s * np.sign(x - middle[..., None]) / WIDTH
        slope = np.divide(pull, gains, out=np.zeros_like(gains), where=(pull != 0) & (gains > 0)).sum(axis=-1)
        low, high = np.where(slope >= 0, middle, low), np.where(slope <= 0, middle, high)
    return (low + high) / 2.0
