"""Sanctions taken back: of whom, and from when on, where the sentence itself does not say it but the one that told them does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from detente.coding.dates import Dated
from detente.coding.events.acts import Act, Scene
from detente.coding.lexicon import Frame
from detente.records import Moment
from detente.reference import gazetteer

UNNAMED = 0.3
"""Confidence of an easing of which the sentence does not say toward whom."""
_TOLD = 0.55
_BACK = 3
"""Sentences in which the one under sanctions may be named: that of the sanctions and two before."""
_THINGS = frozenset({"sanctions", "barrier", "access"})


def is_easing(frame: Frame) -> bool:
    """Whether the frame tells that sanctions are taken back, or that it is agreed to do so."""
    return (frame.mode == "ease" and frame.object in _THINGS) or "eased" in frame.target


def completed(scene: Scene, act: Act) -> Act:
    """An easing toward nobody named is one toward those whom the same state, and it alone, is told to have sanctioned."""
    real = act.standing.modality in ("actual", "future")
    if not is_easing(act.frame) or act.sides.target or not act.sides.source or not real:
        return act
    imposed = _imposed(scene, act)
    targets = {other.sides.target for other in imposed if other.sides.target}
    states = {scene.cast.countries(ids) for ids in targets}
    if not imposed or len(states) > 1:
        return act
    target = sorted(targets)[0] if targets else ()
    return replace(act, sides=replace(act.sides, target=target, indirect=True), confidence=_TOLD, inherited=True)


def aimed(scene: Scene, act: Act) -> Act:
    """ "the sanctions that it imposed": on whom, the sentence or the two before say, where they name one other state that acts."""
    if act.frame.plover != "SANCTION" or act.frame.object != "sanctions" or act.sides.target or not act.sides.source:
        return act
    doc, start = scene.cast.parsed.doc, act.trigger.sent.start
    end = act.trigger.sent.end
    for _ in range(_BACK):
        others = _others(scene, act, start, end)
        if others:
            return replace(act, sides=replace(act.sides, target=others, indirect=True)) if len(others) == 1 else act
        if start == 0:
            break
        start, end = doc[start - 1].sent.start, start
    return act


def _others(scene: Scene, act: Act, start: int, end: int) -> tuple[str, ...]:
    """The other states that act, or whose people do, in a stretch of the text."""
    own = scene.cast.countries(act.sides.source)
    named = [n for n in scene.cast.namings if start <= n.start < end and n.sense == "actor" and n.kind != "adjective"]
    states = {state for n in named for i in n.actors if (state := scene.cast.country(i)) is not None} - own
    known = {state: actor for state in states if (actor := gazetteer().actor(state)) is not None}
    scene.cast.actors.update({state: actor for state, actor in known.items() if state not in scene.cast.actors})
    return tuple(sorted(known))


def _imposed(scene: Scene, act: Act) -> list[Act]:
    """The sanctions told in the document as imposed by the state that eases, or by nobody named."""
    own = scene.cast.countries(act.sides.source)
    return [
        other
        for other in scene.acts
        if other.frame.plover == "SANCTION"
        and other.standing.modality == "actual"
        and other.confidence >= 0.5
        and scene.cast.countries(other.sides.source) <= own
        and not own & scene.cast.countries(other.sides.target)
    ]


def bounded(scene: Scene, when: Mapping[int, Dated]) -> dict[int, Dated]:
    """The days of the document's acts; an undated easing of sanctions told before lies before the day of writing."""
    found = dict(when)
    latest = scene.cast.parsed.document.date.latest
    for act in scene.acts:
        told = is_easing(act.frame) and act.inherited and act.standing.modality == "actual"
        if told and act.trigger.i not in when and latest is not None:
            found[act.trigger.i] = Dated(Moment(None, latest, "inferred", "told as done"))
    return found
