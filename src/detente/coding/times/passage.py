"""The year of a passage: `On 2 January 2012 they closed it. On 5 January they opened it again` is of 2012 in any later year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from spacy.tokens import Span

from detente.coding.times import resolution
from detente.coding.times.calendar import Days
from detente.coding.times.resolution import Anchor
from detente.coding.times.shapes import Yearless
from detente.records import Moment

if TYPE_CHECKING:
    from detente.reading.parse import Parsed

_NARRATING = frozenset({"on", "in", "by", "during"})
_MONTH = 31
_NEAR = 60
"""Days within which a story goes on."""
_LONG_AGO = 183
"""The same where the sentences are neighbours and the year is two or more before the document's."""


class Passage:
    """Remembers the date told last and where, and places dates without a year beside it."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.last: tuple[Span, Days] | None = None

    def heard(self, at: Span, days: Days) -> None:
        """Note a date; one that only names a thing (`the 2012 accord`) or opens a span (`since 2012`) tells no story."""
        if at.start and at.doc[at.start - 1].lower_ in _NARRATING:
            self.last = at, days

    def placed(self, shape: Yearless, at: Span, anchor: Anchor, default: Moment) -> Moment | None:
        """The recurrence in the passage's year; None where it has none of its own, or the document's own month is meant."""
        days = self._before(at)
        if days is None or days[0].year >= anchor.first.year or _is_fresh(default, anchor.first):
            return None
        wide = (days[1] - days[0]).days
        if wide > _MONTH:  # after "the court ruled in 2012" a bare "in July" is as often of the document's own year
            return None
        moment = resolution.recurrence_beside(shape, days)
        limit = _LONG_AGO if days[0].year < anchor.first.year - 1 and self._next_to(at) else _NEAR
        goes_on = moment.earliest is not None and -wide <= (moment.earliest - days[0]).days <= limit
        return moment if goes_on else None

    def _next_to(self, at: Span) -> bool:
        """Whether the date told last stands in the same sentence or the one before."""
        return self.last is not None and self.last[0].sent.end >= at.sent.start

    def _before(self, at: Span) -> Days | None:
        """The days told last in the sentence before, or earlier in the same paragraph."""
        if self.last is None or self.last[0].start >= at.start:
            return None
        told, days = self.last
        same = self.parsed.block(told) == self.parsed.block(at)
        return days if same or told.sent.end >= at.sent.start - 1 else None


def _is_fresh(moment: Moment, day: date) -> bool:
    return moment.earliest is not None and 0 <= (day - moment.earliest).days <= _MONTH
