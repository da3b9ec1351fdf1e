"""Displayed and substance warmth of a dyad through time.

Verbal acts make the displayed warmth D, material acts the substance S, both (a − c)/(a + c) with a and c the cooperative
and conflictual weight: every act is one unit (no Goldstein score) times its share of days and π of its actors. Only actual
events with both ends of their date known count. The gap is D − S. Null means that nothing is known, never zero.

- `yearly`: weights are shares of the calendar year; no decay; null where no act of that kind falls into the year.
- `monthly`: weights decay with age as 2^(−age/half-life), seen from the end of the month; null where no act of that kind is
  younger than two half-lives. The series starts with the first dated event.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.errors import InputError
from detente.measures import periods
from detente.measures.dyads import Act, Proxies, acts, dyads
from detente.measures.interval import drawn, interval, resampled
from detente.measures.periods import Period
from detente.records import Event

HALF_LIFE_DAYS = 180.0
DocumentsOf = Mapping[str, Sequence[str]]
Weigh = Callable[[Act], float]
_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Month:
    """Displayed and substance of one month, or of one calendar year, in [−1, 1], with 80 % intervals; None where not known.

    Args:
        period: "2016-08", of a year "2016".
        events: ids of the events that the numbers rest on, the heaviest first; weights: what each weighs.
        verbal, material: a + c of displayed and of substance.
        gap_low, gap_high: of the gap, from the same resampled documents for both, in [−2, 2].
    """

    period: str
    displayed: float | None = None
    displayed_low: float | None = None
    displayed_high: float | None = None
    substance: float | None = None
    substance_low: float | None = None
    substance_high: float | None = None
    events: tuple[str, ...] = ()
    weights: tuple[float, ...] = ()
    verbal: float = 0.0
    material: float = 0.0
    gap_low: float | None = None
    gap_high: float | None = None

    @property
    def n_events(self) -> int:
        """Number of events that the numbers rest on."""
        return len(self.events)

    @property
    def gap(self) -> float | None:
        """Displayed minus substance, in [−2, 2]; None where either is not known."""
        if self.displayed is None or self.substance is None:
            return None
        return round(self.displayed - self.substance, _DECIMALS)


@dataclass(frozen=True, slots=True)
class Face:
    """One of the two warmths of a period: its value, interval, weight, what each event weighs, and its draws."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    total: float = 0.0
    weights: tuple[tuple[str, float], ...] = ()
    draws: NDArray[np.float64] | None = field(default=None, compare=False, repr=False)


class Draws:
    """The acts of a dyad with the resampled documents; the same seed gives the same intervals, whatever the order of events."""

    def __init__(self, found: Sequence[Act], documents_of: DocumentsOf | None, seed: int) -> None:
        """Args: found: the acts, by id."""
        self.seed = seed
        self.faces: dict[bool, tuple[list[Act], NDArray[np.float64]]] = {}
        counts = resampled([act.event for act in found], documents_of, seed)
        for verbal in (True, False):
            chosen = [index for index, act in enumerate(found) if act.verbal is verbal]
            self.faces[verbal] = ([found[index] for index in chosen], counts[:, chosen])

    def face(self, verbal: bool, weigh: Weigh, key: int) -> Face:
        """Warmth of the verbal or the material acts under a weighting; `key` names the period to the random generator."""
        found, counts = self.faces[verbal]
        weights = np.array([act.weight * weigh(act) for act in found], dtype=np.float64)
        total = float(weights.sum())
        if total <= 0.0:
            return Face()
        good = np.array([act.sign > 0 for act in found], dtype=bool)
        point = float((weights[good].sum() - weights[~good].sum()) / total)
        draws = drawn(counts[:, good] @ weights[good], counts[:, ~good] @ weights[~good], (self.seed, key, int(verbal)))
        low, high = interval(draws, point)
        listed = ((act.event, float(w)) for act, w in zip(found, weights, strict=True) if w > 0)
        return Face(*(round(n, _DECIMALS) for n in (point, low, high, total)), weights=tuple(listed), draws=draws)


def monthly(
    events: Iterable[Event],
    a: str,
    b: str,
    *,
    half_life_days: float = HALF_LIFE_DAYS,
    since: date | None = None,
    until: date | None = None,
    seed: int = 0,
    documents_of: DocumentsOf | None = None,
    directed: bool = False,
    proxies: Proxies | None = None,
) -> tuple[Month, ...]:
    """The decayed series, one entry for each month from the first dated event to the last (or to `until`).

    Args:
        events: any events; those not between the two are passed over.
        a: a state, alpha-3.
        b: another.
        half_life_days: days after which an act weighs half, > 0.
        since: nothing on an earlier day counts.
        until: nothing on a later day counts.
        seed: of the intervals' random draws.
        documents_of: event id → documents that tell it, for the bootstrap; without it each event is a unit of its own.
        directed: only acts of `a` towards `b`; otherwise either way.
        proxies: actors that act for a state, with their weight.

    Raises:
        InputError: for a state and itself, a half-life that is not above zero, a window that ends before it starts.
    """
    if not half_life_days > 0:
        raise InputError(f"a half-life of {half_life_days} days is not above zero", mend="give a number of days such as 180")
    draws, extent = _prepare(events, a, b, since, until, seed, documents_of, directed, proxies)
    if extent is None:
        return ()

    def at(period: Period, verbal: bool) -> Face:
        end = period.last if until is None else min(period.last, until)
        ages = [periods.age(act, end, since) for act in draws.faces[verbal][0]]
        if not any(age is not None and age < 2 * half_life_days for age in ages):
            return Face()
        return draws.face(verbal, lambda act: periods.decayed(act, end, half_life_days, since), period.first.toordinal())

    return tuple(_month(period.name, at(period, True), at(period, False)) for period in periods.months(*extent))


def yearly(
    events: Iterable[Event],
    a: str,
    b: str,
    *,
    since: date | None = None,
    until: date | None = None,
    seed: int = 0,
    documents_of: DocumentsOf | None = None,
    directed: bool = False,
    proxies: Proxies | None = None,
) -> tuple[Month, ...]:
    """The series by calendar year, without decay, from the first dated event to the last. Arguments as in `monthly`."""
    draws, extent = _prepare(events, a, b, since, until, seed, documents_of, directed, proxies)
    if extent is None:
        return ()

    def at(period: Period, verbal: bool) -> Face:
        first = period.first if since is None else max(period.first, since)
        last = period.last if until is None else min(period.last, until)
        return draws.face(verbal, lambda act: periods.share(act, first, last), period.first.year)

    return tuple(_month(period.name, at(period, True), at(period, False)) for period in periods.years(*extent))


def _prepare(
    events: Iterable[Event],
    a: str,
    b: str,
    since: date | None,
    until: date | None,
    seed: int,
    documents_of: DocumentsOf | None,
    directed: bool,
    proxies: Proxies | None,
) -> tuple[Draws, tuple[date, date] | None]:
    if since and until and since > until:
        raise InputError(f"the window ends on {until}, before it starts on {since}", mend="swap the two days")
    found = acts(events, a, b, directed=directed, proxies=proxies)
    return Draws(found, documents_of, seed), periods.extent(found, since, until)


def _month(name: str, displayed: Face, substance: Face) -> Month:
    ranked = sorted((*displayed.weights, *substance.weights), key=lambda pair: (-pair[1], pair[0]))
    gap_low, gap_high = _gap(displayed, substance)
    return Month(
        name,
        *(displayed.value, displayed.low, displayed.high),
        *(substance.value, substance.low, substance.high),
        events=tuple(event for event, _ in ranked),
        weights=tuple(round(weight, _DECIMALS) for _, weight in ranked),
        verbal=displayed.total,
        material=substance.total,
        gap_low=gap_low,
        gap_high=gap_high,
    )


def _gap(displayed: Face, substance: Face) -> tuple[float, float] | tuple[None, None]:
    """The interval of D − S; its draws are those of both faces, which resample the same documents."""
    if displayed.value is None or substance.value is None or displayed.draws is None or substance.draws is None:
        return None, None
    low, high = interval(displayed.draws - substance.draws, displayed.value - substance.value)
    return round(low, _DECIMALS), round(high, _DECIMALS)


def rows(
    events: Iterable[Event],
    pairs: Iterable[tuple[str, str]] | None = None,
    *,
    half_life_days: float = HALF_LIFE_DAYS,
    since: date | None = None,
    until: date | None = None,
    seed: int = 0,
    documents_of: DocumentsOf | None = None,
) -> list[dict[str, Any]]:
    """The monthly series of both directions of every dyad of states, as rows of `series.jsonl`.

    Args:
        events: any events.
        pairs: the dyads; without them all that have a dated actual event.
        half_life_days: days after which an act weighs half, > 0.
        since: nothing on an earlier day counts.
        until: nothing on a later day counts.
        seed: of the intervals' random draws.
        documents_of: event id → documents that tell it.
    """
    held = tuple(events)
    found = sorted({(min(pair), max(pair)) for pair in (dyads(held) if pairs is None else pairs)})
    return [
        row
        for a, b in found
        for source, target in ((a, b), (b, a))
        for row in _exported(
            source,
            target,
            monthly(
                held,
                source,
                target,
                half_life_days=half_life_days,
                since=since,
                until=until,
                seed=seed,
                documents_of=documents_of,
                directed=True,
            ),
        )
    ]


def _exported(source: str, target: str, series: Sequence[Month]) -> Iterator[dict[str, Any]]:
    for month in series:
        yield {
            "source": source,
            "target": target,
            "period": month.period,
            "displayed": month.displayed,
            "displayed_low": month.displayed_low,
            "displayed_high": month.displayed_high,
            "substance": month.substance,
            "substance_low": month.substance_low,
            "substance_high": month.substance_high,
            "n_events": month.n_events or None,
        }
