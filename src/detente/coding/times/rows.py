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
from detente.coding.times.offsets import is_within, measured_from
from detente.coding.times.passage import Passage
from detente.coding.times.resolution import Anchor, anchor_of
from detente.coding.times.shapes import Anaphoric, Expression, Fixed, Weekday, Yearless
from detente.coding.times.tense import Direction, direction, foretold
from detente.records import UNKNOWN, Moment, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

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
        self.narrated: Days | None = None  # those told last of what has been, not of what will be
        self.passage = Passage(parsed)

    def rows(self) -> list[TimeExpression]:
        """The rows, in order."""
        placed = ((e, touched(self.parsed.doc, e)) for e in self.found)
        return [self._row(e, at) for e, at in placed if at is not None]

    def _row(self, e: Expression, at: Words) -> TimeExpression:
        moment = self._moment(e, at)
        if moment.earliest and moment.latest and e.kind == "date" and measured_from(at) is None:
            self.told = (moment.earliest, moment.latest)
            if not foretold(at.root):
                self.narrated = self.told
            self.passage.heard(at, self.told)
        span = self.parsed.document.clean.original(e.start, e.end)
        return TimeExpression(span, self.parsed.sentence(at), moment, e.kind, _flags(e, moment))

    def _moment(self, e: Expression, at: Words) -> Moment:
        anchor = self._caption(e, at) or self.written
        if isinstance(e.shape, Yearless) and e.shape.way is None:
            beside = self._beside(e, at, anchor)
            if beside is not None:
                return resolution.recurrence_beside(e.shape, beside)
        way = direction(at.root)
        if isinstance(e.shape, Anaphoric):
            act = measured_from(at)
            return self._measured(e, e.shape, at, act) if act is not None else self._counted(e.shape, way)
        moment = resolution.resolve(e.shape, anchor, None, way)
        if isinstance(e.shape, Yearless) and e.shape.way is None and anchor is not None and way != "future":
            return self.passage.placed(e.shape, at, anchor, moment) or moment
        return moment

    def _counted(self, shape: Anaphoric, way: Direction | None) -> Moment:
        """`Two days later` of what was done counts from what was done."""
        return resolution.resolve(shape, None, self.narrated if way == "past" else self.told, way)

    def _measured(self, e: Expression, shape: Anaphoric, at: Words, act: Token) -> Moment:
        """`B on Friday, a day after A` is a Thursday; `B a day after A on Friday` is a Saturday."""
        placed = [(o, w) for o in self.found if o is not e for w in (touched(self.parsed.doc, o),) if w is not None]
        here = [(o, w) for o, w in placed if o.kind == "date" and w.sent.start == at.sent.start]
        inside = [(o, w) for o, w in here if w.start >= at.end and is_within(w, act)]
        around = [(o, w) for o, w in here if (o, w) not in inside and not isinstance(o.shape, Anaphoric)]
        if inside:
            return resolution.resolve(shape, None, self._days(*inside[0]), None)
        if shape.back is None or not around or act.pos_ not in ("VERB", "AUX"):
            return UNKNOWN
        nearest = min(around, key=lambda p: (p[1].start > at.start, abs(p[1].start - at.start)))
        return resolution.resolve(Anaphoric(shape.back), None, self._days(*nearest), None)

    def _days(self, e: Expression, at: Words) -> Days | None:
        moment = UNKNOWN if isinstance(e.shape, Anaphoric) else self._moment(e, at)
        return (moment.earliest, moment.latest) if moment.earliest and moment.latest else None

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
