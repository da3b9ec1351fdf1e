"""Who and what can be named: one index from written forms to actors and places.

    gazetteer().longest(["Bashar", "al", "-", "Assad", "said"], 0)  →  (4, (Surface("Bashar al-Assad", "SYR.GOV.ASSAD", …),))

Several surfaces come back where a form has several meanings (`Congo`, `Brussels`, `Bush`); the coder decides between them.
Actor ids: an ISO 3166 alpha-3 code for a state (`RUS`), then PLOVER sector and one upper-case ASCII name for what belongs to it
(`RUS.GOV.PUTIN`, `TUR.PTY.AKP`, `RUS.MIL`); `IGO.NATO`, `NGO.…`, `REB.…` for what belongs to none.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import cache

from detente.records import Actor, Moment
from detente.reference.bodies import body
from detente.reference.countries import Country, countries
from detente.reference.folding import APOSTROPHES, HYPHENS, atoms, key, shapes
from detente.reference.forms import country_surfaces, organisations, place_surfaces
from detente.reference.people import People, people
from detente.reference.roles import canonical_role
from detente.reference.surfaces import Surface

_Holder = tuple[str, date | None, date | None]


class Gazetteer:
    """The reference tables, indexed.

    Attributes:
        actors: every actor of the tables by its id.
        genders: `f` or `m` of the people whose gender the tables give, for pronouns.
    """

    def __init__(self, surfaces: Sequence[Surface], actors: dict[str, Actor], persons: People) -> None:
        self.actors = actors
        self.genders = persons.genders
        self._holders = persons.holders
        self._index: dict[str, tuple[Surface, ...]] = {}
        self._reach: dict[str, int] = {}
        for surface in surfaces:
            self._add(surface)

    def _add(self, surface: Surface) -> None:
        form = key(surface.form)
        known = self._index.get(form)
        if known is None:
            self._index[form] = (surface,)
            first, blank, _ = form.partition(" ")
            words = form.count(" ") + 1 if blank else 1
            if words > self._reach.get(first, 0):
                self._reach[first] = words
            return
        for i, other in enumerate(known):
            if (other.referent, other.place) == (surface.referent, surface.place):
                if surface.laxer(other):
                    self._index[form] = (*known[:i], other._replace(form=surface.form, case=surface.case), *known[i + 1 :])
                return
        self._index[form] = (*known, surface)

    def find(self, words: Sequence[str]) -> tuple[Surface, ...]:
        """The surfaces of exactly this sequence of words, whatever their case; the likelier ones first."""
        return self._index.get(" ".join(atom for word in words for atom in atoms(word)), ())

    def longest(self, words: Sequence[str], at: int) -> tuple[int, tuple[Surface, ...]]:
        """The longest form that starts with the word `at`: how many words it takes, and its surfaces.

        Args:
            words: tokens as written; hyphens and the `'s` of a genitive may be words of their own or parts of words.
            at: index of the first word.

        Returns:
            (0, ()) where no form starts there or its capitals are not as the form needs them.
        """
        best: tuple[int, tuple[Surface, ...]] = (0, ())
        found: list[str] = []
        written: list[int] = []
        for i in range(at, len(words)):
            parts = atoms(words[i])
            genitive = bool(found) and words[i][:1] in APOSTROPHES
            if genitive:
                found[-1] += "".join(parts)
            elif parts:
                found += parts
                written += shapes(words[i])
                spelt = tuple(s for s in self._index.get(" ".join(found), ()) if s.spelt_as(tuple(written)))
                best = (i - at + 1, spelt) if spelt else best
            elif not found or words[i] not in HYPHENS:
                break
            if len(found) > self._reach.get(found[0], 0) and (genitive or not _genitive_follows(words, i)):
                break
        return best

    def actor(self, identifier: str) -> Actor | None:
        """The actor of an id: of the tables, or a body that every state has (`RUS.GOV.MFA`, `RUS.MIL`); None for any other."""
        return self.actors.get(identifier) or body(identifier)

    def holder(self, country: str, role: str, on: Moment | None = None) -> tuple[str, ...]:
        """Who held an office on some day of `on`: ids, the one with most days first; several where it changed hands.

        Args:
            country: alpha-3 code, or the id of an organisation.
            role: `president`, `prime minister`, `foreign minister`, `leader` (who led the state, whatever the office) …; a title
                of the country's own (`secretary of state`) does as well.
            on: an unknown moment gives everyone the tables know in that office.
        """
        held = self._holders.get((country, canonical_role(role)), ())
        days: defaultdict[str, int] = defaultdict(int)
        for identifier, earliest, latest in held:
            n = _shared_days(earliest, latest, on)
            if n > 0:
                days[identifier] += n
        return tuple(sorted(days, key=lambda identifier: -days[identifier]))

    def capital_of(self, country: str) -> str | None:
        """Canonical name of a state's capital; None where there is none or it has the state's own name."""
        state = countries().get(country)
        return state.capital if state else None

    def country(self, identifier: str) -> Country | None:
        """The state that an actor is or belongs to; None for an actor of no state."""
        actor = self.actor(identifier)
        return countries().get(actor.country) if actor and actor.country else None


def _genitive_follows(words: Sequence[str], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1][:1] in APOSTROPHES


def _shared_days(earliest: date | None, latest: date | None, on: Moment | None) -> int:
    """Number of days that a term and `on` share; a term whose ends are not known counts one day wherever it may reach."""
    if on is None or not on.known:
        return 1
    first = max(earliest or date.min, on.earliest or date.min)
    last = min(latest or date.max, on.latest or date.max)
    return max(0, (last - first).days + 1)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the shipped tables; built once per process."""
    collecting = gc.isenabled()
    gc.disable()  # what is read here stays: looking through it for garbage takes a third of the time
    try:
        return _read()
    finally:
        if collecting:
            gc.enable()


def _read() -> Gazetteer:
    persons = people()
    bodies, names = organisations()
    states = {c.alpha3: _state(c) for c in countries().values()}
    surfaces = [*country_surfaces(), *names, *persons.surfaces, *place_surfaces()]
    return Gazetteer(surfaces, {**states, **bodies, **persons.actors}, persons)


def _state(c: Country) -> Actor:
    aliases = tuple(dict.fromkeys(value.form for value in (*c.aliases, *c.adjectives)))
    return Actor(id=c.alpha3, name=c.name, kind="state", country=c.alpha3, aliases=aliases)
