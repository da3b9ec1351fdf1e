"""Agreements between the two and their states through time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from detente.desk import wording
from detente.desk.cast import Cast
from detente.desk.citations import Citations, Citing
from detente.desk.views import DealView, StepView
from detente.records import Agreement
from detente.workbench.relation import Relation


def deals(relation: Relation, citations: Citations, cast: Cast) -> tuple[DealView, ...]:
    """Every agreement that both are parties to, in the order of the relation."""
    return tuple(_deal(number, agreement, citations, cast) for number, agreement in enumerate(relation.agreements, start=1))


def _deal(number: int, agreement: Agreement, citations: Citations, cast: Cast) -> DealView:
    anchor = f"agreement-{number}"
    by = Citing(anchor, f"agreement {number}")
    return DealView(
        anchor=anchor,
        name=wording.capitalized(wording.one_line(agreement.name)),
        parties=cast.names(agreement.parties),
        status=wording.STATUSES[agreement.status],
        terms=wording.one_line(agreement.terms) if agreement.terms else None,
        terms_unknown=agreement.terms_unknown,
        steps=tuple(_steps(agreement, citations, by)),
    )


def _steps(agreement: Agreement, citations: Citations, by: Citing) -> Iterator[StepView]:
    """The life line; neighbouring tellings of the same state on the same days are one step with all their sentences."""
    for (status, moment), told in groupby(agreement.history, key=lambda step: (step.status, step.moment)):
        places = [(step.evidence.document, step.evidence.span) for step in told]
        cites = citations.cites(places, by)
        yield StepView(wording.STATUSES[status], wording.moment(moment), moment.known, cites)
