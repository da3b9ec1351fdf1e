"""`detente verify`, `derive` and `doctor`: whether a ledger is what was written, and whether this installation is whole."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.options import LEDGER, Json, Ledger
from detente.cli.tables import lines
from detente.errors import DetenteError, LedgerDamagedError


def verify(as_json: Json = False, ledger: Ledger = LEDGER) -> None:
    """Check every row, link and sentence of a ledger against what was written. Exit status 3 where something differs."""
    from detente import workbench

    with workbench.open_ledger(ledger, create=False) as wb:
        found = wb.verify()
    if as_json:
        lines([found.summary()])
    else:
        typer.echo(str(found))
    if found.faults:
        raise LedgerDamagedError(
            f"{len(found.faults)} things are not what was written", at=ledger, mend="read the articles into a new ledger"
        )


def derive(ledger: Ledger = LEDGER) -> None:
    """Make anew what is derived from the articles: events, dates, copies."""
    from detente import workbench

    with workbench.open_ledger(ledger, create=ledger.exists()) as wb:
        found = wb.derive()
    typer.echo(f"{len(found.events)} events, {len(found.agreements)} agreements, {len(found.conflicts)} conflicts")


def doctor(
    as_json: Json = False,
    ledger: Annotated[
        str | None, typer.Option("--ledger", "-l", envvar="DETENTE_LEDGER", help="A ledger to look at too.")
    ] = None,
) -> None:
    """Check this installation: Python, the language model's files, SQLite, the disk, and a ledger if one is named."""
    from detente.workbench import health

    found = health.examine(ledger)
    if as_json:
        lines({"check": check.name, "good": check.good, "found": check.found} for check in found)
    else:
        for check in found:
            typer.echo(f"{'good' if check.good else 'BAD ':<5} {check.name}: {check.found}")
    if bad := [check.name for check in found if not check.good]:
        raise DetenteError(f"not in order: {', '.join(bad)}")
