"""Spikes: single months that stand out from those around them.

The distance of a month from the median of its twelve nearest neighbours, over the MAD of all such distances,

    T_t = |r_t| / MAD(r),   r_t = x_t − median(x of the 12 nearest months)

is set beside the largest T of each shuffled series. The series that is shuffled is clipped at its median ± 3 MAD: outliers left in
it would find themselves in every shuffle and so explain themselves away. But plain noise too loses its largest months to that clip,
and what is left makes them look rare. So p is the larger of two: that against the shuffles, and that against normal noise of the
same length.

References:
    P. H. Westfall, S. S. Young, Resampling-Based Multiple Testing, Wiley (1993), ch. 2: p-values from the largest statistic.
    R. K. Pearson, Outliers in process modeling and identification, IEEE Trans. Control Syst. Technol. 10 (2002), 55–63: the filter.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from detente.measures.turning_points.shuffles import Array, orders, p_values, spread

NEIGHBOURS = 12
"""Months beside which a month is judged: half a year on either side, or the nearest twelve at the ends of the series."""
CLIP = 3.0
"""MADs from the median at which the series that is shuffled is clipped."""
ALPHA = 0.02


class Spike(NamedTuple):
    """A month `at`, the median of its neighbours, and its sign; indices first ≤ at ≤ last of the run that it is in."""

    at: int
    statistic: float
    p_value: float
    sign: int
    around: float
    first: int
    last: int


def beside(n: int) -> NDArray[np.int64]:
    """Indices of the nearest neighbours of each of n > NEIGHBOURS months, shape (n, NEIGHBOURS)."""
    start = np.clip(np.arange(n) - NEIGHBOURS // 2, 0, n - NEIGHBOURS - 1)
    window = start[:, None] + np.arange(NEIGHBOURS + 1)
    return window[window != np.arange(n)[:, None]].reshape(n, NEIGHBOURS)


def residuals(x: Array) -> Array:
    """The r of each month of each row, shape (B, n)."""
    middle = NEIGHBOURS // 2
    near = np.partition(x[:, beside(x.shape[1])], (middle - 1, middle), axis=-1)
    return x - (near[..., middle - 1] + near[..., middle]) / 2.0


def distances(x: Array) -> Array:
    """The T of each month of each row, shape (B, n); zero where MAD(r) is."""
    r = residuals(x)
    scale = spread(r)[:, None]
    return np.where(scale > 0, np.abs(r) / np.where(scale > 0, scale, 1.0), 0.0)


@lru_cache(maxsize=32)
def noise(n: int, n_shuffles: int, seed: int) -> Array:
    """The largest T of each of n_shuffles series of n independent normal months, shape (n_shuffles,), read-only."""
    drawn = np.random.default_rng([seed, n, 1]).standard_normal((n_shuffles, n))
    found = np.asarray(distances(drawn).max(axis=1), dtype=np.float64)
    found.setflags(write=False)
    return found


def clipped(values: Array) -> Array:
    """The series at most CLIP MADs from its median, shape (n,)."""
    middle, reach = np.median(values), CLIP * spread(values)
    return np.clip(values, middle - reach, middle + reach)


def spikes(values: Array, *, alpha: float, n_shuffles: int, seed: int) -> list[Spike]:
    """Every month that stands out, by month.

    Args:
        values: (n,), finite, n > NEIGHBOURS.
        alpha: chance of any spike in a series of the null.
        n_shuffles: B.
        seed: of the shuffles.
    """
    r, t = residuals(values[None])[0], distances(values[None])[0]
    null = distances(clipped(values)[orders(len(values), n_shuffles, seed)]).max(axis=1)
    p = np.maximum(p_values(t, null), p_values(t, noise(len(values), n_shuffles, seed)))
    sign = np.where(p <= alpha, np.sign(r), 0).astype(int)
    return [_spike(int(at), values, r, t, p, sign) for at in np.flatnonzero(sign)]


def _spike(at: int, values: Array, r: Array, t: Array, p: Array, sign: NDArray[np.int64]) -> Spike:
    first = last = at
    while first > 0 and sign[first - 1] == sign[at]:
        first -= 1
    while last + 1 < len(sign) and sign[last + 1] == sign[at]:
        last += 1
    return Spike(at, float(t[at]), float(p[at]), int(sign[at]), float(values[at] - r[at]), first, last)
