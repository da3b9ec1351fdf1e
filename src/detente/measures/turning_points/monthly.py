"""A score for each of a run of months, with the counts that say whether it can be judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import numpy as np

from detente.errors import InputError
from detente.measures import periods
from detente.measures.dyads import Proxies, acts
from detente.measures.turning_points.found import Thin
from detente.measures.turning_points.shuffles import Array, spread
from detente.records import Event

LEAST_MONTHS = 24
LEAST_COUNT = 3.0
"""Events a month, on average, below which a series is refused. An active day has at least one event, so the same floor on active
days is no lower."""
CARRIERS = 5

Unit = Literal["events", "active days"]
Contribution = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Series:
    """Scores of consecutive calendar months; a month in which nothing happened has the score 0.

    Args:
        start: any day of the first month.
        values: score of each month, finite: sums of the scores of its events.
        counts: how much each month rests on, ≥ 0; None where that is not known.
        unit: what the counts count.
        carried: for each month, event ids with what each adds to the score; empty for a series that does not come from events.
        unscored: ids of events that have no score and are in none of the values; they are in none of the counts either.
    """

    start: date
    values: Sequence[float]
    counts: Sequence[float] | None = None
    unit: Unit = "events"
    carried: Sequence[Sequence[Contribution]] = field(default=(), repr=False)
    unscored: tuple[str, ...] = ()

    @property
    def months(self) -> tuple[str, ...]:
        """Names of the months."""
        if not len(self.values):
            return ()
        index = self.start.year * 12 + self.start.month - 2 + len(self.values)
        return tuple(month.name for month in periods.months(self.start, date(index // 12, index % 12 + 1, 1)))

    def array(self) -> Array:
        """The scores, shape (n,).

        Raises:
            InputError: for a score or count that is not finite, a negative count, or lists of different lengths.
        """
        found = _numbers(self.values, "score", self)
        if self.counts is not None:
            if len(self.counts) != len(found):
                raise InputError(
                    f"{len(found)} scores and {len(self.counts)} counts", mend="give one count to each month, or none"
                )
            if (_numbers(self.counts, "count", self) < 0).any():
                raise InputError("a count is below zero", mend="give 0 for a month without events")
        return found

    def thin(self) -> Thin | None:
        """Why the series cannot be judged, None where it can. Raises InputError as `array` does."""
        x, n = self.array(), len(self.values)
        per_month = None if self.counts is None or not n else float(np.mean(self.counts))
        said = None if per_month is None else round(per_month, 6)
        if n < LEAST_MONTHS:
            return Thin(f"{n} months are too few; {LEAST_MONTHS} are the least", n, said)
        if per_month is not None and per_month < LEAST_COUNT:
            return Thin(f"{per_month:.2g} {self.unit} a month are too few; {LEAST_COUNT:g} are the least", n, said)
        if not constant(x) and spread(x) <= 1e-9 * np.abs(x - np.median(x)).max():
            return Thin("more than half of the months have the same score: there is no spread to judge the others by", n, said)
        return None

    def carriers(self, month: int, sign: int) -> tuple[str, ...]:
        """Events of a month that pull in a direction, the strongest first, at most CARRIERS of them."""
        if not self.carried:
            return ()
        pulling = sorted(((-value * sign, name) for name, value in self.carried[month] if value * sign > 0))
        return tuple(name for _, name in pulling[:CARRIERS])


def constant(x: Array) -> bool:
    """Whether all scores are the same, but for what adding a large number to them rounds away."""
    return bool(np.ptp(x) <= 1e-12 * np.abs(x).max(initial=0.0))


def _numbers(values: Sequence[float], what: str, series: Series) -> Array:
    try:
        found = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError):
        raise InputError(f"the {what}s are not all numbers", mend="give one number to each month") from None
    if found.ndim != 1:
        raise InputError(f"the {what}s have the shape {found.shape}", mend="give one number to each month")
    wrong = np.flatnonzero(~np.isfinite(found))
    if wrong.size:
        mend = "give 0 for a month without events; leave months that nobody looked at outside of the series"
        raise InputError(f"the {what} is {found[wrong[0]]}", at=series.months[int(wrong[0])], mend=mend)
    return found


def from_events(
    events: Iterable[Event],
    a: str,
    b: str,
    *,
    since: date | None = None,
    until: date | None = None,
    proxies: Proxies | None = None,
) -> Series | Thin:
    """The summed scores of the dated actual events between two states, both directions together, by calendar month.

    An event adds its score × π of its actors × the share of its days in the month, and counts as that share. Events without a score
    are left out and listed.

    Args:
        events: any events; those not between the two are passed over.
        a: a state, alpha-3.
        b: another.
        since: nothing on an earlier day counts.
        until: nothing on a later day counts; the series goes on to it.
        proxies: actors that act for a state, with their weight.

    Raises:
        InputError: for a state and itself, or a window that ends before it starts.
    """
    if since and until and since > until:
        raise InputError(f"the window ends on {until}, before it starts on {since}", mend="swap the two days")
    held = {event.id: event for event in events}
    found = [act for act in acts(held.values(), a, b, proxies=proxies) if periods.clip(act, since, until)]
    scores = {act.event: held[act.event].goldstein for act in found}
    extent = periods.extent(found, since, until)
    if extent is None:
        return Thin("no dated act lies between the two", 0)
    carried, counts = list[list[Contribution]](), list[float]()
    for month in periods.months(*extent):
        first, last = max(month.first, since or month.first), min(month.last, until or month.last)
        shares = [(act, share) for act in found if (share := periods.share(act, first, last)) > 0]
        scored = [(act, share, score) for act, share in shares if (score := scores[act.event]) is not None]
        carried.append([(act.event, score * act.weight * share) for act, share, score in scored])
        counts.append(sum(share for _, share, _ in scored))
    values = [float(sum(value for _, value in month)) for month in carried]
    unscored = tuple(sorted(name for name, score in scores.items() if score is None))
    return Series(extent[0], values, counts, "events", carried, unscored)
