"""What the text itself marks as false: `the (false) story that …`, `falsely claimed that …`, `no evidence that …`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from detente.coding.claims.clauses import bounds
from detente.coding.claims.lexicon import DISPROVING, FALSE, FALSELY, RUMOURS
from detente.coding.quotes.cues import SAYING, SPREADING

_EVIDENCE = frozenset({"evidence", "proof"})
_TURNING_OUT = frozenset({"be", "prove", "turn", "remain"})
_LONG_PHRASE = 6  # tokens before the noun that can hold its mark


@dataclass(frozen=True, slots=True)
class Rumour:
    """A clause marked false: its tokens, the words that mark it, and the verb of those who tell it."""

    first: int
    last: int
    marks: tuple[Token, ...]
    telling: Token | None = None


def rumours(sentence: Span) -> Iterator[Rumour]:
    """The clauses of a sentence that the text marks as false."""
    for token in sentence:
        if token.lemma_.lower() in RUMOURS and token.pos_ in ("NOUN", "PROPN"):
            yield from _of_noun(token, sentence)
        elif token.lower_ in FALSELY and token.head.pos_ == "VERB":
            yield from _of_adverb(token)
        elif token.lemma_ in _EVIDENCE and token.pos_ == "NOUN":
            yield from _of_evidence(token, sentence)


def _of_noun(noun: Token, sentence: Span) -> Iterator[Rumour]:
    """`the false story that`, `claims that … were debunked`."""
    if not _followed_by_that(noun, sentence):
        return
    before = [t for t in noun.doc[max(sentence.start, noun.i - _LONG_PHRASE) : noun.i] if t.lower_ in FALSE and not _negated(t)]
    after = _predicate(noun, sentence)
    if before:
        telling = noun.head if noun.dep_ in ("dobj", "pobj") and noun.head.lemma_ in SPREADING | SAYING else None
        yield Rumour(*_clause(noun, sentence.end), tuple(before[-1:]), telling)
    elif after is not None:
        mark, copula = after
        yield Rumour(*_clause(noun, copula), (mark,))


def _predicate(noun: Token, sentence: Span) -> tuple[Token, int] | None:
    """Of `… proved untrue`, `… have been debunked`, the mark and where its verb begins; None where it is negated."""
    for token in sentence.doc[noun.i + 2 : sentence.end]:
        if token.lower_ not in FALSE and not (token.tag_ == "VBN" and token.lemma_ in DISPROVING):
            continue
        start = token.i
        while start - 1 > noun.i + 2 and _is_copular(sentence.doc[start - 1]):
            start -= 1
        if any(t.dep_ == "neg" or t.lower_ == "not" for t in sentence.doc[start : token.i]):
            return None
        return (token, start) if start < token.i else None
    return None


def _is_copular(token: Token) -> bool:
    return token.pos_ in ("AUX", "ADV", "PART") or token.lemma_ in _TURNING_OUT or token.lower_ in ("out", "to", "been")


def _of_adverb(adverb: Token) -> Iterator[Rumour]:
    """`falsely claimed that …`."""
    verb = adverb.head
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if clause is not None and verb.lemma_ in SAYING | SPREADING | {"believe", "think"}:
        yield Rumour(*bounds(clause), (adverb,), verb)


def _of_evidence(noun: Token, sentence: Span) -> Iterator[Rumour]:
    """`there is no evidence that …`."""
    denied = next((c for c in noun.children if c.lower_ == "no"), None)
    if denied is not None and _followed_by_that(noun, sentence):
        yield Rumour(*_clause(noun, sentence.end), (denied, noun))


def _followed_by_that(noun: Token, sentence: Span) -> bool:
    return noun.i + 2 < sentence.end and noun.nbor().lower_ == "that" and noun.nbor(2).pos_ not in ("VERB", "AUX")


def _clause(noun: Token, end: int) -> tuple[int, int]:
    """The tokens of the noun's `that`-clause, as the parse has it where it has it, else up to `end`."""
    clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp") and noun.i < c.i < end), None)
    if clause is not None and clause.right_edge.i < end:
        first, last = bounds(clause)
        return max(first, noun.i + 2), last
    last = end - 1
    while last > noun.i + 2 and (noun.doc[last].is_punct or noun.doc[last].is_space):
        last -= 1
    return noun.i + 2, last


def _negated(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).lower_ in ("not", "never", "n't")
