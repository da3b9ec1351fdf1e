"""Series whose turning points are known: each is returned together with its truth.

A month has Poisson(10) events, each with a Goldstein score from N(2, 4.5²); in seven consecutive months the mean is −3 instead.
The score of a month is the sum. Six months or more lie before the seven and after them, so that there is something to tell them from.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from detente.measures.turning_points.monthly import Contribution, Series

MONTHS = 48
EVENTS = 10.0
MEAN, CHILLED, DEVIATION = 2.0, -3.0, 4.5
SPELL = 7
MARGIN = 6
START = date(2018, 1, 1)


@dataclass(frozen=True, slots=True)
class Known:
    """A synthetic series with its truth: indices and names of the first chilled month and of the first one after; None without."""

    series: Series
    chill: int | None
    thaw: int | None

    @property
    def months(self) -> tuple[str, ...]:
        """Names of the true turning points, in order."""
        names = self.series.months
        return tuple(names[at] for at in (self.chill, self.thaw) if at is not None)


def chilled(seed: int) -> Known:
    """A series with seven chilled months.

    >>> one = chilled(0)
    >>> len(one.series.values), one.thaw - one.chill, one.months == (one.series.months[one.chill], one.series.months[one.thaw])
    (48, 7, True)
    """
    rng = np.random.default_rng([seed, 1])
    chill = int(rng.integers(MARGIN, MONTHS - SPELL - MARGIN + 1))
    return Known(_series(rng, chill), chill, chill + SPELL)


def unbroken(seed: int) -> Known:
    """A series in which nothing turns."""
    return Known(_series(np.random.default_rng([seed, 0]), None), None, None)


def _series(rng: np.random.Generator, chill: int | None) -> Series:
    counts = rng.poisson(EVENTS, MONTHS)
    carried = list[list[Contribution]]()
    for month, n in enumerate(counts):
        mean = CHILLED if chill is not None and chill <= month < chill + SPELL else MEAN
        scores = rng.normal(mean, DEVIATION, int(n))
        carried.append([(f"{month:02d}-{k:02d}", float(score)) for k, score in enumerate(scores)])
    values = [float(sum(score for _, score in month)) for month in carried]
    return Series(START, values, [float(n) for n in counts], "events", carried)
