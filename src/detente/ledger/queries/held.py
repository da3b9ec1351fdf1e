"""Rows of record as they were told, and all of them at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from detente.ledger.holdings import Holdings, Told
from detente.ledger.tables import ACTORS, DOCUMENTS, TOLD, Table
from detente.records import Actor, Document, Row

R = TypeVar("R", bound=Row)
CURRENT = "document IN (SELECT id FROM current_documents)"
ALL = "document IS NOT NULL"


def told(db: sqlite3.Connection, table: Table[R], where: str = CURRENT, values: Sequence[Any] = ()) -> tuple[Told[R], ...]:
    """Rows of a table in the order of document and span."""
    query = f'SELECT * FROM {table.name} WHERE {where} ORDER BY document, start, "end", id'
    return tuple(Told(r["id"], r["document"], table.columns.unpack(r)) for r in db.execute(query, values))


def documents(
    db: sqlite3.Connection, where: str = "id IN (SELECT id FROM current_documents)", values: Sequence[Any] = ()
) -> dict[str, Document]:
    """Documents by id, in the order of their ids, with an empty clean text."""
    rows = db.execute(f"SELECT * FROM documents WHERE {where} ORDER BY id", values)
    return {r["id"]: DOCUMENTS.columns.unpack(r) for r in rows}


def actors(db: sqlite3.Connection, where: str = CURRENT, values: Sequence[Any] = ()) -> dict[str, Actor]:
    """Actors by id, in the order of their ids: what the documents tell of each, put together."""
    tellings: dict[str, dict[Actor, None]] = {}
    for row in db.execute(f"SELECT * FROM actors WHERE {where} ORDER BY actor, document, id", values):
        actor = ACTORS.columns.unpack(row)
        tellings.setdefault(actor.id, {})[actor] = None
    return {i: together(list(found)) for i, found in tellings.items()}


def together(tellings: Sequence[Actor]) -> Actor:
    """One actor out of what several documents tell of it: our own table before the texts, the first text before the next."""
    first, *rest = sorted(tellings, key=lambda a: a.origin != "reference")
    names = dict.fromkeys(alias for a in (first, *rest) for alias in a.aliases)
    names.update(dict.fromkeys(a.name for a in rest if a.name != first.name))
    return Actor(
        first.id,
        first.name,
        first.kind,
        _first_known(a.country for a in (first, *rest)),
        _first_known(a.sector for a in (first, *rest)),
        tuple(names),
        tuple(dict.fromkeys(role for a in (first, *rest) for role in a.roles)),
        first.origin,
    )


def holdings(db: sqlite3.Connection, *, superseded: bool = False) -> Holdings:
    """Every current row of record, or every one. The caller holds a transaction, so that all are of one moment."""
    where = ALL if superseded else CURRENT
    rows: dict[str, Any] = {field: told(db, table, where) for field, table in TOLD.items()}
    return Holdings(documents(db, where.replace("document", "id", 1)), actors(db, where), **rows)


def _first_known(values: Iterable[str | None]) -> str | None:
    return next((v for v in values if v is not None), None)
