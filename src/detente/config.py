"""Settings: one model, filled from its defaults ← `detente.toml` ← the environment (`DETENTE_…`) ← keyword arguments.

settings = config.load()                       # ./detente.toml if there is one, then the environment
settings = config.load(max_seconds=5)          # a keyword wins over both
settings = config.load("desk.toml")            # another file; it must exist
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from detente.errors import InputError

FILE = "detente.toml"
PREFIX = "DETENTE_"


class Settings(BaseModel):
    """Everything that can be set, with its unit and its default.

    Args:
        max_bytes: bytes of one file, as it lies on disk; a larger one is refused.
        max_unpacked: bytes that a compressed file may unpack to.
        max_text: characters of one document's text.
        max_seconds: seconds that reading one document may take.
        min_words: words of running text below which a file is not taken for an article.
        languages: ISO 639-1 codes of the languages whose documents are coded; others are kept, and listed as not coded.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_bytes: int = Field(default=20_000_000, gt=0)
    max_unpacked: int = Field(default=50_000_000, gt=0)
    max_text: int = Field(default=2_000_000, gt=0)
    max_seconds: float = Field(default=30.0, gt=0)
    min_words: int = Field(default=25, ge=1)
    languages: tuple[str, ...] = ("en",)


def load(file: str | Path | None = None, *, environment: Mapping[str, str] | None = None, **given: Any) -> Settings:
    """The settings that hold here.

    Args:
        file: a TOML file; without it, `detente.toml` of the working directory is read if it exists.
        environment: stands in for `os.environ`.
        given: fields by name; None means not given.

    Raises:
        InputError: a file that is missing or no TOML, an unknown key, a value that does not fit its field.
    """
    path = Path(file) if file is not None else Path(FILE)
    values = _from_file(path) if file is not None or path.is_file() else {}
    origin = dict.fromkeys(values, str(path))
    for name, value in _from_environment(os.environ if environment is None else environment).items():
        values[name], origin[name] = value, PREFIX + name.upper()
    for name, value in given.items():
        if value is not None:
            _known(name, at="settings")
            values[name], origin[name] = value, name
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise InputError(f"{name} = {first['input']!r}: {first['msg']}", at=origin[name]) from None


def _from_file(path: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(error.strerror or "cannot be read", at=path) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"is not TOML: {error}", at=path) from None
    for name in values:
        _known(name, at=path)
    return values


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    """Fields set by `DETENTE_<FIELD>`; a list is written with commas. Other names with the prefix are not ours to judge."""
    values: dict[str, Any] = {}
    for name, field in Settings.model_fields.items():
        raw = environment.get(PREFIX + name.upper())
        if raw:
            listed = isinstance(cast(object, field.default), tuple)
            values[name] = tuple(part.strip() for part in raw.split(",") if part.strip()) if listed else raw
    return values


def _known(name: str, *, at: str | Path) -> None:
    if name in Settings.model_fields:
        return
    near = difflib.get_close_matches(name, Settings.model_fields, n=1, cutoff=0.5)
    mend = f"did you mean {near[0]}?" if near else f"known are {', '.join(Settings.model_fields)}"
    raise InputError(f"{name!r} is not a setting", at=at, mend=mend)
