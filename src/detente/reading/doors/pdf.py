"""PDF: lines with their places on the page → paragraphs; running heads, page numbers and hyphens at line ends taken out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from statistics import median
from typing import Any

from detente.errors import UnreadableError
from detente.reading.doors.opened import Opened
from detente.reading.draft import Draft, Hint

_STOP = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_NUMBER = re.compile(r"[-–—\s]*(?:page\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s]*$", re.IGNORECASE)
_EDGE = 2  # lines at the top and at the foot of a page that can be running heads
_HYPHENS = "\u00ad\ufffe\x02"


@dataclass(slots=True)
class _Line:
    """A line of a page; coordinates in points from the page's lower left corner."""

    words: str
    page: int
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)


def pages(file: Opened) -> Iterator[Draft]:
    """The one article of a PDF.

    Raises:
        UnreadableError: `binary`, `encrypted`, `truncated`, `corrupt`, `no_text`, `too_large`, `timeout`.
    """
    if b"%PDF-" not in file.raw[:1024]:
        raise UnreadableError("is not a PDF", reason="binary", at=file.path)
    lines = _lines(file)
    if not any(line.words for line in lines):
        mend = "run it through character recognition first"
        raise UnreadableError("has no text in it, only pictures", reason="no_text", at=file.path, mend=mend)
    lines, heads = _without_heads(lines)
    paragraphs = _paragraphs(lines)
    text = "\n\n".join(paragraphs)
    hints: list[tuple[int, Hint]] = []
    for head in heads:
        hints.append((len(text) + 2, Hint("boilerplate", "running_head")))
        text += "\n\n" + head
    yield Draft(text, "pdf", hints=tuple(hints))


def _lines(file: Opened) -> list[_Line]:
    pdfium: Any = import_module("pypdfium2")
    try:
        document = pdfium.PdfDocument(file.raw)
    except pdfium.PdfiumError as error:
        raise _refused(error, file) from None
    with document:
        if b"%%EOF" not in file.raw[-2048:]:
            raise UnreadableError("the PDF breaks off", reason="truncated", at=file.path, mend="fetch it again")
        found: list[_Line] = []
        size = 0
        for number in range(len(document)):
            file.check()
            page = document[number]
            textpage = page.get_textpage()
            found += _of_page(textpage, number)
            size += textpage.count_chars()
            textpage.close()
            page.close()
            if size > file.settings.max_text:
                what = f"has more than {file.settings.max_text:,} characters"
                raise UnreadableError(what, reason="too_large", at=file.path, mend="split it, or raise max_text")
    return found


def _refused(error: Exception, file: Opened) -> UnreadableError:
    if "password" in str(error).lower():
        return UnreadableError("is encrypted", reason="encrypted", at=file.path, mend="save it without its password")
    if b"%%EOF" not in file.raw[-2048:]:
        return UnreadableError("the PDF breaks off", reason="truncated", at=file.path, mend="fetch it again")
    return UnreadableError(f"is no sound PDF: {error}", reason="corrupt", at=file.path)


def _of_page(textpage: Any, number: int) -> list[_Line]:
    """The lines of a page with the boxes of their first and last visible characters."""
    whole: str = textpage.get_text_range()
    found: list[_Line] = []
    for m in re.finditer(r"[^\r\n]+", whole):
        words = m[0]
        start, end = m.start() + len(words) - len(words.lstrip()), m.end() - (len(words) - len(words.rstrip()))
        if start < end:
            left, bottom, _, top = textpage.get_charbox(start, loose=True)
            right = textpage.get_charbox(end - 1, loose=True)[2]
            found.append(_Line(" ".join(words.split()), number, left, right, bottom, top))
    return found


def _without_heads(lines: list[_Line]) -> tuple[list[_Line], list[str]]:
    """The lines without running heads and page numbers, and each head once."""
    by_page: dict[int, list[_Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    edges = {id(line): line for page in by_page.values() for line in (*page[:_EDGE], *page[-_EDGE:])}
    counts = Counter(key for page in by_page.values() for key in {_pattern(line) for line in (*page[:_EDGE], *page[-_EDGE:])})
    least = max(2, (len(by_page) + 1) // 2)
    kept: list[_Line] = []
    heads: dict[str, str] = {}
    for line in lines:
        if id(line) in edges and _NUMBER.match(line.words):
            continue
        if id(line) in edges and len(line.words) < 120 and counts[_pattern(line)] >= least:
            heads.setdefault(_pattern(line), line.words)
        else:
            kept.append(line)
    return kept, list(heads.values())


def _pattern(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.words).casefold()


def _paragraphs(lines: list[_Line]) -> list[str]:
    if not lines:
        return []
    gaps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.page == b.page and a.bottom > b.bottom]
    # in line heights, so that a title in large type is measured by its own size
    gap = (median(gaps) / median(line.height for line in lines)) if gaps else 1.2
    paragraphs: list[str] = [lines[0].words]
    for before, line in pairwise(lines):
        if _breaks(before, line, gap, lines):
            paragraphs.append(line.words)
        else:
            paragraphs[-1] = _joined(paragraphs[-1], line.words)
    return [p for p in (" ".join(p.translate(dict.fromkeys(map(ord, _HYPHENS))).split()) for p in paragraphs) if p]


def _breaks(before: _Line, line: _Line, gap: float, lines: list[_Line]) -> bool:
    """Whether a new paragraph begins: more space than usual, another size, an indent, or a short last line."""
    ended = bool(_STOP.search(before.words))
    if line.page != before.page or line.bottom >= before.bottom:
        return ended and (line.words[0].isupper() or not line.words[0].isalnum())
    if before.bottom - line.bottom > 1.3 * gap * line.height or not 0.85 < line.height / before.height < 1.18:
        return not before.words.endswith("-")
    width = max(other.right for other in lines if other.page == before.page)
    indented = line.left > before.left + 0.8 * line.height
    short = before.right < width - 6 * before.height
    return ended and (indented or short)


def _joined(first: str, second: str) -> str:
    """Two lines of a paragraph; a hyphen that the line's end asked for goes, one between two capitals or figures stays."""
    if first[-1] in _HYPHENS:
        return first[:-1] + second
    if re.search(r"[a-z]-$", first) and second[0].islower():
        return first[:-1] + second
    return first + second if first.endswith("-") else f"{first} {second}"
