"""Turning an act and its actors into clauses: active, passive, nominal, with other acts set in."""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from grammar.actors import DOMESTIC, PRONOUN, Actor, Country, actor, countries
from grammar.inflect import inflect, possessive
from grammar.lexicon import INNER, Act, inner_acts

HERE = Path(__file__).parent
# The kind of two actors taken together.
PAIR = "2"
_BRACKETS = re.compile(r"\[([^\]]*)\]")
_SLOT = re.compile(r"\{(\w+)('s)?( [^{}]*)?\}")


class Unfit(Exception):  # noqa: N818
    """These actors and this act make no sentence together; draw anew."""


@dataclass(slots=True)
class Scene:
    """What a sentence is about.

    Args:
        s, o: the subject of the act and the other; None where there is only one or none.
        near: countries that stand in the sentence already; third parties are drawn from elsewhere.
    """

    rng: random.Random
    s: Actor | None
    o: Actor | None
    near: list[Country] = field(default_factory=list)

    def elsewhere(self) -> Country:
        """A country that is not in the sentence yet."""
        while (country := self.rng.choice(countries())) in self.near:
            pass
        self.near.append(country)
        return country

    def third(self, kinds: str = "S") -> Actor:
        """Somebody else, of one of `kinds`."""
        return actor(self.rng, self.rng.choice(kinds), self.elsewhere(), simple=True)


@dataclass(frozen=True, slots=True)
class Clause:
    """A subject and its predicate in every form a sentence may want.

    Args:
        subject: ready to stand in the sentence, with its marks.
        actor: who the subject is; None where it is a thing, as in some passives.
        predicate: from a form (`grammar.inflect.FORMS`) to the predicate, with its marks.
        passive: whether the subject undergoes the act.
    """

    act: Act
    subject: str
    actor: Actor | None
    plural: bool
    predicate: Callable[[str], str]
    passive: bool


@cache
def _fillings() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    with (HERE / "tables" / "fillings.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            found.setdefault(row["name"], []).append(row["text"])
    return {name: tuple(texts) for name, texts in found.items()}


def settle(rng: random.Random, text: str) -> str:
    """Draw the choices and fillings of a template."""
    while (new := re.sub(r"\(([^()]*\|[^()]*)\)", lambda m: rng.choice(m[1].split("|")), text)) != text:
        text = new
    return re.sub(r"@([a-z]+)", lambda m: rng.choice(_fillings()[m[1]]), text)


def tagged(who: Actor, text: str) -> str:
    """`text` between the marks of `who`, if it bears any."""
    return f"<{who.tag}>{text}</{who.tag}>" if who.tag else text


def _named(scene: Scene, who: Actor, poss: bool, tail: str) -> str:
    if who.pronominal:
        return PRONOUN[who.pronoun][1] + tail if poss else PRONOUN[who.pronoun][2]
    if not poss:
        return tagged(who, who.text) + tail
    owner = possessive(who.text)
    if tail and scene.rng.random() < 0.3:
        return tagged(who, owner + tail)
    return tagged(who, who.text) + owner[len(who.text) :] + tail


def _national(scene: Scene, who: Actor, tail: str) -> str:
    if who.pronominal:
        raise Unfit
    if who.country is None or who.kind not in "ST":
        raise Unfit
    draw = scene.rng.random()
    if draw < 0.45:
        return tagged(who, who.country.adjective) + tail
    if draw < 0.8:
        return tagged(who, who.country.adjective + tail)
    return f"{tail.strip()} from {tagged(who, who.country.name)}"


def spell(scene: Scene, text: str) -> str:
    """Put the actors and their pronouns into a template whose choices are drawn."""

    def slot(match: re.Match[str]) -> str:
        name, poss, tail = match[1], bool(match[2]), match[3] or ""
        if name in ("b", "a", "B", "A"):
            who = scene.o if name in "bB" else scene.s
            if who is None:
                raise Unfit
            return _national(scene, who, tail) if name in "AB" else _named(scene, who, poss, tail)
        if name in ("it", "its"):
            return PRONOUN[scene.s.pronoun][name == "its"] if scene.s else "its"
        if name in ("he", "his", "him"):
            return PRONOUN[scene.o.pronoun][("he", "his", "him").index(name)] if scene.o else "its"
        if name == "third":
            return scene.elsewhere().name
        if name == "thirdcap":
            return scene.elsewhere().capital
        raise ValueError(f"unknown slot {match[0]!r}")

    text = re.sub(r"\{it\}self", lambda _: _itself(scene.s), text)
    return re.sub(r"\s+", " ", _SLOT.sub(slot, text)).strip()


def _itself(who: Actor | None) -> str:
    return {"they": "themselves", "he": "himself", "she": "herself"}.get(who.pronoun if who else "it", "itself")


def _draw_inner(scene: Scene, act: Act) -> tuple[Act, Actor | None]:
    """The act set in and who it is done to; None where that is the other actor itself."""
    rng = scene.rng
    if act.through:
        fit = [
            a
            for a in inner_acts(act.inner or "")
            if scene.s and scene.o and scene.s.kind in a.doers and scene.o.kind in a.others
        ]
        if not fit:
            raise Unfit
        return rng.choice(fit), None
    doer = scene.o.kind if scene.o else ""
    letters = "SLMT" if doer in "SLM" else "STRZV"
    fit = [a for a in inner_acts(act.inner or "") if doer in a.doers and set(a.others) & set(letters)]
    if not fit:
        raise Unfit
    chosen = rng.choice(fit)
    kinds = "".join(letter for letter in chosen.others if letter in letters)
    to_doer = chosen.others and scene.s and scene.s.kind in chosen.others and "{B" not in chosen.frame and rng.random() < 0.2
    return chosen, (scene.s.as_pronoun() if to_doer and scene.s else scene.third(kinds))


def set_in(scene: Scene, act: Act, frame: str) -> str:
    """Replace `<base coop>` and the like by the predicate of another act; a plain frame comes back as it is."""
    found = INNER.search(frame)
    if not found:
        return frame
    inner, target = _draw_inner(scene, act)
    within = Scene(scene.rng, scene.s, scene.o, scene.near) if target is None else Scene(scene.rng, scene.o, target, scene.near)
    said = inflected("~" + spell(within, _open(settle(scene.rng, inner.frame))), found[1])
    return frame[: found.start()] + said + frame[found.end() :]


def inflected(phrase: str, form: str, *, plural: bool = False) -> str:
    """Give the verbs that bear a tilde their form."""
    return re.sub(r"~([a-z-]+)", lambda m: inflect(m[1], form, plural=plural), phrase)


def _open(frame: str) -> str:
    return _BRACKETS.sub(lambda m: m[1], frame)


def active(scene: Scene, act: Act, frame: str) -> Clause:
    """The act with its subject in front."""
    if scene.s is None:
        raise Unfit
    verb, _, rest = _open(frame).partition(" ")
    said = spell(scene, rest)
    who = scene.s

    def predicate(form: str) -> str:
        return inflected(f"~{verb} {said}".strip(), form, plural=who.plural)

    return Clause(act, tagged(who, who.text), who, who.plural, predicate, passive=False)


def joint(scene: Scene, act: Act, frame: str) -> Clause:
    """The act with both actors as its subject."""
    s, o = scene.s, scene.o
    if s is None or o is None:
        raise Unfit
    verb, _, rest = _open(frame).replace(" with {b}", "", 1).partition(" ")
    pair = Actor("", PAIR, s.country, "they")
    said = spell(Scene(scene.rng, pair, None, scene.near), rest)
    names = scene.rng.choice(("{} and {}", "{} and {}", "{} and {}", "both {} and {}"))
    subject = names.format(tagged(s, s.text), tagged(o, o.text))
    return Clause(act, subject, pair, True, lambda form: inflected(f"~{verb} {said}".strip(), form, plural=True), passive=False)


def passive(scene: Scene, act: Act, frame: str) -> Clause:
    """The act told from the side of what undergoes it.

    Raises:
        Unfit: the act has no passive.
    """
    found = _BRACKETS.search(frame)
    if not found or scene.s is None or scene.o is None or act.way != ">":
        raise Unfit
    verb, _, between = frame[: found.start()].strip().partition(" ")
    rest = frame[found.end() :].strip()
    whole = found[1] == "{b}"
    subject = spell(scene, re.sub(r"\{its\} ", scene.rng.choice(("", "", "some ")), found[1]) if not whole else "{b}")
    plural = scene.o.plural if whole else _many(found[1])
    by = f"by {tagged(scene.s, scene.s.text)}"
    # "detained at the airport by police", but "moved by Chile closer to the border".
    late = not rest or (len(rest.split()) <= 3 and "{b" not in rest and not rest.startswith(("to ", "that ", "as ")))
    if late and rest.startswith(("for ", "over ", "after ", "in ", "at ", "on ")) and scene.rng.random() < 0.4:
        late = False
    pieces = [between, by, rest] if not late else [between, rest, by]
    # A pronoun for the doer cannot stand before the doer.
    if late and re.search(r"\{(it|its)\}", rest):
        pieces = [between, by, rest]
    said = spell(scene, " ".join(piece for piece in pieces if piece))

    def predicate(form: str) -> str:
        return f"{inflect('be', form, plural=plural)} {inflect(verb, 'pp')} {said}".strip()

    return Clause(act, subject, scene.o if whole else None, plural, predicate, passive=True)


def _many(phrase: str) -> bool:
    """Whether a noun phrase of a frame is plural, to judge by the ending of its head."""
    head = re.split(
        r" (?:of|on|for|in|to|at|from|with|bound|sent|used) | \{[bB]\b", re.sub(r"^.*\{b's ?|^.*\{B |\}", "", phrase)
    )[0]
    words = [word for word in re.split(r" and | ", head) if word] or [head]
    return any(word.endswith("s") and not word.endswith(("ss", "us", "gas")) for word in words[-2:] if word != "arms")


def noun_phrase(scene: Scene, act: Act) -> str:
    """The act as a noun phrase naming both.

    Raises:
        Unfit: the act has none.
    """
    if not act.nouns:
        raise Unfit
    template = set_in(scene, act, settle(scene.rng, scene.rng.choice(act.nouns)))
    return spell(scene, template)


def clause(scene: Scene, act: Act, *, voice: str | None = None) -> Clause:
    """A clause of the act in a voice drawn, or the one asked for.

    Args:
        voice: `active`, `passive` or None.

    Raises:
        Unfit: the act does not go with the scene or the voice.
    """
    rng = scene.rng
    frame = settle(rng, act.frame)
    if act.way == "&":
        return joint(scene, act, frame)
    if act.way == "=" and " with {b}" in frame and " with {b} and" not in frame and voice is None and rng.random() < 0.55:
        return joint(scene, act, frame)
    frame = settle(rng, set_in(scene, act, frame))
    wants = voice or ("passive" if "[" in frame and rng.random() < 0.45 else "active")
    return passive(scene, act, frame) if wants == "passive" else active(scene, act, frame)


def abroad(doer: str, other: str) -> bool:
    """Whether actors of these kinds must be of different countries."""
    return doer not in DOMESTIC and other not in DOMESTIC
