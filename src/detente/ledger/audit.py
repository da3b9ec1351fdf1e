"""`verify`: is every row, batch and link what was written?"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from detente.ledger import admission, appending, deriving, migrations
from detente.ledger.hashing import GENESIS, batch_digest, chained, row_hash, sha256
from detente.ledger.queries import held
from detente.ledger.search import passages
from detente.ledger.tables import AGREEMENT_STEPS, CONFLICT_VERSIONS, DERIVED, DOCUMENTS, RECORD, TOLD, Table
from detente.records import Batch, Document

_DECODING = (ValueError, TypeError, KeyError, AttributeError, json.JSONDecodeError)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not what was written.

    Args:
        table: of the ledger, or `ledger` for the file as a whole. row: its id, key or number, where one row is meant.
        stale: nothing was changed; the derivation only is older than the rows of record.
    """

    table: str
    row: str | None
    what: str
    stale: bool = False

    def __str__(self) -> str:
        return f"{self.table} {self.row}: {self.what}" if self.row else f"{self.table}: {self.what}"


def audit(db: sqlite3.Connection) -> list[Finding]:
    """Every finding, file first, then tables from the rows of record to what is derived from them.

    A check that a damaged table breaks gives a finding itself; the other checks still run.
    """
    found: list[Finding] = []
    for check in (_file, _migrations, _schema, _rows, _batches, _links, _evidence, _passages, _derivation, _derived_rows):
        found += _guarded(check, db)
    return found


def _guarded(check: Callable[[sqlite3.Connection], Iterator[Finding]], db: sqlite3.Connection) -> Iterator[Finding]:
    try:
        yield from check(db)
    except (sqlite3.DatabaseError, *_DECODING) as e:
        yield Finding("ledger", None, f"the check of {check.__name__.strip('_').replace('_', ' ')} broke off: {e}")


def _file(db: sqlite3.Connection) -> Iterator[Finding]:
    for (line,) in db.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield Finding("ledger", None, f"SQLite says: {line}")


def _migrations(db: sqlite3.Connection) -> Iterator[Finding]:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    known = {s.number: s for s in migrations.scripts()}
    applied = {r["number"]: r for r in db.execute("SELECT * FROM migrations")}
    for number in sorted(known.keys() | applied.keys() | set(range(1, version + 1))):
        script, row = known.get(number), applied.get(number)
        if row is None or script is None:
            yield Finding("migrations", str(number), "applied, but not recorded" if script else "recorded, but not known")
        elif (script.name, script.sha256) != (row["name"], row["sha256"]):
            yield Finding("migrations", str(number), "the script that was applied is not the one of this détente")
        elif row_hash("migrations", dict(row)) != row["hash"]:
            yield Finding("migrations", str(number), "the record was changed")


def _schema(db: sqlite3.Connection) -> Iterator[Finding]:
    is_, should = migrations.schema(db), migrations.expected_schema()
    for name in sorted(is_.keys() | should.keys()):
        if is_.get(name) != should.get(name):
            fate = "is missing" if name not in is_ else "is not ours" if name not in should else "was changed"
            yield Finding("ledger", None, f"the {name} {fate}")


def _rows(db: sqlite3.Connection) -> Iterator[Finding]:
    for table in RECORD:
        yield from _hashes(db, table, lambda r: r["id"])


def _hashes(db: sqlite3.Connection, table: Table[Any], key: Callable[[sqlite3.Row], str]) -> Iterator[Finding]:
    for row in db.execute(f"SELECT * FROM {table.name}"):
        made_of_content, expected = table.expected(dict(row))
        if expected != row["hash"]:
            yield Finding(table.name, key(row), "the row or its hash was changed")
        elif made_of_content is not None and made_of_content != row["id"]:
            yield Finding(table.name, key(row), "the id is not that of the row")


def _batches(db: sqlite3.Connection) -> Iterator[Finding]:
    hashes: dict[int, list[str]] = {}
    for table in RECORD:
        for n, value in db.execute(f"SELECT batch, hash FROM {table.name}"):
            hashes.setdefault(n, []).append(value)
    previous, expected_n = GENESIS, 0
    for b in db.execute("SELECT * FROM batches ORDER BY n"):
        expected_n += 1
        if b["n"] != expected_n:
            yield Finding("batches", str(expected_n), "the batch is missing, or has another number")
            expected_n = b["n"]
        rows = hashes.get(b["n"], [])
        if len(rows) != b["rows"]:
            yield Finding("batches", str(b["n"]), f"has {len(rows)} rows, had {b['rows']}")
        if batch_digest(b["document"], b["coder"], map(str, rows)) != b["digest"]:
            yield Finding("batches", str(b["n"]), "its rows are not those that were added with it")
        if chained(previous, b["digest"]) != b["chain"]:
            yield Finding("batches", str(b["n"]), "does not follow the batch before it")
        previous = b["chain"]
    last = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'batches'").fetchone()
    if (last[0] if last else 0) != expected_n:
        yield Finding("batches", str(expected_n + 1), "batches are missing at the end")


def _links(db: sqlite3.Connection) -> Iterator[Finding]:
    for table, rowid, parent, _ in list(db.execute("PRAGMA foreign_key_check")):
        names = [c[1] for c in db.execute(f"PRAGMA table_info({table})")]
        row = db.execute(f"SELECT {names[0]} FROM {table} WHERE rowid = ?", (rowid,)).fetchone()
        yield Finding(table, str(row[0]), f"refers to a row of {parent} that is not there")


def _evidence(db: sqlite3.Connection) -> Iterator[Finding]:
    for row in db.execute("SELECT * FROM documents ORDER BY id"):
        try:
            document = DOCUMENTS.columns.unpack(row)
            for table, span, what in admission.faults(Batch(document)):
                yield Finding(table, document.id, f"{span.start}:{span.end} {what}" if span else what)
        except _DECODING as e:
            yield Finding("documents", str(row["id"]), f"cannot be read back: {e}")
            continue
        for table in TOLD.values():
            yield from _told_faults(db, document, table)


def _told_faults(db: sqlite3.Connection, document: Document, table: Table[Any]) -> Iterator[Finding]:
    for row in db.execute(f"SELECT * FROM {table.name} WHERE document = ? ORDER BY start, id", (document.id,)):
        try:
            faults = list(admission.row_faults(document, table.columns.unpack(row)))
        except _DECODING as e:
            faults = [f"cannot be read back: {e}"]
        yield from (Finding(table.name, str(row["id"]), what) for what in faults)


def _passages(db: sqlite3.Connection) -> Iterator[Finding]:
    indexed: dict[str, list[tuple[Any, ...]]] = {}
    for row in db.execute('SELECT text, document, start, "end" FROM passages'):
        indexed.setdefault(row["document"], []).append(tuple(row))
    for key, document in held.documents(db, "id IS NOT NULL").items():
        if sorted(indexed.pop(key, []), key=repr) != sorted(passages(document), key=repr):
            yield Finding("passages", key, "what is searched is not the document's words")
    yield from (Finding("passages", str(key), "belongs to no document") for key in indexed)


def _derivation(db: sqlite3.Connection) -> Iterator[Finding]:
    row = db.execute("SELECT * FROM derivation").fetchone()
    hashes = [str(r[0]) for t in DERIVED for r in db.execute(f"SELECT hash FROM {t.name}")]
    if row is None:
        if hashes or appending.chain_head(db) != GENESIS:
            yield Finding("derivation", None, "nothing was derived yet; run `detente derive`", stale=not hashes)
        return
    if row_hash("derivation", dict(row)) != row["hash"]:
        yield Finding("derivation", None, "the record was changed")
    if len(hashes) != row["rows"] or sha256(sorted(hashes)) != row["digest"]:
        yield Finding("derivation", None, "the derived rows are not those that were derived")
    links = {GENESIS, *(r[0] for r in db.execute("SELECT chain FROM batches"))}
    if row["made_from"] not in links:
        yield Finding("derivation", None, "was made from batches that are not there")
    elif not deriving.is_current(db):
        yield Finding("derivation", None, "is older than the rows of record; run `detente derive`", stale=True)


def _derived_rows(db: sqlite3.Connection) -> Iterator[Finding]:
    for table in DERIVED:
        names = table.keys or ("id" if "id" in dict(table.columns.columns) else "document",)
        yield from _hashes(db, table, lambda r, names=names: " ".join(str(r[n]) for n in names))
    for table in (AGREEMENT_STEPS, CONFLICT_VERSIONS):
        query = (
            f"SELECT t.{table.keys[0]} FROM {table.name} t JOIN documents d ON d.id = t.document "
            'WHERE substr(d.text, t.start + 1, t."end" - t.start) <> t.text'
        )
        yield from (Finding(table.name, row[0], "its words are not those of the document") for row in db.execute(query))
