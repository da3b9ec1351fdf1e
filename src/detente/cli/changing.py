"""`detente whatif` and `replay`: a case changed, and a case set back to a day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import figures, tables
from detente.cli.options import LEDGER, Case, Draws, First, Json, Ledger, OptionalCase, Second, Seed, Threshold, day

if TYPE_CHECKING:
    from detente.strategy.scenario import Change
    from detente.workbench.replaying import Replayed
    from detente.workbench.whatif import WhatIf


def whatif(
    patches: Annotated[Path, typer.Argument(metavar="PATCH.toml", help="The scenario: what is set or shifted.")],
    case: Case,
    draws: Annotated[int, typer.Option(min=0, help="Draws for medians and intervals beside each other; 0 for none.")] = 0,
    seed: Seed = None,
    threshold: Threshold = None,
    as_json: Json = False,
    ledger: Ledger = LEDGER,
) -> None:
    """What a scenario changes in a case: each number, by which patch, through what, and the sentences behind it."""
    from detente import workbench

    with workbench.open_ledger(ledger, create=False) as wb:
        found = wb.whatif(patches, case, draws=draws, seed=seed, threshold=threshold)
    if as_json:
        tables.lines([found.summary()])
        return
    typer.echo(f"{found.title}; {found.label}")
    figures.say("The scenario", (str(patch) for patch in found.diff.scenario.patches))
    figures.say("Outcomes", (_changed(one) for one in found.outcomes))
    figures.say("Beside that", (_changed(one) for one in found.diff.changes if one not in found.outcomes))
    if not found.diff.changes:
        typer.echo("\nnothing changes at the modes")
    figures.say("Moves no number at the modes", (str(patch) for patch in found.diff.unmoved))
    figures.say("Over the draws, median and 80 %", _sampled(found))
    figures.say("What is changed rests on", (f"{name}: {told}" for name, told in found.grounds().items()))
    figures.say("What carries it is said in", (f"{name}: {told}" for name, told in found.carried().items()))


def _changed(one: Change) -> str:
    causes = "; ".join(
        f"line {cause.patch.line}"
        + ("" if cause.amount is None else f" {cause.amount:+.4g}")
        + ("" if cause.lever is None else f" (lever {cause.lever:.4g} × {cause.shift:+.4g})")
        for cause in one.causes
    )
    through = ", ".join(
        f"{c.mechanism} (without it {'not known' if c.without is None else f'{c.without:+.4g}'})" for c in one.carriers
    )
    before, after = ("not known" if value is None else f"{value:.4g}" for value in (one.before, one.after))
    reason = f" ({one.reason})" if one.reason else ""
    return f"{one.words}: {before} → {after}{reason}, by {causes}{f'; through {through}' if through else ''}"


def _sampled(found: WhatIf) -> list[str]:
    return [
        f"{before.issue}: {figures.drawn(before)} → {figures.drawn(after)}"
        for before, after in found.diff.sampled
        if before.median is not None or after.median is not None
    ]


def replay(
    as_of: Annotated[str, typer.Option("--as-of", metavar="DAY", help="The day, such as 2016-08-09.")],
    a: First = None,
    b: Second = None,
    case: OptionalCase = None,
    draws: Draws = None,
    as_json: Json = False,
    ledger: Ledger = LEDGER,
) -> None:
    """What was there on a day: acts, displayed and substance, and how a case stood; and what was left out, and why."""
    from detente import workbench

    with workbench.open_ledger(ledger, create=False) as wb:
        on = day(as_of, "--as-of")
        assert on is not None
        found = wb.replay(on, a, b, case=case, draws=draws)
    if as_json:
        tables.lines([found.summary()])
        return
    _replayed(found)


def _replayed(found: Replayed) -> None:
    held = found.events
    typer.echo(f"{found.day}: {len(held.taken)} acts lie on or before it, {len(held.later)} later or perhaps later")
    figures.say("Displayed, substance and gap up to that day", (
        f"{m.period}: {figures.warmth(m.displayed)}, {figures.warmth(m.substance)}, {figures.warmth(m.gap)}"
        for m in found.years
        if m.n_events
    ))  # fmt: skip
    figures.say("Left out", found.notes)
    if found.then and found.now:
        now = {one.issue.id: one for one in found.now.issues}
        figures.say(
            f"Outcomes on that day, and with everything; {found.then.label}",
            (
                f"{one.issue.id}: {figures.drawn(one.drawn)} → {figures.drawn(now[one.issue.id].drawn)}"
                + (f" ({one.reason})" if one.drawn.median is None and one.reason else "")
                for one in found.then.issues
            ),
        )
