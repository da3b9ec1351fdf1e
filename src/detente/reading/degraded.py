"""What is wrong with a copy of an article: damage that makes its words and its quotation marks unsafe.

Each reason needs several signs that do not depend on one another; good prose has a stray one now and then.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files

from detente.reading import clean
from detente.records import Block

_I = re.IGNORECASE
_DATA = tomllib.loads(files("detente.reading").joinpath("stilted.toml").read_text(encoding="utf-8"))
# kind of sign → what it looks like
_STILTED = tuple(
    (kind, re.compile(pattern, flags))
    for table, flags in (("signs", 0), ("any_case", _I))
    for kind, patterns in _DATA[table].items()
    for pattern in patterns
)
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
        text: the original.
        blocks: its blocks.
        cleaned: the clean text of the coded ones.
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
