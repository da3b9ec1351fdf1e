"""Parsed → the rows of its time expressions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Span as Words

from detente.coding.times import resolution
from detente.coding.times.admission import beside_acts, stands, touched
from detente.coding.times.calendar import Days
from detente.coding.times.grammar import longest, scan
from detente.coding.times.resolution import Anchor, anchor_of
from detente.coding.times.shapes import Expression, Fixed, Weekday, Yearless
from detente.coding.times.tense import direction
from detente.records import Moment, TimeExpression

if TYPE_CHECKING:
    from detente.reading.parse import Parsed

_SO_FAR_DAYS = 7
"""In the first days of a month, `so far this month` is often still said of the month before."""
_JOINED = re.compile(r"\s*(?:,|,?\s*and|or|to|until|till|through|-|–|—)\s*(?:on\s+|the\s+)*")


def find(parsed: Parsed) -> list[TimeExpression]:
    """Every time expression of a document, in the order of the text."""
    doc = parsed.doc
    text = parsed.document.clean.text
    found = longest(e for e in scan(text) if stands(doc, text, e))
    beside = [e for e in beside_acts(doc, text) if not any(_over(e, f) and isinstance(f.shape, Fixed) for f in found)]
    rows = _Resolver(parsed, longest([*beside, *found])).rows()
    return sorted([*_dateline(parsed, rows), *rows], key=lambda row: row.span)


def _dateline(parsed: Parsed, rows: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The document's own date where it stands outside the words that are coded."""
    span, document = parsed.document.date_span, parsed.document
    if span is None or not document.date.known or any(row.span.meets(span) for row in rows):
        return []
    block = next((b.span for b in document.blocks if b.span.holds(span)), span)
    return [TimeExpression(span, block, document.date, "date")]


def _over(one: Expression, other: Expression) -> bool:
    return one.start < other.end and other.start < one.end


class _Resolver:
    """Walks the expressions in order and remembers the days told last."""

    def __init__(self, parsed: Parsed, found: Sequence[Expression]) -> None:
        self.parsed, self.found = parsed, found
        self.written = anchor_of(parsed.document.date)
        self.told: Days | None = None

    def rows(self) -> list[TimeExpression]:
        """The rows, in order."""
        placed = ((e, touched(self.parsed.doc, e)) for e in self.found)
        return [self._row(e, at) for e, at in placed if at is not None]

    def _row(self, e: Expression, at: Words) -> TimeExpression:
        moment = self._moment(e, at)
        if moment.earliest and moment.latest and e.kind == "date":
            self.told = (moment.earliest, moment.latest)
        span = self.parsed.document.clean.original(e.start, e.end)
        return TimeExpression(span, self.parsed.sentence(at), moment, e.kind, _flags(e, moment))

    def _moment(self, e: Expression, at: Words) -> Moment:
        anchor = self._caption(e, at) or self.written
        if isinstance(e.shape, Yearless) and e.shape.way is None:
            beside = self._beside(e, at, anchor)
            if beside is not None:
                return resolution.recurrence_beside(e.shape, beside)
        return resolution.resolve(e.shape, anchor, self.told, direction(at.root))

    def _caption(self, e: Expression, at: Words) -> Anchor | None:
        """A picture's own day: what its caption says of weekdays is reckoned from it."""
        if not isinstance(e.shape, Weekday):
            return None
        block = self.parsed.block(at)
        if block.kind != "caption":
            return None
        for other, days in self._explicit():
            beside = touched(self.parsed.doc, other)
            if days[0] == days[1] and beside is not None and self.parsed.block(beside) == block:
                return Anchor(*days, "relative")
        return None

    def _beside(self, e: Expression, at: Words, anchor: Anchor | None) -> Days | None:
        """The explicit date of the same sentence that a date without a year belongs to, if it does."""
        start, end = at.sent.start_char, at.sent.end_char
        for other, days in self._explicit():
            if not start <= other.start < end or (days[1] - days[0]).days > 366:
                continue
            first, last = (e, other) if e.start < other.start else (other, e)
            joined = _JOINED.fullmatch(self.parsed.document.clean.text[first.end : last.start]) is not None
            long_ago = anchor is None or days[0].year < anchor.first.year - 1
            if joined or (long_ago and other is first):
                return days
        return None

    def _explicit(self) -> list[tuple[Expression, Days]]:
        return [(e, e.shape.days) for e in self.found if isinstance(e.shape, Fixed)]


def _flags(e: Expression, moment: Moment) -> tuple[str, ...]:
    flags = [f for f in e.flags if f != "so_far"]
    first, last = moment.earliest, moment.latest
    if "so_far" in e.flags and first and last and first.month == last.month and last.day <= _SO_FAR_DAYS:
        flags.append("ambiguous_month")
    if isinstance(e.shape, Yearless) and not moment.known:
        recurring = e.shape.within(2000)
        flags.append(f"recurs:{recurring[0]:%m-%d}/{recurring[1]:%m-%d}")
    return tuple(flags)
