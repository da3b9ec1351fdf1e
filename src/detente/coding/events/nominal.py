"""Acts told by eventive nouns: with sides of their own, or pointing back to an act told before."""

from __future__ import annotations

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.cast import Cast
from detente.coding.events import partners
from detente.coding.events.acts import Act, Scene
from detente.coding.events.particulars import things
from detente.coding.lexicon import Frame, families, noun_class, nouns
from detente.coding.modality import Standing, standing
from detente.coding.roles import Filled, clause_subjects, noun_roles, side

_ANOTHER = frozenset("previous earlier last first second third next other another future past further new final".split())
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "its", "his"})


def noun_act(scene: Scene, noun: Token) -> Act | None:
    """The act that a noun tells, or points back to."""
    if noun.i in scene.spent or noun.dep_ in ("compound", "nmod"):
        return None
    first, last, lemma = _compound(noun)
    frame = nouns().get(lemma)
    if frame is None or scene.cast.headed(noun) is not None:
        return None
    if lemma in ("exchange", "swap") and not _of_goods(noun):
        return None
    if lemma == "call" and any(p.lower_ == "for" for p in noun.children):
        return None
    sides = noun_roles(scene.cast, noun, frame)
    sides = _light_verb(scene.cast, noun, frame, sides)
    sides = _of_clause(scene.cast, noun, frame, sides)
    spoken = _speaker(scene.cast, noun, frame, sides)
    told = standing(noun) if spoken is None else standing(noun.sent.root)
    sides = spoken or sides
    n = len(scene.cast.countries([*sides.source, *sides.target]))
    if n >= 2 or (n == 1 and sides.source and sides.target and set(sides.source) != set(sides.target)):
        sure = 0.65 if sides.source and sides.target else 0.5
        return Act(noun, first, last, lemma, frame, sides, told, min(sure, _TOPIC) if _is_topic(noun, told) else sure)
    between = partners.pair(scene, noun, frame) if n == 0 else None
    if between is not None:
        return Act(noun, first, last, lemma, frame, between, told, 0.55, True)
    if frame.bare:
        back = _antecedent(scene, noun, lemma, frame, sides)
        if back is not None:
            return Act(
                noun,
                first,
                last,
                lemma,
                back.frame if back.lemma != lemma else frame,
                back.sides,
                _milder(told, back.standing, not _is_definite(noun), _begun(noun)),
                0.55,
                True,
                None if _begun(noun) else back.trigger.i,
            )
    if sides.target and not sides.source and (frame.plover in ("ASSAULT", "COERCE") or _follows_act(scene, noun)):
        return Act(noun, first, last, lemma, frame, sides, told, 0.5 if _tells(noun) else 0.3)
    if n == 1 and sides.source and partners.is_open(lemma, frame, [t for t in noun.subtree if t.i > noun.i]):
        return Act(noun, first, last, lemma, frame, sides, told, partners.UNNAMED)
    if n == 0 and not frame.mutual:
        return partners.ratifying(scene, noun) or partners.delivery(scene, noun, frame)
    return None


def _of_goods(noun: Token) -> bool:
    """ "an exchange of prisoners", not one of fire, of words or of views."""
    return any(t.lemma_.lower() in noun_class("information") - {"fire"} for t in syntax.prepositional(noun, ("of",)))


_TOPIC = 0.45
"""Confidence of an act that is spoken about rather than told."""
_STATES_OF_AFFAIRS = frozenset("cooperation collaboration coordination partnership operation campaign intervention".split())


def _is_topic(noun: Token, told: Standing) -> bool:
    """ "issues of their operations", "could not derail cooperation": a state of affairs that the clause talks about."""
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ in ("on", "about")
        and ({noun.head.head.lemma_.lower(), noun.head.nbor(-1).lemma_.lower()} & noun_class("pact"))
    ):
        return True  # "an agreement on the deployment of troops"
    if noun.lemma_.lower() not in _STATES_OF_AFFAIRS:
        return False
    if noun.dep_ == "pobj":
        return noun.head.lower_ in ("of", "to", "about", "on")
    return told.modality in ("negated", "hypothetical") and noun.dep_ in ("dobj", "obj") and noun.head.lemma_ not in _LIGHT


def _follows_act(scene: Scene, noun: Token) -> bool:
    """ "the arrest and dismissal of officers": a second deed to the same victims beside one that is told."""
    return noun.dep_ == "conj" and any(a.trigger.i == noun.head.i for a in scene.acts)


_UTTERED = frozenset({"ACCUSE", "THREATEN", "REJECT", "CONCEDE", "REQUEST", "SUPPORT"})


def _speaker(cast: Cast, noun: Token, frame: Frame, sides: Filled) -> Filled | None:
    """ "She said …, a rebuke to Peru": what was said is called by a noun after it; who said it is the main clause's subject."""
    before = noun.left_edge.i - 1
    while before > noun.sent.start and noun.doc[before].text in ('"', "”", "''", "’"):
        before -= 1
    vague = any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in noun.children)
    if sides.source or not sides.target or frame.plover not in _UTTERED or not vague or noun.doc[before].text != ",":
        return None
    root = noun.sent.root
    said = side(cast, syntax.subjects(root)) if root.i < noun.i else None
    if not said or cast.countries(said.ids) & cast.countries(sides.target):
        return None
    return Filled(tuple(said.ids), sides.target, tuple(said.at), sides.target_at, True)


def _compound(noun: Token) -> tuple[Token, Token, str]:
    """First and last token of the trigger and its lemma: "shoot-down", "phone call", "visit"."""
    doc = noun.doc
    if noun.i >= 2 and doc[noun.i - 1].text == "-":
        joined = f"{doc[noun.i - 2].lower_}-{noun.lower_}"
        if joined in nouns():
            return doc[noun.i - 2], noun, joined
    if noun.i + 2 < len(doc) and doc[noun.i + 1].text == "-":
        joined = f"{noun.lower_}-{doc[noun.i + 2].lower_}"
        if joined in nouns():
            return noun, doc[noun.i + 2], joined
    for particle in noun.children:
        joined = f"{noun.lower_}_{particle.lower_}"
        if particle.dep_ in ("prt", "advmod") and joined in nouns():
            return noun, particle, joined
    if noun.i >= 1:
        joined = f"{doc[noun.i - 1].lemma_.lower()}_{noun.lemma_.lower()}"
        if joined in nouns():
            return doc[noun.i - 1], noun, joined
    return noun, noun, noun.lemma_.lower()


def _light_verb(cast: Cast, noun: Token, frame: Frame, sides: Filled) -> Filled:
    """ "Moscow sent a message", "paid a visit to": the subject of the verb whose object the noun is does it."""
    head = noun.head
    if sides.source or noun.dep_ not in ("dobj", "obj") or head.pos_ != "VERB" or head.lemma_ not in _LIGHT:
        return sides
    doer = side(cast, syntax.agents(head) if syntax.is_passive(head) else syntax.subjects(head))
    target = sides.target
    if not target:
        given = side(cast, syntax.indirect_objects(head) or [p for s in frame.target for p in syntax.prepositional(head, (s,))])
        target = tuple(i for i in given.ids if i not in doer.ids)
    if not doer:
        return sides
    if frame.mutual:
        both = tuple(dict.fromkeys([*doer.ids, *target]))
        return Filled(both, both, tuple(doer.at), sides.target_at)
    return Filled(tuple(doer.ids), tuple(target), tuple(doer.at), sides.target_at, sides.indirect)


_LIGHT = frozenset(
    "lodge file submit register make pay give launch carry conduct stage hold have take offer provide send issue start begin "
    "mount wage deliver extend show express voice place undertake impose receive".split()
)


def _of_clause(cast: Cast, noun: Token, frame: Frame, sides: Filled) -> Filled:
    """A mutual act with one side or none: the subject of its clause is a party ("came for talks with …")."""
    if not frame.mutual or len(cast.countries(sides.source)) >= 2:
        return sides
    doers = side(cast, clause_subjects(noun), owners=False)
    both = tuple(dict.fromkeys([*doers.ids, *sides.source]))
    return Filled(both, both, tuple(doers.at), sides.target_at) if len(cast.countries(both)) >= 2 else sides


def _antecedent(scene: Scene, noun: Token, lemma: str, frame: Frame, sides: Filled) -> Act | None:
    """The act that a definite noun without sides of its own points back to: "the meeting", "this incident"."""
    if any(c.lower_ in _ANOTHER or c.dep_ == "nummod" for c in noun.children):
        return None
    words = {c.lower_ for c in noun.children if c.dep_ in ("det", "poss")}
    family = families().get(lemma, lemma)
    if family == "coup" and noun.head.lemma_ in _PLOTTED and noun.dep_ in ("dobj", "obj"):
        return None  # whose coup it is said to be, not that it was
    if noun.head.lemma_ in _STOPPED and noun.dep_ in ("dobj", "obj", "nsubjpass"):
        return None
    own = scene.cast.countries([*sides.source, *sides.target])
    doers = scene.cast.countries(sides.source) or _claimants(scene.cast, noun)
    before = [
        a
        for a in scene.acts
        if _family(a) == family
        and a.standing.modality in ("actual", "future")
        and (len(_states(scene, a)) >= 2 or family == "coup")
        and (frame.mutual or doers <= scene.cast.countries(a.sides.source))
    ]
    only = len({_states(scene, a) for a in before}) == 1
    if not before or not (words & _DEFINITE or (own and only)) or _of_a_stranger(scene.cast, noun):
        return None
    for act in reversed(before):
        if own <= _states(scene, act) and (only or noun.i - act.trigger.i <= 250) and not _of_another_thing(noun, frame, act):
            return act
    return None


# Talks that are broken off are not held once more.
_STOPPED = frozenset("suspend cancel postpone boycott halt abandon freeze scrap".split())


_PLOTTED = frozenset("orchestrate plot plan stage back support mount lead attempt foil crush prevent mastermind".split())


def _of_another_thing(noun: Token, frame: Frame, act: Act) -> bool:
    """ "revived a treaty … the revival of the railway": what is revived is another thing."""
    own = {t.lemma_.lower() for t in syntax.prepositional(noun, ("of",))} if frame.plover == "COOPERATE" else set[str]()
    return bool(own) and not own & set(things(act))


def _claimants(cast: Cast, noun: Token) -> frozenset[str]:
    """ "The rebels claimed the attack": who claims, admits or carries out a deed did it."""
    if noun.dep_ in ("dobj", "obj") and noun.head.lemma_ in ("claim", "admit", "launch", "conduct", "stage", "mount"):
        return cast.countries(side(cast, syntax.subjects(noun.head), owners=False).ids)
    return frozenset()


def _of_a_stranger(cast: Cast, noun: Token) -> bool:
    """ "a visit by Smith": a deed of somebody named whom nobody knows is none of those told before."""
    doers = [*syntax.prepositional(noun, ("by",)), *(c for c in noun.children if c.dep_ == "poss")]
    return any(t.pos_ == "PROPN" and cast.at(t) is None for t in doers)


def _family(act: Act) -> str:
    return "meeting" if act.frame.object == "talks" else families().get(act.lemma, act.lemma)


def _states(scene: Scene, act: Act) -> frozenset[str]:
    return scene.cast.countries([*act.sides.source, *act.sides.target])


def _is_definite(noun: Token) -> bool:
    return any(c.dep_ in ("det", "poss") and c.lower_ in _DEFINITE for c in noun.children)


def _begun(noun: Token) -> bool:
    """Whether the clause says that it has begun: "the talks did start", "the talks ended"."""
    verb = noun.head
    past = verb.tag_ in ("VBD", "VBN") or any(c.dep_ == "aux" and c.lower_ == "did" for c in verb.children)
    return (
        past
        and noun.dep_ == "nsubj"
        and verb.lemma_ in ("start", "begin", "open", "resume", "continue", "end", "last", "proceed")
    )


def _milder(own: Standing, back: Standing, vague: bool, begun: bool) -> Standing:
    """A noun that points back is as real as the act it points to, unless its own clause denies it."""
    if own.modality == "negated" or (own.modality == "hypothetical" and vague) or (own.modality == "actual" and begun):
        return own
    return Standing(back.modality, back.marks, own.sayers)


def _tells(noun: Token) -> bool:
    """Whether the noun tells the act rather than a topic: it follows "after", or is a clause's subject or object."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ in ("after", "following", "during", "since", "before", "by", "with", "over")
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        return _tells(noun.head)
    return noun.dep_ in ("nsubj", "nsubjpass", "dobj")
