"""Opening: what is a ledger and what is not, one writer, many readers, and files that went through something."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from detente.errors import (
    InputError,
    LedgerBusyError,
    LedgerDamagedError,
    LedgerError,
    LedgerVersionError,
    NotALedgerError,
)
from detente.ledger import Ledger, migrations
from detente.records import Batch

SCRIPTS = migrations.scripts()
Make = Callable[..., Batch]


def test_a_ledger_that_is_not_there_is_named_with_a_mend(path: Path) -> None:
    for write in (False, True):
        with pytest.raises(InputError, match=r"strait\.detente: there is no ledger here; make one"):
            Ledger.open(path, write=write)
    assert list(path.parent.iterdir()) == []


def test_a_ledger_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        Ledger.open(tmp_path / "none" / "x.detente", write=True, create=True)


@pytest.mark.parametrize("content", [b"x", b"notes\n" * 100, b"SQLite format 3\0" + bytes(200)])
@pytest.mark.parametrize("write", [False, True])
def test_a_file_that_is_something_else_is_left_as_it_was(path: Path, content: bytes, write: bool) -> None:
    path.write_bytes(content)
    with pytest.raises(NotALedgerError, match="not been touched"):
        Ledger.open(path, write=write, create=write)
    assert path.read_bytes() == content


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(NotALedgerError, match="folder"):
        Ledger.open(tmp_path, write=True, create=True)


def test_an_empty_file_becomes_a_ledger_when_one_may_be_made(path: Path) -> None:
    path.touch()
    with pytest.raises(NotALedgerError):
        Ledger.open(path)
    with Ledger.open(path, write=True, create=True) as ledger:
        assert ledger.verify() == []
    assert sorted(p.name for p in path.parent.iterdir()) == [path.name, f"{path.name}-lock"]


def test_somebody_elses_database_is_left_as_it_was(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE events (id)")
    before = path.read_bytes()
    with pytest.raises(NotALedgerError):
        Ledger.open(path, write=True, create=True)
    assert path.read_bytes() == before


def test_a_newer_version_is_not_touched(path: Path, ledger: Ledger) -> None:
    ledger.close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version = 999")
    for write in (False, True):
        with pytest.raises(LedgerVersionError, match=r"newer détente.*pip install -U"):
            Ledger.open(path, write=write)


def test_a_second_writer_is_refused_and_comes_in_when_the_first_is_done(path: Path, ledger: Ledger, first: Make) -> None:
    with pytest.raises(LedgerBusyError, match="another process is writing"):
        Ledger.open(path, write=True)
    assert ledger.append(first()) == "added"
    ledger.close()
    ledger.close()
    with Ledger.open(path, write=True) as second:
        assert second.append(first()) == "unchanged"


def test_readers_work_beside_the_writer_each_with_its_own_moment(path: Path, ledger: Ledger, first: Make, second: Make) -> None:
    ledger.append(first())
    with Ledger.open(path) as early, Ledger.open(path) as other, early.snapshot():
        assert len(early.documents()) == 1
        ledger.append(second())
        assert len(early.documents()) == 1
        assert len(other.documents()) == 2


def test_a_reader_cannot_write(path: Path, ledger: Ledger, first: Make) -> None:
    with Ledger.open(path) as reader:
        for act in (lambda: reader.append(first()), reader.derive_all, lambda: reader.refuse([])):
            with pytest.raises(LedgerError, match="opened for reading"):
                act()


KILLED = """
import os, signal, sys
sys.path.insert(0, sys.argv[2])
from conftest import first_batch, second_batch
from detente.ledger import Ledger
from detente.ledger.tables import record_rows
ledger = Ledger.open(sys.argv[1], write=True, create=True)
ledger.append(first_batch())
db = ledger._db
db.execute("BEGIN IMMEDIATE")
db.execute("INSERT INTO batches (document, coder, rows, digest, chain) VALUES (NULL, '', 0, '', '')")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_writer_that_was_killed_leaves_a_good_ledger_that_can_be_written(path: Path, second: Make) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), str(Path(__file__).parent)], check=False)
    assert done.returncode == -signal.SIGKILL
    with Ledger.open(path) as reader:
        assert len(reader.documents()) == 1
        assert [f for f in reader.verify() if not f.stale] == []
    with Ledger.open(path, write=True) as ledger:
        assert ledger.append(second()) == "added"
        assert [f for f in ledger.verify() if not f.stale] == []


def test_a_full_disk_loses_nothing(path: Path, ledger: Ledger, first: Make, second: Make) -> None:
    ledger.append(first())
    (pages,) = ledger._db.execute("PRAGMA page_count").fetchone()  # pyright: ignore[reportPrivateUsage]
    ledger._db.execute(f"PRAGMA max_page_count = {pages}")  # pyright: ignore[reportPrivateUsage]
    long = second(text=second().document.text + "\n\n" + "The strait is wide. " * 5000)
    with pytest.raises(LedgerError, match=r"no room left.*nothing that was in the ledger is lost; free some space"):
        ledger.append(long)
    assert len(ledger.documents()) == 1
    ledger._db.execute("PRAGMA max_page_count = 100000")  # pyright: ignore[reportPrivateUsage]
    assert ledger.append(long) == "added"
    assert [f for f in ledger.verify() if not f.stale] == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(path: Path, ledger: Ledger, first: Make) -> None:
    ledger.append(first())
    ledger.close()
    path.parent.chmod(0o500)
    try:
        with Ledger.open(path) as reader:
            assert len(reader.documents()) == 1
        with pytest.raises(LedgerError, match="cannot be written"):
            Ledger.open(path.with_name("new.detente"), write=True, create=True)
    finally:
        path.parent.chmod(0o700)


def test_a_damaged_file_is_told(path: Path, ledger: Ledger, first: Make) -> None:
    ledger.append(first())
    ledger.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:5000])
    with pytest.raises(LedgerDamagedError, match="damaged"), Ledger.open(path) as reader:
        reader.documents()
    middle = bytearray(whole)
    middle[4096:12288] = b"\xff" * 8192
    path.write_bytes(middle)
    with pytest.raises(LedgerDamagedError, match="damaged"), Ledger.open(path) as reader:
        reader.documents()


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(
    path: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.close()
    broken = migrations.Script(2, "0002_broken", "CREATE TABLE half (a);\nCREATE TABLE documents (again);\n")
    monkeypatch.setattr(migrations, "scripts", lambda: (*SCRIPTS, broken))
    with pytest.raises(LedgerError):
        Ledger.open(path, write=True)
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (1,)
        assert raw.execute("SELECT count(*) FROM migrations").fetchone() == (1,)
        assert raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchone() is None
    with pytest.raises(LedgerVersionError, match="older"):
        Ledger.open(path)
    added = migrations.Script(2, "0002_added", "CREATE TABLE added (a);\n")
    monkeypatch.setattr(migrations, "scripts", lambda: (*SCRIPTS, added))
    migrations.expected_schema.cache_clear()
    with Ledger.open(path, write=True) as again:
        assert again.verify() == []
    migrations.expected_schema.cache_clear()
