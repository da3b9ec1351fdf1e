"""Every table of the ledger and the record it keeps, declared once; a test holds the DDL in `migrations/` to the same columns.

Rows of record are only ever added, one batch a document. Derived tables are recomputed as a whole. A document's clean text
is not kept: it is made of the text and the blocks by `reading`, and a document read back carries an empty one.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from detente.ledger.hashing import Cell, row_hash, row_id
from detente.ledger.mapping import Columns
from detente.records import (
    Actor,
    Agreement,
    AgreementReport,
    AgreementStep,
    Batch,
    Claim,
    CleanText,
    Conflict,
    Document,
    Event,
    Mention,
    Moment,
    Quote,
    Refusal,
    Report,
    TimeExpression,
    Version,
)

T = TypeVar("T")
NO_CLEAN_TEXT = CleanText("", array("q"), array("q"))


@dataclass(frozen=True, slots=True)
class Supersession:
    """The document of the batch takes the place of another one that was read from the same source, for the `turn`th time."""

    superseded: str
    turn: int


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """A publication date as other documents bound it."""

    document: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Copy:
    """A document and the earlier one that it copies."""

    document: str
    copies: str


@dataclass(frozen=True, slots=True)
class EventReport:
    """A report row that an event was merged from."""

    report: str


@dataclass(frozen=True, eq=False)
class Table(Generic[T]):
    """A table: its name, what it keeps, and the columns that stand before those of the record.

    Args:
        kind: what `show` calls one row. keys: of a row of record `id`, `document`; of a part of a derived one its
            whole and its position.
    """

    name: str
    kind: str
    columns: Columns[T]
    keys: tuple[str, ...] = ()

    def row(self, value: T, **keys: Cell) -> dict[str, Cell]:
        """The cells of a value with its keys, its hash, and an id made of the content where the record has none."""
        content = {**keys, **self.columns.pack(value)}
        cells = {"id": row_id(self.name, content), **content} if "id" in self.keys else content
        return {**cells, "hash": row_hash(self.name, cells)}

    def expected(self, cells: Mapping[str, Any]) -> tuple[str | None, str]:
        """The id (None where it is not made of the content) and the hash that the cells of a kept row should have."""
        content = {k: v for k, v in cells.items() if k not in ("id", "batch", "hash")}
        return (row_id(self.name, content) if "id" in self.keys else None), row_hash(self.name, cells)


DOCUMENTS = Table("documents", "document", Columns(Document, omit={"clean": NO_CLEAN_TEXT}))
ACTORS = Table("actors", "actor", Columns(Actor, rename={"id": "actor"}), ("id", "document"))
MENTIONS = Table("mentions", "mention", Columns(Mention), ("id", "document"))
TIMES = Table("times", "time", Columns(TimeExpression), ("id", "document"))
QUOTES = Table("quotes", "quote", Columns(Quote), ("id", "document"))
REPORTS = Table("reports", "report", Columns(Report), ("id", "document"))
AGREEMENT_REPORTS = Table("agreement_reports", "agreement_report", Columns(AgreementReport), ("id", "document"))
CLAIMS = Table("claims", "claim", Columns(Claim), ("id", "document"))
SUPERSESSIONS = Table("supersessions", "supersession", Columns(Supersession), ("id", "document"))
QUARANTINE = Table("quarantine", "refusal", Columns(Refusal), ("id",))

TOLD: dict[str, Table[Any]] = {
    "mentions": MENTIONS,
    "times": TIMES,
    "quotes": QUOTES,
    "reports": REPORTS,
    "agreements": AGREEMENT_REPORTS,
    "claims": CLAIMS,
}
"""Field of `Batch` and `Holdings` → the table of its rows."""

RECORD: tuple[Table[Any], ...] = (DOCUMENTS, ACTORS, *TOLD.values(), SUPERSESSIONS, QUARANTINE)

DATES = Table("document_dates", "document_date", Columns(DocumentDate))
COPIES = Table("copies", "copy", Columns(Copy))
EVENTS = Table("events", "event", Columns(Event, omit={"reports": ()}))
EVENT_REPORTS = Table("event_reports", "event_report", Columns(EventReport), ("event", "position"))
AGREEMENTS = Table("agreements", "agreement", Columns(Agreement, omit={"history": ()}))
AGREEMENT_STEPS = Table("agreement_steps", "agreement_step", Columns(AgreementStep), ("agreement", "position"))
CONFLICTS = Table("conflicts", "conflict", Columns(Conflict, omit={"versions": ()}))
CONFLICT_VERSIONS = Table("conflict_versions", "conflict_version", Columns(Version), ("conflict", "position"))

DERIVED: tuple[Table[Any], ...] = (
    DATES,
    COPIES,
    EVENTS,
    EVENT_REPORTS,
    AGREEMENTS,
    AGREEMENT_STEPS,
    CONFLICTS,
    CONFLICT_VERSIONS,
)


def record_rows(batch: Batch) -> list[tuple[Table[Any], dict[str, Cell]]]:
    """Every row of a batch, the document first; rows that say the same are one."""
    document = batch.document.id
    rows: dict[tuple[str, Cell], tuple[Table[Any], dict[str, Cell]]] = {}
    told = [(ACTORS, batch.actors), *((table, getattr(batch, field)) for field, table in TOLD.items())]
    for table, values in told:
        for value in values:
            cells = table.row(value, document=document)
            rows.setdefault((table.name, cells["id"]), (table, cells))
    return [(DOCUMENTS, DOCUMENTS.row(batch.document)), *rows.values()]
