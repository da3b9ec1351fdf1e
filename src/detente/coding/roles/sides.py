"""One side of an act: the actors that phrases stand for, whose things they are, or in whose land they lie."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.cast import Cast


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
    return _keeper(cast, token)


_KEPT = frozenset(
    "control hold run occupy back support seize administer fire launch send build make supply own operate".split()
)


def _keeper(cast: Cast, token: Token) -> tuple[str, ...]:
    """Who holds the ground: "areas controlled by militias"."""
    for child in token.children:
        if child.dep_ == "acl" and child.lemma_ in _KEPT:
            for agent in syntax.agents(child):
                ids = cast.of(agent)
                if ids:
                    return ids
    return ()


def belonging(cast: Cast, objects: list[Token]) -> Side:
    """Whose the objects are."""
    found = Side([], [], indirect=True)
    for token in objects:
        for i in owner(cast, token):
            if i not in found.ids:
                found.ids.append(i)
        found.at.append(token.i)
    return found


def through_places(cast: Cast, heads: Iterable[Token]) -> Side:
    """A state reached through a place in it: "flew to St. Petersburg", "strikes near Aleppo"."""
    found = Side([], [], indirect=True)
    for token in heads:
        naming = cast.at(token)
        ids = naming.actors if naming is not None and naming.sense == "place" else cast.nation(token)
        found.ids += [i for i in ids if i not in found.ids]
        found.at.append(token.i)
    return found
