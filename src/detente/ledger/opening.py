"""Opening a ledger file: what it is, who may write, and what SQLite's refusals mean for the reader of the message.

WAL lets many readers work beside the one writer. `synchronous = FULL`: a batch is one commit and the coding of its article
costs far more than a flush, so a batch that was reported as added survives a power cut.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from detente.errors import (
    InputError,
    LedgerBusyError,
    LedgerDamagedError,
    LedgerError,
    LedgerVersionError,
    NotALedgerError,
)
from detente.ledger import migrations
from detente.ledger.edition import DETENTE
from detente.ledger.locking import WriterLock

_MAGIC = b"SQLite format 3\0"
_BUSY_SECONDS = 10.0


def reader(path: Path) -> sqlite3.Connection:
    """A connection that can't write.

    Raises:
        InputError: there is no such file. NotALedgerError, LedgerVersionError, LedgerDamagedError: see `detente.errors`.
    """
    _look(path)
    with refusals(path):
        # Whoever may write tidies up the log when the last one closes; that it writes nothing else, `query_only` sees to.
        connection = _connect(path, "mode=rw" if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) else "mode=ro")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            # In a folder that can't be written SQLite can't make the log's shared memory; where there is no log none is needed.
            connection.close()
            if _log(path).exists() and _log(path).stat().st_size:
                raise
            connection = _connect(path, "mode=ro&immutable=1")
        return _checked(connection, path, write=False)


def writer(path: Path, *, create: bool) -> tuple[sqlite3.Connection, WriterLock]:
    """A connection that may write, and the lock that makes it the only one; pending migrations are applied.

    With `create`, a ledger is made where there is none.
    """
    if not (create and _absent(path)):
        _look(path)
    elif not path.parent.is_dir():
        raise InputError("no such folder", at=path.parent, mend="make it first")
    lock = WriterLock(path)
    try:
        with refusals(path):
            if create and _absent(path):
                _make(path)
            _look(path)
            connection = _connect(path, "mode=rw")
            return _checked(connection, path, write=True), lock
    except BaseException:
        lock.release()
        raise


@contextmanager
def refusals(path: Path) -> Generator[None]:
    """Turn SQLite's errors into ours. What was committed before stays; what was not is rolled back."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.DatabaseError as e:
        raise _meaning(e, path) from e
    except OSError as e:
        raise LedgerError(f"cannot be written to ({e.strerror})", at=path, mend="see to the disk and its rights") from e


def _meaning(e: sqlite3.DatabaseError, path: Path) -> LedgerError:
    words = str(e)
    if "full" in words or "disk I/O" in words:
        return LedgerError(
            f"there is no room left to write to ({words}); nothing that was in the ledger is lost",
            at=path,
            mend="free some space, then run the command again",
        )
    if "locked" in words or "busy" in words:
        return LedgerBusyError("another program holds the file", at=path, mend="close it, then run the command again")
    if "readonly" in words or "unable to open" in words:
        return LedgerError(f"cannot be written to ({words})", at=path, mend="give the right to write the file and its folder")
    if isinstance(e, sqlite3.IntegrityError):
        return LedgerError(f"a row breaks a rule of its table ({words}); it was not added", at=path)
    if "fts5" in words:
        return LedgerError("this Python's SQLite has no full-text search (FTS5)", at=path, mend="use another build of Python")
    return LedgerDamagedError(
        f"the file is damaged ({words})", at=path, mend="take the last whole copy, or read the articles into a new ledger"
    )


def _absent(path: Path) -> bool:
    """No file, or an empty one, such as a process killed in its first moment or `mktemp` leaves."""
    return not path.exists() or (path.is_file() and path.stat().st_size == 0)


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _look(path: Path) -> None:
    """Refuse what is no ledger by its first hundred bytes, without letting SQLite touch it."""
    if not path.exists():
        raise InputError("there is no ledger here", at=path, mend="make one with `detente read`, or give the path of another")
    if not path.is_file():
        raise NotALedgerError("is a folder, not a ledger", at=path, mend="give the path of the ledger file")
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as e:
        raise LedgerError(f"cannot be read ({e.strerror})", at=path, mend="give the right to read it") from None
    ours = head.startswith(_MAGIC) and int.from_bytes(head[68:72], "big") == migrations.APPLICATION_ID
    if len(head) < 100 or not ours:
        raise NotALedgerError("is not a ledger of détente; it has not been touched", at=path, mend="give another path")


def _connect(path: Path, options: str) -> sqlite3.Connection:
    name = quote(str(path.absolute()))
    connection = sqlite3.connect(f"file:{name}?{options}", uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def _checked(connection: sqlite3.Connection, path: Path, *, write: bool) -> sqlite3.Connection:
    """The connection, set up, once the ledger's version is one that this code can work with."""
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        newest = migrations.scripts()[-1].number
        if version > newest:
            raise LedgerVersionError(
                f"was written by a newer détente (version {version} of the tables, this one knows {newest}); not touched",
                at=path,
                mend="pip install -U detente",
            )
        if version < newest and not write:
            raise LedgerVersionError(
                "was written by an older détente", at=path, mend="run `detente derive` on it, which brings it up to date"
            )
        if write:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            migrations.apply(connection, DETENTE)
        else:
            connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _make(path: Path) -> None:
    """Make an empty ledger beside the path and move it there whole: a process killed meanwhile leaves no half a ledger."""
    draft = path.with_name(f"{path.name}-new-{os.getpid()}")
    try:
        connection = _connect(draft, "mode=rwc")
        try:
            connection.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
            migrations.apply(connection, DETENTE)
            connection.execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()
        draft.replace(path)
    finally:
        for leftover in (draft, _log(draft), draft.with_name(f"{draft.name}-journal")):
            leftover.unlink(missing_ok=True)
