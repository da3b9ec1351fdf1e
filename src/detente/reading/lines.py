"""Text → the spans of its lines or paragraphs, before anything is said about what they are."""

from __future__ import annotations

import re
from itertools import pairwise

from detente.records import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029\f]+")
_BLANK = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)|\f|\u2029")
_STOP = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_BULLET = re.compile(r"(?:[•·▪◦‣–—*+-]|\d{1,2}[.)])\s+\S")


def split(text: str) -> list[Span]:
    """The paragraphs of a text, without the white space around them.

    A line is a paragraph, unless the text was wrapped at a fixed width: then the lines between two blank ones are joined,
    except where a list item begins.
    """
    lines = [trim(text, Span(*m.span())) for m in _LINE.finditer(text)]
    lines = [line for line in lines if line.start < line.end]
    return _unwrap(text, lines) if _wrapped(text, lines) else lines


def trim(text: str, span: Span) -> Span:
    """The span without white space and invisible marks at its ends."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in "\ufeff\u200b"):
        end -= 1
    return Span(start, end)


def apart(text: str, first: Span, second: Span) -> bool:
    """Whether a blank line lies between two spans."""
    return bool(_BLANK.search(text, first.end, second.start))


def _wrapped(text: str, lines: list[Span]) -> bool:
    """Whether lines end in mid-sentence because of their width, not of their meaning."""
    pairs = [(a, b) for a, b in pairwise(lines) if not apart(text, a, b)]
    if len(pairs) < 3:
        return False
    broken = sum(1 for a, b in pairs if _runs_on(text, a, b))
    return broken >= 0.3 * len(pairs) and sorted(e - s for s, e in lines)[len(lines) * 9 // 10] <= 120


def _runs_on(text: str, first: Span, second: Span) -> bool:
    return not _STOP.search(text, *first) and (text[second.start].islower() or text[first.end - 1] in ",-")


def _unwrap(text: str, lines: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for line in lines:
        item = _BULLET.match(text, *line)
        if joined and not item and not apart(text, joined[-1], line):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined
