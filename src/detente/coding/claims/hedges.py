"""From the words of a clause to its hedge, verbatim, and the band that a table reads in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from detente.coding.claims.lexicon import CERTAIN, MODALS
from detente.reference import estimative
from detente.reference.estimative import Band, Table

_NEAR = 4  # tokens between two hedge words that are still one phrase
_BARE = frozenset("will would shall may might could not won't never 'll ’ll wo n't see if whether".split())


class Hedge(NamedTuple):
    """The hedge's words as they stand, and the bounds read in them (None where no table has them)."""

    words: str | None
    p_low: float | None = None
    p_high: float | None = None


def plain(token: Token) -> str:
    """A token in the form in which the tables have it."""
    low = token.lower_
    if low in ("n't", "n’t", "not"):
        return "not"
    return MODALS.get(low, {"'d": "would", "’d": "would", "ca": "can"}.get(low, low))


def of_modal(modal: Token, verb: Token, table: Table) -> Hedge:
    """`will almost certainly`, `could probably`, `may not`: adverbs outweigh the modal they stand with."""
    adverbs = [list(c.subtree) for c in verb.children if c.dep_ == "advmod" and _is_estimative(c.subtree, table)]
    negation = [c for c in verb.children if c.dep_ == "neg"]
    tokens = sorted({modal, *negation, *(t for a in adverbs for t in a)}, key=lambda t: t.i)
    words = [plain(t) for t in tokens]
    candidates = [" ".join(words)]
    for adverb in adverbs:
        form = " ".join(plain(t) for t in adverb)
        candidates += [f"{form} not"] if negation else [form]
    candidates.append(f"{plain(modal)} not" if negation else plain(modal))
    return Hedge(_text(tokens), *_bounds(_first(candidates, table)))


def of_word(word: Token, before: Iterable[Token], negated: bool, table: Table) -> Hedge:
    """`very unlikely`, `is expected to`, with the words that strengthen it; a negated certainty is an open question."""
    tokens = [*before, word]
    form = " ".join(plain(t) for t in tokens)
    if negated and word.lower_ in CERTAIN:
        found = estimative.read("uncertain", table)
        return Hedge(_text(tokens), *_bounds(found))
    if negated:
        candidates = [f"not {form} to", f"not {form}", f"is not {form} to"]
    else:
        candidates = [f"{form} to", form, f"is {form} to", f"{word.lower_} to", word.lower_]
    if negated and tokens[0].i > 0 and tokens[0].nbor(-1).lower_ in ("not", "n't", "n’t"):
        tokens = [tokens[0].nbor(-1), *tokens]
    return Hedge(_text(tokens), *_bounds(_first(candidates, table)))


def of_phrase(words: str, table: Table, *readings: str) -> Hedge:
    """A phrase as it stands; `readings` are forms that a table may have for it."""
    return Hedge(words, *_bounds(_first((words, *readings), table)))


def of_attitude(inner: Hedge, verb: Token, table: Table) -> Hedge:
    """What somebody doubts, expects or hopes: the attitude decides, where a table has it, and nothing does where none has."""
    found = estimative.read(verb.head.lemma_, table)
    if found is not None:
        return Hedge(verb.head.text, found.p_low, found.p_high)
    return Hedge(inner.words) if inner.words is None or all(w in _BARE for w in inner.words.lower().split()) else inner


def _is_estimative(tokens: Iterable[Token], table: Table) -> bool:
    return estimative.read(" ".join(t.lower_ for t in tokens), table) is not None


def _first(forms: Sequence[str], table: Table) -> Band | None:
    """The first form that the table itself has, else the first that any has."""
    found = [band for form in forms if (band := estimative.read(form, table)) is not None]
    return next((band for band in found if band.table == table), next(iter(found), None))


def _bounds(band: Band | None) -> tuple[float | None, float | None]:
    return (band.p_low, band.p_high) if band is not None else (None, None)


def _text(tokens: list[Token]) -> str:
    """The words as they stand, in one piece; where they lie apart, the longest piece of them."""
    pieces: list[list[Token]] = []
    for token in sorted(tokens, key=lambda t: t.i):
        if pieces and token.i - pieces[-1][-1].i <= _NEAR:
            pieces[-1].append(token)
        else:
            pieces.append([token])
    longest = max(pieces, key=len)
    return longest[0].doc[longest[0].i : longest[-1].i + 1].text
