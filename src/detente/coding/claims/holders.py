"""Whose claim it is: the one whose words enclose it, the one whose view it is said to be, else the author."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from detente.coding import syntax
from detente.coding.claims.lexicon import ASKING, ATTITUDES, KNOWING, PROMISING, VIEWING
from detente.coding.quotes.cues import INDICATING, SAYING, is_told
from detente.coding.quotes.speakers import Speaker, Voices
from detente.records import Mention, Quote, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.parse import Parsed

_ANYBODY = frozenset("anyone anybody someone somebody everyone everybody nobody one".split())
_MOSTLY = 0.8  # of a claim that must stand inside a quotation for it to be the speaker's


class Holder(NamedTuple):
    """An actor's id (None where nobody can be named), the chain of tellers down to it, and whether it speaks for itself."""

    id: str | None
    chain: tuple[str, ...]
    speaks: bool


class Holders:
    """The holders of a document's claims.

    Args:
        parsed: the document.
        mentions: its mentions.
        quotes: whose words are where.
    """

    def __init__(self, parsed: Parsed, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> None:
        self.author = f"AUTHOR:{parsed.document.id}"
        self.source = f"SOURCE:{parsed.document.id}"
        self.mentions, self.quotes, self.parsed = mentions, quotes, parsed
        self.voices = Voices(parsed, mentions, {})
        starts = parsed.document.clean.starts
        for quote in quotes:
            if quote.speaker is not None:
                self.voices.memory.heard(bisect_left(starts, quote.span.start), Speaker(quote.speaker, quote.speaker_name))

    def around(self, span: Span) -> list[Quote]:
        """The quotations that hold the span, the outermost first."""
        held = [q for q in self.quotes if _share(span, q.span) >= _MOSTLY]
        return sorted(held, key=lambda q: (q.span.start - q.span.end, q.kind))

    def holder(self, span: Span, verb: Token, *, promised: bool = False) -> Holder:
        """Who holds what the span says; `verb` is the head of its clause, a verb of promising where it is `promised`."""
        quotes = self.around(span)
        chain: list[str] = [self.author]
        for quote in quotes:
            chain += [i for i in (self._agency(quote), quote.speaker) if i is not None]
        own = (promised and verb.lemma_ in PROMISING) or (not promised and _views(verb))
        viewer = self._of(verb) if own else self._viewer(verb)
        if viewer is not None:
            chain += [viewer] if viewer else []
            return Holder(viewer or None, tuple(dict.fromkeys(chain)), speaks=False)
        if quotes:
            speaker = quotes[-1].speaker
            return Holder(speaker, tuple(dict.fromkeys(chain)), speaks=True)
        told = self._teller(verb)
        if told is not None:
            return Holder(told, (self.author, told), speaks=True)
        return Holder(self.author, (self.author,), speaks=True)

    def _teller(self, verb: Token) -> str | None:
        """Who is told to have said the clause, where it is too short for a quotation and something names him."""
        above = verb.head
        told = verb.dep_ == "ccomp" and above.lemma_ in SAYING - INDICATING and above.i < verb.i and is_told(above)
        return (self._of(above) or None) if told and not _passive(above) else None

    def teller(self, span: Span, telling: Token | None) -> Holder:
        """Who tells a story marked false: the speaker around it, else whoever spreads it; never the author."""
        quotes = [q for q in self.around(span) if q.speaker is not None]
        told = quotes[-1].speaker if quotes else self._of(telling) if telling is not None else None
        return Holder(told or None, (self.author, told) if told else (self.author,), speaks=True)

    def said(self, quote: Quote) -> tuple[str, ...]:
        """The chain of a quotation taken as a claim: the author, whoever passes it on, the speaker."""
        outer = [q for q in self.around(quote.span) if q != quote and q.speaker != quote.speaker]
        chain = [i for q in (*outer, quote) for i in (self._agency(q), q.speaker) if i is not None]
        return tuple(dict.fromkeys([self.author, *chain]))

    def _agency(self, quote: Quote) -> str | None:
        """The outlet to which somebody spoke, where it is named as an actor: by the medium's words, else the only one there."""
        if quote.medium is None:
            return None
        named = _bare(quote.medium)
        outlets: list[str] = []
        for mention in self.mentions:
            if quote.sentence.holds(mention.span) and mention.kind == "name" and mention.actors:
                words = _bare(self.parsed.document.at(mention.span))
                if mention.actors[0] == quote.speaker:
                    continue
                if words and (words <= named or named <= words):
                    return mention.actors[0]
                outlets += [i for i in mention.actors[:1] if ".MED." in i]
        proper = any(word[:1].isupper() for word in quote.medium.split())
        return outlets[0] if proper and len(set(outlets)) == 1 else None

    def _viewer(self, verb: Token) -> str | None:
        """Whose view the clause is: an id; empty where nothing names him; None where it is nobody's but the teller's."""
        below = verb
        for above in verb.ancestors:
            if below.dep_ not in ("ccomp", "xcomp", "advcl", "acl", "conj", "relcl", "pcomp"):
                return None
            lemma = above.lemma_.lower()
            asked = any(c.lower_ in ("if", "whether") and c.dep_ == "mark" for c in below.children)
            if (
                below.dep_ in ("ccomp", "advcl", "acl")
                and (lemma in ATTITUDES | KNOWING or (asked and lemma in ASKING))
                and not _passive(above)
            ):
                return self._of(above)
            if below.dep_ in ("relcl", "advcl"):
                return None
            below = above
        return None

    def _of(self, attitude: Token) -> str | None:
        """The subject of a verb of attitude; of an adjective after a noun (`those worried that`), the noun."""
        heads = [_before(attitude)] if _is_bare(attitude) else syntax.subjects(attitude)
        if not heads and attitude.dep_ == "acomp":
            heads = syntax.subjects(attitude.head)
        if attitude.pos_ in ("NOUN", "PROPN"):
            heads = [c for c in attitude.children if c.dep_ in ("poss", "compound")]
        for head in heads:
            if head.lower_ in ("i", "we"):
                return None
            if head.lower_ in _ANYBODY:
                return ""
            told = self.voices.carried(head) if head.lower_ in ("he", "she") else None
            named = told or self.voices.named(head)
            if named is not None and named.id is not None:
                return named.id
            beside = self._beside(head)
            if beside is not None:
                return beside.actors[0]
        return "" if heads and heads[0].lower_ != "it" else None

    def _beside(self, head: Token) -> Mention | None:
        """Of `those in the ruling party`, the party."""
        if head.lower_ not in ("those", "some", "many", "most", "others", "people", "few"):
            return None
        return next(
            (m for t in syntax.prepositional(head, ("in", "of", "within", "at")) if (m := self.voices.mention(t)) is not None),
            None,
        )


def _is_bare(attitude: Token) -> bool:
    """A participle or adjective right after its noun: `anyone in the capital worried that`."""
    helped = any(c.dep_ in ("aux", "auxpass", "nsubj", "cop", "cc") for c in attitude.children)
    feels = attitude.lower_ in ("worried", "concerned", "convinced", "afraid", "confident", "hopeful", "sure", "certain")
    return feels and not helped and attitude.dep_ in ("acl", "amod", "conj", "ccomp", "advcl", "relcl") and attitude.i > 0


def _before(attitude: Token) -> Token:
    """The noun that the words before an attitude belong to."""
    noun = attitude.nbor(-1)
    while noun.dep_ in ("pobj", "prep", "compound") and noun.head.i < noun.i:
        noun = noun.head
    return noun


def _views(verb: Token) -> bool:
    """`expects a deal`, `thinks it likely`; not `they think along the same lines`."""
    thought = any(c.dep_ in ("ccomp", "xcomp", "dobj", "oprd") for c in verb.children)
    return verb.lemma_ in VIEWING and thought and not _passive(verb)


def _passive(verb: Token) -> bool:
    """`is expected to` is nobody's expectation."""
    return syntax.is_passive(verb) and not syntax.agents(verb)


def _bare(name: str) -> frozenset[str]:
    """The words of an outlet's name that tell it from others."""
    return frozenset(name.lower().split()) - {"the", "news", "agency", "newspaper", "daily"}


def _share(inner: Span, outer: Span) -> float:
    """How much of the inner span lies in the outer one."""
    shared = min(inner.end, outer.end) - max(inner.start, outer.start)
    return max(0, shared) / max(1, inner.end - inner.start)
