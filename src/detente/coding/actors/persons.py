"""People whom the gazetteer does not know, made from their names with what titles and appositions say of them."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from detente.coding import syntax
from detente.coding.actors.offices import Office, ascii_name, office_of
from detente.coding.cast import Cast, Naming
from detente.records import Actor, Role

_GIVEN = re.compile(r"^(?:[A-ZÀ-ÖØ-Þİ][\w'’.-]*|al|bin|ibn|de|da|van|von|der|el|la|le|du|di|Al)$")
_NO_NAME = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday God Allah".split())


def find(cast: Cast) -> None:
    """Make an actor of each unknown person named in full; later bare surnames are his."""
    doc = cast.parsed.doc
    surnames: dict[str, str] = {}
    for words in _names(cast):
        actor = _actor(cast, words)
        if actor is None:
            continue
        cast.actors.setdefault(actor.id, actor)
        surnames.setdefault(words[-1].text, actor.id)
        cast.add(Naming(words.start, words.end, words.root.i, (actor.id,), "name", "actor"))
    for token in doc:
        if token.text in surnames and cast.inside(token) is None and token.pos_ == "PROPN":
            cast.add(Naming(token.i, token.i + 1, token.i, (surnames[token.text],), "name", "actor"))


# "the frigate Limnos": a vessel is nobody.
_VESSELS = frozenset(
    "ship vessel frigate destroyer warship boat tanker freighter trawler ferry carrier submarine corvette cruiser yacht liner "
    "drillship icebreaker tug barge plane jet satellite".split()
)


def _vessels(doc: Doc) -> frozenset[str]:
    """Names that the text gives to things: said with "the", or after a word for a vessel."""
    found: set[str] = set()
    for entity in doc.ents:
        before = doc[entity.start - 1] if entity.start else None
        article = before is not None and before.lower_ == "the" and entity.root.dep_ not in ("compound", "nmod", "poss")
        if entity[0].lower_ == "the" or article or (before is not None and before.lemma_.lower() in _VESSELS):
            found |= {entity.text, entity[1:].text if entity[0].lower_ == "the" else entity.text}
    return frozenset(found)


def _names(cast: Cast) -> list[Words]:
    """Full names that the parser's entity recogniser calls persons and no gazetteer name overlaps."""
    found: list[Words] = []
    vessels = _vessels(cast.parsed.doc)
    for entity in cast.parsed.doc.ents:
        if entity.label_ != "PERSON":
            continue
        words = _trimmed(entity)
        if words is not None and words.text in vessels:
            continue
        if words is None or len(words) < 2 or any(cast.inside(t) is not None for t in words):
            continue
        ground = words.root.dep_ == "pobj" and words.root.head.lower_ in (
            "in",
            "inside",
            "near",
            "at",
            "over",
            "outside",
            "around",
        )
        if ground or sum(t.text[:1].isupper() for t in words) < 2:
            continue
        if all(_GIVEN.match(t.text) or t.text in ("-", "'") for t in words) and not any(t.text in _NO_NAME for t in words):
            found.append(words)
    return [*found, *_beside(cast, found)]


def _beside(cast: Cast, found: list[Words]) -> list[Words]:
    """Full names coordinated with a person's that the recogniser took for something else."""
    doc, more = cast.parsed.doc, list[Words]()
    taken = {t.i for words in found for t in words}
    for words in found:
        joined = [c for c in words.root.children if c.dep_ == "conj"] + ([words.root.head] if words.root.dep_ == "conj" else [])
        for token in joined:
            first = token.i
            while first and doc[first - 1].dep_ == "compound" and doc[first - 1].head.i == token.i:
                first -= 1
            name = doc[first : token.i + 1]
            known = any(cast.inside(t) is not None or t.i in taken for t in name)
            if 2 <= len(name) <= 3 and not known and all(t.tag_ == "NNP" and _GIVEN.match(t.text) and t.is_title for t in name):
                more.append(name)
    return more


def _trimmed(entity: Words) -> Words | None:
    """The name without a title before it, a possessive after it, or words of another line."""
    doc, start, end = entity.doc, entity.start, entity.end
    while end > start and (
        doc[end - 1].text in ("'s", "’s", "’", "'", ".", "-") or doc[end - 1].is_space or doc[end - 1].is_punct
    ):
        end -= 1
    for i in range(start, end):
        if doc[i].is_space or doc[i].text in ("/", "|"):
            end = i
            break
    while start < end and (
        doc[start].lower_.rstrip(".") in ("mr", "mrs", "ms", "dr", "sen", "gen", "col", "prof", "sir", "lt", "maj")
        or doc[start].text[:1].islower()
    ):
        start += 1
    return doc[start:end] if end > start else None


def _actor(cast: Cast, words: Words) -> Actor | None:
    office = describe(cast, words.root, words.start)
    country, sector = (office.country, office.sector) if office else (None, None)
    surname = ascii_name(words[-1].text)
    if not surname:
        return None
    head = [country] if country else []
    identifier = ".".join([*head, sector or "UNK", surname])
    held = cast.actors.get(identifier)
    name = words.text
    if held is not None and held.name != name:
        identifier = ".".join([*head, sector or "UNK", ascii_name(words.text)])
    roles = (Role(office.title),) if office and office.title else ()
    return Actor(identifier, name, "person", country, sector, (words[-1].text,), roles, "text")


def describe(cast: Cast, root: Token, start: int) -> Office | None:
    """What a title before the name, or an apposition or phrase after it, says of its bearer."""
    for token in (root, *root.children):
        if token.dep_ in ("compound", "nmod", "amod") and token.i < start:
            office = office_of(cast, token)
            if office is not None:
                return office
    for child in root.children:
        if child.dep_ == "appos":
            office = office_of(cast, child)
            if office is not None:
                return office
    if root.dep_ == "appos":
        office = office_of(cast, root.head)
        if office is not None:
            return office
    anchor = root.head if root.dep_ == "conj" else root
    for token in (root, anchor, *(c for c in anchor.children if c.dep_ == "conj")):
        for other in syntax.prepositional(token, ("of", "at", "from", "with")):
            naming = cast.at(other)
            if naming is not None and naming.actors:
                owner = cast.actors[naming.actors[0]]
                return Office(None, owner.country, owner.sector if owner.kind != "state" else None)
    return None
