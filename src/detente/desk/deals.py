"""Agreements between the two and their states through time."""

from __future__ import annotations

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
        name=wording.one_line(agreement.name),
        parties=cast.names(agreement.parties),
        status=wording.STATUSES[agreement.status],
        terms=wording.one_line(agreement.terms) if agreement.terms else None,
        terms_unknown=agreement.terms_unknown,
        steps=tuple(
            StepView(
                status=wording.STATUSES[step.status],
                when=wording.moment(step.moment),
                known=step.moment.known,
                cites=citations.cites([(step.evidence.document, step.evidence.span)], by),
            )
            for step in agreement.history
        ),
    )
