"""Reported speech without marks: the clause that a verb of saying, or a story that somebody spreads, has for its content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.coding import syntax
from detente.coding.quotes.cues import SAYING, SPREADING, STORIES, WRITINGS, is_told
from detente.coding.quotes.direct import Attribution
from detente.coding.quotes.marks import Quoted
from detente.coding.quotes.speakers import Speaker, Voices

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSE_SUBJECT = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_NEEDS_PERSON = frozenset("suggest reveal confirm hint underline underscore recall estimate remind".split())
_FEWEST_OWN = 3  # words of a reported clause that must stand outside the marks


@dataclass(frozen=True, slots=True)
class Told:
    """A reported clause, `text[start:end]` of the clean text; `marked` where part of it stands between marks."""

    start: int
    end: int
    by: Attribution
    marked: bool


class Reporter:
    """Finds the reported clauses of a document."""

    def __init__(self, doc: Doc, voices: Voices, quoted: Sequence[Quoted]) -> None:
        self.doc, self.voices, self.quoted = doc, voices, quoted

    def told(self) -> Iterator[Told]:
        """The reported clauses, in the order of their cues."""
        for token in self.doc:
            if token.pos_ == "VERB" and token.lemma_ in SAYING and not self._quoted(token):
                yield from self._of_verb(token)
            elif token.pos_ == "NOUN" and token.lemma_ in STORIES and not self._quoted(token):
                yield from self._of_story(token)
            elif token.lower_ == "according" and not self._quoted(token):
                yield from self._according(token)

    def _of_verb(self, verb: Token) -> Iterator[Told]:
        clause = _content(verb)
        if clause is None or not is_told(verb):
            return
        speaker = self._speaker(verb)
        if speaker is not None:
            yield from self._clause(clause, verb, speaker)

    def _speaker(self, verb: Token) -> Speaker | None:
        """Who says it; None where nobody who can speak is the subject."""
        for head in syntax.subjects(verb):
            if head.lemma_.lower() in WRITINGS and verb.lemma_ in _NEEDS_PERSON:
                return None
            speaker = self.voices.named(head)
            if speaker is not None:
                return speaker
        return None

    def _of_story(self, noun: Token) -> Iterator[Told]:
        """`spread the story that …`."""
        clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") and _marked_that(c)), None)
        verb = noun.head
        if clause is None or noun.dep_ != "dobj" or verb.lemma_ not in SPREADING:
            return
        for head in syntax.subjects(verb):
            speaker = self.voices.named(head)
            if speaker is not None:
                yield from self._clause(clause, verb, speaker)
                return

    def _according(self, token: Token) -> Iterator[Told]:
        """`According to sources, …`: the clause it leads into."""
        heads = [p for c in token.children if c.lower_ == "to" for p in syntax.objects_of(c)]
        verb = token.head
        if not heads or verb.pos_ not in ("VERB", "AUX") or not any(c.dep_ in _CLAUSE_SUBJECT for c in verb.children):
            return
        speaker = self.voices.named(heads[0])
        if speaker is not None:
            yield from self._clause(verb, token, speaker, without=token)

    def _clause(self, clause: Token, cue: Token, speaker: Speaker, without: Token | None = None) -> Iterator[Told]:
        start, end = self._bounds(clause, without or cue)
        inside = [q for q in self.quoted if q.open < end and start < q.close]
        own = self.doc.text[start:end]
        for q in inside:
            if q.open <= start and end <= q.close:
                return
            start, end = min(start, q.open) if q.open < start else start, max(end, q.close)
        outside = len(own.split()) - sum(len(self.doc.text[max(q.start, start) : min(q.end, end)].split()) for q in inside)
        if len(own.split()) >= _FEWEST_OWN and outside >= _FEWEST_OWN:
            yield Told(start, end, Attribution(cue, speaker), bool(inside))

    def _bounds(self, clause: Token, cue: Token) -> tuple[int, int]:
        """The clause without its cue, the `that` that opens it and the stop that ends it."""
        first, last = clause.left_edge.i, clause.right_edge.i
        cut = _branch(cue, clause)
        if first <= cue.i <= last:
            if cue.i < clause.i:
                first = cut.right_edge.i + 1 if cut is not clause else cue.i + 1
            else:
                last = cut.left_edge.i - 1 if cut is not clause else cue.i - 1
        while first < last and (self.doc[first].is_punct or self.doc[first].is_space or self.doc[first].lower_ == "that"):
            if self.doc[first].text in ('"', "“", "'", "‘"):
                break
            first += 1
        while last > first and (self.doc[last].is_space or self.doc[last].text in (".", ",", ";", ":", "—", "–", "-")):
            last -= 1
        return self.doc[first].idx, self.doc[last].idx + len(self.doc[last])

    def _quoted(self, token: Token) -> bool:
        return any(q.open <= token.idx < q.close for q in self.quoted)


def _content(verb: Token) -> Token | None:
    """The clause that is said: a finite complement, or the clause into which `as X confirmed` is put."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "parataxis") and child.pos_ in ("VERB", "AUX") and _finite(child):
            return child
    if any(c.dep_ == "mark" and c.lower_ == "as" or c.lower_ == "as" and c.dep_ == "advmod" for c in verb.children):
        return verb.head if verb.dep_ == "advcl" and verb.head.pos_ in ("VERB", "AUX") and _finite(verb.head) else None
    return None


def _finite(verb: Token) -> bool:
    return any(c.dep_ in _CLAUSE_SUBJECT for c in verb.children) and not any(c.tag_ == "TO" for c in verb.children if c.dep_ == "aux")


def _marked_that(clause: Token) -> bool:
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children) and clause.pos_ in ("VERB", "AUX")


def _branch(token: Token, under: Token) -> Token:
    """The child of `under` whose subtree holds the token; `under` itself where none does."""
    found = token
    for above in token.ancestors:
        if above == under:
            return found
        found = above
    return under
