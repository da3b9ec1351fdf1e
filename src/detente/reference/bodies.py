"""Bodies that every state has, made on demand: `RUS.GOV.MFA` is an actor without a row of its own."""

from __future__ import annotations

from functools import cache

from detente.records import Actor, ActorKind
from detente.reference.countries import countries
from detente.reference.roles import agency_nouns, group_nouns


@cache
def _patterns() -> dict[str, tuple[str, str, ActorKind]]:
    """Suffix → name pattern, sector, kind; the first noun of a suffix names it."""
    known: dict[str, tuple[str, str, ActorKind]] = {}
    for noun in agency_nouns().values():
        known.setdefault(noun.suffix, (noun.name, noun.sector, "agency"))
    for noun in group_nouns().values():
        known.setdefault(noun.suffix, (f"{noun.noun} of {{}}", noun.sector, noun.kind))
    return known


@cache
def body(identifier: str) -> Actor | None:
    """The actor of an id such as `RUS.GOV.MFA`, `TUR.MIL` or `SYR.OPP`; None where the state or the suffix is not known."""
    code, _, suffix = identifier.partition(".")
    state, pattern = countries().get(code), _patterns().get(suffix)
    if state is None or pattern is None:
        return None
    name, sector, kind = pattern
    return Actor(id=identifier, name=name.format(state.name), kind=kind, country=code, sector=sector)
