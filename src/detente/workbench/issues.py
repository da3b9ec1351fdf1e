"""The actors and issues of a case as a matrix: who stands where, how much it matters to whom, and what is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from detente.strategy.case import CaseIssue, CasePosition
from detente.workbench.casefile import CaseOver, called, cited, held_last, ordered


@dataclass(frozen=True, slots=True)
class IssueMatrix:
    """Who stands where.

    Args:
        title: of the case. drafted: proposed from the articles, with no analyst's hand in it.
        actors: ids, the parties first. issues: in the order of the case.
        cells: (actor, issue) → the position that counts; one that is not there is not known.
        names: actor id → what it is called. documents: document id → its name.
    """

    title: str
    drafted: bool
    actors: tuple[str, ...]
    issues: tuple[CaseIssue, ...]
    cells: Mapping[tuple[str, str], CasePosition]
    names: Mapping[str, str]
    documents: Mapping[str, str]

    @property
    def n_unknown(self) -> int:
        """How many cells are not known."""
        return sum(self.mode(actor, issue.id) is None for actor in self.actors for issue in self.issues)

    def mode(self, actor: str, issue: str) -> float | None:
        """Where an actor most probably stands, 0–100; None where it is not known."""
        cell = self.cells.get((actor, issue))
        return None if cell is None else cell.mode

    def summary(self) -> list[dict[str, Any]]:
        """As plain values, one to an issue, for JSON; what is not known is null."""
        return [self._issue(issue) for issue in self.issues]

    def _issue(self, issue: CaseIssue) -> dict[str, Any]:
        return {
            "issue": issue.id,
            "name": issue.name,
            "arena": issue.arena,
            "pole_0": issue.pole_0,
            "pole_100": issue.pole_100,
            "status_quo": issue.status_quo,
            "rule": issue.rule.kind,
            "parties": list(issue.rule.parties),
            "origin": issue.origin,
            "positions": [self._cell(actor, issue.id) for actor in self.actors],
        }

    def _cell(self, actor: str, issue: str) -> dict[str, Any]:
        one = self.cells.get((actor, issue))
        if one is None:
            empty = dict.fromkeys(("low", "mode", "high", "salience", "earliest", "latest", "origin", "note"))
            return {"actor": actor, **empty, "evidence": []}
        first, last = one.moment.earliest, one.moment.latest
        return {
            "actor": actor,
            "low": one.low,
            "mode": one.mode,
            "high": one.high,
            "salience": one.salience,
            "earliest": first.isoformat() if first else None,
            "latest": last.isoformat() if last else None,
            "origin": one.origin,
            "note": one.note,
            "evidence": cited(one.evidence, self.documents),
        }


def matrix(over: CaseOver, *, drafted: bool) -> IssueMatrix:
    """The matrix of a case; actors without any position are left out."""
    case, cells = over.case, held_last(over.case)
    actors = tuple(ordered({actor for actor, _ in cells}, case))
    names = {actor: over.name(actor) for actor in actors}
    return IssueMatrix(case.title, drafted, actors, case.issues, cells, names, called(over.holdings.documents))
