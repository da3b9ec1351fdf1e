"""`verify` finds whatever was changed behind the ledger's back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from detente.ledger import Finding, Ledger
from detente.ledger.tables import DERIVED, RECORD
from detente.records import Batch, Refusal

Make = Callable[..., Batch]
KEPT = (*(t.name for t in (*RECORD, *DERIVED)), "batches", "migrations", "derivation")


@pytest.fixture
def raw(filled: Ledger, path: Path, first: Make, bare: Make) -> Iterator[sqlite3.Connection]:
    """A connection of somebody's own to a ledger in which every table has a row."""
    filled.append(bare())
    filled.append(first())
    filled.refuse([Refusal("/articles/torn.pdf", "truncated", "torn.pdf: breaks off")])
    filled.append(first("again.txt"))
    filled.derive_all()
    assert filled.verify() == []
    filled.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def verify(path: Path) -> list[Finding]:
    with Ledger.open(path) as ledger:
        return [f for f in ledger.verify() if not f.stale]


def test_every_table_has_a_row(raw: sqlite3.Connection) -> None:
    assert [t for t in KEPT if raw.execute(f"SELECT count(*) FROM {t}").fetchone() == (0,)] == []


@pytest.mark.parametrize("table", KEPT)
def test_altering_any_cell_is_found(raw: sqlite3.Connection, path: Path, table: str) -> None:
    missed: list[str] = []
    columns = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
    for column in (f'"{name}"' for name in columns):
        for new in (f"{column} || 'x'", "NULL", "'[]'"):
            at, was = raw.execute(f"SELECT rowid, {column} FROM {table} LIMIT 1").fetchone()
            try:
                (now,) = raw.execute(
                    f"UPDATE {table} SET {column} = {new} WHERE rowid = ? RETURNING {column}", (at,)
                ).fetchone()
            except sqlite3.IntegrityError:
                continue
            if now != was and not verify(path):
                missed.append(f"{column} = {new}")
            at = now if column in ('"n"', '"number"') else at
            raw.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (was, at))
    assert missed == []
    assert verify(path) == []


@pytest.mark.parametrize("table", KEPT)
def test_deleting_any_row_is_found(raw: sqlite3.Connection, path: Path, table: str) -> None:
    for (rowid,) in raw.execute(f"SELECT rowid FROM {table}").fetchall():
        kept = raw.execute(f"SELECT rowid, * FROM {table} WHERE rowid = ?", (rowid,)).fetchone()
        names = ", ".join(f'"{d[1]}"' for d in raw.execute(f"PRAGMA table_info({table})"))
        raw.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
        assert verify(path), f"{table} {rowid}"
        raw.execute(f"INSERT INTO {table} (rowid, {names}) VALUES ({', '.join('?' * len(kept))})", kept)
    assert verify(path) == []


@pytest.mark.parametrize("n", [1, 2, 5, 6])
def test_deleting_a_batch_with_all_its_rows_is_found(raw: sqlite3.Connection, path: Path, n: int) -> None:
    for table in (*(t.name for t in DERIVED), "derivation"):
        raw.execute(f"DELETE FROM {table}")
    for table in RECORD:
        raw.execute(f"DELETE FROM {table.name} WHERE batch = ?", (n,))
    assert raw.execute("DELETE FROM batches WHERE n = ?", (n,)).rowcount == 1
    assert any(f.table == "batches" for f in verify(path))


def test_changing_the_order_of_batches_is_found(raw: sqlite3.Connection, path: Path) -> None:
    def swap(a: int, b: int) -> None:
        for old, new in ((a, -1), (b, a), (-1, b)):
            for table, column in (("batches", "n"), *((t.name, "batch") for t in RECORD)):
                raw.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (new, old))

    swap(1, 2)
    assert any("does not follow" in f.what for f in verify(path))


def test_a_row_that_is_slipped_in_with_a_good_hash_is_found(raw: sqlite3.Connection, path: Path, second: Make) -> None:
    from detente.ledger.tables import MENTIONS

    document, mention = second().document, second().mentions[0]
    cells = MENTIONS.row(type(mention)(mention.span, mention.sentence, ("NOR",), "name", "actor"), document=document.id)
    names = ", ".join(f'"{c}"' for c in cells)
    raw.execute(f"INSERT INTO mentions (batch, {names}) VALUES (2, {', '.join('?' * len(cells))})", tuple(cells.values()))
    found = verify(path)
    assert any((f.table, f.row) == ("batches", "2") for f in found)


def test_a_row_whose_words_were_moved_is_named(raw: sqlite3.Connection, path: Path) -> None:
    (row_id,) = raw.execute("SELECT id FROM quotes LIMIT 1").fetchone()
    raw.execute('UPDATE quotes SET start = 999999, "end" = 1000009 WHERE id = ?', (row_id,))
    found = [f for f in verify(path) if (f.table, f.row) == ("quotes", row_id)]
    assert [f.what.split(" of ")[0] for f in found][:2] == ["the row or its hash was changed", "the span is outside the text"]
    assert all(row_id in str(f) for f in found)


def test_changing_what_is_searched_is_found(raw: sqlite3.Connection, path: Path) -> None:
    raw.execute("UPDATE passages SET text = 'nothing of the kind' WHERE rowid = 1")
    assert any(f.table == "passages" for f in verify(path))


def test_changing_the_tables_themselves_is_found(raw: sqlite3.Connection, path: Path) -> None:
    raw.execute("DROP INDEX events_days")
    raw.execute("CREATE TABLE mine (a)")
    whats = [f.what for f in verify(path)]
    assert "the index events_days is missing" in whats
    assert "the table mine is not ours" in whats


def test_a_dropped_table_is_a_finding_and_the_other_checks_still_run(raw: sqlite3.Connection, path: Path) -> None:
    raw.execute("DROP TABLE times")
    raw.execute("UPDATE batches SET coder = 'x' WHERE n = 1")
    found = verify(path)
    assert any("broke off" in f.what for f in found)
    assert any("the table times is missing" in f.what for f in found)


def test_a_stale_derivation_is_told_apart(path: Path, ledger: Ledger, first: Make, derived_here: None) -> None:
    assert ledger.verify() == []
    ledger.append(first())
    (finding,) = ledger.verify()
    assert (finding.table, finding.stale) == ("derivation", True)
    ledger.derive_all()
    assert ledger.verify() == []
    ledger.refuse([Refusal("/a", "binary", "no text")])
    (finding,) = ledger.verify()
    assert finding.stale
