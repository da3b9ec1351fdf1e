"""Persons called by the state they are of: "his Turkish counterpart", "the Russian agreed"."""

from __future__ import annotations

from spacy.tokens import Token

from detente.coding.actors.edges import left_edge
from detente.coding.cast import Cast, Naming
from detente.records import Moment, Role
from detente.reference import gazetteer

NOUNS = frozenset({"counterpart", "opposite"})
_NEAR = 60
"""Tokens before "the Russian" in which he is named."""


def is_national(cast: Cast, token: Token) -> bool:
    """Whether the phrase is "the Russian", "the Iraqi" and nothing more: one person ("the French" are many)."""
    held = cast.headed(token)
    one = token.lower_.endswith(("an", "i")) and token.tag_ not in ("NNS", "NNPS")
    return held is not None and held.kind == "adjective" and one and any(c.lower_ == "the" for c in token.children)


def compatriot(cast: Cast, token: Token) -> None:
    """ "the Russian agreed": the leader of that state who was named last, if no other of its people was since."""
    held = cast.headed(token)
    if held is None:
        return
    people = [
        (n.start, i)
        for n in cast.namings
        if token.i - _NEAR <= n.start < token.i
        for i in n.actors
        if cast.country(i) in held.actors and cast.actors[i].kind in ("leader", "person")
    ]
    last = max(people, default=None)
    if last is not None and cast.actors[last[1]].kind == "leader":
        cast.drop(held)
        cast.add(Naming(left_edge(token), token.i + 1, token.i, (last[1],), "nominal", "actor"))


def counterpart(cast: Cast, token: Token) -> None:
    """ "his Turkish counterpart": the one named beside it, else who holds the same office, else somebody of that government."""
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
