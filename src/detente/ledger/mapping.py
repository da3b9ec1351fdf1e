"""Frozen records ↔ columns, made from the records' own type hints.

str int float bool Literal   one column of that type (bool as 0/1)
Span                         `…start`, `…end`            (`span` without a prefix, `place_span` as `place_…`)
Moment                       `…earliest`, `…latest` as ISO days, `…basis`, `…basis_note`
Evidence                     `document`, `start`, `end`, `text`
tuple[…]                     one column of JSON
T | None                     NULL where it is None
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache, cached_property
from math import isfinite
from typing import Any, Generic, Literal, Protocol, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from detente.ledger.hashing import Cell, canonical
from detente.records import Evidence, Moment, Span

T = TypeVar("T")


class Cells(Protocol):
    """A row by the names of its columns: `sqlite3.Row` or a mapping."""

    def __getitem__(self, name: str, /) -> Any: ...


_SQL = {str: "TEXT", int: "INTEGER", bool: "INTEGER", float: "REAL"}


@dataclass(frozen=True, slots=True)
class Codec:
    """How one field is kept: its columns with their SQL types, and the two ways between value and cells."""

    columns: tuple[tuple[str, str], ...]
    pack: Callable[[Any], tuple[Cell, ...]]
    unpack: Callable[[Sequence[Any]], Any]


class Columns(Generic[T]):
    """The columns of a record type.

    Args:
        record: a frozen dataclass.
        omit: fields that have no column of their own, with the value they get when a row is read back.
        rename: columns that are called otherwise than their field.
    """

    def __init__(self, record: type[T], *, omit: Mapping[str, Any] | None = None, rename: Mapping[str, str] | None = None):
        self.record, self.omit, self.rename = record, dict(omit or {}), dict(rename or {})

    @cached_property
    def codecs(self) -> dict[str, Codec]:
        """Field → codec, in the order of the fields."""
        hints = _hints(self.record)
        names = [f.name for f in fields(self.record) if f.name not in self.omit]  # pyright: ignore[reportArgumentType]
        return {n: _codec(self.rename.get(n, n), hints[n]) for n in names}

    @cached_property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """Column names and SQL types, in order."""
        return tuple(column for codec in self.codecs.values() for column in codec.columns)

    def pack(self, value: T) -> dict[str, Cell]:
        """The cells of a record."""
        cells: dict[str, Cell] = {}
        for name, codec in self.codecs.items():
            cells.update(zip((c for c, _ in codec.columns), codec.pack(getattr(value, name)), strict=True))
        return cells

    def unpack(self, cells: Cells, **given: Any) -> T:
        """The record that the cells were made from; `given` fills the fields that have no column."""
        values = {n: codec.unpack([cells[c] for c, _ in codec.columns]) for n, codec in self.codecs.items()}
        return self.record(**values, **{**self.omit, **given})


def _codec(name: str, hint: Any) -> Codec:
    hint, optional = _split_optional(hint)
    if hint is Span:
        prefix = _prefix(name.removesuffix("_span"), bare=("span",))
        return Codec(
            ((f"{prefix}start", "INTEGER"), (f"{prefix}end", "INTEGER")),
            lambda s: (None, None) if s is None else (s.start, s.end),
            lambda c: None if optional and None in c else Span(c[0], c[1]),
        )
    if hint is Moment:
        prefix = _prefix(name, bare=("moment", "date"))
        columns = tuple((f"{prefix}{c}", "TEXT") for c in ("earliest", "latest", "basis", "basis_note"))
        return Codec(columns, _pack_moment, lambda c: Moment(_day(c[0]), _day(c[1]), c[2], c[3]))
    if hint is Evidence:
        columns = (("document", "TEXT"), ("start", "INTEGER"), ("end", "INTEGER"), ("text", "TEXT"))
        return Codec(
            columns, lambda e: (e.document, e.span.start, e.span.end, e.text), lambda c: Evidence(c[0], Span(c[1], c[2]), c[3])
        )
    if get_origin(hint) is tuple:
        return Codec(
            ((name, "TEXT"),),
            lambda v: (None if v is None else canonical(_plain(v)),),
            lambda c: None if c[0] is None else _typed(hint, json.loads(c[0])),
        )
    return _scalar(name, hint)


def _scalar(name: str, hint: Any) -> Codec:
    kind = str if get_origin(hint) is Literal else hint
    column = ((name, _SQL[kind]),)
    if kind is float:
        return Codec(column, lambda v: (None if v is None else _finite(name, v),), lambda c: c[0])
    if kind is bool:
        return Codec(column, lambda v: (None if v is None else int(v),), lambda c: None if c[0] is None else bool(c[0]))
    return Codec(column, lambda v: (v,), lambda c: c[0])


def _split_optional(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) in (Union, types.UnionType):
        rest = [a for a in get_args(hint) if a is not type(None)]
        return rest[0], len(rest) < len(get_args(hint))
    return hint, False


def _prefix(name: str, bare: tuple[str, ...]) -> str:
    return "" if name in bare else f"{name}_"


def _finite(name: str, value: float) -> float:
    if not isfinite(value):
        raise ValueError(f"{name} = {value} is not a number that can be kept")
    return float(value) + 0.0  # SQLite has no negative zero: -0.0 would come back with another hash


def _day(cell: str | None) -> date | None:
    return None if cell is None else date.fromisoformat(cell)


def _pack_moment(m: Moment) -> tuple[Cell, ...]:
    return (m.earliest and m.earliest.isoformat(), m.latest and m.latest.isoformat(), m.basis, m.note)


def _plain(value: Any) -> Any:
    """A value as JSON has it: spans as pairs, records as objects, days as ISO text."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(v) for v in cast("tuple[Any, ...]", value)] if isinstance(value, tuple) else value


def _typed(hint: Any, data: Any) -> Any:
    """The value that `_plain` made the data from."""
    hint, _ = _split_optional(hint)
    if data is None:
        return None
    if hint is Span:
        start, end = data
        return Span(start, end)
    if hint is date:
        return date.fromisoformat(data)
    if get_origin(hint) is tuple:
        return tuple(_typed(get_args(hint)[0], item) for item in data)
    if is_dataclass(hint):
        hints = _hints(hint)
        return cast("Any", hint)(**{k: _typed(hints[k], v) for k, v in data.items()})
    return data


@cache
def _hints(record: Any) -> dict[str, Any]:
    return get_type_hints(record)
