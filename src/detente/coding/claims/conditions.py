"""If-clauses, found by their words and commas: the parse of them is too often wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

_MARKER = re.compile(
    r"(?<![\w’'])(?:(?:even|especially|only|particularly|but)\s+)?"
    r"(?:if|unless|(?:so|as)\s+long\s+as|provided(?:\s+that)?|(?:even\s+)?supposing(?:\s+that)?|assuming(?:\s+that)?|in\s+case)\b"
    r"(?!\s+(?:anything|any|not|ever|possible|necessary|only)\b)",
    re.IGNORECASE,
)
_INVERTED = re.compile(r"^\W*Should\s+(?=\w+)", re.UNICODE)
_ASKED = frozenset("see know ask wonder question decide determine check tell as unclear uncertain doubt of".split())
_CONSEQUENT = frozenset("will would could may might wo 'll ’ll shall 'd ’d".split())
_MOST = 40  # tokens of an if-clause


@dataclass(frozen=True, slots=True)
class Condition:
    """An if-clause, its tokens `first` to `last`, and the modal of what hangs on it (None where there is none)."""

    first: int
    last: int
    consequent: int | None


def condition(sentence: Span) -> Condition | None:
    """The first if-clause of a sentence."""
    text = sentence.text
    for match in (*_INVERTED.finditer(text), *_MARKER.finditer(text)):
        span = stretch(sentence, match)
        if span is None or _is_asked(span, sentence) or _is_modifier(span):
            continue
        last = _end(span, sentence)
        return Condition(span.start, last, _consequent(sentence, span.start, last))
    return None


def stretch(sentence: Span, match: re.Match[str]) -> Span | None:
    """The tokens that a match in the sentence's text touches."""
    start = sentence.start_char
    return sentence.doc.char_span(start + match.start(), start + match.end(), alignment_mode="expand")


def _is_asked(marker: Span, sentence: Span) -> bool:
    """`waiting to see if` asks; it sets no condition."""
    before = marker.start - 1
    return before >= sentence.start and marker.doc[before].lemma_.lower() in _ASKED


def _is_modifier(marker: Span) -> bool:
    """`provided by` and `assuming power` are no conditions."""
    word = marker[-1].lower_
    return (
        word in ("provided", "assuming", "supposing")
        and marker[-1].i + 1 < len(marker.doc)
        and marker[-1].nbor().lower_ != "that"
    )


def _end(marker: Span, sentence: Span) -> int:
    """The last token of the clause: before the comma where it opens the sentence or a clause, else the end."""
    doc = marker.doc
    opens = (
        marker.start <= sentence.start + 2
        or doc[marker.start - 1].text in (",", ";", ":", "—", "–", "-")
        or doc[marker.start - 1].lower_ == "that"
    )
    if opens:
        for i in range(marker.end, min(sentence.end, marker.end + _MOST)):
            if doc[i].text in (",", ";", "—"):
                return i - 1
    stop = sentence.end - 1
    for i in range(marker.end, sentence.end):
        if doc[i].text in (";", ":", "—") or (
            doc[i].text == "," and i + 1 < sentence.end and doc[i + 1].lower_ in ("but", "and", "while")
        ):
            stop = i - 1
            break
    return stop


def _consequent(sentence: Span, first: int, last: int) -> int | None:
    """The nearest modal after the if-clause, else before it."""
    doc = sentence.doc
    after = next((i for i in range(last + 1, sentence.end) if _is_modal(doc[i])), None)
    before = next((i for i in range(first - 1, sentence.start - 1, -1) if _is_modal(doc[i])), None)
    opens = last + 1 < sentence.end and doc[last + 1].text == "," and after is not None
    return after if opens or before is None else before


def _is_modal(token: Token) -> bool:
    return token.lower_ in _CONSEQUENT and (token.tag_ == "MD" or token.pos_ == "AUX")
