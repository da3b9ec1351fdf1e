"""Phrases that stand for two: "both countries", "the two presidents", "neither side"; for three: "three leaders"; and "his Turkish

counterpart".
"""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from detente.coding.actors.nominals import left_edge
from detente.coding.cast import Cast, Naming
from detente.records import Moment, Role
from detente.reference import gazetteer

_TWO = frozenset("both two neither either".split())
_STATES = frozenset("side country nation state party capital neighbour neighbor government power rival partner ally".split())
_PEOPLE = frozenset("president leader ruler strongman man woman minister counterpart head chancellor premier statesman".split())
# Anybody may be a man: only "the two men" of whom something is told that they do are the two known.
_ANYBODY = frozenset({"man", "woman"})
_AHEAD = 2
"""Sentences after the phrase in which those it stands for may first be named."""
_COUNTERPART = frozenset({"counterpart", "opposite"})


def find(cast: Cast) -> None:
    """Resolve the phrases in the order of the text."""
    for token in cast.parsed.doc:
        lemma = token.lemma_.lower()
        if lemma in _COUNTERPART and token.pos_ == "NOUN":
            _counterpart(cast, token)
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
    top = [s for s, _ in sorted(counts.items(), key=lambda x: (-x[1], x[0]))[:2]]
    if len(top) < 2:
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
    return _named_next(cast, token, 2) if not found else ()


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


def _counterpart(cast: Cast, token: Token) -> None:
    states = [i for c in token.children if c.dep_ in ("amod", "compound", "nmod") for i in _adjective(cast, c)]
    if not states:
        return
    beside = [c for c in token.children if c.dep_ == "appos"] + (
        [token.head] if token.dep_ in ("compound", "nmod", "appos") else []
    )
    ids: list[str] = []
    for other in beside:
        held = cast.headed(other)
        if held is not None and held.kind == "name" and cast.country(held.actors[0]) in states:
            ids = list(held.actors)
    following = cast.headed(token.doc[token.i + 1]) if token.i + 1 < len(token.doc) else None
    after = next((n for n in cast.namings if n.start == token.i + 1 and n.kind == "name"), following)
    if not ids and after is not None and cast.country(after.actors[0]) in states and after.actors[0] not in states:
        ids = list(after.actors)
    for state in states if not ids else []:
        person = _same_office(cast, token, state) or _government(cast, state)
        if person:
            ids.append(person)
    if ids:
        start = left_edge(token)
        held = cast.headed(token)
        if held is not None:
            cast.drop(held)
        cast.add(Naming(start, token.i + 1, token.i, tuple(dict.fromkeys(ids)), "nominal", "actor"))


def _held(role: Role, on: Moment) -> bool:
    term = Moment(role.earliest, role.latest, "explicit")
    return not on.known or (term.known and term.overlaps(on))


def _adjective(cast: Cast, token: Token) -> tuple[str, ...]:
    found: list[str] = []
    for one in (token, *(c for c in token.children if c.dep_ == "conj")):
        held = cast.inside(one)
        if held is not None and held.kind == "adjective":
            found += held.actors
    return tuple(found)


def _government(cast: Cast, state: str) -> str | None:
    """Somebody of that government, nobody knows who."""
    actor = gazetteer().actor(f"{state}.GOV")
    if actor is not None:
        cast.actors.setdefault(actor.id, actor)
    return actor.id if actor is not None else None


def _same_office(cast: Cast, token: Token, state: str) -> str | None:
    """Of that state, who holds the office of the person before: somebody named in the document first, else by the tables."""
    before = [n for n in cast.namings if n.start < token.i and n.kind in ("name", "nominal") and len(n.actors) == 1]
    roles: set[str] = set()
    on = cast.parsed.document.date
    for naming in sorted(before, key=lambda n: -n.start):
        actor = cast.actors[naming.actors[0]]
        if actor.kind in ("leader", "person") and actor.country != state:
            roles = {r.role for r in actor.roles if _held(r, on)} or {r.role for r in actor.roles}
            break
    table = gazetteer()
    named = {
        i for n in cast.namings for i in n.actors if cast.country(i) == state and cast.actors[i].kind in ("leader", "person")
    }
    for pool in (on if on.known else None, None):
        holders = {i for r in roles for i in table.holder(state, r, pool)}
        both = sorted(holders & named)
        if len(both) == 1:
            return both[0]
    leaders = sorted(i for i in named if cast.actors[i].kind == "leader")
    if len(leaders) == 1:
        return leaders[0]
    if on.days is not None and on.days <= 31:
        holders = sorted({i for r in roles for i in table.holder(state, r, on)})
        if len(holders) == 1:
            cast.actors.setdefault(holders[0], table.actors[holders[0]])
            return holders[0]
    return None
