"""What the sentence does to an agreement, and the state that this puts it in."""

from __future__ import annotations

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.agreements.vocabulary import LAPSES, PACTS, PHRASAL, SIGNED, STEPS, TALKS, above, names_signing
from detente.coding.modality import standing
from detente.records import AgreementStatus, Modality

Step = tuple[Token | None, AgreementStatus]


def step(noun: Token) -> Step:
    """The verb that acts on the agreement, if one does, and its state."""
    held = above(noun, TALKS)
    return _by_clause(noun) or (_by_clause(held) if held is not noun else None) or _by_far_clause(noun) or _by_head(noun)


def modality_of(noun: Token, verb: Token | None) -> Modality:
    """How real the step is; of talks that somebody froze the freezing is, whatever they were to lead to."""
    if verb is not None and verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.lemma_.lower() in TALKS:
        return "negated" if syntax.is_negated(verb) else "actual"
    return standing(verb or noun).modality


def real(status: AgreementStatus, modality: Modality) -> AgreementStatus:
    """What is not yet or not done is being talked about; a denied end or breach says nothing."""
    if modality == "actual" or status in ("proposed", "negotiating", "unknown"):
        return status
    if status in ("signed", "ratified", "in_force", "revived"):
        return "negotiating" if modality in ("future", "negated") else "proposed"
    return "unknown"


def _by_clause(noun: Token) -> Step | None:
    """ "the treaty signed in May", "the deal that they suspended"; not "a deal that ends the war"."""
    for clause in noun.children:
        if clause.dep_ in ("relcl", "acl") and clause.lemma_ in STEPS and _undergone(clause):
            return clause, STEPS[clause.lemma_]
    return None


def _undergone(clause: Token) -> bool:
    """Whether the noun is what the clause acts on."""
    if syntax.is_passive(clause) or (clause.lemma_ in LAPSES and not syntax.objects(clause)):
        return True
    if clause.dep_ == "acl":
        return clause.tag_ == "VBN"
    subjects = [c for c in clause.children if c.dep_ == "nsubj"]
    return bool(subjects) and all(c.lower_ not in ("that", "which") for c in subjects)


def _by_far_clause(noun: Token) -> Step | None:
    for clause in noun.doc[noun.i + 1 : noun.sent.end]:
        if clause.lemma_.lower() in PACTS:
            break
        if clause.dep_ == "relcl" and clause.lemma_ in SIGNED and any(c.lower_ in ("which", "that") for c in clause.children):
            return clause, STEPS[clause.lemma_]
    return None


def _by_head(noun: Token) -> Step:
    head = noun.head
    if noun.dep_ == "pobj":
        over = head.head
        if names_signing(over) and head.lower_ in ("to", "under", "on"):
            return over, "signed"
        if over.lemma_.lower() in STEPS:
            return (over if over.pos_ == "VERB" else None), STEPS[over.lemma_.lower()]
        return None, "unknown"
    if noun.dep_ in ("dobj", "obj", "nsubjpass", "nsubj", "conj") and head.pos_ in ("VERB", "AUX"):
        return _by_verb(noun, head)
    return None, "unknown"


def _by_verb(noun: Token, verb: Token) -> Step:
    if verb.lemma_ in ("enter", "come", "take") and any(t.lower_ in ("force", "effect") for t in verb.subtree):
        return verb, "in_force"
    if noun.dep_ == "nsubj" and verb.lemma_ not in LAPSES:
        return verb, "unknown"
    phrasal: list[AgreementStatus] = [
        PHRASAL[verb.lemma_, p] for p in sorted(syntax.particles(verb)) if (verb.lemma_, p) in PHRASAL
    ]
    if phrasal:
        return verb, phrasal[0]
    status = STEPS.get(verb.lemma_.lower(), "unknown")
    if status == "proposed" and verb.lemma_ in ("set", "establish", "create") and verb.head.lemma_ == "agree":
        return verb.head, "proposed"
    return verb, status
