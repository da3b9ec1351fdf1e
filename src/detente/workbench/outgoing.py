"""What leaves a ledger: the tables of the export contract, with the series that the measures make of its events."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.errors import UnknownNameError
from detente.ledger import Ledger
from detente.ledger.export import TABLES, Names, tables
from detente.ledger.export import export as write
from detente.measures import series
from detente.workbench.casework import issue_rows, position_rows
from detente.workbench.relation import tellers

if TYPE_CHECKING:
    from detente.strategy.case import Case

FORMATS = ("jsonl",)
_KEYS = {
    "documents": "doc",
    "actors": "actor",
    "events": "event",
    "agreements": "agreement",
    "claims": "claim",
    "conflicts": "conflict",
}


def table(ledger: Ledger, name: str, ids: Iterable[str] | None = None, case: Case | None = None) -> list[dict[str, Any]]:
    """Rows of one table, those of the ids alone and in their order where they are given.

    Args:
        ledger: open.
        name: of the table.
        ids: of its rows.
        case: whose issues and positions are the rows of these two tables; they are empty without it.

    Raises:
        UnknownNameError: there is no such table, or its rows have no ids.
    """
    if name not in (TABLES if ids is None else _KEYS):
        raise UnknownNameError(name, kind="table", known=TABLES if ids is None else _KEYS)
    issues, positions = _of_case(ledger, case)
    series_rows = _series(ledger) if name == "series" else ()
    rows = tables(ledger, series=series_rows, issues=issues, positions=positions)[name]
    if ids is None:
        return rows
    names = Names(ledger.holdings().documents)
    by_key = {row[_KEYS[name]]: row for row in rows}
    keys = (names.key(i) if name == "documents" else names.actor(i) for i in ids)
    return [by_key[key] for key in keys if key in by_key]


def export(ledger: Ledger, folder: str | Path, case: Case) -> dict[str, int]:
    """Write every table into a folder, with the issues and positions of a case; returns how many rows each has.

    Raises:
        InputError: the case cites what no document of the ledger has.
    """
    coders = sorted({batch.coder for batch in ledger.batches()} - {""})
    backends = {"coder": ", ".join(coders)} if coders else {}
    issues, positions = _of_case(ledger, case)
    return write(ledger, folder, series=_series(ledger), issues=issues, positions=positions, backends=backends)


def _of_case(ledger: Ledger, case: Case | None) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows of the two tables that a case gives: issues, positions."""
    if case is None:
        return [], []
    from detente.strategy.case import resolved

    documents = ledger.holdings().documents
    case = resolved(case, documents)
    return issue_rows(case), position_rows(case, Names(documents).keys)


def _series(ledger: Ledger) -> list[dict[str, Any]]:
    """The monthly series of every pair of states that has a dated act."""
    derived = ledger.derived()
    reports = {told.id: told for told in ledger.reports()}
    return series.rows(derived.events, documents_of=tellers(derived.events, reports, derived.copies))
