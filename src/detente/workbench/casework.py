"""Cases over a ledger: proposing one from its articles, and checking one against them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.config import Settings
from detente.errors import UnreadableError
from detente.ledger import Derived, Holdings
from detente.records import Document, Moment
from detente.workbench import names
from detente.workbench.intake import uncoded

if TYPE_CHECKING:
    from detente.coding.positions import Stance
    from detente.strategy.case import Case, Finding
    from detente.strategy.draft import Told
    from detente.workbench.bench import Workbench


class Casework:
    """`Workbench.case`: what can be done with a case file and the articles of a ledger.

    Args:
        wb: the workbench.
    """

    def __init__(self, wb: Workbench) -> None:
        self._wb = wb
        self._told: tuple[int, list[Told]] | None = None

    def draft(self, a: str | None = None, b: str | None = None, *, onto: Case | None = None) -> Case:
        """A case proposed from the articles: issues, and who takes which side in which sentence; all marked `extracted`.

        Args:
            a: a state; with `b`, only issues that one of the two takes a side on.
            b: another.
            onto: an analyst's case, whose own parts stay as they are.

        Raises:
            UnknownNameError: a name that nothing answers to. InputError: both names mean one.
        """
        from detente.strategy import draft as drafting

        holdings = self._wb.holdings()
        dyad = None
        if a and b:
            first, second = names.pair(a, b, holdings.actors)
            dyad = (first.id, second.id)
        proposed = drafting.draft(self.told(), holdings.documents, holdings.actors, dyad)
        return drafting.onto(onto, proposed) if onto is not None else proposed

    def check(self, path: str | Path) -> list[Finding]:
        """Everything that is wrong with a case file, its citations of this ledger's articles included.

        Raises:
            InputError: it cannot be read, is no TOML or no case file.
        """
        from detente.strategy import case

        return case.check(path, self._wb.holdings().documents)

    def told(self) -> list[Told]:
        """Every side that somebody takes in a coded article, copies left out. The articles are parsed anew, once."""
        holdings, derived = self._wb.holdings(), self._wb.derived()
        if self._told is None or self._told[0] != id(holdings):
            self._told = (id(holdings), list(_stances(holdings, derived, self._wb.settings)))
        return self._told[1]


def _stances(holdings: Holdings, derived: Derived, settings: Settings) -> list[Told]:
    from detente.strategy.draft import Told

    found = list[Told]()
    for key, document in holdings.documents.items():
        if key not in derived.copies and uncoded(document, settings) is None:
            date = derived.dates.get(key, document.date)
            found += [Told(key, date, one) for one in _of(document, settings)]
    return found


def _of(document: Document, settings: Settings) -> list[Stance]:
    """The stances of one document, which the ledger holds without its clean text; none where it takes too long."""
    from detente.coding import positions
    from detente.reading import clean
    from detente.reading.parse import parse

    text = clean.build(document.text, document.blocks, markdown=document.media == "markdown")
    try:
        parsed = parse(replace(document, clean=text), max_seconds=settings.max_seconds)
    except UnreadableError:
        return []
    return positions.of(parsed)


def issue_rows(case: Case) -> list[dict[str, Any]]:
    """Rows of `issues.jsonl`, in the order of the case."""
    return [{"issue": k.id, "name": k.name, "arena": k.arena, "pole_0": k.pole_0, "pole_100": k.pole_100} for k in case.issues]


def position_rows(case: Case, keys: Mapping[str, str]) -> list[dict[str, Any]]:
    """Rows of `positions.jsonl`, the analyst's and the extracted ones side by side, each with its origin.

    Args:
        case: with citations by documents' ids.
        keys: document id → its key in the export.
    """
    return [
        {
            "actor": p.actor,
            "issue": p.issue,
            "low": p.low,
            "mode": p.mode,
            "high": p.high,
            "salience": p.salience,
            **_dates(p.moment),
            "origin": p.origin,
            "evidence": [
                {"doc": keys[e.document], "start": e.span.start, "end": e.span.end, "text": e.text} for e in p.evidence
            ],
        }
        for p in case.positions_given
    ]


def _dates(moment: Moment) -> dict[str, Any]:
    first, last = moment.earliest, moment.latest
    return {
        "earliest": first.isoformat() if first else None,
        "latest": last.isoformat() if last else None,
        "basis": moment.basis,
    }
