"""Acts told by verbs."""

from __future__ import annotations

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.events import partners
from detente.coding.events.acts import MATERIAL, Act, Scene
from detente.coding.events.easing import UNNAMED, is_easing
from detente.coding.lexicon import Frame, families, noun_class, verbs
from detente.coding.modality import Standing, standing
from detente.coding.roles import ORDERS, Filled, side, verb_roles


def verb_act(scene: Scene, verb: Token) -> Act | None:
    """The act that a verb tells, by the first of its frames that fits, one with both sides before one without."""
    if _of_geography(verb):
        return None
    partial: Act | None = None
    for frame in verbs().get(verb.lemma_.lower(), ()):
        sides = (
            verb_roles(scene.cast, verb, frame)
            or _elliptic(scene, verb, frame)
            or partners.accredited(scene, verb, frame)
            or _open(scene, verb, frame)
        )
        if sides is None:
            continue
        confidence = _verb_confidence(verb, frame, sides)
        if confidence is None:
            continue
        if _hosted(scene, verb, frame, sides):
            confidence = _HOSTED
        particle = next((c for c in verb.children if c.dep_ == "prt"), None)
        last = particle if particle is not None and 0 < particle.i - verb.i <= 2 else verb
        act = Act(verb, verb, last, _lemma(verb, frame), frame, sides, _told_as(verb, frame), confidence)
        if sides.target or not frame.target:
            _spend(scene, verb, frame)
            return act
        partial = partial or act
    if partial is not None:
        _spend(scene, verb, partial.frame)
    return partial or partners.ratifying(scene, verb)


def _open(scene: Scene, verb: Token, frame: Frame) -> Filled | None:
    """ "promised closer ties": the doer of an act toward nobody named."""
    objects = syntax.objects(verb)
    if frame.mutual or frame.particle or syntax.is_passive(verb) or not partners.is_open(verb.lemma_, frame, objects):
        return None
    if not set(frame.target) & {"to", "with"} or (frame.object and frame.object != "concession"):
        return None
    doer = side(scene.cast, syntax.subjects(verb), owners=False)
    return Filled(tuple(doer.ids), (), tuple(doer.at)) if len(scene.cast.countries(doer.ids)) == 1 else None


def _lemma(verb: Token, frame: Frame) -> str:
    """The verb's lemma, with its particle where the two are a kind of act of their own: "sat down with"."""
    lemma = verb.lemma_.lower()
    if frame.object == "hostile":
        blows = [*syntax.objects(verb), *(syntax.subjects(verb) if syntax.is_passive(verb) else [])]
        blows += [p for o in blows for p in syntax.prepositional(o, ("of",))]
        return next((t.lemma_.lower() for t in blows if t.lemma_.lower() in noun_class("hostile")), lemma)
    joined = f"{lemma}_{frame.particle}"
    return joined if joined in families() and lemma not in families() else lemma


def _told_as(verb: Token, frame: Frame) -> Standing:
    """How real the act is; an easing of sanctions that is ordered is as real as the order."""
    told = standing(verb)
    if is_easing(frame) and verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in ORDERS and not syntax.is_negated(verb):
        return standing(verb.head)
    return told


def _of_geography(verb: Token) -> bool:
    """ "the point where Uganda and Rwanda meet": borders meet there, not people."""
    return verb.lemma_ == "meet" and verb.tag_ in ("VBP", "VBZ") and any(c.lower_ == "where" for c in verb.children)


def _elliptic(scene: Scene, verb: Token, frame: Frame) -> Filled | None:
    """ "… did not call until Tuesday": whom, the last call of the text has just said."""
    if frame.mode != "phone" or syntax.objects(verb) or syntax.prepositional(verb, ("for", "on")) or syntax.is_passive(verb):
        return None
    doer = side(scene.cast, syntax.subjects(verb), owners=False)
    last = next((a for a in reversed(scene.acts) if a.frame.mode == "phone" and verb.i - a.trigger.i < 80), None)
    if last is None or not doer or scene.cast.countries(doer.ids) & scene.cast.countries(last.sides.target):
        return None
    return Filled(tuple(doer.ids), last.sides.target, tuple(doer.at))


def _verb_confidence(verb: Token, frame: Frame, sides: Filled) -> float | None:
    """How sure the reading is; None where no act between two sides is told at all."""
    if any(p.lower_ == "by" and any(g.lower_ == "proxy" for g in p.children) for p in verb.children):
        return 0.3  # "fighting by proxy" is no act of theirs
    if frame.mutual:
        return 0.8 if not sides.indirect else 0.7
    if sides.source and sides.target:
        return 0.85 if not sides.indirect else 0.7
    if sides.source and not sides.target and (frame.mode == "aerial" or is_easing(frame)):
        return 0.5 if frame.mode == "aerial" else UNNAMED
    if sides.target and frame.plover == "SANCTION" and _by_decree(verb):
        return 0.55
    felled = frame.mode == "aerial" and frame.particle is not None and not sides.source
    unknown_agent = felled or syntax.is_passive(verb) or not syntax.subjects(verb) or _struck_by_some(verb, frame)
    if sides.target and unknown_agent and frame.plover in MATERIAL:
        return 0.55
    if sides.source and not sides.target and partners.is_open(verb.lemma_, frame, syntax.objects(verb)):
        return partners.UNNAMED
    if sides.source and not sides.target and frame.object is not None and frame.plover in ("MOBILIZE", "SANCTION", "PROTEST"):
        return 0.5 if frame.plover == "SANCTION" and verb.dep_ == "relcl" else 0.35
    return None


_HOSTED = 0.45
"""Confidence that weapons stationed in a land are aimed at it: it may well be the host."""


def _hosted(scene: Scene, verb: Token, frame: Frame, sides: Filled) -> bool:
    """ "deployed radars in Peru": where they stand is told, not against whom."""
    if frame.plover != "MOBILIZE" or not sides.target_at or syntax.prepositional(verb, ("against", "near", "along")):
        return False
    heads = [verb.doc[i] for i in sides.target_at]
    held = [scene.cast.at(t) for t in heads]
    return all(t.head.lower_ in ("in", "at") for t in heads) and all(n is None or n.sense == "place" for n in held)


def _struck_by_some(verb: Token, frame: Frame) -> bool:
    """ "a policeman shot him", "aircraft bombed a Peruvian column": somebody did it, the text does not say whose man or machine."""
    doers = syntax.own_subjects(verb) if frame.plover == "ASSAULT" else []
    bare = [
        t
        for t in doers
        if t.pos_ == "NOUN" and not any(c.lower_ in ("the", "this", "that") or c.dep_ == "poss" for c in t.children)
    ]
    return bool(bare) and len(bare) == len(doers) and all(t.lemma_.lower() in noun_class("assailant") for t in bare)


def _by_decree(verb: Token) -> bool:
    """ "a decree that barred Peruvian goods": whose decree it is, the text does not say."""
    return not syntax.is_passive(verb) and any(t.lemma_.lower() in noun_class("decree") for t in syntax.own_subjects(verb))


def _spend(scene: Scene, verb: Token, frame: Frame) -> None:
    """The object of "held talks", "imposed sanctions" tells no second act."""
    if frame.object is None:
        return
    wanted = noun_class(frame.object)
    heads = [*syntax.objects(verb), *(syntax.subjects(verb) if syntax.is_passive(verb) else [])]
    for token in [*heads, *(p for h in heads for p in (*syntax.prepositional(h, ("of",)), *syntax.left_of(h)))]:
        if token.lemma_.lower() in wanted:
            scene.spent.add(token.i)
