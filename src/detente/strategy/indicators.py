"""Indicators: what would change our mind, watched against what comes in.

An indicator is a pattern of events with the thesis that it would speak for. On a day it has been seen, with the events that show it,
or not seen since a day: since when it is watched. Not seen is no evidence of absence: articles may be silent.

References:
    R. J. Heuer, R. H. Pherson, Structured Analytic Techniques for Intelligence Analysis, CQ Press (2011), ch. 6.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from detente.errors import InputError
from detente.measures.dyads import Proxies
from detente.records import Event
from detente.strategy.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Indicator:
    """What to watch for. `thesis` is the id of the one that it would speak for."""

    id: str
    pattern: Pattern
    thesis: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """An indicator on a day.

    Args:
        events: that show it, the earliest first. possible: events that may show it, but whose days do not tell.
        first: the last day by which it had first been seen; None where no event that shows it has one.
        since: since when it is watched, None: from the first article on. until: the day of the look.
    """

    indicator: Indicator
    events: tuple[Event, ...]
    possible: tuple[Event, ...]
    first: date | None
    since: date | None
    until: date | None

    @property
    def seen(self) -> bool:
        """Whether an event shows it."""
        return bool(self.events)

    def __str__(self) -> str:
        name = self.indicator.text or str(self.indicator.pattern)
        if self.seen:
            times = "once" if len(self.events) == 1 else f"{len(self.events)} times"
            return f"{name}: seen {times}, {f'first by {self.first}' if self.first else 'on an unknown day'}"
        start = f"since {self.since}" if self.since else "so far"
        doubt = f"; {len(self.possible)} may be it, but their days are not known well enough" if self.possible else ""
        return f"{name}: not seen {start}{doubt}"


def watch(
    indicators: Sequence[Indicator],
    events: Iterable[Event],
    *,
    since: date | None = None,
    until: date | None = None,
    proxies: Proxies | None = None,
) -> tuple[Sighting, ...]:
    """What became of each indicator, in the order given.

    Args:
        indicators: with different ids.
        events: of a ledger.
        since: watched from this day on; earlier events do not count, those that may be earlier are only possible.
        until: the day of the look; what may be later is only possible.
        proxies: actors that act for a state.

    Raises:
        InputError: for two indicators with one id, or days the wrong way round.
    """
    ids = [one.id for one in indicators]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise InputError("is there twice", at=f"indicator {twice[0]}", mend="give each indicator an id of its own")
    if since and until and since > until:
        raise InputError(f"the watch ends on {until}, before it begins on {since}", mend="turn the two days round")
    held = list(events)
    return tuple(_sighted(one, held, since, until, proxies) for one in indicators)


def _sighted(
    indicator: Indicator, events: Sequence[Event], since: date | None, until: date | None, proxies: Proxies | None
) -> Sighting:
    seen, possible = list[Event](), list[Event]()
    for event in events:
        matched = indicator.pattern.match(event, proxies)
        inside = _inside(event, since, until)
        if matched == "no" or inside is False:
            continue
        (seen if matched == "yes" and inside else possible).append(event)
    seen.sort(key=lambda event: (event.moment.latest or date.max, event.id))
    days = [event.moment.latest for event in seen if event.moment.latest]
    return Sighting(indicator, tuple(seen), tuple(possible), min(days, default=None), since, until)


def _inside(event: Event, since: date | None, until: date | None) -> bool | None:
    """Whether the event lies in the time of the watch; None where its days do not tell."""
    first, last = event.moment.earliest, event.moment.latest
    if (since and last and last < since) or (until and first and first > until):
        return False
    sure = (not since or (first is not None and first >= since)) and (not until or (last is not None and last <= until))
    return True if sure else None
