"""What looks ahead: modals, likelihoods, expectations, phrases, promises, each with its hedge and the verb of its clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from detente.coding import syntax
from detente.coding.claims import hedges
from detente.coding.claims.clauses import bounds
from detente.coding.claims.conditions import Condition, condition
from detente.coding.claims.hedges import Hedge
from detente.coding.claims.lexicon import EXPECTED, EXPECTING, MODALS, PLANNING, PROMISING, PURPOSES
from detente.coding.claims.modals import SENSING, asking, is_author, is_open, looks_ahead, we_will
from detente.coding.claims.phrases import is_negated, phrases
from detente.records import ClaimKind
from detente.reference.estimative import Table

_COPULAS = frozenset("be look seem appear remain".split())
_WOULD = frozenset({"would", "'d", "’d"})
_NEEDING = frozenset("require need mean take lead depend cause force make".split())
_OWN_WORD = frozenset({"will", "shall", "will not", "will never", "won't", "wo n't", "'ll", "’ll", "won’t", "shall not"})
_DEGREES = frozenset("very highly most extremely nearly almost virtually quite".split())


@dataclass(frozen=True, slots=True)
class Foretold:
    """A clause that looks ahead.

    Args:
        verb: the head of the clause.
        first: its first token.
        last: its last token.
        kind: forecast, conditional or commitment.
        hedge: its words and the band read in them.
    """

    verb: Token
    first: int
    last: int
    kind: ClaimKind
    hedge: Hedge


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
    outer = [Foretold(p.verb, p.first, p.last, p.kind, p.hedge) for p in phrases(sentence, table)]
    inner = [f for token in sentence for f in found.of_token(token)]
    kept = outer + [f for f in inner if not any(o.first <= f.verb.i <= o.last for o in outer)]
    return _apart(list({f.verb.i: f for f in reversed(kept)}.values()))


def _apart(found: list[Foretold]) -> list[Foretold]:
    """Clauses that do not hold one another: a conditional keeps what hangs on it, others end where an inner one begins."""
    wholes = [f for f in found if f.kind == "conditional"]
    promised = {c.i for f in found if f.kind == "commitment" for c in f.verb.children if c.dep_ in ("ccomp", "xcomp")}
    loose = [
        f for f in found if f.verb.i not in promised and not any(w is not f and w.first <= f.verb.i <= w.last for w in wholes)
    ]
    cut: list[Foretold] = []
    for f in loose:
        edges = [
            i.verb.left_edge.i
            for i in loose
            if i is not f and f.verb.i < i.verb.left_edge.i <= f.last and f.verb in i.verb.ancestors
        ]
        last = min([f.last, *(e - 1 for e in edges)])
        while last > f.first and (f.verb.doc[last].is_punct or f.verb.doc[last].dep_ in ("cc", "mark")):
            last -= 1
        cut.append(f if last == f.last or last < f.verb.i else replace(f, last=last))
    return sorted(cut, key=lambda f: f.first)


class _Finder:
    """Finds what looks ahead in one sentence."""

    def __init__(self, reported: bool, table: Table, given: Condition | None) -> None:
        self.reported, self.given = reported, given
        self.table: Table = table

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
        elif token.lemma_ in EXPECTING and token.tag_ in ("VBZ", "VBP"):
            yield from self._expectation(token)

    def _made(self, verb: Token, hedge: Hedge, kind: ClaimKind = "forecast") -> Foretold:
        return Foretold(verb, *bounds(verb), kind, hedge)

    def _on_condition(self, verb: Token, hedge: Hedge) -> Foretold:
        """The clause together with what it hangs on."""
        assert self.given is not None
        first, last = bounds(verb)
        ends = [i for i in (self.given.last, last) if i < verb.sent.end]
        return Foretold(verb, min(first, self.given.first), max(ends), "conditional", hedge)

    def _modal(self, modal: Token) -> Iterator[Foretold]:
        verb = modal.head if modal.dep_ == "aux" else modal
        if is_open(verb) or any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children):
            return
        hedge = hedges.of_modal(modal, verb, self.table)
        if self.given is not None and self.given.consequent == modal.i:
            yield self._on_condition(verb, hedge)
        elif modal.lower_ in _WOULD:
            yield from self._would(verb, hedge)
        elif modal.lower_ in MODALS and looks_ahead(modal, verb):
            asked = asking(verb)
            if asked is not None:
                yield self._made(verb, Hedge(asked, *hedges.of_phrase("uncertain", self.table)[1:]))
            else:
                sure = hedge.words is not None and hedge.words.lower() in _OWN_WORD and verb.lemma_ not in SENSING
                yield self._made(verb, hedge, "commitment" if sure and we_will(verb, modal.lower_) else "forecast")

    def _would(self, verb: Token, hedge: Hedge) -> Iterator[Foretold]:
        """In reported speech, and where a whole sentence says what something would need."""
        asked = asking(verb)
        if asked is not None:
            if verb.head.lemma_ == "see":  # "it remained to be seen whether"; else a question is only told of
                yield self._made(verb, Hedge(asked, *hedges.of_phrase("uncertain", self.table)[1:]))
        elif self.reported and verb.dep_ in ("ccomp", "conj", "parataxis"):
            future = "will not" if is_negated(verb) else "will"
            yield self._made(verb, Hedge(hedge.words, *hedges.of_phrase(future, self.table)[1:]))
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
        yield self._made(verb, hedges.of_word(word, _stronger(word), is_negated(verb, word), self.table))

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
        yield self._made(verb, hedges.of_word(word, _stronger(word), is_negated(verb, word), self.table))

    def _infinitive(self, to: Token) -> Iterator[Foretold]:
        """`are to meet`, `is going to fall`, `plans to build`."""
        verb, over = to.head, to.head.head
        if verb.tag_ != "VB" or verb.dep_ != "xcomp" or over.tag_ not in ("VBZ", "VBP", "VBG"):
            return
        subject = next(iter(syntax.own_subjects(over)), None)
        if over.lower_ == "going" and any(c.lemma_ == "be" and c.tag_ != "VBD" for c in over.children):
            if not is_author(over):
                phrase = "is not going to" if is_negated(over) else "is going to"
                words = f"{'not ' if is_negated(over) else ''}going to"
                hedge = Hedge(words, *hedges.of_phrase(phrase, self.table)[1:])
                yield self._made(over, hedge, "commitment" if we_will(over, "will") else "forecast")
        elif over.lemma_ in PLANNING and over.tag_ in ("VBZ", "VBP"):
            yield self._made(over, hedges.of_phrase(f"{over.text} to", self.table, "plans to"))
        elif over.lemma_ == "be" and over.tag_ != "VBG" and to.i == over.i + 1 and _comes(subject):
            yield self._made(over, hedges.of_phrase(f"{over.text} to", self.table, "is to"))

    def _expectation(self, verb: Token) -> Iterator[Foretold]:
        """`analysts expect new penalties`."""
        expected = any(c.dep_ == "dobj" or (c.dep_ in ("xcomp", "ccomp") and _has_to(c)) for c in verb.children if c.i > verb.i)
        if expected and not is_negated(verb) and not syntax.is_passive(verb):
            yield self._made(verb, hedges.of_phrase(verb.text, self.table, "expect"))

    def _promise(self, verb: Token) -> Iterator[Foretold]:
        """`pledged to withdraw`, `promises a new bridge`; no hedge that a table could read."""
        if is_negated(verb) or verb.tag_ not in ("VBZ", "VBP", "VBD", "VBN") or syntax.is_passive(verb):
            return
        promised = [
            c
            for c in verb.children
            if c.dep_ in ("xcomp", "ccomp", "dobj") and c.i > verb.i and not c.lower_.endswith(("self", "selves"))
        ]
        if promised and syntax.subjects(verb):
            yield self._made(verb, Hedge(verb.text), "commitment")


def _comes(subject: Token | None) -> bool:
    """Whether `is to` says what the subject will do, not what it consists in."""
    return subject is not None and subject.lemma_.lower() not in PURPOSES and subject.dep_ != "csubj"


def _has_to(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children)


def _stronger(word: Token) -> list[Token]:
    """The adverbs right before a word that make it stronger or weaker."""
    return [c for c in word.children if c.dep_ == "advmod" and c.i == word.i - 1 and c.lower_ in _DEGREES]


def _is_compared(word: Token) -> bool:
    return (
        any(c.lower_ in ("more", "less") for c in word.children) and word.i + 1 < len(word.doc) and word.nbor().lower_ == "than"
    )


def _is_past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(c.dep_ in ("aux", "auxpass") and c.lower_ in ("was", "were", "had") for c in verb.children)
