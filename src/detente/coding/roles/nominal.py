"""The sides of an act told by a noun."""

from __future__ import annotations

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.cast import Cast
from detente.coding.lexicon import Frame, nouns
from detente.coding.roles.sides import Filled, Side, side, through_places
from detente.reference import gazetteer


def noun_roles(cast: Cast, noun: Token, frame: Frame) -> Filled:
    """The sides of an act told by a noun; either may stay empty."""
    source, used = _noun_side(cast, noun, frame.source, None, deed=True)
    target, _ = _noun_side(cast, noun, frame.target, used, deed=False)
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        source = source or _noun_side(cast, noun.head, ("poss", "nat"), None, deed=True)[0]
        target = target or _shared(cast, noun, frame)
    if frame.mutual:
        ids = tuple(dict.fromkeys([*source.ids, *target.ids]))
        return Filled(ids, ids, tuple(source.at), tuple(target.at), source.indirect)
    if frame.mode == "phone" and not target and len(cast.countries(source.ids)) >= 2:
        both = tuple(source.ids)  # a call of two is one between them
        return Filled(both, both, tuple(source.at), (), source.indirect)
    own = set(source.ids)
    kept = [i for i in target.ids if i not in own]
    return Filled(tuple(source.ids), tuple(kept), tuple(source.at), tuple(target.at), source.indirect or target.indirect)


def _shared(cast: Cast, noun: Token, frame: Frame) -> Side:
    """ "the arrest and dismissal of officers": what follows both nouns hangs on the first."""
    first = noun.head
    behind = [c for c in first.children if c.dep_ == "prep" and c.i > noun.i and c.lower_ in frame.target]
    return side(cast, [p for c in behind for p in syntax.objects_of(c)])


def _behind_object(noun: Token, slot: str) -> list[Token]:
    """ "the offer of rice to Peru", "a deployment of guns along the border": what follows the thing belongs to the deed."""
    if slot not in ("to", "for", "with", "against", "between", "along", "near", "from"):
        return []
    return [p for o in syntax.prepositional(noun, ("of",)) for p in syntax.prepositional(o, (slot,))]


def _at_the_hands(noun: Token) -> list[Token]:
    """ "faced defeat at the hands of rebels", "losses at the hands of rebels and of bandits": who dealt it."""
    found: list[Token] = []
    for anchor in (noun, noun.head):
        for hands in syntax.prepositional(anchor, ("at",)):
            if hands.lemma_ == "hand":
                found += syntax.prepositional(hands, ("of",))
    after = max((t.i for t in found), default=0)
    if noun.dep_ == "dobj" and after:  # a list that the parser broke: "at the hands of A, B, and C"
        found += syntax.coordinated_all(c for c in noun.head.children if c.dep_ in ("dobj", "conj") and after < c.i <= after + 8
                                        and c.pos_ in ("NOUN", "PROPN"))  # fmt: skip
    return found


def doers_of(cast: Cast, deeds: list[Token]) -> Side:
    """Who is blamed where a deed is condemned: whoever did it ("the shelling of a town by …"), never whom it struck."""
    found = Side([], [], indirect=True)
    for deed in deeds:
        frame = nouns().get(deed.lemma_.lower())
        slots = tuple(s for s in (frame.source if frame is not None else ()) if s != "of") or ("by", "poss", "nat")
        for i in _noun_side(cast, deed, slots, None, deed=True)[0].ids:
            if i not in found.ids:
                found.ids.append(i)
        found.at.append(deed.i)
    return found


def _noun_side(cast: Cast, noun: Token, slots: tuple[str, ...], used: str | None, *, deed: bool) -> tuple[Side, str | None]:
    for slot in slots:
        if slot == used or slot.endswith("_not"):
            continue
        found = _noun_slot(cast, noun, slot, deed=deed)
        if found:
            return found, slot
    return Side([], []), None


def _noun_slot(cast: Cast, noun: Token, slot: str, *, deed: bool) -> Side:
    if slot == "poss":
        return side(cast, syntax.coordinated_all(c for c in noun.children if c.dep_ == "poss"))
    if slot == "nat":
        ids = [i for c in noun.children if c.dep_ in ("amod", "compound", "nmod") and c.i < noun.i for i in _adjective(cast, c)]
        return Side(list(dict.fromkeys(ids)), [noun.i], indirect=True)
    if slot == "at_aimed":
        heads = [
            p
            for c in noun.children
            if c.dep_ in ("acl", "amod") and c.lemma_ in ("aim", "direct", "level")
            for p in syntax.prepositional(c, ("at", "against"))
        ]
        return side(cast, heads) or through_places(cast, heads)
    if slot == "for_from":
        return side(cast, [p for t in syntax.prepositional(noun, ("for",)) for p in syntax.prepositional(t, ("from",))])
    if slot == "hands":
        return side(cast, _at_the_hands(noun))
    if slot == "undergone":
        return side(cast, clause_subjects(noun) if _at_the_hands(noun) and noun.dep_ in ("dobj", "obj") else [])
    if slot == "anti":
        return _opposed(cast, noun)
    if slot == "clause":
        return side(cast, clause_subjects(noun), owners=False)
    heads = syntax.prepositional(noun, (slot,)) or _behind_object(noun, slot)
    if slot == "of":  # "a call of telephone of the two"
        heads += [p for h in heads if h.lemma_.lower() in ("telephone", "phone") for p in syntax.prepositional(h, ("of",))]
    found = side(cast, heads)
    if not found and not deed and slot in ("in", "at", "to", "into", "near", "from", "on", "over"):
        found = through_places(cast, heads)
    return found


def _adjective(cast: Cast, token: Token) -> tuple[str, ...]:
    naming = cast.inside(token)
    return naming.actors if naming is not None and naming.sense == "actor" else ()


def _opposed(cast: Cast, noun: Token) -> Side:
    """ "an anti-Japanese protest": whom the adjective is against."""
    for child in noun.children:
        if child.lower_ == "anti" and child.i + 2 < len(noun.doc) and child.nbor().text == "-":
            held = cast.inside(child.nbor(2))
            return Side(list(held.actors), [child.i], indirect=True) if held is not None else Side([], [])
        if child.lower_.startswith("anti-"):
            ids = [s.referent for s in gazetteer().find((child.text[5:],)) if s.referent]
            for identifier in ids[:1]:
                actor = gazetteer().actor(identifier)
                if actor is not None:
                    cast.actors.setdefault(identifier, actor)
                    return Side([identifier], [child.i], indirect=True)
    return Side([], [])


_DURING = frozenset("for in during at into after before following".split())


def clause_subjects(noun: Token) -> list[Token]:
    """Subjects of the verb that the noun is the object or occasion of: "came for talks", "sat down during a meeting"."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ in _DURING:
        head = head.head
    elif noun.dep_ not in ("dobj", "obj"):
        return []
    return syntax.subjects(head) if head.pos_ in ("VERB", "AUX") else []
