"""A sentence with two actors marked: what both models look at."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a parse and two spans of it; `a` and `b` are token ranges [start, end) of `doc` that do not overlap."""

    doc: Doc
    start: int
    end: int
    a: tuple[int, int]
    b: tuple[int, int]

    @property
    def text(self) -> str:
        """The sentence's text."""
        return self.doc[self.start : self.end].text

    def places(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Where the two actors stand: character ranges within `text`."""
        base = self.doc[self.start].idx
        return _characters(self.doc[self.a[0] : self.a[1]], base), _characters(self.doc[self.b[0] : self.b[1]], base)


def passage(doc: Doc, a: tuple[int, int], b: tuple[int, int]) -> Passage:
    """The sentence, or the run of sentences, in which both token ranges stand.

    Raises:
        ValueError: the ranges overlap or are empty.
    """
    if a[0] >= a[1] or b[0] >= b[1]:
        raise ValueError("an actor has no words")
    if a[0] < b[1] and b[0] < a[1]:
        raise ValueError("the two actors overlap")
    first, last = min(a[0], b[0]), max(a[1], b[1]) - 1
    return Passage(doc, doc[first].sent.start, doc[last].sent.end, a, b)


def _characters(span: Span, base: int) -> tuple[int, int]:
    return span.start_char - base, span.end_char - base
