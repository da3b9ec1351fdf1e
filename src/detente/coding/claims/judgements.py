"""What somebody holds to be so: the writer's verdicts in the present, and the beliefs of others.

Kept narrow: a main clause that calls something good or bad, weighs one thing against another, or says what cannot be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from detente.coding import syntax
from detente.coding.claims import hedges
from detente.coding.claims.clauses import bounds
from detente.coding.claims.hedges import Hedge
from detente.coding.claims.lexicon import BELIEFS, EVALUATIVE, JUDGING_NOUNS, STATIVE, WEIGHING
from detente.coding.quotes.cues import SAYING
from detente.records import ClaimKind
from detente.reference.estimative import Table

_COPULAS = frozenset("be seem appear look remain prove sound become".split())
_MAYBE = frozenset({"may", "might"})


@dataclass(frozen=True, slots=True)
class Held:
    """A clause that says what is so, as somebody sees it."""

    verb: Token
    first: int
    last: int
    kind: ClaimKind
    hedge: Hedge


def held(sentence: Span, table: Table) -> Iterator[Held]:
    """The judgements and beliefs of a sentence."""
    for token in sentence:
        if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass"):
            continue
        if token.lemma_ in BELIEFS or token.head.lemma_ in BELIEFS:
            yield from _belief(token)
        if _is_main(token) and _is_judgement(token):
            yield Held(token, *bounds(token), "judgement", _hedge(token, table))


def _is_main(verb: Token) -> bool:
    """A main clause, one coordinated with it, or what is said in so many words."""
    if any(
        c.lower_ in ("if", "whether", "how", "what", "why")
        for c in verb.children
        if c.dep_ in ("mark", "advmod", "dobj", "attr")
    ):
        return False
    if verb.dep_ == "conj":
        return verb.head.dep_ in ("ROOT", "ccomp") and verb.head.pos_ in ("VERB", "AUX")
    return verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and (verb.head.lemma_ in SAYING or verb.head.pos_ == "VERB"))


def _belief(verb: Token) -> Iterator[Held]:
    """`who believe that …`: the clause under the belief."""
    if verb.lemma_ not in BELIEFS or any(c.dep_ == "neg" for c in verb.children) or syntax.is_passive(verb):
        return
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and syntax.own_subjects(c)), None)
    subject = next(iter(syntax.subjects(verb)), None)
    if clause is not None and subject is not None and subject.lower_ not in ("i", "we", "you", "it"):
        yield Held(clause, *bounds(clause), "belief", Hedge(None))


def _is_judgement(verb: Token) -> bool:
    if verb.lemma_ == "call" and verb.tag_ == "VB" and verb.dep_ == "ROOT":  # "Call it a truce"
        return not syntax.own_subjects(verb) and any(c.dep_ in ("oprd", "ccomp") for c in verb.children)
    if verb.lemma_ == "make" and verb.tag_ != "VBD" and any(c.dep_ == "dobj" and c.lemma_ == "sense" for c in verb.children):
        return True
    if not syntax.own_subjects(verb) or any(s.lower_ in ("i", "we", "you", "who", "which") for s in syntax.own_subjects(verb)):
        return False
    modal = next((c for c in verb.children if c.tag_ == "MD"), None)
    if verb.tag_ == "VBN" and verb.lower_ in EVALUATIVE:
        return any(c.dep_ == "auxpass" and c.tag_ in ("VBZ", "VBP") for c in verb.children)
    if modal is not None:
        if modal.lower_ in ("can", "ca", "cannot"):
            return any(c.dep_ == "neg" for c in verb.children)
        return modal.lower_ in _MAYBE and verb.lemma_ in STATIVE
    if verb.lemma_ in _COPULAS:
        return _is_verdict(verb)
    present = verb.tag_ in ("VBZ", "VBP")
    if verb.lemma_ == "fall":
        return present and any(c.lower_ == "short" for c in verb.subtree)
    return (present and verb.lemma_ in WEIGHING) or _has_reason(verb)


def _is_verdict(verb: Token) -> bool:
    """`is a key aim`, `look unconvincing`; of the past only an adjective (`the results were disappointing`)."""
    told = verb.tag_ in ("VBZ", "VBP") or any(c.lower_ in ("has", "have") for c in verb.children)
    complements = [c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd")]
    adjectives = [c for c in complements if c.pos_ in ("ADJ", "VERB", "ADV")]
    if any(a.lemma_.lower() in EVALUATIVE or a.lower_ in EVALUATIVE for a in adjectives):
        return True
    return told and any(_is_judging(c) for c in complements if c.pos_ in ("NOUN", "PROPN"))


def _is_judging(noun: Token) -> bool:
    return noun.lemma_.lower() in JUDGING_NOUNS or any(
        c.lemma_.lower() in EVALUATIVE for c in noun.children if c.dep_ in ("amod", "acl")
    )


def _has_reason(verb: Token) -> bool:
    return verb.lemma_ in ("have", "provide", "offer") and any(
        c.dep_ == "dobj" and c.lemma_ in ("reason", "evidence", "interest", "incentive", "position") for c in verb.children
    )


def _hedge(verb: Token, table: Table) -> Hedge:
    modal = next((c for c in verb.children if c.tag_ == "MD"), None)
    if modal is None:
        return Hedge(None)
    if modal.lower_ in _MAYBE:
        return hedges.of_modal(modal, verb, table)
    return Hedge("cannot")
