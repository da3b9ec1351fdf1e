"""`A day after it shut the border`: which act a distance is measured from, and which of the two it dates."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token


def measured_from(at: Span) -> Token | None:
    """The verb or noun behind the `after` or `before` that ends an expression; None where the word stands alone."""
    word = at[-1]
    if word.lower_ not in ("after", "before"):
        return None
    if word.dep_ == "mark" and word.head.i > word.i:
        return word.head
    return next((c for c in word.children if c.dep_ in ("pobj", "pcomp") and c.i > word.i), None)


def is_within(at: Span, act: Token) -> bool:
    """Whether a date stands in the words of the act that another is measured from."""
    return act.left_edge.i <= at.root.i <= act.right_edge.i


def dated_by(at: Span, others: Iterable[Span]) -> Token:
    """The token whose clause an expression dates.

    Of `B a day after A` it is A, whose day follows from that of B, unless A has a day of its own.
    """
    act = measured_from(at)
    if act is None or act.dep_ not in ("advcl", "ccomp"):
        return at.root
    own = any(o.start >= at.end and is_within(o, act) for o in others)
    return act.head if own else act
