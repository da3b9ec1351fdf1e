"""Tables in the terminal: as wide as it is, long cells folded. `rich` is loaded here and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import typer


def draw(columns: Sequence[str], rows: Iterable[Sequence[str]], *, nothing: str) -> None:
    """A table on stdout, its first column never folded; `nothing` on stderr where there is no row."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    lines = [[Text(cell) for cell in row] for row in rows]
    if not lines:
        typer.echo(nothing, err=True)
        return
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False)
    for number, column in enumerate(columns):
        table.add_column(column, overflow="fold", no_wrap=number == 0)
    for line in lines:
        table.add_row(*line)
    Console().print(table)


def lines(rows: Iterable[Mapping[str, Any]]) -> None:
    """JSON Lines on stdout, UTF-8."""
    for row in rows:
        typer.echo(json.dumps(row, ensure_ascii=False))
