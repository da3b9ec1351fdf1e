"""The issues of a case as views: who stands where, and where each issue ends."""

from __future__ import annotations

from collections.abc import Mapping

from detente.desk import wording
from detente.desk.case_views import Bin, CellView, IssueRow, MatrixView, OutcomeView
from detente.desk.citations import Citations, Citing
from detente.desk.views import Limit, Link
from detente.strategy.case import CaseIssue, CasePosition
from detente.workbench.dossier import Dossier
from detente.workbench.solving import IssueOutcome

_MOVED = 2
_BINS: tuple[tuple[float, Bin], ...] = ((20, "m2"), (40, "m1"), (60, "z"), (80, "p1"), (100, "p2"))


def matrix(dossier: Dossier, citations: Citations) -> MatrixView:
    """Actors × issues."""
    found = dossier.matrix
    names = tuple(found.names[actor] for actor in found.actors)
    rows = tuple(_row(dossier, issue, number, citations) for number, issue in enumerate(found.issues, start=1))
    return MatrixView(names, rows, found.n_unknown, len(names) * len(rows))


def _row(dossier: Dossier, issue: CaseIssue, number: int, citations: Citations) -> IssueRow:
    found, anchor = dossier.matrix, f"issue-{number}"
    cells = tuple(
        _cell(found.names[actor], found.cells.get((actor, issue.id)), issue, anchor, citations) for actor in found.actors
    )
    absent = wording.listed([cell.actor for cell in cells if not cell.known])
    return IssueRow(anchor, issue.id, issue.name, issue.arena, issue.pole_0, issue.pole_100, cells, absent)


def _cell(actor: str, one: CasePosition | None, issue: CaseIssue, anchor: str, citations: Citations) -> CellView:
    if one is None or one.mode is None:
        return CellView(actor, known=False)
    by = Citing(anchor, f"{actor} on {issue.name}")
    span = "" if one.low is None or one.high is None or one.low == one.high else f"{one.low:.0f}–{one.high:.0f}"
    return CellView(
        actor=actor,
        known=True,
        position=f"{one.mode:.0f}",
        sign="+" if one.mode > 50 else "−" if one.mode < 50 else "",
        bin=binned(one.mode),
        span=span,
        salience=None if one.salience is None else round(one.salience),
        origin=one.origin,
        cites=citations.cites([(e.document, e.span) for e in one.evidence], by),
    )


def binned(position: float) -> Bin:
    """The colour of a position, by fifths of the scale.

    >>> binned(5), binned(50), binned(100)
    ('m2', 'z', 'p2')
    """
    return next(name for end, name in _BINS if position <= end)


def outcomes(dossier: Dossier, citations: Citations) -> tuple[OutcomeView, ...]:
    """Where each issue ends, in the order of the case."""
    return tuple(_outcome(dossier, one, number, citations) for number, one in enumerate(dossier.solution.issues, start=1))


def _outcome(dossier: Dossier, one: IssueOutcome, number: int, citations: Citations) -> OutcomeView:
    solution, drawn, issue = dossier.solution, one.drawn, one.issue
    known = drawn.median is not None
    return OutcomeView(
        anchor=f"outcome-{number}",
        name=issue.name,
        pole_0=issue.pole_0,
        pole_100=issue.pole_100,
        rule=_rule(issue, solution.names),
        median=drawn.median,
        low=drawn.low,
        high=drawn.high,
        quo=issue.status_quo,
        told=spread(drawn.median, drawn.low, drawn.high),
        over=None if drawn.p_over is None else f"{100 * drawn.p_over:.0f} % of the draws above {solution.threshold:g}",
        reason=None if known else _reason(one),
        deciders=wording.listed([solution.names.get(actor, actor) for actor in one.deciders]),
        moved=tuple(
            f"{_input(swing.input, issue.id, solution.names)}: {swing.low:.1f} to {swing.high:.1f}"
            for swing in solution.of(issue.id)[:_MOVED]
        ),
        without=tuple(_without(dossier, issue.id, citations)),
        solvers=", ".join(f"{name} {told(found.get(issue.id))}" for name, found in solution.solvers.items()) if known else "",
    )


def told(value: float | None) -> str:
    """An outcome in words.

    >>> told(None), told(50)
    ('not known', '50.0')
    """
    return "not known" if value is None else f"{value:.1f}"


def spread(median: float | None, low: float | None, high: float | None) -> str:
    """A median with its interval."""
    return told(median) if low is None or high is None else f"{told(median)} ({low:.1f}–{high:.1f})"


def _reason(one: IssueOutcome) -> str:
    bounds = f"; it lies between {one.bounds[0]:g} and {one.bounds[1]:g}" if one.bounds else ""
    return f"{one.reason or 'no draw has an outcome'}{bounds}"


def _rule(issue: CaseIssue, names: Mapping[str, str]) -> str:
    parties = wording.listed([names.get(one, one) for one in issue.rule.parties])
    words = {
        "multilateral": "everybody who has a position bargains",
        "bilateral_contract": f"a contract of {parties}: both have to gain",
        "unilateral": f"{parties} decides alone, reckoning with the answer",
        "veto": f"nothing changes unless {parties} all gain",
    }
    return words[issue.rule.kind]


def _input(text: str, issue: str, names: Mapping[str, str]) -> str:
    inner = text.removeprefix("position of ").removesuffix(f" on {issue}")
    return f"where {names.get(inner, inner)} stands" if text.startswith("position of ") else text.replace("_", " ")


def _without(dossier: Dossier, issue: str, citations: Citations) -> list[Limit]:
    keys = {name: key for key, name in dossier.matrix.documents.items()}
    found = list[Limit]()
    for one in dossier.solution.without:
        if one.issue == issue:
            number = citations.numbers.get(keys.get(one.source, ""))
            link = Link(f"article {number}", f"source-{number}") if number else Link(one.source)
            found.append(Limit(told(one.without), (link,)))
    return found
