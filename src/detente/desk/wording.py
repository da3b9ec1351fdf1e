"""Dates, numbers, types and modalities in plain words. Nothing here invents: what is not known is said to be not stated."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date

from detente.records import Moment

NOT_STATED = "not stated"

MONTHS = tuple(calendar.month_name)

ACTS = {
    "AGREE": "agrees with",
    "CONSULT": "meets or talks with",
    "SUPPORT": "supports",
    "CONCEDE": "gives way to",
    "COOPERATE": "works with",
    "AID": "helps",
    "RETREAT": "draws back from",
    "REQUEST": "demands of",
    "ACCUSE": "accuses",
    "REJECT": "refuses",
    "THREATEN": "threatens",
    "PROTEST": "protests against",
    "SANCTION": "sanctions",
    "MOBILIZE": "mobilises against",
    "COERCE": "coerces",
    "ASSAULT": "attacks",
}
QUADS = {
    "verbal_cooperation": ("words", 1, "cooperative words"),
    "verbal_conflict": ("words", -1, "conflictual words"),
    "material_cooperation": ("deeds", 1, "cooperative deeds"),
    "material_conflict": ("deeds", -1, "conflictual deeds"),
}
MODALITIES = {
    "actual": "took place",
    "future": "foreseen",
    "hypothetical": "hypothetical",
    "negated": "told as not done",
}
BASES = {
    "explicit": "as stated",
    "relative": "worked out from another date in the text",
    "dateline": "from the article’s own date",
    "inferred": "bounded by other facts",
    "unknown": "",
}
STATUSES = {
    "proposed": "proposed",
    "negotiating": "being negotiated",
    "signed": "signed",
    "ratified": "ratified",
    "in_force": "in force",
    "suspended": "suspended",
    "breached": "breached",
    "ended": "ended",
    "revived": "revived",
    "unknown": "state not told",
}
VERDICTS = {
    "supported": "supported",
    "partly": "partly supported",
    "mixed": "mixed",
    "refuted": "refuted",
    "untested": "not tested yet",
    "not_scorable": "cannot be scored",
}
DEGRADED = {
    "broken_entities": "broken characters repaired",
    "odd_quotes": "quotation marks do not pair",
    "machine_translated": "machine translation",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """Text from an article without control and direction-override characters, each replaced so that no offset moves."""
    return _CONTROL.sub("\ufffd", text)


def capitalized(text: str) -> str:
    """The first letter as a capital, the others as they are."""
    return text[:1].upper() + text[1:]


def one_line(text: str) -> str:
    """Text from an article as one line."""
    return " ".join(plain(text).split())


def quoted(text: str) -> str:
    """Somebody's words between quotation marks, unless they have some of their own.

    >>> quoted("we will"), quoted('he said "no"')
    ('“we will”', 'he said "no"')
    """
    return text if any(mark in text for mark in '“”„"«»') else f"“{text}”"


def brief(text: str, most: int = 90) -> str:
    """The beginning of a text, cut between words."""
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(' ', 1)[0].rstrip(',;:—– ')} …"


def signed(number: float | None, decimals: int = 2) -> str:
    """A number with its sign and a true minus; `not known` for None.

    >>> signed(-0.5), signed(0.0), signed(None)
    ('−0.50', '0.00', 'not known')
    """
    if number is None:
        return "not known"
    text = f"{abs(number):.{decimals}f}"
    if float(text) == 0:
        return text
    return f"{'+' if number > 0 else '−'}{text}"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "act"), count(0, "act"), count(2, "reply", "replies")
    ('1 act', 'no acts', '2 replies')
    """
    if number == 1:
        return f"1 {noun}"
    return f"{number or 'no'} {plural or noun + 's'}"


def listed(items: Sequence[str]) -> str:
    """Items as a phrase: `a, b and c`."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def day(when: date) -> str:
    """A day in full, `9 August 2016`."""
    return f"{when.day} {MONTHS[when.month]} {when.year}"


def period(name: str) -> str:
    """A period of a series in words, `August 2016` or `2016`."""
    year, _, month = name.partition("-")
    return f"{MONTHS[int(month)]} {int(year)}" if month else str(int(year))


def _is_month_end(when: date) -> bool:
    return when.day == calendar.monthrange(when.year, when.month)[1]


def moment(when: Moment) -> str:
    """An interval of days as closely as it is known and no closer.

    >>> moment(Moment(date(2016, 8, 1), date(2016, 8, 31), "explicit")), moment(Moment(date(2011, 1, 1), None, "explicit"))
    ('August 2016', 'since 1 January 2011')
    """
    first, last = when.earliest, when.latest
    if first is None and last is None:
        return NOT_STATED
    if first is None or last is None:
        return f"until {day(last)}" if last else f"since {day(first)}" if first else NOT_STATED
    if first == last:
        return day(first)
    if first.day == 1 and _is_month_end(last):
        return _whole_months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month]} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def _whole_months(first: date, last: date) -> str:
    if first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.year != last.year:
        return f"{MONTHS[first.month]} {first.year} – {MONTHS[last.month]} {last.year}"
    if first.month == last.month:
        return f"{MONTHS[first.month]} {first.year}"
    return f"{MONTHS[first.month]}–{MONTHS[last.month]} {first.year}"


def basis(when: Moment) -> str:
    """On what ground a date rests, with its note."""
    ground = BASES[when.basis]
    return f"{ground}: {one_line(when.note)}" if ground and when.note else ground


def warmth(value: float) -> str:
    """What a warmth in [−1, 1] says in words."""
    if value >= 0.6:
        return "cooperative almost throughout"
    if value >= 0.2:
        return "more cooperative than conflictual"
    if value > -0.2:
        return "as often conflictual as cooperative"
    if value > -0.6:
        return "more conflictual than cooperative"
    return "conflictual almost throughout"


def percent(low: float | None, high: float | None) -> str | None:
    """A band of probability, `55–80 %`; None where no number is given."""
    if low is None and high is None:
        return None
    ends = [f"{100 * end:g}" for end in (low, high) if end is not None]
    return f"{'–'.join(dict.fromkeys(ends))} %"
