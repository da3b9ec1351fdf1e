"""Which way a relation moves: better, worse, unchanged, or not known, and because of which events.

The half-year that ends with the last dated event (the last one known to a month, if there is any) is set beside the nearest
earlier half-year in which anything of the same kind is known. Words and deeds are judged apart. Deeds outrank words: where deeds can be
compared and have changed, the arrow is theirs; where they cannot be compared, or have not changed, it is that of the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from detente.measures import periods
from detente.measures.dyads import Act, Proxies, acts
from detente.measures.series import DocumentsOf, Draws, Face
from detente.records import Event

Direction = Literal["better", "worse", "unchanged", "not known"]

WINDOW_DAYS = 180
FURTHEST_BACK = 10
"""How many windows back an earlier one may lie and still be compared with."""
CLOSE_DAYS = 31
"""An act known only more roughly does not say where the last window ends."""
LEAST_WEIGHT = 0.5
"""Less than half an act in a window is nothing to compare: a shred of something known only to the decade."""
THRESHOLD = 0.2
"""A smaller difference on the scale from −1 to 1 counts as unchanged."""
THIN = 3
"""Where one of the windows rests on fewer acts than this, one act more could undo a small difference …"""
THIN_THRESHOLD = 1.0
"""… so that it takes the larger one, half the scale, to speak of a change."""


@dataclass(frozen=True, slots=True)
class Window:
    """A closed run of days, the warmth in it (undecayed, in [−1, 1]), and the events it rests on, the heaviest first."""

    first: date
    last: date
    value: float
    low: float
    high: float
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """The last known window of one kind of act and the one it is compared with; either None where nothing is known."""

    direction: Direction
    now: Window | None = None
    before: Window | None = None

    @property
    def difference(self) -> float | None:
        """Now minus before, in [−2, 2]."""
        return None if self.now is None or self.before is None else round(self.now.value - self.before.value, 6)

    @property
    def apart(self) -> bool:
        """Whether the two 80 % intervals do not meet."""
        if self.now is None or self.before is None:
            return False
        return self.now.low > self.before.high or self.now.high < self.before.low


@dataclass(frozen=True, slots=True)
class Trend:
    """The arrow of a relation.

    Args:
        reason: one line in words. rests_on: which kind of act decided. events: ids of the events of the two windows that did.
    """

    direction: Direction
    reason: str
    rests_on: Literal["deeds", "words", "nothing"]
    displayed: Change
    substance: Change
    events: tuple[str, ...] = ()


def trend(
    events: Iterable[Event],
    a: str,
    b: str,
    *,
    since: date | None = None,
    until: date | None = None,
    window_days: int = WINDOW_DAYS,
    threshold: float = THRESHOLD,
    seed: int = 0,
    documents_of: DocumentsOf | None = None,
    proxies: Proxies | None = None,
) -> Trend:
    """Compare the last window with the one before.

    Args:
        events: any events; those not between the two are passed over.
        a: a state, alpha-3.
        b: another.
        since: nothing on an earlier day counts.
        until: nothing on a later day counts.
        window_days: length of a window.
        threshold: the smallest difference that counts as a change.
        seed: of the intervals' random draws.
        documents_of: event id → documents that tell it.
        proxies: actors that act for a state, with their weight.
    """
    found = acts(events, a, b, proxies=proxies)
    extent = periods.extent(found, since, until)
    if extent is None:
        nothing = Change("not known")
        return Trend("not known", "no dated act lies between the two", "nothing", nothing, nothing)
    anchor = _anchor(found, since, until)
    draws = Draws(found, documents_of, seed)
    windows = _windows(anchor, extent[0], since, window_days)
    displayed, substance = (_change(draws, verbal, windows, threshold) for verbal in (True, False))
    return _judged(displayed, substance)


def _anchor(found: Sequence[Act], since: date | None, until: date | None) -> date:
    """The last day of the last act known to a month; of the last act at all where none is known so closely."""
    inside = [(act, days) for act in found if (days := periods.clip(act, since, until))]
    close = [days[1] for act, days in inside if act.days <= CLOSE_DAYS]
    return max(close or [days[1] for _, days in inside])


def _windows(anchor: date, first: date, since: date | None, days: int) -> list[tuple[date, date]]:
    """The windows from the last one back, none before the first act or `since`."""
    found: list[tuple[date, date]] = []
    for back in range(FURTHEST_BACK + 1):
        if anchor.toordinal() - back * days < max(first, since or first).toordinal():
            break
        last = anchor - timedelta(days=back * days)
        start = date.fromordinal(max(last.toordinal() - days + 1, (since or date.min).toordinal()))
        found.append((start, last))
    return found


def _change(draws: Draws, verbal: bool, windows: Sequence[tuple[date, date]], threshold: float) -> Change:
    now, *earlier = [_window(draws, verbal, first, last) for first, last in windows]
    before = next((window for window in earlier if window), None)
    if now is None or before is None:
        return Change("not known", now, before)
    difference = now.value - before.value
    thin = min(len(now.events), len(before.events)) < THIN
    if abs(difference) < (max(threshold, THIN_THRESHOLD) if thin else threshold):
        return Change("unchanged", now, before)
    return Change("better" if difference > 0 else "worse", now, before)


def _window(draws: Draws, verbal: bool, first: date, last: date) -> Window | None:
    def weigh(act: Act) -> float:
        return periods.share(act, first, last)

    face: Face = draws.face(verbal, weigh, last.toordinal())
    if face.value is None or face.low is None or face.high is None or face.total < LEAST_WEIGHT:
        return None
    ranked = sorted(face.weights, key=lambda pair: (-pair[1], pair[0]))
    return Window(first, last, face.value, face.low, face.high, tuple(event for event, _ in ranked))


def _judged(displayed: Change, substance: Change) -> Trend:
    moved = ("better", "worse")
    deeds_decide = substance.direction in moved or (substance.direction == "unchanged" and displayed.direction not in moved)
    chosen: Change = substance if deeds_decide else displayed
    if chosen.direction == "not known":
        reason = "; ".join((_missing("deeds", substance), _missing("words", displayed)))
        return Trend("not known", reason, "nothing", displayed, substance, _events(displayed, substance))
    name, other_name, other = ("deeds", "words", displayed) if deeds_decide else ("words", "deeds", substance)
    beside = _missing(other_name, other) if other.direction == "not known" else _moved(other_name, other)
    return Trend(
        chosen.direction,
        f"{_moved(name, chosen)}; {beside}",
        "deeds" if deeds_decide else "words",
        displayed,
        substance,
        _events(chosen),
    )


def _events(*changes: Change) -> tuple[str, ...]:
    windows = [window for change in changes for window in (change.now, change.before) if window]
    return tuple(dict.fromkeys(event for window in windows for event in window.events))


def _moved(name: str, change: Change) -> str:
    now, before = change.now, change.before
    assert now is not None
    assert before is not None
    verb = {"better": "rose", "worse": "fell"}.get(change.direction, "stayed about the same,")
    then, at = f"{before.value:+.2f} in the half-year to {before.last}", f"{now.value:+.2f} in the half-year to {now.last}"
    return f"{name} {verb} from {then} to {at}"


def _missing(name: str, change: Change) -> str:
    if change.now is None:
        return f"no {name} are dated in the last half-year"
    return f"{name} stand at {change.now.value:+.2f} in the half-year to {change.now.last}, with nothing before to compare"
