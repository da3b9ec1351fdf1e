"""From what an expression says to the days it means: against the document's date, or another date in the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from detente.coding.times import calendar as cal
from detente.coding.times.calendar import Days
from detente.coding.times.shapes import Anaphoric, Deictic, Fixed, Shape, Weekday, Yearless
from detente.coding.times.tense import Direction
from detente.records import UNKNOWN, Basis, Moment

WIDEST = 31
"""Days that a document's own date may be wide if what is reckoned from it is still to mean something."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The days that relative expressions are reckoned from, and what an answer then rests on."""

    first: date
    last: date
    basis: Basis

    @property
    def narrow(self) -> bool:
        """Whether the two ends lie close enough for their answers to be joined."""
        return (self.last - self.first).days < WIDEST


def anchor_of(published: Moment) -> Anchor | None:
    """The document's own date as an anchor; None where an end is open: nothing is reckoned from a bare bound."""
    if published.earliest is None or published.latest is None:
        return None
    return Anchor(
        published.earliest, published.latest, "dateline" if published.basis in ("explicit", "dateline") else "relative"
    )


def resolve(shape: Shape, anchor: Anchor | None, told: Days | None, way: Direction | None) -> Moment:
    """The days that a shape means.

    Args:
        shape: what the words say.
        anchor: the day of writing, if known.
        told: the days told last before, for `the following year`.
        way: where the clause looks.
    """
    if isinstance(shape, Fixed):
        return Moment(*shape.days, "explicit")
    if isinstance(shape, Anaphoric):
        return _from_told(shape, told)
    if anchor is None:
        return UNKNOWN
    place = _placing(shape, way)
    return UNKNOWN if place is None else _on_both_ends(place, anchor)


def _placing(shape: Shape, way: Direction | None) -> Callable[[date], Days] | None:
    if isinstance(shape, Deictic):
        return shape.place
    if isinstance(shape, Weekday):
        return lambda day: _weekday(shape, day, way)
    if isinstance(shape, Yearless):
        return lambda day: _in_year(shape, day, way)
    return None


def _on_both_ends(place: Callable[[date], Days], anchor: Anchor) -> Moment:
    """The answer where both ends of the anchor agree on it; from one to the other where they lie close."""
    try:
        first, last = place(anchor.first), place(anchor.last)
    except (ValueError, OverflowError):
        return UNKNOWN
    if first != last and not anchor.narrow:
        return UNKNOWN
    days = Moment(min(first[0], last[0]), max(first[1], last[1]), anchor.basis)
    wide = (days.days or 0) > (first[1] - first[0]).days + 1 + WIDEST
    return UNKNOWN if wide else days


def _weekday(shape: Weekday, day: date, way: Direction | None) -> Days:
    if shape.way == 0:
        found = cal.around(day, "week")[0]
        found = cal.weekday(found, shape.number, 1)
    elif shape.way is not None:
        found = cal.weekday(day, shape.number, -1 if shape.way < 0 else 1, strict=True)
    else:
        found = cal.weekday(day, shape.number, 1 if way == "future" else -1)
    return found, found


def _in_year(shape: Yearless, day: date, way: Direction | None) -> Days:
    """The recurrence that is meant: by `last` and `next`, else by tense, else the nearest."""
    options: list[Days] = []
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            options.append(shape.within(year))
        except ValueError:
            continue
    if shape.weekday is not None:
        options = [d for d in options if d[0].weekday() == shape.weekday] or options
    past = [d for d in options if d[0] <= day]
    ahead = [d for d in options if d[1] >= day]
    match shape.way:
        case -1:
            return max(d for d in options if d[1] < day)
        case 1:
            return min(d for d in options if d[0] > day)
        case 0:
            return next(d for d in options if d[0].year == day.year)
        case None:
            pass
    if way == "past" and past:
        return max(past)
    if way == "future" and ahead:
        return min(ahead)
    return min(options, key=lambda d: min(abs((d[0] - day).days), abs((d[1] - day).days)) if not d[0] <= day <= d[1] else 0)


def _from_told(shape: Anaphoric, told: Days | None) -> Moment:
    """Days reckoned from those told last, where these are no wider than the answer."""
    if told is None:
        return UNKNOWN
    try:
        first, last = shape.place(told[0]), shape.place(told[1])
    except (ValueError, OverflowError):
        return UNKNOWN
    return Moment(*first, "relative") if first == last else UNKNOWN


def recurrence_beside(shape: Yearless, beside: Days) -> Moment:
    """The recurrence in the year of an explicit date of the same sentence, or nearest to its day (`3 May or 6 June 2016`)."""
    try:
        whole_year = (beside[1] - beside[0]).days > 300
        days = shape.within(beside[0].year) if whole_year else _in_year(Yearless(shape.within), beside[0], None)
    except ValueError:
        return UNKNOWN
    return Moment(*days, "relative")
