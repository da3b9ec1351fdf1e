"""A case solved: where each issue ends, how sure that is, who decides it, what moves it, and what is not known and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from detente.strategy.case import CaseIssue
from detente.strategy.outcome import Applied, Outcome, Settled
from detente.strategy.run import rivals
from detente.strategy.sampling import LABEL, Summary, Swing, WithoutSource, leave_one_out, summary, tornado
from detente.strategy.situation import Situation
from detente.strategy.solvers import SOLVERS
from detente.strategy.state import State
from detente.workbench.casefile import CaseOver, called, tidy

NEEDED = (("position", "mode"), ("salience", "salience"), ("influence", "influence"))
"""What an actor has to have on an issue to be counted, and what the system calls it."""
ROUNDING = 1e-9
"""A swing up to this wide is none."""


@dataclass(frozen=True, slots=True)
class IssueOutcome:
    """How one issue ends.

    Args:
        mode: the outcome at the modes; None where not known. drawn: over the draws.
        deciders: those without whom it would not be so. levers: actor → by how much the outcome moves when it moves by one.
        left_out: actor → what of it is not known, so that it is not counted.
        reason: why the outcome is not known. bounds: between which it then lies.
    """

    issue: CaseIssue
    mode: float | None
    drawn: Summary
    deciders: tuple[str, ...]
    levers: Mapping[str, float]
    left_out: Mapping[str, str]
    reason: str | None
    bounds: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Solution:
    """A case solved; everything in it is conditional on its model, and not calibrated.

    Args:
        on: the day that the events are looked at from, as text; None where there are none.
        n_events: how many of the ledger's events there were. threshold: of P(outcome > threshold).
        issues: in the order of the case. swings: what each uncertain input does by itself, the widest first to each issue.
        without: outcomes without each document in turn, `source` being its name. applied: what became of each mechanism.
        solvers: solver → issue → outcome at the modes under it.
        payoffs: issue → outcomes under positive-sum and under zero-sum payoffs, where they differ and the case takes no side.
        names: actor id → what it is called. notes: sentences on what was left out.
    """

    title: str
    solver: str
    on: str | None
    n_events: int
    n_draws: int
    seed: int
    threshold: float | None
    issues: tuple[IssueOutcome, ...]
    swings: tuple[Swing, ...]
    without: tuple[WithoutSource, ...]
    applied: tuple[Applied, ...]
    solvers: Mapping[str, Mapping[str, float | None]]
    payoffs: Mapping[str, tuple[float | None, float | None]]
    names: Mapping[str, str]
    notes: tuple[str, ...] = ()
    label: str = LABEL

    @property
    def unknown(self) -> tuple[IssueOutcome, ...]:
        """The issues of which no outcome is known."""
        return tuple(one for one in self.issues if one.drawn.median is None)

    def of(self, issue: str) -> tuple[Swing, ...]:
        """The swings of an issue, the widest first."""
        return tuple(one for one in self.swings if one.issue == issue)

    def summary(self) -> dict[str, Any]:
        """As plain values, for JSON; what is not known is null."""
        return tidy(self._plain())

    def _plain(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "label": self.label,
            "solver": self.solver,
            "on": self.on,
            "n_events": self.n_events,
            "n_draws": self.n_draws,
            "seed": self.seed,
            "threshold": self.threshold,
            "notes": list(self.notes),
            "issues": [_issue(one) for one in self.issues],
            "tornado": [{"issue": s.issue, "input": s.input, "low": s.low, "high": s.high} for s in self.swings],
            "without_source": [
                {"source": w.source, "issue": w.issue, "outcome": w.outcome, "without": w.without} for w in self.without
            ],
            "mechanisms": [{"name": a.use.name, "acted": a.acted, "reason": a.reason} for a in self.applied],
            "solvers": {name: dict(found) for name, found in self.solvers.items()},
            "payoffs": {name: {"positive_sum": a, "zero_sum": b} for name, (a, b) in self.payoffs.items()},
        }


def _issue(one: IssueOutcome) -> dict[str, Any]:
    drawn = one.drawn
    return {
        "issue": one.issue.id,
        "name": one.issue.name,
        "rule": one.issue.rule.kind,
        "outcome_at_modes": one.mode,
        "median": drawn.median,
        "low": drawn.low,
        "high": drawn.high,
        "p_over": drawn.p_over,
        "p_changed": drawn.p_changed,
        "n_unknown": drawn.n_unknown,
        "decided_by": list(one.deciders),
        "levers": dict(one.levers),
        "not_counted": dict(one.left_out),
        "reason": one.reason,
        "bounds": list(one.bounds) if one.bounds else None,
    }


def solve(
    over: CaseOver,
    situation: Situation | None = None,
    *,
    draws: int | None = None,
    seed: int | None = None,
    threshold: float | None = None,
    notes: Sequence[str] = (),
) -> Solution:
    """The solution of a case.

    Args:
        over: the case.
        situation: another than that of all its events.
        draws: another number than the case's own.
        seed: likewise.
        threshold: likewise.
        notes: on what was left out.

    Raises:
        InputError: the case makes no system, or there are no draws; with its line.
    """
    case = over.case
    situation = situation or over.situation()
    n, seed = case.model.draws if draws is None else draws, case.model.seed if seed is None else seed
    limit = case.model.threshold if threshold is None else threshold
    given = (situation.state, situation.uses, situation.terms)
    solved, names = situation.solve(), called(over.holdings.documents)
    drawn = {one.issue: one for one in summary(situation.sample(n, seed), limit)}
    dropped = leave_one_out(*given, sources=situation.sources)
    return Solution(
        title=case.title,
        solver=case.model.solver,
        on=situation.on.isoformat() if situation.on else None,
        n_events=len(situation.events),
        n_draws=n,
        seed=seed,
        threshold=limit,
        issues=tuple(_outcome(issue, solved, drawn[issue.id]) for issue in case.issues if issue.id in drawn),
        swings=tuple(one for one in tornado(*given) if one.width > ROUNDING),
        without=tuple(replace(one, source=names.get(one.source, one.source)) for one in dropped),
        applied=solved.applied,
        solvers={name: _at_modes(situation, name) for name in SOLVERS},
        payoffs=_payoffs(situation) if case.model.zero_sum is None else {},
        names={actor: over.name(actor) for actor in situation.state.system.actors},
        notes=tuple(notes),
    )


def _outcome(issue: CaseIssue, solved: Outcome, drawn: Summary) -> IssueOutcome:
    one = solved.issues[issue.id]
    left = {actor: told for actor in one.left_out if (told := _missing(solved.before, actor, issue.id))}
    return IssueOutcome(
        issue,
        one.value,
        drawn,
        one.deciders,
        _levers(one),
        left,
        one.reason or drawn.reason,
        one.bounds if one.reason else None,
    )


def _levers(one: Settled) -> dict[str, float]:
    if one.lever is None:
        return {}
    found = zip(one.actors, np.asarray(one.lever, dtype=np.float64).ravel().tolist(), strict=True)
    return {actor: value for actor, value in found if value == value}


def _missing(state: State, actor: str, issue: str) -> str:
    """What of an actor is not known on an issue, as a phrase."""
    at = state.row(actor), state.column(issue)
    *first, last = [word for word, name in NEEDED if np.isnan(getattr(state.system, name)[at])] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def _at_modes(situation: Situation, name: str) -> dict[str, float | None]:
    """Issue → outcome at the modes under another solver."""
    terms = {issue: replace(one, solver=SOLVERS[name]) for issue, one in situation.terms.items()}
    return {issue: one.value for issue, one in replace(situation, terms=terms).solve().issues.items()}


def _payoffs(situation: Situation) -> dict[str, tuple[float | None, float | None]]:
    both = rivals(situation.state, situation.uses, situation.terms)
    found = {issue: (one.value, both[1.0].issues[issue].value) for issue, one in both[0.0].issues.items()}
    return {
        issue: (a, b)
        for issue, (a, b) in found.items()
        if (None in (a, b) and a is not b) or abs((a or 0) - (b or 0)) > ROUNDING
    }
