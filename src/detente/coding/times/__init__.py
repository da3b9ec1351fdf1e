"""Time expressions and the days they mean.

`find` gives every date, duration and vague reference of a parsed document; `of` the ones inside a stretch of it, each with the
preposition that governs it and the days that the two together leave open or closed (`since 2011` has no end).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from detente.coding.times import resolution
from detente.coding.times.admission import beside_events, dated, stands
from detente.coding.times.calendar import Days
from detente.coding.times.grammar import longest, scan
from detente.coding.times.resolution import Anchor, anchor_of
from detente.coding.times.shapes import Expression, Fixed, Weekday, Yearless
from detente.coding.times.tense import direction
from detente.records import UNKNOWN, Document, Moment, Span, TimeExpression

if TYPE_CHECKING:
    from detente.reading.parse import Parsed

__all__ = ["Dated", "find", "of"]

_SO_FAR_DAYS = 7
"""In the first days of a month, `so far this month` is often still said of the month before."""


def find(parsed: Parsed) -> list[TimeExpression]:
    """Every time expression of a document, in the order of the text."""
    doc = parsed.doc
    found = longest(e for e in scan(doc.text) if stands(doc, e))
    taken = [(e.start, e.end) for e in found if dated(e)]
    beside = [e for e in beside_events(doc) if not any(s < e.end and e.start < t for s, t in taken)]
    ordered = longest(chain(beside, found))
    return _Resolver(parsed, ordered).rows()


class _Resolver:
    """Walks the expressions in order and keeps what was told last."""

    def __init__(self, parsed: Parsed, found: Sequence[Expression]) -> None:
        self.parsed, self.found = parsed, found
        self.written = anchor_of(parsed.document.date)
        self.told: Days | None = None

    def rows(self) -> list[TimeExpression]:
        return [self._row(e) for e in self.found]

    def _row(self, e: Expression) -> TimeExpression:
        at = self.parsed.doc.char_span(e.start, e.end, alignment_mode="expand")
        assert at is not None
        moment = self._moment(e)
        if moment.earliest and moment.latest and e.kind == "date":
            self.told = (moment.earliest, moment.latest)
        span = self.parsed.document.clean.original(e.start, e.end)
        return TimeExpression(span, self.parsed.sentence(at), moment, e.kind, self._flags(e, moment))

    def _moment(self, e: Expression) -> Moment:
        at = self.parsed.doc.char_span(e.start, e.end, alignment_mode="expand")
        assert at is not None
        way = direction(at.root)
        anchor = self._caption(e) or self.written
        if isinstance(e.shape, Yearless) and e.shape.way is None and (beside := self._beside(e, anchor)) is not None:
            return resolution.nearest_recurrence(e.shape, beside)
        return resolution.resolve(e.shape, anchor, self.told, way)

    def _caption(self, e: Expression) -> Anchor | None:
        """A picture's own day: what its caption says of weekdays is reckoned from it."""
        if not isinstance(e.shape, Weekday):
            return None
        block = self.parsed.block(self._token(e.start))
        if block.kind != "caption":
            return None
        for other in self.found:
            if isinstance(other.shape, Fixed) and other.shape.days[0] == other.shape.days[1]:
                if self.parsed.block(self._token(other.start)) == block:
                    return Anchor(*other.shape.days, "relative")
        return None

    def _beside(self, e: Expression, anchor: Anchor | None) -> Days | None:
        """The explicit date of the same sentence that a date without a year belongs to, if it does."""
        sentence = self._token(e.start).sent
        near = [o for o in self.found if isinstance(o.shape, Fixed) and sentence.start_char <= o.start < sentence.end_char]
        for other in near:
            assert isinstance(other.shape, Fixed)
            first, last = sorted((e, other), key=lambda x: x.start)
            between = self.parsed.doc.text[first.end : last.start]
            joined = re.fullmatch(r"\s*(?:,|and|or|to|until|till|through|-|–|—|,\s*and)\s*(?:on\s+|the\s+)?", between) is not None
            days = other.shape.days
            close = (days[1] - days[0]).days <= 366
            long_ago = anchor is None or days[0].year < anchor.first.year - 1
            if close and (joined or (long_ago and other.start < e.start)):
                return days
        return None

    def _token(self, at: int):  # noqa: ANN202
        span = self.parsed.doc.char_span(at, at + 1, alignment_mode="expand")
        assert span is not None
        return span[0]

    def _flags(self, e: Expression, moment: Moment) -> tuple[str, ...]:
        flags = list(e.flags)
        if "so_far" in flags:
            flags.remove("so_far")
            day = moment.latest
            if day is not None and moment.earliest is not None and day.day <= _SO_FAR_DAYS and moment.earliest.month == day.month:
                flags.append("ambiguous_month")
        if isinstance(e.shape, Yearless) and not moment.known:
            first, last = e.shape.within(2000)
            flags.append(f"recurs:{first:%m-%d}/{last:%m-%d}")
        return tuple(flags)


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression with the preposition before it, lower case, and the days that the two mean together."""

    row: TimeExpression
    preposition: str | None
    moment: Moment


_PREPOSITION = re.compile(
    r"\b(since|until|till|before|after|by|from|during|between|through|throughout|within|in|on|at|of|around|for|over)\s+"
    r"(?:about\s+|around\s+|at\s+least\s+|only\s+|early\s+|late\s+|the\s+|that\s+|then\s+)*$",
    re.IGNORECASE,
)


def of(document: Document, rows: Iterable[TimeExpression], span: Span) -> list[Dated]:
    """The expressions inside a span of the original text, with what their prepositions do to them.

    `since X` and `from X` leave the end open, `until X` and `by X` the beginning; `after X` begins at its end, `before X` ends at its
    beginning (both ends inclusive, as the days themselves are not told apart).
    """
    out: list[Dated] = []
    for row in rows:
        if not span.holds(row.span):
            continue
        match = _PREPOSITION.search(document.text[max(span.start, row.span.start - 40) : row.span.start])
        word = match[1].lower() if match else None
        out.append(Dated(row, word, opened(row.moment, word)))
    return out


def opened(moment: Moment, preposition: str | None) -> Moment:
    """An interval as its preposition opens it."""
    ends = {
        "since": (moment.earliest, None),
        "from": (moment.earliest, None),
        "until": (None, moment.latest),
        "till": (None, moment.latest),
        "by": (None, moment.latest),
        "after": (moment.latest, None),
        "before": (None, moment.earliest),
    }.get(preposition or "")
    if ends is None or not moment.known:
        return moment
    return UNKNOWN if ends == (None, None) else replace_ends(moment, *ends)


def replace_ends(moment: Moment, earliest, latest) -> Moment:  # noqa: ANN001
    return moment._replace(earliest=earliest, latest=latest)
