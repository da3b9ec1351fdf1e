"""Any row by its id or the beginning of it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

from detente.errors import InputError
from detente.ledger import deriving
from detente.ledger.holdings import Told
from detente.ledger.queries import held, shelf
from detente.ledger.tables import (
    AGREEMENT_STEPS,
    AGREEMENTS,
    CONFLICT_VERSIONS,
    CONFLICTS,
    DOCUMENTS,
    EVENT_REPORTS,
    EVENTS,
    QUARANTINE,
    TOLD,
)

SHORTEST = 4
_WHOLE = {
    "events": (EVENT_REPORTS, "reports"),
    "agreements": (AGREEMENT_STEPS, "history"),
    "conflicts": (CONFLICT_VERSIONS, "versions"),
}
_KINDS = {t.name: t.kind for t in (DOCUMENTS, *TOLD.values(), QUARANTINE, EVENTS, AGREEMENTS, CONFLICTS)}


@dataclass(frozen=True, slots=True)
class Shown:
    """A row and what kind it is.

    Args:
        kind: `document mention time quote report agreement_report claim refusal actor event agreement conflict`.
        value: a `HeldDocument`, a `Told` row, or a record.
    """

    kind: str
    id: str
    value: Any


def show(db: sqlite3.Connection, prefix: str) -> Shown:
    """The one row whose id is, or begins with, what is given; an actor by his whole id.

    Raises:
        InputError: it is too short, nothing has it, or several rows do (the message lists them).
    """
    if actor := held.actors(db, "actor = ?", (prefix,)):
        return Shown("actor", prefix, actor[prefix])
    if len(prefix) < SHORTEST:
        raise InputError(f"{prefix!r} is too short for an id", mend=f"give at least its first {SHORTEST} signs")
    found = _starting(db, prefix)
    exact = [(table, i) for table, i in found if i == prefix]
    if len(exact or found) > 1:
        names = ", ".join(f"{_KINDS[table]} {i}" for table, i in sorted(found)[:8])
        raise InputError(f"{prefix!r} begins {len(found)} ids: {names}{' …' if len(found) > 8 else ''}", mend="give more of it")
    if not found:
        raise InputError(f"nothing in the ledger has the id {prefix!r}", mend="`detente events` and the brief list ids")
    table, i = (exact or found)[0]
    return Shown(_KINDS[table], i, _value(db, table, i))


def _starting(db: sqlite3.Connection, prefix: str) -> list[tuple[str, str]]:
    end = prefix + "\U0010ffff"
    return [
        (table, row[0])
        for table in _KINDS
        for row in db.execute(f"SELECT id FROM {table} WHERE id >= ? AND id < ?", (prefix, end))
    ]


def _value(db: sqlite3.Connection, table: str, i: str) -> Any:
    if table == "documents":
        return shelf.document(db, i)
    if table in _WHOLE:
        parent = next(t for t in (EVENTS, AGREEMENTS, CONFLICTS) if t.name == table)
        child, field = _WHOLE[table]
        return deriving.whole(db, parent, child, field, "id = ?", (i,))[0]
    if table == "quarantine":
        return QUARANTINE.columns.unpack(db.execute("SELECT * FROM quarantine WHERE id = ?", (i,)).fetchone())
    kept = next(t for t in TOLD.values() if t.name == table)
    (row,) = held.told(db, kept, "id = ?", (i,))
    return Told(row.id, row.document, row.row)
