"""The application: its commands, and the options that stand before them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from detente import __version__
from detente.cli import bench, case, changing, coding, intake, listing, lookup, output, solving, standing, theses, upkeep
from detente.cli.edge import Edge

app = typer.Typer(
    cls=Edge, add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False, name="detente"
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"detente {__version__}")
        raise typer.Exit


@app.callback()
def detente(
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error (or set DETENTE_DEBUG=1).")] = False,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    """Read articles about the relations between states into a ledger of evidence, and brief a relation from it."""


for command in (
    *(intake.demo, intake.read),
    *(output.brief, listing.events, listing.actors, listing.agreements, listing.claims, listing.conflicts, listing.sources),
    *(lookup.search, lookup.show, output.export),
    *(standing.relation, standing.turning_points, solving.issues, solving.solve, changing.whatif, changing.replay),
    *(theses.hypotheses, theses.watch),
    *(upkeep.verify, upkeep.derive, upkeep.doctor, coding.code),
):
    app.command()(command)
app.add_typer(bench.bench, name="bench")
app.add_typer(case.case, name="case")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; ends the process with its exit status."""
    app(args=arguments, prog_name="detente")
