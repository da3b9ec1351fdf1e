"""Noun phrases that name an office, a body or a group, and whose they are: "the Turkish president", "Russia's defence ministry"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.cast import Cast
from detente.reference import roles


@dataclass(frozen=True, slots=True)
class Office:
    """What a title says of its bearer. `holder`: id of the actor it belongs to, if that is no state."""

    title: str | None
    country: str | None
    sector: str | None
    owner: str | None = None
    head: bool = False
    collective: bool = False


def compounds(noun: Token) -> Iterator[str]:
    """The noun with the words that stand directly before it, longest first: "defence ministry", then "ministry".

    A noun with an of-phrase is tried with it: "ministry of defence".
    """
    doc = noun.doc
    for preposition in noun.children:
        if preposition.dep_ == "prep" and preposition.lower_ == "of":
            for token in syntax.objects_of(preposition):
                yield f"{noun.lemma_.lower()} of {token.lower_}"
                yield f"{noun.lower_} of {token.lower_}"
    for n in (3, 2, 1):
        if noun.i - n >= 0 and all(doc[i].is_alpha or doc[i].text == "-" for i in range(noun.i - n, noun.i)):
            before = " ".join(doc[i].lower_ for i in range(noun.i - n, noun.i))
            yield f"{before} {noun.lower_}"
            yield f"{before} {noun.lemma_.lower()}"
    yield noun.lower_
    yield noun.lemma_.lower()


def office_of(cast: Cast, noun: Token) -> Office | None:
    """The office that a noun phrase names, with the state and body it belongs to; None where the noun names no office."""
    known = next((r for form in compounds(noun) if (r := roles.role(form)) is not None), None)
    if known is None:
        return None
    owner = _institution(cast, noun) if known.sector in ("EDU", "CVL") else None
    owner = owner_of(cast, noun) if owner is None else owner or None
    actor = cast.actors.get(owner) if owner else None
    country = actor.country if actor else None
    sector = known.sector
    if (
        actor is not None
        and actor.kind not in ("state", "leader", "person")
        and actor.sector
        and known.sector in ("", "GOV", "ELI", "CVL", "EDU")
    ):
        sector = actor.sector
    return Office(known.role, country, sector or None, owner, known.head, known.collective)


# Who is aide *to* somebody is of his side; who is envoy *to* somebody is not.
_AIDES = frozenset("aide adviser advisor assistant counsel secretary deputy".split())


def owner_of(cast: Cast, noun: Token) -> str | None:
    """Id of the state, body or person that a noun phrase belongs to: adjective, possessive, of / at / in-phrase."""
    own = cast.nation(noun)
    if own:
        return own[0]
    serves = ("to",) if noun.lemma_.lower() in _AIDES else ()
    for words in (("of", *serves), ("at", "in", "from", "for")):
        for token in syntax.prepositional(noun, words):
            naming = cast.at(token)
            if naming is not None and naming.actors:
                return naming.actors[0]
            inner = cast.nation(token)
            if inner:
                return inner[0]
    return None


def owners_of(cast: Cast, noun: Token) -> tuple[str, ...]:
    """Ids of all whom a plural belongs to: "the leaders of Peru and Ecuador", "Greek and Turkish officials"."""
    first = owner_of(cast, noun)
    found = [first] if first else []
    for token in (
        *syntax.prepositional(noun, ("of", "from")),
        *(c for a in noun.children if a.dep_ in ("amod", "nmod", "compound") for c in a.children if c.dep_ == "conj"),
    ):
        naming = cast.inside(token)
        found += [i for i in (naming.actors if naming is not None else ()) if i not in found]
    if any(
        c.dep_ == "cc" for c in noun.lefts
    ):  # "the Greek and Turkish fishery ministers", both read as adjectives of the noun
        sides = (n for c in noun.lefts if c.dep_ == "amod" and (n := cast.inside(c)) is not None and n.kind == "adjective")
        found += [i for n in sides for i in n.actors if i not in found]
    return tuple(found)


def _institution(cast: Cast, noun: Token) -> str | None:
    """Where a scholar works; "a Turkey expert" is none of Turkey's."""
    for token in syntax.prepositional(noun, ("at", "of", "with", "from")):
        naming = cast.at(token)
        if naming is not None and naming.actors and cast.actors[naming.actors[0]].kind != "state":
            return naming.actors[0]
    named = [c for c in noun.children if c.dep_ == "amod"]
    held = next((h for c in named if (h := cast.inside(c)) is not None), None)
    return held.actors[0] if held is not None else ""


def ascii_name(name: str) -> str:
    """Upper-case ASCII letters of a name, for an id."""
    folded = unicodedata.normalize("NFKD", name.translate(str.maketrans("ıłŁđĐøØ", "ilLdDoO")))
    return re.sub(r"[^A-Z]+", "_", "".join(c for c in folded if c.isascii()).upper()).strip("_")
