"""Judgements of one relation that point in opposite directions, side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from detente.ledger.holdings import Told
from detente.ledger.sources import Sources
from detente.ledger.tellings import party
from detente.ledger.versions import record, version
from detente.records import Claim, Conflict

_CLOSE = re.compile(
    r"\b(?:allied|strategic (?:all(?:y|ies|iance)|partner\w*)|"
    r"close (?:all(?:y|ies)|partners?|friends?|ties|relations?|cooperation)|friend(?:s|ly)|cordial|"
    r"trust each other|(?:cooperat|work)ing (?:very )?(?:tightly|closely)|fully cooperat\w*|respectful|"
    r"along the same lines|empower each other)\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:zero[- ]sum|contradict\w*|rival\w*|unstable|instability|hostil\w*|distrust\w*|mistrust\w*|tension\w*|disagree\w*|"
    r"clash\w*|at odds|opposing sides|opposite sides|conflicting|confrontation\w*|adversar\w*|enem(?:y|ies)|deteriorat\w*|"
    r"uneasy|fragile)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|no|never|without|hardly|neither|nor|cannot|short of|little reason|unlikely|unreasonable|n['’]t|far from|"
    r"rather than|may appear|appear to be|showing off)\b(?:(?!that\b)[^.;,]){0,30}$",
    re.IGNORECASE,
)


def judgement_conflicts(sources: Sources) -> Iterator[Conflict]:
    """For each pair of states, judgements of several holders where some call it close and others call it strained."""
    held: dict[tuple[str, ...], list[tuple[int, Told[Claim]]]] = defaultdict(list)
    for told in sources.holdings.claims:
        if told.row.kind != "judgement" or not sources.independent(told.document):
            continue
        lean = leaning(sources.holdings.documents[told.document].at(told.row.span))
        if lean:
            states = tuple(sorted(set(told.row.about)))
            if len(states) == 2 and all(party(a) == a for a in states):
                held[states].append((lean, told))
    for dyad, told in sorted(held.items()):
        close = {t.row.holder for lean, t in told if lean > 0}
        apart = {t.row.holder for lean, t in told if lean < 0}
        if len(close | apart) < 2 or not close or not apart:
            continue
        said = {(t.row.holder, lean): (lean, t) for lean, t in reversed(told)}
        versions = [version(sources, t.document, t.row.span, "close" if lean > 0 else "strained") for lean, t in said.values()]
        yield record("judgement", None, "–".join(dyad), versions, f"how close {' and '.join(dyad)} are is judged differently")


def leaning(words: str) -> int:
    """1 where the words call a relation close, −1 strained, 0 where they do neither or both."""
    score = 0
    for pattern, sign in ((_CLOSE, 1), (_APART, -1)):
        found = {-sign if _NOT.search(words[: m.start()]) else sign for m in pattern.finditer(words)}
        score += sum(found)
    return (score > 0) - (score < 0)
