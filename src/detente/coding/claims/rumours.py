"""What the text itself marks as false: `the (false) story that …`, `falsely claimed that …`, `no evidence that …`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from detente.coding.claims.lexicon import DISPROVING, FALSE, FALSELY, RUMOURS
from detente.coding.quotes.cues import SAYING, SPREADING

_EVIDENCE = frozenset({"evidence", "proof", "truth", "basis"})


@dataclass(frozen=True, slots=True)
class Rumour:
    """A clause marked false: its head, the words that mark it, and the verb of those who tell it."""

    verb: Token
    marks: tuple[Token, ...]
    telling: Token | None


def rumours(sentence: Span) -> Iterator[Rumour]:
    """The clauses of a sentence that the text marks as false."""
    for token in sentence:
        if token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in RUMOURS:
            yield from _of_noun(token)
        elif token.lower_ in FALSELY and token.head.pos_ == "VERB":
            yield from _of_adverb(token)
        elif token.lemma_ in _EVIDENCE and token.pos_ == "NOUN":
            yield from _of_evidence(token)


def _of_noun(noun: Token) -> Iterator[Rumour]:
    """`the false story that`, `claims that … were debunked`."""
    clause = _clause(noun)
    if clause is None:
        return
    marks = [c for c in noun.lefts if c.lower_ in FALSE]
    marks += [t for t in noun.doc[noun.left_edge.i : noun.i] if t.lower_ in FALSE and t not in marks]
    marks += _predicate(noun)
    if marks:
        telling = noun.head if noun.dep_ in ("dobj", "pobj") and noun.head.lemma_ in SPREADING | SAYING else None
        yield Rumour(clause, tuple(marks), telling)


def _predicate(noun: Token) -> list[Token]:
    """`… was false`, `… has been debunked`, `… proved untrue`, of the noun as subject."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or any(c.dep_ == "neg" for c in verb.children):
        return []
    if verb.lemma_ in DISPROVING and noun.dep_ == "nsubjpass":
        return [verb]
    return [c for c in verb.children if c.dep_ in ("acomp", "oprd", "attr") and c.lower_ in FALSE]


def _of_adverb(adverb: Token) -> Iterator[Rumour]:
    """`falsely claimed that …`."""
    clause = next((c for c in adverb.head.children if c.dep_ == "ccomp"), None)
    if clause is not None and adverb.head.lemma_ in SAYING | SPREADING | {"accuse", "believe", "think"}:
        yield Rumour(clause, (adverb,), adverb.head)


def _of_evidence(noun: Token) -> Iterator[Rumour]:
    """`there is no evidence that …`."""
    denied = next((c for c in noun.children if c.lower_ in ("no",) and c.dep_ == "det"), None)
    clause = _clause(noun)
    if denied is not None and clause is not None:
        yield Rumour(clause, (denied, noun), None)


def _clause(noun: Token) -> Token | None:
    """The `that`-clause of a noun."""
    return next(
        (
            c
            for c in noun.children
            if c.dep_ in ("acl", "ccomp", "relcl") and any(m.lower_ == "that" and m.dep_ == "mark" for m in c.children)
        ),
        None,
    )
