"""What is wrong with a copy of an article: damage that makes its words and its quotation marks unsafe.

Each reason needs several signs that do not depend on one another; good prose has a stray one now and then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from detente.reading import clean
from detente.records import Block

_I = re.IGNORECASE
_MONTHS = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
# what a machine's English has and a person's hardly ever: kind of sign → pattern
_STILTED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("capital", re.compile(r"[a-z],\s(?:At|In|On|It|He|She|They|But|And|Which|When|After|Of|For|With|To|From|By|As|That)\s[a-z]")),
    ("capital", re.compile(r"\b(?:had|has|have|was|were|is|which|that|to|of|and|or|would|will)\s(?:He|She|It|They|Run|Was|Has|Had|Is|Are|Which|That)\b")),
    ("full_stop", re.compile(rf"(?<![A-Z.])(?<!\b[A-Z])\b(?!(?:{_MONTHS}|etc|vs|st|no|mr|mrs|ms|dr|gen|col|lt|sgt|sen|rep|gov|inc|corp|ltd|co|al|approx)\.)[A-Za-z]{{2,}}\.\s[a-z]{{2,}}", _I | re.A)),
    ("doubled_subject", re.compile(r"\b(?:Mr\.|Mrs\.|Ms\.|[Pp]resident|[Mm]inister) (?:[A-Z]\w+ ){1,2}(?:he|she|it) (?!said|says|was the|is the)\w+")),
    ("doubled_subject", re.compile(r"\b(?:workers|soldiers|people|leaders|countries|ministers|forces|troops) (?:(?:in|of|from|at) (?:the )?(?:\w+ ){1,5})?they \w+")),
    ("agreement", re.compile(r"\b(?:he|she|it) (?:have|are|do|were (?!to\b|not\b|a\b|the\b))\b|\b(?:they|we|you) (?:was|is|has|does)\b(?<!if they was)", _I)),
    ("article", re.compile(r"\ba (?:[aei]\w{3,}|o(?!ne|nce|uija)\w{3,}|un(?!i|a\b)\w{3,})\b|\ban (?!hour|hon|heir|herb|[A-Z])[bcdfgjklmnpqrstvwxyz]\w{2,}\b")),
    ("article", re.compile(r"\b(?:the|a|an) (?:the|his|her|its|their|our|my)\b|\b(?:in|of|to|from) the (?:which|same that|that)\b")),
    ("calque", re.compile(r"\b\w+ of (?:telephone|state (?:failed|of)|gas pipeline|anti\w+ of)\b|\bfor the first time after the\b|\bin (?:his|her) moment\b")),
    ("calque", re.compile(r"\b(?:of|for|to) (?:divide|make|take|give|put|get|obtain|realize|solve) (?:the )?[A-Z]\w+")),
)  # fmt: skip
_KINDS, _SIGNS = 2, 3
_NOISE = re.compile(
    r"\b(?:[a-z]+[0-9|][a-z]+|[a-z]{2,}[A-Z]{1,2}[a-z]+[0-9]|tbe|tlie|ofthe|inthe|wliich|wbich|aud|bave|tbat|liave)\b|[a-z][|¦\\][a-z]|[^\s\w.,;:!?'\"()–—-]{3,}"
)
_FINAL = re.compile(r"[.!?:…]\s?['\"”’»)\]*_]*$")
_CUT = re.compile(r"(?:\[?(?:…|\.{3})\]?|\[\+\d+ chars\]|\((?:more|continued)\))\s*$", _I)
_OPENING = re.compile(r"[\"“„«]")


def reasons(text: str, blocks: Iterable[Block], cleaned: str) -> tuple[str, ...]:
    """The reasons, in a fixed order, for which a copy is not to be trusted word by word.

    Args:
        text: the original. cleaned: the clean text of the coded blocks.
    """
    paragraphs = [text[b.span.start : b.span.end] for b in blocks if b.coded]
    found = {
        "broken_entities": clean.entities(text) > 0,
        "odd_quotes": _odd(cleaned),
        "mojibake": clean.mojibake(text) > 0,
        "machine_translated": _translated(cleaned),
        "truncated": _cut([p for p, b in zip(paragraphs, (b for b in blocks if b.coded), strict=True) if b.kind == "body"]),
        "ocr_noise": _noisy(cleaned),
    }
    return tuple(reason for reason, there in found.items() if there)


def _odd(cleaned: str) -> bool:
    """Whether some quotation opens and never closes, or closes and never opened.

    A quotation that goes on in the next paragraph opens again there and is not closed before: that is usage, not damage.
    """
    paragraphs = cleaned.split(clean.GAP)
    for paragraph, following in zip(paragraphs, [*paragraphs[1:], ""], strict=True):
        straight, opened, closed = paragraph.count('"'), paragraph.count("“") + paragraph.count("„"), paragraph.count("”")
        if straight % 2 == 0 and opened == closed:
            continue
        if straight % 2 == 0 and "„" in paragraph and opened == closed + paragraph.count("“"):
            continue
        if not (opened + straight > closed and _OPENING.match(following)):
            return True
    return False


def _translated(cleaned: str) -> bool:
    kinds = [kind for kind, sign in _STILTED for _ in sign.findall(cleaned)]
    words = len(cleaned.split())
    return len(set(kinds)) >= _KINDS and len(kinds) >= max(_SIGNS, words / 500)


def _cut(paragraphs: list[str]) -> bool:
    """Whether the text breaks off: its last paragraph stops in the middle of a sentence, or says that there is more."""
    if not paragraphs:
        return False
    last = paragraphs[-1].strip()
    return bool(_CUT.search(last)) or (len(last.split()) >= 12 and not _FINAL.search(last))


def _noisy(cleaned: str) -> bool:
    words = cleaned.split()
    signs = len(_NOISE.findall(cleaned))
    return signs >= 5 and signs > 0.01 * len(words)
