"""Sentences in which two marked actors stand and nothing happens between them.

`tables/none.tsv` holds whole sentences by kind. `{1}` and `{2}` are the marked actors, `{1's X}` a thing of one, `{1adj X}` a thing
of its nationality, `{C}` and `{D}` others. `[[past|C|2]]` draws an act of `C` against the second and gives its predicate in the
past; `12` as its doer are both together; after a colon stands `conf` where the act must be one of conflict.
"""

from __future__ import annotations

import csv
import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from grammar.actors import Actor, actor, countries
from grammar.clauses import Scene, Unfit, clause, tagged
from grammar.inflect import possessive
from grammar.lexicon import Act, acts
from grammar.telling import around

HERE = Path(__file__).parent
_ACT = re.compile(r"\[\[(\w+)(?::(\w+))?\|(\w+)\|(\w+)\]\]")


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence without an act between its marked actors; `kinds` are the letters allowed for each."""

    kind: str
    kinds: tuple[str, str]
    weight: float
    template: str

    @property
    def hard(self) -> bool:
        """Whether an event stands in it."""
        return "[[" in self.template


@cache
def frames() -> tuple[Frame, ...]:
    """All of them, in the order of their table."""
    with (HERE / "tables" / "none.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(Frame(r["kind"], _pair(r["kinds"]), float(r["weight"]), r["template"]) for r in rows)


def _pair(text: str) -> tuple[str, str]:
    first, second = text.split()
    return first, second


def say(rng: random.Random, frame: Frame) -> str:
    """One sentence of a frame, with its marks, not yet polished.

    Raises:
        Unfit: the draw made no sentence.
    """
    home = rng.choice(countries())
    other = rng.choice([country for country in countries() if country is not home])
    owns = [f"{{{n}'s" in frame.template or f"|{n}]]" in frame.template for n in (1, 2)]
    cast = {
        "1": actor(rng, rng.choice(frame.kinds[0]), home, simple=owns[0]).marked("1"),
        "2": actor(rng, rng.choice(frame.kinds[1]), other, simple=owns[1]).marked("2"),
    }
    scene = Scene(rng, None, None, [home, other])
    for letter in ("C", "D"):
        if re.search(rf"\b{letter}\b|\{{{letter}", frame.template):
            land = scene.elsewhere()
            cast[letter] = Actor(land.name, "S", land, "it")
    text = _ACT.sub(lambda m: _predicate(scene, cast, m), frame.template)
    text = re.sub(r"\{([12CD])('s|adj)?( [^{}]*)?\}", lambda m: _name(cast, m), text)
    text = re.sub(r"\{CitN\}", "it", text)
    text = re.sub(r"\{([CD])cap\}", lambda m: cast[m[1]].country.capital if m[1] in cast else m[0], text)  # type: ignore[union-attr]
    return around(scene, text)


def _name(cast: dict[str, Actor], match: re.Match[str]) -> str:
    who, form, tail = cast[match[1]], match[2], match[3] or ""
    if form == "adj":
        return tagged(who, who.country.adjective) + tail if who.country else tagged(who, who.text) + tail
    if form:
        return tagged(who, who.text) + possessive(who.text)[len(who.text) :] + tail
    return tagged(who, who.text) + tail


def _predicate(scene: Scene, cast: dict[str, Actor], match: re.Match[str]) -> str:
    form, class_, doer, target = match.groups()
    who = cast[doer[0]] if len(doer) == 1 else Actor("", "S", None, "they")
    to = cast[target]
    fit = _fit(who.kind, to.kind, class_ or "")
    if not fit:
        raise Unfit
    act = scene.rng.choice(fit)
    return clause(Scene(scene.rng, who, to, scene.near), act, voice="active").predicate(form)


@cache
def _fit(doer: str, other: str, class_: str) -> tuple[Act, ...]:
    return tuple(
        act
        for act in acts()
        if act.plain and doer in act.doers and other in act.others and (class_ != "conf" or act.conflict) and act.way == ">"
    )
