"""Days of an agreement's step that do not hang on its verb in the parse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from detente.coding import dates
from detente.reading.parse import Parsed
from detente.records import UNKNOWN, Moment, TimeExpression

_SAME_DAY = frozenset("nightfall evening night morning noon afternoon midnight dusk dawn sunset".split())
_NARROW = 31  # days


def attached(parsed: Parsed, steps: Sequence[Token], times: Sequence[TimeExpression]) -> dict[int, Moment]:
    """For each step (by its token) the days its clause gives it, or that its subject or the clause before it bears."""
    heads = {t.i: t for s in steps for t in (s, s.head) if t.pos_ in ("VERB", "AUX", "NOUN")}
    found = dates.attach(parsed, steps, times)
    wider = dates.attach(parsed, heads.values(), times)
    return {s.i: found[s.i].moment if s.i in found else _beside(parsed, s, times, wider) for s in steps}


def _beside(parsed: Parsed, verb: Token, times: Sequence[TimeExpression], wider: Mapping[int, dates.Dated]) -> Moment:
    """ "Officials on Friday signed"; "On Friday they met, and by nightfall had signed"."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            near = [t for t in times if _hangs_on(parsed, t, child, verb)]
            if len(near) == 1:
                return near[0].moment
    same_day = any(t.lower_ in _SAME_DAY for c in verb.children if c.dep_ in ("prep", "npadvmod", "advmod") for t in c.subtree)
    if verb.dep_ == "conj" and same_day and verb.head.i in wider:
        return wider[verb.head.i].moment
    return UNKNOWN


def _hangs_on(parsed: Parsed, time: TimeExpression, subject: Token, verb: Token) -> bool:
    """Whether the only thing between a subject and its verb is a day: no noun is dated by it."""
    if time.kind != "date" or (time.moment.days or _NARROW + 1) > _NARROW:
        return False
    return any(
        t.i > subject.i and t.right_edge.i == verb.i - 1 and parsed.span(parsed.doc[t.i : verb.i]).meets(time.span)
        for t in subject.children
        if t.dep_ in ("prep", "npadvmod", "appos")
    )
