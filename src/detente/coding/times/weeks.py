"""Weeks counted within a month: `the last week of May 2019`, `the first week of June`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from detente.coding.times import calendar as cal
from detente.coding.times.calendar import Days
from detente.coding.times.shapes import Fixed, Yearless
from detente.coding.times.vocabulary import MONTHS, ORDINALS
from detente.records import TimeKind


def week_of_month(match: re.Match[str]) -> tuple[TimeKind, Fixed | Yearless, tuple[str, ...]]:
    """The n-th seven days of the month, the last seven for `last` and `final`; in any year where none is named."""
    number = MONTHS[match["month"].lower().rstrip(".")]
    word = match["nth"].lower()
    nth = None if word in ("last", "final") else ORDINALS[word]
    year = match.groupdict().get("year")
    shape = Fixed(_week(int(year), number, nth)) if year else Yearless(lambda y: _week(y, number, nth))
    return "date", shape, ()


def _week(year: int, month: int, nth: int | None) -> Days:
    last = cal.month(year, month)[1]
    first = last - timedelta(days=6) if nth is None else date(year, month, 7 * nth - 6)
    return first, min(last, first + timedelta(days=6))
