"""Peoples that are no state's own, and what is said of them: "Kurdish militias", "the Tamil minority", "his family"."""

from __future__ import annotations

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.actors import grounds
from detente.coding.actors.offices import ascii_name
from detente.coding.cast import Cast
from detente.coding.lexicon import homes
from detente.records import Actor
from detente.reference import gazetteer

_ARMED = frozenset({"MIL", "REB", "OPP", "PRM", "SEP"})
_FOLK = frozenset("minority majority population people community civilian leader resident citizen villager".split())
_KIN = frozenset({"family", "relative", "clan"})


def of(token: Token) -> str | None:
    """The adjective of a people that is no state of the tables, before a noun: "Kurdish", "Tatar"."""
    for child in token.children:
        if (
            child.dep_ in ("amod", "compound", "nmod")
            and child.i < token.i
            and child.text[:1].isupper()
            and child.ent_type_ == "NORP"
            and "-" not in (child.nbor().text, child.nbor(-1).text if child.i else "")
        ):
            found = [s for s in gazetteer().find((child.text,)) if s.kind in ("adjective", "name", "demonym")]
            kinds = {a.kind for s in found if (a := gazetteer().actor(s.referent)) is not None}
            if not kinds & {"state", "agency", "igo"}:
                return child.text
    return None


def group(cast: Cast, token: Token, suffix: str, people: str, country: str | None) -> tuple[str, ...]:
    """A group of a people: "Kurdish militias" are neither the state's forces nor all one group; its minority is the people."""
    suffix = "REB" if suffix.split(".")[0] in _ARMED else suffix.split(".")[0]
    if country is None and suffix == "REB":
        country = _home(cast, token, people)
    last = f"{ascii_name(people)}_{ascii_name(token.text)}"
    name = f"{people} {token.lower_}"
    known = _known(people)
    if suffix == "CVL" and token.lemma_.lower() in _FOLK and known is not None:
        if country is None or known.country is not None:
            cast.actors.setdefault(known.id, known)
            return (known.id,)
        last, name = known.id.rpartition(".")[2], f"{known.name} of {_state_name(country)}"
    identifier = ".".join([*([country] if country else []), suffix, last])
    kind = "armed_group" if suffix == "REB" else "people"
    told = gazetteer().actors.get(identifier) or Actor(identifier, name, kind, country, suffix, (), (), "text")
    cast.actors.setdefault(identifier, told)
    return (identifier,)


def _home(cast: Cast, token: Token, people: str) -> str | None:
    """Where an armed group of a people is from: the home whose own forces it fights, else the one where things happen."""
    known = homes(people)
    enemy = [a for a in syntax.subjects(token.head) if token.dep_ in ("dobj", "obj") and token.head.lemma_ in _FIGHT]
    enemy += [t for p in (token.head,) if p.lower_ == "against" for t in syntax.subjects(p.head)]
    for state in (
        *(cast.country(i) for t in enemy for i in cast.of(t)),
        grounds.where(cast, token),
        grounds.theatre(cast, token),
    ):
        if state is not None and state in known:
            return state
    return next(iter(known)) if len(known) == 1 else None


_FIGHT = frozenset("fight battle combat attack bomb shell strike crush defeat clash engage suppress".split())


def family(cast: Cast, token: Token, owner: str) -> tuple[str, ...]:
    """The family of a person: "his family" after its head was named."""
    person = cast.actors.get(owner)
    if token.lemma_.lower() not in _KIN or person is None or person.kind not in ("leader", "person"):
        return ()
    surname = person.id.rpartition(".")[2]
    identifier = ".".join([*([person.country] if person.country else []), "CVL", f"{surname}_FAMILY"])
    name = f"family of {person.name}"
    cast.actors.setdefault(identifier, Actor(identifier, name, "people", person.country, "CVL", (), (), "text"))
    return (identifier,)


def _known(people: str) -> Actor | None:
    """The people of the tables that an adjective is of."""
    for surface in gazetteer().find((people,)):
        actor = gazetteer().actor(surface.referent)
        if actor is not None and actor.kind == "people":
            return actor
    return None


def _state_name(country: str) -> str:
    state = gazetteer().actor(country)
    return state.name if state is not None else country
