"""Bytes → characters: what the file declares, else UTF-8, else what the bytes look like."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from detente.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,80}encoding\s*=\s*["']([\w.:-]+)|<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]+)""", re.I
)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"SQLite format 3",
    b"Rar!",
    b"\xd0\xcf\x11\xe0",
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def decode(raw: bytes, *, at: Path | str, declared: bool = False) -> str:
    """The text of a file. A UTF-8 file gives exactly `raw.decode("utf-8")`, its byte order mark and line ends included.

    Args:
        raw: the bytes.
        at: what to name where they are no text.
        declared: also believe a declaration inside the bytes (`<?xml encoding=…?>`, `<meta charset=…>`).

    Raises:
        UnreadableError: `binary` where the bytes are no text.
    """
    if raw.startswith(_MAGIC):
        raise UnreadableError("is not text, whatever its name says", reason="binary", at=at, mend="give it its own suffix")
    text = _decoded(raw, declared)
    if text is None or len(_CONTROL.findall(text[:100_000])) > 0.01 * len(text[:100_000]):
        raise UnreadableError("is not text in any known encoding", reason="binary", at=at, mend="save it as UTF-8")
    return text


def _decoded(raw: bytes, declared: bool) -> str | None:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _try(raw, name)
    if declared and (text := _as_declared(raw)) is not None:
        return text
    text = _try(raw, "utf-8")
    if text is not None or b"\0" in raw[:4096]:
        return text
    return _guessed(raw)


def _as_declared(raw: bytes) -> str | None:
    found = _DECLARED.search(raw[:4096])
    if not found:
        return None
    name = (found[1] or found[2]).decode("ascii", "replace")
    # Pages that declare Latin-1 are written in its Windows superset: so browsers read them, and so do we.
    return _try(raw, "cp1252" if name.lower() in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else name)


def _guessed(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:200_000], threshold=0.3).best()
    return _try(raw, best.encoding) if best is not None else _try(raw, "cp1252")


def _try(raw: bytes, name: str) -> str | None:
    try:
        return raw.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None
