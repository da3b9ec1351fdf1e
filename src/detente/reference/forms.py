"""The written forms of states, organisations and places, as the tables give them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from detente.records import Actor, ActorKind
from detente.reference.countries import Country, countries
from detente.reference.reader import Value, first_day, last_day, rows, split, values
from detente.reference.surfaces import Surface, SurfaceKind

_FORMS: tuple[tuple[SurfaceKind, str], ...] = (("metonym", "metonyms"), ("name", "aliases"), ("adjective", "adjectives"))


def country_surfaces() -> Iterator[Surface]:
    """Names, adjectives, demonyms, capitals and seats of every state."""
    for state in countries().values():
        yield Surface(state.name, state.alpha3, "name", case=state.name in state.cased)
        yield from _written(state, "name", state.aliases)
        yield from _written(state, "adjective", state.adjectives)
        yield from _written(state, "demonym", state.demonyms)
        yield from _seats(state)


def _written(state: Country, kind: SurfaceKind, forms: tuple[Value, ...]) -> Iterator[Surface]:
    for v in forms:
        yield Surface(v.form, state.alpha3, kind, None, v.earliest, v.latest, v.form in state.cased, v.sure)


def _seats(state: Country) -> Iterator[Surface]:
    if state.capital:
        yield Surface(state.capital, state.alpha3, "capital", state.capital, case=True)
    for v in state.seats:
        yield Surface(v.form, state.alpha3, "capital", v.canonical, v.earliest, v.latest, case=True)


def organisations() -> tuple[dict[str, Actor], list[Surface]]:
    """Bodies, alliances, groups, outlets, firms and peoples, and how they are written."""
    actors: dict[str, Actor] = {}
    surfaces: list[Surface] = []
    for row in rows("organisations"):
        identifier, name = row["id"], row["name"].removeprefix("?")
        begin, end = first_day(row["earliest"]), last_day(row["latest"])
        if identifier not in actors:
            actors[identifier] = Actor(
                id=identifier,
                name=name,
                kind=cast(ActorKind, row["kind"]),
                country=row["country"] or None,
                sector=row["sector"] or None,
                aliases=tuple(v.form for column in ("aliases", "metonyms") for v in values(row[column])),
            )
        for kind, column in _FORMS:
            surfaces += [Surface(v.form, identifier, kind, None, v.earliest or begin, v.latest or end, True, v.sure)
                         for v in values(row[column])]  # fmt: skip
        surfaces.append(Surface(name, identifier, "name", None, begin, end, True, name == row["name"]))
    return actors, surfaces


def place_surfaces() -> Iterator[Surface]:
    """Cities, regions, bases, seas."""
    for row in rows("places"):
        name, state = row["name"], row["country"]
        yield Surface(name, state, "place", name, case=True)
        for alias in split(row["aliases"]):
            yield Surface(alias, state, "place", name, case=True)
