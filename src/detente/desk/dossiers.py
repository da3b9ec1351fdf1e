"""A case into the view models that it adds to a brief."""

from __future__ import annotations

from detente.desk.case_views import CaseView
from detente.desk.citations import Citations
from detente.desk.readings import reading
from detente.desk.scenarios import scenarios
from detente.desk.stakes import matrix, outcomes, told
from detente.desk.timeline import Timeline
from detente.desk.views import NumberView
from detente.workbench.dossier import Dossier
from detente.workbench.relation import Relation


def case_view(dossier: Dossier, relation: Relation, acts: Timeline, citations: Citations) -> CaseView:
    """What a case adds."""
    solution = dossier.solution
    names = {one.issue.id: one.issue.name for one in solution.issues}
    seen = f"events as of {solution.on}" if solution.on else "no events"
    return CaseView(
        title=dossier.case.title,
        label=solution.label,
        settings=f"{solution.solver}, {solution.n_draws:,} draws, seed {solution.seed}, {seen}",
        reading=reading(dossier, relation, acts, citations),
        matrix=matrix(dossier, citations),
        outcomes=outcomes(dossier, citations),
        payoffs=tuple(f"{names[issue]}: {told(a)} or {told(b)}" for issue, (a, b) in solution.payoffs.items()),
        mechanisms=tuple(
            f"{one.use.name.replace('_', ' ')}{'' if one.acted else f' ({one.reason})'}" for one in solution.applied
        ),
        scenarios=scenarios(dossier, citations),
    )


def numbers() -> tuple[NumberView, ...]:
    """The cards of the numbers that rest on a case."""
    return (
        NumberView(
            "number-outcome",
            "Where an issue ends",
            "What the case’s positions, salience and influence come to under the rule that decides the issue.",
            "Everybody bargains: Σ c s x / Σ c s. A contract: both have to gain. Alone: the actor’s best, less the answer it expects. "
            "Veto: nothing changes unless all whose consent it takes gain.",
            (
                "median and 80 % interval of seeded draws of every uncertain input",
                "positions of one article are drawn together",
            ),
            "Rests on the positions of the matrix and the events’ displayed warmth and substance.",
            "It is conditional on the model and not calibrated: nobody has compared these intervals with what came.",
        ),
        NumberView(
            "number-alignment",
            "Alignment",
            "How near the positions of the two lie, 1 where they want the same.",
            "A = 1 − Σ w |x − y| / (100 Σ w), w = √(s s′), over the issues that both have a position on.",
            ("80 % of draws of each position", "bounds: every issue that one lacks at its two extremes"),
            "Rests on the positions of the case.",
            "It is one of several measures of likeness, and they disagree.",
        ),
        NumberView(
            "number-readings",
            "Rival readings",
            "Which thesis has the least against it.",
            "Each thesis says which acts it expects and which it excludes; the order is by the acts that it excludes. "
            "An act that all read alike tells nothing.",
            ("every act weighs 1", "what is expected and not seen is not held against a thesis"),
            "Rests on the acts in the matrix.",
            "Which thesis is true. A thesis that excludes nothing cannot lose.",
        ),
    )
