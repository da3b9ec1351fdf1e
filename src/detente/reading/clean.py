"""The text that is parsed: the coded blocks without their marks and damage, and the way back to every original character."""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from detente.records import Block, CleanText, Span

GAP = "\n\n"


class Edit(NamedTuple):
    """`text[start:end]` is read as `by`."""

    start: int
    end: int
    by: str


_NAMES = "quot|apos|nbsp|lt|gt|amp|ldquo|rdquo|lsquo|rsquo|laquo|raquo|mdash|ndash|hellip"
# A lost ampersand leaves `quot;`; some exports put a comma in its place. Only names that are no words may follow a letter.
_ENTITY = re.compile(
    rf"&(?:#\d{{1,7}}|#x[0-9a-f]{{1,6}}|[a-z][a-z0-9]{{1,31}});|,(?:quot|apos|nbsp);|(?<![a-z0-9])(?:{_NAMES}|#\d{{2,5}});"
    r"|(?<=[a-z.!?])(?:quot;|nbsp;|#39;)",
    re.I,
)
_MOJIBAKE = re.compile(
    r"[\u00c2\u00c3\u00c5\u00d0\u00d1\u00e2][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122][^\x00-\x7f]*"
)
_BULLET = re.compile(r"[•·▪◦‣*+–—-]\s+(?=\S)")
_SPACE = re.compile(r"\s+|[\u200b\u200c\u200d\u2060\ufeff\u00ad]+")
_MARKDOWN = re.compile(
    r"(?P<open>!?\[)(?P<label>[^\[\]\n]{1,300})(?P<close>\]\([^()\s]{1,2000}(?:\s+\"[^\"\n]*\")?\))|(?P<mark>\*\*|__|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w))"
)


def build(text: str, blocks: Iterable[Block], *, markdown: bool = False) -> CleanText:
    """Join the coded blocks with an empty line between two; every character keeps the original span it stands for."""
    parts: list[str] = []
    starts, ends = array("l"), array("l")
    for block in blocks:
        if not block.coded:
            continue
        if parts:
            parts.append(GAP)
            starts.extend([block.span.start] * len(GAP))
            ends.extend([block.span.start] * len(GAP))
        for start, end, by in _pieces(text, block.span, markdown):
            parts.append(by)
            whole = end - start != len(by)
            starts.extend([start] * len(by) if whole else range(start, end))
            ends.extend([end] * len(by) if whole else range(start + 1, end + 1))
    return CleanText("".join(parts), starts, ends)


def edits(text: str, span: Span, *, markdown: bool = False) -> list[Edit]:
    """The repairs inside a span, in order, none over another: entities, mojibake, white space, list and Markdown marks."""
    found = [*_entities(text, span), *_mojibake(text, span), *_spaces(text, span)]
    if bullet := _BULLET.match(text, *span):
        found.append(Edit(*bullet.span(), ""))
    if markdown:
        found += _marks(text, span)
    found.sort(key=lambda e: (e.start, -e.end))
    kept: list[Edit] = []
    for edit in found:
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def entities(text: str) -> int:
    """Number of bare entities: references that some copy left unresolved."""
    return sum(1 for _ in _entities(text, Span(0, len(text))))


def mojibake(text: str) -> int:
    """Number of places where characters of one encoding were read as another, and of replacement characters."""
    return sum(1 for _ in _mojibake(text, Span(0, len(text)))) + text.count("\ufffd")


def _pieces(text: str, span: Span, markdown: bool) -> Iterator[Edit]:
    """The block as a run of pieces, repaired or as they are; nothing is read twice, and order is kept."""
    place = span.start
    for edit in edits(text, span, markdown=markdown):
        if place < edit.start:
            yield Edit(place, edit.start, text[place : edit.start])
        if edit.by:
            yield edit
        place = edit.end
    if place < span.end:
        yield Edit(place, span.end, text[place : span.end])


def _entities(text: str, span: Span) -> Iterator[Edit]:
    for m in _ENTITY.finditer(text, *span):
        name = m[0].lstrip("&,")
        plain = html.unescape("&" + (name if m[0].startswith("&") else name.lower()))
        if not plain.startswith("&") or name.lower() == "amp;":
            yield Edit(m.start(), m.end(), " " if plain.isspace() else plain)


def _mojibake(text: str, span: Span) -> Iterator[Edit]:
    found = list(_MOJIBAKE.finditer(text, *span))
    if not found:
        return
    from ftfy import fix_encoding

    for m in found:
        fixed = fix_encoding(m[0])
        if len(fixed) < len(m[0]):
            yield Edit(m.start(), m.end(), fixed)


def _spaces(text: str, span: Span) -> Iterator[Edit]:
    for m in _SPACE.finditer(text, *span):
        by = " " if m[0][0].isspace() else ""
        if m[0] != by:
            yield Edit(m.start(), m.end(), by)


def _marks(text: str, span: Span) -> Iterator[Edit]:
    for m in _MARKDOWN.finditer(text, *span):
        for group in ("open", "close", "mark"):
            if m[group] is not None:
                yield Edit(*m.span(group), "")
