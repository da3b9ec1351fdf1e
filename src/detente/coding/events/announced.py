"""Acts announced by a pronoun: "… agreed that a meeting was needed. It is expected on Thursday"."""

from __future__ import annotations

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.events.acts import Act, Scene
from detente.coding.lexicon import Frame, nouns
from detente.coding.modality import Standing
from detente.coding.roles import Filled, side

_SET = frozenset("expect plan schedule set slate arrange".split())
_CONFIDENCE = 0.6


def announced(scene: Scene, verb: Token) -> Act | None:
    """The meeting that "it" stands for, to come, between those who are the subject of the sentence before."""
    words = syntax.auxiliaries(verb) | {c.lower_ for c in verb.children if c.dep_ == "auxpass"}
    if verb.lemma_ not in _SET or verb.dep_ != "ROOT" or syntax.is_negated(verb) or not words & {"is", "'s"}:
        return None
    if [t.lower_ for t in syntax.own_subjects(verb)] != ["it"] or verb.sent.start == 0:
        return None
    if any(c.dep_ in ("ccomp", "xcomp", "csubj") for c in verb.children):
        return None  # "it is expected that they sign"
    for noun in reversed(verb.doc[verb.sent.start - 1].sent):
        frame = nouns().get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
        if frame is not None and frame.mutual and frame.plover == "CONSULT" and _new(noun):
            return _between(scene, verb, noun, frame)
    return None


def _new(noun: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("a", "an", "another") for c in noun.children)


def _between(scene: Scene, verb: Token, noun: Token, frame: Frame) -> Act | None:
    """The act with the parties that the nearest clause above the noun names."""
    for above in noun.ancestors:
        parties = side(scene.cast, syntax.subjects(above), owners=False) if above.pos_ == "VERB" else None
        if parties and len(scene.cast.countries(parties.ids)) >= 2:
            both = tuple(parties.ids)
            told = Standing("future", (verb.i,))
            return Act(
                verb, verb, verb, noun.lemma_.lower(), frame, Filled(both, both, tuple(parties.at)), told, _CONFIDENCE, True
            )
    return None
