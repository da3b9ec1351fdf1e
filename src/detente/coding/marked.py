"""What one marked actor does to another in a sentence: the trained coder asked about two given places.

The type follows PLOVER's rule of intentions (help to come is AGREE, help refused is REJECT), as the codebook codes a sentence by
itself; `modality` says beside it how real the act is. Where no target is marked, the phrase that the source most plainly
acts on stands for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from detente.coding.classifier import Judgement, Passage, judge
from detente.coding.events.joining import telling_word
from detente.coding.modality import standing
from detente.reading.parse import Parsed
from detente.records import Modality, Span

MOST_TARGETS = 6
"""Phrases tried where no target is marked."""

NOTHING = 0.6
"""Probability of "nothing" from which `none` is said: acts lost and acts invented are about as rare there."""

UNLIKELY = 0.1
"""Probability of an act of the source on the target below which `none` is said, whatever else passes between the two."""

TRUSTED = 0.7
"""Probability from which the classifier's modality is taken over that of the words that govern the act."""


@dataclass(frozen=True, slots=True)
class Coded:
    """The answer for one pair. `none`: nothing passes from source to target; the type is then only the likeliest one."""

    plover: str
    mode: str | None
    modality: Modality
    confidence: float
    none: bool


def between(parsed: Parsed, source: Span, target: Span | None) -> Coded:
    """Code what `source` does to `target`.

    Raises:
        ValueError: a place has no words, or the two overlap.
    """
    doc = parsed.doc
    a = _tokens(doc, source)
    others = [_tokens(doc, target)] if target is not None else list(_phrases(doc, a))[:MOST_TARGETS]
    if target is not None and max(a[0], others[0][0]) < min(a[1], others[0][1]):
        a, others = _apart(source, a, target, others[0])
    if not others:
        return Coded("CONSULT", None, "actual", 0.0, none=True)
    passages = [_passage(doc, a, b) for b in others]
    judged = judge(passages)
    passage, best = max(zip(passages, judged, strict=True), key=lambda x: x[1].relation["a>b"] + x[1].relation["both"])
    return _coded(passage, best)


def _coded(passage: Passage, judgement: Judgement) -> Coded:
    forward = judgement.relation["a>b"] + judgement.relation["both"]
    none = judgement.relation["none"] >= NOTHING or forward < UNLIKELY
    plover = max(judgement.intent, key=judgement.intent.__getitem__)
    doc = passage.doc
    word = telling_word(_head(doc, passage.a), _head(doc, passage.b), judgement.plover)
    mode = word.frame.mode if word is not None and word.frame is not None and word.frame.plover == plover else None
    likeliest: Modality = max(judgement.modality, key=judgement.modality.__getitem__)  # type: ignore[assignment]
    modality = likeliest if word is None or judgement.modality[likeliest] >= TRUSTED else standing(word.token).modality
    return Coded(plover, mode, modality, round(judgement.confidence, 3), none)


def _head(doc: Doc, side: tuple[int, int]) -> Token:
    return doc[side[0] : side[1]].root


def _tokens(doc: Doc, place: Span) -> tuple[int, int]:
    words = doc.char_span(place.start, place.end, alignment_mode="expand")
    if words is None or not words.text.strip():
        raise ValueError(f"[{place.start}, {place.end}] has no words")
    return words.start, words.end


def _apart(source: Span, a: tuple[int, int], target: Span, b: tuple[int, int]) -> tuple[tuple[int, int], list[tuple[int, int]]]:
    """Two places that share words: the one inside the other keeps them, or the later one yields.

    Raises:
        ValueError: they are the same words.
    """
    if a == b:
        raise ValueError(f"source [{source.start}, {source.end}] and target [{target.start}, {target.end}] are the same words")
    if b[0] <= a[0] and a[1] <= b[1]:
        return a, [_rest(b, a)]
    if a[0] <= b[0] and b[1] <= a[1]:
        return _rest(a, b), [b]
    return (a, [(a[1], b[1])]) if a[0] < b[0] else ((b[1], a[1]), [b])


def _rest(outer: tuple[int, int], inner: tuple[int, int]) -> tuple[int, int]:
    """The longer part of the outer place on one side of the inner."""
    before, after = (outer[0], inner[0]), (inner[1], outer[1])
    return before if before[1] - before[0] >= after[1] - after[0] else after


def _phrases(doc: Doc, source: tuple[int, int]) -> Iterable[tuple[int, int]]:
    """Noun phrases outside the source, those behind it first."""
    found = [(c.start, c.end) for c in doc.noun_chunks if c.end <= source[0] or source[1] <= c.start]
    return sorted(found, key=lambda c: (c[0] < source[0], abs(c[0] - source[1])))


def _passage(doc: Doc, a: tuple[int, int], b: tuple[int, int]) -> Passage:
    """The whole text given: what was sent as one sentence is judged as one."""
    return Passage(doc, 0, len(doc), a, b)


__all__ = ["Coded", "between"]
