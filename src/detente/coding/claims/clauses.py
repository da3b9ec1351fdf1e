"""Where a clause begins and ends."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from detente.coding.quotes.cues import SAYING

_OPENERS = frozenset("and but yet so or nor then thus hence because since while although though that which who when as".split())
_KEPT = frozenset({"nor"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def bounds(verb: Token) -> tuple[int, int]:
    """First and last token of the verb's clause.

    Left out are clauses coordinated with it that have subjects of their own, what is put in (`X said`), and the words that join
    it to the text.
    """
    doc = verb.doc
    taken = {t.i for t in verb.subtree}
    for child in verb.children:
        if _is_apart(child) or _is_put_in(child):
            taken -= {t.i for t in child.subtree}
    low, high = min(taken), max(taken)
    for child in verb.children:  # a clause joined by `but` cuts the span where its conjunction stands
        if _is_apart(child) and child.i > verb.i:
            high = min(high, child.left_edge.i - 1)
    return _trimmed(doc, low, high, verb)


def _is_apart(child: Token) -> bool:
    return child.dep_ == "conj" and child.pos_ in ("VERB", "AUX") and _has_subject(child)


def _is_put_in(child: Token) -> bool:
    """`X said`, `as X said`: told of the clause, no part of it."""
    if child.dep_ == "parataxis" or child.lower_ == "according":
        return True
    as_said = child.dep_ == "advcl" and any(c.lower_ == "as" and c.dep_ == "mark" for c in child.children)
    return as_said and child.lemma_ in SAYING


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in _SUBJECTS for c in verb.children)


def _trimmed(doc: Doc, low: int, high: int, verb: Token) -> tuple[int, int]:
    while low < high and _is_filler(doc[low], verb):
        low += 1
    while high > low and (doc[high].is_punct or doc[high].is_space or (doc[high].dep_ == "cc" and doc[high].head.i <= high)):
        if doc[high].text in ('"', "”", ")"):
            break
        high -= 1
    if verb.dep_ == "relcl" and low < verb.i and doc[low].tag_ in ("WDT", "WP", "WRB"):
        low += 1
    return low, high


def _is_filler(token: Token, verb: Token) -> bool:
    if token.is_punct or token.is_space:
        return token.text not in ('"', "“")
    joins = token.dep_ in ("cc", "mark") and token.lower_ in _OPENERS and token.head in (verb, verb.head)
    opens = token.dep_ == "advmod" and token.head == verb and token.i + 1 < len(token.doc) and token.nbor().text == ","
    return (joins or opens) and token.lower_ not in _KEPT
