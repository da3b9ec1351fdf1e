"""Who is meant by a name that a user gives: `RUS`, `ru`, `Russia`, `türkiye`, or an actor id of the ledger."""

from __future__ import annotations

from collections.abc import Mapping

from detente.errors import InputError
from detente.records import Actor
from detente.reference.countries import country


def party(name: str, known: Mapping[str, Actor]) -> Actor:
    """The actor of an id that the ledger knows, or the state of a code or name in any case.

    Raises:
        UnknownNameError: neither; the message has the nearest names.
    """
    if name in known:
        return known[name]
    state = country(name)
    return known.get(state.alpha3) or Actor(state.alpha3, state.name, "state", country=state.alpha3)


def pair(a: str, b: str, known: Mapping[str, Actor]) -> tuple[Actor, Actor]:
    """Two parties.

    Raises:
        UnknownNameError: as `party`. InputError: the two names mean one.
    """
    first, second = party(a, known), party(b, known)
    if first.id == second.id:
        raise InputError(f"{a} and {b} are both {first.name}", mend="name two different ones")
    return first, second
