"""The errors of détente, one tree with one root.

    DetenteError                 anything this package refuses; catch this at the edge of a program
    ├── InputError               something given cannot be used: a path, a file, a code, a date
    │   ├── UnreadableError      one document cannot be read; `read` puts it in quarantine and goes on
    │   └── UnknownNameError     a name is not known; carries the nearest ones ("did you mean")
    ├── LedgerError              the ledger cannot be used
    │   ├── NotALedgerError      the file is something else
    │   ├── LedgerVersionError   the file was written by a newer détente
    │   ├── LedgerBusyError      another process is writing
    │   └── LedgerDamagedError   a row or a link is not what was written
    ├── EvidenceError            a row that cannot point at its sentence
    └── MissingExtraError        an optional package is not installed; the message has the install line

Every message names the place (file, line, row) and the mend. `str(error)` is the whole message, one line.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path


class DetenteError(Exception):
    """Root of all refusals; `exit_code` is what the command line ends with."""

    exit_code = 1

    def __init__(self, what: str, *, at: str | Path | None = None, mend: str | None = None) -> None:
        self.what, self.at, self.mend = what, str(at) if at is not None else None, mend
        super().__init__(self._rendered())

    def _rendered(self) -> str:
        """`place: what is wrong; what to do`, without the parts that are not known."""
        head = f"{self.at}: {self.what}" if self.at else self.what
        return f"{head}; {self.mend}" if self.mend else head


class InputError(DetenteError):
    """Something given by the user cannot be used."""

    exit_code = 2


class UnreadableError(InputError):
    """One document cannot be read. Catch it per document: the others are not affected.

    Args:
        reason: a short machine-readable word such as `empty`, `binary`, `truncated`, `too_large`, `timeout`, `not_an_article`.
    """

    def __init__(self, what: str, *, reason: str, at: str | Path | None = None, mend: str | None = None) -> None:
        self.reason = reason
        super().__init__(what, at=at, mend=mend)


class UnknownNameError(InputError):
    """A name that nothing answers to, with the nearest known ones.

    Args:
        name: what was given. kind: what it should have named, e.g. `country code`. known: every name that would do.
    """

    def __init__(self, name: str, *, kind: str, known: Iterable[str]) -> None:
        self.name, self.kind = name, kind
        folded = {k.casefold(): k for k in known}
        self.suggestions = [folded[m] for m in difflib.get_close_matches(name.casefold(), folded, n=3, cutoff=0.5)]
        mend = f"did you mean {' or '.join(self.suggestions)}?" if self.suggestions else None
        super().__init__(f"{name!r} is not a known {kind}", mend=mend)


class LedgerError(DetenteError):
    """The ledger cannot be used."""

    exit_code = 3


class NotALedgerError(LedgerError):
    """The file exists and is not a ledger of détente; it has not been touched."""


class LedgerVersionError(LedgerError):
    """The ledger was written by a newer détente; it has not been touched."""


class LedgerBusyError(LedgerError):
    """Another process holds the ledger for writing. Wait for it, then run the command again."""


class LedgerDamagedError(LedgerError):
    """A row or a link is not what was written. `detente verify` lists every one."""


class EvidenceError(DetenteError):
    """A row that cannot point at its sentence; it did not enter the ledger."""


class MissingExtraError(DetenteError):
    """An optional package is missing.

    Args:
        package: what could not be imported. extra: the extra of `pip install 'detente[extra]'` that brings it.
    """

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"{package} is not installed", mend=f"run: pip install 'detente[{extra}]'")
