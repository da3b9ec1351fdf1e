"""Which state a name meant in the years that a sentence speaks of: the Moscow of the 1970s is the Soviet Union's."""

from __future__ import annotations

import re
from datetime import date

from spacy.tokens import Span as Words
from spacy.tokens import Token

from detente.coding.cast import Cast
from detente.reference import countries, gazetteer

_HEIRS = {"RUS": ("SUN",), "SRB": ("YUG",), "CZE": ("CSK",)}
_DECADE = re.compile(r"^(1[89]\d0)s$")
_YEAR = re.compile(r"^(?:1[89]|20)\d\d$")
_NAMED = {
    "cold war": (1947, 1991),
    "world war ii": (1939, 1945),
    "second world war": (1939, 1945),
    "interwar": (1919, 1939),
}


def settle(cast: Cast) -> None:
    """Give the names of successor states to the state that was there, in sentences that speak of its years in the past tense."""
    for sentence in cast.parsed.doc.sents:
        spans = _years(sentence)
        if not spans or sentence.root.tag_ not in ("VBD", "VBN") or _present(cast, sentence):
            continue
        first, last = min(a for a, _ in spans), max(b for _, b in spans)
        for naming in [n for n in cast.namings if sentence.start <= n.start < sentence.end and len(n.actors) == 1]:
            state = next((c for c in _HEIRS.get(naming.actors[0], ()) if _lived(c, first, last)), None)
            if state is not None and naming.kind in ("name", "metonym", "adjective"):
                cast.actors.setdefault(state, gazetteer().actors[state])
                cast.change(naming, actors=(state,))


def _years(sentence: Words) -> list[tuple[int, int]]:
    """The years that the sentence names: decades, years, wars."""
    found: list[tuple[int, int]] = []
    for token in sentence:
        decade = _DECADE.match(token.text)
        if decade:
            found.append((int(decade[1]), int(decade[1]) + 9))
        elif _YEAR.match(token.text) and _dates(token):
            found.append((int(token.text), int(token.text)))
    text = sentence.text.lower()
    return found + [years for name, years in _NAMED.items() if name in text]


def _dates(token: Token) -> bool:
    return token.ent_type_ == "DATE" or (
        token.dep_ == "pobj" and token.head.lower_ in ("in", "since", "by", "until", "of", "after")
    )


def _lived(code: str, first: int, last: int) -> bool:
    state = countries()[code]
    begin, end = state.earliest or date.min, state.latest or date.max
    return begin.year <= last and first <= end.year and last <= end.year + 1


def _present(cast: Cast, sentence: Words) -> bool:
    """Whether somebody is named who came to office only after those years."""
    for naming in cast.namings:
        if sentence.start <= naming.start < sentence.end and naming.kind == "name":
            terms = [r.earliest for i in naming.actors for r in cast.actors[i].roles if r.earliest is not None]
            if terms and min(terms) > date(1992, 1, 1):
                return True
    return False
