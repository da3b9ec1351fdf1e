"""`detente search` and `detente show`: words in the articles, and one row with all that it rests on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from detente.cli import tables
from detente.cli.options import LEDGER, Json, Ledger


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="All of them must stand in the article.")],
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 20,
    as_json: Json = False,
    ledger: Ledger = LEDGER,
) -> None:
    """Find words in the articles that the ledger holds, the best matches first."""
    from detente import workbench

    with workbench.open_ledger(ledger, create=False) as wb:
        found = wb.search(" ".join(words), limit=limit)
        if as_json:
            tables.lines(hit._asdict() for hit in found)
            return
        tables.draw(("document", "words"), ((hit.name, hit.snippet) for hit in found), nothing="nothing found")


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="Of an event, agreement, claim, conflict, actor, document or row.")],  # noqa: A002
    ledger: Ledger = LEDGER,
) -> None:
    """Show one thing that the ledger holds, as JSON, with the sentences that say so."""
    from detente import workbench

    with workbench.open_ledger(Path(ledger), create=False) as wb:
        typer.echo(json.dumps(wb.show(id), ensure_ascii=False, indent=2))
