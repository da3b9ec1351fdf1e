"""Which language a text is in: by its script, and where several share one, by its commonest short words."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

_ROWS = files("detente.reading").joinpath("stopwords.txt").read_text(encoding="utf-8").splitlines()
STOPWORDS = {row[:2]: frozenset(row[3:].split()) for row in _ROWS if not row.startswith("#")}
_SAMPLE = 20_000  # characters
_LEAST = 0.10  # share of all words that a language's commonest words make up at least in running text
_WORD = re.compile(r"[^\W\d_]+")
# script → the language it stands for by itself, or the languages whose words then decide
_SCRIPTS: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (name, re.compile(f"[{ranges}]"), languages)
    for name, ranges, languages in (
        ("cyrillic", "\u0400-\u04ff", ("ru", "uk", "bg", "sr")),
        ("arabic", "\u0600-\u06ff", ("ar", "fa", "ur")),
        ("greek", "\u0370-\u03ff", ("el",)),
        ("hebrew", "\u0590-\u05ff", ("he",)),
        ("armenian", "\u0530-\u058f", ("hy",)),
        ("georgian", "\u10a0-\u10ff", ("ka",)),
        ("devanagari", "\u0900-\u097f", ("hi",)),
        ("bengali", "\u0980-\u09ff", ("bn",)),
        ("tamil", "\u0b80-\u0bff", ("ta",)),
        ("thai", "\u0e00-\u0e7f", ("th",)),
        ("kana", "\u3040-\u30ff", ("ja",)),
        ("hangul", "\uac00-\ud7af", ("ko",)),
        ("han", "\u4e00-\u9fff", ("zh",)),
    )
)
_OWN = frozenset(code for _, _, languages in _SCRIPTS for code in languages)
_LATIN = tuple(code for code in STOPWORDS if code not in _OWN)


def identify(text: str) -> str | None:
    """The ISO 639-1 code of the language that most of a text is in; None where nothing tells."""
    sample = text[:_SAMPLE]
    letters = sum(1 for c in sample if c.isalpha())
    if not letters:
        return None
    for name, script, languages in _SCRIPTS:
        # Japanese is told by its kana, which are fewer than its Chinese characters.
        if len(script.findall(sample)) > (0.1 if name == "kana" else 0.5) * letters:
            return languages[0] if len(languages) == 1 else _by_words(sample, languages)
    return _by_words(sample, _LATIN)


def foreign(sentence: str) -> str | None:
    """The code of the language of one sentence that is plainly not English; None where it may be.

    A sentence has too few words for shares: another script tells, or three of another language's commonest words of two letters
    and more with hardly any of English beside them.
    """
    code = identify(sentence)
    if code is None or code == "en" or code in _OWN:
        return None if code == "en" else code
    words = [w.casefold() for w in _WORD.findall(sentence) if len(w) > 1]
    own, english = (sum(w in STOPWORDS[c] for w in words) for c in (code, "en"))
    return code if own >= 3 and own >= 3 * english else None


def _by_words(text: str, languages: tuple[str, ...]) -> str | None:
    words = Counter(w.casefold() for w in _WORD.findall(text))
    total = sum(words.values())
    shares = {code: sum(words[w] for w in STOPWORDS[code]) / max(1, total) for code in languages}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= _LEAST else None
