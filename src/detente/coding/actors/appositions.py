"""Nouns that say again who was named: "Turkey, a NATO member", "Menderes, the man who …", "the alliance", "the country"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.actors.edges import left_edge
from detente.coding.actors.sense import sense_of
from detente.coding.cast import Cast, Naming
from detente.reference import gazetteer, roles

_UNIONS = frozenset("alliance bloc grouping".split())
_STATES = frozenset(
    "member ally neighbour neighbor power country nation state partner rival economy superpower exporter importer producer backer "
    "supporter patron adversary foe republic kingdom democracy monarchy island giant heavyweight".split()
)
_PERSONS = frozenset(
    "man woman politician veteran statesman stateswoman strongman autocrat dictator ruler billionaire banker economist reformer "
    "hardliner moderate conservative populist nationalist islamist protege ally confidant loyalist son daughter wife husband".split()
)
_NEAR = 150
"""Tokens before "the alliance" in which it is named."""


def find(cast: Cast) -> None:
    """Put on stage what is called again by a noun beside the name, or by its kind after it."""
    for token in cast.parsed.doc:
        held = cast.headed(token)
        if token.pos_ != "NOUN" or (held is not None and held.kind != "adjective"):
            continue
        ids, start = _union(cast, token) or _beside(cast, token), left_edge(token)
        owned = _owned_title(cast, token) if not ids else None
        if owned is not None:
            start, ids = owned
        if ids:
            cast.add(Naming(start, token.i + 1, token.i, ids, "nominal", "actor"))


def find_countries(cast: Cast) -> None:
    """ "The country": the state or land named last that is not the one who acts; after the pronouns, which act too."""
    for token in cast.parsed.doc:
        if token.lower_ != "country" or cast.headed(token) is not None:
            continue
        before = [c for c in token.children if c.i < token.i]
        if [c.lower_ for c in before] == ["the"] and not any(c.dep_ in ("relcl", "acl", "prep") for c in token.children):
            state = _spoken_of(cast, token)
            if state is not None:
                name = gazetteer().actors[state].name
                naming = Naming(token.i - 1, token.i + 1, token.i, (state,), "nominal", "actor", name)
                said = sense_of(cast, token, naming)
                cast.actors.setdefault(state, gazetteer().actors[state])
                cast.add(replace(naming, sense=said, place=name if said == "place" else None))


def _spoken_of(cast: Cast, token: Token) -> str | None:
    actor = None
    for verb in token.ancestors:
        if verb.pos_ in ("VERB", "AUX"):
            doers = [n for t in syntax.subjects(verb) if (n := cast.headed(t)) is not None and n.actors]
            actor = cast.country(doers[0].actors[0]) if doers else None
            if doers:
                break
    sentence = token.sent.start
    named = [n for n in cast.namings if sentence <= n.start < token.i and n.kind == "name" and len(n.actors) == 1]
    for naming in sorted(named, key=lambda n: -n.start):
        state = naming.actors[0]
        if state != actor and gazetteer().actors.get(state) is not None and gazetteer().actors[state].kind == "state":
            return state
    return None


def _union(cast: Cast, token: Token) -> tuple[str, ...]:
    """ "The alliance": the organisation of states named last, not long before."""
    if token.lemma_.lower() not in _UNIONS or token.tag_ != "NN":
        return ()
    before = [c for c in token.children if c.i < token.i]
    if [c.lower_ for c in before] not in (["the"], ["this"], ["that"]) or any(
        c.dep_ in ("prep", "relcl") for c in token.children
    ):
        return ()
    named = [
        n
        for n in cast.namings
        if token.i - _NEAR <= n.start < token.i and n.actors and cast.actors[n.actors[0]].kind == "igo" and n.kind != "pronoun"
    ]
    return max(named, key=lambda n: n.start).actors if named else ()


def _beside(cast: Cast, token: Token) -> tuple[str, ...]:
    """The state or person to whose name the noun is an apposition."""
    if token.dep_ != "appos" or token.tag_ not in ("NN", "NNP"):
        return ()
    held = cast.headed(token.head)
    if held is None or held.kind not in ("name", "metonym") or held.sense != "actor" or len(held.actors) != 1:
        return ()
    kind, lemma = cast.actors[held.actors[0]].kind, token.lemma_.lower()
    fits = lemma in _STATES if kind == "state" else kind in ("leader", "person") and lemma in _PERSONS
    return held.actors if fits else ()


def _owned_title(cast: Cast, token: Token) -> tuple[int, tuple[str, ...]] | None:
    """ "Putin's spokesman Dmitry Peskov": the title with its owner is a mention of its bearer, beside the name."""
    named = cast.headed(token.head) if token.dep_ in ("compound", "nmod") else None
    if named is None or named.kind != "name" or token.i >= named.start or roles.role(token.lemma_.lower()) is None:
        return None
    if cast.actors[named.actors[0]].kind not in ("leader", "person"):
        return None
    owner = next((c for t in (token, token.head) for c in t.children if c.dep_ == "poss" and c.i < token.i), None)
    return (owner.left_edge.i, named.actors) if owner is not None and token.i - owner.i <= 4 else None
