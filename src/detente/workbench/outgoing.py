"""What leaves a ledger: the tables of the export contract, with the series that the measures make of its events."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from detente.errors import UnknownNameError
from detente.ledger import Ledger
from detente.ledger.export import TABLES, Names, tables
from detente.ledger.export import export as write
from detente.measures import series
from detente.workbench.relation import tellers

FORMATS = ("jsonl",)
_KEYS = {
    "documents": "doc",
    "actors": "actor",
    "events": "event",
    "agreements": "agreement",
    "claims": "claim",
    "conflicts": "conflict",
}


def table(ledger: Ledger, name: str, ids: Iterable[str] | None = None) -> list[dict[str, Any]]:
    """Rows of one table, those of the ids alone and in their order where they are given.

    Raises:
        UnknownNameError: there is no such table, or its rows have no ids.
    """
    if name not in (TABLES if ids is None else _KEYS):
        raise UnknownNameError(name, kind="table", known=TABLES if ids is None else _KEYS)
    rows = tables(ledger, series=_series(ledger) if name == "series" else ())[name]
    if ids is None:
        return rows
    names = Names(ledger.holdings().documents)
    by_key = {row[_KEYS[name]]: row for row in rows}
    keys = (names.key(i) if name == "documents" else names.actor(i) for i in ids)
    return [by_key[key] for key in keys if key in by_key]


def export(ledger: Ledger, folder: str | Path) -> dict[str, int]:
    """Write every table into a folder; returns how many rows each has."""
    coders = sorted({batch.coder for batch in ledger.batches()} - {""})
    return write(ledger, folder, series=_series(ledger), backends={"coder": ", ".join(coders)} if coders else {})


def _series(ledger: Ledger) -> list[dict[str, Any]]:
    """The monthly series of every pair of states that has a dated act."""
    derived = ledger.derived()
    reports = {told.id: told for told in ledger.reports()}
    return series.rows(derived.events, documents_of=tellers(derived.events, reports, derived.copies))
