"""`detente hypotheses` and `detente watch`: rival theses against the events, and what would change the mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from detente.cli import figures, tables
from detente.cli.options import LEDGER, Case, Json, Ledger, Since, Until, day
from detente.cli.tables import ID_SHOWN

if TYPE_CHECKING:
    from detente.strategy.hypotheses import Line
    from detente.workbench.competing import Hypotheses

SIGNS = {"consistent": "+", "inconsistent": "−", "neutral": "·"}


def hypotheses(case: Case, as_json: Json = False, ledger: Ledger = LEDGER) -> None:
    """Rival theses against the acts: the ranking by what speaks against each, which acts tell them apart, and what it hangs on."""
    from detente import workbench

    with workbench.open_ledger(ledger, create=False) as wb:
        found = wb.hypotheses(case)
    if as_json:
        tables.lines([found.summary()])
        return
    typer.echo(f"{found.title}: the thesis with the least against it comes first; that does not make it true\n")
    inconsistency = found.matrix.inconsistency()
    for rank, thesis in found.ranked:
        n, holder = found.counts(thesis.id), found.holders.get(thesis.id)
        typer.echo(f"{rank}. {thesis.id}: {thesis.text} ({holder or 'held by nobody named'})")
        typer.echo(f"   {inconsistency[thesis.id]:g} against, {n['consistent']} for, {n['neutral']} that say nothing")
    typer.echo()
    ids = [one.id for one in found.matrix.theses]
    tables.draw(
        ("act", *ids, "apart"),
        (
            (line.event.id[:ID_SHOWN], *(_sign(line, one) for one in ids), figures.number(line.diagnosticity))
            for line in found.lines
        ),
        nothing="no act bears on any of them",
        folded=(),
    )
    typer.echo("+ expected, − excluded, · says nothing; apart: how far the act tells the theses apart, 0 to 1")
    figures.say("The acts", (_told(found, line) for line in found.lines))
    figures.say("The order hangs on", (_sensitive(found, str(one), one.name) for one in found.matrix.sensitivity()))
    figures.say(
        "Expected and not seen, which is not held against a thesis",
        (f"{name}: {'; '.join(map(str, patterns))}" for name, patterns in found.matrix.unseen.items()),
    )
    figures.say(
        "May bear on them, but the days do not tell",
        (f"{one.id[:ID_SHOWN]} {one.description}" for one in found.matrix.doubtful),
    )


def _sign(line: Line, thesis: str) -> str:
    cell = next(one for one in line.cells if one.thesis == thesis)
    return f"{SIGNS[cell.reading]}{' overruled' if cell.overruled else ''}"


def _told(found: Hypotheses, line: Line) -> str:
    documents = ", ".join(found.names.get(one, one) for one in line.documents)
    return f"{line.event.id[:ID_SHOWN]} {line.event.description} [{documents}]"


def _sensitive(found: Hypotheses, text: str, name: str) -> str:
    return text.replace(name, found.names.get(name, name[:ID_SHOWN]), 1)


def watch(
    case: Case,
    since: Since = None,
    until: Until = None,
    as_json: Json = False,
    ledger: Ledger = LEDGER,
) -> None:
    """What would change the mind: each act that a thesis of the case expects or excludes, seen or not seen so far."""
    from detente import workbench

    with workbench.open_ledger(ledger, create=False) as wb:
        found = wb.watch(case, since=day(since, "--since"), until=day(until, "--until"))
    if as_json:
        tables.lines(one.summary() for one in found)
        return
    tables.draw(
        ("thesis", "speaks", "what became of it"),
        ((one.thesis, one.speaks, str(one.sighting)) for one in found),
        nothing="nothing to watch for",
        folded=("thesis", "what became of it"),
    )
