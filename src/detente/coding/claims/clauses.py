"""Where a clause begins and ends."""

from __future__ import annotations

from spacy.tokens import Doc, Token

_OPENERS = frozenset("and but yet so or nor then thus hence because since while although though that which who when as".split())
_KEPT = frozenset({"nor"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_INTERJECTED = frozenset({"parataxis"})


def bounds(verb: Token) -> tuple[int, int]:
    """First and last token of the verb's clause: without clauses coordinated with it that have subjects of their own, without what is
    put in (`X said`), without the words that join it to the text.
    """
    doc = verb.doc
    taken = {t.i for t in verb.subtree}
    for child in verb.children:
        if _is_apart(child):
            taken -= {t.i for t in child.subtree}
    low, high = min(taken), max(taken)
    for child in verb.children:  # a clause joined by `but` cuts the span where its conjunction stands
        if _is_apart(child) and child.i > verb.i:
            high = min(high, child.left_edge.i - 1)
    return _trimmed(doc, low, high, verb)


def _is_apart(child: Token) -> bool:
    if child.dep_ in _INTERJECTED:
        return True
    return child.dep_ in ("conj", "ccomp") and _has_subject(child) and child.pos_ in ("VERB", "AUX") and child.dep_ == "conj"


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


def conditions(verb: Token, words: frozenset[str]) -> list[Token]:
    """Heads of the clauses that the verb's clause depends on: `if …`, `so long as …`."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ not in ("advcl", "prep", "pcomp"):
            continue
        marks = [c for c in child.children if c.dep_ in ("mark", "advmod", "aux") and c.i < child.i]
        supposing = child.lower_ in words and child.tag_ == "VBG"
        if supposing or any(m.lower_ in words and (m.lower_ != "should" or m.i == child.left_edge.i) for m in marks) or _as_long_as(child):
            found.append(child)
    return found


def _as_long_as(clause: Token) -> bool:
    doc, first = clause.doc, clause.left_edge.i
    for start in (first, first - 2):
        if start >= 0 and doc[start].lower_ in ("so", "as") and doc[min(start + 1, len(doc) - 1)].lower_ == "long":
            return True
    return False


def is_condition(verb: Token, words: frozenset[str]) -> bool:
    """Whether the verb stands inside an if-clause."""
    for token in (verb, *verb.ancestors):
        if token.dep_ == "advcl" and (
            any(c.dep_ == "mark" and c.lower_ in words for c in token.children) or (token.tag_ == "VBG" and token.lower_ in words)
        ):
            return True
        if token.dep_ in ("ccomp", "relcl"):
            continue
    return False
