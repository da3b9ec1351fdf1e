"""Whether this installation can do its work: what `detente doctor` says."""

from __future__ import annotations

import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from detente.errors import DetenteError
from detente.ledger import Ledger
from detente.ledger.engine import engine
from detente.reading.model import INSTALL, MODEL, model_faults, recorded_manifest
from detente.workbench.auditing import audited

LEAST_PYTHON = (3, 11)
LEAST_FREE_BYTES = 200_000_000


class Check(NamedTuple):
    """One thing looked at: whether it is in order, and what was found."""

    name: str
    good: bool
    found: str


def examine(ledger: str | Path | None = None) -> list[Check]:
    """Look at Python, the language model, SQLite, the disk, and at a ledger if one is named. Nothing is changed."""
    checks: list[tuple[str, Callable[[], tuple[bool, str]]]] = [
        ("python", _python),
        ("language model", _model),
        ("sqlite", _sqlite),
        ("disk", lambda: _disk(Path(ledger).parent if ledger else Path())),
    ]
    if ledger is not None:
        checks.append(("ledger", lambda: _ledger(Path(ledger))))
    return [_looked_at(name, look) for name, look in checks]


def _looked_at(name: str, look: Callable[[], tuple[bool, str]]) -> Check:
    """A look that fails is a finding too."""
    try:
        return Check(name, *look())
    except (DetenteError, OSError, ImportError) as error:
        return Check(name, False, str(error))


def _python() -> tuple[bool, str]:
    return sys.version_info >= LEAST_PYTHON, f"{platform.python_version()} on {platform.system()} {platform.machine()}"


def _model() -> tuple[bool, str]:
    """Every file of the model against what this release was made with."""
    n, faults = len(recorded_manifest()), model_faults()
    if faults:
        return False, f"{faults[0]}{f', and {len(faults) - 1} more' if len(faults) > 1 else ''}; install it again: {INSTALL}"
    return True, f"{MODEL}, all {n} files as released"


def _sqlite() -> tuple[bool, str]:
    version, searchable = engine()
    return searchable, f"{version}, {'with' if searchable else 'without'} full-text search (FTS5)"


def _disk(folder: Path) -> tuple[bool, str]:
    free = shutil.disk_usage(folder).free
    with tempfile.TemporaryFile(dir=folder):
        return free >= LEAST_FREE_BYTES, f"{free / 1e9:.1f} GB free in {folder.absolute()}, which can be written to"


def _ledger(path: Path) -> tuple[bool, str]:
    with Ledger.open(path) as ledger:
        found = audited(ledger)
    return not found.faults, str(found).replace("\n", "; ")
