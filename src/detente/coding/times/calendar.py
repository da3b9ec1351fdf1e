"""Named stretches of the calendar as closed intervals of days.

Conventions: early / mid / late of a month 1–10, 11–20, 21–end; of a year January–March, May–August, October–December;
of a decade years 0–3, 4–6, 6–9; spring March–May, summer June–August, autumn September–November, winter December–February
(named by the year of its December).
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Literal

Days = tuple[date, date]
Part = Literal["early", "mid", "late"]
Unit = Literal["day", "weekend", "week", "month", "quarter", "year", "decade", "century"]

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The first month of each season."""


def month(year: int, number: int, part: Part | None = None) -> Days:
    """A month or a part of it."""
    end = calendar.monthrange(year, number)[1]
    first, last = {None: (1, end), "early": (1, 10), "mid": (11, 20), "late": (21, end)}[part]
    return date(year, number, first), date(year, number, last)


def months(year: int, first: int, n: int) -> Days:
    """`n` months on end; the first may be counted on past December."""
    end_year, end_month = _carried(year, first + n - 1)
    year, first = _carried(year, first)
    return date(year, first, 1), month(end_year, end_month)[1]


def _carried(year: int, number: int) -> tuple[int, int]:
    return year + (number - 1) // 12, (number - 1) % 12 + 1


def year(number: int, part: Part | None = None) -> Days:
    """A calendar year or a part of it."""
    first, n = {None: (1, 12), "early": (1, 3), "mid": (5, 4), "late": (10, 3)}[part]
    return months(number, first, n)


def years(first: int, last: int) -> Days:
    """Whole years from `first` to `last`."""
    return date(first, 1, 1), date(last, 12, 31)


def decade(start: int, part: Part | None = None) -> Days:
    """The ten years from `start`, or a part of them."""
    first, last = {None: (0, 9), "early": (0, 3), "mid": (4, 6), "late": (6, 9)}[part]
    return years(start + first, start + last)


def century(number: int, part: Part | None = None) -> Days:
    """The `number`th century (the 19th is 1801–1900), or a third of it."""
    first, last = {None: (1, 100), "early": (1, 33), "mid": (34, 66), "late": (67, 100)}[part]
    return years((number - 1) * 100 + first, (number - 1) * 100 + last)


def season(year_number: int, name: str, part: Part | None = None) -> Days:
    """A season, or its first, second or third month."""
    first = SEASONS[name]
    if part is not None:
        return months(year_number, first + ("early", "mid", "late").index(part), 1)
    return months(year_number, first, 3)


def quarter(year_number: int, number: int) -> Days:
    """A quarter of a year."""
    return months(year_number, 3 * number - 2, 3)


def around(day: date, unit: Unit) -> Days:
    """The calendar unit that the day lies in; weeks start on Monday."""
    monday = day - timedelta(days=day.weekday())
    match unit:
        case "day":
            return day, day
        case "weekend":
            return monday + timedelta(days=5), monday + timedelta(days=6)
        case "week":
            return monday, monday + timedelta(days=6)
        case "month":
            return month(day.year, day.month)
        case "quarter":
            return quarter(day.year, (day.month + 2) // 3)
        case "year":
            return year(day.year)
        case "decade":
            return decade(day.year // 10 * 10)
        case "century":
            return century((day.year + 99) // 100)


def shifted(day: date, unit: Unit, n: int) -> date:
    """The day `n` units later (earlier where negative), at the end of the month where it has no such day.

    Raises:
        OverflowError, ValueError: where the calendar ends.
    """
    if unit == "day":
        return day + timedelta(days=n)
    if unit in ("week", "weekend"):
        return day + timedelta(weeks=n)
    per = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    to_year, to_month = _carried(day.year, day.month + per * n)
    return date(to_year, to_month, min(day.day, calendar.monthrange(to_year, to_month)[1]))


def weekday(day: date, number: int, way: Literal[-1, 1], *, strict: bool = False) -> date:
    """The nearest such weekday (Monday 0) before or after the day; the day itself counts unless `strict`."""
    gap = (day.weekday() - number) % 7 if way < 0 else (number - day.weekday()) % 7
    if strict and gap == 0:
        gap = 7
    return day + timedelta(days=way * gap)
