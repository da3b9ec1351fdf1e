"""Exchange at equal gain: two actors each give way on the issue that is relatively cheap to them.

With O_k = Σ_i w_ik x_ik / Σ_i w_ik, w_ik = c_ik s_ik, and losses s_ik |O_k − x_ik|: actors i and j stand on opposite sides of the
outcomes of both issues p and q, and s_ip/s_iq < s_jp/s_jq, so that i supplies p and j supplies q. If the outcome of p moves by
δp ≥ 0 towards j, and that of q by δq ≥ 0 towards i,

    gain_i = s_iq δq − s_ip δp,   gain_j = s_jp δp − s_jq δq
    equal gain:  δq = δp (s_ip + s_jp)/(s_iq + s_jq)

as far as the scarcer supply lasts: δp ≤ w_ip |x_jp − x_ip| / Σ w_p (i moves wholly to j), and not beyond x_jp; δq likewise.
The largest gain of one is that at which the other is left with 0.

References:
    F. N. Stokman, R. Van Oosten, The exchange of voting positions: an object-oriented model of policy networks, in B. Bueno de
    Mesquita, F. N. Stokman (eds.), European Community Decision Making, Yale University Press (1994), ch. 5.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike

from detente.errors import InputError
from detente.strategy.power import Array, number
from detente.strategy.solvers.compromise import mean

LEAST = 1e-9
"""Gains up to this share of the largest possible loss are rounding."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One trade. Actors and issues are indices; gains are in units of salience times position.

    Args:
        giver: i, who gives way on issue `given`. taker: j, who gives way on issue `taken`; `given` < `taken`.
        given_shift, taken_shift: how far the outcomes of the two issues move, signed.
        gain: of each of the two.
        best_giver, best_taker: the largest gain of each that leaves the other at 0.
        binding: the issue whose supply is used up.
    """

    giver: int
    taker: int
    given: int
    taken: int
    given_shift: float
    taken_shift: float
    gain: float
    best_giver: float
    best_taker: float
    binding: int


@dataclass(frozen=True, slots=True)
class Deals:
    """Exchanges carried out one after another, and the outcomes (m,) before and after, with the voting positions (n, m) left."""

    exchanges: tuple[Exchange, ...]
    before: Array
    after: Array
    positions: Array


def exchanges(positions: ArrayLike, salience: ArrayLike, influence: ArrayLike) -> list[Exchange]:
    """Every exchange from which both sides gain, the largest gain first, then in order of issues and actors.

    Args:
        positions: (n, m), nan where an actor's position on an issue is not known.
        salience: (n, m), ≥ 0, comparable between the issues of an actor and between actors.
        influence: (n,) or (n, m), ≥ 0, any scale.

    Raises:
        InputError: for shapes that do not fit, values out of range, or an issue on which nobody weighs anything.

    >>> best = exchanges([[0, 0], [100, 100]], [[10, 90], [60, 50]], [1, 1])[0]
    >>> best.giver, best.given, best.binding, round(best.gain, 9), round(best.best_giver, 9)
    (0, 0, 0, 500.0, 1400.0)
    """
    x, s, w = _checked(positions, salience, influence)
    return _ordered(_possible(x, x, s, w))


def trade(positions: ArrayLike, salience: ArrayLike, influence: ArrayLike, most: int | None = None) -> Deals:
    """Carries out the exchange with the largest gain, then the largest of those left, until nobody gains.

    An actor gives way on an issue once. Interests stay what they were; only voting positions move.

    Args:
        positions: (n, m), nan where not known.
        salience: (n, m), ≥ 0.
        influence: (n,) or (n, m), ≥ 0.
        most: at most so many exchanges; None for all.

    Raises:
        InputError: as `exchanges`.

    >>> deals = trade([[0, 0], [100, 100]], [[10, 90], [60, 50]], [1, 1])
    >>> deals.after.round(6).tolist()
    [100.0, 28.571429]
    """
    x, s, w = _checked(positions, salience, influence)
    votes, spent, done = x.copy(), np.zeros(x.shape, dtype=bool), list[Exchange]()
    while most is None or len(done) < most:
        found = [one for one in _possible(x, votes, s, w) if not (spent[one.giver, one.given] or spent[one.taker, one.taken])]
        if not found:
            break
        best = _ordered(found)[0]
        total = w.sum(axis=0)
        for actor, issue, shift in ((best.giver, best.given, best.given_shift), (best.taker, best.taken, best.taken_shift)):
            votes[actor, issue] += shift * total[issue] / w[actor, issue]
            spent[actor, issue] = True
        done.append(best)
    return Deals(tuple(done), _outcomes(x, w), _outcomes(votes, w), votes)


def effects(exchange: Exchange, positions: ArrayLike, salience: ArrayLike, outcomes: ArrayLike) -> Array:
    """What an exchange brings everybody, bystanders too: Σ over its two issues of s (|O − x| − |O + shift − x|).

    Args:
        exchange: one of `exchanges`, or of `trade` with the outcomes at its turn.
        positions: (n, m), nan where not known.
        salience: (n, m), ≥ 0.
        outcomes: (m,), before the exchange.

    Returns:
        (n,), nan where an actor's position on one of the two issues is not known; the gain itself for the two.
    """
    x, s = number("position", positions, gaps=True), number("salience", salience, 0.0)
    before = number("outcome", outcomes)
    after = before.copy()
    after[[exchange.given, exchange.taken]] += (exchange.given_shift, exchange.taken_shift)
    two = [exchange.given, exchange.taken]
    return (s * (np.abs(before - x) - np.abs(after - x)))[:, two].sum(axis=1)


def _checked(positions: ArrayLike, salience: ArrayLike, influence: ArrayLike) -> tuple[Array, Array, Array]:
    x, s = number("position", positions, gaps=True), number("salience", salience, 0.0)
    c = number("influence", influence, 0.0)
    if x.ndim != 2 or s.shape != x.shape or c.shape not in (x.shape, x.shape[:1]):
        shapes = f"{x.shape}, {s.shape} and {c.shape}"
        raise InputError(
            f"positions, salience and influence have shapes {shapes}", mend="give actors as rows and issues as columns"
        )
    w = np.where(np.isnan(x), 0.0, s * (c[:, None] if c.ndim == 1 else c))
    if not (w.sum(axis=0) > 0).all():
        raise InputError("nobody weighs anything on an issue", mend="leave the issue out, or give it a position and power")
    return x, s, w


def _outcomes(votes: Array, w: Array) -> Array:
    return mean(np.where(w > 0, votes, 0.0).T, w.T)


def _ordered(found: Iterator[Exchange] | list[Exchange]) -> list[Exchange]:
    return sorted(found, key=lambda one: (-one.gain, one.given, one.taken, one.giver, one.taker))


def _possible(x: Array, votes: Array, s: Array, w: Array) -> Iterator[Exchange]:
    """Exchanges open from the voting positions; x are the interests, all (n, m)."""
    outcome = _outcomes(votes, w)
    side = np.where(w > 0, np.sign(np.nan_to_num(x - outcome)), 0.0)
    reach = _reach(x, votes, w, outcome)
    for p, q in combinations(range(x.shape[1]), 2):
        facing = (side[:, None, p] * side[None, :, p] < 0) & (side[:, None, q] * side[None, :, q] < 0)
        cheaper = s[:, None, p] * s[None, :, q] < s[None, :, p] * s[:, None, q]
        for i, j in np.argwhere(facing & cheaper):
            one = _equal(int(i), int(j), p, q, s, side, reach)
            if one is not None:
                yield one


def _reach(x: Array, votes: Array, w: Array, outcome: Array) -> Array:
    """How far i can bring the outcome of each issue towards what j wants, (n, n, m): i's whole move, and not beyond x_j."""
    wanted = np.nan_to_num(x)[None, :, :]
    move = w[:, None, :] * np.abs(wanted - np.nan_to_num(votes)[:, None, :]) / w.sum(axis=0)
    return np.minimum(move, np.abs(wanted - outcome))


def _equal(i: int, j: int, p: int, q: int, s: Array, side: Array, reach: Array) -> Exchange | None:
    """The exchange in which i gives way on p and j on q."""
    ip, iq, jp, jq = float(s[i, p]), float(s[i, q]), float(s[j, p]), float(s[j, q])
    most_p, most_q = float(reach[i, j, p]), float(reach[j, i, q])
    rate = (ip + jp) / (iq + jq)
    binds_p = most_p * rate <= most_q
    dp, dq = (most_p, most_p * rate) if binds_p else (most_q / rate, most_q)
    gain = jp * dp - jq * dq
    if not gain > LEAST * max(ip, iq, jp, jq) * max(most_p, most_q):
        return None
    far = min(most_p, most_q * jq / jp)
    best_giver = iq * (most_q if jq == 0 else jp * far / jq) - ip * far
    near = most_p if ip == 0 else min(most_p, most_q * iq / ip)
    best_taker = jp * near - jq * ip * near / iq
    shift_p, shift_q = float(side[j, p]) * dp, float(side[i, q]) * dq
    return Exchange(i, j, p, q, shift_p, shift_q, gain, best_giver, best_taker, p if binds_p else q)
