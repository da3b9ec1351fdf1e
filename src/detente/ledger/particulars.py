"""Where an act was and what it was done with, as far as two tellings can be compared by it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from detente.records import Mention
from detente.reference import countries, fold

_CLASSES = {
    "aircraft": "aircraft jet bomber plane warplane fighter bomber airliner airplane helicopter",
    "air defence": "air-defence air-defense anti-aircraft surface-to-air missile-system",
    "missile": "missile rocket",
    "drone": "drone uav",
    "ship": "ship warship vessel frigate submarine tanker trawler boat",
    "tank": "tank",
    "pipeline": "pipeline gas-pipeline",
    "reactor": "reactor",
}
_AIRCRAFT = re.compile(r"(?:su|mig|tu|il|f|b|a|mi|ka|ah|uh|c)-\d+[a-z]*$")
"""Designators of aircraft types by their makers' or air forces' letters."""
_CLASS = {word: name for name, words in _CLASSES.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Place:
    """A place as told: its folded name, the state it lies in where known, and whether it is that whole state."""

    name: str
    state: str | None
    whole: bool

    def fits(self, other: Place) -> bool:
        """Whether the two may be one place: the same name, one inside the other's name, or a spot and the state it lies in."""
        if self.name == other.name or self.name in other.name or other.name in self.name:
            return True
        return self.state is not None and self.state == other.state and (self.whole or other.whole)


@dataclass(frozen=True, slots=True)
class Things:
    """Objects of an act.

    Args:
        words: folded. designators: those with letters and a digit, such as a type of weapon. classes: kinds of object.
    """

    words: frozenset[str]
    designators: frozenset[str]
    classes: frozenset[str]

    def clash(self, other: Things) -> bool:
        """Whether these are other things: two designators without one in common, or two kinds."""
        mine, theirs = self.designators, other.designators
        apart = bool(self.classes and other.classes and not self.classes & other.classes)
        return apart or bool(mine and theirs and not mine & theirs)


@cache
def _state_names() -> Mapping[str, str]:
    return {fold(c.name): c.alpha3 for c in countries().values() if not c.former}


def states_of(mentions: Iterable[Mention]) -> dict[str, str]:
    """Folded place name → the state it lies in, as one document's mentions agree on it."""
    seen: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.sense == "place" and mention.place and len(mention.actors) == 1:
            seen[_folded(mention.place)].add(mention.actors[0])
    return {place: next(iter(states)) for place, states in seen.items() if len(states) == 1}


def _folded(name: str) -> str:
    """The name as it is compared: *St. Petersburg* and *Saint Petersburg* are one."""
    return re.sub(r"^st\.?(?=\s)", "saint", fold(name).strip())


def place(name: str, states: Mapping[str, str]) -> Place:
    """A told place with the state it lies in."""
    folded = _folded(name)
    whole = _state_names().get(folded)
    return Place(folded, whole or states.get(folded), whole is not None)


def things(objects: Sequence[str]) -> Things:
    """The objects of an act, made comparable."""
    phrases = [fold(o).strip() for o in objects]
    words = {w.strip(".,;:()\"'") for p in phrases for w in p.split()} | {p.replace(" ", "-") for p in phrases}
    designators = {re.sub(r"(?<=\d)s$", "", w) for w in words if re.search(r"[a-z]", w) and re.search(r"\d", w)}
    classes = {_CLASS.get(w) or _CLASS.get(w.removesuffix("s")) for w in words}
    if any(_AIRCRAFT.match(d) for d in designators):
        classes.add("aircraft")
    if "air" in words and words & {"defence", "defense"}:
        classes.add("air defence")
    return Things(frozenset(words - {""}), frozenset(designators), frozenset(c for c in classes if c))
