"""`detente relation` and `detente turning-points`: how two states stand, in numbers, on one screen."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli import figures, tables
from detente.cli.options import LEDGER, Json, Ledger, OptionalCase, Since, Until, day

if TYPE_CHECKING:
    from detente.measures.alignment import Alignment
    from detente.measures.turning_points import Thin, TurningPoints
    from detente.workbench.relation import Relation

A = Annotated[str, typer.Argument(metavar="A", help="A state: its code or its name.")]
B = Annotated[str, typer.Argument(metavar="B", help="The other.")]


def relation(a: A, b: B, case: OptionalCase = None, as_json: Json = False, ledger: Ledger = LEDGER) -> None:
    """How two states stand: words, deeds, the gap with intervals, the arrow, alignment, turning points, and what is not seen."""
    from detente import workbench

    with workbench.open_ledger(ledger, create=False) as wb:
        found, turned = wb.relation(a, b, case=case), wb.turning_points(a, b, case=case)
        near = wb.alignment(a, b, case) if case else None
    if as_json:
        tables.lines([_plain(found, turned, near)])
        return
    typer.echo(f"{found.a.name} and {found.b.name}: {found.trend.direction}")
    typer.echo(f"{found.trend.reason}\n")
    tables.draw(
        ("year", "displayed", "substance", "gap", "acts"),
        (
            (
                m.period,
                figures.warmth(m.displayed, m.displayed_low, m.displayed_high),
                figures.warmth(m.substance, m.substance_low, m.substance_high),
                figures.warmth(m.gap, m.gap_low, m.gap_high),
                str(m.n_events),
            )
            for m in found.years
            if m.n_events
        ),
        nothing="no act between the two has a date at both ends",
        folded=("displayed", "substance", "gap"),
    )
    if found.proxies:
        typer.echo(f"counted for a state by the case: {', '.join(sorted(found.proxies))}")
    figures.say("Alignment, from 0 to 1", _aligned(near) if near else ())
    figures.say("Turning points", _turned(turned))
    figures.say("What this does not see", _unseen(found))


def _aligned(near: Alignment) -> list[str]:
    every = [("all issues", near), *near.arenas.items()]
    return [
        f"{name}: {figures.number(one.value, 2)}"
        + (f" [{figures.span(one.low, one.high, 2)}]" if one.value is not None else "")
        + f" on {one.n_shared} shared; {one.n_missing} not reported"
        + (f", with which it lies in {figures.span(one.least, one.most, 2)}" if one.n_missing else "")
        for name, one in every
    ]


def _turned(found: TurningPoints | Thin) -> list[str]:
    from detente.measures.turning_points import Thin

    if isinstance(found, Thin):
        return [f"refused: {found.reason}. That is no sign of calm."]
    if not found.points:
        return [f"none stands out. {found.about}"]
    return [f"{one.month} {one.direction} ({one.detector}, p = {one.p_value:.2g}): {one.about}" for one in found.points]


def _unseen(found: Relation) -> list[str]:
    cover = found.coverage
    share = cover.single_source_share
    lines = [
        f"{len(cover.counted)} of {cover.n_events} acts are counted, told by {len(cover.documents)} documents",
        f"{len(cover.undated)} have no date, {len(cover.open_ended)} an open one, {len(cover.not_actual)} did not take place",
        f"{len(cover.empty_months)} of {cover.n_months} months have no act: silence of the articles, not calm",
    ]
    if share is not None:
        lines.append(f"{100 * share:.0f} % of the counted acts are told by one document alone")
    if cover.undated_documents:
        lines.append(f"{len(cover.undated_documents)} documents have no date")
    return lines


def turning_points(
    a: A,
    b: B,
    since: Since = None,
    until: Until = None,
    case: OptionalCase = None,
    as_json: Json = False,
    ledger: Ledger = LEDGER,
) -> None:
    """The months in which a relation turned, each with the acts that carry it; or why the series is too thin to tell."""
    from detente import workbench

    with workbench.open_ledger(ledger, create=False) as wb:
        found = wb.turning_points(a, b, since=day(since, "--since"), until=day(until, "--until"), case=case)
        lines = {event.id: event.description for event in wb.events(a, b)} if found.points else {}
    if as_json:
        tables.lines([_points(found)])
        return
    for line in _turned(found):
        typer.echo(line)
    for point in found.points:
        figures.say(f"{point.month}, carried by", (f"{one[:8]} {lines.get(one, '')}" for one in point.events))


def _plain(found: Relation, turned: TurningPoints | Thin, near: Alignment | None) -> dict[str, Any]:
    trend = found.trend
    return {
        "a": found.a.id,
        "b": found.b.id,
        "arrow": trend.direction,
        "reason": trend.reason,
        "rests_on": trend.rests_on,
        "years": [{**asdict(month), "gap": month.gap} for month in found.years],
        "proxies": {actor: {"patron": patron, "weight": weight} for actor, (patron, weight) in found.proxies.items()},
        "alignment": asdict(near) if near else None,
        "turning_points": _points(turned),
        "coverage": {**asdict(found.coverage), "single_source_share": found.coverage.single_source_share},
    }


def _points(found: TurningPoints | Thin) -> dict[str, Any]:
    from detente.measures.turning_points import Thin

    if isinstance(found, Thin):
        return {"refused": found.reason, "n_months": found.n_months, "per_month": found.per_month, "points": None}
    return {"refused": None, **asdict(found)}
