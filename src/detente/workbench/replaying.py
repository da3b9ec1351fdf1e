"""A day in the past: what had happened by then, what had not, what cannot be placed, and how the case stood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from detente.errors import InputError
from detente.measures import series
from detente.measures.dyads import Proxies
from detente.measures.series import DocumentsOf, Month
from detente.records import Event
from detente.strategy.case import CasePosition
from detente.strategy.replay import AsOf, as_of, told, within
from detente.workbench.casefile import CaseOver
from detente.workbench.solving import Solution, solve


@dataclass(frozen=True, slots=True)
class Replayed:
    """A day, and what was there.

    Args:
        events: taken, later, and left out because no last day is known. years: displayed and substance up to the day, where two
            parties were named.
        positions, then, now: of the case, and its solutions on the day and with everything; None without a case.
        notes: sentences on what was left out.
    """

    day: date
    events: AsOf[Event]
    years: tuple[Month, ...] = ()
    positions: AsOf[CasePosition] | None = None
    then: Solution | None = None
    now: Solution | None = None
    notes: tuple[str, ...] = ()

    def summary(self) -> dict[str, Any]:
        """As plain values, for JSON; what is not known is null."""
        return {
            "as_of": self.day.isoformat(),
            "events": {name: [one.id for one in getattr(self.events, name)] for name in ("taken", "later", "undated")},
            "years": [{"year": m.period, "displayed": m.displayed, "substance": m.substance, "gap": m.gap} for m in self.years],
            "positions": self.positions
            and {
                name: [{"actor": p.actor, "issue": p.issue} for p in getattr(self.positions, name)]
                for name in ("taken", "later", "undated")
            },
            "then": self.then and self.then.summary(),
            "now": self.now and self.now.summary(),
            "notes": list(self.notes),
        }


def events_on(
    day: date,
    events: tuple[Event, ...],
    pair: tuple[str, str] | None = None,
    documents_of: DocumentsOf | None = None,
    proxies: Proxies | None = None,
) -> Replayed:
    """The events on a day, and where two parties are named displayed and substance up to it.

    Raises:
        InputError: the day is before anything dated.
    """
    within(day, events)
    found = as_of(events, day)
    years = series.yearly(found.taken, *pair, documents_of=documents_of, proxies=proxies) if pair else ()
    left = told(found.undated, "event")
    return Replayed(day, found, years, notes=(left,) if left else ())


def case_on(over: CaseOver, day: date, base: Replayed, *, draws: int | None = None) -> Replayed:
    """The same with how a case stood.

    Raises:
        InputError: fewer than two actors had a position on that day.
    """
    past = over.on(day)
    then = solve(over, past.situation, draws=draws, notes=past.notes)
    now = solve(over, draws=draws)
    return Replayed(day, base.events, base.years, past.positions, then, now, past.notes)


def day_of(given: date | str) -> date:
    """A day from its ISO text. Raises InputError."""
    if isinstance(given, date):
        return given
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise InputError(f"{given!r} is not a day", mend="write it as 2016-08-09") from None
