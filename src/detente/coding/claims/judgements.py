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
from detente.coding.claims.lexicon import BELIEFS, BLAME, CRIMES, EVALUATIVE, JUDGING_NOUNS, KNOWING, STATIVE, WEIGHING
from detente.coding.claims.relations import characterises
from detente.coding.quotes.cues import SAYING
from detente.records import ClaimKind
from detente.reference.estimative import Table

_COPULAS = frozenset("be seem appear look remain prove sound become".split())
_MAYBE = frozenset({"may", "might"})


@dataclass(frozen=True, slots=True)
class Held:
    """A clause that says what is so, as somebody sees it; of a relative clause, the word that stands for whom it is about."""

    verb: Token
    first: int
    last: int
    kind: ClaimKind
    hedge: Hedge
    relative: Token | None = None


def held(sentence: Span, table: Table) -> Iterator[Held]:
    """The judgements and beliefs of a sentence."""
    if sentence.text.rstrip("\"”’' \n").endswith("?"):
        return
    for token in sentence:
        if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass"):
            continue
        if token.lemma_ in BELIEFS | KNOWING:
            yield from _belief(token)
        if _is_blame(token):
            yield Held(token, *bounds(token), "report", _hedge(token, table), _relative(token))
        elif _is_main(token) and _is_judgement(token):
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
    return verb.dep_ == "ROOT" or (
        verb.dep_ == "ccomp" and (verb.head.lemma_ in SAYING or verb.head.pos_ == "VERB" or verb.i < verb.head.i)
    )


def _belief(verb: Token) -> Iterator[Held]:
    """`who believe that …`: the clause under the belief."""
    if any(c.dep_ == "neg" for c in verb.children) or syntax.is_passive(verb):
        return
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and syntax.own_subjects(c)), None)
    if (
        clause is not None
        and verb.lemma_ in KNOWING
        and not any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    ):
        return
    subject = next(iter(syntax.subjects(verb)), None)
    if clause is not None and subject is not None and subject.lower_ not in ("i", "we", "you", "it"):
        yield Held(clause, *bounds(clause), "belief", Hedge(None))


def _is_blame(verb: Token) -> bool:
    """`which was responsible for the bombing`, `is behind the attack`: says who did it, and is somebody's word for it."""
    if verb.lemma_ != "be" or not syntax.own_subjects(verb):
        return False
    words = [
        t for c in verb.children if c.i > verb.i and c.dep_ in ("acomp", "prep", "xcomp", "attr") for t in (c, *c.children)
    ]
    blaming = [t for t in words if t.lower_ in BLAME]
    done = [p for b in blaming for t in (b, *b.children) for p in t.children if p.dep_ == "pobj"]
    return any(n.lemma_.lower() in CRIMES for n in done)


def _relative(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "nsubj" and c.lower_ in ("who", "which", "that")), None)


def _is_judgement(verb: Token) -> bool:
    if characterises(verb):
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
