"""Who is meant by a name that a user gives: `RUS`, `ru`, `Russia`, `türkiye`, or an actor id of the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

from detente.errors import InputError, UnknownNameError
from detente.records import Actor, ClaimKind, ConflictKind, Modality
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


def plover_type(name: str | None) -> str | None:
    """One of PLOVER's 16 event types, in any case. Raises UnknownNameError."""
    from detente.reference import plover

    return _one_of(name, plover.types(), "event type")


def modality(name: str | None) -> str | None:
    """`actual future hypothetical negated`. Raises UnknownNameError."""
    return _one_of(name, get_args(Modality), "modality")


def claim_kind(name: str | None) -> str | None:
    """A kind of claim, such as `forecast`. Raises UnknownNameError."""
    return _one_of(name, get_args(ClaimKind), "kind of claim")


def conflict_kind(name: str | None) -> str | None:
    """A kind of conflict, such as `date`. Raises UnknownNameError."""
    return _one_of(name, get_args(ConflictKind), "kind of conflict")


def _one_of(name: str | None, known: Iterable[str], kind: str) -> str | None:
    if name is None:
        return None
    folded = {one.casefold(): one for one in known}
    if name.casefold() not in folded:
        raise UnknownNameError(name, kind=kind, known=folded.values())
    return folded[name.casefold()]
