"""Conflicts out of versions, and the words that a telling's days come from."""

from __future__ import annotations

from collections.abc import Sequence

from detente.ledger.events import digest
from detente.ledger.sources import Sources
from detente.ledger.tellings import Telling
from detente.records import Conflict, ConflictKind, Evidence, Span, Version


def version(sources: Sources, document: str, span: Span, value: str | None = None) -> Version:
    """A version at a place; its value is the words there unless given."""
    found = sources.evidence(document, span)
    return Version(value or found.text, found)


def record(
    kind: ConflictKind, subject: str | None, field: str | None, versions: Sequence[Version], note: str | None
) -> Conflict:
    """A conflict whose id depends on what it is about and where its versions stand; versions in the order of their places."""
    ordered = tuple(sorted(versions, key=lambda v: (v.evidence.document, v.evidence.span, v.value)))
    places = [f"{v.evidence.document}:{v.evidence.span.start}:{v.evidence.span.end}" for v in ordered]
    return Conflict(digest("conflict", kind, subject or "", field or "", *places), kind, subject, field, ordered, note)


def time_words(sources: Sources, telling: Telling) -> Evidence:
    """The time expression that a telling's days come from; its sentence where none can be told."""
    row = telling.report
    near = [t for t in sources.times.get(telling.document, ()) if row.sentence.holds(t.span)]
    exact = [t for t in near if t.moment[:2] == telling.moment[:2]] or [
        t for t in near if not t.moment.known and t.kind != "duration"
    ]
    best = min(exact, key=lambda t: max(0, t.span.start - row.trigger.end, row.trigger.start - t.span.end), default=None)
    return sources.evidence(telling.document, best.span if best else row.sentence)
