"""The series as tables: the twin of the chart, each line with the acts that it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from detente.desk import wording
from detente.desk.timeline import Timeline
from detente.desk.views import Link, WarmthRow
from detente.measures.series import Month

_LIGHT = 0.01
"""Acts whose decayed weight is below this are counted and not listed one by one; the heaviest always is."""


def rows(series: Sequence[Month], timeline: Timeline) -> tuple[WarmthRow, ...]:
    """Lines of a table; a run of periods with the same acts, or of which nothing is known, is one line."""
    return tuple(_row(list(run), timeline) for _, run in groupby(series, key=_same))


def _same(month: Month) -> tuple[object, ...]:
    """What makes two neighbouring periods one line."""
    return month.displayed, month.substance, month.events, tuple(round(weight, 2) for weight in month.weights)


def _widest(run: Sequence[Month]) -> Month:
    """The first of a run with the widest intervals in it, which differ by the luck of the draws alone."""
    first = run[0]
    if len(run) == 1:
        return first
    lows, highs = [m.displayed_low for m in run], [m.displayed_high for m in run]
    deep_lows, deep_highs = [m.substance_low for m in run], [m.substance_high for m in run]
    gap_lows, gap_highs = [m.gap_low for m in run], [m.gap_high for m in run]
    return replace(
        first,
        displayed_low=min((n for n in lows if n is not None), default=None),
        displayed_high=max((n for n in highs if n is not None), default=None),
        substance_low=min((n for n in deep_lows if n is not None), default=None),
        substance_high=max((n for n in deep_highs if n is not None), default=None),
        gap_low=min((n for n in gap_lows if n is not None), default=None),
        gap_high=max((n for n in gap_highs if n is not None), default=None),
    )


def _row(run: Sequence[Month], timeline: Timeline) -> WarmthRow:
    month = _widest(run)
    first, last = wording.period(run[0].period), wording.period(run[-1].period)
    pairs = list(zip(month.events, month.weights, strict=True))
    heavy = [pair for pair in pairs if pair[1] >= _LIGHT] or pairs[:1]
    links = [(timeline.short(event), weight) for event, weight in heavy]
    return WarmthRow(
        period=first if len(run) == 1 else f"{first} – {last}",
        displayed=wording.signed(month.displayed),
        displayed_range=_range(month.displayed_low, month.displayed_high),
        substance=wording.signed(month.substance),
        substance_range=_range(month.substance_low, month.substance_high),
        gap=wording.signed(month.gap),
        gap_range=_range(month.gap_low, month.gap_high),
        rests_on=tuple(Link(f"{link.text} × {weight:.2f}", link.anchor) for link, weight in links),
        lighter=len(month.events) - len(heavy),
        displayed_known=month.displayed is not None,
        substance_known=month.substance is not None,
    )


def _range(low: float | None, high: float | None) -> str:
    return "" if low is None or high is None else f"{wording.signed(low)} to {wording.signed(high)}"
