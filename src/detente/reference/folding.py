"""How words are made alike before they are looked up.

A form is cut into atoms: runs of letters and digits, and each comma. Case, accents, the Turkish dotless ı, apostrophes and full
stops inside a word go; hyphens part atoms. So `U.S.` → `us`; `al-Assad`, `al Assad` → `al assad`; `Côte d’Ivoire` →
`cote divoire`; `Su-24` → `su 24`. Because a hyphen never counts, it does not matter whether a tokeniser splits at it.

Case is compared apart, by shape: an atom written with a capital needs a capital, one of capitals only needs capitals only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ATOM = re.compile(r"[^\W_]+|,")
_DROPPED = str.maketrans("", "", ".'’‘ʼ`´ʻʿʾ")
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ø": "o", "Ø": "O", "ə": "a", "Ə": "A"}
    | {"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "þ": "th", "Þ": "Th", "&": " and "}
)
APOSTROPHES = frozenset("'’‘")
HYPHENS = frozenset("-‐‑–")

LOWER, CAPITAL, CAPITALS = 0, 1, 2


def bare(text: str) -> str:
    """The text without accents, its case kept."""
    if text.isascii():
        return text.replace("&", " and ")
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def fold(text: str) -> str:
    """The text without case and accents, with plain apostrophes: `Erdoğan’s` → `erdogan's`."""
    return bare(text).replace("’", "'").casefold()


def _pieces(text: str) -> list[str]:
    return _ATOM.findall(bare(text).translate(_DROPPED))


@lru_cache(maxsize=65536)
def atoms(text: str) -> tuple[str, ...]:
    """The folded atoms of a form or of a token; empty for punctuation other than a comma."""
    return tuple(piece.casefold() for piece in _pieces(text))


@lru_cache(maxsize=65536)
def shapes(text: str) -> tuple[int, ...]:
    """For each atom LOWER, CAPITAL or CAPITALS; a lone capital letter counts as CAPITALS."""
    return tuple(CAPITALS if piece.isupper() else CAPITAL if piece[0].isupper() else LOWER for piece in _pieces(text))


def key(form: str) -> str:
    """What a form is looked up by: its atoms parted by blanks."""
    if form.isascii() and form.replace(" ", "").isalnum():
        return " ".join(form.lower().split())
    return " ".join(_pieces(form)).casefold()
