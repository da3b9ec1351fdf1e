"""What looks ahead: modals, likelihoods, expectations, phrases, promises, each with its hedge and the verb of its clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from detente.coding import syntax
from detente.coding.claims import hedges
from detente.coding.claims.clauses import bounds
from detente.coding.claims.conditions import Condition, condition
from detente.coding.claims.hedges import Hedge
from detente.coding.claims.lexicon import ASKING, EXPECTED, MODALS, PLANNING, PROMISING, PURPOSES, STATIVE
from detente.records import ClaimKind
from detente.reference.estimative import Table

_PHRASES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), readings)
    for pattern, readings in (
        (r"\b(?:little|no|scant|every|good)\s+(?:reason|cause)\s+to\s+(?:think|believe|expect|suppose)\b", ("little reason to think",)),
        (r"\b(?:little|no|scant|slim|small|good|every|remote|slight|fair)\s+(?:chance|prospect|likelihood|hope|sign|possibility)s?\b", ()),
        (r"\b(?:is|remains?|seems?|appears?|looks?)\s+(?:still\s+|quite\s+|entirely\s+|also\s+)?"
         r"(?:possible|probable|doubtful|conceivable|inconceivable|inevitable|uncertain|unclear|questionable)\b(?=\s+(?:that|whether|if))", ("possible",)),
        (r"\b(?:is|are|has|have)\s+(?:here|there)\s+to\s+stay\b", ("is to",)),
        (r"\bpaves?\s+the\s+way\s+(?:for|to)\b", ("likely",)),
        (r"\b(?:hard|difficult|impossible)\s+to\s+(?:imagine|see|envisage)\b", ()),
        (r"\b(?:cannot|can\s+not|can't|can’t)\s+be\s+(?:ruled\s+out|excluded)\b", ("cannot be ruled out",)),
        (r"\bremains?\s+to\s+be\s+seen\b", ("remains to be seen",)),
        (r"\bout\s+of\s+the\s+question\b", ()),
    )
)
_PROSPECTS = re.compile(
    r"\b(?:prospects?|chances|odds|hopes)\b.{0,160}?\b(?:is|are|looks?|remains?|seems?)\s+(?:still\s+|very\s+|rather\s+)?"
    r"(?:(?P<poor>limited|dim|slim|bleak|poor|remote|low|uncertain|faint|grim)|(?P<good>good|bright|strong|high))\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"\bthe\s+(?:more|less|\w+er)\b.{3,200}?,\s*the\s+(?P<then>more|less|\w+er)\b(?P<likely>\s+likely)?", re.IGNORECASE)
_COPULAS = frozenset("be look seem appear remain".split())
_WOULD = frozenset({"would", "'d", "’d"})
_NEEDING = frozenset("require need mean take lead depend cause force make".split())
_WHATEVER = frozenset({"whatever", "however", "whoever", "how"})


@dataclass(frozen=True, slots=True)
class Foretold:
    """A clause that looks ahead.

    Args:
        verb: the head of the clause. first, last: its tokens.
        outer: it governs what it foretells from outside, so that hedges inside it do not count again.
    """

    verb: Token
    first: int
    last: int
    kind: ClaimKind
    hedge: Hedge
    outer: bool = False


def foretold(sentence: Span, reported: bool, table: Table) -> list[Foretold]:
    """Everything in a sentence that looks ahead.

    Args:
        sentence: the sentence.
        reported: whether (part of) it is somebody's reported words, so that `would` is their `will`.
        table: how hedges are read.
    """
    if sentence.text.rstrip("\"”’' \n").endswith("?"):
        return []
    found = _Finder(reported, table, condition(sentence))
    outer = [*found.phrases(sentence), *found.comparisons(sentence)]
    inner = [f for token in sentence for f in found.of_token(token)]
    kept = outer + [f for f in inner if not any(o.first <= f.verb.i <= o.last for o in outer)]
    return _apart(list({f.verb.i: f for f in reversed(kept)}.values()))


def _apart(found: list[Foretold]) -> list[Foretold]:
    """Clauses that do not hold one another: what hangs on a conditional is part of it, else the outer one ends where the inner begins."""
    wholes = [f for f in found if f.kind == "conditional"]
    loose = [f for f in found if not any(w is not f and w.first <= f.verb.i <= w.last for w in wholes)]
    cut: list[Foretold] = []
    for f in loose:
        edges = [i.verb.left_edge.i for i in loose if i is not f and f.verb.i < i.verb.left_edge.i <= f.last and f.verb in i.verb.ancestors]
        last = min([f.last, *(e - 1 for e in edges)])
        while last > f.first and (f.verb.doc[last].is_punct or f.verb.doc[last].dep_ in ("cc", "mark")):
            last -= 1
        cut.append(f if last == f.last or last < f.verb.i else replace(f, last=last))
    return sorted(cut, key=lambda f: f.first)


class _Finder:
    """Finds what looks ahead in one sentence."""

    def __init__(self, reported: bool, table: Table, given: Condition | None) -> None:
        self.reported, self.table, self.given = reported, table, given

    def of_token(self, token: Token) -> Iterator[Foretold]:
        """What a token brings, if it looks ahead and is no part of an if-clause."""
        if self.given is not None and self.given.first <= token.i <= self.given.last:
            return
        if token.tag_ == "MD" or (token.lower_ in MODALS and token.pos_ == "AUX"):
            yield from self._modal(token)
        elif token.lower_ in ("likely", "unlikely"):
            yield from self._likely(token)
        elif token.lower_ in EXPECTED:
            yield from self._expected(token)
        elif token.lower_ == "to" and token.tag_ == "TO" and token.head.i > token.i:
            yield from self._infinitive(token)
        elif token.pos_ == "VERB" and token.lemma_ in PROMISING:
            yield from self._promise(token)

    def _made(self, verb: Token, hedge: Hedge, kind: ClaimKind = "forecast", outer: bool = False) -> Foretold:
        return Foretold(verb, *bounds(verb), kind, hedge, outer)

    def _on_condition(self, verb: Token, hedge: Hedge) -> Foretold:
        """The clause together with what it hangs on."""
        assert self.given is not None
        first, last = bounds(verb)
        ends = [i for i in (self.given.last, last) if i < verb.sent.end]
        return Foretold(verb, min(first, self.given.first), max(ends), "conditional", hedge)

    def _modal(self, modal: Token) -> Iterator[Foretold]:
        verb = modal.head if modal.dep_ == "aux" else modal
        if any(c.lower_ in _WHATEVER for c in verb.children) or any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children):
            return
        hedge = hedges.of_modal(modal, verb, self.table)
        if self.given is not None and self.given.consequent == modal.i:
            yield self._on_condition(verb, hedge)
        elif modal.lower_ in _WOULD:
            yield from self._would(verb, hedge)
        elif modal.lower_ in MODALS and _looks_ahead(modal, verb):
            asked = _asking(verb)
            if asked is not None:
                yield self._made(verb, Hedge(asked, *hedges.of_phrase("uncertain", self.table)[1:]))
            else:
                yield self._made(verb, hedge, "commitment" if _we_will(verb, modal.lower_) else "forecast")

    def _would(self, verb: Token, hedge: Hedge) -> Iterator[Foretold]:
        """In reported speech, and where a whole sentence says what something would need."""
        if self.reported and verb.dep_ in ("ccomp", "conj", "parataxis"):
            yield self._made(verb, Hedge(hedge.words, *hedges.of_phrase("will", self.table)[1:]))
        elif verb.dep_ == "ROOT" and verb.lemma_ in _NEEDING:
            subject = next(iter(syntax.own_subjects(verb)), None)
            if subject is not None and any(c.lower_ in ("a", "an", "any", "such") for c in subject.children):
                yield self._made(verb, hedge, "conditional")

    def _likely(self, word: Token) -> Iterator[Foretold]:
        """`is unlikely to`, `look unlikely`, `it is likely that`."""
        if word.dep_ in ("amod", "advmod", "compound") or (word.lower_ == "likely" and _is_compared(word)):
            return
        under = word.dep_ in ("acomp", "oprd", "xcomp", "attr", "ccomp") and word.head.pos_ in ("VERB", "AUX")
        verb = word.head if under else word
        if _is_past(verb) and not self.reported:
            return
        before = [c for c in word.children if c.dep_ == "advmod" and c.i < word.i and c.lower_ in ("very", "highly", "most", "extremely")]
        yield self._made(verb, hedges.of_word(word, before, _negated(verb, word), self.table))

    def _expected(self, word: Token) -> Iterator[Foretold]:
        """`is expected to meet`, `set to remain`, `not guaranteed to`."""
        if not (word.i + 2 < len(word.doc) and word.nbor().lower_ == "to" and word.nbor(2).tag_ in ("VB", "RB")):
            return
        verb = word if word.pos_ == "VERB" or word.dep_ == "conj" else word.head
        if verb.pos_ not in ("VERB", "AUX", "ADJ"):
            return
        auxiliaries = [c for c in (*verb.children, *word.children) if c.dep_ in ("aux", "auxpass")]
        copula = verb if verb.lemma_ in _COPULAS else None
        past = (copula is not None and _is_past(copula)) or any(a.lower_ in ("was", "were", "had", "been") for a in auxiliaries)
        if (past and not self.reported) or (not auxiliaries and copula is None and word.dep_ != "conj"):
            return
        yield self._made(verb, hedges.of_word(word, (), _negated(verb, word), self.table))

    def _infinitive(self, to: Token) -> Iterator[Foretold]:
        """`are to meet`, `is going to fall`, `plans to build`."""
        verb, over = to.head, to.head.head
        if verb.tag_ != "VB" or verb.dep_ != "xcomp" or over.tag_ not in ("VBZ", "VBP", "VBG"):
            return
        subject = next(iter(syntax.own_subjects(over)), None)
        if over.lower_ == "going" and any(c.lemma_ == "be" and c.tag_ != "VBD" for c in over.children):
            if not _is_author(over):
                phrase = "is not going to" if _negated(over) else "is going to"
                words = f"{'not ' if _negated(over) else ''}going to"
                hedge = Hedge(words, *hedges.of_phrase(phrase, self.table)[1:])
                yield self._made(over, hedge, "commitment" if _we_will(over, "will") else "forecast")
        elif over.lemma_ in PLANNING and over.tag_ in ("VBZ", "VBP"):
            yield self._made(over, hedges.of_phrase(f"{over.text} to", self.table, "plans to"))
        elif over.lemma_ == "be" and over.tag_ != "VBG" and to.i == over.i + 1 and subject is not None:
            if subject.lemma_.lower() not in PURPOSES and subject.dep_ != "csubj":
                yield self._made(over, hedges.of_phrase(f"{over.text} to", self.table, "is to"))

    def _promise(self, verb: Token) -> Iterator[Foretold]:
        """`pledged to withdraw`, `promises a new bridge`; no hedge that a table could read."""
        if _negated(verb) or verb.tag_ not in ("VBZ", "VBP", "VBD", "VBN") or syntax.is_passive(verb):
            return
        promised = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "dobj") and c.i > verb.i]
        if promised and syntax.subjects(verb):
            yield self._made(verb, Hedge(verb.text), "commitment")

    def phrases(self, sentence: Span) -> Iterator[Foretold]:
        """`there is little reason to think that`, `prospects are dim`."""
        text = sentence.text
        for pattern, readings in _PHRASES:
            for match in pattern.finditer(text):
                verb = _verb_at(sentence, match)
                if verb is not None and not _negated(verb):
                    hedge = hedges.of_phrase(match[0], self.table, *_shorter(match[0]), *readings)
                    yield self._made(verb, hedge, outer=True)
        for match in _PROSPECTS.finditer(text):
            verb = _verb_at(sentence, match)
            if verb is not None:
                words = match[0].split()
                hedge = hedges.of_phrase(match[0], self.table, "unlikely" if match["poor"] else "likely")
                yield self._made(verb, Hedge(f"{words[0]} … {' '.join(words[-2:])}", *hedge[1:]), outer=True)

    def comparisons(self, sentence: Span) -> Iterator[Foretold]:
        """`The more it looks so, the more likely they are to …`."""
        match = _MORE.search(sentence.text)
        span = sentence.char_span(match.start(), match.end(), alignment_mode="expand") if match is not None else None
        if match is None or span is None:
            return
        last = sentence.end - 1
        while last > span.start and (sentence.doc[last].is_punct or sentence.doc[last].is_space):
            last -= 1
        if any(t.lower_ in ("will", "likely", "would") for t in sentence.doc[span.start : last + 1]):
            words = f"the more … the {match['then']}{match['likely'] or ''}"
            hedge = hedges.of_phrase(words, self.table, "likely" if match["likely"] else "will")
            yield Foretold(span.root, span.start, last, "conditional", hedge, outer=True)


def _looks_ahead(modal: Token, verb: Token) -> bool:
    """Whether a modal speaks of what comes, not of what is or was able to be."""
    word = MODALS[modal.lower_]
    if _is_author(verb):
        return False
    if word == "could":
        return not any(c.dep_ == "neg" for c in verb.children) and not _is_past_ability(verb)
    there = any(c.dep_ == "expl" for c in verb.children)
    return word not in ("may", "might") or verb.lemma_ not in STATIVE or there


def _asking(verb: Token) -> str | None:
    """The words of an open question that the clause stands in: `see if`."""
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in ("if", "whether")), None)
    return f"{verb.head.text} {mark.text}" if mark is not None and verb.head.lemma_ in ASKING else None


def _shorter(phrase: str) -> list[str]:
    """Forms of a phrase without its copula and fillers."""
    words = phrase.lower().split()
    return [" ".join(words[n:]) for n in range(1, len(words))]


def _verb_at(sentence: Span, match: re.Match[str]) -> Token | None:
    """The verb of the clause that a match stands in, above the infinitive that is part of it."""
    span = sentence.char_span(match.start(), match.end(), alignment_mode="expand")
    if span is None:
        return None
    finite = [t for t in span if t.tag_ in ("VBZ", "VBP", "VBD", "MD")]
    token = finite[0] if finite else span.root
    if token.dep_ in ("aux", "auxpass"):
        token = token.head
    for above in (token, *token.ancestors):
        if above.pos_ in ("VERB", "AUX") and not _infinitive(above):
            return above
    return None


def _infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)


def _negated(*heads: Token) -> bool:
    """Whether the clause is negated, by `not` or by its subject (`none of these`)."""
    return any(
        c.dep_ == "neg" or (c.dep_ in ("nsubj", "nsubjpass") and (c.lower_ in ("none", "neither", "nobody", "nothing") or _no(c)))
        for h in heads
        for c in h.children
    )


def _no(noun: Token) -> bool:
    return any(c.lower_ in ("no", "neither") and c.dep_ == "det" for c in noun.children)


def _is_compared(word: Token) -> bool:
    return any(c.lower_ in ("more", "less") for c in word.children) and word.i + 1 < len(word.doc) and word.nbor().lower_ == "than"


def _is_past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(c.dep_ in ("aux", "auxpass") and c.lower_ in ("was", "were", "had") for c in verb.children)


def _is_past_ability(verb: Token) -> bool:
    """`could see` told of the past: beside a past main verb, outside any reported clause."""
    above = next((a for a in verb.ancestors if a.pos_ in ("VERB", "AUX")), None)
    return verb.dep_ in ("advcl", "relcl") and above is not None and above.tag_ == "VBD"


def _is_author(verb: Token) -> bool:
    """`I will try to show`: the writer about the text, no forecast."""
    return any(s.lower_ == "i" for s in syntax.own_subjects(verb))


def _we_will(verb: Token, word: str) -> bool:
    """Somebody's word about what he will do."""
    return MODALS.get(word) in ("will", "shall") and any(s.lower_ == "we" for s in syntax.own_subjects(verb))
