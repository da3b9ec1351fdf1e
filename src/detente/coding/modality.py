"""Whether a told act took place: actual, future, hypothetical or negated.

A deterministic layer of its own. It climbs from the trigger to the main clause and lets each governing word act on what it
governs: auxiliaries, negation, conditions, verbs of saying, intention, belief and failure, nouns such as *prospect*, adjectives
such as *possible*. What nothing marks as unreal is actual. When two words disagree the less real one wins, save that a negated
act *until* a day is one that happened on that day.

References:
    Saurí & Pustejovsky (2009), FactBank: a corpus annotated with event factuality. The classes of governors follow its source
    introducing predicates.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.lexicon import governors
from detente.coding.mood import (
    FUTURE,
    MODALS,
    empties,
    is_foretold,
    is_hedged,
    is_imperative,
    is_of_kind,
    is_question,
    is_unfound,
    is_until,
    sealed,
)
from detente.records import Modality

_RANK: dict[Modality, int] = {"actual": 0, "future": 1, "hypothetical": 2, "negated": 3}


@dataclass(frozen=True, slots=True)
class Standing:
    """The modality of an act and the tokens that say so. `sayers`: verbs of saying above it, innermost first."""

    modality: Modality
    marks: tuple[int, ...] = ()
    sayers: tuple[int, ...] = ()


def standing(trigger: Token) -> Standing:
    """Modality of the act that a verb or eventive noun tells, with its grounds."""
    climb = _Climb()
    if trigger.pos_ in ("VERB", "AUX"):
        climb.verb(trigger)
    else:
        climb.noun(trigger)
    return Standing(climb.modality, tuple(climb.marks), tuple(climb.sayers))


class _Climb:
    """One climb from a trigger to the root of its sentence."""

    def __init__(self) -> None:
        self.modality: Modality = "actual"
        self.marks: list[int] = []
        self.denials: list[int] = []
        self.sayers: list[int] = []

    def lower(self, modality: Modality, mark: Token) -> None:
        """Let a word make the act less real; two negations leave it open."""
        if mark.i in self.denials and modality == "negated":
            return
        if modality == "negated":
            self.denials.append(mark.i)
        if modality == "negated" and self.modality == "negated":
            self.modality = "hypothetical"
        elif _RANK[modality] > _RANK[self.modality]:
            self.modality = modality
        if modality != "actual":
            self.marks.append(mark.i)

    # ------------------------------------------------------------------ the clause itself

    def verb(self, verb: Token, depth: int = 0) -> None:
        """Auxiliaries, negation and mood of the verb, then what governs it."""
        self._mood(verb)
        if depth < 12:
            self._governed(verb, depth)

    def _mood(self, verb: Token) -> None:
        words = syntax.auxiliaries(verb)
        if words & MODALS:
            self.lower("future" if is_foretold(verb, words) else "hypothetical", verb)
        elif words & FUTURE:
            self.lower("future", verb)
        if "to" in words and verb.dep_ == "ROOT" and any(c.dep_ in syntax.SUBJECT for c in verb.children):
            self.lower("future", verb)  # a headline: "Modi to visit Dhaka"
        if verb.lemma_ == "go" and "to" in [c.lower_ for c in verb.children]:
            self.lower("future", verb)
        if syntax.is_negated(verb):
            if not is_until(verb):
                self.lower("negated", verb)
        else:
            for mark in (m for c in verb.children if c.dep_ in syntax.SUBJECT for m in empties(c)):
                self.lower("negated", mark)
        if is_hedged(verb) or is_question(verb) or is_imperative(verb, words):
            self.lower("hypothetical", verb)

    def _governed(self, verb: Token, depth: int) -> None:
        head, dep = verb.head, verb.dep_
        if dep == "conj":
            head = syntax.conjoined(verb)
        if dep == "ROOT" or head.i == verb.i or self._elsewhere(verb, depth):
            return
        if dep == "conj":
            self._coordinate(verb, head, depth)
        elif dep in ("xcomp", "ccomp", "acomp", "oprd"):
            self._complement(verb, head, depth)
        elif dep == "advcl":
            self._adverbial(verb, head, depth)
        elif dep == "pcomp":
            self._gerund(head, depth)
        elif dep in ("acl", "relcl"):
            self._adnominal(verb, head, depth)
        elif dep in ("csubj", "csubjpass"):
            if not syntax.auxiliaries(verb):
                self.lower("hypothetical", head)
        elif dep in ("dep", "parataxis", "dobj", "attr") and head.pos_ in ("VERB", "AUX"):
            self._complement(verb, head, depth)
        elif dep in ("amod", "nmod", "compound"):
            self._np(head, depth)

    def _elsewhere(self, verb: Token, depth: int) -> bool:
        """Whether something else governs the verb than the word that the parser hangs it on."""
        pact, started = sealed(verb), syntax.begun(verb)
        if pact is not None:
            self._np(pact, depth)  # "signed a deal to buy grain": the purchase is agreed
        elif started is not None and depth < 12:
            self.verb(started, depth + 1)
        return pact is not None or started is not None

    def _coordinate(self, verb: Token, head: Token, depth: int) -> None:
        own = any(c.dep_ in syntax.SUBJECT for c in verb.children)
        if head.pos_ not in ("VERB", "AUX"):
            self._np(head, depth)
            return
        if not own and not syntax.auxiliaries(verb) and verb.tag_ in ("VB", "VBG", "VBN"):
            words = syntax.auxiliaries(head)
            if words & MODALS:
                self.lower("hypothetical", head)
            elif words & FUTURE:
                self.lower("future", head)
            if syntax.is_negated(head) and verb.tag_ == "VB":
                self.lower("negated", head)
        if own and any(c.dep_ == "mark" for c in head.children) is False and head.dep_ == "ROOT":
            return
        self._governed(head, depth + 1)

    def _complement(self, verb: Token, head: Token, depth: int) -> None:
        if verb.i < head.i and any(t.text == ";" for t in verb.doc[verb.i : head.i]):
            return  # two sentences in one
        if head.pos_ in ("NOUN", "PROPN"):
            self._np(head, depth, clause=True)
            return
        infinitive = verb.dep_ == "xcomp" or any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
        self._by_governor(head, infinitive)
        if head.pos_ == "ADJ":
            above = head if head.dep_ in ("ROOT",) else head.head
            if above.i != verb.i and above.pos_ in ("VERB", "AUX") and depth < 12:
                self.verb(above, depth + 1)
            return
        if depth < 12:
            self.verb(head, depth + 1)

    def _by_governor(self, head: Token, infinitive: bool) -> None:
        lemma = head.lemma_.lower()
        if head.pos_ == "ADJ":
            self.lower("future" if lemma in governors("expect") else "hypothetical", head)
        elif lemma in governors("fail"):
            self.lower("negated", head)
        elif lemma in governors("deny"):
            self.lower("negated", head)
            self.sayers.append(head.i)
        elif infinitive and lemma in governors("expect"):
            self.lower("future", head)
        elif infinitive and lemma in governors("succeed"):
            pass
        elif infinitive and lemma in ("have", "be"):
            self.lower("future" if lemma == "be" else "hypothetical", head)
        elif not infinitive and lemma in governors("allege"):
            self.lower("hypothetical", head)
            self.sayers.append(head.i)
        elif not infinitive and lemma in governors("believe"):
            self.lower("hypothetical", head)
        elif not infinitive and lemma in governors("report"):
            self.sayers.append(head.i)
        elif not infinitive and lemma in governors("expect"):
            self.lower("future", head)
        elif lemma in governors("intend") or infinitive:
            self.lower("hypothetical", head)

    def _adverbial(self, verb: Token, head: Token, depth: int) -> None:
        purpose = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
        if purpose and any(
            p.lemma_.lower() in ("path", "course", "road", "campaign") for p in syntax.prepositional(head, ("on", "upon"))
        ):
            self.verb(head, depth + 1)  # "embarked on a path to cut ties": it did
            return
        if purpose and not (
            head.lemma_.lower() in governors("succeed")
            and verb.lemma_ in ("meet", "discuss", "talk", "hold", "attend", "visit", "sign")
        ):
            self.lower("hypothetical", verb)
            return
        if purpose:
            self.verb(head, depth + 1)
            return
        if verb.tag_ in ("VBG", "VBN") and head.pos_ in ("VERB", "AUX") and not any(c.dep_ == "mark" for c in verb.children):
            words = syntax.auxiliaries(head)
            if words & (MODALS | FUTURE):
                self.lower("future" if words & FUTURE else "hypothetical", head)
            self._governed(head, depth + 1)
            return
        if depth < 12 and head.pos_ in ("VERB", "AUX"):
            self._governed(head, depth + 1)

    def _gerund(self, preposition: Token, depth: int) -> None:
        word, anchor = preposition.lower_, preposition.head
        if word in ("without", "instead", "than"):
            self.lower("negated", preposition)
        elif word in ("of", "from", "for", "to", "at", "against", "on", "in", "about"):
            self._anchor(anchor, preposition, depth)
        elif anchor.pos_ in ("VERB", "AUX"):
            words = syntax.auxiliaries(anchor)
            if words & (MODALS | FUTURE):
                self.lower("future" if words & FUTURE else "hypothetical", anchor)

    def _anchor(self, anchor: Token, preposition: Token, depth: int) -> None:
        lemma = anchor.lemma_.lower()
        if anchor.pos_ in ("VERB", "AUX"):
            if preposition.lower_ == "short" or lemma in governors("fail") or any(c.lower_ == "short" for c in anchor.children):
                self.lower("negated", anchor)
            elif lemma in governors("allege") and preposition.lower_ in ("of", "for"):
                self.lower("hypothetical", anchor)
                self.sayers.append(anchor.i)
            elif lemma in governors("intend") | governors("believe") or preposition.lower_ in ("for", "from"):
                self.lower("negated" if preposition.lower_ == "from" else "hypothetical", anchor)
            elif depth < 12:
                self.verb(anchor, depth + 1)
        elif anchor.pos_ == "ADV" or anchor.lower_ in ("short", "far"):
            self.lower("negated", anchor)
        elif anchor.pos_ == "ADJ":
            self.lower("hypothetical", anchor)
        else:
            self._np(anchor, depth, clause=True)

    def _adnominal(self, verb: Token, head: Token, depth: int) -> None:
        if any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
            if head.lemma_.lower() not in governors("succeed"):
                self.lower("hypothetical", head)
                if is_unfound(head):
                    self.lower("negated", head.head)
                return
            self._np(head, depth)  # "set out on a course to cut": it did
            return
        clause = any(c.dep_ == "mark" for c in verb.children) and verb.dep_ == "acl"
        self._np(head, depth, clause=clause)

    # ------------------------------------------------------------------ nouns

    def noun(self, noun: Token) -> None:
        """Determiner and adjectives of an eventive noun, then the nouns and verbs that govern it."""
        self._np(noun, 0, own=True)

    def _np(self, noun: Token, depth: int, *, clause: bool = False, own: bool = False) -> None:
        lemma = noun.lemma_.lower()
        self._modifiers(noun, own or clause)
        if own and is_of_kind(noun):
            self.lower("hypothetical", noun)
        if not own and lemma in governors("unreal_noun") and (clause or depth == 0 or noun.dep_ != "ROOT"):
            self.lower("hypothetical", noun)
        if not own and lemma in governors("negated_noun"):
            self.lower("negated", noun)
        if depth > 8:
            return
        head = noun.head
        if noun.dep_ == "pobj" and head.pos_ == "ADP":
            self._under_preposition(head, depth, own)
        elif noun.dep_ in ("dobj", "obj", "attr", "oprd") and head.pos_ in ("VERB", "AUX"):
            self._object_of(noun, head, depth, own, clause)
        elif noun.dep_ in ("conj", "appos") and head.i != noun.i:
            self._np(head, depth + 1) if head.pos_ in ("NOUN", "PROPN") else None
        elif noun.dep_ in ("compound", "poss", "nmod"):
            self._np(head, depth + 1)
        elif noun.dep_ in syntax.SUBJECT and head.pos_ in ("VERB", "AUX"):
            self._subject_of(noun, head, depth, own, clause)

    def _modifiers(self, noun: Token, own: bool) -> None:
        for child in noun.children:
            word = child.lower_
            if (child.dep_ == "det" and word == "no") or child.dep_ == "neg":
                self.lower("negated", child)
            elif child.dep_ == "det" and word == "any":
                self.lower("hypothetical", child)
            elif child.dep_ in ("amod", "compound", "nmod") or word in ("false", "upcoming"):
                if word in governors("negated_adjective"):
                    self.lower("negated", child)
                elif own and word in governors("unreal_adjective"):
                    self.lower("hypothetical", child)
                elif own and word in governors("future_adjective"):
                    self.lower("future", child)

    def _under_preposition(self, preposition: Token, depth: int, own: bool) -> None:
        word, anchor = preposition.lower_, preposition.head
        if word == "without":
            self.lower("negated", preposition)
        elif anchor.pos_ in ("NOUN", "PROPN") and word in ("of", "for", "to", "about", "on"):
            lemma = anchor.lemma_.lower()
            if lemma in governors("unreal_noun") and word in ("of", "for", "about"):
                self.lower("hypothetical", anchor)
                self._np(anchor, depth + 1)
            elif lemma in governors("negated_noun"):
                self.lower("negated", anchor)
        elif anchor.pos_ in ("VERB", "AUX") and word in ("for", "to", "against") and own:
            lemma = anchor.lemma_.lower()
            if lemma in ("call", "push", "press", "ask", "hope", "appeal", "wait", "look", "prepare", "aim", "strive"):
                self.lower("hypothetical", anchor)

    def _object_of(self, noun: Token, verb: Token, depth: int, own: bool, clause: bool = False) -> None:
        lemma = verb.lemma_.lower()
        if clause and lemma in governors("deny"):  # "denied reports that …"
            self.lower("negated", verb)
            self.sayers.append(verb.i)
            return
        definite = any(c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those") for c in noun.children)
        if lemma in governors("fail") | governors("deny") and own:
            self.lower("hypothetical" if definite or lemma in _ENDED else "negated", verb)
        elif lemma in _WISHED and (not definite or (lemma in _ASKED and syntax.prepositional(noun, ("of",)))):
            self.lower("hypothetical", verb)
        elif not definite and depth < 8 and not (lemma in _JUDGED and any(c.dep_ == "poss" for c in noun.children)):
            self.verb(verb, depth + 1)

    def _subject_of(self, noun: Token, verb: Token, depth: int, own: bool, clause: bool = False) -> None:
        if clause and syntax.is_passive(verb) and verb.lemma_.lower() in governors("deny"):
            self.lower("negated", verb)
            self.sayers.append(verb.i)
            return
        definite = any(c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an", "any", "no") for c in noun.children)
        if (
            own
            and verb.lemma_ in ("take", "occur", "happen", "begin", "start", "follow", "continue", "be", "resume", "break")
            and not definite
        ):
            if verb.lemma_ != "be":
                self.verb(verb, depth + 1)
        elif own and not definite:
            words = syntax.auxiliaries(verb)
            if words & MODALS:
                self.lower("hypothetical", verb)
            elif words & FUTURE:
                self.lower("future", verb)
        if own and syntax.is_passive(verb) and syntax.is_negated(verb):
            self.lower("negated", verb)
        elif own and syntax.is_passive(verb):
            words = syntax.auxiliaries(verb)
            if words & MODALS:
                self.lower("hypothetical", verb)
            elif words & FUTURE:
                self.lower("future", verb)
            if verb.lemma_ in ("cancel", "postpone", "avert", "avoid", "prevent", "call"):
                self.lower("negated", verb)


# What is asked for has not happened, be it "a release" or "the release of the crew"; what is discussed or feared may have.
_ASKED = frozenset("want seek demand propose threaten plan promise offer urge request desire need favour favor ask".split())
_WISHED = _ASKED | frozenset("consider expect discuss contemplate fear risk".split())
# Whose deed is praised or weighed has done it, whether or not it is praised.
_JUDGED = frozenset(
    "contrast compare praise criticize criticise condemn welcome appreciate applaud denounce exploit mourn avenge protest".split()
)
# What is stopped or resisted may well have begun.
_ENDED = frozenset("stop cease oppose resist delay hinder".split())
