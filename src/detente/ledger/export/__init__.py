"""The export contract: every table as a file of JSON Lines, with a manifest. A public interface, versioned in the manifest.

    export(ledger, "out", series=rows)

The rows are in a fixed order and no clock enters them: one ledger gives the same bytes each time. Issues and positions come from a
case, of which the ledger knows nothing: the caller gives their rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from detente.errors import LedgerError
from detente.ledger.edition import DETENTE
from detente.ledger.export.actors import actor_rows
from detente.ledger.export.names import Names
from detente.ledger.export.rows import (
    agreement_rows,
    claim_rows,
    conflict_rows,
    document_rows,
    event_rows,
    mention_rows,
    quote_rows,
    time_rows,
)
from detente.ledger.export.writing import write
from detente.ledger.holdings import Derived
from detente.ledger.reader import Reader

SCHEMA, VERSION = "detente-export", 1
TABLES = (
    "documents",
    "actors",
    "mentions",
    "times",
    "quotes",
    "events",
    "agreements",
    "issues",
    "positions",
    "claims",
    "conflicts",
    "series",
)

__all__ = ["TABLES", "Names", "export", "tables"]


def export(
    ledger: Reader,
    folder: str | Path,
    *,
    only_current: bool = True,
    series: Iterable[Mapping[str, Any]] = (),
    issues: Iterable[Mapping[str, Any]] = (),
    positions: Iterable[Mapping[str, Any]] = (),
    backends: Mapping[str, str] | None = None,
) -> dict[str, int]:
    """Write every table into a folder. A file of an earlier export is replaced, any other file is left alone.

    Args:
        ledger: open, with its derivation up to date.
        folder: made if it is not there.
        only_current: leave out documents that a later text from the same source took the place of.
        series: rows of `series.jsonl`, which the ledger knows nothing of.
        issues: rows of `issues.jsonl`, likewise.
        positions: rows of `positions.jsonl`, likewise.
        backends: what read and coded the documents, for the manifest.

    Returns:
        Table → how many rows.

    Raises:
        LedgerError: the derivation is older than the rows of record. InputError: the folder can't be written, or a file in it
            has the name of a table and is not of an export.
    """
    with ledger.snapshot():
        if not ledger.derived_is_current():
            raise LedgerError(
                "what is derived is older than the articles", at=ledger.path, mend="run `detente derive`, then again"
            )
        found = tables(ledger, only_current=only_current, series=series, issues=issues, positions=positions)
        fingerprint = ledger.fingerprint
    manifest = {
        "schema": SCHEMA,
        "version": VERSION,
        "detente": DETENTE,
        "ledger_sha256": fingerprint,
        "backends": dict(backends or {}),
    }
    write(Path(folder), found, manifest)
    return {name: len(rows) for name, rows in found.items()}


def tables(
    ledger: Reader,
    *,
    only_current: bool = True,
    series: Iterable[Mapping[str, Any]] = (),
    issues: Iterable[Mapping[str, Any]] = (),
    positions: Iterable[Mapping[str, Any]] = (),
    derived: Derived | None = None,
) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table, in the contract's order; with `derived` in place of the derivation that the ledger keeps.

    What a derivation says of documents that are not held any more is left out.
    """
    held = {d.id: d for d in ledger.documents(superseded=not only_current)}
    holdings = ledger.holdings(superseded=not only_current)
    derived = derived or ledger.derived()
    names = Names(holdings.documents)
    rows: dict[str, list[dict[str, Any]]] = {
        "documents": document_rows(names, held),
        "times": time_rows(names, holdings),
        "quotes": quote_rows(names, holdings),
        "events": event_rows(names, holdings, derived),
        "agreements": agreement_rows(names, derived),
        "claims": claim_rows(names, holdings),
        "conflicts": conflict_rows(names, derived),
        "issues": [dict(row) for row in issues],
        "positions": [dict(row) for row in positions],
        "series": [dict(row) for row in series],
    }
    rows["mentions"] = mention_rows(names, holdings)
    rows["actors"] = actor_rows(names, holdings, rows)
    _name_mentioned(rows["mentions"], rows["actors"])
    return {table: rows.get(table, []) for table in TABLES}


def _name_mentioned(mentions: list[dict[str, Any]], actors: list[dict[str, Any]]) -> None:
    """Put the canonical names and the countries beside the ids that mentions carry."""
    by_id = {row["actor"]: row for row in actors}
    for row in mentions:
        row["names"] = [by_id[a]["name"] for a in row["actors"]]
        row["countries"] = [by_id[a]["country"] for a in row["actors"]]
