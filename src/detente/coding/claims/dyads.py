"""Which two states are meant where a clause speaks of a relation and names none, or only one."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.coding.claims.lexicon import RELATIONS
from detente.coding.claims.relations import asks_of_relation, rejects_question, told_of
from detente.records import Mention, Span
from detente.reference.countries import countries

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from detente.reading.parse import Parsed

_ORGANS = frozenset({"GOV", "MIL", "LEG", "SPY", "JUD", "COP"})
_BACK = 70  # tokens back to the relation that `the relationship` takes up
_ASKED = 160  # tokens back to the question that is refused
_FEWEST = 2  # sentences that name both, for them to be what a document is about

Dyad = frozenset[str]


def state(actor: str) -> str | None:
    """The state that an actor is or acts for.

    Example:
        >>> state("RUS.GOV.PUTIN"), state("TUR.REB.PKK"), state("IGO.NATO")
        ('RUS', None, None)
    """
    head, _, rest = actor.partition(".")
    return head if head in countries() and (not rest or rest.split(".")[0] in _ORGANS) else None


class Dyads:
    """The pairs of states that a document names, and where.

    Args:
        parsed: the document.
        mentions: its mentions.
    """

    def __init__(self, parsed: Parsed, mentions: Sequence[Mention]) -> None:
        self.parsed = parsed
        self._starts = [parsed.document.clean.starts[token.idx] for token in parsed.doc]
        self._at: dict[int, set[str]] = {}
        for mention in mentions:
            if mention.sense == "actor":
                found = {s for a in mention.actors if (s := state(a))}
                for i in range(*self._bounds(mention.span)):
                    self._at.setdefault(i, set()).update(found)
        self._topics = [(t.i, d) for t in parsed.doc if t.lemma_.lower() in RELATIONS and (d := self._of(t)) is not None]
        self._usual = self._most_named()

    def meant(self, span: Span) -> Dyad | None:
        """The two that a stretch of text is about beyond those it names; None where it speaks of no relation, or names two."""
        first, end = self._bounds(span)
        words = self.parsed.doc[first:end]
        parties = list(told_of(words))
        refused = any(rejects_question(t) for t in words if t.pos_ in ("VERB", "AUX"))
        if not parties and not (refused and self._asked_before(first)):
            return None
        named = self._named(first, end)
        named |= {s for p in parties if p is not None for s in self._at.get(p.i, ())}
        if len(named) >= 2:
            return None
        return next((d for d in self._candidates(first, words) if d is not None and named <= d), None)

    def _candidates(self, first: int, words: Words) -> Sequence[Dyad | None]:
        """From the nearest to the farthest: the sentence, the relation last spoken of, the sentence before, the document."""
        sentence = words[0].sent
        topic = next((d for i, d in reversed(self._topics) if first - _BACK <= i < first), None)
        before = self.parsed.doc[sentence.start - 1].sent if sentence.start else None
        pairs = [_pair(self._named(s.start, s.end)) for s in (sentence, before) if s is not None]
        return [pairs[0], topic, *pairs[1:], self._usual]

    def _named(self, first: int, end: int) -> set[str]:
        """States named between two tokens; `it` is too often nobody to name one."""
        doc = self.parsed.doc
        return {s for i in range(first, end) if doc[i].lower_ != "it" for s in self._at.get(i, ())}

    def _of(self, noun: Token) -> Dyad | None:
        """The two whose relation it is, where the noun's phrase names them."""
        last = noun
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in ("between", "with", "of", "among", "to"):
                last = child.right_edge
        return _pair(self._named(noun.left_edge.i, last.i + 1))

    def _asked_before(self, first: int) -> bool:
        """Whether the document has asked what two are to one another, or names a relation where the question is refused."""
        doc = self.parsed.doc
        asked = {t.sent.start: t.sent for t in doc[max(0, first - _ASKED) : first] if t.is_sent_start}
        return any(asks_of_relation(s) for s in asked.values())

    def _most_named(self) -> Dyad | None:
        """The two that more sentences name together than any others."""
        counts: Counter[Dyad] = Counter()
        for sentence in self.parsed.sentences:
            together = sorted(self._named(sentence.start, sentence.end))
            counts.update(frozenset((a, b)) for n, a in enumerate(together) for b in together[n + 1 :])
        top = counts.most_common(2)
        if not top or top[0][1] < _FEWEST or (len(top) > 1 and top[1][1] == top[0][1]):
            return None
        return top[0][0]

    def _bounds(self, span: Span) -> tuple[int, int]:
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)


def _pair(states: set[str]) -> Dyad | None:
    return frozenset(states) if len(states) == 2 else None
