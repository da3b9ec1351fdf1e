"""Sides taken in words of wish and by deeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.cast import Cast
from detente.coding.lexicon import governors
from detente.coding.modality import standing
from detente.coding.positions.abouts import about
from detente.coding.positions.contents import Content, contents, slot
from detente.coding.positions.holders import holders, speakers
from detente.coding.positions.lexicon import Attitude, attitude, attitudes
from detente.coding.positions.stance import Stance
from detente.coding.positions.topics import topic

_STRESS = re.compile(
    r"\b(?:key|central|cornerstone|priorit\w+|vital|crucial|top|core|red line|existential|paramount|above all|urgent\w*|furious|"
    r"insist\w*|never|at all costs|most important|essential|determined|repeatedly|strongly|firmly|fiercely|vehemently)\b",
    re.IGNORECASE,
)
_DOUBT = frozenset({"may", "might", "could", "can", "should", "must"})
_UNLIKELY = frozenset({"unlikely", "improbable"})
_DEED = 0.7
_BARRING = frozenset({"SANCTIONS", "TARIFFS", "ARMS_EMBARGO", "VISAS", "BORDER", "TECHNOLOGY"})
_ONLY: dict[str, frozenset[str]] = dict.fromkeys(["impose", "introduce", "tighten", "reimpose"], _BARRING)
"""Deeds that say something of these kinds alone."""
_LABELS = frozenset({"call", "accuse", "blame", "suspect", "describe", "charge"})
_DEALT = frozenset({"ARMS", "GAS_SUPPLY", "TECH_TRANSFER", "PIPELINE", "NUCLEAR_PLANT"})
"""Kinds in which a deed takes two."""
_NO_QUESTION = frozenset(
    "action strike attack bombing shelling killing incident death remark comment statement question man "
    "people concern interest inch thing hope".split()
)
_OPENING = 0.7
"""Words weaker than this name no question that the catalogue does not have."""


def find(cast: Cast) -> Iterator[Stance]:
    """Each attitude word with a known holder and content."""
    for sentence in cast.parsed.sentences:
        asked = sentence.text.rstrip(" \n\"”’'").endswith("?")
        for token in sentence:
            for held in () if asked or _governed(token) else attitudes(token):
                sign, weight = _held(token, held)
                whose = holders(cast, token, held.pos) if weight > 0 else []
                for holder in whose:
                    if _by_another(cast, token, holder):
                        continue
                    yield from _Telling(cast, token, held, sign, weight, holder, tuple(whose)).stances()


@dataclass(frozen=True, slots=True)
class _Telling:
    """An attitude word, and one who holds it. `sign`: 1, −1 where it is turned round, 0 where neither side is taken."""

    cast: Cast
    word: Token
    held: Attitude
    sign: int
    weight: float
    holder: str
    whose: tuple[str, ...]

    def stances(self) -> Iterator[Stance]:
        """The sides taken through the first slot that is filled."""
        for name in self.held.slots:
            found = False
            for head in slot(self.word, name):
                for content in contents(head):
                    for one in self._on(content):
                        found = True
                        yield one
            if found:
                return

    def _on(self, content: Content) -> Iterator[Stance]:
        raised = topic(self.cast, self.word, content, self.holder)
        if raised is not None and raised.kind.id not in _ONLY.get(self.word.lemma_.lower(), {raised.kind.id}):
            return
        if raised is None:
            opened = self._open(content)
            yield from [opened] if opened else []
            return
        own = 1 if self.word.i in raised.hits else self.held.sign
        side = self.sign * own * content.sign(raised.hits) * raised.sign
        key, name = about(self.cast, raised.kind.about, content, self.holder, self.whose, self.word)
        yield self._stance(content, raised.kind.id, key, name, side, self.holder)
        if self.held.deed and raised.kind.id in _DEALT:
            for partner in _partners(self.cast, self.word, content, self.whose):
                yield replace(self._stance(content, raised.kind.id, key, name, side, partner), weight=0.5)

    def _open(self, content: Content) -> Stance | None:
        """A side on a question that the catalogue does not have, named by its own words."""
        thing, phrase = content.thing, _phrase(content)
        if self.held.deed or self.held.strength < _OPENING or thing.pos_ != "NOUN" or self.cast.headed(thing):
            return None
        if thing.lemma_.lower() in _NO_QUESTION or any(c.dep_ == "poss" and c.pos_ == "PRON" for c in thing.children):
            return None
        if len(phrase.split()) < 2 or len(phrase) > 60 or thing.ent_type_ in ("DATE", "TIME"):
            return None
        side = self.sign * self.held.sign * content.sign(frozenset({thing.i}))
        return self._stance(replace(content, words=(thing,)), None, thing.lemma_.lower(), None, side, self.holder)

    def _stance(self, content: Content, kind: str | None, key: str | None, name: str | None, side: int, actor: str) -> Stance:
        parsed, word = self.cast.parsed, self.word
        places = [word.i, *(t.i for t in content.chain)]
        return Stance(
            span=parsed.span(parsed.doc[min(places) : max(places) + 1]),
            sentence=parsed.sentence(word),
            actor=actor,
            kind=kind,
            about=key,
            about_name=name,
            phrase=_phrase(content),
            side=side * self.held.strength,
            basis="deed" if self.held.deed else "word",
            weight=self.weight * (_DEED if self.held.deed else 1.0),
            stressed=_STRESS.search(word.sent.text) is not None,
        )


def _partners(cast: Cast, word: Token, content: Content, whose: tuple[str, ...]) -> Iterator[str]:
    """Who is on the other side of a sale or a contract: "from Peru", "with Peru", "to Peru"."""
    for token in (*content.words, *syntax.prepositional(word, ("from", "with", "to"))):
        if token.dep_ == "pobj" and token.head.lower_ in ("from", "with", "to"):
            yield from (one for one in speakers(cast, token) if one not in whose and "." not in one)


def _phrase(content: Content) -> str:
    """The thing with what stands before it and the "of" behind it, without its article."""
    thing = content.thing
    left = [t for t in thing.lefts if t.dep_ in ("amod", "compound", "nmod", "poss", "nummod") and t.pos_ != "PRON"]
    start = min([t.left_edge.i for t in left] or [thing.i])
    while start < thing.i and thing.doc[start].pos_ in ("DET", "PRON", "PUNCT"):
        start += 1
    end = thing.i + 1
    of = next((c for c in thing.rights if c.dep_ == "prep" and c.lower_ in ("of", "in", "on") and c.i == thing.i + 1), None)
    if of is not None and of.right_edge.i - thing.i < 6:
        end = of.right_edge.i + 1
    return " ".join(thing.doc[start:end].text.split())


def _by_another(cast: Cast, word: Token, holder: str) -> bool:
    """Whether another party with a say of its own puts it into the holder's mouth: "A accused B of seeking"."""
    below = word
    for above in word.ancestors:
        inside = below.dep_ in ("ccomp", "acl", "pcomp", "xcomp", "oprd", "dobj") or below.dep_ == "prep"
        if inside and above.lemma_.lower() in governors("report") | governors("allege") | governors("believe") | _LABELS:
            said = [i for head in syntax.subjects(above) for i in speakers(cast, head)]
            return bool(said) and holder not in said
        below = above
    return False


def _governed(token: Token) -> bool:
    """Whether the word only carries what a word above it wants: "agreed to lift"; that word tells it."""
    head = token.head
    if token.dep_ in ("xcomp", "pcomp", "acl") or (token.dep_ == "ccomp" and not any(c.dep_ == "mark" for c in token.children)):
        above = head.head if head.pos_ == "ADP" else head
        held = attitude(above)
        return held is not None and above.i != token.i and "comp" in held.slots
    return token.dep_ == "conj" and token.tag_ == "VB" and head.i != token.i and head.pos_ == "VERB" and _governed(head)


def _held(word: Token, held: Attitude) -> tuple[int, float]:
    """Whether the attitude is the other way round, and how sure it is that it is held; weight 0 where it is not told."""
    verb = word if word.pos_ in ("VERB", "AUX") else word.head
    sign, weight = 1, 1.0
    if held.pos == "N":
        owned = any(c.dep_ == "poss" or c.lower_ == "by" for c in word.children)
        told = not any(c.lower_ == "no" for c in word.children) and (owned or standing(word).modality in ("actual", "future"))
        return 1, 0.8 if told else 0.0
    doubt = syntax.auxiliaries(verb) & _DOUBT
    if syntax.is_negated(word) or (held.pos == "A" and syntax.is_negated(verb)):
        sign = -1
    above = verb.head if verb.dep_ in ("xcomp", "acl", "ccomp") else None
    if above is not None and above.lower_ in _UNLIKELY:
        return -sign, 0.8
    if verb.dep_ == "pcomp" and verb.head.lower_ in ("of",) and any(a.lower_ == "short" for a in (verb.head, verb.head.head)):
        return 0, 0.6  # "stopped short of condemning": neither
    if doubt:
        return sign, 0.0
    if verb.dep_ == "csubj":
        return sign, weight
    if verb.dep_ == "advcl" and "to" in syntax.auxiliaries(verb) and not held.deed:
        return sign, 0.8  # "wrote to the council to object to"
    real = standing(verb)
    would = bool(syntax.auxiliaries(verb) & {"would", "will", "’d", "'d"})
    others = [m for m in real.marks if m != verb.i]
    if real.modality == "hypothetical" and not (would and not others) and not _own_wish(verb, others):
        return sign, 0.0
    if real.modality == "negated" and others:
        return sign, 0.0
    if sign < 0 and held.deed and not would:
        return sign, 0.0
    return sign, weight


def _own_wish(verb: Token, marks: list[int]) -> bool:
    """Whether what makes it unreal is only that somebody says so or that it goes on."""
    return bool(marks) and all(
        verb.doc[m].lemma_.lower() in ("seem", "appear", "say", "continue", "insist", "argue") for m in marks
    )
