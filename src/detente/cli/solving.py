"""`detente issues` and `solve`: the system of a case, and where it ends."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import figures, tables
from detente.cli.options import LEDGER, Case, Draws, First, Json, Ledger, OptionalCase, Second, Seed, Threshold

if TYPE_CHECKING:
    from detente.workbench.issues import IssueMatrix
    from detente.workbench.solving import IssueOutcome, Solution

SWINGS = 3
"""Inputs shown to an issue."""


def issues(
    a: First = None, b: Second = None, case: OptionalCase = None, as_json: Json = False, ledger: Ledger = LEDGER
) -> None:
    """Who stands where on which issue, 0 to 100 between its poles; without a case, as the articles propose it."""
    from detente import workbench

    with workbench.open_ledger(ledger, create=False) as wb:
        found = wb.issues(a, b, case=case)
    if as_json:
        tables.lines(found.summary())
        return
    typer.echo(f"{found.title}{', which no analyst has looked at' if found.drafted else ''}\n")
    for part in figures.blocks(found.actors, (shutil.get_terminal_size().columns - 26) // 12):
        tables.draw(
            ("issue", *part),
            ((issue.id, *(_cell(found, actor, issue.id) for actor in part)) for issue in found.issues),
            nothing="no issues",
            folded=("issue",),
        )
    if found.issues:
        typer.echo("position · salience; ? is not known")
    figures.say(
        "Poles",
        (
            f"{one.id}: 0 {one.pole_0} – 100 {one.pole_100}"
            + (f"; now {one.status_quo:g}" if one.status_quo is not None else "")
            + (f"; {one.rule.kind} of {', '.join(one.rule.parties)}" if one.rule.parties else "")
            for one in found.issues
        ),
    )
    typer.echo(f"\n{found.n_unknown} of {len(found.actors) * len(found.issues)} positions are not known")


def _cell(found: IssueMatrix, actor: str, issue: str) -> str:
    one = found.cells.get((actor, issue))
    if one is None or one.mode is None:
        return "?"
    return f"{one.mode:.0f} · {'?' if one.salience is None else f'{one.salience:.0f}'}"


def solve(
    case: Case,
    solver: Annotated[
        str | None, typer.Option(help="compromise, median, challenge or nash; the case's own without it.")
    ] = None,
    draws: Draws = None,
    seed: Seed = None,
    threshold: Threshold = None,
    as_json: Json = False,
    ledger: Ledger = LEDGER,
) -> None:
    """Where each issue ends: median, 80 % interval, who decides, what moves it, and what is not known and why."""
    from detente import workbench

    with workbench.open_ledger(ledger, create=False) as wb:
        found = wb.solve(case, solver=solver, draws=draws, seed=seed, threshold=threshold)
    if as_json:
        tables.lines([found.summary()])
        return
    _solved(found)
    figures.say("What moves it: the outcome at the 10 % and 90 % point of one input", _swings(found))
    figures.say(
        "Without one document",
        (f"{one.source}: {one.issue} {figures.number(one.outcome)} → {figures.number(one.without)}" for one in found.without),
    )
    figures.say("At the modes under each solver", _beside(found))
    figures.say(
        "Payoffs: positive-sum or zero-sum, on which the case takes no side",
        (f"{issue}: {figures.number(a)} or {figures.number(b)}" for issue, (a, b) in found.payoffs.items()),
    )
    figures.say(
        "Mechanisms", (f"{one.use.name}: {'acts' if one.acted else one.reason or 'does not act'}" for one in found.applied)
    )


def _solved(found: Solution) -> None:
    """The outcomes, and what is not known."""
    seen = f", events as of {found.on}" if found.on else ""
    typer.echo(f"{found.title}\n{found.solver}, {found.n_draws} draws, seed {found.seed}{seen}; {found.label}\n")
    over = "" if found.threshold is None else f"P(> {found.threshold:g})"
    tables.draw(
        ("issue", "median", "80 %", *([over] if over else []), "rule", "decided by"),
        (
            (
                *(one.issue.id, figures.number(one.drawn.median), figures.span(one.drawn.low, one.drawn.high)),
                *([figures.share(one.drawn.p_over)] if over else []),
                *(one.issue.rule.kind.replace("_", " "), figures.people(one.deciders, found.names)),
            )
            for one in found.issues
        ),
        nothing="no issues",
        folded=("issue", "rule", "decided by"),
    )
    figures.say("Not known", (line for one in found.issues for line in _unknown(one, found)))
    absent = sum(what.startswith("position") for one in found.issues for what in one.left_out.values())
    if absent:
        typer.echo(f"\n{absent} positions are not known and count for nothing; `detente issues` shows which")
    figures.say("Left out", found.notes)


def _unknown(one: IssueOutcome, found: Solution) -> list[str]:
    lines = list[str]()
    if one.drawn.median is None:
        bounds = f"; it lies between {one.bounds[0]:g} and {one.bounds[1]:g}" if one.bounds else ""
        return [f"{one.issue.id}: {one.reason or 'no draw has an outcome'}{bounds}"]
    if one.drawn.n_unknown:
        lines.append(f"{one.issue.id}: no outcome in {one.drawn.n_unknown} of {one.drawn.n_draws} draws")
    alike: dict[str, list[str]] = {}
    for actor, what in one.left_out.items():
        if not what.startswith("position"):
            alike.setdefault(what, []).append(actor)
    return lines + [
        f"{one.issue.id}: without {figures.people(actors, found.names)}, whose {what} "
        f"{'are' if ' and ' in what else 'is'} not known"
        for what, actors in alike.items()
    ]


def _swings(found: Solution) -> list[str]:
    return [
        f"{one.issue.id}: {swing.input.removesuffix(f' on {one.issue.id}')} {figures.number(swing.low)} → {figures.number(swing.high)}"
        for one in found.issues
        for swing in found.of(one.issue.id)[:SWINGS]
    ]


def _beside(found: Solution) -> list[str]:
    return [
        f"{one.issue.id}: " + ", ".join(f"{name} {figures.number(by[one.issue.id])}" for name, by in found.solvers.items())
        for one in found.issues
        if one.mode is not None
    ]
