"""Who did what to whom: acts told by verbs and eventive nouns, with their roles, type, modality, day and place.

A trigger is a word of the lexicon; its sides come from the parse (`roles`), its reality from the words that govern it
(`modality`). An act whose sides cannot be read from the sentence, or from the act that a definite noun points back to, is kept
as a candidate and not asserted. Types are PLOVER's 16 (scheme PLOVER-2021); CAMEO where the frame gives a code.

References:
    Halterman, Bagozzi, Beger, Schrodt & Scarborough (2023), PLOVER and POLECAT: a new political event ontology and dataset.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from detente.coding import dates, syntax
from detente.coding.cast import Cast
from detente.coding.lexicon import Frame, families, noun_class, nouns, verbs
from detente.coding.modality import Standing, standing
from detente.coding.roles import Filled, clause_subjects, noun_roles, side, verb_roles
from detente.records import Modality, Quote, Report, Span, TimeExpression
from detente.reference import plover

THRESHOLD = 0.5
"""Confidence from which an act is asserted; below it waits for review."""

_MATERIAL = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "its", "his"})


@dataclass(frozen=True, slots=True)
class Act:
    """A trigger with its frame and sides, before it becomes a row."""

    trigger: Token
    first: Token
    last: Token
    lemma: str
    frame: Frame
    sides: Filled
    standing: Standing
    confidence: float
    inherited: bool = False


@dataclass(slots=True)
class _Scene:
    """What has been told so far in a document."""

    cast: Cast
    acts: list[Act] = field(default_factory=list)
    spent: set[int] = field(default_factory=set)


def find(cast: Cast, times: Sequence[TimeExpression] = (), quotes: Sequence[Quote] = ()) -> list[Report]:
    """Every act told in the document, in the order of the text.

    Args:
        cast: who is named where. times, quotes: rows already found, for days and for who says so.
    """
    scene = _Scene(cast)
    for token in cast.parsed.doc:
        if token.pos_ in ("VERB", "AUX"):
            act = _verb_act(scene, token)
        elif token.pos_ in ("NOUN", "PROPN"):
            act = _noun_act(scene, token)
        else:
            act = None
        if act is not None:
            scene.acts.append(act)
    scene.acts = [_completed(scene, act) for act in scene.acts]
    when = dates.attach(cast.parsed, [a.trigger for a in scene.acts], times)
    return [_report(scene, act, when.get(act.trigger.i), quotes) for act in _without_echoes(scene.acts)]


def _completed(scene: _Scene, act: Act) -> Act:
    """An act told without its doer takes the doer that the same document names for the same deed and victim."""
    if act.sides.source or act.frame.plover not in _MATERIAL or not act.sides.target:
        return act
    family, things = families().get(act.lemma, act.lemma), set(_objects(act))
    victims = scene.cast.countries(act.sides.target)
    named = {
        other.sides.source
        for other in scene.acts
        if other.sides.source
        and families().get(other.lemma, other.lemma) == family
        and victims <= scene.cast.countries(other.sides.target)
        and (things & set(_objects(other)))
    }
    if len(named) != 1:
        return act
    return replace(act, sides=replace(act.sides, source=named.pop()), inherited=True)


# ------------------------------------------------------------------------------------------------ verbs


def _verb_act(scene: _Scene, verb: Token) -> Act | None:
    for frame in verbs().get(verb.lemma_.lower(), ()):
        sides = verb_roles(scene.cast, verb, frame) or _elliptic(scene, verb, frame)
        if sides is None:
            continue
        confidence = _verb_confidence(scene.cast, verb, frame, sides)
        if confidence is None:
            continue
        _spend(scene, verb, frame)
        particle = next((c for c in verb.children if c.dep_ == "prt"), None)
        last = particle if particle is not None and 0 < particle.i - verb.i <= 2 else verb
        return Act(verb, verb, last, verb.lemma_.lower(), frame, sides, standing(verb), confidence)
    return None


def _elliptic(scene: _Scene, verb: Token, frame: Frame) -> Filled | None:
    """"… did not call until Tuesday": whom, the last call of the text has just said."""
    if frame.mode != "phone" or syntax.objects(verb) or syntax.prepositional(verb, ("for", "on")) or syntax.is_passive(verb):
        return None
    doer = side(scene.cast, syntax.subjects(verb), owners=False)
    last = next((a for a in reversed(scene.acts) if a.frame.mode == "phone" and verb.i - a.trigger.i < 80), None)
    if last is None or not doer or scene.cast.countries(doer.ids) & scene.cast.countries(last.sides.target):
        return None
    return Filled(tuple(doer.ids), last.sides.target, tuple(doer.at))


def _verb_confidence(cast: Cast, verb: Token, frame: Frame, sides: Filled) -> float | None:
    """How sure the reading is; None where no act between two sides is told at all."""
    if frame.mutual:
        return 0.8 if not sides.indirect else 0.7
    if sides.source and sides.target:
        return 0.85 if not sides.indirect else 0.7
    unknown_agent = syntax.is_passive(verb) or not syntax.subjects(verb)
    if sides.target and unknown_agent and frame.plover in _MATERIAL:
        return 0.55
    if sides.source and not sides.target and frame.object is not None and frame.plover in ("MOBILIZE", "SANCTION", "PROTEST"):
        return 0.35
    return None


def _spend(scene: _Scene, verb: Token, frame: Frame) -> None:
    """The object of "held talks", "imposed sanctions" tells no second act."""
    if frame.object is None:
        return
    wanted = noun_class(frame.object)
    for token in [*syntax.objects(verb), *(syntax.subjects(verb) if syntax.is_passive(verb) else [])]:
        if token.lemma_.lower() in wanted:
            scene.spent.add(token.i)


# ------------------------------------------------------------------------------------------------ nouns


def _noun_act(scene: _Scene, noun: Token) -> Act | None:
    if noun.i in scene.spent or noun.dep_ in ("compound", "nmod"):
        return None
    first, last, lemma = _compound(noun)
    frame = nouns().get(lemma)
    if frame is None or scene.cast.headed(noun) is not None:
        return None
    if lemma == "call" and any(p.lower_ == "for" for p in noun.children):
        return None
    sides = noun_roles(scene.cast, noun, frame)
    sides = _light_verb(scene.cast, noun, frame, sides)
    sides = _of_clause(scene.cast, noun, frame, sides)
    told = standing(noun)
    n = len(scene.cast.countries([*sides.source, *sides.target]))
    if n >= 2 or (n == 1 and sides.source and sides.target and set(sides.source) != set(sides.target)):
        return Act(noun, first, last, lemma, frame, sides, told, 0.65 if sides.source and sides.target else 0.5)
    if frame.bare:
        back = _antecedent(scene, noun, lemma, sides)
        if back is not None:
            return Act(noun, first, last, lemma, back.frame if back.lemma != lemma else frame, back.sides, _milder(told, back.standing), 0.55, True)
    if sides.target and not sides.source and frame.plover in ("ASSAULT", "COERCE") and noun.dep_ != "pobj_of":
        return Act(noun, first, last, lemma, frame, sides, told, 0.5 if _tells(noun) else 0.3)
    return None


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
    """"Moscow sent a message", "paid a visit to": the subject of the verb whose object the noun is does it."""
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


def _of_clause(cast: Cast, noun: Token, frame: Frame, sides: Filled) -> Filled:
    """A mutual act with one side or none: the subject of its clause is a party ("came for talks with …")."""
    if not frame.mutual or len(cast.countries(sides.source)) >= 2:
        return sides
    doers = side(cast, clause_subjects(noun), owners=False)
    both = tuple(dict.fromkeys([*doers.ids, *sides.source]))
    return Filled(both, both, tuple(doers.at), sides.target_at) if len(cast.countries(both)) >= 2 else sides


_LIGHT = frozenset(
    "make pay give launch carry conduct stage hold have take offer provide send issue start begin mount wage deliver extend show "
    "express voice place undertake impose receive".split()
)


def _antecedent(scene: _Scene, noun: Token, lemma: str, sides: Filled) -> Act | None:
    """The act that a definite noun without sides of its own points back to: "the meeting", "this incident"."""
    words = {c.lower_ for c in noun.children if c.dep_ in ("det", "poss")}
    family = families().get(lemma, lemma)
    own = scene.cast.countries([*sides.source, *sides.target])
    before = [
        a
        for a in scene.acts
        if families().get(a.lemma, a.lemma) == family and a.standing.modality in ("actual", "future") and len(_states(scene, a)) >= 2
    ]
    only = len({_states(scene, a) for a in before}) == 1
    if not before or not (words & _DEFINITE or (own and only)):
        return None
    for act in reversed(before):
        if own <= _states(scene, act) and (only or noun.i - act.trigger.i <= 250):
            return act
    return None


def _states(scene: _Scene, act: Act) -> frozenset[str]:
    return scene.cast.countries([*act.sides.source, *act.sides.target])


def _milder(own: Standing, back: Standing) -> Standing:
    """A noun that points back is as real as the act it points to, unless its own clause denies it."""
    if own.modality == "negated":
        return own
    return Standing(back.modality, back.marks, own.sayers)


def _tells(noun: Token) -> bool:
    """Whether the noun tells the act rather than naming a topic: it follows "after", "during", or is a clause's subject or object."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ in ("after", "following", "during", "since", "before", "by", "with", "over")
    return noun.dep_ in ("nsubj", "nsubjpass", "dobj")


# ------------------------------------------------------------------------------------------------ rows


def _without_echoes(acts: list[Act]) -> list[Act]:
    """One act told by a verb and by its object noun ("held a meeting") is told once; the surer telling stays."""
    kept: list[Act] = []
    for act in acts:
        twin = next(
            (k for k in kept if k.trigger.sent.start == act.trigger.sent.start and _echo(k, act)),
            None,
        )
        if twin is None:
            kept.append(act)
        elif act.confidence > twin.confidence:
            kept[kept.index(twin)] = act
    return kept


def _echo(one: Act, other: Act) -> bool:
    same = one.frame.plover == other.frame.plover and set(one.sides.source) == set(other.sides.source)
    return same and set(one.sides.target) == set(other.sides.target) and (one.trigger in other.trigger.ancestors or other.trigger in one.trigger.ancestors) and abs(one.trigger.i - other.trigger.i) <= 4


def _report(scene: _Scene, act: Act, when: dates.Dated | None, quotes: Sequence[Quote]) -> Report:
    parsed = scene.cast.parsed
    doc = parsed.doc
    sentence = parsed.sentence(act.trigger)
    trigger = parsed.span(doc[act.first.i : act.last.i + 1])
    plover_type, cameo, mode = _typed(scene.cast, act)
    modality = _with_day(act, when)
    place, place_span = _place(scene.cast, act.trigger)
    mutual = act.frame.mutual
    source = act.sides.source
    target = act.sides.source if mutual else act.sides.target
    return Report(
        span=sentence,
        sentence=sentence,
        trigger=trigger,
        lemma=act.lemma,
        source=source,
        target=target,
        plover=plover_type,
        quad=plover.quad(plover_type),
        modality=modality,
        confidence=round(act.confidence, 2),
        mode=mode,
        goldstein=plover.score(plover_type, mode),
        cameo=cameo,
        moment=when.moment if when is not None else dates.UNKNOWN,
        place=place,
        place_span=place_span,
        attributed_to=_tellers(scene.cast, act, trigger, quotes),
        asserted=act.confidence >= THRESHOLD,
        objects=_objects(act),
        scheme=plover.SCHEME,
    )


_QUARREL = frozenset({"clash", "fight", "battle", "spar"})


def _typed(cast: Cast, act: Act) -> tuple[str, str | None, str | None]:
    """Type, CAMEO code and mode; statesmen and capitals that clash do it with words."""
    if act.lemma in _QUARREL and act.trigger.pos_ == "VERB" and any(p.lower_ == "with" for p in act.trigger.children):
        doc = cast.parsed.doc
        heads = [cast.at(doc[i]) for i in (*act.sides.source_at, *act.sides.target_at)]
        if any(h is not None and (h.kind == "metonym" or cast.actors[h.actors[0]].kind in ("leader", "person")) for h in heads):
            return "ACCUSE", "111", "disapprove"
    return act.frame.plover, act.frame.cameo, act.frame.mode


def _with_day(act: Act, when: dates.Dated | None) -> Modality:
    """A present tense with a day to come tells something scheduled: "meet in Geneva on Thursday"."""
    if when is not None and when.ahead and act.standing.modality == "actual":
        return "future"
    return act.standing.modality


def _tellers(cast: Cast, act: Act, trigger: Span, quotes: Sequence[Quote]) -> tuple[str, ...] | None:
    """Who says so, outermost first: the subjects of the verbs of saying above, else the speaker of the quotation around it."""
    found: list[str] = []
    for i in reversed(act.standing.sayers):
        verb = cast.parsed.doc[i]
        for who in side(cast, syntax.agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb)).ids:
            if who not in found and not _told_to_do(verb, act):
                found.append(who)
    for quote in quotes:
        if quote.span.holds(trigger) and quote.speaker and quote.speaker not in found:
            found.append(quote.speaker)
            break
    return tuple(found) or None


def _told_to_do(verb: Token, act: Act) -> bool:
    """Whether the verb of saying is the act itself: who asks does not report his asking."""
    return verb.i == act.trigger.i


_PLACES = frozenset({"in", "at", "near", "over", "off", "along", "outside", "inside", "around", "across", "on"})


def _place(cast: Cast, trigger: Token) -> tuple[str | None, Span | None]:
    """Where, if the trigger's own phrase says so."""
    heads = [trigger]
    if trigger.pos_ == "VERB":
        heads += [t for t in syntax.objects(trigger)]
    for head in heads:
        for preposition in head.children:
            if preposition.dep_ != "prep" or preposition.lower_ not in _PLACES:
                continue
            for token in syntax.objects_of(preposition):
                named = _place_name(cast, token)
                if named is not None:
                    words = trigger.doc[preposition.i : max(t.i for t in token.subtree) + 1]
                    return named, cast.parsed.span(words[: min(len(words), 12)])
    return None, None


def _place_name(cast: Cast, token: Token) -> str | None:
    naming = cast.at(token)
    if naming is not None and naming.sense == "place":
        return naming.place or (cast.actors[naming.actors[0]].name if naming.actors else None)
    if token.lemma_ in ("border", "frontier"):
        owners = [*cast.nation(token), *(i for t in syntax.prepositional(token, ("with", "of")) for i in (cast.at(t).actors if cast.at(t) else ()))]  # type: ignore[union-attr]
        names = [cast.actors[i].name for i in dict.fromkeys(owners) if i in cast.actors]
        return "border of " + " and ".join(names) if names else None
    if token.lemma_ in ("airspace", "sky", "skies", "territory", "soil", "waters", "water"):
        owners = cast.nation(token)
        return cast.actors[owners[0]].name if owners and owners[0] in cast.actors else None
    return None


def _objects(act: Act) -> tuple[str, ...]:
    """Lemmas of the things the act is about, which tell two acts of one kind apart: `s-400`, `pipeline`, `tourism`."""
    found: list[str] = []
    for token in _object_words(act.trigger):
        if token.is_stop or token.is_punct or token.ent_type_ in ("GPE", "PERSON", "NORP", "DATE"):
            continue
        if token.pos_ in ("NOUN", "PROPN", "ADJ") and len(token.text) > 1:
            word = _hyphenated(token)
            if word not in found:
                found.append(word)
    return tuple(found[:8])


def _object_words(trigger: Token) -> Iterator[Token]:
    heads = syntax.objects(trigger) if trigger.pos_ == "VERB" else []
    if trigger.pos_ == "VERB" and syntax.is_passive(trigger):
        heads = syntax.subjects(trigger)
    heads = heads + syntax.prepositional(trigger, ("of", "on", "for", "about", "over"))
    for head in heads:
        for token in head.subtree:
            if abs(token.i - head.i) <= 6:
                yield token


def _hyphenated(token: Token) -> str:
    """"S-400" as one word whichever way it was cut."""
    doc, i = token.doc, token.i
    if i + 2 < len(doc) and doc[i + 1].text == "-" and not doc[i + 1].whitespace_ and not token.whitespace_:
        return f"{token.lower_}-{doc[i + 2].lower_}"
    if i >= 2 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_:
        return f"{doc[i - 2].lower_}-{token.lower_}"
    return token.lemma_.lower()
