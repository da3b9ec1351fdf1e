"""The word that tells what passes between two named actors: where their ways through the parse meet."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from detente.coding.lexicon import Frame, nouns, verbs

_BESIDE = frozenset("xcomp ccomp dobj attr prt conj".split())


@dataclass(frozen=True, slots=True)
class Telling:
    """A word, and the lexicon's frame of the wanted type for it, if it has one."""

    token: Token
    frame: Frame | None


def telling_word(one: Token, other: Token, plover: str) -> Telling | None:
    """The word that tells an act of this type between two heads.

    One that the lexicon knows for the type, on the way between the two or hanging from it, comes first; else the highest verb on the
    way, else a noun.
    """
    way = _way(one, other)
    for token in (*way, *(c for t in way for c in t.children if c.dep_ in _BESIDE)):
        frame = _known(token, plover)
        if frame is not None:
            return Telling(token, frame)
    of_sides = {one.i, other.i}
    for kind in ("VERB", "NOUN"):
        found = next((t for t in way if t.pos_ == kind and t.i not in of_sides), None)
        if found is not None:
            return Telling(found, None)
    return None


def _known(token: Token, plover: str) -> Frame | None:
    """The lexicon's frame of this type for the word."""
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        return next((f for f in verbs().get(lemma, ()) if f.plover == plover), None)
    frame = nouns().get(lemma) if token.pos_ in ("NOUN", "PROPN") else None
    return frame if frame is not None and frame.plover == plover else None


def _way(one: Token, other: Token) -> list[Token]:
    """The words that join the two in the parse, where their ways meet first, the two themselves left out.

    Of two that stand side by side ("Peru and Chile signed …") it is the word above them that joins them.
    """
    up_one, up_other = [one, *one.ancestors], [other, *other.ancestors]
    joint = next((t for t in up_one if t in up_other), None)
    if joint is None:
        return []
    below = [*up_one[1 : up_one.index(joint)], *up_other[1 : up_other.index(joint)]]
    above = [joint, *(list(joint.ancestors)[:2] if joint in (one, other) else [])]
    return [t for t in (*above, *reversed(below)) if t.i not in (one.i, other.i)]
