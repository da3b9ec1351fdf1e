"""The two curves with their intervals and the gap between them, and the acts in lanes, as SVG drawn here.

Lines break where nothing is known, and those stretches are hatched: an empty month is no zero. It is drawn twice, wide and for
a telephone; style sheets pick one. Colours and strokes are classes of `static/brief.css`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from itertools import groupby
from typing import NamedTuple

from detente.desk import wording
from detente.desk.lanes import Axis, lanes
from detente.desk.timeline import Timeline
from detente.measures import periods
from detente.measures.periods import month_of
from detente.measures.series import Month
from detente.records import Event
from detente.workbench.relation import Relation

SILENT_MONTHS = 60
"""A silence this long before the last known stretch is not drawn; what lies before it is listed instead."""


class Extent(NamedTuple):
    """The days that the chart shows."""

    first: date
    last: date


AHEAD_DAYS = 5 * 365
"""Foreseen acts are drawn up to so long after the last known month."""


@dataclass(frozen=True, slots=True)
class Size:
    """Measures of a drawing in its own units, which are pixels at full size."""

    name: str
    width: int
    left: int
    right: int
    height: int
    tray: bool


WIDE = Size("wide", 920, 118, 104, 230, tray=True)
NARROW = Size("narrow", 340, 26, 6, 180, tray=False)
_TOP, _STRIP = 10, 7

Value = Callable[[Month], float | None]


def _known(month: Month) -> bool:
    return month.displayed is not None or month.substance is not None


def _days(month: Month) -> tuple[date, date]:
    year, number = month.period.split("-")
    period = month_of(date(int(year), int(number), 1))
    return period.first, period.last


def extent(months: Sequence[Month], events: Iterable[Event]) -> Extent | None:
    """The last stretch of the series that no silence of five years breaks, and what is foreseen soon after it.

    Returns:
        Whole months; None where nothing is known.
    """
    known = [index for index, month in enumerate(months) if _known(month)]
    if not known:
        return None
    first = known[-1]
    for index in reversed(known):
        if first - index > SILENT_MONTHS:
            break
        first = index
    last = _days(months[known[-1]])[1]
    ahead = [event.moment.latest for event in events if event.modality == "future" and event.moment.latest]
    soon = [day for day in ahead if last < day <= last + timedelta(AHEAD_DAYS)]
    return Extent(_days(months[first])[0], month_of(max(soon)).last if soon else last)


def chart(relation: Relation, acts: Timeline, shown: Extent, size: Size) -> str:
    """The whole drawing as one `svg` element."""
    held = {month.period: month for month in relation.months}
    months = [held.get(period.name, Month(period.name)) for period in periods.months(*shown)]
    axis = Axis(shown.first, shown.last, size.left, size.width - size.right)
    bottom = _TOP + size.height
    marks, height = lanes(relation, acts, axis, top=bottom + 2 * _STRIP + 30, tray=size.tray, width=size.width)
    parts = [
        *_frame(size, axis),
        *_ticks(axis, bottom, height),
        *_curves(months, axis, size),
        *_strips(months, axis, bottom, size),
        *marks,
    ]
    a, b = acts_names(relation)
    label = f"Displayed and substance of {a} and {b} by month, {wording.day(shown.first)} to {wording.day(shown.last)}"
    return (
        f'<svg class="chart chart-{size.name}" viewBox="0 0 {size.width} {height}" role="group" aria-label="{escape(label)}" '
        f'xmlns="http://www.w3.org/2000/svg">{_defs(size)}{"".join(parts)}</svg>'
    )


def acts_names(relation: Relation) -> tuple[str, str]:
    """Names of the two parties."""
    return wording.one_line(relation.a.name), wording.one_line(relation.b.name)


def _defs(size: Size) -> str:
    return (
        f'<defs><pattern id="hatch-{size.name}" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)">'
        '<line class="hatch-line" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>'
    )


def _y(value: float, size: Size) -> float:
    return round(_TOP + (1 - value) / 2 * size.height, 1)


def _frame(size: Size, axis: Axis) -> Iterator[str]:
    half, width = size.height / 2, axis.right - axis.left
    yield f'<rect class="zone-plus" x="{axis.left}" y="{_TOP}" width="{width}" height="{half}"/>'
    yield f'<rect class="zone-minus" x="{axis.left}" y="{_TOP + half}" width="{width}" height="{half}"/>'
    wide = size.name == "wide"
    for value, word in ((1, "cooperative"), (0, ""), (-1, "conflictual")):
        y = _y(value, size)
        yield f'<line class="{"zero" if value == 0 else "edge"}" x1="{axis.left}" x2="{axis.right}" y1="{y}" y2="{y}"/>'
        text = f"{word} {wording.signed(value, 0)}".strip() if wide else wording.signed(value, 0)
        yield f'<text class="tick end" x="{axis.left - 6}" y="{y + 4}">{text}</text>'


def _ticks(axis: Axis, bottom: float, height: float) -> Iterator[str]:
    base = bottom + 2 * _STRIP + 16
    for x, text, line in axis.ticks():
        if line:
            yield f'<line class="grid" x1="{x}" x2="{x}" y1="{_TOP}" y2="{height - 4}"/>'
        yield f'<text class="tick mid" x="{x}" y="{base}">{text}</text>'


def _runs(months: Sequence[Month], known: Callable[[Month], bool]) -> Iterator[list[Month]]:
    for is_known, run in groupby(months, key=known):
        if is_known:
            yield list(run)


def _curves(months: Sequence[Month], axis: Axis, size: Size) -> Iterator[str]:
    faces: tuple[tuple[str, Value, Value, Value], ...] = (
        ("displayed", lambda m: m.displayed, lambda m: m.displayed_low, lambda m: m.displayed_high),
        ("substance", lambda m: m.substance, lambda m: m.substance_low, lambda m: m.substance_high),
    )
    for name, value, low, high in faces:
        for run in _runs(months, lambda m, value=value: value(m) is not None):
            yield _area(f"band {name}", run, high, low, axis, size)
    for run in _runs(months, lambda m: m.gap is not None):
        yield _area("gap", run, faces[0][1], faces[1][1], axis, size)
    for name, value, _, _ in faces:
        for run in _runs(months, lambda m, value=value: value(m) is not None):
            points = " ".join(f"{x},{y}" for x, y in _points(run, value, axis, size))
            yield f'<polyline class="halo" points="{points}"/><polyline class="line {name}" points="{points}"/>'


def _points(run: Sequence[Month], value: Value, axis: Axis, size: Size) -> list[tuple[float, float]]:
    """A point in the middle of each month, and the run drawn out to the borders of its first and last month."""
    found: list[tuple[float, float]] = []
    for month in run:
        first, last = _days(month)
        found.append((axis.x(first + (last - first) / 2), _y(value(month) or 0.0, size)))
    start, end = axis.x(_days(run[0])[0]), axis.x(_days(run[-1])[1] + timedelta(1))
    return [(start, found[0][1]), *found, (end, found[-1][1])]


def _area(name: str, run: Sequence[Month], upper: Value, lower: Value, axis: Axis, size: Size) -> str:
    outline = [*_points(run, upper, axis, size), *reversed(_points(run, lower, axis, size))]
    return f'<polygon class="{name}" points="{" ".join(f"{x},{y}" for x, y in outline)}"/>'


def _strips(months: Sequence[Month], axis: Axis, bottom: float, size: Size) -> Iterator[str]:
    """A thin strip for words and one for deeds, hatched where not known; hatching across the panel where neither is."""
    faces: tuple[tuple[str, Value], ...] = (("words", lambda m: m.displayed), ("deeds", lambda m: m.substance))
    for index, (name, value) in enumerate(faces):
        y = bottom + 2 + index * _STRIP
        css = "displayed" if name == "words" else "substance"
        yield f'<rect class="strip {css}" x="{axis.left}" y="{y}" width="{axis.right - axis.left}" height="{_STRIP - 2}"/>'
        for run in _runs(months, lambda m, value=value: value(m) is None):
            yield _hatched(run, axis, y, _STRIP - 2, size, f"{name} not known")
    for run in _runs(months, lambda m: not _known(m)):
        yield _hatched(run, axis, _TOP, size.height, size, "not known")
        first, last = axis.x(_days(run[0])[0]), axis.x(_days(run[-1])[1] + timedelta(1))
        if last - first > 64:
            yield f'<text class="unknown-label" x="{round((first + last) / 2, 1)}" y="{_TOP + 16}">not known</text>'


def _hatched(run: Sequence[Month], axis: Axis, y: float, height: float, size: Size, title: str) -> str:
    first, last = axis.x(_days(run[0])[0]), axis.x(_days(run[-1])[1] + timedelta(1))
    box = f'x="{first}" y="{y}" width="{round(last - first, 1)}" height="{height}"'
    when = f"{wording.period(run[0].period)} – {wording.period(run[-1].period)}"
    return (
        f'<g><title>{title}, {when}</title><rect class="unknown-ground" {box}/><rect fill="url(#hatch-{size.name})" {box}/></g>'
    )
