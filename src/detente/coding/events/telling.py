"""The acts of a document brought together: doers completed, echoes dropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from detente.coding.cast import Cast
from detente.coding.dates import Dated
from detente.coding.events.acts import MATERIAL, Act, Scene
from detente.coding.events.particulars import things
from detente.coding.lexicon import families


def completed(scene: Scene, act: Act) -> Act:
    """An act told without its doer takes the doer that the same document names for the same deed and victim."""
    if act.sides.source or act.frame.plover not in MATERIAL or not act.sides.target:
        return act
    family, about = families().get(act.lemma, act.lemma), set(things(act))
    victims = scene.cast.countries(act.sides.target)
    named = {
        other.sides.source
        for other in scene.acts
        if other.sides.source
        and families().get(other.lemma, other.lemma) == family
        and victims <= scene.cast.countries(other.sides.target)
        and (about & set(things(other)))
    }
    if len({scene.cast.countries(doers) for doers in named}) != 1:
        return act
    return replace(act, sides=replace(act.sides, source=min(named)), inherited=True)


def foretold(scene: Scene, when: Mapping[int, Dated]) -> list[Act]:
    """The acts with what lies ahead made future: by its day, by what it points back to, or by the same act announced elsewhere.

    "The two meet on Thursday" in an article of Tuesday is to come; so is "the meeting" after it, and "ahead of the visit" or a
    headline in the present when the article says elsewhere that they will meet.
    """
    acts = [_as_future(a) if (d := when.get(a.trigger.i)) is not None and d.ahead else a for a in scene.acts]
    ahead = {a.trigger.i for a in acts if a.standing.modality == "future"}
    announced = {_kind(scene, a) for a in acts if a.trigger.i in ahead}
    for n, act in enumerate(acts):
        to_come = act.points_to in ahead or (act.trigger.i not in when and _in_advance(act) and _kind(scene, act) in announced)
        if to_come:
            acts[n] = _as_future(act)
            ahead.add(act.trigger.i)
    return acts


def _as_future(act: Act) -> Act:
    if act.standing.modality != "actual":
        return act
    return replace(act, standing=replace(act.standing, modality="future"))


def _kind(scene: Scene, act: Act) -> tuple[str, frozenset[str]]:
    """Family and states: what makes an announcement and a headline the same act."""
    return families().get(act.lemma, act.lemma), scene.cast.countries([*act.sides.source, *act.sides.target])


_BEFORE = frozenset("before ahead eve prior".split())


def _in_advance(act: Act) -> bool:
    """A simple present, or a noun under "ahead of", "before", "on the eve of"."""
    token = act.trigger
    if token.tag_ in ("VBZ", "VBP"):
        return not any(c.dep_ in ("aux", "auxpass") for c in token.children)
    above = token.head
    return token.dep_ == "pobj" and (above.lower_ in _BEFORE or above.head.lower_ in _BEFORE)


def without_echoes(cast: Cast, acts: list[Act]) -> list[Act]:
    """One act told twice in one sentence is told once; the surer telling stays."""
    kept: list[Act] = []
    for act in acts:
        here = (k for k in kept if k.trigger.sent.start == act.trigger.sent.start)
        twin = next((k for k in here if _echo(k, act) or _same_talks(cast, k, act) or _resolved(cast, k, act)), None)
        if twin is None:
            kept.append(act)
        elif act.confidence > twin.confidence:
            kept[kept.index(twin)] = act
    return kept


def _same_talks(cast: Cast, one: Act, other: Act) -> bool:
    """ "flew to Lima to meet her", "before the visit, the meeting had …": who comes and who meets are at one encounter."""
    family = {families().get(a.lemma, a.lemma) for a in (one, other)}
    same = one.frame.plover == other.frame.plover == "CONSULT" and one.standing.modality == other.standing.modality
    joined = one.trigger.dep_ == "conj" or other.trigger.dep_ == "conj"
    return family == {"meeting"} and same and not joined and _parties(cast, one) == _parties(cast, other)


def _parties(cast: Cast, act: Act) -> frozenset[str]:
    return cast.countries([*act.sides.source, *act.sides.target])


def _resolved(cast: Cast, one: Act, other: Act) -> bool:
    """ "expressed their resolve to mend ties": what is resolved is no act beside the resolve."""
    inner, outer = (one, other) if other.trigger in one.trigger.ancestors else (other, one)
    held = outer.frame.object == "resolve" and inner.standing.modality == "hypothetical" and inner.trigger.dep_ == "acl"
    return held and inner.trigger.head.head.i == outer.trigger.i and _parties(cast, one) == _parties(cast, other)


def _echo(one: Act, other: Act) -> bool:
    """A verb and its object noun: "held a meeting"."""
    if one.trigger.pos_ == other.trigger.pos_ == "VERB":
        return False
    same = one.frame.plover == other.frame.plover and set(one.sides.source) == set(other.sides.source)
    return (
        same
        and set(one.sides.target) == set(other.sides.target)
        and (one.trigger in other.trigger.ancestors or other.trigger in one.trigger.ancestors)
        and abs(one.trigger.i - other.trigger.i) <= 4
    )
