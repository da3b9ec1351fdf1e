"""People who held office, with their dated offices, from `tables/leaders.csv` (a row per office held)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from detente.records import Actor, Role
from detente.reference.reader import first_day, last_day, rows, split
from detente.reference.roles import canonical_role, role
from detente.reference.surfaces import Surface

_LEADER = "leader"


class People(NamedTuple):
    """The people of the tables.

    Args:
        holders: (country, canonical role) → (id, first day, last day) of each term; the role `leader` gathers heads of
            state and of government.
        genders: id → `f` or `m`.
    """

    actors: dict[str, Actor]
    surfaces: list[Surface]
    holders: dict[tuple[str, str], list[tuple[str, date | None, date | None]]]
    genders: dict[str, str]


def people() -> People:
    """Everyone in the table, in its order."""
    terms: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows("leaders"):
        terms[row["id"]].append(row)
    holders: defaultdict[tuple[str, str], list[tuple[str, date | None, date | None]]] = defaultdict(list)
    found = People({}, [], holders, {})
    for identifier, held in terms.items():
        first = held[0]
        roles: list[Role] = []
        for row in held if first["role"] else ():
            term = Role(row["role"], first_day(row["earliest"]), last_day(row["latest"]))
            roles.append(term)
            for office in _offices(term.role):
                holders[row["country"], office].append((identifier, term.earliest, term.latest))
        found.actors[identifier] = _actor(first, tuple(roles))
        found.genders[identifier] = first["gender"]
        found.surfaces.extend(_surfaces(first))
    return found


def _actor(row: dict[str, str], roles: tuple[Role, ...]) -> Actor:
    """`leader` for whoever has led a state or government, `person` for the rest."""
    kind = "leader" if row["sector"] == "GOV" and any(_LEADER in _offices(term.role) for term in roles) else "person"
    aliases = split(row["aliases"]) + split(row["surnames"])
    return Actor(row["id"], row["name"], kind, row["base"] or None, row["sector"], aliases, roles)


@cache
def _offices(title: str) -> tuple[str, ...]:
    noun = role(title)
    return (canonical_role(title), _LEADER) if noun and noun.head else (canonical_role(title),)


def _surfaces(row: dict[str, str]) -> Iterator[Surface]:
    identifier = row["id"]
    yield Surface(row["name"], identifier, "name", case=True)
    for form in split(row["aliases"]):
        yield Surface(form, identifier, "name", case=True)
    for form in split(row["surnames"]):
        yield Surface(form, identifier, "name", case=True, full=False)
