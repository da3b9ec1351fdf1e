"""The event lexicon: verbs, eventive nouns, classes of nouns, and the words that make what they govern unreal.

The tables beside this module are our own, made from the definitions of the PLOVER and CAMEO codebooks. A row of `verbs.csv`
reads: these lemmas, with this particle, with an object of this class, are this type; the target is looked for in these slots,
in order. Slots are prepositions, or `obj` (direct object), `iobj` (dative), `poss` and `nat` (whom the object belongs to, as
a possessive or an adjective), `comp` (subject of the clause that follows).
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Frame:
    """One way a verb or noun tells an event."""

    plover: str
    cameo: str | None
    mode: str | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    mutual: bool
    particle: str | None = None
    object: str | None = None
    bare: bool = False


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def _slots(cell: str | None) -> tuple[str, ...]:
    return tuple(s for s in (cell or "").split("|") if s)


def _frame(row: dict[str, str]) -> Frame:
    return Frame(
        plover=row["plover"],
        cameo=row["cameo"] or None,
        mode=row["mode"] or None,
        source=_slots(row.get("source")),
        target=_slots(row["target"]),
        mutual=row["mutual"] == "1",
        particle=row.get("particle") or None,
        object=row.get("object") or None,
        bare=row.get("bare") == "1",
    )


@cache
def verbs() -> dict[str, tuple[Frame, ...]]:
    """Frames by verb lemma; those that ask most (particle, then object) first."""
    found: dict[str, list[Frame]] = defaultdict(list)
    for row in _rows("verbs.csv"):
        for lemma in row["lemmas"].split("|"):
            found[lemma].append(_frame(row))
    return {k: tuple(sorted(v, key=lambda f: (f.particle is None, f.object is None))) for k, v in found.items()}


@cache
def nouns() -> dict[str, Frame]:
    """Frame by noun lemma; `_` joins the words of a compound."""
    return {lemma: _frame(row) for row in _rows("nouns.csv") for lemma in row["lemmas"].split("|")}


@cache
def noun_class(name: str) -> frozenset[str]:
    """Lemmas of a class of nouns that a verb may ask of its object."""
    return frozenset(n for row in _rows("classes.csv") if row["class"] == name for n in row["nouns"].split("|"))


@cache
def governors(name: str) -> frozenset[str]:
    """Lemmas of a class of words that govern an event: `report allege deny believe expect intend fail succeed …`."""
    return frozenset(n for row in _rows("governors.csv") if row["class"] == name for n in row["lemmas"].split("|"))


@cache
def cues() -> dict[str, tuple[str, ...]]:
    """For each cue word the PLOVER contexts it stands for; `_` joins two words side by side."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in _rows("contexts.csv"):
        for word in row["cues"].split("|"):
            found[word].append(row["context"])
    return {word: tuple(named) for word, named in found.items()}


@dataclass(frozen=True, slots=True)
class ModeCues:
    """Words that tell a mode. `of_means`: only where they say who or what does it, not to what."""

    mode: str
    of_means: bool
    cues: frozenset[str]


@cache
def mode_cues() -> dict[str, tuple[ModeCues, ...]]:
    """For each PLOVER type its modes with their cues, in the order in which they are tried."""
    found: dict[str, list[ModeCues]] = defaultdict(list)
    for row in _rows("modes.csv"):
        found[row["plover"]].append(ModeCues(row["mode"], row["where"] == "means", frozenset(row["cues"].split("|"))))
    return {type_: tuple(rows) for type_, rows in found.items()}


@cache
def homes(people: str) -> frozenset[str]:
    """The states in whose land a people without a state of its own lives, and fights: alpha-3 codes; empty where not known."""
    rows = {name: row["homes"] for row in _rows("peoples.csv") for name in row["people"].split("|")}
    return frozenset(_slots(rows.get(people)))


@cache
def families() -> dict[str, str]:
    """For each trigger lemma the name of the family it belongs to: tellings of one act with other words share a family."""
    return {lemma: row["family"] for row in _rows("families.csv") for lemma in row["lemmas"].split("|")}
