"""Names, adjectives, metonyms and places of the gazetteer, found on the tokens of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from detente.coding.cast import Cast, Naming
from detente.records import MentionKind, Moment
from detente.reference import Surface, gazetteer, roles

_PRIVATE = frozenset({"CVL", "BUS", "MED", "JUD", "LEG", "REL", "ELI", "CRM", "COP", "NGO"})
"""Sectors of people whom a text names in full before it calls them by their surname."""


def find(cast: Cast) -> None:
    """Put every name of the gazetteer on stage, full names first so that surnames can lean on them."""
    doc = cast.parsed.doc
    words = [t.text for t in doc]
    hits = list(_hits(doc, words))
    known = Counter(s.referent for _, _, found in hits for s in found if s.full and s.kind == "name")
    # Unambiguous names and places of a state speak for it where another form could mean several.
    seen = Counter(found[0].referent for _, _, found in hits if len(found) == 1 and found[0].referent)
    for start, end, found in hits:
        surface = _choose(doc, start, end, found, known, seen, cast.parsed.document.date)
        if surface is not None and not _anothers(doc, start, end, surface) and not _borne(doc, start, surface):
            seen[surface.referent] += 1
            _add(cast, doc, start, end, surface, next((s.place for s in found if s.kind == "place"), None))


def _anothers(doc: Doc, start: int, end: int, surface: Surface) -> bool:
    """Whether a body that many states have is said to be another's than the table's: "Chile's Defense Department"."""
    actor = gazetteer().actors.get(surface.referent)
    if surface.kind != "name" or actor is None or actor.kind != "agency" or start == 0:
        return False
    if roles.agency(doc[start:end].text) is None:
        return False
    before = doc[start - 2] if doc[start - 1].text in ("'s", "’s", "'", "’") and start > 1 else doc[start - 1]
    if before.pos_ != "PROPN" and before.ent_type_ not in ("NORP", "GPE"):
        return False
    return actor.country not in {s.referent for s in gazetteer().find((before.text,))}


def _borne(doc: Doc, start: int, surface: Surface) -> bool:
    """Whether the name of a town is somebody's surname: the Valencia of "Senator Tomás Valencia"."""
    before = doc[start - 1] if start else None
    if surface.kind != "place" or before is None or before.pos_ != "PROPN" or before.ent_type_ != "PERSON":
        return False
    return doc[start].ent_type_ == "PERSON" and before.head.i == start and not gazetteer().find((before.text,))


def _hits(doc: Doc, words: Sequence[str]) -> list[tuple[int, int, tuple[Surface, ...]]]:
    table = gazetteer()
    hits: list[tuple[int, int, tuple[Surface, ...]]] = []
    at = 0
    while at < len(words):
        token = doc[at]
        if token.is_space or token.is_punct or token.like_num:
            at += 1
            continue
        n, found = table.longest(words, at)
        if n and found and _whole(doc, at + n):
            hits.append((at, at + n, found))
            at += n
        else:
            at += 1
    return hits


def _whole(doc: Doc, end: int) -> bool:
    """Not the middle of a longer hyphened word such as `anti-Assad` (kept) or `S-400` (not a name)."""
    if doc[end - 1].text in ("-", "–"):
        return False
    return not (
        end < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and doc[end + 1 : end + 2].text.isdigit()
    )


def _choose(
    doc: Doc,
    start: int,
    end: int,
    found: tuple[Surface, ...],
    known: Counter[str],
    seen: Counter[str],
    on: Moment,
) -> Surface | None:
    """The surface meant here: by full name elsewhere in the document, by date, by what else is on stage; None where open."""
    fitting = [s for s in found if s.holds(on)] or list(found)
    if any(not s.full for s in fitting):
        whole = [s for s in fitting if s.full]
        if whole:
            fitting = whole
        else:
            return _surname(doc, start, end, fitting, known, seen, on)
    if len(fitting) == 1:
        return fitting[0]
    return max(fitting, key=lambda s: (seen[s.referent] if s.referent else 0, -fitting.index(s)))


def _surname(
    doc: Doc, start: int, end: int, fitting: list[Surface], known: Counter[str], seen: Counter[str], on: Moment
) -> Surface | None:
    """A surname alone means the one whose full name stands in the document, else the only one who fits title and time."""
    token = doc[start]
    hyphened = (
        start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in ("pro", "anti") and fitting[0].kind == "name"
    )
    if token.pos_ not in ("PROPN", "NOUN") and token.ent_type_ != "PERSON" and not hyphened:
        return None
    before = doc[start - 1] if start else None
    if before is not None and _given_name(before, token):
        return None
    if _leads_on(doc, start, end):
        return None
    if token.ent_type_ == "DATE" or (not any(known[s.referent] for s in fitting) and _borne_by_another(doc, token)):
        return None
    named = [s for s in fitting if known[s.referent] or seen[s.referent]]
    if len(named) == 1:
        return named[0]
    table = gazetteer()
    candidates = named or fitting
    in_office = [s for s in candidates if named or table.actors[s.referent].sector not in _PRIVATE]
    in_office = [s for s in in_office if _in_office(table.actors[s.referent].roles, on)]
    if len(in_office) == 1:
        return in_office[0]
    if len(candidates) > 1 or (not named and table.actors[candidates[0].referent].sector in _PRIVATE):
        return None
    return candidates[0] if _sure(doc, start) else None


def _borne_by_another(doc: Doc, token: Token) -> bool:
    """Whether the text gives the surname to somebody whom the tables do not know: the Lee of "Lee Nak-yon"."""
    others = [t for t in doc if t.text == token.text and t.i != token.i]
    return any(_leads_on(doc, t.i, t.i + 1) or (t.i > 0 and _given_name(doc[t.i - 1], t)) for t in others)


def _given_name(before: Token, token: Token) -> bool:
    """Whether another given name stands before: "Michael Brown" is not the Brown of the tables."""
    if not before.is_alpha or not before.text[0].isupper() or before.pos_ != "PROPN" or roles.role(before.text) is not None:
        return False
    return (
        before.ent_type_ == "PERSON" and token.ent_type_ == "PERSON" and before.ent_iob_ in ("B", "I") and token.ent_iob_ == "I"
    )


def _leads_on(doc: Doc, start: int, end: int) -> bool:
    """Whether the name goes on after it: the Pavel of "Pavel Novak" is a given name."""
    if end >= len(doc):
        return False
    after = doc[end]
    if doc[start].dep_ == "compound" and doc[start].head.i == after.i and after.pos_ == "PROPN" and after.text[:1].isupper():
        words = [t.text for t in doc[end : end + 4]]
        return not gazetteer().longest(words, 0)[0]
    return (
        after.ent_type_ == "PERSON" and after.ent_iob_ == "I" and doc[start].ent_type_ == "PERSON" and after.text[:1].isupper()
    )


def _in_office(roles: Sequence[object], on: Moment) -> bool:
    for role in roles:
        term = Moment(role.earliest, role.latest, "explicit")  # type: ignore[attr-defined]
        if not on.known or not term.known or term.overlaps(on):
            return True
    return False


def _sure(doc: Doc, start: int) -> bool:
    """A lone surname at the start of a sentence may be a common word; elsewhere its capital speaks for it."""
    return not doc[start].is_sent_start or doc[start].pos_ == "PROPN"


def _add(cast: Cast, doc: Doc, start: int, end: int, surface: Surface, ground: str | None) -> None:
    table = gazetteer()
    words = doc[start:end]
    head = words.root
    kind, sense, place = _kind(surface), "actor", None
    if surface.kind == "place":
        sense, place = "place", surface.place
    elif surface.kind == "capital":
        place = surface.place
    elif surface.kind == "name" and surface.full:
        place = ground
    if surface.kind == "demonym" and start and doc[start - 1].lower_ == "ethnic":
        return  # ethnic Germans are a people, wherever they live, and no citizens of Germany
    actors = (surface.referent,) if surface.referent else ()
    if surface.kind == "demonym" and head.tag_ in ("NNS", "NNPS"):
        actors = (f"{surface.referent}.CVL",)
    for identifier in actors:
        actor = table.actor(identifier)
        if actor is None:
            return
        cast.actors.setdefault(identifier, actor)
    if not actors and sense == "actor":
        return
    if kind != "adjective" and start and doc[start - 1].lower_ == "the" and surface.kind == "metonym":
        start -= 1
    cast.add(Naming(start, end, head.i, actors, kind, sense, place))


def _kind(surface: Surface) -> MentionKind:
    if surface.kind == "adjective":
        return "adjective"
    if surface.kind in ("metonym", "capital"):
        return "metonym"
    if surface.kind == "demonym":
        return "nominal"
    return "name"
