"""What an agreement provides, what it is said to be worth, and whether the text says that its terms are not public."""

from __future__ import annotations

import re

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.agreements.vocabulary import above

_TEXT = frozenset("text term detail content clause provision".split())
_SECRET = frozenset("secret unpublished undisclosed classified confidential unknown unclear".split())
_OPENED = frozenset("public published disclosed revealed released known".split())
_OPENING = frozenset("publish disclose reveal release".split())
_NOBODY = frozenset("nobody none neither no".split())
_MONEY = (
    r"(?:(?:US|C|A)?[$€£¥]\s?\d[\d.,]*\d?(?:\s?(?:thousand|million|billion|trillion|bn|mn))?"
    r"|\d[\d.,]*(?:\s(?:thousand|million|billion|trillion))?\s(?:dollars|euros|pounds|yen|yuan|rubles|roubles|lira|rupees))"
)
_HEDGE = (
    r"(?:reportedly|allegedly|apparently|supposedly|purportedly|(?:said|believed|thought|reported|estimated|rumou?red|understood)"
    r"\s+to\s+be|estimated\s+at)"
)
_ROUGH = (
    r"(?:about|around|some|nearly|almost|roughly|approximately|more than|over|at least|up to|less than|an estimated|a reported)"
)
_VALUE = re.compile(
    rf"\b(?:{_HEDGE}\s+(?:\w+\s+)?)?(?:worth|valued\s+at|priced\s+at|put\s+at|estimated\s+at)\s+(?:{_ROUGH}\s+)?{_MONEY}",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:(?:reported|estimated|rumou?red|alleged|{_ROUGH})\s+)?{_MONEY}(?=\W+(?:[\w-]+\s+){{0,3}}$)", re.IGNORECASE
)
_REACH = 80  # characters from the noun to its price


def terms(noun: Token) -> str | None:
    """The price with its hedge, and the words that say what it provides: "to …", "on …", "under which …"."""
    found = list(filter(None, (value(noun), _provided(noun))))
    if len(found) == 2 and found[0] in found[1]:
        found = found[1:]
    return "; ".join(found) or None


def value(noun: Token) -> str | None:
    """What it is worth as the sentence words it, doubts included: *reportedly worth $3 billion*."""
    doc, sentence = noun.doc, noun.sent
    after = doc.text[noun.idx + len(noun.text) : sentence.end_char]
    told = _VALUE.search(after)
    if told and told.start() <= _REACH and not re.search(r"[.;:]|\b(?:but|while|whereas)\b", after[: told.start()]):
        return " ".join(told.group().split())
    priced = _BEFORE.search(doc.text[noun.left_edge.idx : noun.idx])
    return " ".join(priced.group().split()) if priced else None


def _provided(noun: Token) -> str | None:
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") or (child.dep_ == "prep" and child.lower_ in ("on", "for", "over")):
            words = noun.doc[child.left_edge.i : child.right_edge.i + 1].text
            return " ".join(words.split())
    return None


def unpublished(noun: Token) -> bool:
    """Whether the sentence says that its text or terms were not made public, or are not known."""
    if any(c.lower_ in _SECRET for c in noun.children if c.dep_ in ("amod", "acl")):
        return True
    held = above(noun, _TEXT)
    verb = held.head
    if held.dep_ in syntax.SUBJECT:
        near = [t for t in verb.subtree if abs(t.i - verb.i) <= 3]
        if syntax.is_negated(verb):
            return verb.lower_ in _OPENED or any(t.lower_ in _OPENED for t in near)
        said = [c for c in verb.children if c.dep_ in ("acomp", "oprd", "attr", "xcomp")]
        return (held is not noun or verb.lemma_ in ("remain", "stay", "keep")) and any(t.lower_ in _SECRET for t in said)
    return held.dep_ in ("dobj", "obj") and verb.lemma_ in _OPENING and _is_denied(verb)


def _is_denied(verb: Token) -> bool:
    """ "has not", "nobody has", "neither side has"."""
    doers = [c for c in verb.children if c.dep_ in syntax.SUBJECT]
    told = [t.lower_ for d in doers for t in (d, *(c for c in d.children if c.dep_ in ("det", "neg", "preconj")))]
    return syntax.is_negated(verb) or any(t in _NOBODY for t in told)
