"""Sanctions taken back: of whom, and from when on, where the sentence itself does not say it but the one that told them does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from detente.coding.dates import Dated
from detente.coding.events.acts import Act, Scene
from detente.coding.lexicon import Frame
from detente.records import Moment

UNNAMED = 0.3
"""Confidence of an easing of which the sentence does not say toward whom."""
_TOLD = 0.55
_THINGS = frozenset({"sanctions", "barrier", "access"})


def is_easing(frame: Frame) -> bool:
    """Whether the frame tells that sanctions are taken back, or that it is agreed to do so."""
    return (frame.plover == "CONCEDE" and frame.object in _THINGS) or "eased" in frame.target


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
    """The days of the document's acts, with those of an undated easing between the sanctions and the day of writing."""
    found = dict(when)
    latest = scene.cast.parsed.document.date.latest
    for act in scene.acts:
        if not (is_easing(act.frame) and act.inherited and act.standing.modality == "actual") or act.trigger.i in when:
            continue
        first = [d.moment.earliest for o in _imposed(scene, act) if (d := when.get(o.trigger.i)) and d.moment.earliest]
        if len(first) == 1 and latest is not None and first[0] < latest:
            found[act.trigger.i] = Dated(Moment(first[0], latest, "inferred", "after the sanctions, before the report"))
    return found
