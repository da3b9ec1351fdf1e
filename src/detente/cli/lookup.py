"""`detente search` and `detente show`: words in the articles, and one row with all that it rests on."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from detente.cli import plain, tables
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
        documents = wb.documents()
        hits = [(hit, documents[hit.document].document.name) for hit in wb.search(" ".join(words), limit=limit)]
        if as_json:
            tables.lines(plain.found(hit, name) for hit, name in hits)
            return
        tables.draw(
            ("document", "words"), ((name, hit.snippet) for hit, name in hits), nothing="nothing found", folded=("words",)
        )


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="Of an event, agreement, claim, conflict, actor, document or row.")],  # noqa: A002
    ledger: Ledger = LEDGER,
) -> None:
    """Show one thing that the ledger holds, as JSON, with the sentences that say so."""
    from detente import workbench

    with workbench.open_ledger(ledger, create=False) as wb:
        typer.echo(json.dumps(plain.shown(wb, wb.show(id)), ensure_ascii=False, indent=2))
