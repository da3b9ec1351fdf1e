"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from detente.errors import InputError

LEDGER = Path("detente.detente")

Ledger = Annotated[
    Path,
    typer.Option("--ledger", "-l", envvar="DETENTE_LEDGER", help="The ledger.", show_default=True),
]
First = Annotated[str | None, typer.Argument(metavar="A", help="A state: its code or its name.", show_default=False)]
Second = Annotated[
    str | None, typer.Argument(metavar="B", help="Another: only what stands between the two.", show_default=False)
]
Json = Annotated[bool, typer.Option("--json", help="JSON Lines, one object a line; the rows of a list have the export's keys.")]
Case = Annotated[Path, typer.Option("--case", metavar="FILE", help="The case file.")]
OptionalCase = Annotated[Path | None, typer.Option("--case", metavar="FILE", help="A case file.", show_default=False)]
Draws = Annotated[int | None, typer.Option(min=1, help="How many draws; the case's own number without it.")]
Seed = Annotated[int | None, typer.Option(min=0, help="The same seed gives the same numbers; the case's own without it.")]
Threshold = Annotated[float | None, typer.Option(min=0, max=100, help="The chance to end above this, 0 to 100, is told.")]
Since = Annotated[str | None, typer.Option(metavar="DAY", help="Nothing that ended before this day (2016-08-09).")]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Nothing that began after this day.")]


def day(text: str | None, option: str) -> date | None:
    """An ISO day; raises InputError for anything else."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{text!r} is not a day", at=option, mend="write it as 2016-08-09") from None
