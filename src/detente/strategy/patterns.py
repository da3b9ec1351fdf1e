"""Patterns of events: what a thesis expects or excludes, and what an indicator waits for.

A pattern names event types, a dyad, a period and modalities; what it does not name may be anything. An event whose days lie wholly
in the period matches; one whose days lie partly in it, or are not known, cannot be told where the pattern has a period.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from detente.errors import InputError, UnknownNameError
from detente.measures.dyads import Proxies, acts_for
from detente.records import Event, Modality
from detente.reference import plover

Match = Literal["yes", "no", "cannot tell"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of act.

    Args:
        types: PLOVER event types; any where empty. modalities: likewise; actual acts by default.
        dyad: two actors, a state standing for its organs too; either way unless `directed`, first to second.
        since, until: days, both inclusive, open where None.
    """

    types: tuple[str, ...] = ()
    dyad: tuple[str, str] | None = None
    directed: bool = False
    since: date | None = None
    until: date | None = None
    modalities: tuple[Modality, ...] = ("actual",)
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuses unknown types and modalities, a period that ends before it starts, and a pattern that matches everything.

        Raises:
            UnknownNameError: with the nearest names.
            InputError: for a period or a pattern that will not do.
        """
        for name in self.types:
            if name not in plover.types():
                raise UnknownNameError(name, kind="event type", known=plover.types())
        for modality in self.modalities:
            if modality not in get_args(Modality):
                raise UnknownNameError(modality, kind="modality", known=get_args(Modality))
        if self.since and self.until and self.since > self.until:
            raise InputError(f"a pattern ends on {self.until}, before it begins on {self.since}", mend="turn the days round")
        if not (self.types or self.dyad or self.since or self.until):
            raise InputError("a pattern names nothing", mend="give event types, a dyad or a period")

    def __str__(self) -> str:
        link = " → " if self.directed else " – "
        parts = ["/".join(self.types) or "any act", link.join(self.dyad) if self.dyad else ""]
        parts += [f"since {self.since}" if self.since else "", f"until {self.until}" if self.until else ""]
        parts += [] if self.modalities == ("actual",) else ["/".join(self.modalities) or "told in any way"]
        return " ".join(part for part in parts if part)

    def match(self, event: Event, proxies: Proxies | None = None) -> Match:
        """Whether an event is one of these."""
        if self.types and event.plover not in self.types:
            return "no"
        if self.modalities and event.modality not in self.modalities:
            return "no"
        if self.dyad and not _between(event, *self.dyad, directed=self.directed, proxies=proxies):
            return "no"
        return self._when(event)

    def _when(self, event: Event) -> Match:
        first, last = event.moment.earliest, event.moment.latest
        if (self.since and last and last < self.since) or (self.until and first and first > self.until):
            return "no"
        inside = (not self.since or (first is not None and first >= self.since)) and (
            not self.until or (last is not None and last <= self.until)
        )
        return "yes" if inside else "cannot tell"


def _between(event: Event, a: str, b: str, *, directed: bool, proxies: Proxies | None) -> bool:
    there = _has(event.source, a, proxies) and _has(event.target, b, proxies)
    return there or (not directed and _has(event.source, b, proxies) and _has(event.target, a, proxies))


def _has(actors: Iterable[str], wanted: str, proxies: Proxies | None) -> bool:
    """Whether one of the actors is the wanted one, belongs to it (`RUS.GOV` has `RUS.GOV.X`), or acts for it."""
    inside = "." in wanted
    return any(
        one == wanted or (inside and one.startswith(f"{wanted}.")) or acts_for(one, wanted, proxies) > 0 for one in actors
    )
