"""Words that say what somebody wants or does, and words that turn what is wanted round.

`attitudes.csv` and `changes.csv` are our own. A row of `attitudes.csv` reads: these lemmas, verbs (V), verbs whose object is who
feels it (X), nouns (N) or adjectives (A), say that what fills one of the slots is wanted (1) or not (−1), so strongly; by a
word of wish, or by a deed. Slots are prepositions, `obj`, `subj`, `comp` (the clause that follows), `oncomp` ("called on A to").
A row of `changes.csv`: these words bring about (1) or undo (−1) what they govern.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from spacy.tokens import Token

from detente.coding import syntax


@dataclass(frozen=True, slots=True)
class Attitude:
    """One way a word says what is wanted. `sign` ±1, `strength` in (0, 1]; `deed`: it is shown by doing."""

    pos: str
    sign: int
    strength: float
    deed: bool
    slots: tuple[str, ...]
    particle: str | None


def attitudes(token: Token) -> tuple[Attitude, ...]:
    """What a token says of its holder's wants, a way for each kind of thing it may govern; empty where nothing."""
    kind = {"VERB": "V", "NOUN": "N", "ADJ": "A", "AUX": "V"}.get(token.pos_, "")
    found = _attitudes().get((token.lemma_.lower(), kind), ())
    if kind == "V":
        found = found or _attitudes().get((token.lemma_.lower(), "X"), ())
        around = syntax.particles(token)
        found = tuple(one for one in found if one.particle is None or one.particle in around)
    if not found and token.tag_ in ("VBN", "VBD"):
        found = _attitudes().get((token.lower_, "A"), ())
    if not found and token.tag_ == "VBG" and token.pos_ == "ADJ":
        found = _attitudes().get((token.lower_, "A"), ())
    return found


def attitude(token: Token) -> Attitude | None:
    """The first of these."""
    return next(iter(attitudes(token)), None)


def change(token: Token) -> int | None:
    """−1 for a word that undoes what it governs, 1 for one that brings it about, None for any other."""
    kind = "V" if token.pos_ in ("VERB", "AUX") else "N" if token.pos_ in ("NOUN", "PROPN") else ""
    rows = _changes().get((token.lemma_.lower(), kind), ())
    around = syntax.particles(token) if kind == "V" else frozenset[str]()
    around |= {g.lower_ for c in token.children if c.dep_ == "dobj" for g in c.children if g.dep_ == "prt"}
    return next((sign for particles, sign in rows if not particles or particles & around), None)


@cache
def _attitudes() -> dict[tuple[str, str], tuple[Attitude, ...]]:
    found = dict[tuple[str, str], list[Attitude]]()
    for row in _rows("attitudes.csv"):
        slots = tuple(s for s in row["slots"].split("|") if s)
        one = Attitude(
            row["pos"], int(row["sign"]), float(row["strength"]), row["basis"] == "act", slots, row["particle"] or None
        )
        for lemma in row["lemmas"].split("|"):
            found.setdefault((lemma, row["pos"]), []).append(one)
    return {key: tuple(sorted(ones, key=lambda one: one.particle is None)) for key, ones in found.items()}


@cache
def _changes() -> dict[tuple[str, str], tuple[tuple[frozenset[str], int], ...]]:
    found = dict[tuple[str, str], list[tuple[frozenset[str], int]]]()
    for row in _rows("changes.csv"):
        particles = frozenset(p for p in row["particles"].split("|") if p)
        for lemma in row["lemmas"].split("|"):
            found.setdefault((lemma, row["pos"]), []).append((particles, int(row["sign"])))
    return {key: tuple(sorted(ones, key=lambda one: not one[0])) for key, ones in found.items()}


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = resources.files("detente.coding.positions").joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())
