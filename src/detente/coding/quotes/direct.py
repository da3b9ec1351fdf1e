"""Which quoted stretches are somebody's words, and whose: by the cue beside them, the sentence before, the last speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.coding import syntax
from detente.coding.quotes.cues import LABELLING, SAYING, STATEMENTS, quotes_words
from detente.coding.quotes.marks import Quoted
from detente.coding.quotes.speakers import Speaker, Voices

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ENDS_CUED = re.compile(r"[,?!—–-]$")
_SENTENCE = re.compile(r"^[\W_]*[A-Z].*[.!?…]$", re.DOTALL)
_TURNS_AWAY = frozenset("and but while whereas which who after before because although though or when where yet so".split())
_FAR = 30  # tokens between a quotation and its cue
_NAMING = frozenset({"called", "dubbed", "labelled", "labeled", "termed"})
_FEW = 2  # words; a quoted term as short as this is no quotation by itself


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue (its token, or None) and the speaker it gives."""

    cue: Token | None
    speaker: Speaker | None


@dataclass(frozen=True, slots=True)
class Said:
    """Quoted words with their attribution."""

    quoted: Quoted
    by: Attribution


class Attributor:
    """Goes through the quotations of a document in order and remembers who spoke last.

    Args:
        doc: the parse of the clean text.
        voices: speakers by token.
        quoted: every stretch between marks.
        headings: bounds of the blocks whose quotation marks quote nobody (titles, headings).
    """

    def __init__(self, doc: Doc, voices: Voices, quoted: list[Quoted], headings: Iterable[tuple[int, int]]) -> None:
        self.doc, self.voices, self.quoted = doc, voices, quoted
        self.text = voices.text
        self.headings = list(headings)
        self.tokens = [self._bounds(q) for q in quoted]
        self.inside = bytearray(len(doc))
        for start, end in self.tokens:
            self.inside[start:end] = b"\x01" * (end - start)

    def said(self) -> Iterator[Said]:
        """The quotations, in order."""
        self.last: tuple[int, Attribution] | None = None
        for n, quoted in enumerate(self.quoted):
            if any(start <= quoted.open < end for start, end in self.headings):
                continue
            by = self._attribution(n)
            if by is not None:
                self.last = (n, by)
                self.voices.memory.heard(quoted.open, by.speaker)
                yield Said(quoted, by)

    def _bounds(self, q: Quoted) -> tuple[int, int]:
        """The tokens from mark to mark."""
        span = self.doc.char_span(q.open, q.close, alignment_mode="expand")
        return (span.start, span.end) if span is not None else (0, 0)

    def _attribution(self, n: int) -> Attribution | None:
        q = self.quoted[n]
        words = self.text[q.start : q.end]
        if q.continued and self.last is not None and self.last[0] == n - 1:
            own = self._cue_after(n)
            return self._resolved(own, n) if own is not None else Attribution(None, self.last[1].speaker)
        if q.end == q.close and n + 1 < len(self.quoted) and self.quoted[n + 1].continued:
            later = self._cue(n + 1)
            return Attribution(None, self._resolved(later, n).speaker if later is not None else None)
        cue = self._cue(n)
        if cue is not None:
            term = _is_term(words) and not self._labels(cue, n)
            return None if term else self._resolved(cue, n)
        return self._uncued(n, words)

    def _cue(self, n: int) -> Token | None:
        """The word that gives the quotation to somebody: after it where a comma leads there, else before, else after."""
        after = self._cue_after(n)
        before = self._cue_before(n)
        if after is not None and (before is None or syntax.own_subjects(after) or after.lower_ == "according"):
            return after
        return before

    def _cue_after(self, n: int) -> Token | None:
        q, (_, end) = self.quoted[n], self.tokens[n]
        rest = self.text[q.close : q.close + 2].lstrip()
        led = _ENDS_CUED.search(self.text[q.start : q.end]) is not None or rest.startswith((",", "—", "–", "-"))
        if not led and not any(t.lemma_ in SAYING and t.pos_ == "VERB" for t in self.doc[end : end + 2]):
            return None
        for token in self.doc[end : end + _FAR]:
            if self.inside[token.i] or token.text in (".", "!", "?", ";", ":") or "\n" in token.text:
                return None
            if token.lower_ in _TURNS_AWAY and token.i <= end + 1:
                return None
            if _is_according(token) or (quotes_words(token) and token.dep_ != "relcl"):
                return token
            if token.pos_ == "VERB" and token.dep_ not in ("relcl", "acl", "amod") and token.tag_ in ("VBD", "VBZ", "VBP"):
                return None
        return None

    def _cue_before(self, n: int) -> Token | None:
        start, _ = self.tokens[n]
        for i in range(start - 1, max(-1, start - _FAR), -1):
            token = self.doc[i]
            if self.inside[i] or token.text in (".", "!", "?", ";") or "\n" in token.text:
                return None
            if quotes_words(token) or _is_according(token) or _is_statement(token):
                if token.lower_ in _NAMING and (token.dep_ in ("acl", "amod") or self.doc[max(0, i - 1)].text == "-"):
                    return None
                return token
        return None

    def _labels(self, cue: Token, n: int) -> bool:
        """Whether the cue takes the quoted words for what something is, or says them outright."""
        start, end = self.tokens[n]
        near = abs(cue.i - (start if cue.i < start else end)) <= 12
        if cue.lemma_ in LABELLING or cue.lemma_ in ("read", "chant", "shout"):
            return near
        return cue.lemma_ in SAYING and (cue.i >= end or cue.i == start - 1 or self.doc[start - 1].text in (":", ","))

    def _uncued(self, n: int, words: str) -> Attribution | None:
        """Whole sentences without a cue are of whoever the sentence before is about, or who spoke last."""
        start, _ = self.tokens[n]
        leads = start > 0 and self.doc[start - 1].text == ":"
        if self.last is not None and self._joined(self.last[0], n):
            return None if _is_term(words) else Attribution(None, self.last[1].speaker)
        if not leads and not (_SENTENCE.match(words) and len(words.split()) > 3):
            return None
        subject = self._subject_before(start, leads)
        if subject is not None:
            return Attribution(None, subject)
        if self.last is not None and self._same_paragraph(self.last[0], n):
            return Attribution(None, self.last[1].speaker)
        return Attribution(None, None) if leads or len(words.split()) > 5 else None

    def _joined(self, earlier: int, n: int) -> bool:
        """Whether only the earlier quotation's cue, or a bare link, stands between the two."""
        if earlier != n - 1 or not self._same_paragraph(earlier, n):
            return False
        between = self.doc[self.tokens[earlier][1] : self.tokens[n][0]]
        stops = [t for t in between if t.text in (".", "!", "?")]
        if not stops:
            return not any(t.pos_ == "VERB" and not quotes_words(t) for t in between)
        return len(stops) == 1 and stops[0].i == between.end - 1

    def _same_paragraph(self, earlier: int, n: int) -> bool:
        return "\n\n" not in self.text[self.quoted[earlier].close : self.quoted[n].open]

    def _subject_before(self, start: int, leads: bool) -> Speaker | None:
        """The person that the sentence before the quotation (or the one that leads into it) is about."""
        i = start - 1
        while i >= 0 and (self.doc[i].is_punct or self.doc[i].is_space) and not self.inside[i]:
            if "\n\n" in self.doc[i].text:
                return None
            i -= 1
        if i < 0 or self.inside[i]:
            return None
        root = self.doc[i].sent.root
        subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
        speaker = None if subject is None or self.inside[subject.i] else self.voices.named(subject)
        person = speaker is not None and speaker.id is not None and self.voices.is_person(speaker.id)
        return speaker if person or (leads and speaker is not None) else None

    def _resolved(self, cue: Token, n: int) -> Attribution:
        """The cue's speaker; `he added` is whoever spoke last."""
        heads = _speaking(cue)
        if any(h.lower_ in ("he", "she") for h in heads):
            carried = self.voices.carried(cue)
            if carried is not None:
                return Attribution(cue, carried)
        for head in heads:
            speaker = self.voices.named(head)
            if speaker is not None:
                own = self._subject_before(self.tokens[n][0], False) if self._only_inside(head, speaker, n) else None
                return Attribution(cue, own or speaker)
        if self.last is not None and self._same_paragraph(self.last[0], n) and (not heads or heads[0].pos_ == "PRON"):
            return Attribution(cue, self.last[1].speaker)
        return Attribution(cue, None)

    def _only_inside(self, head: Token, speaker: Speaker, n: int) -> bool:
        """Whether a pronoun is taken for somebody whom the quoted words themselves name: nobody speaks so of himself."""
        if head.lower_ not in ("he", "she"):
            return False
        found = (self.voices.mention(self.doc[i]) for i in range(*self.tokens[n]))
        return any(m is not None and m.kind == "name" and speaker.id in m.actors for m in found)


def _is_term(words: str) -> bool:
    """A word or two, or a name: quoted for what it is called, not for who says it."""
    parts = words.split()
    if len(parts) <= _FEW:
        return True
    return len(parts) <= 6 and all(p[:1].isupper() or p.lower() in ("of", "the", "and", "on", "for", "in", "to") for p in parts)


def _is_according(token: Token) -> bool:
    return token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to"


def _is_statement(token: Token) -> bool:
    """A noun such as `comment` with `was` and the quotation after it."""
    return token.lemma_ in STATEMENTS and token.pos_ == "NOUN" and (token.dep_ == "nsubj" and token.head.lemma_ == "be")


def _speaking(cue: Token) -> list[Token]:
    """Heads of who speaks by the cue, the nearest reading first."""
    if cue.lower_ == "according":
        return [p for c in cue.children if c.lower_ == "to" for p in syntax.objects_of(c)] or [
            cue.doc[min(cue.i + 2, len(cue.doc) - 1)]
        ]
    if cue.pos_ == "NOUN":
        return [c for c in cue.children if c.dep_ == "poss"] + syntax.prepositional(cue, ("by", "from", "of"))
    if syntax.is_passive(cue):
        return syntax.agents(cue)
    return syntax.subjects(cue) or _beside(cue)


def _beside(cue: Token) -> list[Token]:
    """The name or pronoun next to a cue that the parse gives no subject."""
    for step in (-1, 1):
        i = cue.i + step
        if 0 <= i < len(cue.doc) and cue.doc[i].pos_ in ("PROPN", "PRON") and cue.doc[i].lower_ not in ("it", "that"):
            return [cue.doc[i]]
    return []
