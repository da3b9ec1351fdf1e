"""The words that put a violent act inside a place or near it, and whether the reports of one act do both."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Locative:
    """A phrase of place. `manner`: `inside` or `near` the `place`."""

    manner: str
    place: Place
    document: str
    span: Span


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
    mentions = sources.mentions.get(document.id, ())
    states = states_of(mentions)
    ends = {m.span.end: _seen(document, m, states) for m in mentions if _after(m.span, row.trigger, row.sentence)}
    if row.place_span:
        ends = {row.place_span.end: place(row.place or document.at(row.place_span), states)}
    for end, reference in sorted(ends.items()):
        words = document.text[row.trigger.end : end]
        if _BREAK.search(words):
            break
        for manner, pattern in (("near", _NEAR), ("inside", _INSIDE)):
            match = pattern.search(words)
            if match and end - (row.trigger.end + match.start()) <= _PHRASE:
                return Locative(manner, reference, document.id, Span(row.trigger.end + match.start(), end))
    return None


def _seen(document: Document, mention: Mention, states: Mapping[str, str]) -> Place:
    """The place that a mention names; of an actor, the state it belongs to."""
    if mention.place or len(mention.actors) != 1:
        return place(mention.place or document.at(mention.span), states)
    return Place(fold(document.at(mention.span)), mention.actors[0].partition(".")[0], whole=True)


def _after(span: Span, trigger: Span, sentence: Span) -> bool:
    return trigger.end <= span.start and span.end <= sentence.end and span.start - trigger.end <= _REACH
