"""The series as tables: the twin of the chart, each line with the acts that it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from detente.desk import wording
from detente.desk.timeline import Timeline
from detente.desk.views import Link, WarmthRow
from detente.measures.series import Month

_LIGHT = 0.01
"""Acts whose decayed weight is below this are counted and not listed one by one."""


def rows(series: Sequence[Month], timeline: Timeline) -> tuple[WarmthRow, ...]:
    """Lines of a table; runs of periods of which nothing is known are one line."""
    found: list[WarmthRow] = []
    empty: list[Month] = []
    for month in series:
        if month.displayed is None and month.substance is None:
            empty.append(month)
            continue
        found.extend(_empty(empty))
        empty = []
        found.append(_row(month, timeline))
    return (*found, *_empty(empty))


def _empty(run: Sequence[Month]) -> list[WarmthRow]:
    if not run:
        return []
    first, last = wording.period(run[0].period), wording.period(run[-1].period)
    name = first if len(run) == 1 else f"{first} – {last}"
    no = "not known"
    return [WarmthRow(name, no, "", no, "", no, (), 0, displayed_known=False, substance_known=False)]


def _row(month: Month, timeline: Timeline) -> WarmthRow:
    heavy = [(event, weight) for event, weight in zip(month.events, month.weights, strict=True) if weight >= _LIGHT]
    links = [(timeline.short(event), weight) for event, weight in heavy]
    return WarmthRow(
        period=wording.period(month.period),
        displayed=wording.signed(month.displayed),
        displayed_range=_range(month.displayed_low, month.displayed_high),
        substance=wording.signed(month.substance),
        substance_range=_range(month.substance_low, month.substance_high),
        gap=wording.signed(month.gap),
        rests_on=tuple(Link(f"{link.text} × {weight:.2f}", link.anchor) for link, weight in links),
        lighter=len(month.events) - len(heavy),
        displayed_known=month.displayed is not None,
        substance_known=month.substance is not None,
    )


def _range(low: float | None, high: float | None) -> str:
    return "" if low is None or high is None else f"{wording.signed(low)} to {wording.signed(high)}"
