"""Where reports disagree: the versions side by side, each with its evidence, and no winner.

One function a kind of disagreement over the events (dates, places, agents); numbers are in `quantities`, what a text says against
itself in `slips`, what is called by several names in `naming`, what is judged differently in `stances`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from detente.ledger.events import VIOLENT, names, span_words
from detente.ledger.lifelines import Rows
from detente.ledger.merging import Group
from detente.ledger.naming import label_conflicts, name_conflicts
from detente.ledger.quantities import numbers, sums
from detente.ledger.slips import duration_conflicts, reversals, slips, unclear_months
from detente.ledger.sources import Sources
from detente.ledger.stances import judgement_conflicts
from detente.ledger.tellings import Telling
from detente.ledger.versions import record, time_words, version
from detente.ledger.wheres import contested, inside_and_near
from detente.records import Agreement, Conflict, Event, Version

Act = tuple[Event, Group]


def conflicts(sources: Sources, acts: Sequence[Act], agreements: Sequence[tuple[Agreement, Rows]]) -> tuple[Conflict, ...]:
    """Every disagreement found, by id. A copy is not another voice: its rows are left out."""
    heard = [(e, tuple(t for t in g if sources.independent(t.document))) for e, g in acts]
    heard = [(e, g) for e, g in heard if g]
    slipped = list(slips(sources, heard))
    found = [
        *(c for act in heard for c in _of_event(sources, act, slipped)),
        *slipped,
        *duration_conflicts(sources, heard),
        *unclear_months(sources, heard),
        *reversals(sources),
        *label_conflicts(sources, heard),
        *name_conflicts(sources, agreements),
        *sums(sources, agreements),
        *judgement_conflicts(sources),
    ]
    return tuple(sorted({c.id: c for c in found}.values(), key=lambda c: c.id))


def _of_event(sources: Sources, act: Act, slipped: Sequence[Conflict]) -> Iterator[Conflict]:
    yield from _dates(sources, act, slipped)
    yield from _places(sources, act)
    yield from _agents(sources, act)
    told = [(t, t.report.sentence) for t in act[1]]
    yield from numbers(sources, act[0].id, [(t.document, span) for t, span in told])


def _dates(sources: Sources, act: Act, slipped: Sequence[Conflict]) -> Iterator[Conflict]:
    """Intervals without a day in common; a slip of the same event stands beside them."""
    found, group = act
    known = [t for t in group if t.moment.known]
    if all(a.moment.overlaps(b.moment) for a, b in combinations(known, 2)):
        return
    apart = [t for t in known if not all(t.moment.overlaps(o.moment) for o in known)]
    versions: dict[tuple[str, str], Version] = {}
    for t in apart:
        said = time_words(sources, t)
        versions.setdefault((t.document, span_words(t.moment)), Version(said.text or span_words(t.moment), said))
    slip_versions = [c.versions[0] for c in slipped if c.subject == found.id and c.field == "date"]
    note = f"best supported: {span_words(found.moment)}; {found.moment.note}" if found.moment.note else None
    if slip_versions:
        note = f"{note or ''}; {' and '.join(v.value for v in slip_versions)} a probable slip".lstrip("; ")
    yield record("date", found.id, "date", [*versions.values(), *slip_versions], note)


def _places(sources: Sources, act: Act) -> Iterator[Conflict]:
    """Different places, or one place told as inside in one text and as near it in another."""
    found, group = act
    if contested(group):
        first = {t.place.name: t for t in reversed(group) if t.place}
        versions = [
            version(sources, t.document, t.report.place_span or t.report.sentence, t.report.place) for t in first.values()
        ]
        yield record("place", found.id, "place", versions, "places differ; none is chosen")
        return
    if found.plover not in VIOLENT:
        return
    apart = inside_and_near(sources, group)
    if apart:
        versions = [version(sources, p.document, p.span) for p in apart]
        yield record("place", found.id, "place", versions, "inside in one telling, near or outside in another; none is chosen")


def _agents(sources: Sources, act: Act) -> Iterator[Conflict]:
    """A violent act whose agent some documents name and others leave out, or name otherwise."""
    found, group = act
    if found.plover not in VIOLENT:
        return
    said: dict[str, Telling] = {}
    for t in group:
        if t.document not in said or (t.report.source and not said[t.document].report.source):
            said[t.document] = t
    told = {t.source for t in said.values()}
    if len(told) < 2 or not any(told):
        return
    versions = [
        version(sources, t.document, t.report.sentence, names(sources, t.report.source) or "not named")
        for _, t in sorted(said.items())
    ]
    named = sum(bool(t.source) for t in said.values())
    note = f"{named} of {len(said)} documents name who did it; the source rests on them alone"
    yield record("actor", found.id, "source", versions, note)
