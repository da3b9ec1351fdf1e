"""Everything the ledger says of two parties, in one value: what a brief is drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.ledger.holdings import Derived, Holdings, Told
from detente.ledger.queries import acts
from detente.measures import coverage, series, trend
from detente.measures.coverage import Coverage
from detente.measures.dyads import Proxies, weight
from detente.measures.series import Month
from detente.measures.trend import Trend
from detente.records import Actor, Agreement, Claim, Conflict, Document, Event, Moment, Quote, Refusal, Report
from detente.workbench.dyad import Dyad


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document as the ledger holds it.

    Args:
        document: as it was read. date: its publication date, tightened by other documents where they bound it.
        copy_of: id of the earlier document that it copies. coded: False where it was kept without being coded.
    """

    document: Document
    date: Moment
    copy_of: str | None = None
    coded: bool = True


@dataclass(frozen=True, slots=True)
class Relation:
    """What is known between two parties, and what it was found in.

    Args:
        a, b: the parties. months, years: displayed and substance through time. trend: the arrow, with its reason.
        coverage: what the numbers do not see. events: every one between the two, dated or not, of any modality.
        reports: report id → the report, for each report of the events.
        claims, quotes: about the two. conflicts: over any of these.
        documents: document id → the document, for each that names both or that any row here rests on.
        actors: actor id → the actor, for each that is named here. quarantine: what could not be read at all.
        proxies: actor id → (the party it acts for, π), of whoever's acts count as a party's.
    """

    a: Actor
    b: Actor
    months: tuple[Month, ...]
    years: tuple[Month, ...]
    trend: Trend
    coverage: Coverage
    events: tuple[Event, ...]
    reports: dict[str, Told[Report]]
    agreements: tuple[Agreement, ...]
    claims: tuple[Told[Claim], ...]
    quotes: tuple[Told[Quote], ...]
    conflicts: tuple[Conflict, ...]
    documents: dict[str, HeldDocument]
    actors: dict[str, Actor]
    quarantine: tuple[Refusal, ...]
    proxies: Proxies = field(default_factory=dict[str, tuple[str, float]])


def between(a: Actor, b: Actor, holdings: Holdings, derived: Derived, proxies: Proxies | None = None) -> tuple[Event, ...]:
    """Acts of the one upon the other, either way, in the order of time; with those of whoever acts for one of them."""
    found = Dyad(a.id, b.id, holdings, derived).events()
    known = {event.id for event in found}
    more = [e for e in derived.events if proxies and e.id not in known and weight(e, a.id, b.id, proxies=proxies) > 0]
    return tuple(sorted((*found, *more), key=acts.in_time))


def tellers(events: tuple[Event, ...], reports: Mapping[str, Told[Report]], copies: Mapping[str, str]) -> dict[str, list[str]]:
    """Event id → ids of the documents that tell it; a copy counts as what it copies, so that one source stays one."""
    return {
        event.id: sorted({copies.get(reports[r].document, reports[r].document) for r in event.reports if r in reports})
        for event in events
    }


def relate(
    a: Actor,
    b: Actor,
    holdings: Holdings,
    derived: Derived,
    documents: Mapping[str, HeldDocument],
    quarantine: tuple[Refusal, ...],
    proxies: Proxies | None = None,
) -> Relation:
    """Gather what lies between two parties and measure it.

    Args:
        a: a party.
        b: another.
        holdings: the rows of record.
        derived: what they say together.
        documents: every one that is held, by id.
        quarantine: what could not be read.
        proxies: actors that act for one of the two, with their weight.

    Raises:
        InputError: the two are one.
    """
    dyad = Dyad(a.id, b.id, holdings, derived)
    events, agreements = between(a, b, holdings, derived, proxies), tuple(dyad.agreements())
    claims, quotes = tuple(dyad.claims()), tuple(dyad.quotes())
    wanted = {report for event in events for report in event.reports}
    reports = {told.id: told for told in holdings.reports if told.id in wanted}
    conflicts = tuple(dyad.conflicts(row.id for rows in (events, agreements, claims) for row in rows))
    told = tellers(events, reports, derived.copies)
    resting = {
        *dyad.documents(),
        *(row.document for rows in (reports.values(), claims, quotes) for row in rows),
        *(step.evidence.document for agreement in agreements for step in agreement.history),
        *(version.evidence.document for conflict in conflicts for version in conflict.versions),
    }
    held = {document: one for document, one in documents.items() if document in resting}
    dates = {document: one.date for document, one in held.items()}
    return Relation(
        a=a,
        b=b,
        months=series.monthly(events, a.id, b.id, documents_of=told, proxies=proxies),
        years=series.yearly(events, a.id, b.id, documents_of=told, proxies=proxies),
        trend=trend.trend(events, a.id, b.id, documents_of=told, proxies=proxies),
        coverage=coverage.coverage(events, a.id, b.id, dates=dates, documents_of=told, proxies=proxies),
        events=events,
        reports=reports,
        agreements=agreements,
        claims=claims,
        quotes=quotes,
        conflicts=conflicts,
        documents=held,
        actors=_cast(a, b, holdings, events, reports, agreements, claims, quotes),
        quarantine=quarantine,
        proxies=dict(proxies or {}),
    )


def _cast(
    a: Actor,
    b: Actor,
    holdings: Holdings,
    events: tuple[Event, ...],
    reports: Mapping[str, Told[Report]],
    agreements: tuple[Agreement, ...],
    claims: tuple[Told[Claim], ...],
    quotes: tuple[Told[Quote], ...],
) -> dict[str, Actor]:
    """The actors that any of the rows names; those of the two parties that no row names are left out."""
    ids: set[str | None] = {a.id, b.id}
    for act in (*events, *(told.row for told in reports.values())):
        ids.update((*act.source, *act.target))
    for told in reports.values():
        ids.update(told.row.attributed_to or ())
    for agreement in agreements:
        ids.update(agreement.parties)
    for claim in claims:
        ids.update((claim.row.holder, *claim.row.chain, *claim.row.about))
    ids.update(quote.row.speaker for quote in quotes)
    known = {**holdings.actors, a.id: a, b.id: b}
    return {actor: known[actor] for actor in sorted(filter(None, ids)) if actor in known}
