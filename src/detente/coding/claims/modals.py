"""What a modal verb speaks of: what comes, what is so, what was able to be, what somebody promises."""

from __future__ import annotations

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.claims.lexicon import ASKING, MODALS, STATIVE
from detente.coding.claims.phrases import is_negated

SENSING = frozenset("see hear feel watch find afford smell tell".split())
"""Verbs of which `could` says what somebody was able to do, and `we will` no promise."""

_WHATEVER = frozenset({"whatever", "however", "whoever", "how"})
_WHAT = frozenset({"what", "where", "why", "who", "whom"})


def looks_ahead(modal: Token, verb: Token) -> bool:
    """Whether a modal speaks of what comes, not of what is or was able to be."""
    word = MODALS[modal.lower_]
    if is_author(verb):
        return False
    if word == "could":
        return not is_negated(verb) and not _is_past_ability(verb) and verb.lemma_ not in SENSING
    if word in ("may", "might"):
        going_on = verb.tag_ == "VBG" and any(c.lemma_ == "be" for c in verb.children)
        there = any(c.dep_ == "expl" for c in verb.children)
        return there or not (going_on or verb.lemma_ in STATIVE)
    return not _is_saw(verb)


def _is_saw(verb: Token) -> bool:
    """A proverb: a thing of some kind will always be so."""
    subject = next(iter(syntax.own_subjects(verb)), None)
    generic = subject is not None and any(c.lower_ in ("a", "an") for c in subject.children)
    return generic and any(c.lower_ == "always" for c in verb.children)


def asking(verb: Token) -> str | None:
    """The words of an open question that the clause stands in: `see if`."""
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in ("if", "whether")), None)
    if mark is None or (mark.lower_ == "if" and verb.head.lemma_ not in ASKING):
        return None
    return f"{verb.head.text} {mark.text}" if verb.head.i == mark.i - 1 else mark.text


def is_open(verb: Token) -> bool:
    """`what it would look like`, `whatever they may fear`: nothing is foretold."""
    asked = verb.dep_ in ("ccomp", "pcomp", "csubj")
    if any(t.lower_ in _WHATEVER for t in verb.lefts):
        return True
    return asked and any(t.lower_ in _WHAT for t in verb.doc[verb.left_edge.i : verb.i] if verb.is_ancestor(t))


def _is_past_ability(verb: Token) -> bool:
    """`could see` told of the past: beside a past main verb, outside any reported clause."""
    above = next((a for a in verb.ancestors if a.pos_ in ("VERB", "AUX")), None)
    return verb.dep_ in ("advcl", "relcl") and above is not None and above.tag_ == "VBD"


def is_author(verb: Token) -> bool:
    """`I will try to show`: the writer about the text, no forecast."""
    return any(s.lower_ == "i" for s in syntax.own_subjects(verb))


def we_will(verb: Token, word: str) -> bool:
    """Somebody's word about what he will do."""
    return MODALS.get(word) in ("will", "shall") and any(s.lower_ == "we" for s in syntax.own_subjects(verb))
