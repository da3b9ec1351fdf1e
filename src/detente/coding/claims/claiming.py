"""Puts the claims of a document together: what is claimed, by whom, about whom, until when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.coding import times as dating
from detente.coding.claims import hedges
from detente.coding.claims.dyads import Dyads
from detente.coding.claims.forward import foretold
from detente.coding.claims.hedges import Hedge
from detente.coding.claims.holders import Holder, Holders
from detente.coding.claims.judgements import held
from detente.coding.claims.rumours import Rumour, rumours
from detente.records import UNKNOWN, Claim, ClaimKind, Mention, Moment, Quote, Span, TimeExpression, Verdict
from detente.reference.estimative import Table

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from detente.reading.parse import Parsed

_FEWEST = 3  # words of a claim
_SAME = 0.5  # of the shorter of two spans that says the same
_READ = frozenset({"body", "title", "caption"})
_LABELS = frozenset({"called", "labeled", "labelled", "branded", "described", "accused", "denounced", "condemned", "dubbed"})


class Claiming:
    """Walks the sentences of a document once."""

    def __init__(
        self,
        parsed: Parsed,
        mentions: Sequence[Mention],
        quotes: Sequence[Quote],
        times: Sequence[TimeExpression],
        table: Table,
    ) -> None:
        self.parsed, self.mentions, self.quotes, self.times = parsed, mentions, quotes, times
        self.table: Table = table
        self.holders = Holders(parsed, mentions, quotes)
        self.dyads = Dyads(parsed, mentions)

    def claims(self) -> list[Claim]:
        """Rumours first, then what looks ahead, then judgements, then what else was said; none twice."""
        found: list[Claim] = []
        sentences = [s for s in self.parsed.sentences if self.parsed.block(s).kind in _READ]
        for make in (self._rumours, self._ahead, self._held):
            for sentence in sentences:
                found += [c for c in make(sentence) if not _repeats(c, found)]
        found += [c for c in self._said() if not _held_already(c, found)]
        return sorted(found, key=lambda c: (c.span, c.kind))

    def _rumours(self, sentence: Words) -> Iterator[Claim]:
        for rumour in rumours(sentence):
            marks = self.parsed.span(self.parsed.doc[rumour.marks[0].i : rumour.marks[-1].i + 1])
            if not self.holders.around(marks):
                verb = self.parsed.doc[rumour.first : rumour.last + 1].root
                yield from self._claim(rumour.first, rumour.last, verb, "report", Hedge(None), rumour=rumour, marks=marks)

    def _ahead(self, sentence: Words) -> Iterator[Claim]:
        reported = any(q.kind != "direct" and q.span.meets(self.parsed.span(sentence)) for q in self.quotes)
        for f in foretold(sentence, reported, self.table):
            yield from self._claim(f.first, f.last, f.verb, f.kind, f.hedge)

    def _held(self, sentence: Words) -> Iterator[Claim]:
        for h in held(sentence, self.table):
            for claim in self._claim(h.first, h.last, h.verb, h.kind, h.hedge):
                whom = self._antecedent(h.relative) if h.relative is not None else ()
                yield replace(claim, about=tuple(dict.fromkeys((*whom, *claim.about))))

    def _said(self) -> Iterator[Claim]:
        """What else was said: a report, or a judgement where it says what somebody is."""
        for quote in self.quotes:
            if len(self.parsed.document.at(quote.span).split()) < _FEWEST or not quote.speaker:
                continue
            kind: ClaimKind = "judgement" if quote.kind == "direct" or quote.cue in _LABELS else "report"
            yield Claim(
                quote.span, quote.sentence, quote.speaker, self.holders.said(quote), kind, about=self._about(quote.span)
            )

    def _claim(
        self,
        first: int,
        last: int,
        verb: Token,
        kind: ClaimKind,
        hedge: Hedge,
        *,
        rumour: Rumour | None = None,
        marks: Span | None = None,
    ) -> Iterator[Claim]:
        words = self.parsed.doc[first : last + 1]
        if len(words.text.split()) < _FEWEST:
            return
        span = self.parsed.span(words)
        holder = self._holder(span, verb, kind, rumour)
        if not holder.speaks and kind == "forecast":
            hedge = hedges.of_attitude(hedge, verb, self.table)
        verdict: Verdict = "refuted" if rumour is not None else "untested"
        yield Claim(
            span=span,
            sentence=self.parsed.sentence(words),
            holder=holder.id,
            chain=holder.chain,
            kind=kind,
            hedge=hedge.words,
            p_low=hedge.p_low,
            p_high=hedge.p_high,
            horizon=UNKNOWN if kind in ("report", "judgement", "belief") else self._horizon(span),
            about=self._about(span),
            verdict=verdict,
            verdict_evidence=(marks,) if marks is not None else (),
        )

    def _holder(self, span: Span, verb: Token, kind: ClaimKind, rumour: Rumour | None) -> Holder:
        if rumour is not None:
            return self.holders.teller(span, rumour.telling)
        return self.holders.holder(span, verb, promised=kind == "commitment")

    def _about(self, span: Span) -> tuple[str, ...]:
        """Ids of the actors in a span, and of the two states whose relation it speaks of where it leaves them out."""
        inside = [m for m in self.mentions if m.sense == "actor" and span.holds(m.span)]
        meant = self.dyads.meant(span)
        if meant is not None:
            inside = [m for m in inside if self.parsed.document.at(m.span).lower() != "it"]
        named = dict.fromkeys(i for m in inside for i in m.actors)
        return tuple(named | dict.fromkeys(sorted((meant or frozenset()) - set(named))))

    def _antecedent(self, relative: Token) -> tuple[str, ...]:
        """Whom `which` or `who` stands for: the nearest name before it, of a person only after `who`."""
        place, sentence = self.parsed.span(relative), self.parsed.sentence(relative)
        people = {self.parsed.span(e).start for e in relative.sent.ents if e.label_ == "PERSON"}
        before = [m for m in self.mentions if sentence.start <= m.span.start and m.span.end <= place.start and m.actors]
        for mention in sorted(before, key=lambda m: -m.span.end):
            named = mention.sense == "actor" and mention.kind in ("name", "nominal")
            if named and (relative.lower_ == "that" or (mention.span.start in people) == (relative.lower_ == "who")):
                return mention.actors
        return ()

    def _horizon(self, span: Span) -> Moment:
        """When it should be seen: the first date inside that does not lie wholly before the document's own."""
        written = self.parsed.document.date.earliest
        for dated in dating.of(self.parsed.document, self.times, span):
            moment = dated.moment
            if moment.known and not (written and moment.latest and moment.latest < written):
                return moment
        return UNKNOWN


def _held_already(claim: Claim, found: Sequence[Claim]) -> bool:
    """Whether claims that are there already say most of what a quotation says."""
    span = claim.span
    shared = sum(max(0, min(span.end, o.span.end) - max(span.start, o.span.start)) for o in found)
    return shared >= _SAME * (span.end - span.start) or any(o.span == span for o in found)


def _repeats(claim: Claim, found: Sequence[Claim]) -> bool:
    """Whether a claim over mostly the same words is there already."""
    for other in found:
        shared = min(claim.span.end, other.span.end) - max(claim.span.start, other.span.start)
        shorter = min(claim.span.end - claim.span.start, other.span.end - other.span.start)
        if shared >= _SAME * shorter:
            return True
    return False
