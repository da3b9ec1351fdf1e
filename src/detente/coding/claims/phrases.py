"""Turns of phrase that look ahead from outside the clause they speak of: `little reason to think that`, `the more …`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from detente.coding.claims import hedges
from detente.coding.claims.clauses import bounds
from detente.coding.claims.conditions import stretch
from detente.coding.claims.hedges import Hedge
from detente.records import ClaimKind
from detente.reference.estimative import Table

_PHRASES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), readings)
    for pattern, readings in (
        (
            r"\b(?:little|no|scant|every|good)\s+(?:reason|cause)\s+to\s+(?:think|believe|expect|suppose)\b",
            ("little reason to think",),
        ),
        (
            r"\b(?:little|no|scant|slim|small|good|every|remote|slight|fair)\s+(?:chance|prospect|likelihood|hope|sign|possibility)s?\b",
            (),
        ),
        (
            r"\b(?:is|remains?|seems?|appears?|looks?)\s+(?:still\s+|quite\s+|entirely\s+|also\s+)?"
            r"(?:possible|probable|doubtful|conceivable|inconceivable|inevitable|uncertain|unclear|questionable)\b(?=\s+(?:that|whether|if))",
            ("possible",),
        ),
        (r"\b(?:is|are|has|have)\s+(?:here|there)\s+to\s+stay\b", ("is to",)),
        (r"\bpaves?\s+the\s+way\s+(?:for|to)\b", ("likely",)),
        (r"\b(?:hard|difficult|impossible)\s+to\s+(?:imagine|see|envisage)\b", ()),
        (r"\b(?:cannot|can\s+not|can't|can’t)\s+be\s+(?:ruled\s+out|excluded)\b", ("cannot be ruled out",)),
        (r"\bremains?\s+to\s+be\s+seen\b", ("remains to be seen",)),
        (
            r"\bthere\s+(?:is|are|remains?)\s+(?:still\s+)?(?:an?\s+)?(?:\w+\s+)?(?:possibility|risk|danger)\s+(?:that|of)\b",
            ("a possibility",),
        ),
        (r"\bout\s+of\s+the\s+question\b", ()),
    )
)
_CHANCE = re.compile(
    r"\b(?P<words>(?:[a-z]+\s+){1,3}(?:chance|possibility|likelihood|prospect|probability|odds|question))\b(?=\s+(?:that|of)\b|\W)",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"\b(?:it|that)\s+(?:is\s+|as\s+)?(?P<words>(?:(?:very|highly|most|extremely|almost|nearly|quite)\s+)?"
    r"(?:likely|unlikely|probable|improbable|doubtful|certain|inconceivable))\s*(?:\([^)]{0,40}\)\s*)?(?=that\b)",
    re.IGNORECASE,
)
_RATED = frozenset({"chance", "odds", "likelihood", "probability", "possibility", "risk"})
_COUNTS = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten".split())}
_COUNT = "|".join((*_COUNTS, r"\d{1,3}"))
_ODDS = re.compile(
    rf"\b(?P<part>{_COUNT})\s+(?:(?:chance|possibility)\s+)?(?:in|(?<=chance )of|(?<=possibility )of)\s+(?P<of>{_COUNT})\b"
    r"(?!\s+(?:\w+\s+)?(?:people|men|women|voters|years|months|days|soldiers|households|russians|turks|children))"
    r"|\b(?P<low>\d{1,3})(?:\s*(?:-|–|to)\s*(?P<high>\d{1,3}))?\s*(?:%|per\s*cent|percent)(?:age)?(?=\s+(?:chance|probability|likelihood|likely))",
    re.IGNORECASE,
)
_PROSPECTS = re.compile(
    r"\b(?:prospects?|chances|odds|hopes)\b.{0,160}?\b(?P<hedge>(?:is|are|looks?|remains?|seems?)\s+(?:still\s+|very\s+|rather\s+)?"
    r"(?:(?P<poor>limited|dim|slim|bleak|poor|remote|low|uncertain|faint|grim)|(?P<good>good|bright|strong|high)))\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\bthe\s+(?:more|less|\w+er)\b.{3,200}?,\s*the\s+(?P<then>more|less|\w+er)\b(?P<likely>\s+likely)?", re.IGNORECASE
)


class Phrase(NamedTuple):
    """A clause that such a phrase governs: its verb, its tokens, what it is, and its hedge."""

    verb: Token
    first: int
    last: int
    kind: ClaimKind
    hedge: Hedge


def phrases(sentence: Span, table: Table) -> Iterator[Phrase]:
    """The phrases of a sentence."""
    yield from _odds(sentence)
    yield from _fixed(sentence, table)
    yield from _chances(sentence, table)
    yield from _comparisons(sentence, table)


def _fixed(sentence: Span, table: Table) -> Iterator[Phrase]:
    """`there is little reason to think that`, `prospects are dim`."""
    text = sentence.text
    for pattern, readings in _PHRASES:
        for match in pattern.finditer(text):
            verb = _verb_at(sentence, match)
            if verb is not None and not is_negated(verb):
                hedge = hedges.of_phrase(match[0], table, *_shorter(match[0]), *readings)
                yield Phrase(verb, *bounds(verb), "forecast", hedge)
    for match in _PROSPECTS.finditer(text):
        verb = _verb_at(sentence, match)
        if verb is not None:
            hedge = hedges.of_phrase(match["hedge"], table, "unlikely" if match["poor"] else "likely")
            yield Phrase(verb, *bounds(verb), "forecast", hedge)


def _chances(sentence: Span, table: Table) -> Iterator[Phrase]:
    """`a roughly even chance that`, where a table has the words, and `judge it very likely that`."""
    for match in (*_CHANCE.finditer(sentence.text), *_JUDGED.finditer(sentence.text)):
        verb = _verb_at(sentence, match)
        words = match["words"].split()
        for start in range(len(words)):
            hedge = hedges.of_phrase(" ".join(words[start:]), table)
            if hedge.p_low is not None and verb is not None and not is_negated(verb):
                first, last = bounds(verb)
                yield Phrase(verb, first, max(last, _end_of_that(sentence, match)), "forecast", hedge)
                break


def _end_of_that(sentence: Span, match: re.Match[str]) -> int:
    """The last token of the clause that a `that` right after the match opens, wherever the parse hangs it; -1 where there is none."""
    at = sentence.start_char + match.end()
    span = sentence.doc.char_span(at, min(at + 5, sentence.end_char), alignment_mode="expand")
    mark = next((t for t in span if t.lower_ == "that" and t.dep_ == "mark"), None) if span is not None else None
    return bounds(mark.head)[1] if mark is not None else -1


def _odds(sentence: Span) -> Iterator[Phrase]:
    """`one in four`, `a 30 per cent chance`, `85 to 95 per cent`: a number that the text itself gives, read within five points."""
    for match in _ODDS.finditer(sentence.text):
        band = _numbers(match)
        verb = _verb_at(sentence, match)
        if verb is not None and verb.dep_ == "relcl":  # "put the chance of a truce that lasts at one in four"
            rated = next((a for a in verb.ancestors if a.pos_ == "VERB"), None)
            verb = rated if rated is not None and any(c.lemma_ in _RATED for c in rated.children) else verb
        if band is not None and verb is not None:
            yield Phrase(verb, *bounds(verb), "forecast", Hedge(match[0], *band))


def _numbers(match: re.Match[str]) -> tuple[float, float] | None:
    """The bounds that a number, a ratio or a range of percents gives."""
    if match["of"]:
        part, whole = (_COUNTS.get(match[g].lower()) or int(match[g]) for g in ("part", "of"))
        low = high = part / whole if whole else 2.0
    else:
        low = float(match["low"]) / 100
        high = float(match["high"] or match["low"]) / 100
    if not 0 <= low <= high <= 1:
        return None
    return (max(0.0, round(low - 0.05, 4)), min(1.0, round(high + 0.05, 4))) if low == high else (low, high)


def _comparisons(sentence: Span, table: Table) -> Iterator[Phrase]:
    """`The more it looks so, the more likely they are to …`."""
    match = _MORE.search(sentence.text)
    span = stretch(sentence, match) if match is not None else None
    if match is None or span is None:
        return
    last = sentence.end - 1
    while last > span.start and (sentence.doc[last].is_punct or sentence.doc[last].is_space):
        last -= 1
    if any(t.lower_ in ("will", "likely", "would") for t in sentence.doc[span.start : last + 1]):
        hedge = hedges.of_phrase(f"the {match['then']}{match['likely'] or ''}", table, "likely" if match["likely"] else "will")
        yield Phrase(span.root, span.start, last, "conditional", hedge)


def _shorter(phrase: str) -> list[str]:
    """Forms of a phrase without its copula and fillers."""
    words = phrase.lower().split()
    return [" ".join(words[n:]) for n in range(1, len(words))]


def _verb_at(sentence: Span, match: re.Match[str]) -> Token | None:
    """The verb of the clause that a match stands in, above the infinitive that is part of it."""
    span = stretch(sentence, match)
    if span is None:
        return None
    finite = [t for t in span if t.tag_ in ("VBZ", "VBP", "VBD", "MD")]
    token = finite[0] if finite else span.root
    if token.dep_ in ("aux", "auxpass"):
        token = token.head
    for above in (token, *token.ancestors):
        if above.pos_ in ("VERB", "AUX") and not _infinitive(above):
            return above
    return None


def _infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)


def is_negated(*heads: Token) -> bool:
    """Whether the clause is negated, by `not` or by its subject (`none of these`)."""
    return any(
        c.dep_ == "neg"
        or (c.dep_ in ("nsubj", "nsubjpass") and (c.lower_ in ("none", "neither", "nobody", "nothing") or _no(c)))
        for h in heads
        for c in h.children
    )


def _no(noun: Token) -> bool:
    return any(c.lower_ in ("no", "neither") and c.dep_ == "det" for c in noun.children)
