"""Whether two issues' poles stand the same way round, told by the words that they share."""

from __future__ import annotations

import re

from detente.reference import issues
from detente.strategy.case.parts import CaseIssue

_WORD = re.compile(r"[^\W\d_]{3,}")
_PLAIN = frozenset("the and for with its their from that all any not more less nor has have are into out".split())


def reversed_poles(issue: CaseIssue) -> bool:
    """Whether the poles of an issue of the catalogue are turned round."""
    kind = issues.catalogue().get(issue.kind or "")
    return kind is not None and turned((kind.pole_0, kind.pole_100), (issue.pole_0, issue.pole_100))


def turned(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Whether each pole of one shares most of its words with the other pole of the other, and few with its own."""
    (a0, a1), (b0, b1) = ([_words(p) for p in pair] for pair in (a, b))
    crossed, straight = _alike(a0, b1) + _alike(a1, b0), _alike(a0, b0) + _alike(a1, b1)
    return min(_alike(a0, b1), _alike(a1, b0)) >= 0.5 and crossed > straight + 0.5


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold())) - _PLAIN


def _alike(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0
