"""Lines → blocks: title, headings, running text, captions, credits, bylines, datelines, boilerplate; what is printed twice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from detente.reading import cues, dateline
from detente.reading.draft import Hint
from detente.reading.lines import apart, split, trim
from detente.records import Block, BlockKind, Span

_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
_TITLE_WORDS = 30
_HEADING_WORDS = 14
_CAPTION_WORDS = 90
_SAME = 12  # characters from which a line can be a repeat of another
_CHARACTERS = 900  # of a line that can be furniture
_NOTE_WORDS = 30
_PARAGRAPH = 12  # words from which a line is taken for a part of the story
_ROW = 2000  # characters of a line that can be a table's
_LISTED = ("subscribe", "also_read", "follow")  # reasons that the list items below a line share
_ANYWHERE = ("subscribe", "follow", "copyright")
_BEFORE = re.compile(r"^(?:[•·▪◦‣*_>|\[(–-]\s*)+")
_CUT = 40  # characters from which a line can be the cut-off beginning of another
_MARKDOWN_HEAD = re.compile(r"(#{1,6})\s+(?=\S)|>\s+(?=\S)")
_MARKDOWN_TITLE = "#"
_MARKDOWN_WHOLE = re.compile(r"(\*\*|__|\*|_)(?=\S)([^*_\n]+)(?<=\S)\1$")


@dataclass(slots=True)
class _Line:
    """A line under judgement: `kind` None until something is said about it."""

    span: Span
    words: str
    kind: BlockKind | None = None
    reason: str | None = None
    copy_of: int | None = None

    @property
    def count(self) -> int:
        return len(self.words.split())

    def call(self, kind: BlockKind, reason: str | None = None) -> None:
        self.kind, self.reason = kind, reason


def cut(text: str, hints: tuple[tuple[int, Hint], ...] = (), *, markdown: bool = False) -> tuple[Block, ...]:
    """The blocks of a text, in order, none over another. What a block is not known to be is running text (`body`)."""
    known = dict(hints)
    lines: list[_Line] = []
    fenced = False
    for span in split(text):
        hint = known.get(span.start)
        fence = markdown and text.startswith(("```", "~~~"), span.start)
        if fence or fenced:
            hint = hint or Hint("boilerplate", "code")
            fenced ^= fence
        for part, said in _parts(text, span, hint, markdown):
            lines.append(_Line(part, text[part.start : part.end], said.kind if said else None, said.reason if said else None))
    _furniture(lines)
    _datelines(text, lines)
    _captions(text, lines)
    _head(lines)
    _author_notes(lines)
    _headings(lines)
    _copies(lines)
    return tuple(Block(line.kind or "body", line.span, line.reason, line.copy_of) for line in lines)


def title(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The words of the title block."""
    return next((" ".join(text[b.span.start : b.span.end].split()) for b in blocks if b.kind == "title"), None)


def _parts(text: str, span: Span, hint: Hint | None, markdown: bool) -> list[tuple[Span, Hint | None]]:
    """A line, or the two or three blocks that share it: a dateline before its story, a caption before its credit."""
    if markdown and (mark := _MARKDOWN_HEAD.match(text, *span)):
        span = trim(text, Span(mark.end(), span.end))
        if mark[1]:
            hint = Hint("title" if mark[1] == _MARKDOWN_TITLE else "heading")
    if markdown and (strong := _MARKDOWN_WHOLE.match(text, *span)):
        span = Span(*strong.span(2))
        hint = hint or (Hint("heading") if len(strong[1]) == 2 and len(strong[2].split()) <= _HEADING_WORDS else None)
    if hint is not None and hint.kind == "boilerplate":
        return [(span, hint)]
    place = dateline.head(text, span)
    if place is not None and place.end < span.end:
        return [(place, Hint("dateline")), *_parts(text, trim(text, Span(place.end, span.end)), hint, markdown)]
    words = text[span.start : span.end]
    credit = cues.CREDIT_TAIL.search(words) if len(words) < 900 and not cues.CREDIT.match(words) else None
    if credit and credit.start() and len(words[: credit.start()].split()) <= _CAPTION_WORDS:
        border = span.start + credit.start()
        caption, tail = trim(text, Span(span.start, border)), trim(text, Span(border, span.end))
        return [(caption, Hint("caption")), (tail, Hint("credit"))]
    return [(span, hint)]


def _furniture(lines: list[_Line]) -> None:
    """Boilerplate by its words, and the list items that follow such a line."""
    story = [n for n, line in enumerate(lines) if line.kind is None and line.count >= _PARAGRAPH and _reason(line) is None]
    last = story[-1] if story else -1
    open_reason: str | None = None
    for n, line in enumerate(lines):
        if line.kind == "boilerplate":
            continue
        reason = _judged(line, over=n > last) if line.kind in (None, "heading") else None
        if reason is None and open_reason and cues.BULLET.match(line.words) and line.count <= cues.LONGEST:
            reason = open_reason
        if reason is None:
            open_reason = None
            continue
        line.call("boilerplate", reason)
        open_reason = reason if reason in _LISTED else None


def _judged(line: _Line, *, over: bool) -> str | None:
    """Why a line is furniture; `over` tells that the story is over when it comes."""
    reason = _reason(line)
    # What a sentence says of a columnist is a note on the author only behind the story.
    if reason == "author_note" and not over:
        return None
    if reason == "copyright" and cues.CREDIT.match(line.words):
        return None
    if reason is None and len(line.words) <= _ROW:
        return next((kind for kind, shape in cues.SHAPES if shape.match(line.words)), None)
    return reason


def _reason(line: _Line) -> str | None:
    """Why a line is furniture; of a short line, any sentence may say so."""
    if line.count > cues.LONGEST or len(line.words) > _CHARACTERS:
        return None
    words = _BEFORE.sub("", line.words) or line.words
    found = _cue(words)
    if found is None and line.count <= _NOTE_WORDS:
        found = next((r for s in re.split(r"(?<=[.!?])\s+", words)[1:] if (r := _cue(s)) in _ANYWHERE), None)
    return found


def _cue(words: str) -> str | None:
    return next((reason for reason, cue in cues.BOILERPLATE if cue.match(words)), None)


def _author_notes(lines: list[_Line]) -> None:
    """Lines after the story that say who its author is."""
    by = next((line.words for line in lines if line.kind == "byline"), None)
    name = by and re.sub(cues.BY, "", by, count=1).split(",")[0].strip()
    if not name or len(name.split()) < 2:
        return
    for line in reversed(lines):
        if line.kind == "boilerplate":
            continue
        if (
            line.kind is None
            and line.count <= cues.LONGEST
            and re.match(rf"{re.escape(name)}\b,? {cues.IS_SOMEBODY}", line.words, re.IGNORECASE)
        ):
            line.call("boilerplate", "author_note")
        break


def _datelines(text: str, lines: list[_Line]) -> None:
    """Lines that say nothing but a day."""
    for line in lines:
        if line.kind is None and dateline.only(text, line.span):
            line.call("dateline")


def _captions(text: str, lines: list[_Line]) -> None:
    """Credits, and the captions they stand under."""
    tight = _tight(text, lines)
    for n, line in enumerate(lines):
        if line.kind is None and line.count <= 16 and cues.CREDIT.match(line.words):
            line.call("credit")
        if line.kind == "credit" and n and lines[n - 1].kind is None and _captioned(text, lines[n - 1], line, tight):
            lines[n - 1].call("caption")
        if line.kind is None and line.count <= _CAPTION_WORDS and cues.CAPTION.match(line.words):
            line.call("caption")


def _captioned(text: str, line: _Line, credit: _Line, tight: bool) -> bool:
    """Whether the line above a credit is its caption: right above it, or by its own words."""
    if line.count > _CAPTION_WORDS:
        return False
    if cues.CAPTION.search(line.words) or dateline.dated_at_end(line.words):
        return True
    return not apart(text, line.span, credit.span) if not tight else line.count <= 45


def _tight(text: str, lines: list[_Line]) -> bool:
    """Whether paragraphs follow one another without a blank line, so that nearness says nothing."""
    pairs = list(pairwise(lines))
    return sum(1 for a, b in pairs if apart(text, a.span, b.span)) < 0.3 * len(pairs)


def _head(lines: list[_Line]) -> None:
    """Title and bylines: what stands before the first paragraph of running text."""
    first = next((n for n, line in enumerate(lines) if line.kind is None and _sentence(line)), len(lines))
    named = any(line.kind == "title" for line in lines)
    seen_title = named
    for n, line in enumerate(lines[: first + 3]):
        if line.kind == "title":
            seen_title = True
        if line.kind is not None:
            continue
        if _byline(line, seen_title and n < first):
            line.call("byline")
        elif not seen_title and n <= first and _entitled(line, n, lines):
            line.call("title")
            seen_title = True
    for line in lines[-4:]:
        if (
            line.kind is None
            and line.count <= 20
            and (by := cues.BY.match(line.words))
            and cues.BYLINE.match(line.words, by.end())
        ):
            line.call("byline")


def _byline(line: _Line, after_title: bool) -> bool:
    if line.count > 20:
        return False
    by = cues.BY.match(line.words)
    if by:
        return bool(cues.BYLINE.match(line.words, by.end()))
    shouted = line.words.upper() == line.words and 2 <= line.count <= 4 and not cues.SECTION.search(line.words)
    return after_title and shouted and bool(cues.NAME_LINE.match(line.words))


def _entitled(line: _Line, n: int, lines: list[_Line]) -> bool:
    """Whether a line can be the title: short, no full stop, with longer text to come."""
    if line.count > _TITLE_WORDS or re.search(r"\.[\"'”’»)\]]*$", line.words) or cues.BULLET.match(line.words):
        return False
    return any(later.kind is None and later.count > line.count and later.count >= 12 for later in lines[n + 1 :])


def _sentence(line: _Line) -> bool:
    return line.count >= 12 and bool(_STOP.search(line.words))


def _headings(lines: list[_Line]) -> None:
    for line, after in pairwise(lines):
        if line.kind is None and line.count <= _HEADING_WORDS and _headlike(line.words) and after.kind in (None, "caption"):
            line.call("heading")


def _headlike(words: str) -> bool:
    bare = words.strip("\"'“”‘’«»*_ ")
    return (
        bool(bare) and not re.search(r"[.!?;:,…]$", bare) and (bare[0].isupper() or bare[0].isdigit() or not bare[0].isascii())
    )


def _copies(lines: list[_Line]) -> None:
    """Mark what is printed twice; of a cut-off line and the whole one, the whole one is kept."""
    first: dict[str, int] = {}
    for n, line in enumerate(lines):
        if line.kind in ("boilerplate", "credit", "byline", "dateline"):
            continue
        key = _key(line.words)
        if len(key) >= _SAME and key in first:
            _repeat(lines, n, first[key])
        else:
            first.setdefault(key, n)
    keys = sorted((key, n) for key, n in first.items() if len(key) >= _CUT)
    for (short, n), (long, m) in pairwise(keys):
        if long.startswith(short) and not _STOP.search(lines[n].words.rstrip(". …") + lines[n].words[-1:]):
            _repeat(lines, n, m)


def _repeat(lines: list[_Line], n: int, kept: int) -> None:
    """`n` repeats `kept`: what is known of either's kind holds for both."""
    lines[n].copy_of = kept
    both = (lines[kept].kind, lines[n].kind)
    lines[kept].kind = lines[n].kind = "caption" if "caption" in both else both[0] or both[1]


def _key(words: str) -> str:
    return re.sub(r"\W+", " ", words).casefold().strip()
