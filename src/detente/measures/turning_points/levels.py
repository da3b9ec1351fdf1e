"""Level shifts: a scan of all segments, in the manner of circular binary segmentation.

The n scores are first bent, z = asinh((x − median)/(3 MAD)), which leaves ordinary months as they are and keeps a month of war
from passing as a level. Of every segment of L months, 3 ≤ L ≤ n − 3, the contrast with all other months is

    T = |Σ_{t in segment} (z_t − z̄)| · √(n / (L (n − L))) / sd(z)

and the largest is set beside the largest of each shuffled series. Where it passes, the segment's two ends (one, if it reaches the
end of the series) are shifts, and the pieces between them are scanned in the same way. A shift whose two neighbouring levels do not
differ by themselves, in shuffles across it alone, is taken back, the least certain first.

References:
    A. B. Olshen, E. S. Venkatraman, R. Lucito, M. Wigler, Circular binary segmentation for the analysis of array-based DNA copy
    number data, Biostatistics 5 (2004), 557–572.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from detente.measures.turning_points.shuffles import Array, orders, p_values, spread

LEAST = 3
"""Months that make a level: a quarter."""
BEND = 3.0
"""MADs from the median at which a score starts to count less than in proportion: where the spikes' null is clipped."""
ALPHA = 0.03
WEIGHT = 0.8
"""Share of the weight inside the interval of a month: 80 %."""


class Shift(NamedTuple):
    """A level that starts at month `at`, 0 < at < n; the scan that found it; the levels' sign; indices first ≤ at ≤ last."""

    at: int
    statistic: float
    p_value: float
    sign: int
    left: int
    right: int
    first: int
    last: int


def bent(values: Array) -> Array:
    """Scores on the scale that is scanned, shape (n,); MAD must be above zero."""
    return np.arcsinh((values - np.median(values)) / (BEND * spread(values)))


def contrasts(z: Array, length: int) -> tuple[Array, Array]:
    """T of all segments of one length: those inside (LEAST months left on either side), and the one that ends the series.

    Args:
        z: (n, B), columns with mean 0 and standard deviation 1, summed from the top: (n + 1, B) with a first row of zeros.
        length: L.

    Returns:
        Shapes (max(n − L − 2 LEAST + 1, 0), B) and (B,).
    """
    n = z.shape[0] - 1
    factor = np.sqrt(n / (length * (n - length)))
    starts = max(n - length - 2 * LEAST + 1, 0)
    inside = np.abs(z[LEAST + length : LEAST + length + starts] - z[LEAST : LEAST + starts]) * factor
    return inside, np.abs(z[n - length]) * factor


def largest(z: Array) -> Array:
    """The largest T of each column of (n, B), shape (B,); columns with mean 0 and standard deviation 1."""
    summed = np.concatenate([np.zeros((1, z.shape[1])), np.cumsum(z, axis=0)])
    best = np.zeros(z.shape[1])
    for length in range(LEAST, len(z) - LEAST + 1):
        inside, end = contrasts(summed, length)
        np.maximum(best, end, out=best)
        if len(inside):
            np.maximum(best, inside.max(axis=0), out=best)
    return best


def segment(z: Array) -> tuple[int, int, float]:
    """Start, end (exclusive) and T of the segment with the largest T; of (n,), as in `largest`. The first one, where several tie."""
    n, summed = len(z), np.concatenate([np.zeros((1, 1)), np.cumsum(z)[:, None]])
    best, start, end = -1.0, 0, n
    for length in range(LEAST, n - LEAST + 1):
        inside, tail = contrasts(summed, length)
        every = np.append(inside[:, 0], tail[0]).round(9)
        k = int(every.argmax())
        if every[k] > best:
            start = n - length if k == len(inside) else LEAST + k
            best, end = float(every[k]), start + length
    return start, end, best


def shifts(values: Array, *, alpha: float, n_shuffles: int, seed: int) -> list[Shift]:
    """Every level shift of a series, by month.

    Args:
        values: (n,), finite, with MAD above zero.
        alpha: chance of any shift in a series without one.
        n_shuffles: B.
        seed: of the shuffles.
    """
    z = bent(values)
    found = dict[int, tuple[float, float]]()
    todo = [(0, len(z))]
    while todo:
        left, right = todo.pop()
        piece = _standard(z[left:right])
        if piece is None:
            continue
        start, end, statistic = segment(piece)
        null = largest(piece[orders(len(piece), n_shuffles, seed)].T)
        p = float(p_values(np.array([statistic]), null)[0])
        if p > alpha:
            continue
        ends = [left + start] + ([left + end] if end < len(piece) else [])
        found.update((at, (statistic, p)) for at in ends)
        edges = [left, *ends, right]
        todo.extend(pairwise(edges))
    kept = _kept(z, sorted(found), alpha, n_shuffles, seed)
    edges = [0, *kept, len(z)]
    noise = _noise(z, edges)
    return [_shift(z, at, *found[at], edges[k], edges[k + 2], noise) for k, at in enumerate(kept)]


def _standard(z: Array) -> Array | None:
    """With mean 0 and standard deviation 1; None where that cannot be, or where no two levels fit in."""
    sd = float(z.std())
    return (z - z.mean()) / sd if len(z) >= 2 * LEAST and sd > 1e-9 else None


def _kept(z: Array, at: list[int], alpha: float, n_shuffles: int, seed: int) -> list[int]:
    """The shifts whose two neighbouring segments differ in shuffles of those two alone."""
    while at:
        edges = [0, *at, len(z)]
        doubt = [_edge(z[edges[k] : edges[k + 2]], edges[k + 1] - edges[k], n_shuffles, seed) for k in range(len(at))]
        worst = int(np.argmax(doubt))
        if doubt[worst] <= alpha:
            break
        at = at[:worst] + at[worst + 1 :]
    return at


def _edge(z: Array, left: int, n_shuffles: int, seed: int) -> float:
    """The p of the difference between the first `left` months and the others."""

    def apart(rows: Array) -> Array:
        return np.abs(rows[:, :left].mean(axis=1) - rows[:, left:].mean(axis=1))

    return float(p_values(apart(z[None]), apart(z[orders(len(z), n_shuffles, seed)]))[0])


def _noise(z: Array, edges: list[int]) -> float:
    """Variance of z about the levels of its segments, above zero."""
    rest = sum(float(((part := z[a:b]) - part.mean()) @ (part - part.mean())) for a, b in pairwise(edges))
    return max(rest / max(len(z) - len(edges) + 1, 1), 1e-12)


def _shift(z: Array, at: int, statistic: float, p: float, left: int, right: int, noise: float) -> Shift:
    """The shift with its interval: where else between its neighbours the level could start, weighed by exp(−RSS/2σ²)."""
    here = z[left:right]
    n, summed = len(here), np.cumsum(here)
    k = np.arange(1, n)
    gained = summed[:-1] ** 2 / k + (summed[-1] - summed[:-1]) ** 2 / (n - k)
    weight = np.exp((gained - gained.max()) / (2.0 * noise))
    weight /= weight.sum()
    first = last = at - left - 1
    while weight[first : last + 1].sum() < WEIGHT:
        lower, upper = weight[first - 1] if first else -1.0, weight[last + 1] if last + 1 < len(weight) else -1.0
        first, last = (first - 1, last) if lower > upper else (first, last + 1)
    sign = 1 if here[at - left :].mean() > here[: at - left].mean() else -1
    return Shift(at, statistic, p, sign, left, right, left + first + 1, left + last + 1)
