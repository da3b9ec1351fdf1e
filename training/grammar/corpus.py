"""The whole: sentences of every type and of none in their shares, polished, marked and without repeats."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from grammar.actors import DOMESTIC, Actor, actor, countries
from grammar.clauses import Scene, Unfit, abroad
from grammar.inflect import articles
from grammar.lexicon import TYPES, Act, acts, inner_acts
from grammar.nothing import frames, say
from grammar.telling import modality, tell

NONE_SHARE = 0.39
HARD_SHARE = 0.7
# Types of which articles tell most, and which are told in the most ways.
WEIGHTS = {type_: 1.2 if type_ in ("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT") else 1.0 for type_ in TYPES}
# What an act of one state's people against their own does not bear.
FOREIGN = re.compile(r"\{B|embassy|consulate|flag\b|(?:from|to|for) \{b\}\W*$|asylum|refuge|plane out of|visa")
# Kinds that deal with their own country's.
CLOSE = frozenset("PCKUDOXMLWQpFV")
# What envoys do; the other acts of a ministry are not theirs.
SPOKEN = frozenset("AGREE CONSULT SUPPORT REQUEST ACCUSE REJECT THREATEN".split())
MARK = re.compile(r"<([12])>")
NOMINAL_SHARE = 0.25
LONGEST = 60
TRIES = 400


@dataclass(frozen=True, slots=True)
class Sentence:
    """A line of the training data."""

    type: str
    direction: str
    modality: str
    text: str

    def line(self) -> str:
        """Its tab-separated line."""
        return "\t".join((self.type, self.direction, self.modality, self.text))


def build(n: int, seed: int) -> list[Sentence]:
    """`n` sentences, the same for the same seed, in an order drawn.

    Raises:
        ValueError: `n` is below one, or the grammar has not that many different sentences.
    """
    if n < 1:
        raise ValueError(f"{n} sentences cannot be written")
    rng = random.Random(seed)
    none = round(n * NONE_SHARE)
    seen: set[str] = set()
    made: list[Sentence] = []
    for type_, share in _shares(n - none).items():
        made += _distinct(_told(rng, type_), share, seen)
    hard = round(none * HARD_SHARE)
    made += _distinct(_untold(rng, hard=True), hard, seen)
    made += _distinct(_untold(rng, hard=False), none - hard, seen)
    rng.shuffle(made)
    return made


def _shares(n: int) -> dict[str, int]:
    total = sum(WEIGHTS.values())
    shares = {type_: int(n * weight / total) for type_, weight in WEIGHTS.items()}
    for type_ in TYPES[: n - sum(shares.values())]:
        shares[type_] += 1
    return shares


def _distinct(source: Iterator[Sentence], n: int, seen: set[str]) -> list[Sentence]:
    made: list[Sentence] = []
    vain = 0
    while len(made) < n:
        sentence = next(source)
        key = re.sub(r"</?[ab]>|\W+", " ", sentence.text).casefold()
        key = re.sub(r"\s+", " ", key)
        vain = vain + 1 if key in seen else 0
        if vain > TRIES:
            raise ValueError(f"the grammar has no {n} different sentences of {sentence.type}")
        if key not in seen:
            seen.add(key)
            made.append(sentence)
    return made


def _told(rng: random.Random, type_: str) -> Iterator[Sentence]:
    """Sentences of one type; its acts take turns so that each is heard."""
    own = [act for act in acts() if act.type == type_]
    while True:
        rng.shuffle(own)
        for act in own:
            yield of_act(rng, act, modality(rng))


def of_act(rng: random.Random, act: Act, how: str) -> Sentence:
    """One sentence of an act in a modality.

    Raises:
        ValueError: no actors make a sentence with it.
    """
    for _ in range(TRIES):
        nominal = how == "actual" and bool(act.nouns) and rng.random() < NOMINAL_SHARE
        try:
            s, o = cast(rng, act, nominal=nominal)
            near = [who.country for who in (s, o) if who.country is not None]
            sentence = _finish(
                act.type, act.way, how, tell(Scene(rng, s.marked("1"), o.marked("2"), near), act, how, nominal=nominal)
            )
        except Unfit:
            continue
        if len(sentence.text.split()) <= LONGEST:
            return sentence
    raise ValueError(f"no sentence of {act.type} {act.frame!r} that is {how}")


def cast(rng: random.Random, act: Act, *, nominal: bool = False) -> tuple[Actor, Actor]:
    """Two actors that suit an act; their names take possessive endings where its phrases ask for them."""
    doers, others = act.doers, act.others
    if act.through and not doers:
        model = rng.choice(inner_acts(act.inner or ""))
        doers, others = model.doers, model.others
        if act.type in ("AGREE", "REJECT"):
            doers = "".join(set(doers) & set("SLMIBUFORAXH")) or doers
            doers = "".join(sorted(doers))
    first, second = rng.choice(doers), rng.choice(others)
    home = rng.choice(countries())
    inside = rng.random() < _inside(act, first, second)
    other = home if inside else rng.choice([country for country in countries() if country is not home])
    phrases = " ".join(act.nouns) if nominal else act.frame
    possessive = "{b's" in phrases or act.inner is not None
    local_first = inside and second not in "qw" and rng.random() < 0.25 and first in DOMESTIC
    envoys = act.type in SPOKEN and rng.random() < 0.25
    s = actor(rng, "n" if envoys and first == "M" else first, home, simple="{a's" in phrases, local=local_first)
    o = actor(rng, second, other, simple=possessive, local=inside and not local_first and second in DOMESTIC)
    s = replace(s, kind=first)
    if s.text == o.text:
        raise Unfit
    return s, o


def _inside(act: Act, doer: str, other: str) -> float:
    """How likely both are of one country."""
    if abroad(doer, other) or act.type == "COOPERATE" or FOREIGN.search(act.frame):
        return 0.0
    if other in "ST" and doer in "PDUFKAHN":
        return 0.0
    if doer in "ST" and other == "F" and act.type in ("SANCTION", "AGREE"):
        return 0.0
    if doer == "A" and other in "ZW" and act.type in ("ASSAULT", "RETREAT", "MOBILIZE"):
        return 0.25
    return 0.97 if doer in CLOSE and other in CLOSE else 0.8


def _untold(rng: random.Random, *, hard: bool) -> Iterator[Sentence]:
    fit = [frame for frame in frames() if frame.hard is hard]
    weights = [frame.weight for frame in fit]
    while True:
        try:
            sentence = _finish("NONE", "", "-", say(rng, rng.choices(fit, weights)[0]))
        except Unfit:
            continue
        if len(sentence.text.split()) <= LONGEST:
            yield sentence


def _finish(type_: str, way: str, how: str, text: str) -> Sentence:
    marks = MARK.findall(text)
    if sorted(marks) != ["1", "2"]:
        raise Unfit
    first = {marks[0]: "a", marks[1]: "b"}
    text = re.sub(r"<(/?)([12])>", lambda m: f"<{m[1]}{first[m[2]]}>", text)
    if type_ == "NONE":
        direction = "none"
    elif way in "=&":
        direction = "both"
    else:
        direction = "a>b" if (marks[0] == "1") == (way == ">") else "b>a"
    return Sentence(type_, direction, how, _polish(text))


def _polish(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"\s+([,.;])", r"\1", text)
    text = re.sub(r",(</[ab]>)?(?:\s*[,;])+", r"\1,", text).replace("..", ".")
    text = re.sub(r",(</[ab]>)?\.", r"\1.", text)
    text = articles(text)
    return re.sub(r"(^|^[A-Z' ]+.{0,20} - |\. )((?:<[ab]>)?)([a-z])", lambda m: m[1] + m[2] + m[3].upper(), text)
