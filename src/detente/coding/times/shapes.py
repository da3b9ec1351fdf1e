"""What a time expression means before it is set against a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from detente.coding.times.calendar import Days
from detente.records import TimeKind


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days that the words alone give."""

    days: Days


@dataclass(frozen=True, slots=True)
class Yearless:
    """Days that recur each year: `late July`. `within` gives those of one year, or raises ValueError (29 February).

    `way` is -1 for `last July`, 1 for `next July`, 0 for `this July`, None where the words say nothing of it. `weekday` (Monday 0)
    stands beside a day (`Sunday, 12 January`) and tells the year, if one of the years near has it so.
    """

    within: Callable[[int], Days]
    way: Literal[-1, 0, 1] | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday 0). `way` as for `Yearless`."""

    number: int
    way: Literal[-1, 0, 1] | None = None


@dataclass(frozen=True, slots=True)
class Deictic:
    """Days reckoned from the day of writing: `last year`, `two weeks ago`."""

    place: Callable[[date], Days]


@dataclass(frozen=True, slots=True)
class Anaphoric:
    """Days reckoned from the date told last: `the following year`. `back` undoes it: `a day after` goes a day earlier."""

    place: Callable[[date], Days]
    back: Callable[[date], Days] | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """No days at all."""


Shape = Fixed | Yearless | Weekday | Deictic | Anaphoric | Vague


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of the clean text, what kind of time it names and how."""

    start: int
    end: int
    kind: TimeKind
    shape: Shape
    flags: tuple[str, ...] = ()
