"""What a door hands on: the text it found and what the source itself says about it."""

from __future__ import annotations

from dataclasses import dataclass

from detente.records import UNKNOWN, BlockKind, Moment, Span


@dataclass(frozen=True, slots=True)
class Hint:
    """What the source's own markup says a line is. `kind` None means running text."""

    kind: BlockKind | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as it came through its door, before it is cut into blocks.

    Args:
        text: what offsets will point into.
        media: the door: `text markdown html pdf feed jsonl`.
        item: the item's own id or number inside its file; None where the file is the article.
        hints: start of a line → what the markup says it is.
        date: publication day as metadata gives it. date_span: where, if in the text.
    """

    text: str
    media: str
    item: str | None = None
    hints: tuple[tuple[int, Hint], ...] = ()
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    date: Moment = UNKNOWN
    date_span: Span | None = None
    degraded: tuple[str, ...] = ()
