"""Replay: what was there on a day, and what could not be placed in time.

A row is taken where the last day it may lie on is not after the day. One whose last day is not known is left out, and listed: it may
be from later. A day before anything is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from detente.errors import InputError
from detente.records import Moment


class Dated(Protocol):
    """Whatever has a moment: events, positions, steps of agreements."""

    @property
    def moment(self) -> Moment:
        """When it was."""
        ...


R = TypeVar("R", bound=Dated)


@dataclass(frozen=True, slots=True)
class AsOf(Generic[R]):
    """Rows on a day, each list in the order given.

    Args:
        taken: their last possible day is not after the day. later: it is.
        undated: it is not known, so that they are left out.
    """

    day: date
    taken: tuple[R, ...]
    later: tuple[R, ...]
    undated: tuple[R, ...]


def as_of(rows: Iterable[R], day: date) -> AsOf[R]:
    """Rows as they stood on a day.

    >>> from detente.records import Position
    >>> held = [Position("A", "K", moment=Moment(latest=date(2016, 8, 9))), Position("B", "K", moment=Moment(date(2011, 1, 1)))]
    >>> found = as_of(held, date(2017, 1, 1))
    >>> len(found.taken), len(found.undated)
    (1, 1)
    """
    taken, later, undated = list[R](), list[R](), list[R]()
    for row in rows:
        last = row.moment.latest
        (undated if last is None else taken if last <= day else later).append(row)
    return AsOf(day, tuple(taken), tuple(later), tuple(undated))


def within(day: date, rows: Iterable[Dated]) -> None:
    """Refuses a day on which nothing had happened yet.

    Raises:
        InputError: naming the first day on which something is known to have happened.
    """
    days = [row.moment.latest for row in rows if row.moment.latest is not None]
    if not days:
        raise InputError(f"nothing can be replayed to {day}: no row has a known date", mend="date the events or the positions")
    if day < min(days):
        what = f"{day} is before anything that is dated"
        raise InputError(what, mend=f"give {min(days)} or a later day")


def told(left: Iterable[Dated], what: str) -> str | None:
    """A sentence on what was left out for want of a date; None where nothing was."""
    n = sum(1 for _ in left)
    return f"{n} {what}{'' if n == 1 else 's'} left out: no last day is known" if n else None
