"""What a text says against itself: a date that is off by a month, a claim taken back in its own sentence, a miscounted time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from detente.ledger.evidence import evidence, record, time_words
from detente.ledger.holdings import Holdings, Told
from detente.ledger.merging import Group
from detente.ledger.tellings import Telling
from detente.records import Conflict, Document, Event, Span, TimeExpression, Version

_REFERENCE = re.compile(r"\b(?:before|after|since|until|following|prior to|ahead of)\s+(?:the\s+)?$", re.IGNORECASE)
_REVERSAL = re.compile(
    r"\bor so\b[^.!?\n]{0,60}\b(?:think|believe|seem|seems|seemed|claim|claims|claimed|say|says|said|hope|hoped|hopes|appear|appears|"
    r"appeared|insist|insists|insisted|suggest|suggests|suggested|argue|argues|argued|assume|assumed)\b",
    re.IGNORECASE,
)
_FIRST_TIME = re.compile(r"\bfirst\b[^.!?\n]{0,40}\b(?:in|for|since)\s+(?:\w+\s+)?$", re.IGNORECASE)
_SPANS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_COUNT = {w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)}
_LENGTH = re.compile(rf"\b(?P<n>\d+|{'|'.join(_COUNT)})[\s-]+(?P<unit>day|week|month|year)s?\b", re.IGNORECASE)


def slips(holdings: Holdings, acts: Sequence[tuple[Event, Group]]) -> Iterator[Conflict]:
    """Days used as a landmark that are those of an event of the same text but for the month.

    *Before 3 May* in a text that dates a coup 3 June, and nothing anywhere on 3 May: a probable slip. The first version is the
    slip.
    """
    days = {t.moment.earliest for _, group in acts for t in group if t.moment.days == 1}
    by_document: dict[str, list[tuple[Event, Telling]]] = {}
    for event, group in acts:
        for telling in group:
            if telling.moment.days == 1 and telling.report.modality == "actual":
                by_document.setdefault(telling.document, []).append((event, telling))
    for told in holdings.times:
        document = holdings.documents.get(told.document)
        day = told.row.moment.earliest
        if document is None or told.row.moment.days != 1 or day is None or day in days or not _is_landmark(document, told):
            continue
        for event, telling in by_document.get(told.document, ()):
            right = telling.moment.earliest
            if right and _month_off(day, right):
                said = evidence(holdings, told.document, told.row.span)
                other = time_words(holdings, telling)
                versions = [Version(said.text, said), Version(other.text, other)]
                note = f"probable slip: {said.text} is {other.text} but for the month, and nothing else is told of that day"
                conflict = record("internal", event.id, "date", versions, note)
                yield _slip_first(conflict, said.span)
                break


def _slip_first(conflict: Conflict, slip: Span) -> Conflict:
    ordered = tuple(sorted(conflict.versions, key=lambda v: v.evidence.span != slip))
    return Conflict(conflict.id, conflict.kind, conflict.subject, conflict.field, ordered, conflict.note)


def _is_landmark(document: Document, told: Told[TimeExpression]) -> bool:
    """Whether the day is only what something else is before or after."""
    span = told.row.span
    words = document.text[max(0, span.start - 20) : span.start]
    return bool(_REFERENCE.search(words) or _REFERENCE.match(document.at(span).split()[0] + " "))


def _month_off(day: date, right: date) -> bool:
    return day.day == right.day and day.year == right.year and abs(day.month - right.month) == 1


def reversals(holdings: Holdings, copies: Mapping[str, str]) -> Iterator[Conflict]:
    """Sentences that state something and take it back: *… — or so they wanted it to seem*."""
    for document in holdings.documents.values():
        if document.id in copies:
            continue
        for block in document.blocks:
            if not block.coded:
                continue
            for match in _REVERSAL.finditer(document.text, block.span.start, block.span.end):
                start = max(
                    block.span.start, *(document.text.rfind(stop, block.span.start, match.start()) + 1 for stop in ".!?\n")
                )
                end = (
                    match.start()
                    - len(document.text[start : match.start()])
                    + len(document.text[start : match.start()].rstrip(" —–-,"))
                )
                start += len(document.text[start:end]) - len(document.text[start:end].lstrip())
                if start < end:
                    told = evidence(holdings, document.id, Span(start, end))
                    taken = evidence(holdings, document.id, Span(*match.span()))
                    versions = [Version(told.text, told), Version(taken.text, taken)]
                    yield record("internal", document.id, "asserted and taken back", versions, "not to be read as fact")


def duration_conflicts(holdings: Holdings, acts: Sequence[tuple[Event, Group]]) -> Iterator[Conflict]:
    """*For the first time in ten months*, where the days of the acts of that sentence are another number apart."""
    for told in holdings.times:
        document = holdings.documents.get(told.document)
        length = _length(document.at(told.row.span)) if document else None
        if document is None or length is None or not _FIRST_TIME.search(document.text[: told.row.span.start][-80:]):
            continue
        here = [(e, t) for e, g in acts for t in g if t.document == document.id and t.report.sentence.holds(told.row.span)]
        near = min(here, key=lambda p: (abs(p[1].report.trigger.start - told.row.span.start), p[1].id), default=None)
        if near is None or near[0].moment.days is None:
            continue
        unit, stated = length
        for event, telling in here:
            apart = _apart(event, near[0], unit)
            if event is not near[0] and apart and not apart[0] - 0.5 <= stated <= apart[1] + 0.5:
                said, since = evidence(holdings, document.id, told.row.span), time_words(holdings, telling)
                low, high = (round(x) for x in apart)
                count = f"{low}" if low == high else f"{low} to {high}"
                versions = [Version(said.text, said), Version(f"about {count} {unit}s since {since.text}", since)]
                yield record("quantity", near[0].id, "duration", versions, "approximate; no date is derived from it")


def _length(words: str) -> tuple[str, float] | None:
    match = _LENGTH.search(words)
    return (match["unit"].casefold(), float(_COUNT.get(match["n"].casefold()) or match["n"])) if match else None


def _apart(before: Event, after: Event, unit: str) -> tuple[float, float] | None:
    """Least and most units from one event to a later one; None where either is open or the order is not clear."""
    b, a = before.moment, after.moment
    if not (b.earliest and b.latest and a.earliest and a.latest) or b.latest >= a.earliest:
        return None
    return (a.earliest - b.latest).days / _SPANS[unit], (a.latest - b.earliest).days / _SPANS[unit]
