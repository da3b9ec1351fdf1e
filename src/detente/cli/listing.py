"""The lists: `detente events | actors | agreements | claims | conflicts | sources`, as tables or as JSON Lines."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import tables
from detente.cli.options import LEDGER, First, Json, Ledger, Second, Since, Until, day
from detente.cli.tables import ID_SHOWN

if TYPE_CHECKING:
    from detente.records import Moment
    from detente.workbench import Workbench


def events(
    a: First = None,
    b: Second = None,
    since: Since = None,
    until: Until = None,
    type: Annotated[str | None, typer.Option(help="Only one of PLOVER's 16 types, such as CONSULT.")] = None,  # noqa: A002
    modality: Annotated[str | None, typer.Option(help="Only actual, future, hypothetical or negated ones.")] = None,
    as_json: Json = False,
    ledger: Ledger = LEDGER,
) -> None:
    """List who did what to whom, each act once, with the number of its reports."""
    with _opened(ledger) as wb:
        found = wb.events(a, b, since=day(since, "--since"), until=day(until, "--until"), type=type, modality=modality)
        if as_json:
            tables.lines(wb.table("events", [event.id for event in found]))
            return
        tables.draw(
            ("event", "date", "type", "told", "what"),
            (
                (
                    *(event.id[:ID_SHOWN], dated(event.moment)),
                    event.plover if event.modality == "actual" else f"{event.plover} {event.modality}",
                    *(str(len(event.reports)), event.description),
                )
                for event in found
            ),
            nothing="no events",
            folded=("date", "type", "what"),
        )


def actors(
    a: First = None,
    as_json: Json = False,
    ledger: Ledger = LEDGER,
) -> None:
    """List who is named in the articles, the most often named first."""
    with _opened(ledger) as wb:
        found = wb.actors(a)
        if as_json:
            tables.lines(wb.table("actors", [actor.id for actor in found]))
            return
        named = wb.named()
        tables.draw(
            ("actor", "name", "kind", "country", "mentions"),
            ((actor.id, actor.name, actor.kind, actor.country or "", str(named[actor.id])) for actor in found),
            nothing="no actors",
            folded=("name",),
        )


def agreements(a: First = None, b: Second = None, as_json: Json = False, ledger: Ledger = LEDGER) -> None:
    """List agreements, with the states they passed through."""
    with _opened(ledger) as wb:
        found = wb.agreements(a, b)
        if as_json:
            tables.lines(wb.table("agreements", [agreement.id for agreement in found]))
            return
        tables.draw(
            ("agreement", "name", "parties", "status", "history"),
            (
                (
                    *(agreement.id[:ID_SHOWN], agreement.name, ", ".join(agreement.parties), agreement.status),
                    "; ".join(f"{step.status} {dated(step.moment)}" for step in agreement.history),
                )
                for agreement in found
            ),
            nothing="no agreements",
            folded=("name", "parties", "history"),
        )


def claims(
    a: First = None,
    b: Second = None,
    kind: Annotated[str | None, typer.Option(help="Only one kind, such as forecast.")] = None,
    as_json: Json = False,
    ledger: Ledger = LEDGER,
) -> None:
    """List what somebody holds, foresees or promises, with its holder, its hedge and how it turned out."""
    with _opened(ledger) as wb:
        found = wb.claims(a, b, kind=kind)
        if as_json:
            tables.lines(wb.table("claims", [told.id for told in found]))
            return
        documents = wb.documents()
        tables.draw(
            ("claim", "holder", "kind", "hedge", "due", "verdict", "words", "document"),
            (
                (
                    *(told.id[:ID_SHOWN], told.row.holder or "not known", told.row.kind, told.row.hedge or ""),
                    *(dated(told.row.horizon) if told.row.horizon.known else "", told.row.verdict),
                    documents[told.document].document.at(told.row.span),
                    documents[told.document].document.name,
                )
                for told in found
            ),
            nothing="no claims",
            folded=("holder", "hedge", "due", "words", "document"),
        )


def conflicts(
    a: First = None,
    b: Second = None,
    kind: Annotated[str | None, typer.Option(help="Only one kind, such as date.")] = None,
    as_json: Json = False,
    ledger: Ledger = LEDGER,
) -> None:
    """List where reports disagree, side by side; no winner is chosen."""
    with _opened(ledger) as wb:
        found = wb.conflicts(a, b, kind=kind)
        if as_json:
            tables.lines(wb.table("conflicts", [conflict.id for conflict in found]))
            return
        documents = wb.documents()
        tables.draw(
            ("conflict", "kind", "subject", "field", "versions", "note"),
            (
                (
                    *(conflict.id[:ID_SHOWN], conflict.kind, conflict.subject or "", conflict.field or ""),
                    "\n".join(f"{v.value} ({documents[v.evidence.document].document.name})" for v in conflict.versions),
                    conflict.note or "",
                )
                for conflict in found
            ),
            nothing="no conflicts",
            folded=("subject", "versions", "note"),
        )


def sources(as_json: Json = False, ledger: Ledger = LEDGER) -> None:
    """List the documents: their dates and grounds, copies, degraded texts, what was not coded, and what was refused."""
    with _opened(ledger) as wb:
        found, documents = wb.sources(), wb.documents()
        if as_json:
            tables.lines(wb.table("documents", [held.document.id for held in found]))
            return
        tables.draw(
            ("document", "id", "outlet", "date", "basis", "language", "notes"),
            (
                (
                    *(held.document.name, held.document.id[:ID_SHOWN], held.document.outlet or "not known"),
                    *(dated(held.date), held.date.basis, held.document.language or "not known"),
                    "; ".join(
                        (
                            *([] if held.coded else ["not coded"]),
                            *([f"copy of {documents[held.copy_of].document.name}"] if held.copy_of in documents else []),
                            *held.document.degraded,
                        )
                    ),
                )
                for held in found
            ),
            nothing="no documents",
            folded=("document", "outlet", "date", "notes"),
        )
        for refusal in wb.quarantine():
            typer.echo(f"refused: {refusal.message}")


@contextmanager
def _opened(path: Path) -> Generator[Workbench]:
    from detente import workbench

    with workbench.open_ledger(path, create=False) as wb:
        yield wb


def dated(moment: Moment) -> str:
    """An interval of days for a table: a day, month or year, two ends, or an open end; nothing is filled in."""
    first, last = moment.earliest, moment.latest
    if first is None or last is None:
        return f"{first or ''}…{last or ''}" if moment.known else "not known"
    if first == last:
        return str(first)
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and first.year == last.year:
        if first.month == last.month:
            return f"{first:%Y-%m}"
        if (first.month, last.month) == (1, 12):
            return f"{first:%Y}"
    return f"{first}… {last}"
