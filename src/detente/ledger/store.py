"""The ledger: one file, many readers, one writer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from detente.errors import LedgerError
from detente.ledger import appending, deriving, opening
from detente.ledger.holdings import Derived
from detente.ledger.locking import WriterLock
from detente.ledger.reader import Reader
from detente.records import Batch, Refusal


class Ledger(Reader):
    """An open ledger; use it as a context manager.

        with Ledger.open("x.detente", write=True, create=True) as ledger:
            ledger.append(batch)
            ledger.derive_all()

    Rows of record are only ever added. What is derived from them is recomputed as a whole.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: WriterLock | None) -> None:
        super().__init__(path, connection)
        self._lock = lock

    @classmethod
    def open(cls, path: str | Path, *, write: bool = False, create: bool = False) -> Self:
        """Open a ledger.

        With `write` this is the one writer until `close`; with `create` too, a ledger is made where there is none.

        Raises:
            InputError: there is none. NotALedgerError: the file is something else. LedgerVersionError: of a newer détente.
            LedgerBusyError: another writer has it. LedgerDamagedError, LedgerError: the file or the disk.
        """
        path = Path(path)
        if write:
            connection, lock = opening.writer(path, create=create)
            return cls(path, connection, lock)
        return cls(path, opening.reader(path), None)

    def close(self) -> None:
        """Let go of the file; a second call does nothing."""
        self._db.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def append(self, batch: Batch) -> appending.Outcome:
        """Add the rows of one document: all of them or, where one can't point at its sentence, none.

        Returns:
            `unchanged` where this text is held already; `new_version` where it takes the place of another text from the same
            source, which is kept; else `added`.

        Raises:
            EvidenceError: a row points nowhere. LedgerError: the disk is full, or the ledger was opened for reading.
        """
        self._must_write()
        with opening.refusals(self.path):
            return appending.append(self._db, batch)

    def refuse(self, refusals: Iterable[Refusal]) -> int:
        """Put on the quarantine list what could not be read; returns how many were not on it already."""
        self._must_write()
        with opening.refusals(self.path):
            return appending.refuse(self._db, refusals)

    def derive_all(self) -> Derived:
        """Recompute everything that is derived: dates, copies, events, agreements, conflicts.

        If it fails, the last derivation stays as it was.
        """
        from detente.ledger.derivation import derive  # what is merely read from a ledger needs none of it

        self._must_write()
        with self.snapshot():
            holdings, made_from = self.holdings(), self.chain
        return self.keep(derive(holdings), made_from)

    def keep(self, derived: Derived, made_from: str) -> Derived:
        """Put a derivation in the place of the last one. Args: made_from: the link of the chain it was made from."""
        self._must_write()
        with opening.refusals(self.path), appending.transaction(self._db):
            deriving.replace(self._db, derived, made_from)
        return derived

    def _must_write(self) -> None:
        if self._lock is None:
            raise LedgerError("was opened for reading", at=self.path, mend="open it with write=True")
