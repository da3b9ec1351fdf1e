"""What the parser joins wrongly, again and again: gerunds read as adjectives, the next clause's subject read as this one's object.

Like `syntax`, everything here takes and returns spaCy tokens.
"""

from __future__ import annotations

from spacy.tokens import Token


def begun(verb: Token) -> Token | None:
    """ "started shelling the hills": where the parser makes the gerund an adjective of its object, the verb that it follows."""
    head = verb.head
    if verb.dep_ != "amod" or verb.tag_ != "VBG" or head.dep_ not in ("dobj", "obj") or verb.i != head.left_edge.i:
        return None
    return head.head if head.head.lemma_ in _ASPECT and head.head.i == verb.i - 1 else None


_ASPECT = frozenset("start begin continue stop keep resume cease finish quit".split())


def beside_name(verb: Token) -> Token | None:
    """ "…, with Peru supporting rebels": a gerund between a name and a bare plural is a clause of its own, not an adjective."""
    before, after = verb.doc[max(verb.i - 1, 0)], verb.head
    bare = verb.dep_ == "amod" and verb.tag_ == "VBG" and after.tag_ == "NNS" and after.i > verb.i
    named = before.pos_ == "PROPN" and before.ent_type_ in ("GPE", "ORG", "PERSON", "NORP") and before.i != verb.i
    return before if bare and named and before.sent.start == verb.sent.start else None


def possessor(verb: Token) -> list[Token]:
    """ "its being willing to talk", "Peru's leaving the pact": the possessive is the subject of the gerund."""
    return [c for c in verb.children if c.dep_ == "poss"] if verb.tag_ == "VBG" and verb.pos_ in ("VERB", "AUX") else []


def misjoined(verb: Token) -> list[Token]:
    """ "… for Peru's farmers and Chile promised …": a finite verb right after a coordinated noun has it for its subject."""
    at = verb.i - 1
    while at > verb.sent.start and (verb.doc[at].head.i == verb.i and verb.doc[at].dep_ in ("aux", "neg", "advmod", "auxpass")):
        at -= 1
    before = verb.doc[at]
    if verb.dep_ == "ROOT" and verb.tag_ in ("VBD", "VBZ", "VBP") and before.dep_ == "conj" and before.pos_ == "PROPN":
        comma = before.left_edge.i - 1  # "In the talks between A and B, C backed …"
        return [before] if comma > verb.sent.start and verb.doc[comma].text == "," else []
    clause = verb.dep_ == "conj" or (verb.dep_ == "advcl" and not any(c.dep_ in ("mark", "advmod") for c in verb.children))
    if clause and verb.head.i < at and verb.tag_ in ("VBD", "VBZ", "VBP") and at < verb.i:
        joined = before.dep_ == "conj" and before.pos_ in ("NOUN", "PROPN") and before.left_edge.i > 0
        if joined and verb.doc[before.left_edge.i - 1].dep_ == "cc":
            return [before]
    return []


def opens_clause(noun: Token) -> bool:
    """Whether the parser joined the subject of the next clause to the last noun of this one."""
    after = noun.right_edge.i + 1
    while after < len(noun.doc) and noun.doc[after].dep_ in ("aux", "neg", "advmod", "auxpass"):
        after += 1
    return (
        after < len(noun.doc)
        and noun.doc[after].dep_ in ("conj", "advcl")
        and noun.i in {t.i for t in misjoined(noun.doc[after])}
    )


def beside(head: Token) -> list[Token]:
    """Coordinates that the parser hangs elsewhere: "between Smith and President Jones" (under the second name), "Smith, aide

    to the king, and the envoy, Jones" (under the apposition).
    """
    first = [
        c
        for c in head.children
        if c.dep_ == "nmod" and c.pos_ == head.pos_ == "PROPN" and any(g.dep_ == "cc" for g in c.children)
    ]
    named = [
        g
        for c in head.children
        if c.dep_ == "appos" and head.pos_ == "PROPN" and c.pos_ == "NOUN"
        for g in c.children
        if g.dep_ == "conj" and any(x.dep_ == "appos" and x.pos_ == "PROPN" for x in g.children)
    ]
    return first + named
