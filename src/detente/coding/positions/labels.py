"""Sides put into a label: "the A-backed militia", "pro-A rebels", "A, the main backer of B"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.cast import Cast
from detente.coding.positions.abouts import about
from detente.coding.positions.contents import Content, contents
from detente.coding.positions.holders import speakers
from detente.coding.positions.stance import Stance
from detente.reference.issues import catalogue

_BACKED = frozenset("backed supported armed funded sponsored allied led equipped trained financed".split())
_BACKERS = {"backer": 1, "supporter": 1, "sponsor": 1, "patron": 1, "protector": 1, "opponent": -1, "enemy": -1, "foe": -1}
_GROUPS = catalogue()["REBELS"].plus[0][0]
_BE = frozenset({"be", "remain", "become", "stay"})


def find(cast: Cast) -> Iterator[Stance]:
    """Each label in the document."""
    for token in cast.parsed.doc:
        if token.lower_ in _BACKED and token.i >= 2 and token.doc[token.i - 1].text == "-":
            yield from _backed(cast, token, token.doc[token.i - 2])
        elif token.lower_.rpartition("-")[2] in _BACKED and "-" in token.text:
            yield from _backed(cast, token, token)
        elif token.lemma_.lower() in _BACKERS and token.pos_ == "NOUN":
            yield from _backer(cast, token)


def _backed(cast: Cast, label: Token, patron: Token) -> Iterator[Stance]:
    noun = label.head if label.head.i > label.i else None
    while noun is not None and noun.dep_ in ("amod", "compound", "nmod") and noun.head.i > noun.i:
        noun = noun.head
    naming = cast.inside(patron)
    if noun is None or naming is None or noun.pos_ not in ("NOUN", "PROPN"):
        return
    for actor in naming.actors:
        state = cast.country(actor) or actor
        yield from _on(cast, label, noun, state, 1, naming.start)


def _backer(cast: Cast, noun: Token) -> Iterator[Stance]:
    backed = syntax.prepositional(noun, ("of",))
    head = noun.head
    if noun.dep_ == "attr" and head.lemma_ in _BE:
        owners = syntax.subjects(head)
    elif noun.dep_ == "appos":
        owners = [head]
    else:
        owners = [c for c in noun.children if c.dep_ in ("nmod", "compound", "nsubj") and cast.of(c)]
        before = noun.left_edge.i - 1
        if not owners and before >= 0 and noun.dep_ in ("pobj", "ROOT", "conj", "dep"):
            owners = [noun.doc[before]]  # "with A the main backer of B"
        owners = owners or [
            t for t in (noun.doc[i] for i in range(noun.left_edge.i, noun.i)) if cast.of(t) and t.head.i == noun.i
        ]
    for owner in owners:
        for actor in speakers(cast, owner):
            for thing in backed:
                yield from _on(cast, noun, thing, actor, _BACKERS[noun.lemma_.lower()], min(owner.i, noun.i))


def _on(cast: Cast, label: Token, thing: Token, actor: str, sign: int, start: int) -> Iterator[Stance]:
    """The side that backing a group or a government is."""
    content = next(contents(thing), None) if thing.pos_ != "PROPN" else Content(thing, (thing,), tuple(thing.subtree))
    if content is None:
        return
    naming = cast.at(thing)
    if thing.lemma_.lower() in _GROUPS:
        kind = "REBELS"
    elif naming is not None and any(_governs(cast, a) for a in naming.actors):
        kind = "LEADER"
    else:
        return
    key, name = about(cast, catalogue()[kind].about, content, actor, ())
    if kind == "LEADER" and key is None:
        return
    parsed = cast.parsed
    first, last = min(start, thing.i), max(label.i, thing.i)
    yield Stance(
        span=parsed.span(parsed.doc[first : last + 1]),
        sentence=parsed.sentence(label),
        actor=actor,
        kind=kind,
        about=key,
        about_name=name,
        phrase=thing.text,
        side=0.8 * sign,
        basis="label",
        weight=0.8,
    )


def _governs(cast: Cast, actor: str) -> bool:
    known = cast.actors.get(actor)
    return known is not None and (known.kind == "leader" or known.sector == "GOV")
