"""HTML pages: trafilatura says which lines are the article; the page itself says what each of them is.

The lines between the title and the end of the article are kept in reading order: the article's own as running text, captions
and credits as such, and what else stands between them (link boxes, sign-up forms) as boilerplate.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from detente.errors import UnreadableError
from detente.reading.cues import BOILERPLATE
from detente.reading.doors import markup, metadata
from detente.reading.doors.markup import Piece
from detente.reading.doors.opened import Opened
from detente.reading.draft import Draft, Hint
from detente.reading.encoding import decode
from detente.records import BlockKind

_LARGEST = 60_000  # elements; extraction takes more than linear time beyond
_TAIL = 6  # lines after the article's last that may still be its notes
_HEADS = ("h2", "h3", "h4", "h5", "h6")
_FURNITURE = ("tfoot", "thead", "tr", "td", "th", "table", "dt", "dd", "summary", "details", "fieldset")

# trafilatura tells its discards to the log; without a handler they would end on the terminal.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def page(file: Opened) -> Iterator[Draft]:
    """The one article of a page.

    Raises:
        UnreadableError: `empty`, `too_large` for a page of too many elements, `not_an_article` where no running text is found.
    """
    root = markup.tree(decode(file.raw, at=file.path, declared=True))
    if root is None:
        raise UnreadableError("has nothing in it", reason="empty", at=file.path)
    if sum(1 for _ in root.iter()) > _LARGEST:
        raise UnreadableError(
            f"has more than {_LARGEST:,} elements", reason="too_large", at=file.path, mend="save the article alone"
        )
    about = metadata.read(root)
    lines = list(markup.pieces(root))
    file.check()
    main = _main(root)
    file.check()
    kept = list(_kept(lines, main))
    if not kept:
        raise UnreadableError("has no running text in it", reason="not_an_article", at=file.path)
    text, hints = compose(kept)
    shown = next((p.words for p, h in kept if h and h.kind == "title"), None)
    yield Draft(
        text,
        "html",
        hints=hints,
        title=shown or about.title,
        outlet=about.outlet,
        author=about.author,
        url=about.url,
        language=about.language,
        date=about.date,
    )


def fragment(source: str) -> list[tuple[Piece, Hint | None]]:
    """The lines of a piece of HTML that is all article, as feeds carry it."""
    root = markup.tree(source)
    return [] if root is None else [(p, _said(p)) for p in markup.pieces(root)]


def compose(lines: Iterable[tuple[Piece, Hint | None]]) -> tuple[str, tuple[tuple[int, Hint], ...]]:
    """Lines → the text that is stored, an empty line between two, and the hints by where each line starts."""
    parts: list[str] = []
    hints: list[tuple[int, Hint]] = []
    place = 0
    for piece, hint in lines:
        if hint is not None:
            hints.append((place, hint))
        parts.append(piece.words)
        place += len(piece.words) + 2
    return "\n\n".join(parts), tuple(hints)


def _main(root: Any) -> set[str]:
    """Keys of the lines that trafilatura takes for the article; those of all paragraphs where it finds next to nothing."""
    trafilatura: Any = import_module("trafilatura")
    found: Any = trafilatura.bare_extraction(
        markup.source(root), include_comments=False, include_tables=False, favor_recall=True, fast=True
    )
    text: str = (found.text if found is not None else None) or ""
    return {_key(line) for line in text.splitlines() if _key(line)}


def _kept(lines: list[Piece], main: set[str]) -> Iterator[tuple[Piece, Hint | None]]:
    """The lines from the title to the end of the article, with what the page says each one is."""
    matched = [n for n, p in enumerate(lines) if _key(p.words) in main and not p.aside]
    if sum(len(lines[n].words.split()) for n in matched if lines[n].tag not in _HEADS) < 20:
        matched = [n for n, p in enumerate(lines) if p.tag == "p" and not p.aside and p.linked < 0.5]
        main = {_key(lines[n].words) for n in matched}
    if not matched:
        return
    heads = [n for n, p in enumerate(lines) if p.tag == "h1" and n <= _first_paragraph(lines, matched)]
    start = min(matched[0], heads[-1]) if heads else matched[0]
    end = matched[-1]
    last = min(len(lines), end + 1 + _TAIL)
    for n in range(start, last):
        piece = lines[n]
        if n > end and not _note(piece):
            continue
        hint = Hint("title") if heads and n == heads[-1] else _said(piece)
        if hint is None and _key(piece.words) not in main:
            hint = _stray(piece)
        yield piece, hint


def _first_paragraph(lines: list[Piece], matched: list[int]) -> int:
    return next((n for n in matched if len(lines[n].words.split()) >= 12), matched[0])


def _said(piece: Piece) -> Hint | None:
    """What a line's element says it is."""
    kind: BlockKind | None = None
    if piece.credit:
        kind = "credit"
    elif piece.caption:
        kind = "caption"
    elif piece.tag in _HEADS:
        kind = "heading"
    elif piece.aside:
        return Hint("boilerplate", "aside")
    return Hint(kind) if kind else None


def _stray(piece: Piece) -> Hint | None:
    """A line that was not taken for the article and stands within it: a sentence is kept as running text."""
    if piece.tag in _FURNITURE:
        return Hint("boilerplate", "table")
    if piece.linked > 0.5:
        return Hint("boilerplate", "links")
    if len(piece.words.split()) >= 8 and re.search(r"[.!?…][\"'”’»)\]]*$", piece.words):
        return None
    # Short lines before the story are its byline and its date; their own words say so later.
    return None if len(piece.words) <= 120 and re.search(r"\d{4}|(?i:\bby\b)|/", piece.words) else Hint("boilerplate", "page")


def _note(piece: Piece) -> bool:
    """Whether a line after the article is a known kind of note to it."""
    return len(piece.words) < 500 and any(
        reason in ("disclaimer", "author_note", "copyright") and cue.match(piece.words) for reason, cue in BOILERPLATE
    )


def _key(words: str) -> str:
    return re.sub(r"\W+", "", words).casefold()
