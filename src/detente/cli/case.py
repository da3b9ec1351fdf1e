"""`detente case check` and `detente case draft`: the case file that an analyst owns."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.options import LEDGER, First, Json, Ledger, Second
from detente.cli.tables import lines
from detente.cli.writing import replacing
from detente.errors import InputError

case = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Check a case file, or draft one from the articles.")

CASE = Path("case.toml")


@case.command()
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The case file.")] = CASE,
    as_json: Json = False,
    ledger: Annotated[
        Path | None,
        typer.Option("--ledger", "-l", envvar="DETENTE_LEDGER", help="A ledger in which what the case cites is looked up."),
    ] = None,
) -> None:
    """Check a case file: every fault with its line and its mend. Exit status 2 where there is one; warnings are none."""
    if ledger is None:
        from detente.strategy.case import check as examine

        found = examine(file)
    else:
        from detente import workbench

        with workbench.open_ledger(ledger, create=False) as wb:
            found = wb.case.check(file)
    if as_json:
        lines({"line": one.line, "level": one.level, "where": one.where, "what": one.what, "mend": one.mend} for one in found)
    else:
        for one in found:
            typer.echo(f"{'warning: ' if one.level == 'warning' else ''}{one}")
    n_errors = sum(one.level == "error" for one in found)
    if n_errors:
        raise InputError(f"has {n_errors} fault{'s' if n_errors > 1 else ''}", at=file, mend="see the lines above")
    if not as_json:
        typer.echo(f"{file}: good")


@case.command()
def draft(
    a: First = None,
    b: Second = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="Where to write the case.")] = CASE,
    onto: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="An analyst's case to put the proposals beside; its own parts stay as they are."),
    ] = None,
    ledger: Ledger = LEDGER,
) -> None:
    """Draft a case from the articles: issues, who takes which side in which sentence, all marked as extracted."""
    if output.exists() and onto is None:
        raise InputError("is there already", at=output, mend=f"add to it with --onto {output}, or choose another place with -o")
    from detente import workbench
    from detente.strategy.case import dump, load

    mine = load(onto) if onto else None
    with workbench.open_ledger(ledger, create=False) as wb:
        made = wb.case.draft(a, b, onto=mine)
        with replacing(output) as stream:
            stream.write(dump(made))
    n = sum(one.origin == "extracted" for one in made.positions_given)
    typer.echo(f"{output}: {len(made.issues)} issues, {n} extracted positions, {len(made.actors)} actors")
