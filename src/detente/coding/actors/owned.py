"""After the pronouns: bodies, groups, families and countries of somebody named by a pronoun ("his army", "its own minority")."""

from __future__ import annotations

from spacy.tokens import Token

from detente.coding.actors import nominals, peoples
from detente.coding.actors.offices import compounds
from detente.coding.cast import Cast, Naming
from detente.reference import gazetteer, roles

_RIVALS = frozenset("enemy rival foe adversary opponent critic detractor".split())


def find(cast: Cast) -> None:
    """Put on stage what belongs to somebody whom a pronoun or a noun names."""
    stage = nominals.Stage(cast)
    for token in cast.parsed.doc:
        owner = next((c for c in token.children if c.dep_ == "poss"), None) if token.pos_ == "NOUN" else None
        held = cast.headed(owner) if owner is not None else None
        if owner is None or held is None or not held.actors:
            continue
        known = cast.headed(token)
        if known is not None:
            _home(cast, token, known, held)
        elif ids := peoples.family(cast, token, held.actors[0]):
            stage.add(token, ids)
        elif held.kind in ("pronoun", "nominal"):
            _of_them(cast, stage, token, held)


def _of_them(cast: Cast, stage: nominals.Stage, token: Token, owner: Naming) -> None:
    states = list(
        dict.fromkeys(s for i in owner.actors if (s := cast.country(i)) is not None and gazetteer().actor(s) is not None)
    )
    if not states:
        return
    if len(states) > 1:
        body = next((a for form in compounds(token) if (a := roles.agency(form)) is not None), None)
        if body is not None and token.tag_ == "NNS":
            stage.add(token, tuple(i for state in states for i in stage.body(state, body.suffix)))
        return
    state = states[0]
    if token.lemma_ in ("country", "nation", "homeland"):
        cast.actors.setdefault(state, gazetteer().actors[state])
        stage.add(token, (state,))
    elif token.lemma_.lower() in _RIVALS:
        political = any(c.lower_ in ("political", "domestic") for c in token.children)
        if political and cast.actors[owner.actors[0]].kind in ("leader", "person") and token.tag_ == "NNS":
            stage.add(token, stage.body(state, "OPP"))
    elif any(roles.agency(form) is not None for form in compounds(token)):
        stage.noun(token)


def _home(cast: Cast, token: Token, known: Naming, owner: Naming) -> None:
    """ "Its own Kurdish minority": the people, of the state that the pronoun stands for."""
    people = peoples.of(token)
    state = cast.country(owner.actors[0])
    if known.kind != "nominal" or people is None or state is None or cast.country(known.actors[0]) is not None:
        return
    ids = peoples.group(cast, token, known.actors[0].split(".")[0], people, state)
    cast.change(known, actors=ids)
