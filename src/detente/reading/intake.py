"""Files → documents and refusals, one at a time, in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from time import monotonic

from detente import config
from detente.config import Settings
from detente.errors import UnreadableError
from detente.reading import unpacking
from detente.reading.assembly import assemble
from detente.reading.doors.opened import Opened
from detente.reading.draft import Draft
from detente.reading.sources import expand
from detente.records import Document, Refusal

Skip = Callable[[str, str], bool]
Door = Callable[[Opened], Iterator[Draft | Refusal]]

# suffix → module and function; a door's own libraries are loaded when it is first used
DOORS = {
    ".txt": ("text", "plain"),
    ".text": ("text", "plain"),
    ".md": ("text", "markdown"),
    ".html": ("html", "page"),
    ".htm": ("html", "page"),
    ".pdf": ("pdf", "pages"),
    ".xml": ("feed", "items"),
    ".rss": ("feed", "items"),
    ".atom": ("feed", "items"),
    ".jsonl": ("jsonl", "rows"),
}


def read(
    paths: str | Path | Iterable[str | Path], settings: Settings | None = None, *, skip: Skip | None = None
) -> Iterator[Document | Refusal]:
    """Read articles.

    Args:
        paths: files, folders (read with all below them) and patterns.
        settings: limits; without them, those of `config.load()`.
        skip: called with a file's name and the sha256 of its bytes; where it says True the file is passed over.

    Returns:
        one Document or Refusal for each article, in the order of the paths. One bad file or item does not stop the others.

    Raises:
        InputError: at once, for a path that names nothing.
    """
    return _each(expand(paths), settings or config.load(), skip)


def _each(files: list[Path], settings: Settings, skip: Skip | None) -> Iterator[Document | Refusal]:
    for path in files:
        yield from _file(path, settings, skip)


def _file(path: Path, settings: Settings, skip: Skip | None) -> Iterator[Document | Refusal]:
    digest = None
    try:
        door, packed = _door(path)
        raw = unpacking.load(path, settings)
        digest = sha256(raw).hexdigest()
        if skip is not None and skip(path.name, digest):
            return
        if packed:
            raw = unpacking.unpack(raw, packed, settings.max_unpacked, at=path)
        opened = Opened(path, raw, settings, monotonic() + settings.max_seconds)
        for draft in _drafts(door, opened):
            yield draft if isinstance(draft, Refusal) else _document(draft, path, digest, settings)
    except UnreadableError as error:
        yield Refusal(str(path), error.reason, str(error), digest)


def _document(draft: Draft, path: Path, digest: str, settings: Settings) -> Document | Refusal:
    try:
        return assemble(draft, path, digest, settings)
    except UnreadableError as error:
        return Refusal(error.at or str(path), error.reason, str(error), digest)


def _drafts(door: Door, opened: Opened) -> Iterator[Draft | Refusal]:
    """What comes through a door; whatever a foreign parser raises on bad bytes is said as one refusal."""
    try:
        yield from door(opened)
    except UnreadableError:
        raise
    except (Exception, RecursionError) as error:
        what = f"cannot be read as {opened.path.suffix.lstrip('.')}: {type(error).__name__}: {error}"
        raise UnreadableError(" ".join(what.split())[:300], reason="unreadable", at=opened.path) from error


def _door(path: Path) -> tuple[Door, str]:
    """The door for a file's suffix, and the suffix of its packing, if any."""
    suffixes = [s.lower() for s in path.suffixes]
    packed = suffixes.pop() if suffixes and suffixes[-1] in unpacking.PACKED else ""
    kind = suffixes[-1] if suffixes else ""
    if kind not in DOORS:
        what = f"{kind or 'a file without suffix'} is not a kind of file that is read"
        raise UnreadableError(what, reason="unknown_kind", at=path, mend=f"known are {' '.join(DOORS)}")
    module, function = DOORS[kind]
    return getattr(import_module(f"detente.reading.doors.{module}"), function), packed
