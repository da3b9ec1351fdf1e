"""One side of an act: the actors that phrases stand for, whose things they are, or in whose land they lie."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.cast import Cast
from detente.coding.lexicon import noun_class


@dataclass(frozen=True, slots=True)
class Filled:
    """The two sides of an act. `tokens`: heads that named them. `indirect`: a side came through what belongs to it."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    source_at: tuple[int, ...] = ()
    target_at: tuple[int, ...] = ()
    indirect: bool = False


@dataclass(slots=True)
class Side:
    """One side while it is being filled."""

    ids: list[str]
    at: list[int]
    indirect: bool = False

    def __bool__(self) -> bool:
        return bool(self.ids)


def side(cast: Cast, heads: Iterable[Token], *, owners: bool = True) -> Side:
    """The actors that these phrases stand for, or whose things they are."""
    found = Side([], [])
    for token in _counted(heads):
        ids = cast.of(token)
        if not ids and owners:
            ids = owner(cast, token)
            found.indirect = found.indirect or bool(ids)
        for i in ids:
            if i not in found.ids:
                found.ids.append(i)
        if ids:
            found.at.append(token.i)
    return found


# "hundreds of officers", "a series of strikes": the noun behind the "of" is what is meant.
QUANTITY = frozenset(
    "hundred thousand dozen million number series group score handful majority member unit lot couple string wave round rest part".split()
)


def _counted(heads: Iterable[Token]) -> Iterable[Token]:
    for token in heads:
        behind = syntax.prepositional(token, ("of",)) if token.lemma_.lower() in QUANTITY else []
        yield from behind or [token]


def owner(cast: Cast, token: Token) -> tuple[str, ...]:
    """Whose thing it is: "Russia's decision", "Turkish jets", "a move by Ankara"; never of a person who is named himself."""
    if token.ent_type_ == "PERSON" or token.pos_ == "PRON":
        return ()
    owned = cast.nation(token)
    if owned:
        return owned
    for other in syntax.prepositional(token, ("of", "by")):
        ids = cast.of(other) or cast.nation(other)
        if ids:
            return ids
    return _keeper(cast, token) or _band(cast, token) or _told_before(cast, token)


_AIRCRAFT = re.compile(r"(?:Su|MiG|Tu|Il|Mi|Ka|F|A|B|C|E|P|U|RQ|MQ|UH|AH|CH|TB|J)-?\d{1,3}\w?")


def is_aircraft(token: Token) -> bool:
    """Whether the noun is an aircraft, by its kind or its designation: "jet", "Su-24"."""
    return token.lemma_.lower() in noun_class("plane") or _AIRCRAFT.fullmatch(token.text) is not None


def _told_before(cast: Cast, token: Token) -> tuple[str, ...]:
    """ "The jet was hit": whose it is, the words before said; so they did of "the two jets", if they spoke of two."""
    if not is_aircraft(token) or not any(c.lower_ in ("the", "this", "that", "both") for c in token.children):
        return ()
    doc, start = token.doc, token.sent.start
    first = doc[start - 1].sent.start if start else start
    number = {c.lower_ for c in token.children if c.dep_ == "nummod"}
    found: list[tuple[str, ...]] = []
    for other in doc[: token.i]:
        counted = {c.lower_ for c in other.children if c.dep_ == "nummod"}
        if is_aircraft(other) and (other.i >= first or number) and counted == number and cast.nation(other):
            found.append(cast.nation(other))
    return found[-1] if len({cast.countries(ids) for ids in found}) == 1 else ()


_KEPT = frozenset(
    "control hold run occupy back support seize administer fire launch send build make supply own operate".split()
)


_SHOT = frozenset({"fire", "launch", "drop"})


def _keeper(cast: Cast, token: Token) -> tuple[str, ...]:
    """Who holds the ground: "areas controlled by militias"; from whose barrel it came: "a shell fired from a Peruvian tank"."""
    for child in token.children:
        if child.dep_ == "relcl" and child.lemma_ in ("build", "own", "hold", "run", "control", "operate"):
            owners = [i for t in syntax.subjects(child) for i in cast.of(t)] if not syntax.is_passive(child) else []
            if owners:
                return tuple(owners)  # "the office that Peru built"
        if child.dep_ == "acl" and child.lemma_ in _KEPT:
            held = tuple(i for agent in syntax.agents(child) for i in cast.of(agent) or _land(cast, agent))
            if held:
                return tuple(dict.fromkeys(held))
            for thrower in syntax.prepositional(child, ("from",)) if child.lemma_ in _SHOT else ():
                return cast.nation(thrower)
    return ()


_GROUND = frozenset("region area territory district province land zone".split())
_BANDS = frozenset("rebel opposition insurgent separatist militia militant government regime".split())


def _land(cast: Cast, token: Token) -> tuple[str, ...]:
    """ "areas held by rebels as well as some Peruvian districts": a stretch of land counts for its state."""
    return cast.nation(token) if token.lemma_.lower() in _GROUND else ()


def _band(cast: Cast, token: Token) -> tuple[str, ...]:
    """ "rebel-held crossings": the rebels whom the text named before, if it named but one band of them."""
    for child in token.children:
        if child.dep_ != "amod" or child.lemma_ not in (*_KEPT, "hold") or child.i < 2 or child.nbor(-1).text != "-":
            continue
        word = child.nbor(-2)
        if word.lemma_.lower() in _BANDS:
            named = [n for n in cast.namings if n.kind == "nominal" and n.start < token.i]
            same = [n.actors for n in named if cast.parsed.doc[n.head].lemma_.lower() in (word.lemma_.lower(), *_alike(word))]
            return same[-1] if len({cast.countries(ids) for ids in same}) == 1 else ()
        return cast.of(word)
    return ()


def _alike(word: Token) -> tuple[str, ...]:
    return ("rebel", "opposition", "militia") if word.lemma_.lower() in ("rebel", "opposition", "militia") else ()


def belonging(cast: Cast, objects: list[Token]) -> Side:
    """Whose the objects are."""
    found = Side([], [], indirect=True)
    for token in objects:
        for i in owner(cast, token):
            if i not in found.ids:
                found.ids.append(i)
        found.at.append(token.i)
    return found


def _seat(cast: Cast, token: Token) -> bool:
    """Whether the city only says which government is meant: "on behalf of the government in Damascus"."""
    before = token.doc[max(0, token.i - 2) : token.i]
    held = cast.headed(before[0]) if len(before) == 2 and before[1].lower_ == "in" else None
    return held is not None and held.kind == "nominal" and before[0].lemma_.lower() in ("government", "regime", "authority")


def through_places(cast: Cast, heads: Iterable[Token]) -> Side:
    """A state reached through a place in it: "flew to St. Petersburg", "strikes near Aleppo"."""
    found = Side([], [], indirect=True)
    for token in heads:
        if _seat(cast, token):
            continue
        naming = cast.at(token)
        ids = naming.actors if naming is not None and naming.sense == "place" else cast.nation(token)
        found.ids += [i for i in ids if i not in found.ids]
        found.at.append(token.i)
    return found
