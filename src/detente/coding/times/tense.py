"""Whether the words around a token look back or ahead."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

Direction = Literal["past", "future"]

AHEAD = frozenset(
    "expect schedule set due plan intend hope want aim slate prepare vow pledge promise agree aim seek decide invite threaten "
    "propose ready poise bind likely unlikely ask urge order offer".split()
)
"""Lemmas whose infinitive lies ahead of them: `agreed to meet on Thursday`."""

_WILL = frozenset("will shall 'll ’ll wo sha".split())


def verb_over(token: Token) -> Token | None:
    """The nearest verb that the token hangs on, or that of a relative clause on the way (`Monday's vote, which angered …`)."""
    for above in token.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return above
        if above.pos_ in ("NOUN", "PROPN"):
            clause = next((c for c in above.children if c.dep_ == "relcl" and c.tag_ in ("VBD", "VBN")), None)
            if clause is not None:
                return clause
    return None


def direction(token: Token) -> Direction | None:
    """Where the clause around the token looks; None where its tense does not say."""
    verb = token if token.pos_ in ("VERB", "AUX") else verb_over(token)
    return None if verb is None else of_verb(verb)


def foretold(token: Token) -> bool:
    """Whether the clause around the token tells what will or would be, not what was."""
    verb = token if token.pos_ in ("VERB", "AUX") else verb_over(token)
    helpers = [] if verb is None else [c for c in verb.children if c.dep_ == "aux"]
    if verb is None or not any(h.tag_ == "TO" for h in helpers):
        return any(h.lower_ in _WILL or h.lower_ == "would" for h in helpers)
    return of_verb(verb) == "future"


def of_verb(verb: Token, depth: int = 0) -> Direction | None:
    """Where a verb looks, by its auxiliaries, its form and the verb it hangs on."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(h.lower_ in _WILL for h in helpers):
        return "future"
    if any(h.tag_ == "TO" for h in helpers) and depth < 4:
        return _of_infinitive(verb, depth)
    if any(h.tag_ in ("VBD", "MD") or h.lower_ in ("has", "have", "'ve", "’ve") for h in helpers):
        return None if any(h.tag_ == "MD" for h in helpers) and not any(h.lower_ == "have" for h in helpers) else "past"
    return _of_form(verb, helpers, depth)


def _of_form(verb: Token, helpers: list[Token], depth: int) -> Direction | None:
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN":
        return "future" if verb.lemma_ in AHEAD else None if helpers else "past"
    if verb.tag_ == "VBG" and not helpers:
        over = verb_over(verb)
        return None if over is None or depth >= 4 else of_verb(over, depth + 1)
    return "future" if verb.tag_ in ("VBZ", "VBP", "VBG", "VB") else None


def _of_infinitive(verb: Token, depth: int) -> Direction | None:
    """`is expected to meet` and `agreed to meet` look ahead; `flew there to meet` looks where `flew` does."""
    head = verb.head
    if head.lemma_ in AHEAD or head.lemma_ == "be" or head.lower_ in ("due", "set", "likely", "unlikely", "ready"):
        return "future"
    return None if head is verb or head.pos_ not in ("VERB", "AUX") else of_verb(head, depth + 1)
