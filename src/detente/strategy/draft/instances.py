"""Kinds of issues → the issues of one corpus: which stances speak of the same thing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from detente.coding.positions import Stance
from detente.coding.positions.abouts import spoken
from detente.records import Moment
from detente.reference.countries import countries
from detente.reference.issues import catalogue

LONG_AGO = timedelta(days=2 * 365)
"""A side that the sentence puts so long before its article is history, and no position."""


@dataclass(frozen=True, slots=True)
class Told:
    """A stance and the document it was found in; `date`: when that was published."""

    document: str
    date: Moment
    stance: Stance


@dataclass(frozen=True, slots=True)
class Instance:
    """An issue of the corpus. `about`, `about_name`: as in `Stance`; `told`: every stance on it."""

    kind: str | None
    about: str | None
    about_name: str | None
    told: tuple[Told, ...]

    @property
    def actors(self) -> tuple[str, ...]:
        """Who takes a side, in alphabetical order."""
        return tuple(sorted({one.stance.actor for one in self.told}))

    @property
    def sentences(self) -> int:
        """In how many sentences somebody does."""
        return len({(one.document, one.stance.sentence) for one in self.told})


def instances(told: Iterable[Told], dyad: tuple[str, str] | None = None) -> list[Instance]:
    """The issues that stances come down to, those with the most sentences first.

    A stance that does not say what it is about joins the one instance of its kind in its document, else the one that its actor
    takes a side on in another, where there is just one. A question that is not of the catalogue is kept where it comes back: in two
    sentences, or with two actors.

    Args:
        told: stances of all documents.
        dyad: keep what at least one of the two takes a side on.
    """
    kept = [_of_pair(one, dyad) for one in told if not _past(one)]
    groups = defaultdict[tuple[str | None, str | None], list[Told]](list)
    for one in _joined(kept):
        groups[one.stance.kind, one.stance.about].append(one)
    found = [_instance(kind, about, ones) for (kind, about), ones in groups.items()]
    found = [one for one in found if one.kind or one.sentences > 1 or len(one.actors) > 1]
    found = [one for one in found if dyad is None or set(dyad) & set(one.actors)]
    return sorted(found, key=lambda one: (-one.sentences, one.kind or "~", one.about or "~"))


def _past(one: Told) -> bool:
    """Whether it was long ago, or concerns a state that is no more."""
    latest, published = one.stance.moment.latest, one.date.earliest or date.max
    about = (one.stance.about or "").split("+")
    gone = any(a in countries() and countries()[a].former for a in (*about, one.stance.actor))
    return gone or (latest is not None and published != date.max and latest + LONG_AGO < published)


def _of_pair(one: Told, dyad: tuple[str, str] | None) -> Told:
    """What is between two states, and only one is named, is taken to be between the two that the case is about."""
    stance = one.stance
    kind = catalogue().get(stance.kind or "")
    if kind is None or kind.about != "pair" or stance.about or dyad is None or stance.actor not in dyad:
        return one
    a, b = sorted(dyad)
    names = " and ".join(spoken(countries()[s].name) if s in countries() else s for s in (a, b))
    return replace(one, stance=replace(stance, about=f"{a}+{b}", about_name=names))


def _joined(told: Sequence[Told]) -> list[Told]:
    """Stances without an about, put with the one instance of their kind that they can mean."""
    near, own = defaultdict[tuple[str, str | None], set[str]](set), defaultdict[tuple[str, str | None], set[str]](set)
    names = dict[tuple[str | None, str], str | None]()
    for one in told:
        stance = one.stance
        if stance.kind and stance.about:
            near[one.document, stance.kind].add(stance.about)
            own[stance.actor, stance.kind].add(stance.about)
            names[stance.kind, stance.about] = stance.about_name
    found = list[Told]()
    for one in told:
        stance = one.stance
        choices = near[one.document, stance.kind] or own[stance.actor, stance.kind] if stance.kind else set[str]()
        if stance.kind and stance.about is None and len(choices) == 1:
            about = next(iter(choices))
            stance = replace(stance, about=about, about_name=names[stance.kind, about])
        found.append(replace(one, stance=stance))
    return found


def _instance(kind: str | None, about: str | None, told: Sequence[Told]) -> Instance:
    spoken = Counter(one.stance.about_name if kind else one.stance.phrase for one in told)
    name = min(spoken, key=lambda n: (-spoken[n], len(n or "~" * 99), n or ""))
    return Instance(kind, about, name, tuple(told))


def slug(*parts: str | None) -> str:
    """An id made of words: upper case, joined by underscores."""
    return "_".join(filter(None, (re.sub(r"[^A-Z0-9]+", "_", (part or "").upper()).strip("_") for part in parts)))
