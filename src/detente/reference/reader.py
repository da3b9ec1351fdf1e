"""Reads the csv tables that ship inside the package.

Cells that hold several values part them with `;`. A value may carry the days between which it holds, either end left out,
`Bonn@1949-05-23/1999-12-31`, a canonical form, `Kiev=Kyiv`, and a leading `?` where it often means something else, `?Congress`.
A day may be given as a year or a month where no more is sure: it then stands for the outermost day it may be, so that an
interval never leaves out a day that belongs to it.
"""

from __future__ import annotations

import calendar
import csv
from collections.abc import Iterator
from datetime import date
from importlib import resources
from typing import NamedTuple


class Value(NamedTuple):
    """One value of a cell, its canonical form (itself where none is given) and the days between which it holds.

    `sure` is False where the form often means something else.
    """

    form: str
    canonical: str
    earliest: date | None = None
    latest: date | None = None
    sure: bool = True


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of `tables/<table>.csv` as dictionaries of strings, in the order of the file."""
    text = resources.files("detente.reference.tables").joinpath(f"{table}.csv").read_text(encoding="utf-8")
    cells = csv.reader(text.splitlines())
    head = next(cells)
    for row in cells:
        if len(row) != len(head):
            raise ValueError(f"{table}.csv: {len(row)} cells in place of {len(head)}: {row}")
        yield dict(zip(head, row, strict=False))


def first_day(cell: str) -> date | None:
    """The first day that `1999`, `1999-05` or `1999-05-07` may mean; None for an empty cell."""
    if len(cell) == 10:
        return date.fromisoformat(cell)
    if not cell:
        return None
    year, _, month = cell.partition("-")
    return date(int(year), int(month or 1), 1)


def last_day(cell: str) -> date | None:
    """The last day that `1999`, `1999-05` or `1999-05-07` may mean; None for an empty cell."""
    if len(cell) == 10:
        return date.fromisoformat(cell)
    if not cell:
        return None
    year, month = (int(part) for part in (cell if "-" in cell else f"{cell}-12").split("-"))
    return date(year, month, calendar.monthrange(year, month)[1])


def split(cell: str) -> tuple[str, ...]:
    """The plain values of a cell."""
    return tuple(cell.split(";")) if cell else ()


def values(cell: str) -> Iterator[Value]:
    """The values of a cell with their canonical forms and days."""
    plain = "@" not in cell and "=" not in cell and "?" not in cell
    for part in split(cell):
        if plain:
            yield Value(part, part)
            continue
        sure = part[0] != "?"
        head, _, days = part.removeprefix("?").partition("@")
        form, _, canonical = head.partition("=")
        begin, _, end = days.partition("/")
        yield Value(form, canonical or form, first_day(begin), last_day(end), sure)
