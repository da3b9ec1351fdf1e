"""Time expressions of a stretch of text with the prepositions that open or close them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from detente.records import UNKNOWN, Document, Moment, Span, TimeExpression


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression with the preposition before it, lower case, and the days that the two mean together."""

    row: TimeExpression
    preposition: str | None
    moment: Moment


_PREPOSITION = re.compile(
    r"\b(?:(since|until|till|before|after|by|from|during|between|through|throughout|within|in|on|at|of|around|for|over)\s+"
    r"(?:(?:about|around|at\s+least|only|early|late|the|that|then|as\s+early\s+as)\s+)*|(pre|post)-)$",
    re.IGNORECASE,
)
_PREFIX = {"pre": "before", "post": "after"}
_REACH = 40  # characters before an expression that can hold its preposition


def of(document: Document, rows: Iterable[TimeExpression], span: Span) -> list[Dated]:
    """The expressions inside a span of the original text, with what their prepositions do to them.

    `since X` and `from X` leave the end open, `until X` and `by X` the beginning; `after X` begins at its end, `before X` ends
    at its beginning (both ends inclusive, as the words do not say by how many days).
    """
    inside = [row for row in rows if span.holds(row.span)]
    return [Dated(row, word, opened(row.moment, word)) for row in inside for word in (_preposition(document, row, span),)]


def _preposition(document: Document, row: TimeExpression, span: Span) -> str | None:
    match = _PREPOSITION.search(document.text[max(span.start, row.span.start - _REACH) : row.span.start])
    if match is None:
        return None
    return match[1].lower() if match[1] else _PREFIX[match[2].lower()]


def opened(moment: Moment, preposition: str | None) -> Moment:
    """An interval as its preposition opens it."""
    match preposition:
        case "since" | "from":
            ends = (moment.earliest, None)
        case "until" | "till" | "by":
            ends = (None, moment.latest)
        case "after":
            ends = (moment.latest, None)
        case "before":
            ends = (None, moment.earliest)
        case _:
            return moment
    return UNKNOWN if ends == (None, None) else Moment(*ends, moment.basis, moment.note)
