"""Tables in the terminal, as wide as it is. `rich` is loaded here and nowhere else but for progress."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import typer

ID_SHOWN = 8
"""Signs of an id in a table; `detente show` takes the beginning of one."""


def draw(columns: Sequence[str], rows: Iterable[Sequence[str]], *, nothing: str, folded: Collection[str]) -> None:
    """A table on stdout.

    Args:
        columns: their headings.
        rows: their cells, as many as columns.
        folded: columns whose cells go on in the next line where there is no room; those of the others are cut short.
        nothing: said on stderr where there is no row.
    """
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = [[Text(cell) for cell in row] for row in rows]
    if not drawn:
        typer.echo(nothing, err=True)
        return
    console, table = Console(), Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False)
    for column in columns:
        if column in folded:
            table.add_column(column, overflow="fold", max_width=None if column == columns[-1] else max(11, console.width // 5))
        else:
            table.add_column(column, overflow="ellipsis", no_wrap=True)
    for row in drawn:
        table.add_row(*row)
    console.print(table)


def lines(rows: Iterable[Mapping[str, Any]]) -> None:
    """JSON Lines on stdout, UTF-8."""
    for row in rows:
        typer.echo(json.dumps(row, ensure_ascii=False))
