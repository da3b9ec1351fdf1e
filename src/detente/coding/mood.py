"""What the words of a clause itself say of its reality: auxiliaries, hedges, conditions, questions, empty subjects."""

from __future__ import annotations

from spacy.tokens import Token

from detente.coding import syntax

MODALS = frozenset({"may", "might", "could", "would", "should", "can", "must", "'d", "’d", "ca"})


FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})


CONDITIONS = frozenset({"if", "unless", "whether", "lest", "supposing", "provided", "once", "should"})


_HEDGES = frozenset("reportedly allegedly supposedly purportedly possibly perhaps maybe potentially probably".split())


def is_hedged(verb: Token) -> bool:
    """Whether an adverb or a condition makes the clause unsure."""
    if _inverted(verb) or (syntax.auxiliaries(verb) & (MODALS | FUTURE) and any(_conditional(c) for c in verb.children)):
        return True
    return any(
        (c.dep_ == "advmod" and c.lower_ in _HEDGES) or (c.dep_ in ("mark", "advmod") and c.lower_ in CONDITIONS)
        for c in verb.children
    )


def is_foretold(verb: Token, auxiliaries: frozenset[str]) -> bool:
    """ "announced that it would": the future of a past report."""
    above = verb.head
    past = verb.dep_ == "ccomp" and above.tag_ in ("VBD", "VBN") and above.lemma_ in ("say", "announce", "confirm", "declare")
    return past and auxiliaries & MODALS <= {"would", "'d", "’d"} and "have" not in auxiliaries


def _inverted(verb: Token) -> bool:
    """ "Had Peru attacked, …": an auxiliary before the subject at the head of a clause that another one follows."""
    return any(
        c.dep_ == "aux"
        and c.lower_ in ("had", "should", "were")
        and any(s.dep_ in syntax.SUBJECT and s.i > c.i for s in verb.children)
        for c in verb.children
    )


def _conditional(clause: Token) -> bool:
    """Whether an adverbial clause is a condition, so that what hangs on it is not foretold outright."""
    return clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in clause.children)


def is_imperative(verb: Token, auxiliaries: frozenset[str]) -> bool:
    """A bare verb at the root, without subject and auxiliary."""
    bare = verb.dep_ == "ROOT" and verb.tag_ == "VB" and not auxiliaries
    return bare and not any(c.dep_ in syntax.SUBJECT for c in verb.children)


def empties(subject: Token) -> list[Token]:
    """The words that leave a subject empty: "nobody", "no attack"."""
    if subject.lower_ in ("none", "nobody", "neither"):
        return [subject]
    return [c for c in subject.children if c.lower_ in ("no", "neither") and c.dep_ in ("det", "preconj", "cc")]


def is_until(verb: Token) -> bool:
    """ "did not call until Tuesday": it happened, then."""
    return any(c.lower_ in ("until", "till") and c.dep_ in ("prep", "mark") for c in verb.children)


def is_question(verb: Token) -> bool:
    """Whether the sentence asks."""
    last = verb.sent[-1]
    if last.text in ('"', "”", "'", "’") and len(verb.sent) > 1:
        last = verb.sent[-2]
    return last.text == "?" and verb.dep_ in ("ROOT", "conj", "ccomp", "xcomp")
