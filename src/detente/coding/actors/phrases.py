"""Whom a phrase by itself names: "a former CIA official", "Kyiv police", "President Kassym-Jomart Tokayev".

    resolve(cast) → Phrase(id, name, country, sector)

No text stands around the phrase, so its own words must tell: a name of the tables gives the state, the noun that heads the phrase
gives the sector, and the day tells whether a person holds the office still. Sectors are PLOVER's.
"""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from detente.coding.actors import standing
from detente.coding.actors.phrase_nouns import Reading, head_of, read
from detente.coding.cast import Cast, Naming
from detente.records import Actor
from detente.reference import countries, gazetteer
from detente.reference.agents import UNKNOWN_SECTOR, agent

_WHOLE = frozenset({"state", "people"})
_BODIES = frozenset({"agency", "armed_group", "igo", "party", "outlet", "think_tank", "firm"})
_COURTS = frozenset({"court", "tribunal"})
_GENERAL = frozenset({"GOV", "ELI", "CVL", "UNK", "IGO", "PTY", "SOC"})
"""Sectors that a noun gives way in, where the body it belongs to has a sector of its own."""


class Phrase(NamedTuple):
    """Whom a phrase names; `country` is alpha-3, or `IGO`; None is not known."""

    actor: str | None = None
    name: str | None = None
    country: str | None = None
    sector: str | None = None


def resolve(cast: Cast) -> Phrase:
    """The actor that the phrase as a whole stands for."""
    head = head_of(cast.parsed.doc)
    if head is None:
        return Phrase()
    noun = read(cast, head)
    person = _person(cast)
    if person is not None and (noun.sector is None or noun.titles):
        return _of_person(cast, person, noun)
    body = _body(cast, head)
    if body is not None:
        return _of_body(cast, body, noun)
    return _of_noun(cast, noun) if noun.sector is not None else _of_state(cast, head)


# ---------------------------------------------------------------------------------------------------- persons


def _person(cast: Cast) -> Actor | None:
    """The person whom the phrase names, unless it only says whose something is: "Putin's adviser"."""
    doc = cast.parsed.doc
    named = [n for n in cast.namings if n.kind == "name" and cast.actors[n.actors[0]].kind in ("leader", "person")]
    named = [n for n in named if not _owns(doc[n.head])]
    return cast.actors[max(named, key=len).actors[0]] if named else None


def _owns(token: Token) -> bool:
    above = token.head if token.dep_ == "pobj" else None
    return token.dep_ == "poss" or (above is not None and above.lower_ in ("of", "to", "for", "by", "with"))


def _of_person(cast: Cast, person: Actor, noun: Reading) -> Phrase:
    country = person.country or _state(cast)
    if noun.former:
        sector = "ELI"
    elif noun.sector is not None and noun.sector != UNKNOWN_SECTOR:
        sector = noun.sector
    else:
        sector = standing.sector(person, cast.parsed.document.date)
    if person.id.startswith("IGO.") and country is None:
        country = "IGO"
    return Phrase(person.id, person.name, country, sector)


# ---------------------------------------------------------------------------------------------------- bodies


def _body(cast: Cast, head: Token) -> Naming | None:
    """The body of the tables that heads the phrase, or that the head noun is of: "members of the Knesset", "an FBI agent"."""
    named = [n for n in cast.namings if cast.actors.get(n.actors[0] if n.actors else "", _NOBODY).kind in _BODIES]
    named = [n for n in named if n.kind in ("name", "metonym", "adjective")]
    heading = [n for n in named if n.start <= head.i < n.end]
    return max(heading or named, key=len, default=None)


_NOBODY = Actor("UNK", "", "person")


def _of_body(cast: Cast, naming: Naming, noun: Reading) -> Phrase:
    body = cast.actors[naming.actors[0]]
    country = "IGO" if body.kind == "igo" else body.country or _state(cast)
    own = _sector_of(body)
    if noun.former:
        sector = "ELI"
    elif noun.sector is None or (noun.sector in _GENERAL and own not in (None, "GOV", "IGO")):
        sector = own
    else:
        sector = noun.sector
    return Phrase(body.id, body.name, country, sector)


def _sector_of(body: Actor) -> str | None:
    """The sector of a body: that of its id, but for courts, the press and state media, which its name tells."""
    if body.kind == "igo" and any(word in body.name.casefold().split() for word in _COURTS):
        return "JUD"
    if body.kind != "outlet":
        return body.sector
    words = body.name.casefold().split()
    told = (agent(" ".join(words[i : i + n])) for n in (3, 2, 1) for i in range(len(words) - n + 1))
    return "GOV" if "GOV" in told else "JRN"


# ---------------------------------------------------------------------------------------------------- nouns and states


def _of_noun(cast: Cast, noun: Reading) -> Phrase:
    country = _state(cast)
    sector = "ELI" if noun.former else noun.sector
    known = gazetteer().actor(f"{country}.{sector}") if country else None
    if known is not None:
        return Phrase(known.id, known.name, country, sector)
    held = cast.headed(noun.head) if noun.head is not None else None
    if held is not None and held.actors and held.sense == "actor" and country is not None:
        actor = cast.actors[held.actors[0]]
        return Phrase(actor.id, actor.name, country, sector)
    name = f"{countries()[country].name}: {noun.text}" if country in countries() else None
    return Phrase(f"{country}.{sector}" if country else None, name, country, sector)


def _of_state(cast: Cast, head: Token) -> Phrase:
    """A name alone: a state has no sector, a capital stands for the government, another town for those who live there."""
    country = _state(cast)
    if country is None:
        held = cast.headed(head)
        if held is None or not held.actors:
            return Phrase()
        actor = cast.actors[held.actors[0]]
        return Phrase(actor.id, actor.name, None, actor.sector)
    naming = next((n for n in cast.namings if n.start <= head.i < n.end), None)
    sector = None
    if naming is not None and naming.end == len(cast.parsed.doc.text.split()) and naming.kind != "adjective":
        sector = "GOV" if naming.kind == "metonym" else None
    if naming is not None and naming.sense == "place" and naming.place and not _is_state(naming.place, country):
        sector = "CVL"
    return Phrase(country, countries()[country].name if country in countries() else None, country, sector)


def _is_state(place: str, country: str) -> bool:
    return country in countries() and place in (countries()[country].name, countries()[country].capital)


def _state(cast: Cast) -> str | None:
    """The state that the phrase names, the one nearest to its front: by name, adjective, city or body."""
    for naming in sorted(cast.namings, key=lambda n: (n.kind in ("pronoun", "nominal"), n.start)):
        for identifier in naming.actors:
            country = cast.country(identifier)
            if country is not None:
                return country
    return None
