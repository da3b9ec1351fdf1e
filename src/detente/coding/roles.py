"""Who does it and to whom: the slots of a frame filled from the parse and the cast."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.cast import Cast
from detente.coding.lexicon import Frame

# Words that make a label an accusation; the object complement of "labelled", the clause after "claimed that".
BAD = frozenset(
    "anti terrorist terrorism terrorists aggressor aggression accomplice killer murderer dictator tyrant liar illegal criminal criminals "
    "crime crimes threat enemy genocide genocidal war-monger hostile traitor anti-islamic barbaric barbarous unacceptable provocation "
    "provocative fascist nazi invader occupier puppet corrupt shameful disgraceful irresponsible reckless dangerous rogue brutal "
    "unlawful violation violations breach violating smuggling complicity complicit backing-terror massacre massacres hypocrisy "
    "hypocritical stab betrayal betray cheating espionage spying meddling interference interfering unjust cowardly outrageous "
    "contradicted contradicts contradict violated violates violate supporting-terrorism wrong unfair mistake blackmail evil racist".split()
)


@dataclass(frozen=True, slots=True)
class Filled:
    """The two sides of an act. `tokens`: heads that named them. `indirect`: a side came through what belongs to it."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    source_at: tuple[int, ...] = ()
    target_at: tuple[int, ...] = ()
    indirect: bool = False


@dataclass(slots=True)
class Side:
    """One side while it is being filled."""

    ids: list[str]
    at: list[int]
    indirect: bool = False

    def __bool__(self) -> bool:
        return bool(self.ids)


def side(cast: Cast, heads: Iterable[Token], *, owners: bool = True) -> Side:
    """The actors that these phrases stand for, or whose things they are."""
    found = Side([], [])
    for token in _counted(heads):
        ids = cast.of(token)
        if not ids and owners:
            ids = _owner(cast, token)
            found.indirect = found.indirect or bool(ids)
        for i in ids:
            if i not in found.ids:
                found.ids.append(i)
        if ids:
            found.at.append(token.i)
    return found


# "hundreds of officers", "a series of strikes": the noun behind the "of" is what is meant.
_QUANTITY = frozenset(
    "hundred thousand dozen million number series group score handful majority member unit lot couple string wave round rest part".split()
)


def _counted(heads: Iterable[Token]) -> Iterable[Token]:
    for token in heads:
        behind = syntax.prepositional(token, ("of",)) if token.lemma_.lower() in _QUANTITY else []
        yield from behind or [token]


def _owner(cast: Cast, token: Token) -> tuple[str, ...]:
    """Whose thing it is: "Russia's decision", "Turkish jets", "a move by Ankara"; never of a person who is named himself."""
    if token.ent_type_ == "PERSON" or token.pos_ == "PRON":
        return ()
    owned = cast.nation(token)
    if owned:
        return owned
    for other in syntax.prepositional(token, ("of", "by")):
        ids = cast.of(other) or cast.nation(other)
        if ids:
            return ids
    return _keeper(cast, token)


_KEPT = frozenset("control hold run occupy back support seize administer".split())


def _keeper(cast: Cast, token: Token) -> tuple[str, ...]:
    """Who holds the ground: "areas controlled by militias"."""
    for child in token.children:
        if child.dep_ == "acl" and child.lemma_ in _KEPT:
            for agent in syntax.agents(child):
                ids = cast.of(agent)
                if ids:
                    return ids
    return ()


def verb_roles(cast: Cast, verb: Token, frame: Frame) -> Filled | None:
    """The sides of an act told by a verb; None where the frame does not fit."""
    passive = syntax.is_passive(verb)
    objects = syntax.subjects(verb) if passive else syntax.objects(verb)
    if not _fits(verb, frame, objects):
        return None
    doers = syntax.agents(verb) if passive else syntax.subjects(verb)
    source = side(cast, doers)
    if passive and not source and frame.object == "force":
        # "Polish troops were sent": the one whose they are sent them.
        source = _belonging(cast, objects)
    if frame.mutual:
        return _mutual(cast, verb, frame, source, objects, passive)
    target = _target(cast, verb, frame, objects, source)
    if target is None:
        return None
    return Filled(tuple(source.ids), tuple(target.ids), tuple(source.at), tuple(target.at), source.indirect or target.indirect)


def _fits(verb: Token, frame: Frame, objects: list[Token]) -> bool:
    from detente.coding.lexicon import noun_class

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
    heads |= {p.lemma_.lower() for o in objects for p in syntax.prepositional(o, ("of",))}
    heads |= {c.lemma_.lower() for o in objects for c in o.children if c.dep_ in ("compound", "amod") and frame.object in ("force", "sanctions", "plane")}
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
        found = _slot(cast, verb, slot, objects)
        if found is None:
            continue
        kept = [i for i in found.ids if i not in source.ids and ((cast.country(i) or i) not in own or cast.country(i) != i)]
        if kept:
            return Side(kept, found.at, found.indirect)
    return None if frame.target else Side([], [])


def _slot(cast: Cast, verb: Token, slot: str, objects: list[Token]) -> Side | None:  # noqa: C901
    if slot == "obj":
        return side(cast, objects, owners=False)
    if slot == "iobj":
        return side(cast, syntax.indirect_objects(verb))
    if slot in ("poss", "nat"):
        return _belonging(cast, objects)
    if slot == "obj_bad":
        return side(cast, objects) if _bad(verb) else None
    if slot == "label_bad":
        return _labelled(cast, verb)
    if slot == "obj_comp":
        return side(cast, objects, owners=False) if _asks(verb) else None
    if slot in ("comp", "comp_bad", "comp_hostile"):
        return _complement(cast, verb, slot)
    if slot == "deter":
        return side(cast, [o for c in verb.subtree if c.lemma_ in ("deter", "counter", "threaten", "intimidate") for o in syntax.objects(c)])
    if slot.endswith("_obj"):
        return side(cast, syntax.prepositional(verb, (slot[:-4],)), owners=False)
    if slot == "from_not":
        return side(cast, syntax.prepositional(verb, ("from",)))
    things = [*objects, *(p for o in objects if o.lemma_.lower() in _QUANTITY for p in syntax.prepositional(o, ("of",)))]
    heads = syntax.prepositional(verb, (slot,)) or [p for o in things for p in syntax.prepositional(o, (slot,))]
    found = side(cast, heads)
    if not found and slot in ("in", "at", "to", "from", "into", "near", "over", "through", "of", "along", "on", "toward", "towards", "against"):
        found = _places(cast, heads)
    return found


def _belonging(cast: Cast, objects: list[Token]) -> Side:
    found = Side([], [], indirect=True)
    for token in objects:
        for i in _owner(cast, token):
            if i not in found.ids:
                found.ids.append(i)
        found.at.append(token.i)
    return found


def _places(cast: Cast, heads: Iterable[Token]) -> Side:
    """A state reached through a place in it: "flew to St. Petersburg", "strikes near Aleppo"."""
    found = Side([], [], indirect=True)
    for token in heads:
        naming = cast.at(token)
        ids = naming.actors if naming is not None and naming.sense == "place" else cast.nation(token)
        found.ids += [i for i in ids if i not in found.ids]
        found.at.append(token.i)
    return found


def _bad(verb: Token) -> bool:
    return any(t.lower_ in BAD for c in verb.children if c.dep_ in ("oprd", "ccomp", "xcomp", "prep", "attr", "dobj", "acomp", "advcl") for t in c.subtree)


def _asks(verb: Token) -> bool:
    """Whether something is asked for: an infinitive or a for-phrase follows."""
    return any(c.dep_ in ("xcomp", "ccomp") and any(g.lower_ == "to" for g in c.children) or (c.dep_ == "prep" and c.lower_ == "for") for c in verb.children)


def _labelled(cast: Cast, verb: Token) -> Side | None:
    """"called the operation unlawful": parsed as a small clause whose subject is what is labelled."""
    for clause in verb.children:
        if clause.dep_ in ("ccomp", "xcomp", "oprd") and any(t.lower_ in BAD for t in (clause, *clause.children)):
            found = side(cast, [c for c in clause.children if c.dep_ in syntax.SUBJECT])
            if found:
                return found
    return None


def _complement(cast: Cast, verb: Token, slot: str) -> Side | None:
    clause = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.pos_ in ("VERB", "AUX")), None)
    if clause is None:
        return None
    if slot == "comp_bad":
        return _charged(cast, clause)
    if slot == "comp_hostile":
        from detente.coding.lexicon import verbs

        hostile = any(f.plover in ("ASSAULT", "SANCTION", "COERCE", "MOBILIZE") for f in verbs().get(clause.lemma_.lower(), ()))
        return side(cast, syntax.objects(clause)) if hostile else None
    heads = syntax.objects(clause) + syntax.prepositional(clause, ("with", "to", "against", "on", "for"))
    heads += [o for h in heads for o in syntax.prepositional(h, ("with", "to", "on", "against"))]
    heads += [x for c in clause.children if c.dep_ in ("prep",) for p in syntax.objects_of(c) for x in (p,)]
    return side(cast, heads)


def _charged(cast: Cast, clause: Token) -> Side | None:
    """Who is charged: the subject of the innermost clause that holds the word of blame."""
    word = next((t for t in clause.subtree if t.lower_ in BAD), None)
    if word is None:
        return None
    for above in (word, *word.ancestors):
        if above.pos_ in ("VERB", "AUX"):
            found = side(cast, syntax.coordinated_all(syntax.own_subjects(above)))
            if found:
                return found
        if above.i == clause.i:
            break
    return None


def noun_roles(cast: Cast, noun: Token, frame: Frame) -> Filled:
    """The sides of an act told by a noun; either may stay empty."""
    source, used = _noun_side(cast, noun, frame.source, None, deed=True)
    target, _ = _noun_side(cast, noun, frame.target, used, deed=False)
    if frame.mutual:
        ids = tuple(dict.fromkeys([*source.ids, *target.ids]))
        return Filled(ids, ids, tuple(source.at), tuple(target.at), source.indirect)
    own = set(source.ids)
    kept = [i for i in target.ids if i not in own]
    return Filled(tuple(source.ids), tuple(kept), tuple(source.at), tuple(target.at), source.indirect or target.indirect)


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
        heads = [p for c in noun.children if c.dep_ in ("acl", "amod") and c.lemma_ in ("aim", "direct", "level") for p in syntax.prepositional(c, ("at", "against"))]
        return side(cast, heads)
    if slot == "anti":
        return _opposed(cast, noun)
    if slot == "clause":
        return side(cast, clause_subjects(noun), owners=False)
    heads = syntax.prepositional(noun, (slot,))
    found = side(cast, heads)
    if not found and not deed and slot in ("in", "at", "to", "into", "near", "from", "on", "over"):
        found = _places(cast, heads)
    return found


def _adjective(cast: Cast, token: Token) -> tuple[str, ...]:
    naming = cast.inside(token)
    return naming.actors if naming is not None and naming.sense == "actor" else ()


def _opposed(cast: Cast, noun: Token) -> Side:
    """"an anti-Japanese protest": whom the adjective is against."""
    from detente.reference import gazetteer

    for child in noun.children:
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
