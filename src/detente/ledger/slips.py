"""What a text says against itself or leaves unclear: a date that is off by a month, a claim taken back in its own sentence, a

miscounted time, *this month* in its first days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from detente.ledger.holdings import Told
from detente.ledger.merging import Group
from detente.ledger.sources import Sources
from detente.ledger.tellings import Telling
from detente.ledger.versions import record, time_words, version
from detente.records import Conflict, Document, Event, Span, TimeExpression, Version

_REFERENCE = re.compile(r"\b(?:before|after|since|until|following|prior to|ahead of)\s+(?:the\s+)?$", re.IGNORECASE)
_SEEMING = "think believe seem claim say hope appear insist suggest argue assume"
_REVERSAL = re.compile(
    rf"\bor so\b[^.!?\n]{{0,60}}\b(?:(?:{_SEEMING.replace(' ', '|')})(?:s|d|ed)?|said)\b",
    re.IGNORECASE,
)
_FIRST_TIME = re.compile(r"\bfirst\b[^.!?\n]{0,40}\b(?:in|for|since)\s+(?:\w+\s+)?$", re.IGNORECASE)
_YEAR = re.compile(r"\b\d{4}\b")
_UNCLEAR = "ambiguous_month"
_ABOUT = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|more than|at least)\s+\d[\d,]*\b", re.IGNORECASE
)
_SPANS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_NUMERALS = "one two three four five six seven eight nine ten eleven twelve"
_COUNT = {word: n for n, word in enumerate(_NUMERALS.split(), start=1)}
_LENGTH = re.compile(rf"\b(?P<n>\d+|{'|'.join(_COUNT)})[\s-]+(?P<unit>day|week|month|year)s?\b", re.IGNORECASE)


def slips(sources: Sources, acts: Sequence[tuple[Event, Group]]) -> Iterator[Conflict]:
    """Days used as a landmark that are those of an event of the same text but for the month.

    *Before 3 May* in a text that dates a coup 3 June, and nothing anywhere on 3 May: a probable slip. The first version is the
    slip.
    """
    days: dict[date | None, list[Telling]] = {}
    for _, group in acts:
        for telling in group:
            if telling.moment.days == 1:
                days.setdefault(telling.moment.earliest, []).append(telling)
    by_document: dict[str, list[tuple[Event, Telling]]] = {}
    for event, group in acts:
        for telling in group:
            if telling.moment.days == 1 and telling.report.modality == "actual":
                by_document.setdefault(telling.document, []).append((event, telling))
    for told in sources.holdings.times:
        document = sources.holdings.documents.get(told.document)
        day = told.row.moment.earliest
        if document is None or day is None or told.row.moment.days != 1 or not _is_landmark(document, told):
            continue
        yearless = not _YEAR.search(document.at(told.row.span))
        if any(t.document != told.document or not t.report.sentence.holds(told.row.span) for t in days.get(day, ())):
            continue
        for event, telling in by_document.get(told.document, ()):
            right = telling.moment.earliest
            if right and _month_off(day, right, yearless=yearless):
                said, other = version(sources, told.document, told.row.span), time_words(sources, telling)
                note = f"probable slip: {said.value} is {other.text} but for the month, and nothing else is told of that day"
                conflict = record("internal", event.id, "date", [said, Version(other.text, other)], note)
                yield replace(conflict, versions=(said, Version(other.text, other)))
                break


def _is_landmark(document: Document, told: Told[TimeExpression]) -> bool:
    """Whether the day is only what something else is before or after."""
    span = told.row.span
    words = document.text[max(0, span.start - 20) : span.start]
    return bool(_REFERENCE.search(words) or _REFERENCE.match(document.at(span).split()[0] + " "))


def _month_off(day: date, right: date, *, yearless: bool) -> bool:
    """Whether two days are a month apart; of a day told without its year, in the year of the other."""
    same_year = yearless or day.year == right.year
    return day.day == right.day and same_year and abs(day.month - right.month) == 1


def unclear_months(sources: Sources, acts: Sequence[tuple[Event, Group]]) -> Iterator[Conflict]:
    """*About 40 have died so far this month*, told on the 3rd: the count may be of the month that has just ended."""
    for told in sources.holdings.times:
        first, last = told.row.moment.earliest, told.row.moment.latest
        unclear = _UNCLEAR in told.row.flags and first is not None and last is not None
        if not unclear or first is None or last is None or not sources.independent(told.document):
            continue
        span = told.row.span
        here = [(e, t) for e, g in acts for t in g if t.document == told.document and t.report.sentence.holds(span)]
        near = min(here, key=lambda p: (abs(p[1].report.trigger.start - span.start), p[1].id), default=None)
        counted = _counted(sources.holdings.documents[told.document], told.row)
        evidence = sources.evidence(told.document, counted)
        before = first - timedelta(days=1)
        versions = [Version(f"{evidence.text} ({m:%B %Y})", evidence) for m in (first, before)]
        note = f"ambiguous: told on day {last.day} of the month, it may mean {first:%B} or {before:%B}"
        if counted != span:
            note = f"{note}; the number is approximate"
        yield record("internal", near[0].id if near else told.document, "date", versions, note)


def _counted(document: Document, time: TimeExpression) -> Span:
    """From the approximate number of the sentence to the time it is counted over; the time alone where there is none."""
    numbers = list(_ABOUT.finditer(document.text, time.sentence.start, time.span.start))
    return Span(numbers[-1].start(), time.span.end) if numbers else time.span


def reversals(sources: Sources) -> Iterator[Conflict]:
    """Sentences that state something and take it back: *… — or so they wanted it to seem*."""
    for document in sources.holdings.documents.values():
        if not sources.independent(document.id):
            continue
        for block in document.blocks:
            if not block.coded:
                continue
            for match in _REVERSAL.finditer(document.text, block.span.start, block.span.end):
                taken = Span(*match.span())
                stated = _before(sources, document, block.span, taken)
                if stated.start < stated.end:
                    versions = [version(sources, document.id, span) for span in (stated, taken)]
                    yield record("internal", document.id, "asserted and taken back", versions, "not to be read as fact")


def _before(sources: Sources, document: Document, block: Span, taken: Span) -> Span:
    """What the sentence says before it is taken back, without the dash between."""
    sentences = {m.sentence for m in sources.mentions.get(document.id, ()) if m.sentence.holds(taken)}
    starts = [s.start for s in sentences] or [document.text.rfind(stop, block.start, taken.start) + 1 for stop in ".!?\n"]
    start = max(block.start, *starts)
    said = document.text[start : taken.start]
    return Span(start + len(said) - len(said.lstrip()), start + len(re.sub(r"[\s—–,-]+$", "", said)))


def duration_conflicts(sources: Sources, acts: Sequence[tuple[Event, Group]]) -> Iterator[Conflict]:
    """*For the first time in ten months*, where the days of the acts of that sentence are another number apart."""
    for told in sources.holdings.times:
        document = sources.holdings.documents.get(told.document)
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
                said, since = version(sources, document.id, told.row.span), time_words(sources, telling)
                low, high = (round(x) for x in apart)
                count = f"{low}" if low == high else f"{low} to {high}"
                versions = [said, Version(f"about {count} {unit}s since {since.text}", since)]
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
