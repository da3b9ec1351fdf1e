"""The interval of a warmth.

With a cooperative and c conflictual weight, warmth is (a − c)/(a + c), that is 2p − 1 with p = a/(a + c). The interval is
that of p under Jeffreys' prior, Beta(a + ½, c + ½), mapped to [−1, 1]; which documents happened to be read is a second
source of doubt, so each draw first resamples the documents. An act told by several documents is split evenly among them.

References:
    L. D. Brown, T. T. Cai, A. DasGupta, Interval estimation for a binomial proportion, Statistical Science 16 (2001).
    B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap (1993), ch. 8 (resampling whole units).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

DRAWS = 2000
LEVEL = 0.8
"""Share of the draws inside the interval: 80 %."""


def resampled(events: Sequence[str], documents_of: Mapping[str, Sequence[str]] | None, seed: int) -> NDArray[np.float64]:
    """How often each event is drawn when its documents are drawn with replacement, shape (DRAWS, len(events)), mean 1.

    Args:
        events: event ids.
        documents_of: event id → ids of the documents that tell it. An event that is not in it is a unit of its own.
        seed: the same seed and the same documents give the same draws.
    """
    told = [tuple(sorted(set((documents_of or {}).get(event, ())))) or (f"\0{event}",) for event in events]
    names = sorted({name for names in told for name in names})
    column = {name: index for index, name in enumerate(names)}
    rng = np.random.default_rng([seed, len(names)])
    picks = rng.integers(0, max(len(names), 1), size=(DRAWS, len(names)))
    counts = np.stack([np.bincount(row, minlength=len(names)) for row in picks]) if names else np.zeros((DRAWS, 0))
    drawn = [counts[:, [column[name] for name in names]].mean(axis=1) for names in told]
    return np.stack(drawn, axis=1) if drawn else np.zeros((DRAWS, 0))


def drawn(cooperative: NDArray[np.float64], conflictual: NDArray[np.float64], seed: Sequence[int]) -> NDArray[np.float64]:
    """Warmths, each in [−1, 1], from resampled weights a and c; all of shape (DRAWS,)."""
    return 2.0 * np.random.default_rng(list(seed)).beta(cooperative + 0.5, conflictual + 0.5) - 1.0


def interval(draws: NDArray[np.float64], point: float) -> tuple[float, float]:
    """The 80 % interval of draws.

    It is widened to hold the point where all acts are of one sign (there the beta's upper quantile lies below 1).

    Returns:
        low ≤ point ≤ high.
    """
    low, high = np.quantile(draws, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return min(float(low), point), max(float(high), point)
