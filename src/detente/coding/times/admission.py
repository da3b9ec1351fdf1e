"""Which of the grammar's stretches the parse lets stand: `March` the month, not the march; 2016 the year, not the count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from detente.coding.times.shapes import Expression, Vague, Yearless

_TEMPORAL = frozenset(
    "in since until till by from of during before after through around early late mid this last next every each throughout "
    "past beginning end".split()
)
_JOINING = frozenset({"and", "or", "to", "-", "–", ","})
_NUMBERED = frozenset(
    "resolution resolutions article articles no no. number protocol flight law decree page section chapter paragraph room "
    "highway unit brigade battalion regiment vision agenda horizon windows boeing airbus channel act model grade bus expo euro "
    "cup".split()
)
_COUNTED = re.compile(
    r"\s*(?:kms?\b|kilomet|met(?:er|re)s|miles|kg\b|tons|tonnes|people|troops|soldiers|men\b|women|percent|per\s+cent|GMT|hours|local|"
    r"euros|dollars|rubles|roubles|lira|pounds|million|billion|thousand|years?\b|other|more|additional)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:shortly|immediately|just|soon|right)\s+(?:after|before|following)\b|\bon\s+the\s+eve\s+of\b", re.IGNORECASE
)
_LONGEST_EVENT = 8  # tokens; a longer phrase is a clause that the parser took for one
_EARLIEST_YEAR, _LATEST_YEAR = 1800, 2100


def touched(doc: Doc, found: Expression) -> Span | None:
    """The tokens that an expression touches."""
    return doc.char_span(found.start, found.end, alignment_mode="expand")


def stands(doc: Doc, text: str, found: Expression) -> bool:
    """Whether a stretch of the text, which is the doc's, is a time expression here."""
    at = touched(doc, found)
    if at is None:
        return False
    words = text[found.start : found.end]
    if words.isdigit():
        return _is_year(doc, at, int(words), text[at.end_char : at.end_char + 24])
    if isinstance(found.shape, Yearless) and words.isalpha():
        return _is_month(doc, at[-1])
    if found.kind == "duration" and isinstance(found.shape, Vague):
        return _is_duration(doc, at)
    return True


def _before(doc: Doc, at: int) -> Token | None:
    return doc[at - 1] if at > 0 else None


def _is_month(doc: Doc, token: Token) -> bool:
    """A month's name alone. `May` and `March` need a word before them that dates take."""
    if token.pos_ in ("VERB", "AUX") or token.ent_type_ in ("PERSON", "ORG", "FAC"):
        return False
    before = _before(doc, token.i)
    word = before.lower_ if before is not None else ""
    if word in _TEMPORAL:
        return True
    if before is not None and before.pos_ == "PROPN" and not token.is_sent_start and token.ent_type_ != "DATE":
        return False
    if token.text in ("May", "March"):
        return word in _JOINING and token.ent_type_ == "DATE"
    return token.ent_type_ == "DATE" or token.pos_ in ("PROPN", "NOUN")


def _is_year(doc: Doc, at: Span, number: int, rest: str) -> bool:
    """Four digits alone: not a count, a sum, a distance or the number of a resolution."""
    before, last = _before(doc, at.start), at[-1]
    word = before.lower_ if before is not None else ""
    if word in _NUMBERED or (before is not None and before.is_currency) or _COUNTED.match(rest):
        return False
    plausible = _EARLIEST_YEAR <= number < _LATEST_YEAR
    if last.dep_ == "nummod" and last.head.tag_ == "NNS" and last.head.i > last.i and before is not None:
        return plausible and (before.pos_ in ("DET", "PRON") or before.tag_ == "POS" or word in ("in", "since"))
    return plausible or last.ent_type_ == "DATE" or word in _TEMPORAL


def _is_duration(doc: Doc, at: Span) -> bool:
    """`a year` is none in `twice a year` or `$2 billion a year`."""
    before = _before(doc, at.start)
    if at[0].lower_ in ("a", "an") and len(at) == 2 and before is not None:
        return before.pos_ not in ("NUM", "NOUN") and before.lower_ not in ("once", "twice", "times")
    return True


def beside_acts(doc: Doc, text: str) -> Iterator[Expression]:
    """References to the time of an act (`shortly after the summit`, `on the eve of his visit`) to the end of the phrase."""
    for match in _BESIDE.finditer(text):
        at = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if at is None:
            continue
        noun = next((c for c in at[-1].children if c.dep_ in ("pobj", "pcomp") and c.pos_ in ("NOUN", "PROPN")), None)
        if noun is None:
            continue
        last = _last_of_phrase(noun)
        if last.i - noun.left_edge.i < _LONGEST_EVENT:
            yield Expression(match.start(), last.idx + len(last), "reference", Vague())


def _last_of_phrase(noun: Token) -> Token:
    """The last token of a noun phrase with its short prepositional tail (`the visit to Russia`)."""
    last = noun
    for child in noun.rights:
        if child.dep_ == "prep" and child.i == last.i + 1:
            last = next((c for c in child.children if c.dep_ == "pobj"), last)
    return last
