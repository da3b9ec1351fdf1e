"""Where quotation marks pair, paragraph by paragraph, so that a lost mark never lets a quotation swallow a paragraph.

Straight marks open or close by what stands beside them, curly ones by their shape; one inside the other is nested and not told
apart. A paragraph that ends inside a quotation is quoted to its end only where the next one opens with a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.reading.clean import GAP

_MARK = re.compile(r"[\"“”„«»]")
_OPENING, _CLOSING = "“„«", "”»"
_SINGLE_OPEN = re.compile(r"(?:^|(?<=[\s(\[—–-]))['‘](?=[^\W\d])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])['’](?=$|[\s.,;:!?)\]—–-])")
_STOPPED = re.compile(r"[.!?…][)\]]?\s*$")
_LONGEST_TAIL = 400  # characters that a curly mark without its partner may quote, to the end of its paragraph
_LONGEST_SINGLE = 600  # characters; apostrophes further apart are no pair


@dataclass(frozen=True, slots=True)
class Quoted:
    """`text[start:end]` of the clean text stands between marks; `open` and `close` are the bounds with the marks.

    `continued` where the marks of the paragraph before were not closed and this one goes on.
    """

    start: int
    end: int
    open: int
    close: int
    continued: bool = False


@dataclass(slots=True)
class _Mark:
    at: int
    char: str
    opens: bool
    closes: bool


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each block of the clean text."""
    start = 0
    while start <= len(text):
        end = text.find(GAP, start)
        end = len(text) if end < 0 else end
        if end > start:
            yield start, end
        start = end + len(GAP)


def pairs(text: str, *, across: bool = True) -> list[Quoted]:
    """Every stretch between a pair of marks, in order, none inside another.

    Args:
        text: the clean text.
        across: whether a quotation may run on into the next paragraph; not where the copy is known to have lost marks.
    """
    found: list[Quoted] = []
    bounds = list(paragraphs(text))
    runs_on = False
    for n, (start, end) in enumerate(bounds):
        following = text[bounds[n + 1][0]] if n + 1 < len(bounds) else ""
        doubles, left = _doubles(text, start, end)
        if runs_on and doubles and doubles[0].open <= start + 1:
            doubles[0] = Quoted(doubles[0].start, doubles[0].end, doubles[0].open, doubles[0].close, continued=True)
        runs_on = across and left is not None and following in ("“", '"') and _STOPPED.search(text[left:end]) is not None
        if runs_on and left is not None and not (doubles and doubles[-1].open == left):
            doubles.append(
                Quoted(left + 1, end, left, end, continued=bool(found) and left <= start + 1 and _was_open(found, start))
            )
        found += doubles or _singles(text, start, end)
    return [_trimmed(text, q) for q in found if text[q.start : q.end].strip()]


def _was_open(found: list[Quoted], start: int) -> bool:
    """Whether the paragraph before ended inside a quotation."""
    return found[-1].end == found[-1].close and found[-1].close + len(GAP) >= start


def _trimmed(text: str, q: Quoted) -> Quoted:
    raw = text[q.start : q.end]
    start = q.start + len(raw) - len(raw.lstrip())
    return Quoted(start, start + len(raw.strip()), q.open, q.close, q.continued)


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """The double marks of a paragraph and what each may do there."""
    found: list[_Mark] = []
    for match in _MARK.finditer(text, start, end):
        at, char = match.start(), match[0]
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        free_before, free_after = before.isspace() or before in "([—–-/", after.isspace() or after in ")]—–-.,;:!?/"
        tight = before in "“‘'" or (before in ":,.;!?" and after.isalnum())
        opens = char in _OPENING or (char == '"' and (free_before or tight) and not after.isspace() and at + 1 < end)
        closes = char in _CLOSING or (char == '"' and (not free_before or free_after))
        if char == '"' and before.isdigit() and not free_after:
            closes = False
        found.append(_Mark(at, char, opens, closes))
    return found


def _doubles(text: str, start: int, end: int) -> tuple[list[Quoted], int | None]:
    """The pairs of double marks of a paragraph, and where one that is not closed opens, if the last does."""
    marks = _marks(text, start, end)
    found, opened = _paired(marks)
    last = opened
    while opened is not None:  # a mark that was lost must not hide the pairs after it
        marks = marks[marks.index(opened) + 1 :]
        more, opened = _paired(marks)
        found += more
    if last is None or any(q.open > last.at for q in found):
        return found, None
    if last.char in _OPENING and end - last.at <= _LONGEST_TAIL and _STOPPED.search(text[last.at : end]) is not None:
        found.append(Quoted(last.at + 1, end, last.at, end))
    return found, last.at


def _paired(marks: list[_Mark]) -> tuple[list[Quoted], _Mark | None]:
    """The pairs up to the first mark that nothing closes, and that mark."""
    found: list[Quoted] = []
    opened: _Mark | None = None
    nested = False
    for n, mark in enumerate(marks):
        if opened is None:
            opened = mark if mark.opens else None
        elif _other_kind(opened, mark):
            if mark.opens and not mark.closes:
                nested = True
            elif nested:
                nested = False
            elif mark.closes and not _closed_later(opened, marks[n + 1 :]):
                found.append(Quoted(opened.at + 1, mark.at, opened.at, mark.at + 1))
                opened = None
        elif mark.closes:
            found.append(Quoted(opened.at + 1, mark.at, opened.at, mark.at + 1))
            opened, nested = None, False
        else:
            opened, nested = mark, False
    return found, opened


def _other_kind(one: _Mark, other: _Mark) -> bool:
    return (one.char == '"') != (other.char == '"')


def _closed_later(opened: _Mark, rest: list[_Mark]) -> bool:
    """Whether a mark of the opening one's own kind still closes before another of that kind opens."""
    for mark in rest:
        if not _other_kind(opened, mark):
            return mark.closes
    return False


def _singles(text: str, start: int, end: int) -> list[Quoted]:
    """Pairs of single marks, for papers that quote with them; apostrophes are told apart by what stands beside them."""
    found: list[Quoted] = []
    place = start
    while (opening := _SINGLE_OPEN.search(text, place, end)) is not None:
        following = _SINGLE_OPEN.search(text, opening.end(), end)
        limit = min(end, opening.end() + _LONGEST_SINGLE, following.start() if following else end)
        closing = _closing_single(text, opening.end(), limit)
        if closing is not None:
            found.append(Quoted(opening.end(), closing, opening.start(), closing + 1))
        place = closing + 1 if closing is not None else opening.end()
    return found


def _closing_single(text: str, start: int, end: int) -> int | None:
    options = [m.start() for m in _SINGLE_CLOSE.finditer(text, start, end)]
    plain = [i for i in options if not (text[i - 1] == "s" and re.match(r"\s[a-z]", text[i + 1 : i + 3]))]
    stopped = [i for i in options if text[i - 1] in ".,!?…"]
    for choice in (stopped, plain, options):
        if choice:
            return choice[0]
    return None
