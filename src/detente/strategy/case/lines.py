r"""On which line of a TOML text a value stands: `tomllib` does not say.

    places('[[issue]]\nid = "K"\n') → {(): 1, ("issue", 0): 1, ("issue", 0, "id"): 2}

A place is a path of keys and of indices into arrays of tables. Only what `tomllib` has already accepted is scanned.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*(.*?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"""^\s*((?:[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"((?:[^"\\]|\\.)*)"|'([^']*)'""")
_TOKEN = re.compile(r"""\"\"\"|'''|"(?:[^"\\n]|\\.)*"|'[^'\n]*'|[\[\]{}]|#[^\n]*|\\.""")


def places(text: str) -> dict[Path, int]:
    """Every header, key and inline table of a TOML text, with its line, the first being 1."""
    found: dict[Path, int] = {(): 1}
    counts = dict[Path, int]()
    table: Path = ()
    value = _Value()
    for number, line in enumerate(text.split("\n"), 1):
        if value.open:
            value.take(line, number, found)
            continue
        header, key = _HEADER.match(line), _KEY.match(line)
        if key:
            path = (*table, *_parts(key[1]))
            found[path] = number
            value = _Value(path)
            value.take(line[key.end() :], number, found)
        elif header:
            table = _entered(_parts(header[2]), header[1] == "[[", counts)
            found[table] = number
    return found


def line_of(path: Path, known: Mapping[Path, int]) -> int:
    """The line of a place, or of the nearest one around it."""
    while path not in known:
        path = path[:-1]
    return known[path]


class _Value:
    """A value that may go on over lines: how deep its brackets are, and which quotes are open."""

    def __init__(self, path: Path = ()) -> None:
        self.path, self.depth, self.n_tables = path, 0, 0
        self.quotes: str = ""

    @property
    def open(self) -> bool:
        """Whether the next line still belongs to it."""
        return self.depth > 0 or self.quotes != ""

    def take(self, line: str, number: int, found: dict[Path, int]) -> None:
        """Go through a line, noting the inline tables that begin at the first level of an array."""
        for match in _TOKEN.finditer(line):
            token = match[0]
            if self.quotes:
                self.quotes = "" if token == self.quotes else self.quotes
            elif token in ('"""', "'''"):
                self.quotes = token
            elif token in "[{":
                if token == "{" and self.depth == 1:
                    found[*self.path, self.n_tables] = number
                    self.n_tables += 1
                self.depth += 1
            elif token in "]}":
                self.depth -= 1
            elif token.startswith("#"):
                break


def _entered(parts: list[str], repeated: bool, counts: dict[Path, int]) -> Path:
    """The path of a header's table: arrays on the way stand for their last table."""
    path: Path = ()
    for part in parts[:-1]:
        path = (*path, part)
        if path in counts:
            path = (*path, counts[path] - 1)
    path = (*path, parts[-1])
    if repeated:
        counts[path] = counts.get(path, 0) + 1
        return (*path, counts[path] - 1)
    return path


def _parts(dotted: str) -> list[str]:
    return [m[1] if m[1] is not None else m[2] if m[2] is not None else m[0] for m in _PART.finditer(dotted)]
