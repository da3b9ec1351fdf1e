"""Days written in figures and month names → intervals of days. No day, month or year is ever added that is not written."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from detente.records import Span

MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if n} | {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"(?<![\d/.-]){_YEAR}[-/.](?P<month>1[0-2]|0?[1-9])[-/.]{_DAY}(?![\d/]|[-.]\d)",
        rf"(?<![\d/.-])(?P<a>\d\d?)[-/.](?P<b>\d\d?)[-/.]{_YEAR}(?![\d/]|[-.]\d)",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b(?!\d)",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b(?!\d)",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}(?!\s*,?\s*\d{{4}})",
        rf"\b{_MONTH}\s+{_DAY}\b(?!\s*,?\s*\d{{4}}\b)(?![\d:])",
        rf"\b{_MONTH},?\s+{_YEAR}\b",
    )
)


class Written(NamedTuple):
    """A date as it is written: its place and what is given. `year` None where the text has none; `day` None for a month.

    `other` is the second reading of figures such as 3/5/2020, whose order differs by country.
    """

    span: Span
    year: int | None
    month: int
    day: int | None
    other: date | None = None

    @property
    def earliest(self) -> date | None:
        """First day meant; None without a year."""
        if self.year is None:
            return None
        first = date(self.year, self.month, self.day or 1)
        return min(first, self.other) if self.other else first

    @property
    def latest(self) -> date | None:
        """Last day meant; None without a year."""
        if self.year is None:
            return None
        last = date(self.year, self.month, self.day or calendar.monthrange(self.year, self.month)[1])
        return max(last, self.other) if self.other else last


def find(text: str, span: Span | None = None) -> list[Written]:
    """Every date with a day or a month and a year in the text, in order, none inside another."""
    bounds = span or Span(0, len(text))
    found = sorted((w for form in _FORMS for w in _read(form, text, bounds)), key=lambda w: (w.span.start, -w.span.end))
    kept: list[Written] = []
    for written in found:
        if not kept or written.span.start >= kept[-1].span.end:
            kept.append(written)
    return kept


def stamp(value: str) -> tuple[date, date] | None:
    """The day or days that a metadata field names: ISO 8601 with or without a time, RFC 2822, or a written date.

    Returns None where the value is none of these.
    """
    value = value.strip()
    iso = re.match(r"(\d{4})-(\d\d)-(\d\d)(?=$|[T ])|(\d{4})(\d\d)(\d\d)(?=$|T)", value)
    if iso:
        return _valid(*(int(g) for g in iso.groups() if g))
    try:
        day = parsedate_to_datetime(value).date()
        return day, day
    except (ValueError, TypeError, IndexError):
        pass
    for written in find(value):
        if written.earliest and written.latest and written.span.start < 25:
            return written.earliest, written.latest
    return None


def _valid(year: int, month: int, day: int) -> tuple[date, date] | None:
    try:
        one = date(year, month, day)
    except ValueError:
        return None
    return one, one


def _read(form: re.Pattern[str], text: str, bounds: Span) -> Iterator[Written]:
    for m in form.finditer(text, *bounds):
        parts = m.groupdict()
        year = int(parts["year"]) if parts.get("year") else None
        if parts.get("a"):
            yield from _figures(Span(*m.span()), int(parts["a"]), int(parts["b"]), year or 1)
            continue
        name = parts["month"]
        # "may" and "mar" in lower case are a verb and a fragment, not months.
        if name.isalpha() and name[0].islower() and name.lower() in ("may", "mar", "march", "jan", "sun"):
            continue
        month = int(name) if name.isdigit() else MONTHS[name.lower().rstrip(".")]
        day = int(parts["day"]) if parts.get("day") else None
        if day is None or day <= calendar.monthrange(year or 2000, month)[1]:
            yield Written(Span(*m.span()), year, month, day)


def _figures(span: Span, a: int, b: int, year: int) -> Iterator[Written]:
    """Day and month in figures: which is which is known only where one of them is above 12."""
    readings = [(m, d) for d, m in ((a, b), (b, a)) if 1 <= m <= 12 and 1 <= d <= calendar.monthrange(year, m)[1]]
    if readings:
        month, day = readings[0]
        other = date(year, *readings[1]) if len(readings) > 1 and readings[1] != readings[0] else None
        yield Written(span, year, month, day, other)
