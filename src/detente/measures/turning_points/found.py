"""What a search for turning points returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Detector = Literal["level", "spike"]
Direction = Literal["thaw", "chill"]


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """One declared month.

    Args:
        month: "2020-07": the first month of the new level, or the month that stands out.
        detector: which of the two declared it.
        direction: thaw where the score rises, chill where it falls.
        statistic: of a level, the contrast of the segment in standard deviations of the months scanned; of a spike, the distance
            from the neighbours' median in robust standard deviations; ≥ 0.
        p_value: share of shuffled series, this one counted among them, with a statistic at least as large, in (0, 1].
        first, last: the interval of the month: of a level, 80 % of the weight of where the level starts; of a spike, the run of
            months of the same direction that pass.
        before, after: of a level, the medians of the two segments that meet there; of a spike, the median of the twelve
            neighbours and the month's own value; in units of the series.
        events: ids of the events of that month that pull in that direction, the strongest first; empty for a bare series.
        about: what this number is, in words.
    """

    month: str
    detector: Detector
    direction: Direction
    statistic: float
    p_value: float
    first: str
    last: str
    before: float
    after: float
    events: tuple[str, ...] = ()
    about: str = ""


@dataclass(frozen=True, slots=True)
class TurningPoints:
    """The turning points of one series, by month; none where nothing stands out.

    Args:
        months: names of the months, without gaps. values: the score of each.
        points: by month, levels before spikes.
        left_out: months that pass as well, but are more than one series may declare.
        unscored: ids of events that have no score and so are in none of the values.
        n_shuffles, seed: of the shuffles. about: what these numbers are, in words.
    """

    months: tuple[str, ...]
    values: tuple[float, ...]
    points: tuple[TurningPoint, ...]
    left_out: tuple[str, ...]
    unscored: tuple[str, ...]
    n_shuffles: int
    seed: int
    about: str

    @property
    def levels(self) -> tuple[TurningPoint, ...]:
        """Those of the level detector."""
        return tuple(point for point in self.points if point.detector == "level")

    @property
    def spikes(self) -> tuple[TurningPoint, ...]:
        """Those of the spike detector."""
        return tuple(point for point in self.points if point.detector == "spike")


@dataclass(frozen=True, slots=True)
class Thin:
    """A series that is too thin to judge, and why: not the same as a series without turning points.

    Args:
        reason: one line. n_months: its length. per_month: mean count a month, None where counts are not known.
    """

    reason: str
    n_months: int
    per_month: float | None = None

    @property
    def points(self) -> tuple[TurningPoint, ...]:
        """Nothing is declared."""
        return ()
