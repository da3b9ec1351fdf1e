"""Who wrote an article and who printed it, where its own lines say so."""

from __future__ import annotations

import re

from detente.reading import cues, dateline, days
from detente.records import Block, Span

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_HOUSE = rf"(?P<house>(?:[Tt]he )?{_UPPER}[\w&.'’-]*(?: (?:{_UPPER}[\w&.'’-]*|of|and|the|for|&))*)"
_THEIRS = r"(?:(?:position|views?|opinions?|policy|policies|stance|those|editorial \w+) of|shared by|endorsed by)"
_NAMED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:views?|opinions?|positions?|polic(?:y|ies)|stance|statements?)\b.*?\bnot\b.*?\b(?i:{_THEIRS}) {_HOUSE}",
        rf"(?i:(?:please )?(?:subscribe to|sign up for|join|support)) {_HOUSE}(?= (?:to|for|now|today)\b|\W*$)",
        rf"(?i:copyright|©|\(c\))(?:\s*(?:copyright|©|\(c\)))?(?:\s*[\d–-]{{4,9}})?,?\s+{_HOUSE}(?=[.,;]| (?:all|\d)|$)",
        rf"(?i:this \w+ (?:was )?(?:first|originally) (?:published|appeared) (?:in|on|by|at)) {_HOUSE}",
    )
)
_PRESS = re.compile(
    r"\b(?:Daily|Times|Post|News|Newspaper|Review|Journal|Tribune|Herald|Gazette|Magazine|Guardian|Observer|Chronicle|Press|Agency|Standard|Telegraph"
    r"|Monitor|Quarterly|Weekly|Monthly|Affairs|Wire|Dispatch|Sun|Star|Mail|Independent|Reuters|AFP|TASS|Sabah|Online|Today|Service|Report)\b"
)
_NO_NAME = re.compile(
    r"^(?:the )?(?:author|authors|writer|editor|editors|editorial|our|staff|us|you|free|email)\b", re.IGNORECASE
)


def author(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The name on the first byline."""
    for block in blocks:
        if block.kind != "byline":
            continue
        words = _words(text, block)
        by = cues.BY.match(words)
        named = cues.BYLINE.match(words, by.end() if by else 0)
        if named:
            return re.split(r",\s+(?!and\b|by\b)", named["who"])[0].strip()
    return None


def outlet(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The paper or agency that a dateline, a byline or the notes around the article name."""
    for block in blocks:
        if block.kind == "dateline" and (name := dateline.outlet(_words(text, block))):
            return name
    for block in blocks:
        if block.kind == "byline" and (name := _in_byline(_words(text, block))):
            return name
    notes = [
        _words(text, b) for b in blocks if b.kind == "boilerplate" and b.reason in ("disclaimer", "subscribe", "copyright")
    ]
    return next((name for pattern in _NAMED for words in notes if (name := _named(pattern, words))), None)


def _in_byline(words: str) -> str | None:
    """A part of a byline, between commas, that has a word of the press in its name."""
    bare = words
    for written in reversed(days.find(words)):
        bare = bare[: written.span.start] + "," + bare[written.span.end :]
    parts = [p.strip(" .()") for p in re.split(r"[,|/·(]|\s[–—-]\s", bare)[1:]]
    return next(
        (p for p in parts if p and _PRESS.search(p) and p[0].isupper() and len(p.split()) <= 5 and "editor" not in p.lower()),
        None,
    )


def _named(pattern: re.Pattern[str], words: str) -> str | None:
    for m in pattern.finditer(words):
        name = re.sub(r"(?:['’]s\b.*| (?:of|and|the|for|&))+$", "", m["house"]).rstrip(" .,")
        if not _NO_NAME.match(name):
            return name
    return None


def _words(text: str, block: Block) -> str:
    span: Span = block.span
    return " ".join(text[span.start : span.end].split())
