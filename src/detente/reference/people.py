"""People who held office, with their dated offices, from `tables/leaders.csv` (a row per office held)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from detente.records import Actor, Role
from detente.reference.countries import countries
from detente.reference.reader import first_day, last_day, rows, split
from detente.reference.roles import canonical_role, role
from detente.reference.surfaces import Surface

_LEADER = "leader"
_LEADING = frozenset(("leader", "junta leader", "general secretary", "supreme leader"))  # whoever else holds an office


class People(NamedTuple):
    """The people of the tables.

    Args:
        holders: (country, canonical role) → (id, first day, last day) of each term; the role `leader` has those who led the
            state, whatever their office.
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
            holders[row["country"], canonical_role(term.role)].append((identifier, term.earliest, term.latest))
            if _heads(term.role):
                holders[row["country"], _LEADER] += ((identifier, *days) for days in _led(row["country"], term))
        found.actors[identifier] = _actor(first, tuple(roles))
        found.genders[identifier] = first["gender"]
        found.surfaces.extend(_surfaces(first))
    return found


def _actor(row: dict[str, str], roles: tuple[Role, ...]) -> Actor:
    """`leader` for whoever has headed a state or a government, `person` for the rest."""
    kind = "leader" if row["sector"] == "GOV" and any(_heads(term.role) for term in roles) else "person"
    aliases = split(row["aliases"]) + split(row["surnames"])
    return Actor(row["id"], row["name"], kind, row["base"] or None, row["sector"], aliases, roles)


@cache
def _heads(title: str) -> bool:
    noun = role(title)
    return noun is not None and noun.head


def _led(country: str, term: Role) -> Iterator[tuple[date | None, date | None]]:
    """The days of a term on which its holder led the state: all of them, or those on which that office did."""
    office, state = canonical_role(term.role), countries().get(country)
    if state is None:
        return
    if office in _LEADING:
        yield term.earliest, term.latest
        return
    for leading in state.leaders:
        if leading.form == office:
            first = max(filter(None, (term.earliest, leading.earliest)), default=None)
            last = min(filter(None, (term.latest, leading.latest)), default=None)
            if first is None or last is None or first <= last:
                yield first, last


def _surfaces(row: dict[str, str]) -> Iterator[Surface]:
    identifier = row["id"]
    yield Surface(row["name"], identifier, "name", case=True)
    for form in split(row["aliases"]):
        yield Surface(form, identifier, "name", case=True)
    for form in split(row["surnames"]):
        yield Surface(form, identifier, "name", case=True, full=False)
