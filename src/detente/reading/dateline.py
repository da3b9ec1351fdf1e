"""Where an article says when and whence it was written: the opening of its first paragraph, or a line of its own."""

from __future__ import annotations

import re

from detente.reading import days
from detente.records import Span

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_SHOUT = rf"{_UPPER}{{2,}}(?:[.'’-]{_UPPER}+)*"
_BODIES = "NATO|OPEC|OSCE|BRICS|UNESCO|UNICEF|ASEAN|CSTO|AUKUS"
# four letters at least: shorter ones are more often a body than a town
_FIRST = "NEW|SAN|SAO|SÃO|RIO|LA|LAS|LOS|EL|LE|THE|DEN|ST|ABU|TEL|DAR|ULAN|HO|ADDIS|PORT"
_TOWN = rf"(?!(?:{_BODIES})\b)(?={_UPPER}{{4}}|{_UPPER}{{1,2}}\. ?{_UPPER}{{3}}|(?:{_FIRST})\.?[ -]{_UPPER}{{2}})"
_SHOUTED = rf"{_TOWN}(?:{_UPPER}{{1,2}}\. ?)?{_SHOUT}(?:(?: ?/ ?| (?:and|&) | ){_SHOUT}){{0,5}}"
_PLACE = rf"{_UPPER}[\w.'’-]+(?: {_UPPER}[\w.'’-]+){{0,3}}"
_PLACES = rf"{_PLACE}(?:(?: ?/ ?| (?:and|&) ){_PLACE}){{0,2}}"
_AGENCY = r"[(\[]\s*[A-Z][\w.&'’/ -]{1,40}?\s*[)\]]"
_WHEN = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?,?(?: \d{4})?|\d{4}-\d\d-\d\d)"
_DASH = r"\s*(?:[–—―]|(?<=[\s)\]])[-_]{1,2}(?=\s)|--)\s*"
_HEADER = re.compile(r"(?i:date|dated|published|posted)\s*[:=]?\s*(?=[\d(]|[A-Z][a-z]{2,8}\.? \d)")
_CITY = re.compile(
    rf"(?:{_SHOUTED}(?:, {_PLACE})?(?:,? {_WHEN})?(?:,?\s*{_AGENCY})?"
    rf"|{_PLACES}(?:, {_PLACE})?(?:,? {_WHEN},?\s*{_AGENCY}|\s*{_AGENCY}|,? {_WHEN})|{_AGENCY})"
    rf"{_DASH}(?=[\"'“‘«(]?{_UPPER})"
)
_OUTLET = re.compile(r"[(\[]\s*([A-Z][\w.&'’/ -]{1,40}?)\s*[)\]]")
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.]\d{2}){1,2}(?:\.\d+)?\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|\bZ\b", re.IGNORECASE
)
_SAID = re.compile(
    r"\b(?:published|publication|updated|posted|date[d]?|last|modified|first|created|issued|released|on|at|of|the|local|time|gmt|utc|[ecmpbw][esd]?s?t"
    r"|ist|trt|msk|eet|local|edition|print|online|[ap]\.?m|read(?:ing)?|\d+[ -]min(?:ute)?s?|mon|tues?|wed(?:nes)?"
    r"|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b",
    re.IGNORECASE,
)
_REVISED = re.compile(r"(?i)\b(?:updated|modified|edited)\b")


def head(text: str, span: Span) -> Span | None:
    """The dateline that opens a paragraph (`date 2020-03-05`, `ANKARA, Nov. 25 (Agency) —`), with its dash; else None."""
    start = span.start
    header = _HEADER.match(text, *span)
    if header:
        written = days.find(text, Span(header.end(), min(span.end, header.end() + 40)))
        if written and written[0].span.start - header.end() <= 12:
            start = written[0].span.end
            while start < span.end and (text[start].isspace() or text[start] in ",;|"):
                start += 1
            stamped = (
                text[header.start() : written[0].span.start].rstrip().endswith((":", "="))
                or text[written[0].span.start].isdigit()
            )
            if not _CITY.match(text, start, span.end) and not (stamped and text[start : start + 1].isupper()):
                start = span.start
    limit = min(span.end, start + 160)
    city = _CITY.match(text, start, limit)
    end = city.end() if city else start
    return Span(span.start, _trimmed(text, span.start, end)) if end > span.start else None


def only(text: str, span: Span) -> bool:
    """Whether a line says nothing but when, and perhaps where, it was published."""
    if span.end - span.start > 120:
        return False
    written = [w for w in days.find(text, span) if w.day is not None or w.year is not None]
    if not written or len(written) > 2:
        return False
    rest = "".join(_around(text, span, [w.span for w in written]))
    rest = _SAID.sub(" ", _CLOCK.sub(" ", rest))
    words = re.findall(r"\w+", rest)
    return not words or (len(words) <= 2 and all(w[0].isupper() for w in words) and text[span.end - 1] != ".")


def dated_at_end(words: str) -> bool:
    """Whether a line ends with a full date, as captions do."""
    return any(w.year and w.day and len(words) - w.span.end <= 2 for w in days.find(words))


def outlet(words: str) -> str | None:
    """The agency that a dateline names in parentheses."""
    found = _OUTLET.search(words)
    return found[1] if found else None


def revised(words: str) -> bool:
    """Whether a line says when the article was changed, not when it came out."""
    return bool(_REVISED.search(words))


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _around(text: str, span: Span, holes: list[Span]) -> list[str]:
    """The text of a span without the holes in it."""
    parts: list[str] = []
    place = span.start
    for hole in holes:
        parts.append(text[place : hole.start])
        place = hole.end
    return [*parts, text[place : span.end]]
