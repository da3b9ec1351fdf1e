"""Who did what to whom: acts told by verbs and eventive nouns, with their roles, type, modality, day and place.

A trigger is a word of the lexicon; its sides come from the parse (`roles`), its reality from the words that govern it
(`modality`). An act whose sides cannot be read from the sentence, or from the act that a definite noun points back to, is kept
as a candidate and not asserted. Types are PLOVER's 16 (scheme PLOVER-2021); CAMEO where the frame gives a code.

References:
    Halterman, Bagozzi, Beger, Schrodt & Scarborough (2023), PLOVER and POLECAT: a new political event ontology and dataset.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding import dates
from detente.coding.cast import Cast
from detente.coding.events import contexts, easing, judged, partners
from detente.coding.events.acts import Act, Scene
from detente.coding.events.announced import announced
from detente.coding.events.nominal import noun_act
from detente.coding.events.particulars import place_of, tellers, things, typed
from detente.coding.events.telling import completed, foretold, without_echoes
from detente.coding.events.verbal import verb_act
from detente.records import UNKNOWN, Quote, Report, TimeExpression
from detente.reference import plover

__all__ = ["THRESHOLD", "find"]


THRESHOLD = 0.5
"""Confidence from which an act is asserted; below it waits for review."""


def find(cast: Cast, times: Sequence[TimeExpression] = (), quotes: Sequence[Quote] = ()) -> list[Report]:
    """Every act told in the document, in the order of the text.

    Args:
        cast: who is named where.
        times: time expressions already found, for the days.
        quotes: quotations already found, for who says so.
    """
    scene = Scene(cast)
    for token in cast.parsed.doc:
        if token.pos_ in ("VERB", "AUX"):
            act = verb_act(scene, token) or announced(scene, token)
        elif token.pos_ in ("NOUN", "PROPN"):
            act = noun_act(scene, token)
        else:
            act = None
        if act is not None:
            scene.acts.append(act)
    scene.acts = [easing.aimed(scene, completed(scene, act)) for act in scene.acts]
    scene.acts = [partners.completed(scene, act) for act in scene.acts]
    scene.acts = [easing.completed(scene, act) for act in scene.acts]
    scene.acts = judged.completed(scene)
    when = easing.bounded(scene, dates.attach(cast.parsed, [a.trigger for a in scene.acts], times))
    scene.acts = foretold(scene, when)
    return [_row(scene, act, when.get(act.trigger.i), quotes) for act in without_echoes(scene.cast, scene.acts)]


def _row(scene: Scene, act: Act, when: dates.Dated | None, quotes: Sequence[Quote]) -> Report:
    parsed = scene.cast.parsed
    doc = parsed.doc
    sentence = parsed.sentence(act.trigger)
    trigger = parsed.span(doc[act.first.i : act.last.i + 1])
    plover_type, cameo, mode = typed(scene.cast, act)
    mode = mode or contexts.mode(act, plover_type)
    place, place_span = place_of(scene.cast, act.trigger)
    mutual = act.frame.mutual
    source = act.sides.source
    target = act.sides.source if mutual else act.sides.target
    return Report(
        span=sentence,
        sentence=sentence,
        trigger=trigger,
        lemma=act.lemma.replace("_", "-"),
        source=source,
        target=target,
        plover=plover_type,
        quad=plover.quad(plover_type),
        modality=act.standing.modality,
        confidence=round(act.confidence, 2),
        mode=mode,
        contexts=contexts.contexts(scene.cast, act),
        goldstein=plover.score(plover_type, mode),
        cameo=cameo,
        moment=when.moment if when is not None else UNKNOWN,
        place=place,
        place_span=place_span,
        attributed_to=tellers(scene.cast, act, trigger, quotes),
        asserted=act.confidence >= THRESHOLD,
        objects=things(act),
        scheme=plover.SCHEME,
    )
