"""Calendar months and years, and how an event's days fall into them.

An event is one unit, spread evenly over the days that it may lie on: known to the day it falls into one period, known only
to the year each month has its twelfth.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.measures.dyads import Act


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar month ("2016-08") or year ("2016") with its first and last day."""

    name: str
    first: date
    last: date


def month_of(day: date) -> Period:
    """The calendar month of a day."""
    first = day.replace(day=1)
    return Period(f"{day:%Y-%m}" if day.year > 999 else f"{day.year:04d}-{day.month:02d}", first, _end_of_month(first))


def year_of(day: date) -> Period:
    """The calendar year of a day."""
    return Period(f"{day.year:04d}", date(day.year, 1, 1), date(day.year, 12, 31))


def _end_of_month(first: date) -> date:
    if first.month == 12:
        return date(first.year, 12, 31)
    return date(first.year, first.month + 1, 1) - timedelta(days=1)


def months(first: date, last: date) -> Iterator[Period]:
    """The months from the one of `first` to the one of `last`, both included."""
    for index in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield month_of(date(index // 12, index % 12 + 1, 1))


def years(first: date, last: date) -> Iterator[Period]:
    """The calendar years from the one of `first` to the one of `last`, both included."""
    for year in range(first.year, last.year + 1):
        yield year_of(date(year, 1, 1))


def clip(act: Act, since: date | None, until: date | None) -> tuple[date, date] | None:
    """The days of an act inside a window, None where there is none."""
    first = act.first if since is None else max(act.first, since)
    last = act.last if until is None else min(act.last, until)
    return (first, last) if first <= last else None


def extent(acts: Sequence[Act], since: date | None, until: date | None) -> tuple[date, date] | None:
    """From the first day of any act inside the window to the last one (to `until`, where given)."""
    inside = [days for days in (clip(act, since, until) for act in acts) if days]
    if not inside:
        return None
    return min(first for first, _ in inside), until or max(last for _, last in inside)


def share(act: Act, since: date | None, until: date | None) -> float:
    """The part of an act's days that lies inside a window, in [0, 1]."""
    days = clip(act, since, until)
    return 0.0 if days is None else ((days[1] - days[0]).days + 1) / act.days


def decayed(act: Act, at: date, half_life_days: float, since: date | None = None) -> float:
    """What is left of an act at a day: Σ over its days d ≤ `at` of 2^(−(at − d)/half-life), over its number of days.

    Days before `since` do not count; the sum is the closed form of the geometric series.
    """
    days = clip(act, since, at)
    if days is None:
        return 0.0
    youngest, n = (at - days[1]).days, (days[1] - days[0]).days + 1
    ratio = 2.0 ** (-1.0 / half_life_days)
    total = n if ratio == 1.0 else (1.0 - ratio**n) / (1.0 - ratio)
    return ratio**youngest * total / act.days


def age(act: Act, at: date, since: date | None = None) -> int | None:
    """Days from an act's last day inside the window to `at`; None where it has none."""
    days = clip(act, since, at)
    return None if days is None else (at - days[1]).days
