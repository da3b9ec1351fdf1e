"""Documents as the ledger holds them: with the date that other documents bound, what they copy, what took their place."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from detente.errors import UnknownNameError
from detente.ledger.queries import held
from detente.ledger.tables import DATES
from detente.records import Document, Moment, Refusal


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document and what the ledger knows about it beside its own words.

    Args:
        document: with an empty clean text. date: as other documents bound it, else as its own text gives it.
        copy_of: the earlier document that it copies. superseded_by: the later text from the same source.
        coder: what coded it. n_rows: how many rows it told, its actors not counted.
    """

    document: Document
    date: Moment
    copy_of: str | None
    superseded_by: str | None
    coder: str
    n_rows: int

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id

    @property
    def current(self) -> bool:
        """Whether no later text from the same source took its place."""
        return self.superseded_by is None

    @property
    def coded(self) -> bool:
        """Whether anything was found in it."""
        return self.n_rows > 0


@dataclass(frozen=True, slots=True)
class BatchRecord:
    """A link of the chain: the rows that came in with one document, or refusals (`document` is None)."""

    n: int
    document: str | None
    coder: str
    rows: int
    digest: str
    chain: str


_N_ROWS = " + ".join(
    f"(SELECT count(*) FROM {t} r WHERE r.document = d.id)"
    for t in ("mentions", "times", "quotes", "reports", "agreement_reports", "claims")
)
_ABOUT = f"""
SELECT d.id, {_N_ROWS} AS n_rows, c.copies AS copy_of, b.coder AS coder,
  CASE WHEN d.id IN (SELECT id FROM current_documents) THEN NULL
  ELSE (SELECT s.document FROM supersessions s WHERE s.superseded = d.id ORDER BY s.batch DESC LIMIT 1) END AS superseded_by
FROM documents d LEFT JOIN copies c ON c.document = d.id LEFT JOIN batches b ON b.n = d.batch WHERE d."""


def documents(
    db: sqlite3.Connection, where: str = "id IN (SELECT id FROM current_documents)", values: Sequence[Any] = ()
) -> tuple[HeldDocument, ...]:
    """Held documents, in the order of their names, then ids."""
    texts = held.documents(db, where, values)
    dates = {r["document"]: DATES.columns.unpack(r).moment for r in db.execute("SELECT * FROM document_dates")}
    found = [
        HeldDocument(d := texts[r["id"]], dates.get(d.id, d.date), r["copy_of"], r["superseded_by"], r["coder"], r["n_rows"])
        for r in db.execute(_ABOUT + where, values)
    ]
    return tuple(sorted(found, key=lambda h: (h.document.name, h.id)))


def document(db: sqlite3.Connection, identifier: str) -> HeldDocument:
    """One document by its whole id, superseded or not.

    Raises:
        UnknownNameError: no document has the id.
    """
    found = documents(db, "id = ?", (identifier,))
    if not found:
        raise UnknownNameError(identifier, kind="document", known=[r[0] for r in db.execute("SELECT id FROM documents")])
    return found[0]


def quarantine(db: sqlite3.Connection, *, everything: bool = False) -> tuple[Refusal, ...]:
    """What could not be read, in the order it came; without what was read from the same source later."""
    read_later = "EXISTS (SELECT 1 FROM documents d WHERE d.source = q.source AND d.batch > q.batch)"
    rows = db.execute(
        f"SELECT q.* FROM quarantine q {'' if everything else f'WHERE NOT {read_later}'} ORDER BY q.batch, q.rowid"
    )
    return tuple(Refusal(r["source"], r["reason"], r["message"], r["sha256"]) for r in rows)


def batches(db: sqlite3.Connection) -> tuple[BatchRecord, ...]:
    """Every link of the chain, the oldest first."""
    return tuple(BatchRecord(**dict(r)) for r in db.execute("SELECT * FROM batches ORDER BY n"))
