"""Lines of `key: value` that collections put before an article: Markdown front matter, or a few lines such as `Date: …`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from detente.records import Span

_NAMES = {
    "title": ("title", "headline"),
    "date": ("date", "published", "pubdate", "publication date"),
    "author": ("author", "authors", "byline", "by"),
    "outlet": ("source", "outlet", "publisher", "publication", "newspaper", "site"),
    "url": ("url", "link"),
    "language": ("lang", "language"),
    "other": ("id", "section", "category", "tags", "keywords"),
}
_KEYS = {name: key for key, names in _NAMES.items() for name in names}
_LINE = re.compile(r"(?P<key>[A-Za-z][A-Za-z _-]{1,20})\s*:\s*(?P<value>\S[^\r\n]*|)$")
_ROW = re.compile(r"[^\r\n]*(?:\r\n?|\n|$)")
_FENCE = "---"
_LONGEST = 40  # lines


@dataclass(frozen=True, slots=True)
class Header:
    """What the lines say, by our own keys, each value with its place; `lines` are where the header's lines start."""

    values: Mapping[str, tuple[str, Span]]
    lines: tuple[int, ...]

    def get(self, key: str) -> str | None:
        """The value of a key, without quotes around it."""
        found = self.values.get(key)
        return found[0].strip("\"' ") or None if found else None


_NONE = Header({}, ())


def find(text: str, *, markdown: bool) -> Header:
    """The header of a text; an empty one where the article begins at once.

    In Markdown it stands between two lines of `---`. In plain text it is at least two known keys, one below the other.
    """
    rows = [(m.start(), m[0].strip("\ufeff \t\r\n")) for m, _ in zip(_ROW.finditer(text), range(_LONGEST), strict=False)]
    while rows and not rows[0][1]:
        rows.pop(0)
    if markdown and rows and rows[0][1] == _FENCE:
        close = next((n for n, row in enumerate(rows[1:], start=1) if row[1] == _FENCE), None)
        return _NONE if close is None else _read(text, rows[: close + 1], known=False)
    count = 0
    while count < len(rows) and (m := _LINE.match(rows[count][1])) and m["key"].lower() in _KEYS:
        count += 1
    return _read(text, rows[:count], known=True) if count >= 2 else _NONE


def _read(text: str, rows: list[tuple[int, str]], *, known: bool) -> Header:
    values: dict[str, tuple[str, Span]] = {}
    for start, row in rows:
        m = _LINE.match(row)
        key = _KEYS.get(m["key"].lower().strip()) if m else None
        if m and key and m["value"]:
            place = text.index(m["value"], start)
            values.setdefault(key, (m["value"], Span(place, place + len(m["value"]))))
    starts = tuple(text.index(row, start) for start, row in rows if row)
    return Header(values, starts) if values or not known else _NONE
