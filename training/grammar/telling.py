"""Ways of telling an act: what happened, will happen, might happen or did not, as news puts it.

`tables/tellings.tsv` holds whole sentences with the clause in a form (`{past}`, `{ing}` …), `tables/parts.tsv` what goes round it:
times, sources, reasons and events of third parties. A telling's needs are letters: `A` the subject is an actor, `a` the clause is
active, `1` it is one actor, `c` and `k` an act of conflict or cooperation, `s` a short one.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from grammar.actors import PRONOUN
from grammar.clauses import PAIR, Clause, Scene, Unfit, clause, noun_phrase, settle
from grammar.inflect import FORMS, inflect
from grammar.lexicon import Act, acts

HERE = Path(__file__).parent
MODALITIES = ("actual", "future", "hypothetical", "negated")
SHORT = 10
# Kinds that are places or deeds: they neither speak nor plan.
MUTE = frozenset("ZWqw")
# Parts whose verb has the subject of the clause, written for a singular one.
VERBAL = frozenset(("plan", "intend", "later"))
# Verbs in the tables that must agree with the subject.
AGREEING = {"plans": "plan", "intends": "intend", "has": "have", "is": "be", "was": "be"}


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence with a hole for a clause."""

    modality: str
    weight: float
    needs: str
    template: str


@cache
def tellings() -> dict[str, tuple[Telling, ...]]:
    """The tellings by modality."""
    found: dict[str, list[Telling]] = {name: [] for name in MODALITIES}
    for row in _rows("tellings"):
        found[row["modality"]].append(Telling(row["modality"], float(row["weight"]), row["needs"], row["template"]))
    return {name: tuple(all_) for name, all_ in found.items()}


@cache
def parts() -> dict[str, tuple[str, ...]]:
    """What goes round a clause, by name."""
    found: dict[str, list[str]] = {}
    for row in _rows("parts"):
        found.setdefault(row["name"], []).append(row["text"] or "")
    return {name: tuple(texts) for name, texts in found.items()}


@cache
def _nominal() -> tuple[str, ...]:
    return tuple(row["template"] for row in _rows("nominals"))


def tell(scene: Scene, act: Act, modality: str, *, nominal: bool = False) -> str:
    """A sentence of the act in a modality, with its marks, not yet polished.

    Args:
        nominal: whether the act stands as a noun phrase; it is `actual` then.

    Raises:
        Unfit: no telling goes with the act and its actors.
    """
    rng = scene.rng
    if nominal:
        return around(scene, rng.choice(_nominal()).replace("{N}", noun_phrase(scene, act)))
    said = clause(scene, act)
    fit = [telling for telling in tellings()[modality] if _goes(telling, said)]
    if not fit:
        raise Unfit
    chosen = rng.choices(fit, [telling.weight for telling in fit])[0]
    return fill(scene, chosen.template, said)


def _goes(telling: Telling, said: Clause) -> bool:
    tests: dict[str, bool] = {
        "A": said.actor is not None and said.actor.kind not in MUTE,
        "a": not said.passive,
        "1": said.actor is not None and said.actor.kind != PAIR,
        "c": said.act.conflict,
        "k": not said.act.conflict,
        "s": len(said.predicate("base").split()) <= SHORT,
    }
    return all(tests[need] for need in telling.needs)


def fill(scene: Scene, template: str, said: Clause) -> str:
    """Put a clause into a template, and the parts round it."""
    plural = said.plural
    forms: dict[str, Callable[[], str]] = {form: (lambda form=form: said.predicate(form)) for form in FORMS}
    pronoun = said.actor.pronoun if said.actor else ("they" if plural else "it")
    who = "which" if said.actor is None or said.actor.kind not in "LE" or plural else "who"
    words = {
        "S": said.subject,
        "has": inflect("have", "pres", plural=plural),
        "had": "had",
        "is": inflect("be", "pres", plural=plural),
        "was": inflect("be", "past", plural=plural),
        "did": "did",
        "it": PRONOUN[pronoun][0],
        "which": who if not plural else "who",
    }

    def part(match: re.Match[str]) -> str:
        name = match[1]
        if name in words:
            return words[name]
        if name in forms:
            return forms[name]()
        if name not in parts() and name not in ("coord", "coordp"):
            return match[0]
        return _agree(_part(scene, name), plural) if name in VERBAL else _part(scene, name)

    return around(scene, re.sub(r"\{(\w+)\}", part, template))


def _agree(text: str, plural: bool) -> str:
    if not plural:
        return text
    head, _, rest = text.partition(" ")
    if head in AGREEING:
        form = "past" if head == "was" else "pres"
        text = (inflect(AGREEING[head], form, plural=True) + " " + rest).strip()
    return re.sub(r"\bits\b", "their", re.sub(r"\bit would\b", "they would", text))


def _part(scene: Scene, name: str) -> str:
    if name in ("coord", "coordp"):
        return _beside(scene)
    if name not in parts():
        raise ValueError(f"no part {name!r}")
    return scene.rng.choice(parts()[name])


def _beside(scene: Scene) -> str:
    """Another act of the subject, against somebody else: a predicate in the past."""
    if scene.s is None or scene.s.kind not in "SLMT":
        raise Unfit
    fit = [a for a in acts() if a.plain and a.way == ">" and scene.s.kind in a.doers and set(a.others) & set("ST")]
    if not fit:
        raise Unfit
    other = scene.rng.choice(fit)
    target = scene.third("".join(letter for letter in other.others if letter in "ST"))
    return clause(Scene(scene.rng, scene.s, target, scene.near), other, voice="active").predicate("past")


def around(scene: Scene, text: str) -> str:
    """Fill what is left: third countries and events, the same letter for the same country."""
    lands: dict[str, tuple[str, str, str]] = {}

    def land(letter: str) -> tuple[str, str, str]:
        if letter not in lands:
            country = scene.elsewhere()
            lands[letter] = (country.name, country.capital, country.adjective)
        return lands[letter]

    def hole(match: re.Match[str]) -> str:
        name = match[1]
        if name in ("C", "D", "E"):
            return land(name)[0]
        if name in ("Ccap", "Dcap", "Ecap"):
            return land(name[0])[1]
        if name in ("ScapX", "adj", "DCAP"):
            home = scene.s.country if scene.s else None
            place = home.capital if home else land("C")[1]
            return {"ScapX": place, "adj": land("E")[2], "DCAP": land("D")[1].upper()}[name]
        return _part(scene, name)

    for _ in range(4):
        if "{" not in text:
            break
        text = re.sub(r"\{(\w+)\}", hole, text)
    return settle(scene.rng, text)


def modality(rng: random.Random) -> str:
    """A modality in the shares of the news."""
    return rng.choices(MODALITIES, (0.74, 0.09, 0.09, 0.08))[0]


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / "tables" / f"{name}.tsv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
