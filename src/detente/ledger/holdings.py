"""What the ledger holds, as plain values: what its queries return and what merging, dating and conflicts are derived from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from detente.records import (
    Actor,
    Agreement,
    AgreementReport,
    Claim,
    Conflict,
    Document,
    Event,
    Mention,
    Moment,
    Quote,
    Report,
    Row,
    TimeExpression,
)

R = TypeVar("R", bound=Row, covariant=True)


@dataclass(frozen=True, slots=True)
class Told(Generic[R]):
    """A row of record: its id, the document that says so, and the row."""

    id: str
    document: str
    row: R


@dataclass(frozen=True, slots=True)
class Holdings:
    """Every current row of record (superseded versions of a document left out), in a fixed order.

    `documents` by id, in the order of their ids; rows in the order of document, span.
    """

    documents: dict[str, Document]
    actors: dict[str, Actor]
    mentions: tuple[Told[Mention], ...] = ()
    times: tuple[Told[TimeExpression], ...] = ()
    quotes: tuple[Told[Quote], ...] = ()
    reports: tuple[Told[Report], ...] = ()
    agreements: tuple[Told[AgreementReport], ...] = ()
    claims: tuple[Told[Claim], ...] = ()


@dataclass(frozen=True, slots=True)
class Derived:
    """What the holdings say together; recomputed as a whole, never edited.

    Args:
        dates: publication dates as tightened from other documents (document id → Moment with its note), only where they differ.
        copies: document id → id of the earlier document that it copies.
        events: merged from asserted reports; `Event.reports` are ids of report rows.
    """

    dates: dict[str, Moment] = field(default_factory=dict[str, Moment])
    copies: dict[str, str] = field(default_factory=dict[str, str])
    events: tuple[Event, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
