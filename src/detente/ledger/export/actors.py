"""`actors.jsonl`: everybody that any row of the export refers to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from detente.ledger.export.names import Names
from detente.ledger.export.rows import Rows, day
from detente.ledger.holdings import Holdings
from detente.records import Actor, ActorKind

_REFERRING = frozenset({"actors", "speaker", "source", "target", "attributed_to", "parties", "holder", "chain", "about"})
_KINDS: dict[str, ActorKind] = {
    "IGO": "igo",
    "MED": "outlet",
    "MIL": "armed_group",
    "PAR": "armed_group",
    "PTY": "party",
    "REB": "armed_group",
}


def actor_rows(names: Names, holdings: Holdings, rows: Mapping[str, Rows]) -> Rows:
    """Rows of all actors of the documents, of all that other tables refer to, and of the states that these belong to."""
    told = {names.actor(i): a for i, a in holdings.actors.items()}
    found: dict[str, dict[str, Any]] = {}
    waiting = sorted({*told, *_referred(rows)})
    while waiting:
        identifier = waiting.pop()
        if identifier not in found:
            found[identifier] = _row(identifier, told.get(identifier) or _known(names, identifier))
            waiting += filter(None, [found[identifier]["country"]])
    return [found[i] for i in sorted(found)]


def _referred(rows: Mapping[str, Rows]) -> set[str]:
    return {i for table, kept in rows.items() if table != "actors" for row in kept for i in _ids(table, row)}


def _ids(table: str, row: Mapping[str, Any]) -> Iterator[str]:
    """The actor ids of a row and of the objects inside it."""
    for key, value in row.items():
        if key in _REFERRING or (table, key) == ("positions", "actor"):
            yield from [value] if isinstance(value, str) else value or []
        elif key == "reports" and table == "events":
            for report in value:
                yield from _ids(table, report)


def _row(identifier: str, actor: Actor) -> dict[str, Any]:
    return {
        "actor": identifier,
        "name": actor.name,
        "country": actor.country,
        "sector": actor.sector,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "roles": [{"role": r.role, "earliest": day(r.earliest), "latest": day(r.latest)} for r in actor.roles],
    }


def _known(names: Names, identifier: str) -> Actor:
    """An actor that rows refer to and no document tells of: of our own table, or what the id itself says."""
    from detente.reference import gazetteer  # an export whose documents tell of all actors needs no table

    head, colon, key = identifier.partition(":")
    if colon:
        return _of_document(names, identifier, head, key)
    return gazetteer().actor(identifier) or _spelt_out(identifier)


def _of_document(names: Names, identifier: str, head: str, key: str) -> Actor:
    if head == "SOURCE":
        return Actor(identifier, f"unnamed source of {key}", "person", origin="text")
    author = next((d.author for i, d in names.documents.items() if names.keys[i] == key), None)
    return Actor(identifier, author or f"author of {key}", "person", sector="MED", origin="text")


def _spelt_out(identifier: str) -> Actor:
    """What an id says by itself: `RUS.GOV.MFA` is of Russia, in the sector GOV."""
    from detente.reference import countries

    parts = identifier.split(".")
    state = parts[0] if parts[0] in countries() else None
    sector = "".join(parts[1:2]) or None if state else parts[0]
    kind = "state" if state and len(parts) == 1 else _KINDS.get(sector or "", "agency")
    return Actor(identifier, parts[-1].capitalize(), kind, state, sector, origin="text")
