"""Derived tables: what `derive` makes of the holdings, kept with the link of the chain that it was made from.

All of them are replaced in one transaction: a reader sees the old derivation or the new one, never a part.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from detente.ledger.appending import chain_head, insert
from detente.ledger.edition import DETENTE
from detente.ledger.hashing import Cell, row_hash, sha256
from detente.ledger.holdings import Derived
from detente.ledger.tables import (
    AGREEMENT_STEPS,
    AGREEMENTS,
    CONFLICT_VERSIONS,
    CONFLICTS,
    COPIES,
    DATES,
    DERIVED,
    EVENT_REPORTS,
    EVENTS,
    Copy,
    DocumentDate,
    EventReport,
    Table,
)

Rows = dict[Table[Any], list[dict[str, Cell]]]


def rows_of(derived: Derived) -> Rows:
    """The rows of every derived table."""
    rows: Rows = {table: [] for table in DERIVED}
    rows[DATES] = [DATES.row(DocumentDate(d, m)) for d, m in sorted(derived.dates.items())]
    rows[COPIES] = [COPIES.row(Copy(d, c)) for d, c in sorted(derived.copies.items())]
    for event in derived.events:
        rows[EVENTS].append(EVENTS.row(event))
        rows[EVENT_REPORTS] += _children(EVENT_REPORTS, (EventReport(r) for r in event.reports), event=event.id)
    for agreement in derived.agreements:
        rows[AGREEMENTS].append(AGREEMENTS.row(agreement))
        rows[AGREEMENT_STEPS] += _children(AGREEMENT_STEPS, agreement.history, agreement=agreement.id)
    for conflict in derived.conflicts:
        rows[CONFLICTS].append(CONFLICTS.row(conflict))
        rows[CONFLICT_VERSIONS] += _children(CONFLICT_VERSIONS, conflict.versions, conflict=conflict.id)
    return rows


def replace(db: sqlite3.Connection, derived: Derived, made_from: str) -> None:
    """Put a derivation in the place of the last one; the caller holds the transaction."""
    rows = rows_of(derived)
    for table in reversed(DERIVED):
        db.execute(f"DELETE FROM {table.name}")
    for table in DERIVED:
        insert(db, table, rows[table])
    hashes = [str(cells["hash"]) for table in DERIVED for cells in rows[table]]
    cells: dict[str, Cell] = {
        "made_from": made_from,
        "rows": len(hashes),
        "digest": sha256(sorted(hashes)),
        "detente": DETENTE,
    }
    db.execute("DELETE FROM derivation")
    db.execute("INSERT INTO derivation VALUES (?, ?, ?, ?, ?)", (*cells.values(), row_hash("derivation", cells)))


def is_current(db: sqlite3.Connection) -> bool:
    """Whether the derived tables were made from the rows of record as they are now, by this version of the code."""
    row = db.execute("SELECT made_from, detente FROM derivation").fetchone()
    return row is not None and tuple(row) == (chain_head(db), DETENTE)


def digest(db: sqlite3.Connection) -> str | None:
    """One hash over all derived rows; None where nothing was derived yet."""
    row = db.execute("SELECT digest FROM derivation").fetchone()
    return row[0] if row else None


def stored(db: sqlite3.Connection) -> Derived:
    """The derivation as it is kept."""
    return Derived(
        {r["document"]: DATES.columns.unpack(r).moment for r in db.execute("SELECT * FROM document_dates ORDER BY document")},
        {r["document"]: r["copies"] for r in db.execute("SELECT * FROM copies ORDER BY document")},
        whole(db, EVENTS, EVENT_REPORTS, "reports"),
        whole(db, AGREEMENTS, AGREEMENT_STEPS, "history"),
        whole(db, CONFLICTS, CONFLICT_VERSIONS, "versions"),
    )


def whole(
    db: sqlite3.Connection, table: Table[Any], child: Table[Any], field: str, where: str = "1", values: Iterable[Any] = ()
) -> tuple[Any, ...]:
    """Records with their parts, in the order they were derived in."""
    parent, values = child.keys[0], tuple(values)
    query = (
        f"SELECT * FROM {child.name} WHERE {parent} IN (SELECT id FROM {table.name} WHERE {where}) ORDER BY {parent}, position"
    )
    parts = {key: tuple(_part(child, r) for r in rows) for key, rows in groupby(db.execute(query, values), lambda r: r[parent])}
    rows = db.execute(f"SELECT * FROM {table.name} WHERE {where} ORDER BY rowid", values)
    return tuple(table.columns.unpack(r, **{field: parts.get(r["id"], ())}) for r in rows)


def _part(child: Table[Any], row: sqlite3.Row) -> Any:
    part = child.columns.unpack(row)
    return part.report if isinstance(part, EventReport) else part


def _children(table: Table[Any], parts: Iterable[Any], **parent: str) -> Iterator[dict[str, Cell]]:
    for position, part in enumerate(parts):
        yield table.row(part, **parent, position=position)
