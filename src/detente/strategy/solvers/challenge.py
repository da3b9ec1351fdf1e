"""The challenge model: actors threaten each other and move, round by round.

One round, all actors at once, from positions x_i ∈ ℝ, influence c_i ≥ 0, salience s_i ∈ [0, 1] and R = max x − min x:

1. vote of k in the contest of i against j: v_k(i,j) = c_k s_k (U_kj − U_ki), U_kj = (|x_k − x_j| / R)^ρ_k
2. chance: P_ij = Σ_k max(0, v_k(i,j)) / Σ_k Σ_i Σ_j |v_k(i,j)|
3. with d = |x_i − x_j| / R and an exponent r: us = 2 − 4(½ − d/2)^r, uf = 2 − 4(½ + d/2)^r, uq = 2 − 4·½^r,
   A_ij = s_j [P_ij us + (1 − P_ij) uf] + (1 − s_j) us − Q uq   (i challenges j)
   B_ij = s_i [P_ji us + (1 − P_ji) uf] + (1 − s_i) us − Q uq   (j challenges i), both with r = r_i
4. risk: from a pass with every exponent 1, Z_i = Σ_j B_ij, ratio_i = (2Z_i − max Z − min Z)/(max Z − min Z) ∈ [−1, 1],
   r_i = (1 − ratio_i/3)/(1 + ratio_i/3) ∈ [½, 2]; then 1–3 again with ρ = r
5. i receives from j a confrontation where B > A > 0 (it would go to x_j), a compromise where A < 0 < B and B > |A| (to
   x_i + (x_j − x_i)|A/B|); it takes the nearest confrontation, else one compromise, else stays

It does not converge: the round at which it is read is part of the answer. `Conventions` lists what the papers leave open.

References:
    B. Bueno de Mesquita, Political forecasting: an expected utility method (1994), in European Community Decision Making, ch. 4.
    J. B. Scholz, G. J. Calbert, G. A. Smith, Unravelling Bueno De Mesquita's group decision model, Journal of Theoretical
    Politics 23 (2011), 510–531.
    D. Masad, bdm-scholz-expected-utility-model (2013), a replication in the open.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from detente.errors import InputError
from detente.strategy.power import Array, number, weighed
from detente.strategy.solvers.compromise import mean
from detente.strategy.solvers.expected_utility import AS_CIRCULATED, Conventions, Expectations, expect, risks
from detente.strategy.solvers.median import middle

ROUNDS = 10
STAYS, CONFRONTED, COMPROMISED, CAPITULATED = range(4)
_CELLS = 1 << 15
"""Pairs times draws worked on at once: what stays in a core's cache."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Trace:
    """What happened, round by round; round 0 is the input.

    Args:
        positions: (rounds + 1, n). mean, median: (rounds + 1,), weighed by c·s.
        risk: (rounds, n), exponents r in [½, 2].
        moves: (rounds, n): 0 stays, 1 confronted, 2 compromised, 3 capitulated.
        toward: (rounds, n), index of the actor moved to or towards, −1 for nobody.
    """

    positions: Array
    mean: Array
    median: Array
    risk: Array
    moves: Ints
    toward: Ints


@dataclass(frozen=True, slots=True)
class Draws:
    """The same for many draws: positions (d, n) after the last round, mean and median (d, rounds + 1)."""

    positions: Array
    mean: Array
    median: Array


def challenge(
    positions: ArrayLike, salience: ArrayLike, influence: ArrayLike, rounds: int = ROUNDS, how: Conventions = AS_CIRCULATED
) -> Trace:
    """The challenge model on one issue.

    Args:
        positions: (n,), any scale, all known; the order of actors breaks ties.
        salience: (n,) in [0, 1].
        influence: (n,), ≥ 0, any scale.
        rounds: how many, ≥ 0.
        how: the conventions.

    Raises:
        InputError: for values out of range, an unknown position, or nobody who weighs anything.

    >>> trace = challenge([0, 100], [0.5, 0.5], [1, 3], rounds=1)  # the weaker expects to lose, and gives way to the stronger
    >>> trace.positions[1].tolist()
    [100.0, 100.0]
    """
    x, w, s = _checked(positions, salience, influence, rounds)
    if x.ndim != 1:
        raise InputError(f"positions have the shape {x.shape}", mend="give one number to each actor, or use challenge_draws")
    path, steps = [x[:, None]], list[_Step]()
    for _ in range(rounds):
        steps.append(_step(path[-1], w[:, None], s[:, None], _spread(path, how), how))
        path.append(steps[-1].positions)
    whole, power = np.stack([one[:, 0] for one in path]), np.broadcast_to(w, (rounds + 1, x.size))
    return Trace(
        whole,
        mean(whole, power),
        middle(whole, power),
        np.array([one.risk[:, 0] for one in steps]).reshape(rounds, x.size),
        np.array([one.moves[:, 0] for one in steps], dtype=np.int64).reshape(rounds, x.size),
        np.array([one.toward[:, 0] for one in steps], dtype=np.int64).reshape(rounds, x.size),
    )


def challenge_draws(
    positions: ArrayLike, salience: ArrayLike, influence: ArrayLike, rounds: int = ROUNDS, how: Conventions = AS_CIRCULATED
) -> Draws:
    """The challenge model on many draws at once; a draw gives what `challenge` gives for it, to rounding.

    Args:
        positions: (d, n), all known.
        salience: (d, n) or (n,), in [0, 1].
        influence: (d, n) or (n,), ≥ 0.
        rounds: how many, ≥ 0.
        how: the conventions.

    Raises:
        InputError: as `challenge`.
    """
    x, w, s = _checked(positions, salience, influence, rounds)
    if x.ndim != 2:
        raise InputError(f"positions have the shape {x.shape}", mend="give a row of positions to each draw")
    d, n = x.shape
    final, means, medians = np.empty((d, n)), np.empty((d, rounds + 1)), np.empty((d, rounds + 1))
    size = max(1, _CELLS // (n * n))
    for first in range(0, d, size):
        part = slice(first, first + size)
        path = [np.ascontiguousarray(x[part].T)]
        power, stake = np.ascontiguousarray(w[part].T), np.ascontiguousarray(s[part].T)
        for _ in range(rounds):
            path.append(_step(path[-1], power, stake, _spread(path, how), how).positions)
        whole = np.stack([one.T for one in path], axis=1)
        final[part] = whole[:, -1]
        means[part], medians[part] = mean(whole, w[part, None]), middle(whole, np.broadcast_to(w[part, None], whole.shape))
    return Draws(final, means, medians)


def first_pass(
    positions: ArrayLike, salience: ArrayLike, influence: ArrayLike, how: Conventions = AS_CIRCULATED
) -> tuple[Expectations, Array, Array]:
    """What the actors of one issue expect before risk is known, Z, and the risk exponents that follow from it.

    Args:
        positions: (n,), any scale.
        salience: (n,) in [0, 1].
        influence: (n,), ≥ 0.
        how: the conventions.

    Returns:
        The expectations, arrays (n, n, 1); Z, (n,); r, (n,).

    Raises:
        InputError: as `challenge`.
    """
    x, w, s = (one[:, None] for one in _checked(positions, salience, influence, 0))
    seen = expect(x, w, s, _spread([x], how), None, how)
    threat = seen.b.sum(axis=1)
    return seen, threat[:, 0], risks(threat)[:, 0]


@dataclass(frozen=True, slots=True)
class _Step:
    """One round, everything (n, d)."""

    positions: Array
    risk: Array
    moves: Ints
    toward: Ints


def _checked(positions: ArrayLike, salience: ArrayLike, influence: ArrayLike, rounds: int) -> tuple[Array, Array, Array]:
    """Positions, c·s and s, all of the shape of the positions with every other axis."""
    if rounds < 0:
        raise InputError(f"{rounds} rounds cannot be run", mend="give 0 or more")
    number("position", positions)
    s = number("salience", salience, 0.0, 1.0)
    x, w = weighed(positions, s, influence)
    return x, w, np.broadcast_to(s, x.shape)


def _spread(path: list[Array], how: Conventions) -> Array:
    """R of each draw, (d,); 1 where all positions are equal, so that every distance is 0 and nobody moves."""
    x = path[0] if how.scale == "first" else path[-1]
    spread = x.max(axis=0) - x.min(axis=0)
    return np.where(spread > 0, spread, 1.0)


def _step(x: Array, w: Array, s: Array, spread: Array, how: Conventions) -> _Step:
    """One round from the positions x, (n, d)."""
    risk = risks(expect(x, w, s, spread, None, how).b.sum(axis=1))
    seen = expect(x, w, s, spread, risk, how)
    a, b = seen.a, seen.b
    apart = x[None, :] - x[:, None]
    other, share = apart != 0, np.abs(np.divide(a, b, out=np.zeros_like(a), where=b != 0))
    sign = other & (a < 0) & (b > 0)
    meet = x[:, None] + apart * share
    key = (share * x[:, None] + x[None, :]) / (share + 1.0) if how.selection == "position" else np.abs(apart) * share
    offers = [(CONFRONTED, other & (b > a) & (a > 0), np.abs(apart)), (COMPROMISED, sign & (b > -a), key)]
    if how.capitulation:
        offers.append((CAPITULATED, sign & (b <= -a), np.abs(apart)))
    moves, toward = np.zeros(x.shape, dtype=np.int64), np.full(x.shape, -1)
    for kind, made, cost in reversed(offers):
        best = np.where(made, cost, np.inf).argmin(axis=1)
        some = made.any(axis=1)
        moves, toward = np.where(some, kind, moves), np.where(some, best, toward)
    target = np.maximum(toward, 0)[:, None]
    goal, halfway = (np.take_along_axis(np.broadcast_to(one, a.shape), target, axis=1)[:, 0] for one in (x[None, :], meet))
    moved = np.where(moves == STAYS, x, np.where(moves == COMPROMISED, halfway, goal))
    return _Step(moved, risk, moves, toward)
