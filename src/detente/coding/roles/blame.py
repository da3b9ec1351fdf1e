"""Words of blame: labels, charges and requests whose target stands in the clause that follows."""

from __future__ import annotations

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.cast import Cast
from detente.coding.lexicon import noun_class, verbs
from detente.coding.roles.sides import Side, side, through_places

# Words that make a label an accusation; the object complement of "labelled", the clause after "claimed that".
BAD = frozenset(
    "anti terrorist terrorism terrorists aggressor aggression accomplice killer murderer dictator tyrant liar illegal criminal criminals "
    "crime crimes threat enemy genocide genocidal war-monger hostile traitor barbaric barbarous unacceptable provocation "
    "provocative fascist nazi invader occupier puppet corrupt shameful disgraceful irresponsible reckless dangerous rogue brutal "
    "unlawful violation violations breach violating smuggling complicity complicit massacre massacres hypocrisy "
    "hypocritical stab betrayal betray cheating espionage spying meddling interference interfering unjust cowardly outrageous "
    "contradicted contradicts contradict violated violates violate wrong unfair mistake blackmail evil racist".split()
)


def is_bad(verb: Token) -> bool:
    """Whether what the verb says of its object blames it."""
    return any(
        t.lower_ in BAD
        for c in verb.children
        if c.dep_ in ("oprd", "ccomp", "xcomp", "prep", "attr", "dobj", "acomp", "advcl")
        for t in c.subtree
    )


def asks(verb: Token) -> bool:
    """Whether something is asked for: an infinitive or a for-phrase follows."""
    return any(
        (c.dep_ in ("xcomp", "ccomp") and any(g.lower_ == "to" and g.dep_ == "aux" for g in c.children))
        or (c.dep_ == "prep" and c.lower_ == "for")
        for c in verb.children
    )


def policies(cast: Cast, verb: Token, objects: list[Token]) -> Side | None:
    """ "condemned the purge in Fiji", "what seemed a crackdown within the country": the state that does so at home."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None) if not objects else None
    deeds = (
        objects if clause is None else [t for t in clause.subtree if t.dep_ in ("attr", "dobj", "nsubj") and t.pos_ == "NOUN"]
    )
    for deed in deeds:
        if deed.lemma_.lower() not in noun_class("polity"):
            continue
        around = (deed, *(c for c in deed.children if c.dep_ == "acl"))
        found = through_places(cast, [p for t in around for p in syntax.prepositional(t, ("in", "within", "inside"))])
        if found:
            return found
    return None


def labelled(cast: Cast, verb: Token) -> Side | None:
    """ "called the operation unlawful": parsed as a small clause whose subject is what is labelled."""
    made = [c for c in verb.children if c.dep_ == "oprd"]  # "called the minister a liar", both read as complements
    if len(made) == 2 and any(t.lower_ in BAD for t in made[1].subtree) and cast.of(made[0]):
        return side(cast, made[:1])
    for clause in verb.children:
        if clause.dep_ in ("ccomp", "xcomp", "oprd") and any(t.lower_ in BAD for t in (clause, *clause.children)):
            found = side(cast, [c for c in clause.children if c.dep_ in syntax.SUBJECT])
            if found:
                return found
    return None


def complement(cast: Cast, verb: Token, slot: str) -> Side | None:
    """The target in the clause that follows the verb, as the slot asks."""
    clause = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.pos_ in ("VERB", "AUX")), None)
    if clause is None:
        return None
    if slot == "comp_bad":
        return _charged(cast, clause)
    if slot == "comp_hostile":
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
