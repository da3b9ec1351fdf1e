"""`detente brief` and `detente export`: what leaves the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from detente.cli.options import LEDGER, Ledger, OptionalCase
from detente.cli.writing import replacing
from detente.errors import InputError

FORMATS = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md"}


def brief(
    a: Annotated[str, typer.Argument(metavar="A", help="A state: its code or its name.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Where to write it: .html or .md.")] = Path("brief.html"),
    case: OptionalCase = None,
    whatif: Annotated[
        list[Path] | None,
        typer.Option(metavar="PATCH.toml", help="A scenario; without any, those of the folder whatif beside the case."),
    ] = None,
    ledger: Ledger = LEDGER,
) -> None:
    """Write a brief on the relation of two states: one file that opens from disk. A file that was there is replaced."""
    form = FORMATS.get(output.suffix.lower())
    if form is None:
        raise InputError(f"a brief is .html or .md, not {output.suffix or 'a file without a suffix'}", at=output)

    from detente import desk, workbench

    with workbench.open_ledger(ledger, create=False) as wb, replacing(output) as stream:
        stream.write(desk.brief(wb, a, b, format="md" if form == "md" else "html", case=case, whatif=whatif or None))
    typer.echo(str(output))


def export(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write into.")],
    format: Annotated[Literal["jsonl"], typer.Option(help="JSON Lines, one file per table.")] = "jsonl",  # noqa: A002
    case: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A case whose issues and positions are written, not the drafted ones.")
    ] = None,
    ledger: Ledger = LEDGER,
) -> None:
    """Write every table as a file of JSON Lines, with a manifest: the public contract for scripts."""
    from detente import workbench

    with workbench.open_ledger(ledger, create=False) as wb:
        wb.export(output, format=format, case=case)
    typer.echo(str(output))
