"""Where a noun phrase begins."""

from __future__ import annotations

from spacy.tokens import Token

from detente.coding import syntax

_BEFORE = ("det", "amod", "compound", "poss", "nmod", "nummod")


def left_edge(token: Token) -> int:
    """First token of the phrase up to its head, without commas and clauses before it."""
    start = token.i
    for child in reversed(list(token.lefts)):
        if syntax.beside_name(child) is not None:
            return child.i + 1
        if child.dep_ in _BEFORE and token.i - child.left_edge.i <= 8:
            start = min(start, child.i if _clausal(child) else child.left_edge.i)
    return start


def _clausal(child: Token) -> bool:
    """Whether the parser took the words before a participle for part of it: "Peru and Chile supporting rebels"."""
    return (
        child.dep_ == "amod" and child.tag_ in ("VBG", "VBN") and any(c.dep_ in ("conj", "cc", "nsubj") for c in child.subtree)
    )
