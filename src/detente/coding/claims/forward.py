"""What looks ahead: modals, likelihoods, expectations, phrases, promises, each with its hedge and the verb of its clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from detente.coding import syntax
from detente.coding.claims import hedges
from detente.coding.claims.clauses import bounds, conditions, is_condition
from detente.coding.claims.hedges import Hedge
from detente.coding.claims.lexicon import CONDITIONS, EXPECTED, MODALS, PLANNING, PROMISING, PURPOSES, STATIVE
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
_REPORTED_WOULD = frozenset("would 'd ’d".split())
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
    outer = [*_phrases(sentence, table), *_comparisons(sentence, table)]
    inner = [f for token in sentence for f in _of_token(token, reported, table)]
    kept = outer + [f for f in inner if not any(o.first <= f.verb.i <= o.last for o in outer)]
    return _without_repeats(kept)


def _without_repeats(found: list[Foretold]) -> list[Foretold]:
    """One a verb, the earlier one kept; none inside a conditional, whose span is the whole."""
    seen: dict[int, Foretold] = {}
    for f in found:
        seen.setdefault(f.verb.i, f)
    wholes = [f for f in seen.values() if f.kind == "conditional"]
    return [f for f in seen.values() if not any(w is not f and w.first <= f.first and f.last <= w.last for w in wholes)]


def _of_token(token: Token, reported: bool, table: Table) -> Iterator[Foretold]:
    if token.tag_ == "MD" or token.lower_ in MODALS and token.pos_ == "AUX":
        yield from _of_modal(token, reported, table)
    elif token.lower_ in ("likely", "unlikely"):
        yield from _of_likely(token, reported, table)
    elif token.lower_ in EXPECTED:
        yield from _of_expected(token, reported, table)
    elif token.lower_ == "to" and token.tag_ == "TO" and token.head.i > token.i:
        yield from _of_infinitive(token, table)
    elif token.pos_ == "VERB" and token.lemma_ in PROMISING:
        yield from _of_promise(token)


def _made(verb: Token, hedge: Hedge, kind: ClaimKind = "forecast") -> Foretold:
    """The clause, as a conditional with its condition where it has one."""
    first, last = bounds(verb)
    if kind == "forecast" and conditions(verb, CONDITIONS):
        kind = "conditional"
    return Foretold(verb, first, last, kind, hedge)


def _of_modal(modal: Token, reported: bool, table: Table) -> Iterator[Foretold]:
    verb = modal.head if modal.dep_ == "aux" else modal
    if is_condition(verb, CONDITIONS) or any(c.lower_ in _WHATEVER for c in verb.children) or _is_asked(verb):
        return
    if any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children):
        return
    word = modal.lower_
    if word in _REPORTED_WOULD:
        yield from _of_would(modal, verb, reported, table)
        return
    if word not in MODALS or _is_author(verb):
        return
    negated = any(c.dep_ == "neg" for c in verb.children)
    if word == "could" and (negated or _is_past_ability(verb)):
        return
    if MODALS[word] in ("may", "might") and verb.lemma_ in STATIVE and not any(c.dep_ == "expl" for c in verb.children):
        return
    promised = _we_will(verb, word)
    yield _made(verb, hedges.of_modal(modal, verb, table), "commitment" if promised else "forecast")


def _of_would(modal: Token, verb: Token, reported: bool, table: Table) -> Iterator[Foretold]:
    """`would` looks ahead after a condition, in reported speech, and where a whole sentence says what something would need."""
    hedge = hedges.of_modal(modal, verb, table)
    if conditions(verb, CONDITIONS):
        yield _made(verb, hedge)
    elif reported and verb.dep_ in ("ccomp", "conj", "parataxis"):
        yield _made(verb, Hedge(hedge.words, *hedges.of_phrase("will", table)[1:]))
    elif verb.dep_ == "ROOT" and verb.lemma_ in ("require", "need", "mean", "take", "lead", "depend", "cause", "force", "make"):
        subject = next(iter(syntax.own_subjects(verb)), None)
        if subject is not None and any(c.lower_ in ("a", "an", "any", "such") for c in subject.children):
            yield _made(verb, hedge, "conditional")


def _of_likely(word: Token, reported: bool, table: Table) -> Iterator[Foretold]:
    """`is unlikely to`, `look unlikely`, `it is likely that`."""
    if word.dep_ in ("amod", "advmod", "compound") or word.lower_ == "likely" and _is_compared(word):
        return
    verb = word.head if word.dep_ in ("acomp", "oprd", "xcomp", "attr", "ccomp") and word.head.pos_ in ("VERB", "AUX") else word
    if is_condition(verb, CONDITIONS) or _is_asked(verb) or (_is_past(verb) and not reported):
        return
    before = [c for c in word.children if c.dep_ == "advmod" and c.i < word.i and c.lower_ in ("very", "highly", "most", "extremely")]
    yield _made(verb, hedges.of_word(word, before, _negated(verb, word), table))


def _of_expected(word: Token, reported: bool, table: Table) -> Iterator[Foretold]:
    """`is expected to meet`, `set to remain`, `not guaranteed to`."""
    ahead = next((c for c in word.children if c.dep_ in ("xcomp", "ccomp", "advcl", "prep") and c.i > word.i and _infinitive(c)), None)
    follows = word.i + 2 < len(word.doc) and word.nbor().lower_ == "to" and word.nbor(2).tag_ == "VB"
    if ahead is None and not follows:
        return
    verb = word if word.pos_ == "VERB" or word.dep_ == "conj" else word.head
    if verb.pos_ not in ("VERB", "AUX", "ADJ") or is_condition(verb, CONDITIONS) or _is_asked(verb):
        return
    auxiliaries = [c for c in (*verb.children, *word.children) if c.dep_ in ("aux", "auxpass")]
    copula = verb if verb.lemma_ in _COPULAS else None
    if (copula is not None and _is_past(copula)) or any(a.lower_ in ("was", "were", "had", "been") for a in auxiliaries):
        if not reported:
            return
    if not auxiliaries and copula is None and word.dep_ != "conj":
        return
    yield _made(verb, hedges.of_word(word, (), _negated(verb, word), table))


def _of_infinitive(to: Token, table: Table) -> Iterator[Foretold]:
    """`are to meet`, `is going to fall`, `plans to build`."""
    verb, over = to.head, to.head.head
    if verb.tag_ != "VB" or verb.dep_ != "xcomp" or over.tag_ not in ("VBZ", "VBP", "VBG") or is_condition(over, CONDITIONS):
        return
    subject = next(iter(syntax.own_subjects(over)), None)
    negated = _negated(over, over)
    if over.lower_ == "going" and any(c.lemma_ == "be" and c.tag_ != "VBD" for c in over.children) and not _is_author(over):
        kind: ClaimKind = "commitment" if _we_will(over, "will") else "forecast"
        yield _made(over, hedges.of_phrase("is not going to" if negated else "is going to", table), kind)
    elif over.lemma_ in PLANNING and over.tag_ in ("VBZ", "VBP"):
        yield _made(over, hedges.of_phrase(f"{over.text} to", table, "plans to"))
    elif over.lemma_ == "be" and over.tag_ != "VBG" and subject is not None and subject.lemma_.lower() not in PURPOSES:
        if subject.pos_ in ("PROPN", "PRON", "NOUN") and to.i == over.i + 1:
            yield _made(over, hedges.of_phrase("is to", table))


def _of_promise(verb: Token) -> Iterator[Foretold]:
    """`pledged to withdraw`, `promises a new bridge`; no hedge that a table could read."""
    if _negated(verb, verb) or is_condition(verb, CONDITIONS) or verb.tag_ not in ("VBZ", "VBP", "VBD", "VBN"):
        return
    promised = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "dobj") and c.i > verb.i]
    if promised and syntax.subjects(verb) and not syntax.is_passive(verb):
        yield _made(verb, Hedge(verb.text), "commitment")


def _phrases(sentence: Span, table: Table) -> Iterator[Foretold]:
    text = sentence.text
    for pattern, readings in _PHRASES:
        for match in pattern.finditer(text):
            verb = _verb_at(sentence, match)
            if verb is not None and not is_condition(verb, CONDITIONS):
                made = _made(verb, hedges.of_phrase(match[0], table, *_shorter(match[0]), *readings))
                yield Foretold(made.verb, made.first, made.last, made.kind, made.hedge, outer=True)
    for match in _PROSPECTS.finditer(text):
        verb = _verb_at(sentence, match)
        if verb is not None:
            made = _made(verb, hedges.of_phrase(match[0], table, "unlikely" if match["poor"] else "likely"))
            words = match[0] if len(match[0]) < 80 else match[0].split()[0] + " … " + " ".join(match[0].split()[-2:])
            yield Foretold(made.verb, made.first, made.last, made.kind, Hedge(words, *made.hedge[1:]), outer=True)


def _comparisons(sentence: Span, table: Table) -> Iterator[Foretold]:
    """`The more it looks so, the more likely they are to …`."""
    match = _MORE.search(sentence.text)
    if match is None:
        return
    span = sentence.char_span(match.start(), match.end(), alignment_mode="expand")
    if span is None:
        return
    last = sentence.end - 1
    while last > span.start and (sentence.doc[last].is_punct or sentence.doc[last].is_space):
        last -= 1
    ahead = any(t.lower_ in ("will", "likely", "would") for t in sentence.doc[span.start : last + 1])
    if ahead:
        form = "likely" if match["likely"] else "will"
        words = f"the more … the {match['then']}{match['likely'] or ''}"
        yield Foretold(span.root, span.start, last, "conditional", hedges.of_phrase(words, table, form), outer=True)


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
    if token.dep_ == "aux":
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


def _is_asked(verb: Token) -> bool:
    """Whether the clause is a direct question."""
    return verb.sent.text.rstrip("\"”’' \n").endswith("?")
