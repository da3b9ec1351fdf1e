"""Places in documents as evidence, and conflicts made of them."""

from __future__ import annotations

from collections.abc import Sequence

from detente.ledger.events import digest
from detente.ledger.holdings import Holdings
from detente.ledger.tellings import Telling
from detente.records import Conflict, ConflictKind, Evidence, Span, Version


def evidence(holdings: Holdings, document: str, span: Span) -> Evidence:
    """A span of a document with its words."""
    return Evidence(document, span, holdings.documents[document].at(span))


def record(
    kind: ConflictKind, subject: str | None, field: str | None, versions: Sequence[Version], note: str | None
) -> Conflict:
    """A conflict whose id depends on what it is about and where its versions stand; versions in the order of their places."""
    ordered = tuple(sorted(versions, key=lambda v: (v.evidence.document, v.evidence.span, v.value)))
    places = [f"{v.evidence.document}:{v.evidence.span.start}:{v.evidence.span.end}" for v in ordered]
    return Conflict(digest("conflict", kind, subject or "", field or "", *places), kind, subject, field, ordered, note)


def time_words(holdings: Holdings, telling: Telling) -> Evidence:
    """The time expression that a telling's days come from; its sentence where none can be told."""
    row = telling.report
    near = [t.row for t in holdings.times if t.document == telling.document and row.sentence.holds(t.row.span)]
    exact = [t for t in near if t.moment[:2] == telling.moment[:2]] or [
        t for t in near if not t.moment.known and t.kind != "duration"
    ]
    best = min(exact, key=lambda t: max(0, t.span.start - row.trigger.end, row.trigger.start - t.span.end), default=None)
    return evidence(holdings, telling.document, best.span if best else row.sentence)
