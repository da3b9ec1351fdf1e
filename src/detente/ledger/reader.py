"""The questions a ledger answers. Everything here reads; each answer is a value that outlives the connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

from detente.ledger import appending, deriving, search
from detente.ledger.audit import Finding, audit
from detente.ledger.hashing import sha256
from detente.ledger.holdings import Derived, Holdings, Told
from detente.ledger.opening import refusals
from detente.ledger.queries import acts, held, permalinks, shelf
from detente.ledger.tables import (
    AGREEMENT_REPORTS,
    AGREEMENT_STEPS,
    AGREEMENTS,
    CLAIMS,
    CONFLICT_VERSIONS,
    CONFLICTS,
    DERIVED,
    MENTIONS,
    QUOTES,
    RECORD,
    REPORTS,
    TIMES,
    Table,
)
from detente.records import (
    Actor,
    Agreement,
    AgreementReport,
    Claim,
    Conflict,
    Event,
    Mention,
    Moment,
    Quote,
    Refusal,
    Report,
    Row,
    TimeExpression,
)

R = TypeVar("R", bound=Row)


class Reader:
    """What can be asked of an open ledger. Superseded documents and their rows are left out unless asked for by id."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._db = connection

    @contextmanager
    def snapshot(self) -> Generator[sqlite3.Connection]:
        """One moment of the ledger for every question asked inside, whatever a writer adds meanwhile."""
        with refusals(self.path):
            if self._db.in_transaction:
                yield self._db
            else:
                with appending.transaction(self._db, "DEFERRED"):
                    yield self._db

    def documents(self, *, superseded: bool = False) -> tuple[shelf.HeldDocument, ...]:
        """Documents in the order of their names; with `superseded`, those too that a later text took the place of."""
        with self.snapshot() as db:
            return shelf.documents(db, "id IS NOT NULL") if superseded else shelf.documents(db)

    def document(self, identifier: str) -> shelf.HeldDocument:
        """One document by its id. Raises UnknownNameError."""
        with self.snapshot() as db:
            return shelf.document(db, identifier)

    def document_date(self, identifier: str) -> Moment:
        """The day(s) a document was published on: as other documents bound it, else as its own text gives it."""
        return self.document(identifier).date

    def holds(self, document: str) -> bool:
        """Whether this very text is held and current: it need not be coded again."""
        with self.snapshot() as db:
            return appending.is_current(db, document)

    def actors(self) -> tuple[Actor, ...]:
        """Every actor of the current documents, in the order of their ids."""
        with self.snapshot() as db:
            return tuple(held.actors(db).values())

    def actor(self, identifier: str) -> Actor | None:
        """One actor as all documents together tell of it; None where none does."""
        with self.snapshot() as db:
            return held.actors(db, f"actor = ? AND {held.CURRENT}", (identifier,)).get(identifier)

    def mentions(self, document: str | None = None) -> tuple[Told[Mention], ...]:
        """Mentions, of one document or all."""
        return self._told(MENTIONS, document)

    def times(self, document: str | None = None) -> tuple[Told[TimeExpression], ...]:
        """Time expressions, of one document or all."""
        return self._told(TIMES, document)

    def quotes(self, document: str | None = None) -> tuple[Told[Quote], ...]:
        """Quotations, of one document or all."""
        return self._told(QUOTES, document)

    def agreement_reports(self, document: str | None = None) -> tuple[Told[AgreementReport], ...]:
        """Tellings of agreements, of one document or all."""
        return self._told(AGREEMENT_REPORTS, document)

    def claims(self, document: str | None = None) -> tuple[Told[Claim], ...]:
        """Claims, of one document or all."""
        return self._told(CLAIMS, document)

    def reports(self, document: str | None = None, event: str | None = None) -> tuple[Told[Report], ...]:
        """Reports, of one document or all, asserted or not; of an event, those it was merged from, in the event's order."""
        if event is None:
            return self._told(REPORTS, document)
        with self.snapshot() as db:
            order = [r[0] for r in db.execute("SELECT report FROM event_reports WHERE event = ? ORDER BY position", (event,))]
            where = "id IN (SELECT report FROM event_reports WHERE event = ?)"
            found = {r.id: r for r in held.told(db, REPORTS, where, (event,))}
            return tuple(found[i] for i in order if document is None or found[i].document == document)

    def candidates(self) -> tuple[Told[Report], ...]:
        """Reports below the coder's threshold, kept for review; they are in no event."""
        with self.snapshot() as db:
            return held.told(db, REPORTS, f"NOT asserted AND {held.CURRENT}")

    def events(
        self,
        a: str | None = None,
        b: str | None = None,
        *,
        since: date | None = None,
        until: date | None = None,
        plover: str | None = None,
        text: str | None = None,
    ) -> tuple[Event, ...]:
        """Events by who, whom, when, what and words: see `queries.acts.events`."""
        with self.snapshot() as db:
            return acts.events(db, a=a, b=b, since=since, until=until, plover=plover, text=text)

    def event(self, identifier: str) -> Event | None:
        """One event; None where the id is none's."""
        with self.snapshot() as db:
            return next(iter(acts.where(db, "id = ?", (identifier,))), None)

    def agreements(self) -> tuple[Agreement, ...]:
        """Agreements with their states through time."""
        with self.snapshot() as db:
            return deriving.whole(db, AGREEMENTS, AGREEMENT_STEPS, "history")

    def conflicts(self, subject: str | None = None) -> tuple[Conflict, ...]:
        """Reports that disagree; about one event, agreement, claim, actor or document, or all."""
        with self.snapshot() as db:
            where, values = ("1", ()) if subject is None else ("subject = ?", (subject,))
            return deriving.whole(db, CONFLICTS, CONFLICT_VERSIONS, "versions", where, values)

    def quarantine(self, *, everything: bool = False) -> tuple[Refusal, ...]:
        """What could not be read; with `everything`, also what could be read later from the same source."""
        with self.snapshot() as db:
            return shelf.quarantine(db, everything=everything)

    def batches(self) -> tuple[shelf.BatchRecord, ...]:
        """Every link of the chain, the oldest first."""
        with self.snapshot() as db:
            return shelf.batches(db)

    def counts(self) -> dict[str, int]:
        """How many rows each table has, superseded ones among them."""
        with self.snapshot() as db:
            return {t.name: db.execute(f"SELECT count(*) FROM {t.name}").fetchone()[0] for t in (*RECORD, *DERIVED)}

    def show(self, prefix: str) -> permalinks.Shown:
        """Any row by its id or at least the first four signs of it. Raises InputError, listing them where several fit."""
        with self.snapshot() as db:
            return permalinks.show(db, prefix)

    def search(self, query: str, limit: int = 20) -> tuple[search.Hit, ...]:
        """Passages that have all words, best first: see `search.expression` for phrases and beginnings of words."""
        with self.snapshot() as db:
            return search.search(db, query, limit)

    def holdings(self, *, superseded: bool = False) -> Holdings:
        """Every current row of record; with `superseded`, those of earlier texts too."""
        with self.snapshot() as db:
            return held.holdings(db, superseded=superseded)

    def derived(self) -> Derived:
        """The derivation as it is kept; see `derived_is_current`."""
        with self.snapshot() as db:
            return deriving.stored(db)

    def derived_is_current(self) -> bool:
        """Whether the derived tables were made from the rows of record as they are now, by this version of the code."""
        with self.snapshot() as db:
            return deriving.is_current(db)

    @property
    def chain(self) -> str:
        """The last link of the chain: it stands for every row of record."""
        with self.snapshot() as db:
            return appending.chain_head(db)

    @property
    def fingerprint(self) -> str:
        """64 hex digits that stand for every row of record and all that is derived from them."""
        with self.snapshot() as db:
            return sha256([appending.chain_head(db), deriving.digest(db)])

    def verify(self) -> list[Finding]:
        """All that is not as it was written; an empty list where all is well."""
        with self.snapshot() as db:
            return audit(db)

    def _told(self, table: Table[R], document: str | None) -> tuple[Told[R], ...]:
        with self.snapshot() as db:
            return held.told(db, table) if document is None else held.told(db, table, "document = ?", (document,))
