"""The other side of an act whose sentence leaves it unsaid: of a promise of better ties, a delivery, the ratification of a pact.

It is looked for in this order: in the pact that the act's own words point back to ("as part of the deal"), in the transfer of
the same goods told before, then as the one other state that acts in the sentence, in the sentence before, in the paragraph so
far. Where two come into question there is none.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.cast import Naming
from detente.coding.events.acts import Act, Scene
from detente.coding.events.particulars import things
from detente.coding.lexicon import Frame, noun_class, nouns
from detente.coding.modality import standing
from detente.coding.roles import Filled
from detente.reference import gazetteer

UNNAMED = 0.3
"""Confidence of an act toward nobody named."""
_TOLD = 0.55
_FAR = 400
"""Tokens within which "the deal" is the one told before."""
_SPEAKING = frozenset({"state", "leader", "agency", "igo", "armed_group"})
_RELATIONAL = frozenset({"AGREE", "CONCEDE", "REQUEST"})
_GOODS = frozenset("delivery shipment sale supply export".split())
_MADE = frozenset("sign signing conclude seal ink reach strike agree buy purchase sell order acquire".split())


def is_open(lemma: str, frame: Frame, words: list[Token]) -> bool:
    """Whether an act names what it is about and not with whom: better ties, a concession, part of a deal.

    `words`: the objects of the verb, or what hangs on the noun.
    """
    if lemma in _GOODS:
        return True
    classes = noun_class("ties") | noun_class("works") | noun_class("concession")
    about = {w.lemma_.lower() for w in words}
    return frame.plover in _RELATIONAL and bool(about & classes or any(_points_back(w) for w in words))


def completed(scene: Scene, act: Act) -> Act:
    """The act with its other side, where the text lets no doubt who that is."""
    if act.sides.target or not act.sides.source or act.confidence != UNNAMED or act.frame.plover == "RETREAT":
        return act
    if act.lemma in _GOODS:
        return _delivered(scene, act)
    behind = [
        t for t in act.trigger.subtree if t.i > act.trigger.i and _points_back(t) and t.lemma_.lower() in noun_class("pact")
    ]
    other = _of_pact(scene, act) if behind else _only_other(scene, act)
    if not other:
        return act
    sides = replace(act.sides, target=other, indirect=True)
    return replace(act, sides=sides, confidence=_TOLD, inherited=True)


# ------------------------------------------------------------------------------------------------ through what was told before


def _of_pact(scene: Scene, act: Act) -> tuple[str, ...]:
    """ "insisted on more as part of the deal": the other party of the pact told last."""
    pact, own = last_pact(scene, act.trigger), scene.cast.countries(act.sides.source)
    if pact is None or not own <= scene.cast.countries(_all(pact)):
        return ()
    return tuple(i for i in _all(pact) if not scene.cast.countries((i,)) & own)


def last_pact(scene: Scene, before: Token) -> Act | None:
    """The agreement or purchase told last between two states, not long before."""
    for act in reversed(scene.acts):
        bound = act.frame.plover in ("AGREE", "COOPERATE") and act.lemma in _MADE and 0 < before.i - act.trigger.i < _FAR
        if bound and act.standing.modality != "negated" and len(scene.cast.countries(_all(act))) == 2:
            return act
    return None


def _points_back(token: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in token.children)


def _all(act: Act) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*act.sides.source, *act.sides.target]))


def delivery(scene: Scene, noun: Token, frame: Frame) -> Act | None:
    """ "deliveries of the missiles could begin": from the seller to the buyer of the sale told before."""
    lemma = noun.lemma_.lower()
    act = Act(noun, noun, noun, lemma, frame, Filled((), ()), standing(noun), UNNAMED)
    return _delivered(scene, act) if lemma in _GOODS else None


def _delivered(scene: Scene, act: Act) -> Act:
    goods = {_singular(w) for w in things(act)}
    for other in reversed(scene.acts):
        trade = other.frame.plover == "COOPERATE" and not other.frame.mutual and other.sides.source and other.sides.target
        if not trade or not goods & {_singular(w) for w in things(other)} or other.trigger.i >= act.trigger.i:
            continue
        bought = "from" in other.frame.target
        seller, buyer = (other.sides.target, other.sides.source) if bought else (other.sides.source, other.sides.target)
        if act.sides.source and scene.cast.countries(act.sides.source) != scene.cast.countries(seller):
            continue
        return replace(act, sides=Filled(seller, buyer, indirect=True), confidence=_TOLD, inherited=True)
    return act


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def ratifying(scene: Scene, token: Token) -> Act | None:
    """ "the ratification of the agreement", "urged it to ratify the treaty": the legislature named last, of the pact told last."""
    frame = nouns().get("ratification")
    if token.lemma_.lower() not in ("ratify", "ratification") or frame is None or (pact := last_pact(scene, token)) is None:
        return None
    about = syntax.objects(token) if token.pos_ == "VERB" else syntax.prepositional(token, ("of",))
    if not any(t.lemma_.lower() in noun_class("pact") and _points_back(t) for t in about):
        return None
    cast, parties = scene.cast, scene.cast.countries(_all(pact))
    named = (n for n in reversed(_before(scene, token)) if len(n.actors) == 1 and cast.actors[n.actors[0]].sector == "LEG")
    doer = next((n.actors for n in named if cast.countries(n.actors) <= parties), None)
    if doer is None:
        return None
    other = tuple(i for i in _all(pact) if not cast.countries((i,)) & cast.countries(doer))
    whole = f"{cast.country(doer[0])}.LEG"
    doer = (whole,) if whole in cast.actors else doer
    told = standing(token)
    same = next((a for a in reversed(scene.acts) if a.lemma == "ratify" and a.sides.source == doer), None)
    if same is not None and told.modality == "actual" and token.pos_ != "VERB":
        told = same.standing  # "the ratification" that was urged before is as real as the urging
    return Act(token, token, token, "ratify", frame, Filled(doer, other, indirect=True), told, _TOLD, True)


def _before(scene: Scene, token: Token) -> list[Naming]:
    return sorted((n for n in scene.cast.namings if n.head < token.i and n.actors), key=lambda n: n.head)


# ------------------------------------------------------------------------------------------------ through who else is on stage


def _only_other(scene: Scene, act: Act) -> tuple[str, ...]:
    """The one other state that acts in the sentence, the one before, or the paragraph up to here."""
    doc, sentence = scene.cast.parsed.doc, act.trigger.sent
    own = scene.cast.countries(act.sides.source)
    first = _paragraph(scene, act.trigger)
    before = doc[sentence.start - 1].sent.start if sentence.start > first else sentence.start
    for start, end in ((sentence.start, sentence.end), (before, sentence.start), (first, sentence.start)):
        others = _others(scene, start, end) - own
        if len(others) == 1:
            return (others.pop(),)
        if others:
            return ()
    return ()


def _paragraph(scene: Scene, token: Token) -> int:
    """First token of the paragraph."""
    parsed, at = scene.cast.parsed, token.sent.start
    block = parsed.block(token)
    while at > 0 and (parsed.doc[at - 1].is_space or parsed.block(parsed.doc[at - 1]) == block):
        at = parsed.doc[at - 1].sent.start
    return at


def _others(scene: Scene, start: int, end: int) -> set[str]:
    """The states, and bodies of several, whose governments or forces act between two tokens."""
    cast, found = scene.cast, set[str]()
    for naming in cast.namings:
        if not start <= naming.start < end or naming.sense != "actor" or naming.kind == "adjective":
            continue
        for actor in (cast.actors[i] for i in naming.actors):
            identifier = actor.country or (actor.id if actor.kind == "igo" else None)
            speaks = actor.kind in _SPEAKING or (actor.kind == "person" and actor.sector in ("GOV", "MIL", "LEG"))
            known = gazetteer().actor(identifier) if identifier and speaks else None
            if known is not None:
                cast.actors.setdefault(known.id, known)
                found.add(known.id)
    return found


def pair(scene: Scene, noun: Token, frame: Frame) -> Filled | None:
    """ "They have worked together since a reconciliation": one between the two of whom the sentence tells another mutual act."""
    bare = not any(c.dep_ in ("poss", "prep") or (c.dep_ == "amod" and scene.cast.inside(c)) for c in noun.children)
    if not frame.mutual or frame.plover != "SUPPORT" or not bare:
        return None
    here = [a for a in scene.acts if a.trigger.sent.start == noun.sent.start and a.frame.mutual and len(_all(a)) == 2]
    parties = {frozenset(_all(a)) for a in here}
    return replace(here[0].sides, indirect=True) if len(parties) == 1 else None


def accredited(scene: Scene, verb: Token, frame: Frame) -> Filled | None:
    """ "Peru's ambassador to Chile said that no deal was signed": where no party is named, the two whom the envoy stands between."""
    if not frame.mutual or frame.object != "pact" or not syntax.is_passive(verb) or verb.dep_ != "ccomp":
        return None
    wanted = noun_class("pact")
    if not any(t.lemma_.lower() in wanted and not syntax.prepositional(t, ("with", "between")) for t in syntax.subjects(verb)):
        return None
    for envoy in syntax.subjects(verb.head):
        if envoy.lemma_ not in ("ambassador", "envoy", "consul"):
            continue
        own = scene.cast.countries(scene.cast.nation(envoy))
        held = [n for t in syntax.prepositional(envoy, ("to", "in")) if (n := scene.cast.at(t)) is not None]
        both = tuple(dict.fromkeys([*own, *(i for n in held for i in scene.cast.countries(n.actors))]))
        if len(own) == 1 and len(both) == 2 and all(i in scene.cast.actors for i in both):
            return Filled(both, both, (envoy.i,), (), indirect=True)
    return None


__all__ = ["UNNAMED", "accredited", "completed", "delivery", "is_open", "last_pact", "pair", "ratifying"]
