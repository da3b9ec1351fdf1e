"""What two states are to one another in somebody's words: `a truce`, `it makes X a customer`, `the question is badly put`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from detente.coding.claims.lexicon import BONDS, RELATIONS, STRAINING

_PRONOUNS = frozenset("it they this that these we both each neither what which all".split())
_ANSWERS = frozenset("answer verdict reality result truth picture outcome end".split())
_COMPLEMENTS = frozenset({"attr", "oprd", "acomp", "ccomp", "dobj"})
_DEFINITE = frozenset("the this that these their its our both such".split())
_PUT_WRONG = frozenset("badly wrongly poorly falsely ill misleadingly naively".split())
_IDLE = frozenset("wrong moot misplaced meaningless idle false pointless irrelevant absurd silly misguided futile".split())
_ASKING = frozenset("ask question wonder debate discuss quarrel argue".split())
_IDIOMS = re.compile(
    r"\b(?:along (?:the same|similar|different) lines|(?:from|on) the same page|eye to eye|with one voice|"
    r"on (?:opposite|opposing|different) sides|at odds|at loggerheads|at cross[- ]purposes|at (?:different|the same) tables?|"
    r"poles apart|worlds apart|hand in glove)\b",
    re.IGNORECASE,
)
_STATES_OF_AFFAIRS = frozenset("at in on under beyond near past".split())


def characterises(verb: Token) -> bool:
    """Whether the clause says what a relation is or how it stands, or refuses the question."""
    if verb.lemma_ == "call" and verb.tag_ == "VB" and verb.dep_ == "ROOT":  # "Call it a truce"
        return not _subjects(verb) and any(c.dep_ in ("oprd", "ccomp") or _is_bond(c) for c in verb.children)
    if verb.lemma_ == "make" and verb.tag_ in ("VBZ", "VBP"):  # "It makes X a customer"
        return any(_is_bond(c) for c in verb.children if c.dep_ in ("ccomp", "oprd") and c.i > verb.i)
    if rejects_question(verb) or _is_idiom(verb):
        return True
    present = verb.tag_ in ("VBZ", "VBP") or any(c.lower_ in ("has", "have") and c.dep_ == "aux" for c in verb.children)
    if verb.lemma_ == "be" and present and any(s.lemma_.lower() in RELATIONS for s in _subjects(verb)):
        return any(c.dep_ == "prep" and c.lower_ in _STATES_OF_AFFAIRS and c.i > verb.i for c in verb.children)
    strained = verb.tag_ == "VBN" and verb.lemma_ in STRAINING and any(c.dep_ == "auxpass" for c in verb.children)
    return strained and any(c.lower_ in ("has", "have", "is", "are") and c.dep_ in ("aux", "auxpass") for c in verb.children)


def _is_idiom(verb: Token) -> bool:
    """`think along the same lines`, `sit at different tables`."""
    end = next((c.left_edge.i for c in verb.children if c.dep_ in ("conj", "advcl") and c.i > verb.i), verb.right_edge.i + 1)
    words = verb.doc[verb.i : max(end, verb.i + 1)].text
    return verb.tag_ in ("VBZ", "VBP", "VBD") and bool(_subjects(verb)) and _IDIOMS.search(words) is not None


def rejects_question(verb: Token) -> bool:
    """`it makes no sense to ask whether`, `the question is badly put`."""
    if any(s.lemma_ == "question" for s in _subjects(verb)):
        return any(c.lower_ in _PUT_WRONG or (c.dep_ == "acomp" and c.lower_ in _IDLE) for c in verb.children)
    senseless = verb.lemma_ == "make" and any(
        c.dep_ == "dobj" and c.lemma_ in ("sense", "point") and (_denied(verb) or _denied(c)) for c in verb.children
    )
    pointless = verb.lemma_ == "be" and any(
        (c.dep_ == "acomp" and c.lower_ in _IDLE) or (c.dep_ == "attr" and c.lemma_ in ("sense", "point") and _denied(c))
        for c in verb.children
    )
    return (senseless or pointless) and any(
        t.lemma_ in _ASKING and t.tag_ in ("VB", "VBG") and t.i > verb.i for t in verb.subtree
    )


def asks_of_relation(sentence: Span) -> bool:
    """Whether a sentence asks what somebody is to somebody: `Is X an ally of Y?`."""
    return sentence.text.rstrip(" \n\"”’'").endswith("?") and any(
        t.lemma_.lower() in BONDS or t.lemma_.lower() in RELATIONS for t in sentence
    )


def told_of(words: Span) -> Iterator[Token | None]:
    """For each place where the words speak of a relation without saying whose: the pronoun that stands for a party, or None."""
    for token in words:
        if token.lemma_.lower() in RELATIONS and token.pos_ == "NOUN" and _is_unsaid(token):
            yield None
        elif _is_bond(token) and token.dep_ in _COMPLEMENTS and token.head.i in range(words.start, words.end):
            subject = next(iter(_subjects(token.head)), None)
            if token.head.lemma_ == "make":
                yield None
            elif subject is None:
                if token.head.lemma_ == "call":
                    yield None
            elif subject.lower_ in _PRONOUNS or subject.dep_ == "csubj" or subject.lemma_.lower() in _ANSWERS:
                singular = token.lemma_.lower() in BONDS and BONDS[token.lemma_.lower()] == "party" and subject.lower_ == "it"
                yield subject if singular or subject.lower_ in ("they", "we") else None


def _is_unsaid(noun: Token) -> bool:
    """`the relationship`, `a major realignment`: whose it is stands elsewhere."""
    if any(c.dep_ == "prep" and c.lower_ in ("with", "between", "among", "to") for c in noun.children):
        return False
    definite = any(c.lower_ in _DEFINITE for c in noun.children if c.dep_ in ("det", "poss"))
    return definite or noun.dep_ in ("nsubj", "nsubjpass", "dobj")


def _is_bond(noun: Token) -> bool:
    return noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() in BONDS


def _subjects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj") and c.i < verb.i]


def _denied(token: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ in ("no", "little") for c in token.children)
