"""The acts under the curves: a lane for each kind, marks that do not cover each other, a tray for those without a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from detente.desk import wording
from detente.desk.timeline import Timeline
from detente.desk.views import EventView
from detente.measures.dyads import dated
from detente.records import Event
from detente.workbench.relation import Relation

_LANES = (
    ("verbal_cooperation", "words +"),
    ("verbal_conflict", "words −"),
    ("material_cooperation", "deeds +"),
    ("material_conflict", "deeds −"),
)
_R, _ROW, _PAD, _MOST_ROWS = 4.0, 11.0, 6.0, 6
_LABEL = 13
_CLOSE_DAYS = 3


@dataclass(frozen=True, slots=True)
class Axis:
    """Days to horizontal places."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day begins."""
        span = (self.last - self.first).days + 1
        return round(self.left + (day - self.first).days / span * (self.right - self.left), 1)

    def ticks(self) -> list[tuple[float, str, bool]]:
        """Place, label, and whether a line is drawn: years, as many as fit without touching; quarters where it is short."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        if months <= 18:
            return self._quarters()
        fit = max(int((self.right - self.left) // 44), 1)
        years = range(self.first.year, self.last.year + 1)
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 10_000) if len(years) / step <= fit)
        found: list[tuple[float, str, bool]] = []
        for year in years:
            start = date(year, 1, 1)
            if year % step == 0 and start >= self.first and self.x(start) < self.right - 14:
                found.append((self.x(start), str(year), True))
        if not found or found[0][0] - self.left > 60:
            found.insert(0, (self.left + 14, str(self.first.year), False))
        return found

    def _quarters(self) -> list[tuple[float, str, bool]]:
        found: list[tuple[float, str, bool]] = []
        room = 62
        day = self.first
        while day <= self.last:
            x = max(self.x(day), self.left + 26)
            if x < self.right - 20 and (not found or x - found[-1][0] >= room):
                found.append((x, f"{wording.MONTHS[day.month][:3]} {day.year}", x == self.x(day)))
            day = (day.replace(day=28) + timedelta(7)).replace(day=1)
        return found


def lanes(relation: Relation, acts: Timeline, axis: Axis, *, top: float, tray: bool, width: float) -> tuple[list[str], float]:
    """The lanes' drawing and the height at which it ends."""
    parts: list[str] = []
    y = top
    for quad, label in _LANES:
        events = [event for event in relation.events if event.quad == quad]
        placed = _placed(events, axis)
        undated = [event for event in events if not dated(event)]
        rows = max([row for *_, row in placed], default=0) + 1
        room = rows * _ROW + 2 * _PAD
        head = 0 if tray else _LABEL
        parts.append(f'<line class="lane" x1="{axis.left}" x2="{axis.right}" y1="{y}" y2="{y}"/>')
        parts.append(
            f'<text class="lane-label" x="8" y="{y + room / 2 + 4}">{label}</text>'
            if tray
            else f'<text class="lane-label" x="{axis.left}" y="{y + 12}">{label}</text>'
        )
        for event, start, end, row in placed:
            at = y + head + _PAD + row * _ROW + _ROW / 2
            close = (event.moment.days or 0) <= _CLOSE_DAYS
            parts.append(_mark(acts.by_id[event.id], start, end, at, close))
        if tray:
            room = max(room, _tray_room(len(undated), width - axis.right - 20))
            parts.extend(_tray(undated, acts, axis.right + 12, y + _PAD, width - axis.right - 20))
        y += room + head
    if tray:
        x, wide = axis.right + 8, width - axis.right - 10
        parts.insert(0, f'<rect class="tray-box" x="{x}" y="{top - 4}" width="{wide}" height="{y - top + 4}"/>')
        parts.append(f'<text class="tick" x="{x + 2}" y="{top - 9}">no full date</text>')
    return parts, y + 6


def _placed(events: Sequence[Event], axis: Axis) -> list[tuple[Event, float, float, int]]:
    """Each dated event that meets the axis: where it starts and ends, and the first row where it covers no other."""
    found: list[tuple[Event, float, float, int]] = []
    ends: list[float] = []
    ordered = sorted(events, key=lambda e: (e.moment.earliest or date.min, e.moment.latest or date.max, e.id))
    for event in ordered:
        first, last = event.moment.earliest, event.moment.latest
        if first is None or last is None or last < axis.first or first > axis.last or not dated(event):
            continue
        start = axis.x(max(first, axis.first))
        end = axis.x(min(last, axis.last) + timedelta(1))
        row = next((index for index, used in enumerate(ends) if used + 2 <= start - _R), len(ends))
        row = min(row, _MOST_ROWS - 1)
        reach = max(end, (start + end) / 2 + _R)
        if row == len(ends):
            ends.append(reach)
        else:
            ends[row] = max(ends[row], reach)
        found.append((event, start, end, row))
    return found


def _classes(view: EventView) -> str:
    sign = {1: "plus", -1: "minus"}.get(view.sign, "none")
    return f"mark {sign}{'' if view.real else ' unreal'}"


def _mark(view: EventView, start: float, end: float, y: float, close: bool) -> str:
    """A circle for words, a square for deeds, known to a few days; a bar over the days it may lie on otherwise."""
    middle = round((start + end) / 2, 1)
    if not close and end - start > 2 * _R + 4:
        shape = (
            f'<rect class="{_classes(view)} spread" x="{start}" y="{y - 3}" width="{round(end - start, 1)}" height="6" rx="3"/>'
        )
    else:
        shape = _symbol(view, middle, y)
    return _linked(view, shape)


def _linked(view: EventView, shape: str) -> str:
    line = escape(view.line)
    return f'<a href="#{view.anchor}" aria-label="{line}"><title>{line}</title>{shape}</a>'


def _symbol(view: EventView, x: float, y: float) -> str:
    if view.face == "words":
        return f'<circle class="{_classes(view)}" cx="{x}" cy="{y}" r="{_R}"/>'
    return f'<rect class="{_classes(view)}" x="{x - _R}" y="{y - _R}" width="{2 * _R}" height="{2 * _R}"/>'


def _tray_room(n: int, width: float) -> float:
    per_row = max(int(width // _ROW), 1)
    return -(-n // per_row) * _ROW + 2 * _PAD


def _tray(events: Sequence[Event], acts: Timeline, left: float, top: float, width: float) -> Iterator[str]:
    per_row = max(int(width // _ROW), 1)
    for index, event in enumerate(sorted(events, key=lambda e: acts.by_id[e.id].number)):
        view = acts.by_id[event.id]
        x, y = left + _R + (index % per_row) * _ROW, top + _ROW / 2 + index // per_row * _ROW
        yield _linked(view, _symbol(view, x, y))
