"""Which files are meant: paths, directories and globs → files in a fixed order."""

from __future__ import annotations

import glob
from collections.abc import Iterable
from pathlib import Path

from detente.errors import InputError


def expand(paths: str | Path | Iterable[str | Path]) -> list[Path]:
    """Every file that the paths stand for, each once, in the order given; within a directory or glob, sorted.

    A directory stands for all files below it, without hidden ones (a name that begins with a dot).

    Raises:
        InputError: a path that does not exist, a directory without files, a glob that matches nothing, no path at all.
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    if not given:
        raise InputError("no files are named", mend="give files, folders or patterns such as 'articles/*.txt'")
    found: dict[Path, None] = {}
    for path in given:
        for file in _files(str(path)):
            found.setdefault(file.absolute())
    return list(found)


def _files(path: str) -> list[Path]:
    here = Path(path).expanduser()
    if here.is_dir():
        return _below(here)
    if here.is_file():
        return [here]
    if here.exists():
        raise InputError("is not a regular file", at=path)
    if glob.has_magic(path):
        return _matching(path)
    raise InputError("does not exist", at=path, mend="check the spelling, or give the folder it lies in")


def _below(folder: Path) -> list[Path]:
    files = [p for p in folder.rglob("*") if p.is_file() and not _hidden(p.relative_to(folder))]
    if not files:
        raise InputError("has no files in it", at=folder, mend="give a folder that holds articles")
    return sorted(files, key=lambda p: p.parts)


def _matching(pattern: str) -> list[Path]:
    files: list[Path] = []
    for match in sorted(glob.glob(str(Path(pattern).expanduser()), recursive=True)):  # noqa: PTH207 — Path.glob takes no absolute pattern
        here = Path(match)
        files += [here] if here.is_file() else _below(here) if here.is_dir() and any(here.iterdir()) else []
    if not files:
        raise InputError("matches no file", at=pattern, mend="check the pattern, or quote it so that the shell leaves it alone")
    return files


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
