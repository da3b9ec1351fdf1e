"""What each source says two states are to one another, side by side in its own words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from detente.ledger.holdings import Told
from detente.ledger.sources import Sources
from detente.ledger.tellings import party
from detente.ledger.versions import record, version
from detente.records import Claim, Conflict

_CLOSE = re.compile(
    r"\b(?:allied|allies|ally|alliance|strategic partner\w*|partners?|partnership|friendships?|marriage|"
    r"close (?:all(?:y|ies)|partners?|friends?|ties|relations?|cooperation)|friend(?:s|ly)|cordial|realign\w*|"
    r"trust each other|(?:cooperat|work)ing (?:very )?(?:tightly|closely)|fully cooperat\w*|"
    r"along the same lines)\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:zero[- ]sum|contradict\w*|rival\w*|unstable|instability|hostil\w*|distrust\w*|mistrust\w*|tension\w*|disagree\w*|"
    r"clash\w*|at odds|opposing sides|opposite sides|opponents?|competitors?|conflicting|confrontation\w*|adversar\w*|"
    r"enem(?:y|ies)|deteriorat\w*|uneasy|fragile|breaking point|without trust|foes?)\b",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"\b(?:zero[- ]sum|alliances?|all(?:y|ies)|partners?|partnership|friends|friendship|marriage|wedding|truce|rival\w*|"
    r"enem(?:y|ies)|foes?|adversar(?:y|ies)|opponents?|competitors?|customers?|clients?|entente|axis|realignment|"
    r"breaking point|without trust|cold war)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:no|not|n['’]t|little)\b.{0,12}\b(?:sense|point)\b.{0,12}\b(?:to|in) (?:ask|question|wonder|debat|discuss)\w*|"
    r"\bquestion\b.{0,12}\b(?:badly|wrongly|poorly|wrong|moot|misplaced|meaningless|idle|pointless)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|no|never|without|hardly|neither|nor|cannot|less|short of|little reason|unlikely|unreasonable|n['’]t|far from|"
    r"rather than|may appear|appear to be|showing off)\b(?:(?!that\b)[^.;,]){0,30}$",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    r"\b(?:(?:(?:may|might|could|can|cannot)\s+)?(?:seems?|appears?)\s+to\s+be|(?=little reason to|no reason to)|"
    r"(?:is|are|was|were|be|been|remains?|stays?|falls?|becomes?|calls? it|makes?|heralds?)(?:\s+now\s*,)?\s)\s*",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[,;:.!?—–]|\b(?:where|which|who|that|because|while|although|struck|in the|by a)\b")
_WHOSE = re.compile(
    r"(?:['’]s?|\b(?:western|nato|american|european|arab|gulf|regional|other|foreign))(?:\s+\w+)?\s+$", re.IGNORECASE
)
_DANGLING = re.compile(r"\s+(?:and|or|on|in|of|with|to|for|a|an|the|at|by|than|but|as)$", re.IGNORECASE)
_LONGEST = 70  # characters of an answer


@dataclass(frozen=True, slots=True)
class Stance:
    """A claim, the words in it that say what the two are, which way they lean, and how outright they answer (0 the most)."""

    told: Told[Claim]
    words: str
    lean: int
    rank: int


def judgement_conflicts(sources: Sources) -> Iterator[Conflict]:
    """For each pair of states, what several holders say of the relation, one answer each, where they do not all say the same."""
    held: dict[tuple[str, ...], list[Stance]] = defaultdict(list)
    for told in sources.holdings.claims:
        states = _states(told.row)
        if told.row.kind in ("judgement", "belief", "forecast") and states and sources.independent(told.document):
            found = stance(told, sources.holdings.documents[told.document].at(told.row.span))
            if found is not None:
                held[states].append(found)
    for dyad, stances in sorted(held.items()):
        answers: dict[tuple[str, str | None], Stance] = {}
        for one in sorted(stances, key=lambda s: s.rank):
            answers.setdefault((one.told.document, one.told.row.holder), one)
        said = list(answers.values())
        leans = {s.lean for s in said}
        if len({s.told.row.holder for s in said}) < 2 or len({s.words.casefold() for s in said}) < 2 or leans in ({1}, {-1}):
            continue
        versions = [version(sources, s.told.document, s.told.row.span, s.words) for s in said]
        yield record("judgement", None, "–".join(dyad), versions, f"how close {' and '.join(dyad)} are is judged differently")


def stance(told: Told[Claim], words: str) -> Stance | None:
    """What a claim says of the relation; None where it says nothing of it."""
    if _REFUSED.search(words):
        return Stance(told, "rejects the question", 0, 0)
    lean = leaning(words)
    named = _said(_ANSWER, words)
    answer = next((m for m in named if _predicates(words, m)), next(iter(named), None))
    if answer is not None:
        return Stance(told, _answer(words, answer), lean, 1)
    leaned = next((m for pattern in (_CLOSE, _APART) for m in _said(pattern, words)), None) if lean else None
    if leaned is None or told.row.kind != "judgement":
        return None
    return Stance(told, _answer(words, leaned), lean, 2)


def leaning(words: str) -> int:
    """1 where the words call a relation close, −1 strained, 0 where they do neither or both."""
    score = 0
    for pattern, sign in ((_CLOSE, 1), (_APART, -1)):
        found = {-sign if _NOT.search(words[: m.start()]) else sign for m in _said(pattern, words)}
        score += sum(found)
    return (score > 0) - (score < 0)


def _answer(words: str, named: re.Match[str]) -> str:
    """The predicate that the name of the relation stands in, cut to what a table can hold."""
    starts = [m.start() if m[0][:3].lower() in ("may", "mig", "cou", "can") else m.end() for m in _predicates(words, named)]
    starts = starts or [0, *(m.end() for m in re.finditer(r"[,;:—–]\s+", words[: named.start()]))]
    start = next((s for s in starts if named.end() - s <= _LONGEST), starts[-1])
    tail = _TAIL.search(words, named.end())
    end = min(tail.start() if tail else len(words), max(start + _LONGEST, named.end()))
    if end < len(words) and words[end - 1 : end + 1].isalnum():
        end = max(words.rfind(" ", named.end(), end), named.end())
    answer = " ".join(words[start:end].split()).strip(" \"“”,;:'")
    while _DANGLING.search(answer):
        answer = _DANGLING.sub("", answer)
    return answer


def _said(pattern: re.Pattern[str], words: str) -> list[re.Match[str]]:
    """Matches of a pattern, but for somebody's allies and friends elsewhere."""
    return [m for m in pattern.finditer(words) if not _WHOSE.search(words[: m.start()])]


def _predicates(words: str, named: re.Match[str]) -> list[re.Match[str]]:
    """The verbs before it, but for those of relative clauses."""
    found = [m for m in _PREDICATE.finditer(words) if m.end() <= named.start()]
    return [m for m in found if words[: m.start()].split()[-1:] not in (["that"], ["which"], ["who"])]


def _states(claim: Claim) -> tuple[str, ...] | None:
    """The two states that a claim is about, where it is about no third; what belongs to them or to no state does not count."""
    states = {a for a in claim.about if party(a) == a and len(a) == 3}
    others = {party(a) for a in claim.about} - states
    return tuple(sorted(states)) if len(states) == 2 and not any(len(o) == 3 for o in others) else None
