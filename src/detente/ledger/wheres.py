"""Where reports put one act: in places of which neither may be the other, or inside a place in one and near it in another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from detente.ledger.particulars import Place, place, states_of
from detente.ledger.sources import Sources
from detente.ledger.tellings import Telling
from detente.records import Document, Mention, Span
from detente.reference import fold

_NEAR = re.compile(
    r"\b(?:near|close to|along|outside|off|next to|beside|(?:on |in )?the (?:outskirts|edge|fringes) of"
    r"|(?:north|south|east|west)[a-z]* of)\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\b(?:over|above|inside|within|in)\b", re.IGNORECASE)
_BREAK = re.compile(r"[,;:—–]|\b(?:and|which|that|who|where)\b")
_REACH, _PHRASE = 90, 50  # characters from the trigger to the place, and of the words that lead to it
_LEAD = 4  # characters that the words of one preposition lie apart: "on the outskirts of"
_JOINED = 30  # characters between a place and the verb that goes on from it


@dataclass(frozen=True, slots=True)
class Locative:
    """A phrase of place. `manner`: `inside` or `near` the `place`."""

    manner: str
    place: Place
    document: str
    span: Span


def contested(told: Sequence[Telling]) -> bool:
    """Whether reports put the act in places of which neither may be, or lie in, the other."""
    places = {t.place for t in told if t.place and t.report.place}
    return any(not a.fits(b) for a, b in combinations(sorted(places, key=lambda p: p.name), 2))


def inside_and_near(sources: Sources, told: Sequence[Telling]) -> list[Locative]:
    """Phrases, each wording once, of which one puts the act inside a place and another near it; none where they agree."""
    found: dict[tuple[str, str], Locative] = {}
    for telling in told:
        phrase = _locative(sources, telling)
        if phrase:
            words = sources.holdings.documents[telling.document].at(phrase.span)
            found.setdefault((phrase.manner, words.casefold()), phrase)
    phrases = list(found.values())
    return [p for p in phrases if any(p.manner != o.manner and p.place.fits(o.place) for o in phrases)]


def _locative(sources: Sources, telling: Telling) -> Locative | None:
    """Where the act is, seen from a place; None where the sentence does not say."""
    document = sources.holdings.documents[telling.document]
    row = telling.report
    if telling.definite and row.place_span is None:
        return None  # "the incident" points back; the places of its sentence are of other things
    mentions = sources.mentions.get(document.id, ())
    states = states_of(mentions)
    ends = {m.span.end: _seen(document, m, states) for m in mentions if _after(m.span, row.trigger, row.sentence)}
    if row.place_span:
        ends = {row.place_span.end: place(row.place or document.at(row.place_span), states)}
    for end, reference in sorted(ends.items()):
        words = document.text[row.trigger.end : end]
        if _BREAK.search(words):
            break
        if phrase := _led(words):
            return Locative(phrase[0], reference, document.id, Span(row.trigger.end + phrase[1], end))
    return _before(document, telling, mentions, states)


def _led(words: str) -> tuple[str, int] | None:
    """The preposition that leads to the end of the words, as its manner and where it stands: of several the last."""
    found = [(m.start(), manner) for manner, pattern in (("inside", _INSIDE), ("near", _NEAR)) for m in pattern.finditer(words)]
    if not found:
        return None
    start, manner = max(found)
    start = min(at for at, same in found if same == manner and at >= start - _LEAD)
    return (manner, start) if len(words) - start <= _PHRASE else None


def _before(document: Document, telling: Telling, mentions: Sequence[Mention], states: Mapping[str, str]) -> Locative | None:
    """The place of the deed that the trigger is joined to: *bombed a house outside the town and killed two*."""
    row = telling.report
    for mention in mentions:
        between = document.text[mention.span.end : row.trigger.start]
        joined = (
            mention.span.end <= row.trigger.start and len(between) <= _JOINED and re.search(r"^[^,;:—–.]*\band\s+$", between)
        )
        phrase = (
            _led(document.text[row.sentence.start : mention.span.end]) if joined and row.sentence.holds(mention.span) else None
        )
        if phrase:
            return Locative(
                phrase[0], _seen(document, mention, states), document.id, Span(row.sentence.start + phrase[1], mention.span.end)
            )
    return None


def _seen(document: Document, mention: Mention, states: Mapping[str, str]) -> Place:
    """The place that a mention names; of an actor, the state it belongs to."""
    if mention.place or len(mention.actors) != 1:
        return place(mention.place or document.at(mention.span), states)
    return Place(fold(document.at(mention.span)), mention.actors[0].partition(".")[0], whole=True)


def _after(span: Span, trigger: Span, sentence: Span) -> bool:
    return trigger.end <= span.start and span.end <= sentence.end and span.start - trigger.end <= _REACH
