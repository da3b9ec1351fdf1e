"""The bottom line: where the relation stands, which way it moves and why, and how far to trust that.

Every sentence is put together from numbers and events that it links to. Confidence is a statement of its own with its basis.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from detente.desk import wording
from detente.desk.case_views import CaseView
from detente.desk.citations import Citations, Cite
from detente.desk.timeline import Timeline
from detente.desk.views import Arrow, Confidence, Link, Statement
from detente.measures.trend import Change, Trend, Window
from detente.records import Event
from detente.workbench.relation import Relation

_SHOWN = 3
_HEADLINES = {
    "better": "better than before",
    "worse": "worse than before",
    "unchanged": "about as before",
    "not known": "better or worse is not known",
}
_MODERATE, _HIGH = (3, 3), (5, 6)
"""At least so many articles, and so many acts in each of the two half-years compared, for moderate and for high confidence."""


def _links(events: Iterable[str], timeline: Timeline) -> tuple[Link, ...]:
    """Links to the first few events, and to the timeline for the rest."""
    found = list(events)
    more = len(found) - _SHOWN
    shown = [timeline.link(event) for event in found[:_SHOWN]]
    return (*shown, *([Link(f"{wording.count(more, 'more act')} in the timeline", "timeline")] if more > 0 else []))


def _cites(events: Sequence[str], timeline: Timeline) -> tuple[Cite, ...]:
    """The first two sentences of each of the first few events."""
    views = [timeline.by_id[event] for event in events[:_SHOWN] if event in timeline.by_id]
    return tuple({cite.label: cite for view in views for cite in view.cites[:2]}.values())


def _about(text: str, events: Sequence[str], timeline: Timeline, *, strong: bool = False) -> Statement:
    return Statement(text, _links(events, timeline), _cites(events, timeline), strong)


def arrow(relation: Relation, timeline: Timeline) -> Arrow:
    """The arrow with its reason, and what words and deeds each did."""
    trend = relation.trend
    deciding = {"deeds": trend.substance, "words": trend.displayed}.get(trend.rests_on)
    steps = tuple(_step(name, change, timeline) for name, change in (("Deeds", trend.substance), ("Words", trend.displayed)))
    if deciding is None:
        reason = _about(_not_known(trend), trend.events, timeline, strong=True)
    else:
        moved = _moved("Deeds" if trend.rests_on == "deeds" else "Words", deciding)
        reason = _about(moved, _deciding_events(deciding), timeline, strong=True)
    return Arrow(trend.direction, _HEADLINES[trend.direction], reason, steps)


def _deciding_events(change: Change) -> list[str]:
    """Events of the two windows, those that pull the way of the change first."""
    now = list(change.now.events) if change.now else []
    before = list(change.before.events) if change.before else []
    mixed = [event for pair in zip(now, before, strict=False) for event in pair]
    return list(dict.fromkeys([*mixed, *now, *before]))


def _not_known(trend: Trend) -> str:
    if trend.displayed.now is None and trend.substance.now is None:
        return "No dated act lies between the two governments, so nothing can be compared"
    return "There is no earlier half-year with dated acts of the same kind to compare with"


def _half_year_to(window: Window) -> str:
    return f"the half-year to {wording.day(window.last)}"


def _moved(name: str, change: Change) -> str:
    now, before = change.now, change.before
    if now is None or before is None:
        return f"{name} cannot be compared"
    verb = {"better": "rose", "worse": "fell"}.get(change.direction, "hardly moved,")
    return (
        f"{name} {verb} from {wording.signed(before.value)} in {_half_year_to(before)} "
        f"to {wording.signed(now.value)} in {_half_year_to(now)}"
    )


def _step(name: str, change: Change, timeline: Timeline) -> Statement:
    if change.now is None:
        return Statement(f"{name}: none is dated in the last half-year with dated acts.")
    if change.before is None:
        text = f"{name} stand at {wording.signed(change.now.value)} in {_half_year_to(change.now)}; nothing before to compare with."
        return _about(text, change.now.events, timeline)
    meet = "the intervals of the two half-years do not meet" if change.apart else "the intervals of the two half-years overlap"
    return _about(f"{_moved(name, change)}; {meet}.", _deciding_events(change), timeline)


def bottom(relation: Relation, timeline: Timeline, case: CaseView | None = None) -> tuple[Statement, ...]:
    """Where the relation stands, in a few sentences."""
    words, deeds = relation.trend.displayed.now, relation.trend.substance.now
    if not relation.events:
        return (Statement("No act of the one towards the other was found in the articles."),)
    found = [_stand("What the two say to each other", "act", words, timeline), _stand("What they do", "act", deeds, timeline)]
    if words and deeds:
        found.append(_gap(words.value - deeds.value))
    found.extend(_latest(relation, timeline))
    found.extend(_foreseen(relation, timeline))
    if relation.conflicts:
        n = wording.count(len(relation.conflicts), "point")
        found.append(Statement(f"Sources disagree on {n}.", (Link("Side by side", "disagreements"),)))
    if case and case.reading:
        found.append(Statement(case.reading.answer.text, (Link("the rival readings", "reading"),)))
    return tuple(found)


def _stand(subject: str, noun: str, window: Window | None, timeline: Timeline) -> Statement:
    if window is None:
        return Statement(f"{subject} is not known for the last half-year with dated acts.")
    text = (
        f"{subject} in {_half_year_to(window)} is {wording.warmth(window.value)}: "
        f"{wording.signed(window.value)}, from {wording.count(len(window.events), noun)}."
    )
    return _about(text, window.events, timeline)


def _gap(gap: float) -> Statement:
    how = Link("how the gap is made", "number-gap")
    if abs(gap) < 0.2:
        return Statement("Words and deeds agree.", (how,))
    side = "warmer" if gap > 0 else "colder"
    return Statement(f"Words are {side} than deeds by {abs(gap):.2f} on a scale from −1 to +1.", (how,))


def _latest(relation: Relation, timeline: Timeline) -> list[Statement]:
    dated = [
        (event.moment.earliest, event.moment.latest, event.id)
        for event in relation.events
        if event.moment.earliest and event.moment.latest and timeline.by_id[event.id].counted
    ]
    if not dated:
        return []
    newest = max(dated)[2]
    return [Statement("The latest dated act:", (timeline.link(newest),), timeline.by_id[newest].cites[:2])]


def _foreseen(relation: Relation, timeline: Timeline) -> list[Statement]:
    ahead: list[Event] = [event for event in relation.events if event.modality == "future" and event.moment.known]
    ahead.sort(key=lambda event: (event.moment.latest or date.max, event.id), reverse=True)
    if not ahead:
        return []
    return [_about("Foreseen, with no outcome told:", [event.id for event in ahead], timeline)]


def confidence(relation: Relation) -> Confidence:
    """Low, moderate or high, by how much the arrow rests on and whether it stands clear of its own doubt."""
    cover, trend = relation.coverage, relation.trend
    alone = cover.single_source_share
    articles, acts = len(cover.documents), len(cover.counted)
    basis = [
        f"{wording.count(articles, 'article')}, copies counted once, tell of the two, and {wording.count(acts, 'dated act')} "
        "make the curves",
        *([f"{_told_alone(len(cover.single_source))} by one article alone"] if acts and cover.single_source else []),
        *([f"{wording.count(len(cover.undated), 'act')} without a date could not be counted"] if cover.undated else []),
    ]
    if trend.direction == "not known":
        return Confidence("none", ("there is nothing to compare, so no judgement is made", *basis))
    deciding = trend.substance if trend.rests_on == "deeds" else trend.displayed
    now, before = (len(window.events) if window else 0 for window in (deciding.now, deciding.before))
    basis.append(f"the arrow sets {wording.count(now, 'act')} beside {before} of the earlier half-year")
    compared = min(now, before)
    basis.append(f"the 80 % intervals of the two half-years {'do not meet' if deciding.apart else 'overlap'}")
    basis.append("the reliability of no source has been judged")
    clear = deciding.apart or trend.direction == "unchanged"
    if clear and alone is not None and alone < 0.5 and articles >= _HIGH[0] and compared >= _HIGH[1]:
        return Confidence("high", tuple(basis))
    if clear and articles >= _MODERATE[0] and compared >= _MODERATE[1]:
        return Confidence("moderate", tuple(basis))
    return Confidence("low", tuple(basis))


def _told_alone(n: int) -> str:
    return "1 of them is told" if n == 1 else f"{n} of them are told"


def limitation(relation: Relation, citations: Citations) -> str:
    """One line on what limits all of this; never empty."""
    cover = relation.coverage
    if not citations.numbers:
        return "No article in this ledger tells of the two: nothing is known here, which does not say that nothing happened."
    n = wording.count(len(citations.numbers), "article")
    parts = [f"this rests on {n} and sees nothing that {'it leaves' if len(citations.numbers) == 1 else 'they leave'} out"]
    if cover.undated:
        stands = "stands" if len(cover.undated) == 1 else "stand"
        parts.append(f"{wording.count(len(cover.undated), 'act')} without a date {stands} outside the curves")
    if cover.undated_documents:
        parts.append(f"{wording.count(len(cover.undated_documents), 'article')} cannot be dated")
    return f"{'; '.join(parts)}."
