"""Numbers of one unit that cannot be the same number, with the words that make them approximate."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from detente.ledger.lifelines import Rows
from detente.ledger.sources import Sources
from detente.ledger.versions import record, version
from detente.records import Agreement, Conflict, Document, Span

_UNIT = re.compile(
    r"(?<![\w.,-])(?:(?P<hedge>about|around|some|nearly|almost|roughly|more than|over|at least|up to|fewer than|less than)\s+)?"
    r"(?P<money>[$€£])?(?P<number>\d[\d,]*(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?)"
    r"(?:\s+(?P<scale>hundred|thousand|million|billion))?(?:\s+(?P<unit>[A-Za-z][\w-]+))?",
    re.IGNORECASE,
)
_NUMERALS = "two three four five six seven eight nine ten eleven twelve"
_WORDS = {w: n for n, w in enumerate(_NUMERALS.split(), start=2)}
_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_UNCOUNTED = (
    "year years month months week weeks day days hour hours minute minutes decade decades time times o'clock percent per and "
    "or to of in on at the a by from for with as after before when while is was were are has had "
    "january february march april may june july august september october november december "
    "km kilometers kilometres miles presidents leaders countries sides states nations parties others"
)
_NO_UNIT = frozenset(_UNCOUNTED.split())
_APPROXIMATE = 0.2
_REPRICED = re.compile(r"\b(?:put|set|estimate|value|price)[a-z]*\s+(?:it|that|this)\b|\bit\s+(?:is|was)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^\n]*?[.!?](?=\s|$)")


def numbers(sources: Sources, subject: str, places: Sequence[tuple[str, Span]]) -> Iterator[Conflict]:
    """Numbers told of one thing at these places of different documents that cannot be the same; days and years are none."""
    told: dict[str, list[tuple[tuple[float, float], str, Span]]] = {}
    for document, sentence in dict.fromkeys(places):
        days = [t.span for t in sources.times.get(document, ()) if sentence.holds(t.span)]
        for unit, span, bounds in _counted(sources.holdings.documents[document], sentence):
            if not any(d.meets(span) for d in days):
                told.setdefault(unit, []).append((bounds, document, span))
    for unit, values in sorted(told.items()):
        apart = [v for v in values if any(o[1] != v[1] and (o[0][1] < v[0][0] or v[0][1] < o[0][0]) for o in values)]
        if apart:
            versions = [version(sources, d, s) for _, d, s in apart]
            yield record("quantity", subject, f"number ({unit})", versions, None)


def sums(sources: Sources, agreements: Sequence[tuple[Agreement, Rows]]) -> Iterator[Conflict]:
    """What an agreement is worth: other sums in other documents, or a second one in the next sentence of the same."""
    for agreement, rows in agreements:
        yield from numbers(sources, agreement.id, [(t.document, t.row.sentence) for t in rows])
        for told in rows:
            document = sources.holdings.documents[told.document]
            following = _SENTENCE.match(document.text, min(told.row.sentence.end + 1, len(document.text)))
            if following is None or not _REPRICED.search(following.group()):
                continue
            places = (told.row.sentence, Span(*following.span()))
            first, second = ([(s, b) for u, s, b in _counted(document, at) if u in "$€£"] for at in places)
            if len(first) == len(second) == 1 and first[0][1] != second[0][1]:
                versions = [version(sources, told.document, at) for at in (first[0][0], second[0][0])]
                yield record("quantity", agreement.id, "value", versions, "two sums in one text")


def _counted(document: Document, sentence: Span) -> Iterator[tuple[str, Span, tuple[float, float]]]:
    """Unit, place and bounds of each number of a sentence that counts something."""
    for match in _UNIT.finditer(document.at(sentence)):
        said = (match["unit"] or "").casefold()
        unit = match["money"] or said.removesuffix("s")
        if unit and (match["money"] or (said not in _NO_UNIT and unit not in _NO_UNIT)):
            yield unit, Span(sentence.start + match.start(), sentence.start + match.end()), _bounds(match)


def _bounds(match: re.Match[str]) -> tuple[float, float]:
    """The range a number stands for, wider where it is told as approximate."""
    word = match["number"].casefold()
    if word.startswith("dozen"):
        return (12.0, 12.0) if word == "dozen" else (24.0, math.inf)
    value = float(_WORDS.get(word) or word.replace(",", "")) * _SCALE.get((match["scale"] or "").casefold(), 1)
    hedge = (match["hedge"] or "").casefold()
    if hedge in ("more than", "over", "at least"):
        return value, math.inf
    if hedge in ("up to", "fewer than", "less than"):
        return 0.0, value
    if hedge:
        return value * (1 - _APPROXIMATE), value * (1 + _APPROXIMATE)
    return value, value
