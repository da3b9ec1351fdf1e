"""Adding to the rows of record: one batch, one transaction, one link of the chain."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from typing import Any, Literal

from detente.errors import InputError
from detente.ledger import admission, search
from detente.ledger.hashing import GENESIS, Cell, batch_digest, chained
from detente.ledger.tables import QUARANTINE, SUPERSESSIONS, Supersession, Table, record_rows
from detente.records import Batch, Refusal

Outcome = Literal["added", "unchanged", "new_version"]
Rows = Sequence[tuple[Table[Any], dict[str, Cell]]]


@contextmanager
def transaction(db: sqlite3.Connection, kind: Literal["IMMEDIATE", "DEFERRED"] = "IMMEDIATE") -> Generator[None]:
    """All or nothing. SQLite itself rolls back on some errors (a full disk), hence the question before our own."""
    db.execute(f"BEGIN {kind}")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def append(db: sqlite3.Connection, batch: Batch) -> Outcome:
    """Add the rows of one document.

    Raises:
        EvidenceError: a row points nowhere; nothing was added. InputError: a cell can't be kept.
    """
    document = batch.document
    if is_current(db, document.id):
        return "unchanged"
    admission.check(batch)
    known = db.execute("SELECT 1 FROM documents WHERE id = ?", (document.id,)).fetchone()
    old = _current_of(db, document.source)
    try:
        rows = [] if known else record_rows(batch)
        rows += [(SUPERSESSIONS, SUPERSESSIONS.row(_supersession(db, document.id, o), document=document.id)) for o in old]
        with transaction(db):
            _write(db, document.id, batch.coder, rows)
            if not known:
                search.index(db, document)
    except (UnicodeEncodeError, ValueError) as e:
        raise InputError(f"a value cannot be kept ({e}); the article's rows were not added", at=document.source) from None
    return "new_version" if old else "added"


def refuse(db: sqlite3.Connection, refusals: Iterable[Refusal]) -> int:
    """Add what could not be read to the quarantine list; what is on it already is passed over.

    Returns:
        How many were added.
    """
    rows = {str(cells["id"]): cells for cells in (QUARANTINE.row(_keepable(r)) for r in refusals)}
    new = [c for i, c in rows.items() if not db.execute("SELECT 1 FROM quarantine WHERE id = ?", (i,)).fetchone()]
    if new:
        with transaction(db):
            _write(db, None, "", [(QUARANTINE, cells) for cells in new])
    return len(new)


def is_current(db: sqlite3.Connection, document: str) -> bool:
    """Whether the ledger holds this very text of the document, and no later one from the same source."""
    return db.execute("SELECT 1 FROM current_documents WHERE id = ?", (document,)).fetchone() is not None


def chain_head(db: sqlite3.Connection) -> str:
    """The last link of the chain; 64 zeros in an empty ledger."""
    row = db.execute("SELECT chain FROM batches ORDER BY n DESC LIMIT 1").fetchone()
    return row[0] if row else GENESIS


def insert(db: sqlite3.Connection, table: Table[Any], rows: Sequence[dict[str, Cell]]) -> None:
    """Write rows that all have the same columns."""
    if rows:
        names = ", ".join(f'"{c}"' for c in rows[0])
        marks = ", ".join("?" * len(rows[0]))
        db.executemany(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", [tuple(r.values()) for r in rows])


def _write(db: sqlite3.Connection, document: str | None, coder: str, rows: Rows) -> None:
    digest = batch_digest(document, coder, (str(cells["hash"]) for _, cells in rows))
    cursor = db.execute(
        "INSERT INTO batches (document, coder, rows, digest, chain) VALUES (?, ?, ?, ?, ?)",
        (document, coder, len(rows), digest, chained(chain_head(db), digest)),
    )
    for table in dict.fromkeys(t for t, _ in rows):
        insert(db, table, [{**cells, "batch": cursor.lastrowid} for t, cells in rows if t is table])


def _supersession(db: sqlite3.Connection, new: str, old: str) -> Supersession:
    query = "SELECT count(*) FROM supersessions WHERE document = ? AND superseded = ?"
    return Supersession(old, db.execute(query, (new, old)).fetchone()[0] + 1)


def _current_of(db: sqlite3.Connection, source: str) -> list[str]:
    query = "SELECT id FROM documents WHERE source = ? AND id IN (SELECT id FROM current_documents) ORDER BY id"
    return [row[0] for row in db.execute(query, (source,))]


def _keepable(refusal: Refusal) -> Refusal:
    """File names need not be Unicode; the list of what was refused must not itself be refused."""
    source, message = (s.encode(errors="backslashreplace").decode() for s in (refusal.source, refusal.message))
    return Refusal(source, refusal.reason, message, refusal.sha256)
