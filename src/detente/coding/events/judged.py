"""The trained coder beside the lexicon: acts that no frame fits, and acts that the lexicon told too readily.

The lexicon finds an act where a word it knows stands in a frame it knows. For every two actors named in one sentence the
classifier says whether anything passes between them, and what. Where it is sure and the lexicon is silent, the act is added at the word
that joins the two in the parse, asserted where that word is known for such acts and for review otherwise; where it is sure that
nothing passes, what the lexicon told becomes a candidate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from detente.coding import classifier
from detente.coding.cast import Cast, Naming
from detente.coding.classifier import Judgement, Passage
from detente.coding.events.acts import Act, Scene
from detente.coding.events.joining import telling_word
from detente.coding.lexicon import Frame
from detente.coding.modality import standing
from detente.coding.roles import Filled

SURE = 0.9
"""Confidence from which an act that only the classifier sees is asserted."""

DOUBTED = 0.97
"""Probability of "nothing" from which an act that only the lexicon sees is no longer asserted."""

REVIEW = 0.45
"""Confidence of an act that waits for review: one that no word the lexicon knows bears out, or one that is doubted."""

MOST_PAIRS = 12
"""Pairs of one sentence that are looked at, the nearest first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions of different actors in one sentence, `a` first."""

    a: Naming
    b: Naming
    passage: Passage


def completed(scene: Scene) -> list[Act]:
    """The scene's acts, the doubted ones made candidates, with those added that only the classifier sees."""
    pairs = list(_pairs(scene.cast))
    judged = classifier.judge([p.passage for p in pairs])
    acts = [_doubted(act, pairs, judged) for act in scene.acts]
    for pair, judgement in sorted(zip(pairs, judged, strict=True), key=lambda x: -x[1].confidence):
        if judgement.told == "none" or judgement.confidence < SURE or not judgement.agreed:
            continue
        act = _act(scene, pair, judgement)
        if act is not None and not any(_told(scene.cast, act, other) for other in acts):
            acts = [a for a in acts if a.trigger.i != act.trigger.i]
            acts.append(act)
    return sorted(acts, key=lambda a: a.trigger.i)


def _told(cast: Cast, act: Act, other: Act) -> bool:
    """Whether the other act tells of the same states in the same sentence, or takes the same word for an act it asserts."""
    if other.trigger.sent.start != act.trigger.sent.start:
        return False
    if other.trigger.i == act.trigger.i:
        return other.confidence >= 0.5
    states, known = cast.countries(_sides(act)), cast.countries(_sides(other))
    return states <= known and (other.confidence >= 0.5 or other.frame.plover == act.frame.plover)


def _pairs(cast: Cast) -> Iterator[Pair]:
    """Every two actors of a sentence once, by the mentions that stand nearest to one another."""
    for sentence in cast.parsed.sentences:
        named = [n for n in cast.namings if _acts(n) and sentence.start <= n.start and n.end <= sentence.end]
        nearest: dict[frozenset[str], tuple[int, Naming, Naming]] = {}
        for one, other in combinations(sorted(named, key=lambda n: n.start), 2):
            if other.start < one.end or set(one.actors) & set(other.actors):
                continue
            key, gap = frozenset(one.actors + other.actors), other.start - one.end
            if key not in nearest or gap < nearest[key][0]:
                nearest[key] = (gap, one, other)
        for _, a, b in sorted(nearest.values(), key=lambda x: x[0])[:MOST_PAIRS]:
            yield Pair(a, b, classifier.passage(cast.parsed.doc, _words(a), _words(b)))


def _acts(naming: Naming) -> bool:
    return naming.sense == "actor" and bool(naming.actors)


def _words(naming: Naming) -> tuple[int, int]:
    return naming.start, naming.end


def _doubted(act: Act, pairs: Sequence[Pair], judged: Sequence[Judgement]) -> Act:
    """The act, as a candidate where every pair of its sides is surely unrelated."""
    if act.sides.source == act.sides.target or not act.sides.target:
        return act
    about = [
        j
        for p, j in zip(pairs, judged, strict=True)
        if p.passage.start == act.trigger.sent.start and frozenset(p.a.actors + p.b.actors) <= _sides(act)
    ]
    if about and all(j.relation["none"] >= DOUBTED and j.agreed for j in about):
        return replace(act, confidence=min(act.confidence, REVIEW))
    return act


def _sides(act: Act) -> frozenset[str]:
    return frozenset(act.sides.source) | frozenset(act.sides.target)


def _act(scene: Scene, pair: Pair, judgement: Judgement) -> Act | None:
    """The judged act at the word that tells it."""
    mutual = judgement.told == "both"
    doer, other = (pair.b, pair.a) if judgement.told == "b>a" else (pair.a, pair.b)
    doc = scene.cast.parsed.doc
    found = telling_word(doc[pair.a.head], doc[pair.b.head], judgement.plover)
    if found is None or scene.cast.headed(found.token) is not None:
        return None
    trigger, frame = found.token, found.frame
    frame = replace(frame, mutual=mutual) if frame is not None else Frame(judgement.plover, None, None, (), (), mutual)
    if mutual:
        sides = Filled(doer.actors + other.actors, doer.actors + other.actors, (doer.head, other.head), (other.head,))
    else:
        sides = Filled(doer.actors, other.actors, (doer.head,), (other.head,))
    confidence = round(judgement.confidence, 2) if found.frame is not None else REVIEW
    return Act(trigger, trigger, trigger, trigger.lemma_.lower(), frame, sides, standing(trigger), confidence)


__all__ = ["DOUBTED", "SURE", "completed"]
