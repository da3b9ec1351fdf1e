"""Typed access to the tables of a TOML file, which notes what is wrong with the line and the mend, and goes on."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, cast

from detente.strategy.case.lines import Path, line_of


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong with a case file, or (`warning`) what it will not do.

    Args:
        line: the first is 1; 0 where the case was not read from a file. where: the part, such as `position of RUS on K`.
    """

    line: int
    where: str
    what: str
    mend: str
    level: Literal["error", "warning"] = "error"
    file: str = "case.toml"

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {f'{self.where}: ' if self.where else ''}{self.what}; {self.mend}"


LARGEST = 1e12
"""The largest number of any kind: beyond it, sums of products could overflow."""


class Table:
    """One table of the file. What is asked of it is taken note of, so that `close` can tell what nobody asked for."""

    def __init__(
        self, values: Mapping[str, Any], path: Path, lines: Mapping[Path, int], findings: list[Finding], file: str
    ) -> None:
        self.values, self.path, self.lines, self.findings, self.file = values, path, lines, findings, file
        self.asked = set[str]()
        self.name = ""

    @property
    def line(self) -> int:
        """Where the table begins."""
        return line_of(self.path, self.lines)

    def fault(self, key: str | None, what: str, mend: str) -> None:
        """Note what is wrong with a key, or with the whole table."""
        line = line_of((*self.path, key), self.lines) if key else self.line
        self.findings.append(Finding(line, self.name, what, mend, file=self.file))

    def close(self) -> None:
        """Note the keys that nobody asked for."""
        for key in self.values:
            if key not in self.asked:
                near = difflib.get_close_matches(key, self.asked, 1)
                mend = f"did you mean {near[0]!r}?" if near else f"it may have {', '.join(sorted(self.asked))}"
                self.fault(key, f"has the key {key!r}, which means nothing here", mend)

    def value(self, key: str) -> Any:
        """Whatever the key holds, None where it is not there."""
        self.asked.add(key)
        return self.values.get(key)

    def text(self, key: str) -> str | None:
        """Words."""
        value = self.value(key)
        if value is None or (isinstance(value, str) and value.strip()):
            return value
        self.fault(key, f"{key} is {_shown(value)}", f'write {key} = "…" with words in it, or leave the key out')
        return None

    def needed(self, key: str) -> str:
        """Words that have to be there."""
        if key not in self.values:
            self.asked.add(key)
            self.fault(None, f"has no {key}", f'write {key} = "…"')
        return self.text(key) or ""

    def number(self, key: str, low: float, high: float = LARGEST) -> float | None:
        """A number inside closed bounds."""
        value = self.value(key)
        if value is None:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high and math.isfinite(value):
            return float(value)
        if isinstance(value, int | float) and value > LARGEST == high:
            self.fault(key, f"{key} is {_shown(value)}", f"give a number of at most {LARGEST:g}: only the ratios count")
            return None
        bounds = f"from {low:g} to {high:g}" if high < LARGEST else f"of {low:g} or more"
        self.fault(key, f"{key} is {_shown(value)}", f"give a number {bounds}, or leave the key out where it is not known")
        return None

    def count(self, key: str, low: int) -> int | None:
        """A whole number."""
        value = self.value(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= low):
            return value
        self.fault(key, f"{key} is {_shown(value)}", f"give a whole number of {low} or more")
        return None

    def switch(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self.value(key)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self.fault(key, f"{key} is {_shown(value)}", "write true or false")
        return default

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words."""
        value = self.value(key)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in cast("list[Any]", value)):
            return tuple(cast("list[str]", value))
        self.fault(key, f"{key} is {_shown(value)}", f'write {key} = ["…", "…"]')
        return ()

    def day(self, key: str) -> date | None:
        """A day, as TOML writes it, with or without quotes."""
        value = self.value(key)
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        self.fault(key, f"{key} is {_shown(value)}", f"write a day: {key} = 2016-08-09")
        return None

    def choice(self, key: str, known: Iterable[str]) -> str | None:
        """One of some words."""
        value, known = self.text(key), list(known)
        if value is None or value in known:
            return value
        near = difflib.get_close_matches(value, known, 1)
        self.fault(key, f"{key} is {value!r}", f"did you mean {near[0]!r}?" if near else f"give one of {', '.join(known)}")
        return None

    def numbers(self, key: str) -> dict[str, float]:
        """A table of numbers of 0 or more."""
        value = self.value(key)
        if value is None:
            return {}
        if isinstance(value, dict) and all(_weight(v) for v in cast("dict[str, Any]", value).values()):
            return {k: float(v) for k, v in cast("dict[str, Any]", value).items()}
        self.fault(key, f"{key} is {_shown(value)}", f"write {key} = {{ RUS = 5, TUR = 2 }}, with numbers of 0 or more")
        return {}

    def tables(self, key: str) -> Iterator[Table]:
        """The tables of an array."""
        value = self.value(key)
        if value is None:
            return
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in cast("list[Any]", value)):
            mend = "write [{ … }, { … }]" if self.path else f"write one [[{key}]] to each"
            self.fault(key, f"{key} is {_shown(value)}", mend)
            return
        for n, inner in enumerate(cast("list[dict[str, Any]]", value)):
            table = Table(inner, (*self.path, key, n), self.lines, self.findings, self.file)
            table.name = f"{self.name}, {key} {n + 1}" if self.name else f"{key} {n + 1}"
            yield table

    def table(self, key: str) -> Table | None:
        """A table inside this one."""
        value = self.value(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.fault(key, f"{key} is {_shown(value)}", f"write [{key}] and its keys below it")
            return None
        table = Table(cast("dict[str, Any]", value), (*self.path, key), self.lines, self.findings, self.file)
        table.name = f"{self.name}, {key}" if self.name else key
        return table


def _weight(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= LARGEST


def _shown(value: Any) -> str:
    words = repr(value)
    return words if len(words) <= 60 else f"{words[:57]}…"
