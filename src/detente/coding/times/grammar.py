"""The interval grammar: regular expressions over the clean text, each with its reading.

`scan` gives every stretch that can be a time expression. What needs the parse (is `March` a month or a march?) is left to
`admission`, what needs a day to reckon from to `resolution`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from detente.coding.times import readings as read
from detente.coding.times.readings import Reading
from detente.coding.times.shapes import Expression
from detente.coding.times.vocabulary import (
    ABOUT,
    COUNT,
    DAY,
    MONTH,
    MONTH_NAME,
    PART,
    SEASON,
    SOME,
    TO,
    UNIT,
    UNNAMED,
    WAY,
    WEEKDAY,
    YEAR,
)
from detente.coding.times.weeks import week_of_month

_ON = rf"(?:{WEEKDAY},?\s+)?"
_TO_DAY = rf"(?:{TO}(?P<to>{DAY}))?"
_DASH_DAY = rf"(?:\s*[-–]\s*(?P<to>{DAY}))?"
_YEAR = rf"(?P<year>{YEAR})"
_MONTH = rf"(?P<month>{MONTH})"

_WEEK = rf"\b(?:the\s+)?(?P<nth>(?i:first|second|third|fourth|last|final))\s+(?:full\s+)?week\s+of\s+{_MONTH}"

_DATES: list[tuple[str, Reading]] = [
    (rf"{_WEEK},?\s+(?:of\s+)?{_YEAR}(?!\w)", week_of_month),
    (rf"{_WEEK}\b(?!\s+\d)", week_of_month),
    (rf"{UNNAMED}{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?:T\d[\d:]*(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])", read.iso),
    (rf"{UNNAMED}{_YEAR}/(?P<month>\d\d?)/(?P<day>\d\d?)(?![\w/])", read.iso),
    (rf"{UNNAMED}(?P<a>\d\d?)(?P<sep>[./])(?P<b>\d\d?)(?P=sep){_YEAR}(?![\w/])", read.numeric),
    (rf"\b{_ON}(?:the\s+)?(?P<day>{DAY}){_TO_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}(?![\w-])", read.full),
    (rf"\b{_ON}{_MONTH}\s+(?:the\s+)?(?P<day>{DAY}){_TO_DAY},?\s+{_YEAR}(?![\w-])", read.full),
    (rf"\b(?P<day>{DAY})\s+{_MONTH}{TO}(?P<to>{DAY})\s+(?P<month2>{MONTH}),?\s+{_YEAR}\b", read.across),
    (rf"\b{_MONTH}\s+(?P<day>{DAY}){TO}(?P<month2>{MONTH})\s+(?P<to>{DAY}),?\s+{_YEAR}\b", read.across),
    (rf"\b{_ON}(?:the\s+)?(?P<day>{DAY}){_DASH_DAY}\s+(?:of\s+)?{_MONTH}(?!\w)", read.yearless_day),
    (rf"\b{_ON}{_MONTH}\s+(?:the\s+)?(?P<day>{DAY}){_DASH_DAY}(?![\w:%]|[.,]\d)", read.yearless_day),
    (
        rf"\b(?:[Tt]he\s+)?(?P<nth>first|second|third|fourth|last)\s+week\s+of\s+{_MONTH}(?:,?\s+(?:of\s+)?{_YEAR}(?!\w)|(?!\w|,?\s+\d{{4}}))",
        read.week_of_month,
    ),
    (rf"\b{PART}?{_MONTH},?\s+(?:of\s+)?{_YEAR}(?!\w)", read.month_of_year),
    (rf"\b{_MONTH}{TO}(?P<month2>{MONTH}),?\s+{_YEAR}(?![\w-])", read.months_of_year),
    (rf"\b(?:{PART}|{WAY}\s+)?(?P<month>{MONTH_NAME})\b", read.month_alone),
    (rf"\b{PART}?(?:[Tt]he\s+)?{SEASON}(?:,?\s+of)?,?\s+{_YEAR}\b", read.season_of_year),
    (
        rf"\b(?:{WAY}\s+|{PART}|(?:(?<=\b[Ii]n )|(?<=\bby )|(?<=\bfor )|(?<=\bsince )|(?<=\buntil ))(?:the\s+)?){SEASON}\b"
        r"(?!\s+(?:of|in|offensive|war|uprising|olympics)\b)",
        read.season_alone,
    ),
]
_YEARS: list[tuple[str, Reading]] = [
    (rf"{UNNAMED}{PART}{_YEAR}(?!\w|[.,]\d|-\d)", read.year),
    (
        rf"\b(?:[Tt]he\s+)?(?P<nth>first|second|third|fourth|last)\s+(?P<piece>half|quarter)\s+of\s+{_YEAR}\b",
        read.piece_of_year,
    ),
    (rf"\bQ(?P<nth>[1-4])(?:\s+of)?\s+{_YEAR}\b", read.piece_of_year),
    (rf"{UNNAMED}{_YEAR}\s*[-–/]\s*(?P<to>{YEAR}|\d\d)(?![\w-]|[.,]\d)", read.years),
    (rf"(?:{UNNAMED}|(?<=\b[Pp]re-)|(?<=\b[Pp]ost-)){_YEAR}(?![\w%°]|[.,:]\d|-\d)", read.year),
    (rf"\b(?:{PART}|[Tt]he\s+)?(?P<decade>1[5-9]\d0|20[0-4]0)['’]?s\b", read.decade),
    (rf"(?:\b{PART}|\b[Tt]he\s+)['’](?P<decade>[2-9]0)s\b", read.decade),
    (
        rf"\b(?:{PART}|[Tt]he\s+)?"
        r"(?P<nth>(?:1\d|2[01]|[5-9])(?:st|nd|rd|th)|(?i:twenty[- ]first|[a-z]+(?:teenth|tieth|fth|nth|hth)))"
        r"[\s-]+centur(?:y|ies)\b",
        read.century,
    ),
]
_RELATIVE: list[tuple[str, Reading]] = [
    (rf"\b(?:{WAY}\s+)?{WEEKDAY}(?:\s+(?:morning|afternoon|evening|night))?\b", read.weekday),
    (
        r"\b(?P<word>(?i:yesterday|today|tomorrow|tonight|this\s+(?:morning|afternoon|evening)|last\s+night|"
        r"(?:in\s+the\s+course\s+of|later\s+in)\s+the\s+day))\b",
        read.near_day,
    ),
    (rf"\b{PART}?{WAY}\s+(?P<unit>week|weekend|month|quarter|year|decade|century)\b(?!-)", read.this_unit),
    (
        r"\b(?P<way>(?i:the\s+(?:following|next|previous|same)|that(?:\s+same)?))\s+day\b(?!-|\s+(?:of|that|when|on\s+which)\b)",
        read.told_day,
    ),
    (rf"\b{PART}(?<=the\s)(?P<unit>month|year|decade)\b(?!-)", read.this_unit),
    (r"\b(?P<side>(?i:so\s+far|earlier|later))\s+this\s+(?P<unit>week|month|quarter|year)\b", read.within_unit),
    (
        rf"\b(?P<about>{ABOUT})(?P<n>{COUNT}|{SOME})[\s-]+(?P<unit>{UNIT})s?\s+"
        r"(?P<side>ago|from\s+now|from\s+today|earlier|later|before|after(?!\s+(?:the|a|an|his|her|its|their|that)\b))\b",
        read.away,
    ),
    (
        rf"\b(?i:the|these)\s+(?P<side>past|last|next|coming|previous|following)\s+(?:(?P<n>{COUNT}|{SOME})\s+)?(?P<unit>{UNIT})s\b",
        read.rolling,
    ),
    (rf"\b(?P<side>(?i:past|last))\s+(?P<n>{COUNT}|{SOME})\s+(?P<unit>{UNIT})s\b", read.rolling),
]
_VAGUE: list[tuple[str, Reading]] = [
    (
        rf"\b{ABOUT}(?:{COUNT}|{SOME}|(?i:half\s+an?|half\s+a|tens\s+of|hundreds\s+of|a\s+quarter\s+of\s+a))[\s-]+(?:and\s+a\s+half\s+)?"
        rf"{UNIT}s?\b(?!-old|\s+old|['’]s\b)",
        read.vague("duration"),
    ),
    (rf"\b(?i:{UNIT})s\b(?!-old|\s+old|\s+ago|\s+\d{{4}})", read.vague("duration")),
    (r"\b(?i:recent\s+(?:days|weeks|months|years|decades|times))\b", read.vague("reference")),
    (
        r"\b(?:[Tt]he\s+)?(?:coming|near|immediate|foreseeable|distant|recent|not\s+too\s+distant)\s+"
        r"(?:days|weeks|months|years|decades|term|future|past)\b",
        read.vague("reference"),
    ),
    (
        r"\b(?:[Tt]he\s+)?(?:short|medium|long|longer|shorter)[\s-]term\b(?=\W*(?:$|[,.;]|and|or|but)|\s+(?:is|will|as)\b)",
        read.vague("reference"),
    ),
    (
        r"\b(?i:in\s+the\s+(?:future|past)|for\s+the\s+time\s+being|at\s+(?:present|the\s+moment)|these\s+days)\b",
        read.vague("reference"),
    ),
    (
        r"\b(?i:now|nowadays|currently|presently|recently|lately|soon|previously|formerly|shortly)\b(?!\s+(?:after|before|as)\b)",
        read.vague("reference"),
    ),
]


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Reading], ...]:
    """Every pattern with its reading; of two that match the same words the earlier one holds."""
    names = (re.escape(e).replace("'", "['’]").replace(r"\ ", r"\s+") for e in sorted(read.eras(), key=len, reverse=True))
    era = rf"(?<![\w-])(?:[Tt]he\s+)?{PART}?(?P<era>(?i:{'|'.join(names)}))\b(?!['’]s\b)"
    return tuple((re.compile(p), reading) for p, reading in (*_DATES, *_YEARS, *_RELATIVE, *_VAGUE, (era, read.era)))


def scan(text: str) -> Iterator[Expression]:
    """Every stretch of `text` that the grammar reads as a time, overlaps and all; impossible dates are left out."""
    for pattern, reading in _rules():
        for match in pattern.finditer(text):
            try:
                kind, shape, flags = reading(match)
            except (ValueError, KeyError, OverflowError):
                continue
            yield Expression(match.start(), match.end(), kind, shape, flags)


def longest(found: Iterable[Expression]) -> list[Expression]:
    """The expressions that do not overlap, the longest kept, in the order of the text."""
    kept: list[Expression] = []
    taken: set[int] = set()
    for e in sorted(found, key=lambda e: (e.start - e.end, e.start)):
        if taken.isdisjoint(range(e.start, e.end)):
            taken.update(range(e.start, e.end))
            kept.append(e)
    return sorted(kept, key=lambda e: e.start)
