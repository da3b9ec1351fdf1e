"""Phrases that stand for two or three: "both countries", "the two presidents", "neither side", "three leaders"."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from detente.coding.actors import counterparts
from detente.coding.actors.edges import left_edge
from detente.coding.cast import Cast, Naming
from detente.reference import gazetteer

_TWO = frozenset("both two neither either".split())
_STATES = frozenset("side country nation state party capital neighbour neighbor government power rival partner ally".split())
_PEOPLE = frozenset("president leader ruler strongman man woman minister counterpart head chancellor premier statesman".split())
# Anybody may be a man: only "the two men" of whom something is told that they do are the two known.
_ANYBODY = frozenset({"man", "woman"})
_AHEAD = 2
"""Sentences after the phrase in which those it stands for may first be named."""


def find(cast: Cast) -> None:
    """Resolve the phrases in the order of the text."""
    for token in cast.parsed.doc:
        lemma = token.lemma_.lower()
        if lemma in counterparts.NOUNS and token.pos_ == "NOUN":
            counterparts.counterpart(cast, token)
        elif token.dep_ == "nsubj" and counterparts.is_national(cast, token):
            counterparts.compatriot(cast, token)
        elif cast.headed(token) is None or cast.headed(token).kind == "adjective":  # type: ignore[union-attr]
            _pair(cast, token, lemma)


def _pair(cast: Cast, token: Token, lemma: str) -> None:
    number = [c for c in token.children if c.lower_ in _TWO and c.dep_ in ("det", "nummod", "predet", "preconj", "amod", "cc")]
    plural = token.tag_ in ("NNS", "NNPS")
    definite = any(c.lower_ == "the" for c in token.children)
    own = cast.nation(token)
    if own:
        return
    if lemma in _STATES and (number or (plural and definite and lemma == "party")):
        ids = dyad(cast, token)
    elif lemma in _PEOPLE and plural and (number or (definite and lemma in ("president", "leader", "minister"))):
        ids = people(cast, token) if lemma not in _ANYBODY or _doing(token) else ()
    elif token.lower_ == "two" and definite and token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj") and not list(token.rights):
        ids = dyad(cast, token)
    elif lemma in _PEOPLE - _ANYBODY and plural and any(c.lower_ == "three" and c.dep_ == "nummod" for c in token.children):
        ids = three(cast, token)
    else:
        return
    if ids:
        cast.add(Naming(left_edge(token), token.i + 1, token.i, ids, "nominal", "actor"))


def _doing(token: Token) -> bool:
    """Whether "the two men" are spoken of as known, and do something rather than suffer it."""
    known = any(c.lower_ in ("the", "these", "those", "both") for c in token.children)
    return known and token.dep_ in ("nsubj", "poss", "pobj") and not any(c.dep_ == "acl" for c in token.children)


def dyad(cast: Cast, token: Token) -> tuple[str, ...]:
    """The two states meant: those joined last by a coordination nearby, else the two that the text so far speaks of most."""
    counts: Counter[str] = Counter()
    for naming in cast.namings:
        if naming.start >= token.i or naming.sense != "actor" or naming.kind == "pronoun":
            continue
        near = 2 if token.i - naming.start < 60 else 1
        for state in {cast.country(i) for i in naming.actors} - {None}:
            counts[state] += near  # type: ignore[index]
    ranked = sorted(counts.items(), key=lambda x: (-x[1], x[0]))
    top = [s for s, _ in ranked[:2]]
    if len(top) < 2 or (len(ranked) > 2 and ranked[1][1] == ranked[2][1]):
        return ()
    for state in top:
        actor = gazetteer().actor(state)
        if actor is None:
            return ()
        cast.actors.setdefault(state, actor)
    return tuple(sorted(top))


def people(cast: Cast, token: Token) -> tuple[str, ...]:
    """The two persons of different states named last."""
    wanted = dyad(cast, token)
    pair = _leaders_of(cast, token, wanted)
    if len(pair) == 2:
        return pair
    found: dict[str, str] = {}
    for naming in sorted(cast.namings, key=lambda n: -n.start):
        if naming.start >= token.i or naming.kind not in ("name", "nominal"):
            continue
        for identifier in naming.actors:
            actor = cast.actors[identifier]
            if actor.kind == "leader" and actor.country and actor.country not in found:
                found[actor.country] = identifier
        if len(found) >= 2:
            break
    if len(found) == 2:
        return tuple(sorted(found.values()))
    return (_named_next(cast, token, 2) or _holders(cast, token, wanted)) if not found else ()


def _holders(cast: Cast, token: Token, states: tuple[str, ...]) -> tuple[str, ...]:
    """Who held the office in the two states on the document's day, where the text names nobody."""
    on = cast.parsed.document.date
    if on.days is None or on.days > 31:
        return ()
    table = gazetteer()
    found = [ids[0] for state in states if len(ids := table.holder(state, token.lemma_.lower(), on)) == 1]
    cast.actors.update({i: table.actors[i] for i in found if i not in cast.actors})
    return tuple(sorted(found)) if len(found) == 2 else ()


def three(cast: Cast, token: Token) -> tuple[str, ...]:
    """The three leaders of different states that are named just after the phrase, or alone before it."""
    after = _named_next(cast, token, 3)
    return after or _leaders(cast, 0, token.i, 3)


def _named_next(cast: Cast, token: Token, count: int) -> tuple[str, ...]:
    """The leaders of different states named in the rest of the sentence and the next two, if they are so many."""
    end = token.sent.end
    for _ in range(_AHEAD):
        if end < len(token.doc):
            end = token.doc[end].sent.end
    return _leaders(cast, token.i, end, count)


def _leaders(cast: Cast, start: int, end: int, count: int) -> tuple[str, ...]:
    """The leaders named in a stretch of the text, if they are exactly so many and each of another state."""
    named = {
        i
        for n in cast.namings
        if start <= n.start < end and n.kind == "name" and len(n.actors) == 1
        for i in n.actors
        if cast.actors[i].kind == "leader" and cast.country(i)
    }
    return tuple(sorted(named)) if len(named) == count == len({cast.country(i) for i in named}) else ()


def _leaders_of(cast: Cast, token: Token, states: tuple[str, ...]) -> tuple[str, ...]:
    """Of each state the leader named last before the phrase, if it has one."""
    found: dict[str, str] = {}
    for naming in sorted(cast.namings, key=lambda n: n.start):
        if naming.start < token.i and naming.kind in ("name", "nominal") and len(naming.actors) == 1:
            actor = cast.actors[naming.actors[0]]
            if actor.kind == "leader" and actor.country in states:
                found[actor.country] = actor.id  # type: ignore[index]
    return tuple(sorted(found.values()))
