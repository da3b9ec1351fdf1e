"""Where reports disagree: the versions side by side, each with its evidence, and no winner.

One function a kind of disagreement over the events (dates, places, agents, numbers, scope); what a text says against itself is
in `slips`, what is called by several names in `naming`, what is judged differently in `stances`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from detente.ledger.events import contested, names, span_words
from detente.ledger.lifelines import Rows
from detente.ledger.merging import Group
from detente.ledger.naming import label_conflicts, name_conflicts
from detente.ledger.particulars import Place, place, states_of
from detente.ledger.slips import duration_conflicts, reversals, slips, unclear_months
from detente.ledger.sources import Sources
from detente.ledger.stances import judgement_conflicts
from detente.ledger.tellings import Telling
from detente.ledger.versions import record, time_words, version
from detente.records import Agreement, Conflict, Document, Event, Mention, Span, Version
from detente.reference import fold

Act = tuple[Event, Group]

_VIOLENT = frozenset({"ASSAULT", "COERCE"})
_NEAR = re.compile(
    r"\b(?:near|close to|along|outside|off|next to|beside|(?:on |in )?the (?:outskirts|edge|fringes) of|(?:north|south|east|west)[a-z]* of)\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\b(?:over|above|inside|within|in)\b", re.IGNORECASE)
_UNIT = re.compile(
    r"(?<![\w.,-])(?:(?P<hedge>about|around|some|nearly|almost|roughly|more than|over|at least|up to|fewer than|less than)\s+)?"
    r"(?P<money>[$€£])?(?P<number>\d[\d,]*(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?)"
    r"(?:\s+(?P<scale>hundred|thousand|million|billion))?(?:\s+(?P<unit>[A-Za-z][\w-]+))?",
    re.IGNORECASE,
)
_NUMERALS = "two three four five six seven eight nine ten eleven twelve"
_WORDS = {w: n for n, w in enumerate(_NUMERALS.split(), start=2)}
_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_UNCOUNTED = (
    "year years month months week weeks day days hour hours minute minutes decade decades time times o'clock percent per and "
    "or to of in on at the a by from for with as after before when while is was were are has had january february march april may june july august september october november december "
    "km kilometers kilometres miles presidents leaders countries sides states nations parties others"
)
_NO_UNIT = frozenset(_UNCOUNTED.split())
_APPROXIMATE = 0.2


def conflicts(sources: Sources, acts: Sequence[Act], agreements: Sequence[tuple[Agreement, Rows]]) -> tuple[Conflict, ...]:
    """Every disagreement found, by id. A copy is not another voice: its rows are left out."""
    heard = [(e, tuple(t for t in g if sources.independent(t.document))) for e, g in acts]
    heard = [(e, g) for e, g in heard if g]
    slipped = list(slips(sources, heard))
    found = [
        *(c for act in heard for c in _of_event(sources, act, slipped)),
        *slipped,
        *duration_conflicts(sources, heard),
        *unclear_months(sources, heard),
        *reversals(sources),
        *label_conflicts(sources, heard),
        *name_conflicts(sources, agreements),
        *_sums(sources, agreements),
        *judgement_conflicts(sources),
    ]
    return tuple(sorted({c.id: c for c in found}.values(), key=lambda c: c.id))


def _of_event(sources: Sources, act: Act, slipped: Sequence[Conflict]) -> Iterator[Conflict]:
    yield from _dates(sources, act, slipped)
    yield from _places(sources, act)
    yield from _agents(sources, act)
    told = [(t, t.report.sentence) for t in act[1]]
    yield from _numbers(sources, act[0].id, [(t.document, span) for t, span in told])


def _dates(sources: Sources, act: Act, slipped: Sequence[Conflict]) -> Iterator[Conflict]:
    """Intervals without a day in common; a slip of the same event stands beside them."""
    found, group = act
    known = [t for t in group if t.moment.known]
    if all(a.moment.overlaps(b.moment) for a, b in combinations(known, 2)):
        return
    apart = [t for t in known if not all(t.moment.overlaps(o.moment) for o in known)]
    versions: dict[tuple[str, str], Version] = {}
    for t in apart:
        said = time_words(sources, t)
        versions.setdefault((t.document, span_words(t.moment)), Version(said.text or span_words(t.moment), said))
    slip_versions = [c.versions[0] for c in slipped if c.subject == found.id and c.field == "date"]
    note = f"best supported: {span_words(found.moment)}; {found.moment.note}" if found.moment.note else None
    if slip_versions:
        note = f"{note or ''}; {' and '.join(v.value for v in slip_versions)} a probable slip".lstrip("; ")
    yield record("date", found.id, "date", [*versions.values(), *slip_versions], note)


def _places(sources: Sources, act: Act) -> Iterator[Conflict]:
    """Different places, or one place told as inside in one text and as near it in another."""
    found, group = act
    if contested(group):
        first = {t.place.name: t for t in reversed(group) if t.place}
        versions = [
            version(sources, t.document, t.report.place_span or t.report.sentence, t.report.place) for t in first.values()
        ]
        yield record("place", found.id, "place", versions, "places differ; none is chosen")
        return
    if found.plover not in _VIOLENT:
        return
    told: dict[tuple[str, str], _Locative] = {}
    for t in group:
        phrase = _locative(sources, t)
        if phrase:
            words = sources.holdings.documents[t.document].at(phrase.span)
            told.setdefault((phrase.manner, words.casefold()), phrase)
    apart = [p for p in told.values() if any(p.manner != o.manner and p.place.fits(o.place) for o in told.values())]
    if apart:
        versions = [version(sources, p.document, p.span) for p in apart]
        yield record("place", found.id, "place", versions, "inside in one telling, near or outside in another; none is chosen")


@dataclass(frozen=True, slots=True)
class _Locative:
    """The words that put an act `inside` a place or `near` it."""

    manner: str
    place: Place
    document: str
    span: Span


def _locative(sources: Sources, telling: Telling) -> _Locative | None:
    """Where the act is, seen from a place: inside or near it; None where the sentence does not say."""
    document = sources.holdings.documents[telling.document]
    row = telling.report
    mentions = sources.mentions.get(document.id, ())
    states = states_of(mentions)
    ends = {m.span.end: _seen(document, m, states) for m in mentions if _after(m.span, row.trigger, row.sentence)}
    if row.place_span:
        ends = {row.place_span.end: place(row.place or document.at(row.place_span), states)}
    for end, reference in sorted(ends.items()):
        words = document.text[row.trigger.end : end]
        if re.search(r"[,;:—–]|\b(?:and|which|that|who|where)\b", words):
            break
        for manner, pattern in (("near", _NEAR), ("inside", _INSIDE)):
            match = pattern.search(words)
            if match and end - (row.trigger.end + match.start()) <= 50:
                return _Locative(manner, reference, document.id, Span(row.trigger.end + match.start(), end))
    return None


def _seen(document: Document, mention: Mention, states: Mapping[str, str]) -> Place:
    """The place that a mention names, of an actor the state it belongs to."""
    if mention.place or len(mention.actors) != 1:
        return place(mention.place or document.at(mention.span), states)
    state = mention.actors[0].partition(".")[0]
    return Place(fold(document.at(mention.span)), state, True)


def _after(span: Span, trigger: Span, sentence: Span) -> bool:
    return trigger.end <= span.start and span.end <= sentence.end and span.start - trigger.end <= 90


def _agents(sources: Sources, act: Act) -> Iterator[Conflict]:
    """A violent act whose agent some documents name and others leave out, or name otherwise."""
    found, group = act
    if found.plover not in _VIOLENT:
        return
    said: dict[str, Telling] = {}
    for t in group:
        if t.document not in said or (t.report.source and not said[t.document].report.source):
            said[t.document] = t
    told = {t.source for t in said.values()}
    if len(told) < 2 or not any(told):
        return
    versions = [
        version(sources, t.document, t.report.sentence, names(sources, t.report.source) or "not named")
        for _, t in sorted(said.items())
    ]
    named = sum(bool(t.source) for t in said.values())
    note = f"{named} of {len(said)} documents name who did it; the source rests on them alone"
    yield record("actor", found.id, "source", versions, note)


def _sums(sources: Sources, agreements: Sequence[tuple[Agreement, Rows]]) -> Iterator[Conflict]:
    for agreement, rows in agreements:
        yield from _numbers(sources, agreement.id, [(t.document, t.row.sentence) for t in rows])


def _numbers(sources: Sources, subject: str, places: Sequence[tuple[str, Span]]) -> Iterator[Conflict]:
    """Numbers of one unit that cannot be the same number, from different documents."""
    told: dict[str, list[tuple[tuple[float, float], str, Span]]] = {}
    for document, sentence in dict.fromkeys(places):
        text = sources.holdings.documents[document].at(sentence)
        days = [t.span for t in sources.times.get(document, ()) if sentence.holds(t.span)]
        for match in _UNIT.finditer(text):
            if any(d.meets(Span(sentence.start + match.start(), sentence.start + match.end("number"))) for d in days):
                continue
            unit = match["money"] or (match["unit"] or "").casefold().removesuffix("s")
            if unit and (match["unit"] or "").casefold() not in _NO_UNIT and unit not in _NO_UNIT:
                span = Span(sentence.start + match.start(), sentence.start + match.end())
                told.setdefault(unit, []).append((_bounds(match), document, span))
    for unit, values in sorted(told.items()):
        apart = [v for v in values if any(o[1] != v[1] and (o[0][1] < v[0][0] or v[0][1] < o[0][0]) for o in values)]
        if apart:
            versions = [version(sources, d, s) for _, d, s in apart]
            yield record("quantity", subject, f"number ({unit})", versions, None)


def _bounds(match: re.Match[str]) -> tuple[float, float]:
    """The range a number stands for, wider where it is told as approximate."""
    word = match["number"].casefold()
    if word.startswith("dozen"):
        return (12.0, 12.0) if word == "dozen" else (24.0, math.inf)
    value = float(_WORDS.get(word) or word.replace(",", "")) * _SCALE.get((match["scale"] or "").casefold(), 1)
    hedge = (match["hedge"] or "").casefold()
    if hedge in ("more than", "over", "at least"):
        return value, math.inf
    if hedge in ("up to", "fewer than", "less than"):
        return 0.0, value
    if hedge:
        return value * (1 - _APPROXIMATE), value * (1 + _APPROXIMATE)
    return value, value
