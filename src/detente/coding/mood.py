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


def is_unfound(means: Token) -> bool:
    """ "found no way to cut tariffs", "did not come up with ways to": the means not found, the act did not come."""
    if means.lemma_.lower() not in ("way", "mean", "means", "method", "formula"):
        return False
    verb = means.head.head if means.dep_ == "pobj" else means.head
    none = any(c.dep_ == "det" and c.lower_ == "no" for c in means.children)
    return none or (verb.pos_ in ("VERB", "AUX") and (syntax.is_negated(verb) or verb.lemma_ in ("fail", "struggle")))


_TRADE = frozenset("buy sell purchase supply build import export lease cooperate share".split())


_SEALED = frozenset("sign conclude ink seal clinch finalize finalise reach strike".split())


def sealed(verb: Token) -> Token | None:
    """The deal, signed, that the infinitive of a trade says the content of, wherever the parser hangs the infinitive."""
    if verb.lemma_ not in _TRADE or "to" not in syntax.auxiliaries(verb) or verb.dep_ not in ("acl", "xcomp", "relcl", "advcl"):
        return None
    deals = ("deal", "contract", "agreement", "accord")
    before = (t for t in reversed(verb.doc[verb.sent.start : verb.i]) if t.pos_ in ("NOUN", "VERB") and t.ent_type_ == "")
    for word in before:
        if word.lemma_.lower() in deals:
            done = word.head.lemma_ in _SEALED and word.dep_ in ("dobj", "nsubjpass")
            return word if done else None
        if word.pos_ == "VERB":
            return None
    return None


def is_of_kind(noun: Token) -> bool:
    """ "Hosting talks is a way to": read as a noun, it is a clause about any such talks."""
    first, verb = noun.left_edge, noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ not in ("be", "remain", "seem", "look"):
        return False
    return first.tag_ == "VBG" and first.dep_ in ("compound", "amod") and first.head.i == noun.i and noun.tag_ == "NNS"
