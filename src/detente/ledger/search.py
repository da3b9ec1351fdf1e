"""Full-text search over titles and coded blocks (SQLite's FTS5, English stems, accents folded)."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from detente.records import Document, Span

_QUOTED = re.compile(r'"([^"]*)"|(\S+)')
_START, _END = "\x02", "\x03"


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that has all words of a query.

    Args:
        span: the passage in the document's text; None for a title that stands outside it.
        snippet: its words about the match, `…` where they were cut. marks: where the matched words lie in the snippet.
    """

    document: str
    span: Span | None
    snippet: str
    marks: tuple[Span, ...] = ()


def passages(document: Document) -> Iterator[tuple[str, str, int | None, int | None]]:
    """Text, document, start and end of all that is searched of a document; blocks that repeat others are not."""
    titles = {document.at(b.span).strip() for b in document.blocks if b.kind == "title"}
    if document.title and document.title.strip() not in titles:
        yield document.title, document.id, None, None
    for block in document.blocks:
        if block.coded and document.at(block.span).strip():
            yield document.at(block.span), document.id, block.span.start, block.span.end


def index(db: sqlite3.Connection, document: Document) -> None:
    """Make a document's words findable."""
    db.executemany('INSERT INTO passages (text, document, start, "end") VALUES (?, ?, ?, ?)', passages(document))


def expression(query: str) -> str:
    """An FTS5 expression for words as a person types them: all must occur; a quoted phrase is one, `word*` a beginning.

    Every term is quoted, so no word or sign of FTS5's own syntax can make the query fail.
    """
    terms: list[str] = []
    for phrase, word in _QUOTED.findall(query):
        plain = (phrase or word).replace('"', " ").replace("\0", " ")
        if re.search(r"\w", plain):
            terms.append(f'"{plain.rstrip("*")}"*' if word.endswith("*") else f'"{plain}"')
    return " ".join(terms)


def search(db: sqlite3.Connection, query: str, limit: int) -> tuple[Hit, ...]:
    """The passages of current documents that have every term, best first; none where the query has no word."""
    terms = expression(query)
    if not terms:
        return ()
    rows = db.execute(
        'SELECT document, start, "end", snippet(passages, 0, ?, ?, ?, 32) FROM passages '
        "WHERE passages MATCH ? AND document IN (SELECT id FROM current_documents) ORDER BY rank, document, start LIMIT ?",
        (_START, _END, "…", terms, limit),
    )
    return tuple(_hit(*row) for row in rows)


def _hit(document: str, start: int | None, end: int | None, snippet: str) -> Hit:
    marks: list[Span] = []
    plain = ""
    for part in snippet.split(_START):
        matched, closed, rest = part.partition(_END)
        if closed:
            marks.append(Span(len(plain), len(plain) + len(matched)))
        plain += matched + rest
    return Hit(document, None if start is None or end is None else Span(start, end), plain, tuple(marks))
