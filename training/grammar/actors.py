"""Naming of actors: states and their organs, leaders, armies, courts, unions, rebels, firms, bodies of states.

A kind is one letter; `FORMS` in `tables/actors.tsv` lists the ways a kind is named. Persons bear invented names.
"""

from __future__ import annotations

import csv
import random
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
# Kinds that live inside one country; the others meet each other across borders.
DOMESTIC = frozenset("PCKUDROFJVEZNHWQprj")
BODIES = frozenset("IBN")
PRONOUN = {
    "it": ("it", "its", "it"),
    "they": ("they", "their", "them"),
    "he": ("he", "his", "him"),
    "she": ("she", "her", "her"),
}


@dataclass(frozen=True, slots=True)
class Country:
    """A state as the grammar names it; `name` bears its article (`the Gambia`)."""

    name: str
    adjective: str
    capital: str
    cities: tuple[str, ...]
    pool: str


@dataclass(frozen=True, slots=True)
class Form:
    """A way to name an actor of a kind: a template over its country, its pronoun, and its weight in the draw."""

    kind: str
    template: str
    pronoun: str
    weight: float

    @property
    def simple(self) -> bool:
        """Whether a possessive ending can stand right after it, and none stands in it."""
        return not any(part in self.template for part in (" in ", " of ", ",", " from ", "{poss}", "'s "))


@dataclass(frozen=True, slots=True)
class Actor:
    """A named actor.

    Args:
        kind: its letter in `tables/actors.tsv`.
        country: where it belongs; None for a body of states.
        pronoun: `it`, `they`, `he` or `she`.
    """

    text: str
    kind: str
    country: Country | None
    pronoun: str
    tag: str = ""
    pronominal: bool = False

    @property
    def plural(self) -> bool:
        """Whether verbs agree with it in the plural."""
        return self.pronoun == "they"

    def marked(self, tag: str) -> Actor:
        """The same actor, to be written between marks."""
        return replace(self, tag=tag)

    def as_pronoun(self) -> Actor:
        """The same actor, to be written as a pronoun where it is an object."""
        return replace(self, pronominal=True, tag="")


@cache
def countries() -> tuple[Country, ...]:
    """The states, in the order of their table."""
    return tuple(
        Country(row["name"], row["adjective"], row["capital"], tuple(row["cities"].split(",")), row["names"])
        for row in _rows("tables/countries.tsv")
    )


@cache
def _pools() -> dict[str, tuple[list[str], list[str], list[str]]]:
    return {
        row["pool"]: (row["men"].split(","), row["women"].split(","), row["families"].split(","))
        for row in _rows("tables/persons.tsv")
    }


@cache
def _forms() -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = {}
    for row in _rows("tables/actors.tsv"):
        found.setdefault(row["kind"], []).append(Form(row["kind"], row["form"], row["pronoun"], float(row["weight"])))
    return {kind: tuple(forms) for kind, forms in found.items()}


def kinds() -> str:
    """All letters that name a kind."""
    return "".join(_forms())


def actor(rng: random.Random, kind: str, country: Country | None, *, simple: bool = False, local: bool = False) -> Actor:
    """Name an actor of `kind`.

    Args:
        country: where it belongs; unused for bodies of states.
        simple: whether the name must take a possessive ending.
        local: whether the country is known already, so that the name may leave it out.

    Raises:
        ValueError: there is no such kind.
    """
    if kind not in _forms():
        raise ValueError(f"{kind!r} is no kind of actor: {kinds()}")
    forms = [form for form in _forms()[kind] if form.simple or not simple] or list(_forms()[kind])
    if not local:
        forms = [form for form in forms if "{" in form.template or kind in BODIES] or forms
    if local:
        bare = [form for form in forms if not re.search(r"\{(adj|name|poss|capital)\}", form.template)]
        forms = bare if bare and rng.random() < 0.55 else forms
    form = rng.choices(forms, [form.weight for form in forms])[0]
    pronoun = rng.choice(("he", "she")) if form.pronoun == "person" else form.pronoun
    text = _alternatives(rng, form.template)
    if country is not None:
        text = _spell(rng, text, country, pronoun)
    return Actor(text, kind, None if kind in BODIES else country, pronoun)


def full_name(rng: random.Random, country: Country, pronoun: str) -> str:
    """An invented name such as that country's people bear."""
    men, women, families = _pools()[country.pool]
    return f"{rng.choice(women if pronoun == 'she' else men)} {rng.choice(families)}"


def _spell(rng: random.Random, template: str, country: Country, pronoun: str) -> str:
    values = {
        "name": country.name,
        "adj": country.adjective,
        "capital": country.capital,
        "city": rng.choice(country.cities),
        "poss": country.name + ("'" if re.match(r"the .*s$", country.name) else "'s"),
        "person": full_name(rng, country, pronoun),
    }
    text = re.sub(r"\{(\w+)\}", lambda found: values[found[1]], template)
    return re.sub(r"\b(north|south|east|west)ern the ", r"the \1ern ", text)


def _alternatives(rng: random.Random, text: str) -> str:
    return re.sub(r"\(([^()]*\|[^()]*)\)", lambda found: rng.choice(found[1].split("|")), text)


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
