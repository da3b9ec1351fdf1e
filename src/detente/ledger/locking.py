"""One writer at a time: an advisory lock on a file beside the ledger. It goes with the process, however that ends.

The lock is not on the ledger itself: closing any descriptor of an SQLite file drops the locks that SQLite holds on it (POSIX).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from detente.errors import LedgerBusyError, LedgerError

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """The right to write a ledger, held until `release` or the end of the process. The lock file itself stays.

    Raises:
        LedgerBusyError: another process, or another `Ledger` of this one, holds it.
        LedgerError: the folder can't be written to.
    """

    def __init__(self, ledger: Path) -> None:
        path = ledger.with_name(f"{ledger.name}-lock")
        try:
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as e:
            raise LedgerError(
                f"cannot be written to ({e.strerror})", at=ledger, mend="give the right to write in its folder"
            ) from None
        try:
            _take(self._descriptor)
        except OSError:
            os.close(self._descriptor)
            raise LedgerBusyError(
                "another process is writing to this ledger", at=ledger, mend="wait until it is done, then run the command again"
            ) from None

    def release(self) -> None:
        """Let the next writer in."""
        os.close(self._descriptor)
