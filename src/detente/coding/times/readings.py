"""What the grammar's matches mean. Each reading takes a match; an impossible date raises ValueError."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from importlib import resources
from typing import Literal, cast

from detente.coding.times import calendar as cal
from detente.coding.times.calendar import Days, Part, Unit
from detente.coding.times.shapes import Anaphoric, Deictic, Fixed, Shape, Vague, Weekday, Yearless
from detente.coding.times.vocabulary import CARDINALS, MONTHS, ORDINALS, WEEKDAYS
from detente.records import TimeKind

Meaning = tuple[TimeKind, Shape, tuple[str, ...]]
Match = re.Match[str]
Reading = Callable[[Match], Meaning]

_PARTS: dict[str, Part] = {"early": "early", "beginning": "early", "start": "early", "late": "late", "end": "late"}
_PIECES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_BACK = re.compile(r"ago|earlier|before|previously")


def _words(match: Match, group: str) -> str:
    """A group's words in lower case with single spaces; empty where the group did not take part."""
    return " ".join((match.groupdict().get(group) or "").lower().split())


def _month(match: Match, group: str = "month") -> int:
    return MONTHS[_words(match, group).rstrip(".")]


def _number(match: Match, group: str = "day") -> int:
    return int(re.sub(r"\D", "", match[group]))


def _part(match: Match) -> Part | None:
    word = _words(match, "part")
    return _PARTS.get(word, "mid") if word else None


def _way(match: Match) -> Literal[-1, 0, 1] | None:
    word = _words(match, "way")
    if not word:
        return None
    if re.search(r"last|previous|past", word):
        return -1
    return 1 if re.search(r"next|coming|following", word) else 0


def _fixed(first: date, last: date) -> Meaning:
    return "date", Fixed((first, last)), ()


def iso(m: Match) -> Meaning:
    """`2016-08-09`."""
    day = date(int(m["year"]), int(m["month"]), int(m["day"]))
    return _fixed(day, day)


def numeric(m: Match) -> Meaning:
    """`9.8.2016` is day first; `9/8/2016` is either, so it means nothing unless one number is over twelve."""
    day, number, year = int(m["a"]), int(m["b"]), int(m["year"])
    if m["sep"] == "/" and day <= 12:
        if number <= 12 and day != number:
            return "date", Vague(), ("ambiguous_order",)
        day, number = number, day
    return _fixed(date(year, number, day), date(year, number, day))


def full(m: Match) -> Meaning:
    """One day, or several days of one month, with the year."""
    year, number, first = int(m["year"]), _month(m), _number(m)
    last = _number(m, "to") if m["to"] else first
    return _fixed(date(year, number, first), date(year, number, last))


def across(m: Match) -> Meaning:
    """`30 August to 2 September 2016`."""
    year, first, last = int(m["year"]), _month(m), _month(m, "month2")
    return _fixed(date(year - (first > last), first, _number(m)), date(year, last, _number(m, "to")))


def yearless_day(m: Match) -> Meaning:
    """`July 15`, `4-6 May`."""
    number, first = _month(m), _number(m)
    last = _number(m, "to") if m["to"] else first
    if not 1 <= first <= last <= cal.month(2000, number)[1].day:
        raise ValueError(m[0])
    named = m.groupdict().get("weekday")
    weekday = WEEKDAYS[" ".join(named.lower().split())] if named and first == last else None
    return "date", Yearless(lambda y: (date(y, number, first), date(y, number, last)), weekday=weekday), ()


def month_of_year(m: Match) -> Meaning:
    """`late July 2016`."""
    return _fixed(*cal.month(int(m["year"]), _month(m), _part(m)))


def months_of_year(m: Match) -> Meaning:
    """`November-December 2015`."""
    year, first, last = int(m["year"]), _month(m), _month(m, "month2")
    return _fixed(cal.month(year - (first > last), first)[0], cal.month(year, last)[1])


def month_alone(m: Match) -> Meaning:
    """`late July`, `last November`."""
    number, part = _month(m), _part(m)
    return "date", Yearless(lambda y: cal.month(y, number, part), _way(m)), ()


def week_of_month(m: Match) -> Meaning:
    """`the last week of July`, `the second week of May 2016`: seven days each, the last to the end of the month."""
    number, nth = _month(m), _words(m, "nth")

    def place(year: int) -> Days:
        first, last = cal.month(year, number)
        if nth == "last":
            return cal.shifted(last, "day", -6), last
        start = cal.shifted(first, "day", 7 * (_PIECES[nth] - 1))
        return start, cal.shifted(start, "day", 6)

    return _fixed(*place(int(m["year"]))) if m["year"] else ("date", Yearless(place), ())


def season_of_year(m: Match) -> Meaning:
    """`the autumn of 2015`."""
    return _fixed(*cal.season(int(m["year"]), _words(m, "season"), _part(m)))


def season_alone(m: Match) -> Meaning:
    """`this summer`."""
    name, part = _words(m, "season"), _part(m)
    return "date", Yearless(lambda y: cal.season(y, name, part), _way(m)), ()


def year(m: Match) -> Meaning:
    """`2016`, `late 2015`."""
    return _fixed(*cal.year(int(m["year"]), _part(m)))


def piece_of_year(m: Match) -> Meaning:
    """A half or a quarter of a year."""
    number = _PIECES[_words(m, "nth")]
    if _words(m, "piece") == "half":
        return _fixed(*cal.months(int(m["year"]), 1 if number == 1 else 7, 6))
    return _fixed(*cal.quarter(int(m["year"]), number))


def years(m: Match) -> Meaning:
    """`2020-21`, `1914–1918`."""
    first = int(m["year"])
    last = int(m["to"]) if len(m["to"]) == 4 else first // 100 * 100 + int(m["to"])
    if not 0 < last - first < 100:
        raise ValueError(m[0])
    return _fixed(*cal.years(first, last))


def decade(m: Match) -> Meaning:
    """`the late 1950s`, `the '90s`."""
    start = int(m["decade"]) if len(m["decade"]) == 4 else 1900 + int(m["decade"])
    return _fixed(*cal.decade(start, _part(m)))


def century(m: Match) -> Meaning:
    """`the late nineteenth century`."""
    nth = _words(m, "nth").replace(" ", "-")
    return _fixed(*cal.century(ORDINALS[nth] if nth in ORDINALS else _number(m, "nth"), _part(m)))


def weekday(m: Match) -> Meaning:
    """`Monday`, `next Friday`."""
    return "date", Weekday(WEEKDAYS[_words(m, "weekday")], _way(m)), ()


def near_day(m: Match) -> Meaning:
    """`yesterday`, `last night`."""
    word = _words(m, "word")
    n = -1 if word.startswith(("yesterday", "last")) else 1 if word.startswith("tomorrow") else 0
    return "date", Deictic(lambda day: cal.around(cal.shifted(day, "day", n), "day")), ()


def this_unit(m: Match) -> Meaning:
    """`last year`, `the end of the month`; `the following week` is reckoned from what was told last."""
    unit, n = cast(Unit, _words(m, "unit")), _way(m) or 0
    place = partial(_unit_from, unit=unit, n=n, part=_part(m))
    told = re.search(r"that|same|previous|following", _words(m, "way")) is not None
    return "date", Anaphoric(place) if told else Deictic(place), ()


def told_day(m: Match) -> Meaning:
    """`the following day`, `that day`, reckoned from the day told last."""
    n = _way(m) or 0
    return "date", Anaphoric(lambda day: cal.around(cal.shifted(day, "day", n), "day")), ()


def _unit_from(day: date, unit: Unit, n: int, part: Part | None) -> Days:
    first, last = cal.around(cal.shifted(day, unit, n), unit)
    match unit:
        case "month":
            return cal.month(first.year, first.month, part)
        case "year":
            return cal.year(first.year, part)
        case "decade":
            return cal.decade(first.year, part)
        case _:
            return first, last


def within_unit(m: Match) -> Meaning:
    """`earlier this month` ends on the day of writing, `later this year` begins there."""
    unit, side = cast(Unit, _words(m, "unit")), _words(m, "side")

    def place(day: date) -> Days:
        first, last = cal.around(day, unit)
        return (day, last) if side == "later" else (first, day)

    return "date", Deictic(place), (("so_far",) if side == "so far" else ())


def _count(m: Match) -> int | None:
    """The whole number before a unit; None for `several` and for fractions."""
    word = _words(m, "n")
    return CARDINALS.get(word) or (int(word) if word.isdigit() else None)


def _unit(m: Match) -> Unit | None:
    word = _words(m, "unit")
    word = {"centurie": "century", "night": "day"}.get(word, word)
    return cast(Unit, word) if word in ("day", "week", "month", "year", "decade", "century") else None


def away(m: Match) -> Meaning:
    """`two weeks ago`: the calendar unit that many back. Decades and centuries back are too vague for days."""
    n, unit, side = _count(m), _unit(m), _words(m, "side")
    if n is None or unit is None or unit in ("decade", "century") or _words(m, "about"):
        return "reference", Vague(), ()
    signed = -n if _BACK.search(side) else n

    def place(day: date, n: int = signed) -> Days:
        return cal.around(cal.shifted(day, unit, n), unit)

    deictic = side == "ago" or side.startswith("from")
    return "date", Deictic(place) if deictic else Anaphoric(place, partial(place, n=-signed)), ()


def rolling(m: Match) -> Meaning:
    """`the past two years` ends, `the next two years` begins on the day of writing."""
    n, unit, back = _count(m), _unit(m), _words(m, "side") in ("past", "last", "previous")
    if n is None or unit is None:
        return "reference", Vague(), ()

    def place(day: date) -> Days:
        other = cal.shifted(day, unit, -n if back else n)
        return (other, day) if back else (day, other)

    return "duration", Deictic(place), ()


def vague(kind: TimeKind) -> Reading:
    """A stretch that names no days."""
    return lambda _: (kind, Vague(), ())


def era(m: Match) -> Meaning:
    """`the Cold War`."""
    return _fixed(*eras()[_words(m, "era").replace("’", "'")])


@cache
def eras() -> dict[str, Days]:
    """Named eras and their usual bounds, lower case."""
    with resources.files("detente.coding.times").joinpath("eras.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return {row["era"]: (date.fromisoformat(row["earliest"]), date.fromisoformat(row["latest"])) for row in rows}
