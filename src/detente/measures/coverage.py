"""What the corpus does not see of a dyad: what limits every number that is made from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from detente.measures import periods
from detente.measures.dyads import Proxies, acts, between, dated
from detente.measures.series import DocumentsOf
from detente.records import Event, Moment

COARSE_DAYS = 31
"""An event known to more days than this is spread over several months."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts and lists of what is known and what is not; all tuples are sorted ids, `empty_months` are periods in order.

    Args:
        n_events: events between the two, of any modality and date. n_actual: those that took place.
        counted: actual and dated: what the measures rest on. undated: actual with no date at all.
        open_ended: actual with one end of the date not known. coarse: counted, known only to more than a month.
        not_actual: future, hypothetical or negated. single_source: counted, told by one document only.
        n_months: months from the first counted event to the last. empty_months: those into which no counted event falls.
        documents: documents that tell the events. undated_documents: those of them without a date.
    """

    n_events: int
    n_actual: int
    counted: tuple[str, ...]
    undated: tuple[str, ...]
    open_ended: tuple[str, ...]
    coarse: tuple[str, ...]
    not_actual: tuple[str, ...]
    single_source: tuple[str, ...]
    n_months: int
    empty_months: tuple[str, ...]
    documents: tuple[str, ...]
    undated_documents: tuple[str, ...]

    @property
    def single_source_share(self) -> float | None:
        """Part of the counted events that one document alone tells, in [0, 1]; None where nothing is counted."""
        return round(len(self.single_source) / len(self.counted), 6) if self.counted else None


def coverage(
    events: Iterable[Event],
    a: str,
    b: str,
    *,
    documents_of: DocumentsOf | None = None,
    dates: Mapping[str, Moment] | None = None,
    since: date | None = None,
    until: date | None = None,
    proxies: Proxies | None = None,
) -> Coverage:
    """What is known of the relation of two states and what is not.

    Args:
        events: any events; those not between the two are passed over.
        a: a state, alpha-3.
        b: another.
        documents_of: event id → documents that tell it, copies already left out: two copies are one source.
        dates: document id → its publication date.
        since: first day of the measures' window; dated events outside it are not counted.
        until: last day of the window.
        proxies: actors that act for a state, with their weight.
    """
    told = documents_of or {}
    here = sorted(between(events, a, b, proxies=proxies), key=lambda event: event.id)
    actual = [event for event in here if event.modality == "actual"]
    inside = [act for act in acts(here, a, b, proxies=proxies) if periods.clip(act, since, until)]
    extent = periods.extent(inside, since, until)
    documents = tuple(sorted({name for event in here for name in told.get(event.id, ())}))
    months = tuple(periods.months(*extent)) if extent else ()
    return Coverage(
        n_events=len(here),
        n_actual=len(actual),
        counted=tuple(act.event for act in inside),
        undated=tuple(event.id for event in actual if not event.moment.known),
        open_ended=tuple(event.id for event in actual if event.moment.known and not dated(event)),
        coarse=tuple(act.event for act in inside if act.days > COARSE_DAYS),
        not_actual=tuple(event.id for event in here if event.modality != "actual"),
        single_source=tuple(act.event for act in inside if len(set(told.get(act.event, ()))) == 1),
        n_months=len(months),
        empty_months=tuple(m.name for m in months if not any(periods.share(act, m.first, m.last) for act in inside)),
        documents=documents,
        undated_documents=tuple(name for name in documents if dates is not None and not dates.get(name, Moment()).known),
    )
