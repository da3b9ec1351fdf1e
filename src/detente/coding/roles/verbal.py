"""The sides of an act told by a verb."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.cast import Cast
from detente.coding.lexicon import Frame, noun_class, nouns, verbs
from detente.coding.roles.blame import asks, complement, is_bad, labelled, policies
from detente.coding.roles.nominal import doers_of
from detente.coding.roles.sides import QUANTITY, Filled, Side, belonging, is_aircraft, side, through_places


def verb_roles(cast: Cast, verb: Token, frame: Frame) -> Filled | None:
    """The sides of an act told by a verb; None where the frame does not fit."""
    passive = syntax.is_passive(verb) or _felled(verb, frame)
    objects = syntax.subjects(verb) if passive else syntax.objects(verb)
    if not _fits(verb, frame, objects):
        objects = _meant(verb, frame)
        if not objects:
            return None
    if frame.mode == "phone" and any(c.dep_ in ("oprd", "ccomp", "xcomp", "attr", "acomp") for c in verb.children):
        return None  # "called it an act of war" is no telephone call
    if frame.mode == "visit" and "obj" not in frame.target and any(o.lemma_ not in _JOURNEYS for o in objects):
        return None  # "returned the statues to" is no journey
    source = _source(cast, verb, frame, objects, passive)
    if frame.mutual:
        return _mutual(cast, verb, frame, source, objects, passive)
    if _each_other(verb, objects) and len(cast.countries(source.ids)) >= 2:
        return Filled(tuple(source.ids), tuple(source.ids), tuple(source.at), tuple(source.at), source.indirect)
    target = _target(cast, verb, frame, objects, source)
    if target is None and source and _may_be_open(cast, verb, frame, objects):
        target = Side([], [])
    if target is None:
        return None
    return Filled(tuple(source.ids), tuple(target.ids), tuple(source.at), tuple(target.at), source.indirect or target.indirect)


def _meant(verb: Token, frame: Frame) -> list[Token]:
    """ "the pact on fishing with Chile, which they signed": where a which-clause hangs on another noun, what it can be about."""
    which = next((c for c in verb.children if c.dep_ in ("dobj", "obj") and c.lower_ == "which"), None)
    if which is None or frame.object != "pact" or verb.dep_ != "relcl":
        return []
    for word in reversed(verb.doc[verb.sent.start : which.i]):
        if word.pos_ == "NOUN" and word.lemma_.lower() in noun_class(frame.object):
            return [word]
    return []


def _source(cast: Cast, verb: Token, frame: Frame, objects: list[Token], passive: bool) -> Side:
    doers = syntax.agents(verb) if passive else syntax.subjects(verb)
    # A journey is made by people: tomatoes that go to a country do not visit it.
    source = side(cast, [t for t in doers if frame.mode != "visit" or cast.of(t) or t.lemma_ in _TRAVELLERS])
    if passive and not source and verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in ORDERS:
        return side(cast, syntax.subjects(verb.head))  # "ordered the ban to be lifted"
    if passive and not source and frame.object == "force":
        return belonging(cast, objects)  # "Polish troops were sent": the one whose they are sent them
    return source


def _may_be_open(cast: Cast, verb: Token, frame: Frame, objects: list[Token]) -> bool:
    """Whether the act may be told without saying to whom: a ban, a march, an easing, an aircraft brought down."""
    if "eased" in frame.target:
        return _eased(cast, verb, objects) is not None
    if frame.plover == "CONCEDE" or frame.mode == "ease":
        return frame.object in ("sanctions", "barrier", "access")
    if frame.mode == "aerial":
        return any(is_aircraft(o) for o in objects)
    return frame.object is not None and frame.plover in ("SANCTION", "MOBILIZE", "PROTEST")


def _felled(verb: Token, frame: Frame) -> bool:
    """ "The jets shot down on Monday were old": without an object, an aircraft is what was shot down."""
    if frame.mode != "aerial" or frame.particle is None or verb.tag_ not in ("VBD", "VBN") or syntax.objects(verb):
        return False
    doers = syntax.own_subjects(verb)
    return bool(doers) and all(is_aircraft(t) for t in doers) and not syntax.auxiliaries(verb)


def _each_other(verb: Token, objects: list[Token]) -> bool:
    """ "accused each other", "… and … clashed": those who do it do it to one another."""
    if any(o.lower_ in ("other", "another") and any(c.lower_ in ("each", "one") for c in o.children) for o in objects):
        return True
    return (
        verb.lemma_ in ("clash", "fight", "skirmish", "battle", "quarrel")
        and all(o.lemma_ in ("war", "battle", "duel", "conflict") for o in objects)
        and not syntax.prepositional(verb, ("with", "against"))
    )


def _fits(verb: Token, frame: Frame, objects: list[Token]) -> bool:
    words = syntax.particles(verb)
    if frame.particle is not None and frame.particle not in words:
        return False
    if frame.particle is None and words & {"down", "up", "off", "out", "over"} and (frame.object is None):
        return False
    if frame.object is None:
        return True
    wanted = noun_class(frame.object)
    heads = {t.lemma_.lower() for t in objects} | {t.lower_ for t in objects}
    # "cooled its attacks", "cut back on aid": the class may stand behind a preposition or as a modifier of the head.
    heads |= {c.lower_ for c in verb.children if c.dep_ in ("oprd", "attr", "dobj", "acomp", "xcomp", "ccomp")}
    heads |= {p.lemma_.lower() for o in objects for p in (*syntax.prepositional(o, ("of",)), *syntax.left_of(o))}
    heads |= {
        c.lemma_.lower()
        for o in objects
        for c in o.children
        if c.dep_ in ("compound", "amod") and frame.object in ("force", "sanctions", "plane", "denial", "overture")
    }
    if frame.object == "aid" and any(o.ent_type_ == "MONEY" for o in objects):
        return True
    return bool(heads & wanted)


def _mutual(cast: Cast, verb: Token, frame: Frame, source: Side, objects: list[Token], passive: bool) -> Filled | None:
    parties = Side(list(source.ids), list(source.at), source.indirect)
    others = Side([], [])
    for slot in frame.target:
        heads = objects if slot == "obj" else syntax.prepositional(verb, (slot,))
        if not heads and slot != "obj":
            heads = [p for o in objects for p in syntax.prepositional(o, (slot,))]
        found = side(cast, heads, owners=slot != "obj")
        others.ids += [i for i in found.ids if i not in others.ids]
        others.at += found.at
        if others and slot != "obj":
            break
    for i in others.ids:
        if i not in parties.ids:
            parties.ids.append(i)
    if passive and not source:
        extra = side(cast, syntax.prepositional(verb, ("between", "among")))
        parties.ids += [i for i in extra.ids if i not in parties.ids]
    if len(cast.countries(parties.ids)) < 2:
        own = side(cast, [t for o in objects for t in syntax.prepositional(o, ("between", "among", "with"))])
        parties.ids += [i for i in own.ids if i not in parties.ids]
    if len(cast.countries(parties.ids)) < 2:
        return None
    both = tuple(parties.ids)
    return Filled(both, both, tuple(parties.at), tuple(others.at), parties.indirect)


def _target(cast: Cast, verb: Token, frame: Frame, objects: list[Token], source: Side) -> Side | None:
    own = cast.countries(source.ids)
    for slot in frame.target:
        found = _slot(cast, verb, frame, slot, objects)
        if found is None:
            continue
        kept = [i for i in found.ids if i not in source.ids and ((cast.country(i) or i) not in own or cast.country(i) != i)]
        foreign = [i for i in kept if (cast.country(i) or i) not in own]
        if kept:
            kept = foreign or kept
            return Side(kept, found.at, found.indirect)
    return None if frame.target else Side([], [])


ORDERS = frozenset("order command decree instruct direct".split())
"""Verbs of those whose word is done."""
_JOURNEYS = frozenset("journey trip visit mission tour home day week".split())
_TRAVELLERS = frozenset("team delegation mission entourage group convoy party".split())
_LISTS = frozenset("list whitelist roster register programme program scheme bloc organisation organization".split())
# To be taken off such a list is no punishment.
_BLACK = frozenset(
    "sanction sanctions terrorism terror terrorist blacklist black risk watch threat enemy sponsor suspect".split()
)
_BEHALF = frozenset("order behalf request instruction advice command initiative side account suspicion".split())
_FACING = frozenset("deter counter threaten intimidate shadow intercept confront monitor".split())
_GROUNDS = frozenset("in at to from into inside within near off out over through of along on toward towards against".split())


def _slot(cast: Cast, verb: Token, frame: Frame, slot: str, objects: list[Token]) -> Side | None:
    """Whoever stands in a slot: an object, whom an object belongs to, a clause, or behind a preposition."""
    if slot in _OBJECT_SLOTS:
        return _OBJECT_SLOTS[slot](cast, verb, objects)
    if slot in ("poss", "nat"):
        if frame.plover == "ACCUSE" and any(o.lemma_.lower() in nouns() for o in objects):
            return doers_of(cast, objects)
        return belonging(cast, _whose(frame, objects))
    if slot in ("comp", "comp_bad", "comp_hostile"):
        return complement(cast, verb, slot)
    if slot.endswith("_obj"):
        return side(cast, syntax.prepositional(verb, (slot[:-4],)), owners=False)
    if slot == "of" and frame.plover == "REQUEST":
        objects = [o for o in objects if o.lemma_.lower() not in noun_class("handover")]
    if slot == "policy":
        return policies(cast, verb, objects)
    if frame.plover == "ACCUSE":
        deeds = [p for o in objects for p in syntax.prepositional(o, (slot,)) if p.lemma_.lower() in nouns()]
        if deeds:
            return doers_of(cast, deeds)
    return _behind(cast, verb, frame, slot, objects)


def _object(cast: Cast, verb: Token, objects: list[Token]) -> Side | None:
    found = side(cast, objects, owners=False) or through_places(
        cast, [p for o in objects if o.lemma_ in noun_class("kin") for p in _lying(o)]
    )
    return found or (through_places(cast, objects) if verb.lemma_ in ("visit", "reach") else None)


def _eased(cast: Cast, verb: Token, _: list[Token]) -> Side | None:
    """ "agreed to lift the sanctions on Peru": toward whom, if it says so; None where no sanctions are taken back."""
    for clause in verb.children:
        if clause.dep_ in ("xcomp", "ccomp") and not any(c.dep_ in syntax.SUBJECT for c in clause.children):
            for frame in verbs().get(clause.lemma_.lower(), ()):
                if frame.mode == "ease" and frame.object == "sanctions" and _fits(clause, frame, syntax.objects(clause)):
                    return _target(cast, clause, frame, syntax.objects(clause), Side([], [])) or Side([], [])
    return None


def _lying(noun: Token) -> list[Token]:
    """Where the noun's thing lies, whichever of noun and verb the phrase hangs on: "back its kin in Ghana"."""
    inside = ("in", "within", "inside")
    return syntax.prepositional(noun, inside) or syntax.prepositional(noun.head, inside)


def _union(cast: Cast, verb: Token, _: list[Token]) -> Side:
    """ "brought Poland into the alliance": the organisation of states."""
    heads = syntax.prepositional(verb, ("into",))
    return side(cast, [h for h in heads if any(cast.actors[i].kind == "igo" for i in cast.of(h))])


def _legislature(cast: Cast, verb: Token, objects: list[Token]) -> Side:
    """ "sent the treaty to parliament"."""
    heads = [p for t in (verb, *objects) for p in syntax.prepositional(t, ("to",))] + syntax.indirect_objects(verb)
    return side(cast, [h for h in heads if any(cast.actors[i].sector == "LEG" for i in cast.of(h))], owners=False)


def _given(verb: Token) -> list[Token]:
    """ "Peru was granted a loan": the subject of a passive that keeps its object is who is given it."""
    kept = syntax.is_passive(verb) and any(c.dep_ in ("dobj", "obj", "oprd") for c in verb.children)
    return syntax.subjects(verb) if kept else []


def _with_duties(verb: Token) -> bool:
    return any(p.lemma_.lower() in noun_class("sanctions") for p in syntax.prepositional(verb, ("with",)))


def _faced(cast: Cast, verb: Token, _: list[Token]) -> Side:
    return side(cast, [o for c in verb.subtree if c.lemma_ in _FACING for o in syntax.objects(c)])


def _listed(cast: Cast, verb: Token, objects: list[Token]) -> Side | None:
    """ "removed Peru from a list of partners"."""
    lists = [p for p in syntax.prepositional(verb, ("from",)) if p.lemma_ in _LISTS]
    black = any(t.lemma_.lower() in _BLACK for p in lists for t in p.subtree)
    return side(cast, objects, owners=False) if lists and not black else None


_OBJECT_SLOTS: dict[str, Callable[[Cast, Token, list[Token]], Side | None]] = {
    "obj": _object,
    "iobj": lambda cast, verb, _: side(cast, syntax.indirect_objects(verb) or _given(verb)),
    "obj_duties": lambda cast, verb, objects: side(cast, objects) if _with_duties(verb) else None,
    "obj_list": _listed,
    "obj_bad": lambda cast, verb, objects: side(cast, objects) if is_bad(verb) else None,
    "label_bad": lambda cast, verb, _: labelled(cast, verb),
    "obj_comp": lambda cast, verb, objects: side(cast, objects) if asks(verb) else None,
    "deter": _faced,
    "into_igo": _union,
    "to_leg": _legislature,
    "eased": _eased,
    "from_not": lambda cast, verb, _: side(cast, syntax.prepositional(verb, ("from",))),
}


def _whose(frame: Frame, objects: list[Token]) -> list[Token]:
    """ "demanded the pilot's return": he who is to be returned is not asked."""
    if frame.plover != "REQUEST":
        return objects
    handover = noun_class("handover")
    return [o for o in objects if o.lemma_.lower() not in handover or _hands_over(o)]


def _hands_over(noun: Token) -> bool:
    """ "Peru's release of the crew": both who does it and whom it frees are named."""
    return any(c.dep_ == "poss" for c in noun.children) and bool(syntax.prepositional(noun, ("of",)))


def _behind(cast: Cast, verb: Token, frame: Frame, slot: str, objects: list[Token]) -> Side:
    """Whoever stands behind a preposition of the verb, or of its object."""
    # What is done to an embassy is done to the one whose it is, not to the land where it stands.
    things = [o for o in objects if o.lemma_.lower() not in ("embassy", "consulate")]
    things = [*things, *(p for o in objects if o.lemma_.lower() in QUANTITY for p in syntax.prepositional(o, ("of",)))]
    heads = syntax.prepositional(verb, (slot,)) or [p for o in things for p in syntax.prepositional(o, (slot,))]
    if not heads and slot in ("off", "near"):  # "into the sea off the Peruvian coast"
        heads = [p for w in syntax.prepositional(verb, ("into", "in", "to")) for p in syntax.prepositional(w, (slot,))]
    heads = [h for h in heads if h.lemma_.lower() not in _BEHALF]  # "fired on the orders of the palace"
    found = side(cast, heads)
    towns = slot == "of" and frame.plover == "ASSAULT" and any(o.lemma_.lower() in noun_class("territory") for o in objects)
    if not found and (slot in _GROUNDS or towns):
        found = through_places(cast, heads)
    return found
