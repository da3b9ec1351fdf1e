"""The acts of a document brought together: doers completed, echoes dropped."""

from __future__ import annotations

from dataclasses import replace

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
    if len(named) != 1:
        return act
    return replace(act, sides=replace(act.sides, source=named.pop()), inherited=True)


def without_echoes(acts: list[Act]) -> list[Act]:
    """One act told by a verb and by its object noun ("held a meeting") is told once; the surer telling stays."""
    kept: list[Act] = []
    for act in acts:
        twin = next(
            (k for k in kept if k.trigger.sent.start == act.trigger.sent.start and _echo(k, act)),
            None,
        )
        if twin is None:
            kept.append(act)
        elif act.confidence > twin.confidence:
            kept[kept.index(twin)] = act
    return kept


def _echo(one: Act, other: Act) -> bool:
    same = one.frame.plover == other.frame.plover and set(one.sides.source) == set(other.sides.source)
    return (
        same
        and set(one.sides.target) == set(other.sides.target)
        and (one.trigger in other.trigger.ancestors or other.trigger in one.trigger.ancestors)
        and abs(one.trigger.i - other.trigger.i) <= 4
    )
