"""The interval grammar: regular expressions over the clean text, each with what its words mean.

`scan` gives every stretch that can be a time expression, the longest first where they overlap. What needs the parse (is
`March` a month or a march?) and what needs a day to reckon from is left to `resolution`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from importlib.resources import files
from typing import Literal, cast

from detente.coding.times import calendar as cal
from detente.coding.times.calendar import SEASONS, Days, Part, Unit
from detente.coding.times.shapes import Anaphoric, Deictic, Expression, Fixed, Shape, Vague, Weekday, Yearless
from detente.records import TimeKind

MONTHS = {
    name: n
    for n, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|"
        "december dec".split("|"),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {n: i for i, n in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
NUMBERS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split()
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100, "a hundred": 100, "a couple of": 2}
ORDINALS = {
    w: n
    for n, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(),
        start=1,
    )
}

_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?:{_FULL}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]|20)\d\d"
_PART = r"(?:(?:the\s+)?(?:very\s+)?(?P<part>[Ee]arly|[Mm]id|[Mm]iddle|[Ll]ate|[Bb]eginning|[Ss]tart|[Ee]nd)(?:\s+of|\s+in)?(?:\s+the)?[\s-]+)"
_SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_WAY = r"(?P<way>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he\s+(?:coming|previous|past|following|current)|[Tt]his\s+(?:coming|past)|[Cc]urrent|[Tt]he\s+same|[Tt]hat(?:\s+same)?)"
_N = "|".join(sorted((*NUMBERS, r"\d{1,3}(?:\.\d)?"), key=len, reverse=True))
_SOME = r"several|a\s+few|some|many|recent|various|countless|a\s+number\s+of|dozens\s+of"
_UNIT = r"second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|century|centurie|generation"
_MOD = r"(?:(?:(?:[Ff]or\s+)?(?:[Mm]ore|[Ll]ess|[Ff]ewer)\s+than|[Oo]ver|[Uu]nder|[Aa]t\s+least|[Aa]t\s+most|[Uu]p\s+to|[Nn]early|[Aa]lmost|[Aa]bout|[Aa]round|[Ss]ome|[Rr]oughly|[Aa]pproximately)\s+)?"
_NOT_IN_NAME = r"(?<![\w$€£¥#.,/:-])"

Meaning = tuple[TimeKind, Shape, tuple[str, ...]]
Match = re.Match[str]


def _clean(match: Match, group: str) -> str:
    """A group's words in lower case with single spaces; empty where the group did not take part."""
    return " ".join((match.groupdict().get(group) or "").lower().split())


def _month(match: Match, group: str = "month") -> int:
    return MONTHS[_clean(match, group).rstrip(".")]


def _day(match: Match, group: str = "day") -> int:
    return int(re.sub(r"\D", "", match[group]))


def _part(match: Match) -> Part | None:
    word = _clean(match, "part")
    return {"": None, "early": "early", "beginning": "early", "start": "early", "late": "late", "end": "late"}.get(word, "mid")  # type: ignore[return-value]


def _way(match: Match) -> Literal[-1, 0, 1] | None:
    word = _clean(match, "way")
    if not word:
        return None
    if re.search(r"last|previous|past", word):
        return -1
    return 1 if re.search(r"next|coming|following", word) else 0


def _fixed(days: Days) -> Meaning:
    return "date", Fixed(days), ()


def _iso(m: Match) -> Meaning:
    day = date(int(m["year"]), int(m["month"]), int(m["day"]))
    return _fixed((day, day))


def _numeric(m: Match) -> Meaning:
    """`9.8.2016` is day first; `9/8/2016` is either, so it means nothing unless one number is over twelve."""
    a, b, y = int(m["a"]), int(m["b"]), int(m["year"])
    if m["sep"] == "." or a > 12:
        a, b = b, a
    elif b <= 12 and a != b:
        return "date", Vague(), ("ambiguous_order",)
    return _fixed((date(y, a, b), date(y, a, b)))


def _full(m: Match) -> Meaning:
    """One day, or several days of one month, with the year."""
    y, n = int(m["year"]), _month(m)
    last = _day(m, "to") if m.groupdict().get("to") else _day(m)
    return _fixed((date(y, n, _day(m)), date(y, n, last)))


def _span(m: Match) -> Meaning:
    """`30 August to 2 September 2016`."""
    y, first, last = int(m["year"]), _month(m), _month(m, "month2")
    return _fixed((date(y - (first > last), first, _day(m)), date(y, last, _day(m, "to"))))


def _yearless(m: Match) -> Meaning:
    n, first = _month(m), _day(m)
    last = _day(m, "to") if m.groupdict().get("to") else first
    date(2000, n, first), date(2000, n, last)
    return "date", Yearless(lambda y: (date(y, n, first), date(y, n, last))), ()


def _month_year(m: Match) -> Meaning:
    return _fixed(cal.month(int(m["year"]), _month(m), _part(m)))


def _months_year(m: Match) -> Meaning:
    first, last = _month(m), _month(m, "month2")
    y = int(m["year"])
    return _fixed((cal.month(y - (first > last), first)[0], cal.month(y, last)[1]))


def _month_alone(m: Match) -> Meaning:
    n, part, way = _month(m), _part(m), _way(m)
    return "date", Yearless(lambda y: cal.month(y, n, part), way), ()


def _season_year(m: Match) -> Meaning:
    first, last = cal.season(int(m["year"]), _clean(m, "season"), _part(m))
    return _fixed((first, last))


def _season_alone(m: Match) -> Meaning:
    name, part, way = _clean(m, "season"), _part(m), _way(m)
    return "date", Yearless(lambda y: cal.season(y, name, part), way), ()


def _year(m: Match) -> Meaning:
    return _fixed(cal.year(int(m["year"]), _part(m)))


def _piece(m: Match) -> Meaning:
    """A half or a quarter of a year."""
    n = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1": 1, "2": 2, "3": 3, "4": 4}[_clean(m, "nth")]
    if _clean(m, "piece") == "half":
        return _fixed(cal.months(int(m["year"]), 1 if n == 1 else 7, 6))
    return _fixed(cal.quarter(int(m["year"]), n))


def _years(m: Match) -> Meaning:
    first = int(m["year"])
    last = int(m["to"]) if len(m["to"]) == 4 else first // 100 * 100 + int(m["to"])
    if not 0 < last - first < 100:
        raise ValueError(m[0])
    return _fixed(cal.years(first, last))


def _decade(m: Match) -> Meaning:
    start = int(m["decade"]) if len(m["decade"]) == 4 else 1900 + int(m["decade"])
    return _fixed(cal.decade(start, _part(m)))


def _century(m: Match) -> Meaning:
    nth = _clean(m, "nth").replace(" ", "-")
    number = ORDINALS[nth] if nth in ORDINALS else _day(m, "nth")
    return _fixed(cal.century(number, _part(m)))


def _weekday(m: Match) -> Meaning:
    return "date", Weekday(WEEKDAYS[_clean(m, "weekday")], _way(m)), ()


def _near_day(m: Match) -> Meaning:
    """`yesterday`, `last night`."""
    word = _clean(m, "word")
    n = -1 if word.startswith(("yesterday", "last")) else 1 if word.startswith("tomorrow") else 0
    return "date", Deictic(lambda d: cal.around(cal.shifted(d, "day", n), "day")), ()


def _this_unit(m: Match) -> Meaning:
    """`last year`, `this month`, `the following week`."""
    unit, n, word = cast(Unit, _clean(m, "unit")), _way(m) or 0, _clean(m, "way")
    place = partial(_unit_from, unit=unit, n=n, part=_part(m))
    told = re.search(r"that|same|previous|following", word) is not None
    return "date", Anaphoric(place) if told else Deictic(place), ()


def _unit_from(day: date, unit: Unit, n: int, part: Part | None) -> Days:
    days = cal.around(cal.shifted(day, unit, n), unit)
    if part is None or unit not in ("month", "year"):
        return days
    return cal.month(days[0].year, days[0].month, part) if unit == "month" else cal.year(days[0].year, part)


def _within_unit(m: Match) -> Meaning:
    """`earlier this month` ends on the day of writing, `later this year` begins there."""
    unit, later = cast(Unit, _clean(m, "unit")), _clean(m, "side").startswith("later")

    def place(day: date) -> Days:
        first, last = cal.around(day, unit)
        return (day, last) if later else (first, day)

    flags = ("so_far",) if _clean(m, "side").startswith("so far") else ()
    return "date", Deictic(place), flags


def _count(m: Match) -> int | None:
    """The whole number before a unit; None for `several` and for fractions."""
    word = _clean(m, "n")
    if word in NUMBERS:
        return NUMBERS[word]
    return int(word) if word.isdigit() else None


def _unit(m: Match) -> Unit | None:
    word = _clean(m, "unit").rstrip("s")
    word = {"centurie": "century", "night": "day"}.get(word, word)
    return cast(Unit, word) if word in ("day", "week", "month", "quarter", "year", "decade", "century") else None


def _away(m: Match) -> Meaning:
    """`two weeks ago`: the calendar unit that many back. Decades and centuries back are too vague for days."""
    n, unit, side = _count(m), _unit(m), _clean(m, "side")
    if n is None or unit is None or unit in ("decade", "century") or _clean(m, "mod"):
        return "reference", Vague(), ()
    back = -n if re.search(r"ago|earlier|before|previously", side) else n

    def place(day: date) -> Days:
        return cal.around(cal.shifted(day, unit, back), unit)

    deictic = side in ("ago", "from now", "from today")
    return "date", Deictic(place) if deictic else Anaphoric(place), ()


def _rolling(m: Match) -> Meaning:
    """`the past two years` ends, `the next two years` begins on the day of writing."""
    n, unit, back = _count(m), _unit(m), _clean(m, "side") in ("past", "last", "previous", "preceding")
    if n is None or unit is None:
        return "reference", Vague(), ()

    def place(day: date) -> Days:
        other = cal.shifted(day, unit, -n if back else n)
        return (other, day) if back else (day, other)

    return "duration", Deictic(place), ()


def _said(kind: TimeKind) -> Callable[[Match], Meaning]:
    return lambda _: (kind, Vague(), ())


def _era(m: Match) -> Meaning:
    return _fixed(eras()[" ".join(m["era"].lower().replace("’", "'").split())])


@cache
def eras() -> dict[str, Days]:
    """Named eras and their usual bounds, lower case."""
    with (files("detente.coding.times") / "eras.csv").open(encoding="utf-8", newline="") as f:
        return {r["era"]: (date.fromisoformat(r["earliest"]), date.fromisoformat(r["latest"])) for r in csv.DictReader(f)}


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Callable[[Match], Meaning]], ...]:
    """Every pattern with its reading."""
    dash = r"\s*(?:-|–|—|to|and|until)\s*"
    near = rf"(?:{_WEEKDAY},?\s+)?"
    era = "|".join(re.escape(e).replace("'", "['’]").replace(r"\ ", r"\s+") for e in sorted(eras(), key=len, reverse=True))
    raw: list[tuple[str, Callable[[Match], Meaning]]] = [
        (rf"{_NOT_IN_NAME}(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])", _iso),
        (rf"{_NOT_IN_NAME}(?P<year>{_YEAR})/(?P<month>\d\d?)/(?P<day>\d\d?)(?![\w/])", _iso),
        (rf"{_NOT_IN_NAME}(?P<a>\d\d?)(?P<sep>[./])(?P<b>\d\d?)(?P=sep)(?P<year>{_YEAR})(?![\w/])", _numeric),
        (rf"\b{near}(?:the\s+)?(?P<day>{_DAY})(?:{dash}(?P<to>{_DAY}))?\s+(?:of\s+)?(?P<month>{_MONTH}),?\s+(?P<year>{_YEAR})(?![\w-])", _full),
        (rf"\b{near}(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>{_DAY})(?:{dash}(?P<to>{_DAY}))?,?\s+(?P<year>{_YEAR})(?![\w-])", _full),
        (rf"\b(?P<day>{_DAY})\s+(?P<month>{_MONTH}){dash}(?P<to>{_DAY})\s+(?P<month2>{_MONTH}),?\s+(?P<year>{_YEAR})\b", _span),
        (rf"\b(?P<month>{_MONTH})\s+(?P<day>{_DAY}){dash}(?P<month2>{_MONTH})\s+(?P<to>{_DAY}),?\s+(?P<year>{_YEAR})\b", _span),
        (rf"\b{near}(?:the\s+)?(?P<day>{_DAY})(?:\s*[-–]\s*(?P<to>{_DAY}))?\s+(?:of\s+)?(?P<month>{_MONTH})(?!\w)", _yearless),
        (rf"\b{near}(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>{_DAY})(?:\s*[-–]\s*(?P<to>{_DAY}))?(?![\w:%]|[.,]\d)", _yearless),
        (rf"\b{_PART}?(?P<month>{_MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR})(?![\w])", _month_year),
        (rf"\b(?P<month>{_MONTH}){dash}(?P<month2>{_MONTH}),?\s+(?P<year>{_YEAR})(?![\w-])", _months_year),
        (rf"\b(?:{_PART}|{_WAY}\s+)?(?P<month>{_FULL})\b", _month_alone),
        (rf"\b(?:{_PART})?(?:[Tt]he\s+)?{_SEASON}(?:,?\s+of)?,?\s+(?P<year>{_YEAR})\b", _season_year),
        (rf"\b(?:{_WAY}\s+|{_PART}|(?<=\b[Ii]n\s)[Tt]he\s+){_SEASON}\b(?!\s+(?:of|in|offensive|war|uprising|olympics))", _season_alone),
        (rf"{_NOT_IN_NAME}{_PART}(?P<year>{_YEAR})(?![\w]|[.,]\d|-\d)", _year),
        (rf"\b(?:[Tt]he\s+)?(?P<nth>first|second|third|fourth|last)\s+(?P<piece>half|quarter)\s+of\s+(?P<year>{_YEAR})\b", _piece),
        (rf"\b(?:the\s+)?Q(?P<nth>[1-4])(?:\s+of)?\s+(?P<year>{_YEAR})\b", _piece),
        (rf"{_NOT_IN_NAME}(?P<year>{_YEAR})\s*[-–/]\s*(?P<to>{_YEAR}|\d\d)(?![\w-]|[.,]\d)", _years),
        (rf"(?:{_NOT_IN_NAME}|(?<=\bpre-)|(?<=\bpost-)|(?<=[(\[]))(?P<year>{_YEAR})(?![\w%°]|[.,:]\d|-\d)", _year),
        (rf"\b(?:{_PART}|[Tt]he\s+)?(?P<decade>1[5-9]\d0|20[0-4]0)['’]?s\b", _decade),
        (rf"(?:{_PART}|[Tt]he\s+)['’](?P<decade>[2-9]0)s\b", _decade),
        (rf"\b(?:{_PART}|[Tt]he\s+)?(?P<nth>(?:1\d|2[01]|[5-9])(?:st|nd|rd|th)|[Tt]wenty[- ]first|[A-Za-z]+(?:teenth|tieth|fth|nth|hth))[\s-]+centur(?:y|ies)\b", _century),
        (rf"\b(?:{_WAY}\s+)?{_WEEKDAY}(?:\s+(?:morning|afternoon|evening|night))?\b", _weekday),
        (r"\b(?P<word>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Tt]his\s+(?:morning|afternoon|evening)|[Ll]ast\s+night)\b", _near_day),
        (rf"\b{_PART}?{_WAY}\s+(?P<unit>week|weekend|month|quarter|year|decade|century)\b(?!-)", _this_unit),
        (r"\b(?P<side>[Ss]o\s+far|[Ee]arlier|[Ll]ater)\s+this\s+(?P<unit>week|month|quarter|year)\b", _within_unit),
        (rf"\b(?P<mod>{_MOD})(?P<n>{_N}|{_SOME})[\s-]+(?P<unit>{_UNIT})s?\s+(?P<side>ago|from\s+now|from\s+today|earlier|later|before|after(?!\s+(?:the|a|an|his|her|its|their)\b))\b", _away),
        (rf"\b(?:[Tt]he|[Tt]hese|[Tt]his)\s+(?P<side>past|last|next|coming|previous|following)\s+(?:(?P<n>{_N}|{_SOME})\s+)?(?P<unit>{_UNIT})s\b", _rolling),
        (rf"\b(?:[Tt]he\s+)?(?P<side>[Pp]ast|[Ll]ast)\s+(?:(?P<n>{_N}|{_SOME})\s+)(?P<unit>{_UNIT})s\b", _rolling),
        (rf"\b{_MOD}(?:{_N}|{_SOME}|[Hh]alf\s+an?|[Tt]ens\s+of|[Hh]undreds\s+of)[\s-]+(?:and\s+a\s+half\s+)?(?:{_UNIT})s?\b(?!-old|\s+old|['’]s\b)", _said("duration")),
        (rf"\b(?:{_UNIT})s\b(?<!seconds)(?<!quarters)(?!-old|\s+old|\s+ago)", _said("duration")),
        (r"\b[Rr]ecent\s+(?:days|weeks|months|years|decades|times)\b", _said("reference")),
        (r"\b(?:[Tt]he\s+)?(?:coming|near|immediate|foreseeable|distant|recent|not\s+too\s+distant)\s+(?:days|weeks|months|years|decades|term|future|past)\b", _said("reference")),
        (r"\b(?:[Tt]he\s+)?(?:short|medium|long|longer|shorter)[\s-]term\b(?=\W*(?:$|[,.;]|and|or|but)|\s+(?:is|will|as)\b)", _said("reference")),
        (r"\b[Ii]n\s+the\s+(?:future|past)\b|\b[Ff]or\s+the\s+time\s+being\b|\b[Aa]t\s+(?:present|the\s+moment)\b|\b[Tt]hese\s+days\b", _said("reference")),
        (r"\b(?:[Nn]ow|[Nn]owadays|[Cc]urrently|[Pp]resently|[Rr]ecently|[Ll]ately|[Ss]oon|[Pp]reviously|[Ff]ormerly|[Ss]hortly)\b(?!\s+(?:after|before|as)\b)", _said("reference")),
        (rf"(?<![\w-])(?:[Tt]he\s+)?(?:{_PART})?(?P<era>(?i:{era}))\b(?!['’]s\b)", _era),
    ]
    return tuple((re.compile(pattern), reading) for pattern, reading in raw)


def scan(text: str) -> Iterator[Expression]:
    """Every stretch of `text` that the grammar reads as a time, overlaps and all; impossible dates are left out."""
    for pattern, reading in _rules():
        for match in pattern.finditer(text):
            try:
                kind, shape, flags = reading(match)
            except (ValueError, KeyError, OverflowError):
                continue
            yield Expression(match.start(), match.end(), kind, shape, flags)


def longest(found: Iterator[Expression]) -> list[Expression]:
    """The expressions that do not overlap, the longest kept, in the order of the text."""
    kept: list[Expression] = []
    taken: set[int] = set()
    for e in sorted(found, key=lambda e: (e.start - e.end, e.start)):
        if taken.isdisjoint(range(e.start, e.end)):
            taken.update(range(e.start, e.end))
            kept.append(e)
    return sorted(kept, key=lambda e: e.start)
