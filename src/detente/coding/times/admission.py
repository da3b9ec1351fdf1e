"""Which of the grammar's stretches the parse lets stand: `March` the month and not the march, 2016 the year and not the count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from detente.coding.times.shapes import Expression, Fixed, Vague, Yearless

_TEMPORAL = frozenset(
    "in since until till by from of during before after through to and or between around early late mid this last next every "
    "each throughout past mid- early-".split()
)
_NUMBERED = frozenset(
    "resolution resolutions article articles no no. number protocol flight law decree page section chapter paragraph room "
    "highway unit brigade battalion regiment vision agenda horizon windows boeing airbus channel act model grade bus".split()
)
_COUNTED = re.compile(
    r"\s*(?:km|kms|kilomet|met(?:er|re)s|miles|m\b|kg|tons|tonnes|people|troops|soldiers|men\b|women|percent|per\s+cent|GMT|hours|local|"
    r"euros|dollars|rubles|roubles|lira|pounds|million|billion|thousand|years?\b|other|more|additional)",
    re.IGNORECASE,
)
_EVENT = re.compile(r"\b(?:shortly|immediately|just|soon|right)\s+(?:after|before|following)\b|\bon\s+the\s+eve\s+of\b", re.IGNORECASE)
_MAX_EVENT_TOKENS = 8


def stands(doc: Doc, found: Expression) -> bool:
    """Whether a stretch is a time expression here."""
    at = doc.char_span(found.start, found.end, alignment_mode="expand")
    if at is None:
        return False
    if at.text.isdigit() or re.fullmatch(r"\d{4}", at.text[:4]) and len(at) == 1 and "-" not in at.text:
        return not at.text[:4].isdigit() or _is_year(doc, at)
    if isinstance(found.shape, Yearless) and len(at) == 1:
        return _is_month(doc, at[0])
    if found.kind == "duration" and isinstance(found.shape, Vague):
        return _is_duration(doc, at)
    return True


def _before(doc: Doc, at: Span | Token) -> Token | None:
    i = at.start if isinstance(at, Span) else at.i
    return doc[i - 1] if i > 0 else None


def _is_month(doc: Doc, token: Token) -> bool:
    """A month's name alone. `May` and `March` need a word before them that dates take."""
    if token.pos_ in ("VERB", "AUX") or token.ent_type_ in ("PERSON", "ORG", "FAC"):
        return False
    before = _before(doc, token)
    word = before.lower_ if before is not None else ""
    if before is not None and before.pos_ == "PROPN" and before.ent_type_ not in ("DATE", "") and not token.is_sent_start:
        return False
    if token.text in ("May", "March"):
        return word in _TEMPORAL
    return word in _TEMPORAL or token.ent_type_ == "DATE" or token.pos_ in ("PROPN", "NOUN")


def _is_year(doc: Doc, at: Span) -> bool:
    """Four digits alone: not a count, a sum, a distance or the number of a resolution."""
    before = _before(doc, at)
    word = before.lower_ if before is not None else ""
    rest = doc.text[at.end_char : at.end_char + 24]
    if word in _NUMBERED or before is not None and before.is_currency or _COUNTED.match(rest):
        return False
    plausible = 1800 <= int(at.text[:4]) < 2100
    head = at[-1].head
    if at[-1].dep_ == "nummod" and head.tag_ == "NNS" and head.i > at[-1].i:
        return plausible and before is not None and (before.pos_ in ("DET", "PRON") or before.tag_ == "POS" or word in ("in", "since", "late"))
    return plausible or at[-1].ent_type_ == "DATE" or word in _TEMPORAL


def _is_duration(doc: Doc, at: Span) -> bool:
    """`a year` is none in `twice a year` or `$2 billion a year`."""
    before = _before(doc, at)
    if at[0].lower_ in ("a", "an") and len(at) == 2 and before is not None:
        return before.pos_ not in ("NUM", "NOUN") and before.lower_ not in ("once", "twice", "times")
    return True


def beside_events(doc: Doc) -> Iterator[Expression]:
    """References to the time of an act: `shortly after the summit`, `on the eve of his visit`, to the end of the noun phrase."""
    for match in _EVENT.finditer(doc.text):
        at = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        noun = None if at is None else next((c for c in at[-1].children if c.dep_ in ("pobj", "pcomp") and c.pos_ in ("NOUN", "PROPN")), None)
        if noun is None:
            continue
        last = _last_of_phrase(noun)
        if last.i - noun.left_edge.i < _MAX_EVENT_TOKENS:
            yield Expression(match.start(), last.idx + len(last), "reference", Vague())


def _last_of_phrase(noun: Token) -> Token:
    """The last token of a noun phrase with its short prepositional tail (`the visit to Russia`)."""
    last = noun
    for child in noun.rights:
        if child.dep_ == "prep" and child.i == last.i + 1:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            last = inner if inner is not None else last
    return last


def dated(found: Expression) -> bool:
    """Whether the words alone give days."""
    return isinstance(found.shape, Fixed)
