"""The appendix: the whole text of every cited article, each cited place with its anchor and the way back."""

from __future__ import annotations

from collections.abc import Iterator

from detente.desk import wording
from detente.desk.citations import Citations, article_name
from detente.desk.views import ArticleView, Paragraph, Piece
from detente.records import Document, Span

_ASIDES = {"boilerplate": "not part of the article", "credit": "credit", "byline": "byline"}


def articles(citations: Citations) -> tuple[ArticleView, ...]:
    """Every article with at least one cited place. Call it last: the ways back are those of all that has been cited."""
    return tuple(_article(key, number, citations) for key, number in citations.numbers.items() if citations.spans[key])


def _article(key: str, number: int, citations: Citations) -> ArticleView:
    held = citations.documents[key]
    document = held.document
    credit = [document.author, document.outlet, wording.moment(held.date) if held.date.known else "date not stated"]
    return ArticleView(
        anchor=f"article-{number}",
        number=number,
        title=article_name(held),
        credit=" · ".join(wording.one_line(part) for part in credit if part),
        source=f"source-{number}",
        paragraphs=tuple(_paragraphs(key, number, document, citations)),
    )


def _paragraphs(key: str, number: int, document: Document, citations: Citations) -> Iterator[Paragraph]:
    """The blocks in order; text that lies in none is kept as a paragraph of its own."""
    places = list(enumerate(citations.spans[key], start=1))
    seen: set[int] = set()
    for kind, aside, span in _blocks(document):
        pieces = tuple(_pieces(key, number, document, span, places, seen, citations))
        if any(piece.text.strip() for piece in pieces):
            yield Paragraph(kind, aside, pieces)


def _blocks(document: Document) -> Iterator[tuple[str, str | None, Span]]:
    at = 0
    for block in sorted(document.blocks, key=lambda block: block.span):
        start = max(block.span.start, at)
        if document.text[at:start].strip():
            yield "body", None, Span(at, start)
        if start < block.span.end:
            aside = _ASIDES.get(block.kind)
            yield block.kind, "repeated" if block.copy_of is not None and not aside else aside, Span(start, block.span.end)
        at = max(at, block.span.end)
    if document.text[at:].strip():
        yield "body", None, Span(at, len(document.text))


def _pieces(
    key: str,
    number: int,
    document: Document,
    block: Span,
    places: list[tuple[int, Span]],
    seen: set[int],
    citations: Citations,
) -> Iterator[Piece]:
    at = block.start
    for index, place in places:
        if not place.meets(block):
            continue
        start, end = max(place.start, at), min(place.end, block.end)
        if start > at:
            yield Piece(wording.plain(document.text[at:start]))
        first = index not in seen
        seen.add(index)
        yield Piece(
            wording.plain(document.text[start:end]),
            label=f"{number}.{index}",
            anchor=f"a{number}-{index}" if first else None,
            citing=citations.citing(key, place) if place.end <= block.end else (),
        )
        at = end
    if at < block.end:
        yield Piece(wording.plain(document.text[at : block.end]))
