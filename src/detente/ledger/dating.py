"""Publication dates of undated documents, bounded by what other documents say of the acts they tell.

Two grounds only. A text that tells an act as past was not written before it: the act's day is a lower bound. A word of recency
beside the act (*recently*, *this week*, *on Tuesday*) is an upper bound of so many days after it. The act has to be told by
another document with a date of a month at most, and to be recognisable: same kind, same parties, same place or same object.
What a document says of its own date is never overruled; where the grounds contradict each other none is used.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.ledger.comparison import barred
from detente.ledger.holdings import Holdings, Told
from detente.ledger.tellings import Telling, tellings
from detente.ledger.triggers import root
from detente.records import Document, Moment, Report, Span, TimeExpression

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_RECENCY = (
    (re.compile(r"\b(?:today|yesterday|tonight|last night)\b", re.IGNORECASE), 1),
    (re.compile(rf"\b(?:this week|{_WEEKDAY}|this weekend|days ago)\b", re.IGNORECASE), 6),
    (re.compile(r"\b(?:last week|past week)\b", re.IGNORECASE), 13),
    (re.compile(r"\b(?:recently|lately|this month|recent days|recent weeks|last month)\b", re.IGNORECASE), 30),
)
_DATED_DAYS = 31
_REACH = 60
_RECURS = "recurs:"


@dataclass(frozen=True, slots=True)
class _Bound:
    """A day that a document was not written before (or, with `within`, not more than so many days after)."""

    earliest: date
    latest: date | None
    why: str


def tightened(holdings: Holdings, copies: Mapping[str, str]) -> dict[str, Moment]:
    """Dates of documents that their own text leaves open, where other rows bound them; `note` says by what.

    A copy (`copies`: document id → the document it copies) bounds nothing that its original does not.
    """
    spoken = tellings(holdings, {})
    dated: dict[object, list[Telling]] = defaultdict(list)
    for telling in spoken:
        if telling.report.modality == "actual" and _is_dated(telling) and telling.document not in copies:
            for key in _traits(telling):
                dated[key].append(telling)
    told: dict[str, list[Telling]] = defaultdict(list)
    for telling in spoken:
        if telling.report.modality == "actual":
            told[telling.document].append(telling)
    cues = _by_document(holdings)
    found: dict[str, Moment] = {}
    for document in holdings.documents.values():
        if document.date.days is not None:
            continue
        bounds = [*_own(told[document.id]), *_others(holdings, told[document.id], dated, cues[document.id], told)]
        moment = _bounded(document.date, bounds)
        if moment != document.date:
            found[document.id] = moment
    return found


def _is_dated(telling: Telling) -> bool:
    days = telling.moment.days
    return days is not None and days <= _DATED_DAYS and telling.moment.basis != "inferred"


def _by_document(holdings: Holdings) -> dict[str, list[Told[TimeExpression]]]:
    found: dict[str, list[Told[TimeExpression]]] = defaultdict(list)
    for told in holdings.times:
        found[told.document].append(told)
    return found


def _own(told: Iterable[Telling]) -> list[_Bound]:
    """Days of the past that the text itself dates."""
    return [
        _Bound(t.moment.earliest, None, f"not before {t.moment.earliest}, which it dates itself")
        for t in told
        if t.moment.basis == "explicit" and t.moment.earliest
    ]


def _others(
    holdings: Holdings,
    told: Sequence[Telling],
    dated: Mapping[object, Sequence[Telling]],
    cues: Sequence[Told[TimeExpression]],
    by_document: Mapping[str, Sequence[Telling]],
) -> list[_Bound]:
    """Bounds from the acts that other documents date."""
    bounds: list[_Bound] = []
    for mine in told:
        if mine.moment.known or len(mine.parties) < 2:
            continue
        alike = {t.id: t for key in _traits(mine) for t in dated.get(key, ()) if t.document != mine.document}
        twins = [t for t in alike.values() if not barred(mine, t)]
        if not twins:
            continue
        first = min(twins, key=lambda t: (t.moment.earliest or date.max, t.document, t.report.trigger))
        earliest, latest = first.moment.earliest, first.moment.latest
        if earliest is None or latest is None:
            continue
        name = holdings.documents[first.document].name
        why = f"not before the {first.report.lemma} of {earliest}, dated by {name}"
        cue = _cue(holdings.documents[mine.document], mine, cues, by_document[mine.document])
        if cue and all(t.moment.overlaps(first.moment) for t in twins):
            words, days = cue
            bounds.append(_Bound(earliest, latest + timedelta(days), f"{why}; “{words}” puts it within {days} days of it"))
        else:
            bounds.append(_Bound(earliest, None, why))
    return bounds


def _traits(telling: Telling) -> list[tuple[object, ...]]:
    """By what an act is recognised: all its parties and its kind, with the spot where it was or the weapon it was done with."""
    spot = telling.place.name if telling.place and not telling.place.whole else None
    return [(telling.parties, root(telling.family), trait) for trait in (spot, *telling.things.designators) if trait]


def _cue(
    document: Document, mine: Telling, cues: Sequence[Told[TimeExpression]], told: Sequence[Telling]
) -> tuple[str, int] | None:
    """The word of recency that belongs to this act: in its sentence, and nearer to its trigger than to any other."""
    for cue in cues:
        row = cue.row
        if not mine.report.sentence.holds(row.span):
            continue
        words = document.at(row.span)
        nearest = min((_distance(t.report.trigger, row.span) for t in told if t.report.sentence.holds(row.span)), default=0)
        if nearest < _distance(mine.report.trigger, row.span):
            continue
        for pattern, days in _RECENCY:
            if pattern.search(words):
                return words, days
    return None


def _distance(a: Span, b: Span) -> int:
    return max(0, b.start - a.end, a.start - b.end)


def _bounded(own: Moment, bounds: Sequence[_Bound]) -> Moment:
    """The document's own date narrowed by all bounds; as it was where they contradict each other or add nothing."""
    low = max(bounds, key=lambda b: (b.earliest, b.latest is not None, b.why), default=None)
    high = min((b for b in bounds if b.latest), key=lambda b: (b.latest or date.max, b.why), default=None)
    if low is None:
        return own
    earliest = max(low.earliest, own.earliest or date.min)
    latest = min((d for d in (own.latest, high.latest if high else None) if d), default=None)
    if (earliest, latest) == (own.earliest, own.latest) or (latest and earliest > latest):
        return own
    notes = dict.fromkeys(b.why for b in (low, high) if b)
    return Moment(earliest, latest, "inferred", "; ".join(filter(None, [own.note, *notes])))


def resolved(holdings: Holdings, dates: Mapping[str, Moment]) -> dict[str, Moment]:
    """Report id → when, for reports beside days without a year in a document whose year became known.

    The year is that of the latest such days which do not begin after the document; it has to be the same for every day the
    document may be of. An expression belongs to the nearest trigger of its sentence, no further off than a clause.
    """
    reports: dict[str, list[Told[Report]]] = defaultdict(list)
    for told in holdings.reports:
        if told.document in dates and told.row.asserted:
            reports[told.document].append(told)
    found: dict[str, Moment] = {}
    for told in holdings.times:
        near = [r for r in reports.get(told.document, ()) if r.row.sentence.holds(told.row.span)]
        if not near or told.row.moment.known:
            continue
        moment = _recurrence(told.row.flags, dates[told.document])
        nearest = min(near, key=lambda r: (_distance(r.row.trigger, told.row.span), r.id))
        between = _between(holdings.documents[told.document], nearest.row.trigger, told.row.span)
        apart = len(between) > _REACH or re.search(r"[,;:—–]", between)
        if moment and not nearest.row.moment.known and not apart:
            found[nearest.id] = moment
    return found


def _between(document: Document, a: Span, b: Span) -> str:
    first, second = sorted((a, b))
    return document.text[first.end : second.start]


def _recurrence(flags: Sequence[str], published: Moment) -> Moment | None:
    """The days that a flag `recurs:MM-DD/MM-DD` means, seen from a publication date; None where the year stays open."""
    given = next((f.removeprefix(_RECURS) for f in flags if f.startswith(_RECURS)), None)
    if given is None or published.earliest is None or published.latest is None:
        return None
    seen = {_latest_before(limit, *given.split("/")) for limit in (published.earliest, published.latest)}
    if len(seen) != 1 or (days := seen.pop()) is None:
        return None
    return Moment(*days, "relative", f"the year is that of the document, {published.earliest} to {published.latest}")


def _latest_before(limit: date, first: str, last: str) -> tuple[date, date] | None:
    """The latest such days that begin no later than `limit`; a stretch may run over the new year."""
    for year in (limit.year, limit.year - 1):
        try:
            start = date.fromisoformat(f"{year}-{first}")
            end = date.fromisoformat(f"{year + (last < first)}-{last}")
        except ValueError:  # 29 February of a common year
            return None
        if start <= limit:
            return start, end
    return None
