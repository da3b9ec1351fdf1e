"""Reported speech without marks: the clause that a verb of saying, or a story that somebody spreads, has for its content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.coding import syntax
from detente.coding.quotes.cues import EXPRESSING, INDICATING, NAMING, SAYING, SPREADING, STORIES, WRITINGS, calls_back, is_told
from detente.coding.quotes.direct import Attribution
from detente.coding.quotes.marks import Quoted
from detente.coding.quotes.speakers import Speaker, Voices

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSE_SUBJECT = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_THINGS = frozenset({"it", "this", "that", "which", "these", "those"})
_READY = frozenset({"eager", "keen", "quick", "happy", "pleased", "glad"})
_FEWEST = 3  # words of a reported clause, and of them outside the marks
_WHOLE = 0.6  # of a clause: a whole quoted sentence that fills so much of it is a direct quotation, not a mixed one
_DAY_FIRST = re.compile(
    r"(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:morning|afternoon|evening|night))?,?\s+(?:that\s+)?(?=\w)"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A reported clause, `text[start:end]` of the clean text; `marked` where part of it stands between marks."""

    start: int
    end: int
    by: Attribution
    marked: bool


@dataclass(frozen=True, slots=True)
class _Content:
    """What a cue reports: the head of the clause, and the branch under it that is no part of it."""

    cue: Token
    first: Token
    last: Token
    without: Token | None = None


class Reporter:
    """Finds the reported clauses of a document.

    Those with a named speaker are found first (`named`), those of a pronoun once the direct quotations are known (`carried`).
    """

    def __init__(self, doc: Doc, voices: Voices, quoted: Sequence[Quoted]) -> None:
        self.doc, self.voices, self.quoted = doc, voices, quoted
        self.text = voices.text
        self._found = [c for token in doc if not voices.inside(token) for c in _contents(token)]

    def named(self) -> Iterator[Told]:
        """Clauses whose cue has a speaker of its own."""
        for content in self._found:
            heads = _speaking(content.cue)
            if not _is_he(heads):
                yield from self._told(content, self._speaker(content.cue, heads))

    def carried(self) -> Iterator[Told]:
        """Clauses of `he said`."""
        for content in self._found:
            heads = _speaking(content.cue)
            if _is_he(heads):
                yield from self._told(content, self.voices.carried(content.cue) or self._speaker(content.cue, heads))

    def _speaker(self, cue: Token, heads: list[Token]) -> Speaker | None:
        """Who says it; None where nobody who can speak does."""
        for head in heads:
            thing = head.lower_ in _THINGS or head.lemma_.lower() in WRITINGS
            if thing and cue.lemma_ in INDICATING:
                return None
            speaker = self.voices.named(head)
            if speaker is not None:
                return speaker
        return None

    def _told(self, content: _Content, speaker: Speaker | None) -> Iterator[Told]:
        if speaker is None:
            return
        start, end = self._bounds(content)
        inside = [q for q in self.quoted if q.open < end and start < q.close]
        words = len(self.text[start:end].split())
        marked = [self.text[q.start : q.end] for q in inside]
        whole = any(m[:1].isupper() and len(m.split()) >= _WHOLE * words for m in marked)
        if whole or words < _FEWEST or words - sum(len(m.split()) for m in marked) < _FEWEST:
            return
        start, end = min([start, *(q.open for q in inside)]), max([end, *(q.close for q in inside)])
        self.voices.memory.heard(content.cue.idx, speaker)
        yield Told(start, end, Attribution(content.cue, speaker), bool(inside))

    def _bounds(self, content: _Content) -> tuple[int, int]:
        """The clause without its cue at either end, the `that` that opens it and the stop that ends it."""
        first, last = content.first.left_edge.i, _before_another(content.last, content.last.right_edge.i)
        cut = content.without
        if cut is not None and first <= cut.i <= last:
            before, after = cut.left_edge.i - first, last - cut.right_edge.i
            if before <= 1:
                first = cut.right_edge.i + 1
            elif after <= 1:
                last = cut.left_edge.i - 1
            else:
                first = _after_break(self.doc, first, cut.left_edge.i)
        while first < last and self._opens_nothing(first):
            first += 1
        while last > first and (self.doc[last].is_space or self.doc[last].text in (".", ",", ";", ":", "—", "–", "-")):
            last -= 1
        start, end = self.doc[first].idx, self.doc[last].idx + len(self.doc[last])
        day = _DAY_FIRST.match(self.text, start, end)
        return (day.end() if day else start), end

    def _opens_nothing(self, i: int) -> bool:
        token = self.doc[i]
        quoted = token.text in ('"', "“", "'", "‘")
        return not quoted and (token.is_punct or token.is_space or (token.lower_ == "that" and token.dep_ == "mark"))


def _before_another(head: Token, last: int) -> int:
    """The last token of a clause before `, but a video suggested that`: another teller's words."""
    for child in head.conjuncts:
        but = any(c.lower_ in ("but", "though", "yet") for c in child.head.children if c.dep_ == "cc" and c.i < child.i)
        if but and child.i > head.i and child.lemma_ in SAYING and any(c.dep_ == "nsubj" for c in child.children):
            return min(last, child.left_edge.i - 2)
    return last


def _after_break(doc: Doc, first: int, last: int) -> int:
    """The first token after the last semicolon or colon between two places that has no closing mark behind it."""
    for i in range(last - 1, first - 1, -1):
        if doc[i].text in ('"', "”", "»"):
            break
        if doc[i].text in (";", ":"):
            return i + 1
    return first


def _contents(token: Token) -> Iterator[_Content]:
    """What the token reports, if it is a cue."""
    if calls_back(token):
        return
    if token.lower_ == "according" and token.head.pos_ in ("VERB", "AUX") and _finite(token.head):
        yield _Content(token, token.head, token.head, token)
    elif token.pos_ == "NOUN" and token.lemma_ in STORIES:
        yield from _of_story(token)
    elif token.pos_ == "VERB" and is_told(token):
        if token.lemma_ in SAYING:
            yield from _of_verb(token)
        if token.lemma_ in NAMING:
            yield from _of_naming(token)
        if token.lemma_ in EXPRESSING:
            yield from _of_expressing(token)
    elif token.pos_ == "VERB" and token.lemma_ in SAYING:
        yield from _of_ready(token)


def _of_verb(verb: Token) -> Iterator[_Content]:
    """A finite complement, or the clause into which `X said` or `as X said` is put."""
    for child in verb.children:
        if _is_clause(child) and not _in_front(child, verb):
            yield _Content(verb, child, child)
            return
    put_in = verb.dep_ == "parataxis" or (
        verb.dep_ == "advcl" and any(c.lower_ == "as" and c.dep_ == "mark" for c in verb.children)
    )
    around = verb.head if put_in else verb.sent.root if _between_commas(verb) else None
    if around is not None and around.pos_ in ("VERB", "AUX") and _finite(around):
        yield _Content(verb, around, around, verb)


def _is_clause(child: Token) -> bool:
    """Whether a verb under another can be what that one tells; not the `he said` that is put into it."""
    if child.dep_ == "parataxis" and child.lemma_ in SAYING and child.i < child.head.i:
        return False
    return child.dep_ in ("ccomp", "parataxis") and child.pos_ in ("VERB", "AUX") and _finite(child)


def _in_front(clause: Token, verb: Token) -> bool:
    """Whether a clause stands on its own before the teller's: `they had won; she said that they had not`."""
    if clause.i > verb.i:
        return False
    later = [c for c in verb.children if _is_clause(c) and c.i > clause.i]
    if any(c.i > verb.i and not any(t.is_punct for t in verb.doc[verb.i + 1 : c.left_edge.i]) for c in later):
        return True
    place = _after_break(verb.doc, clause.i + 1, verb.i)
    return place > clause.i + 1 and not any(place <= c.i < verb.i for c in later)


def _between_commas(verb: Token) -> bool:
    """`signs, the source insists, that`: put in with a subject of its own, wherever the parse hangs it."""
    first, last = verb.left_edge.i, verb.right_edge.i
    inside = (
        verb.dep_ in ("acl", "relcl", "ccomp", "dep", "conj", "appos")
        and first - 2 > verb.sent.start
        and last + 2 < verb.sent.end
    )
    if not inside or verb.doc[first - 1].text != "," or verb.doc[last + 1].text != ",":
        return False
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    helped = any(c.dep_ in ("dobj", "ccomp", "cc", "mark", "conj") for c in verb.children)
    return (
        bool(own)
        and own[0].tag_ not in ("WP", "WDT")
        and own[0].i < verb.i
        and not helped
        and verb.tag_ in ("VBZ", "VBP", "VBD")
    )


def _of_ready(verb: Token) -> Iterator[_Content]:
    """`As both were eager to announce, …`."""
    if verb.dep_ != "xcomp" or verb.head.lemma_ not in _READY:
        return
    frame = verb.head.head
    if frame.dep_ == "advcl" and any(c.lower_ == "as" for c in frame.children) and _finite(frame.head):
        yield _Content(verb, frame.head, frame.head, frame)


def _of_story(noun: Token) -> Iterator[_Content]:
    """`spread the story that …`."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in SPREADING:
        for clause in noun.children:
            if clause.dep_ in ("acl", "ccomp", "relcl") and any(
                c.lower_ == "that" and c.dep_ == "mark" for c in clause.children
            ):
                yield _Content(noun.head, clause, clause)
                return


def _of_naming(verb: Token) -> Iterator[_Content]:
    """`called the raid a crime`: what it is called, with what is so called."""
    named = next((c for c in verb.children if c.dep_ in ("dobj", "nsubj") and c.i > verb.i), None)
    name = next((c for c in verb.children if c.dep_ == "oprd" and c.i > verb.i), None)
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and c.pos_ in ("ADJ", "NOUN")), None)
    if clause is not None:
        yield _Content(verb, clause, clause)
    elif named is not None and name is not None and name.i > named.i and name.pos_ != "PROPN":
        last = max((c for c in verb.children if c.dep_ == "oprd"), key=lambda c: c.i)
        yield _Content(verb, named, last)


def _of_expressing(verb: Token) -> Iterator[_Content]:
    """`voiced their regret at the raid`, `promises a new bridge`."""
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN" and c.i > verb.i), None)
    if thing is not None and (verb.lemma_ != "announce" or any(c.dep_ in ("relcl", "acl") for c in thing.children)):
        yield _Content(verb, thing, thing)


def _speaking(cue: Token) -> list[Token]:
    if cue.lower_ == "according":
        return [p for c in cue.children if c.lower_ == "to" for p in syntax.objects_of(c)]
    return syntax.subjects(cue)


def _is_he(heads: list[Token]) -> bool:
    return bool(heads) and heads[0].lower_ in ("he", "she")


def _finite(verb: Token) -> bool:
    return any(c.dep_ in _CLAUSE_SUBJECT for c in verb.children) and not any(
        c.tag_ == "TO" for c in verb.children if c.dep_ == "aux"
    )
