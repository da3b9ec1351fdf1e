"""People who held office, with their dated offices, from `tables/leaders.csv` (a row per office held)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from detente.records import Actor, ActorKind, Role
from detente.reference.reader import first_day, last_day, rows, split
from detente.reference.roles import canonical_role, role
from detente.reference.surfaces import Surface

_LEADER = "leader"


class People(NamedTuple):
    """The people of the tables.

    Args:
        holders: (country, canonical role) → (id, first day, last day) of each term; the role `leader` gathers heads of state and
            of government.
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
        roles = tuple(Role(row["role"], first_day(row["earliest"]), last_day(row["latest"])) for row in held if row["role"])
        found.actors[identifier] = Actor(
            id=identifier,
            name=first["name"],
            kind=_kind(first["sector"], roles),
            country=first["country"] or None,
            sector=first["sector"],
            aliases=split(first["aliases"]) + split(first["surnames"]),
            roles=roles,
        )
        if first["gender"]:
            found.genders[identifier] = first["gender"]
        found.surfaces.extend(_surfaces(first))
        for row, term in zip((r for r in held if r["role"]), roles, strict=True):
            for office in _offices(term.role):
                holders[row["country"], office].append((identifier, term.earliest, term.latest))
    return found


def _kind(sector: str, roles: tuple[Role, ...]) -> ActorKind:
    """`leader` for whoever has led a state or government, `person` for the rest."""
    known = (role(term.role) for term in roles)
    return "leader" if sector == "GOV" and any(noun and noun.head for noun in known) else "person"


def _offices(title: str) -> tuple[str, ...]:
    noun = role(title)
    return (canonical_role(title), _LEADER) if noun and noun.head else (canonical_role(title),)


def _surfaces(row: dict[str, str]) -> Iterator[Surface]:
    for form in (row["name"], *split(row["aliases"])):
        yield Surface(form, row["id"], "name", case=True)
    for form in split(row["surnames"]):
        yield Surface(form, row["id"], "name", case=True, full=False)
