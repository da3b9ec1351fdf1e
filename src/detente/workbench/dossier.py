"""All that a case says of a relation, in one value: what a brief is drawn from beside the relation itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from detente.measures.alignment import Alignment, alignment
from detente.records import Evidence
from detente.strategy.case import Case
from detente.strategy.patches import Scenario, load
from detente.workbench.casefile import CaseOver
from detente.workbench.competing import Hypotheses, Watched, hypotheses, watched
from detente.workbench.issues import IssueMatrix, matrix
from detente.workbench.relation import HeldDocument
from detente.workbench.solving import Solution, solve
from detente.workbench.whatif import WhatIf, whatif

FOLDER = "whatif"
"""Scenarios lie in a folder of this name beside their case."""
DRAWS = 2000
"""Of each scenario."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A case over a ledger, in every regard.

    Args:
        case: with citations by documents' ids. alignment: of the two parties.
        hypotheses, watched: None and empty for a case without rival theses.
        scenarios: in the order given. documents: every document that something here rests on.
    """

    case: Case
    matrix: IssueMatrix
    solution: Solution
    alignment: Alignment
    hypotheses: Hypotheses | None
    watched: tuple[Watched, ...]
    scenarios: tuple[WhatIf, ...]
    documents: Mapping[str, HeldDocument]

    def places(self) -> Iterator[Evidence]:
        """Every place in a document that something here rests on."""
        for position in self.matrix.cells.values():
            yield from position.evidence
        for found in self.hypotheses.sentences.values() if self.hypotheses else ():
            yield from found
        for scenario in self.scenarios:
            for told in scenario.rests_on.values():
                yield from told
            for change in scenario.diff.changes:
                for carrier in change.carriers:
                    yield from carrier.evidence


def dossier(
    over: CaseOver, a: str, b: str, documents: Mapping[str, HeldDocument], scenarios: Iterable[Scenario] = ()
) -> Dossier:
    """Everything that a case says.

    Args:
        over: the case.
        a: actor id of a party.
        b: of another.
        documents: every one that is held, by id.
        scenarios: laid beside the case one by one.

    Raises:
        InputError: the case makes no system, or a patch will not do; with its line.
    """
    case = over.case
    rival = len(case.hypotheses) > 1
    whole = Dossier(
        case=case,
        matrix=matrix(over, drafted=False),
        solution=solve(over),
        alignment=alignment(
            case.positions(), a, b, arenas=case.arenas(), issues=[one.id for one in case.issues], seed=case.model.seed
        ),
        hypotheses=hypotheses(over) if rival else None,
        watched=watched(over) if rival else (),
        scenarios=tuple(whatif(over, one, draws=DRAWS) for one in scenarios),
        documents=documents,
    )
    wanted = {one.document for one in whole.places()}
    return replace(whole, documents={key: one for key, one in documents.items() if key in wanted})


def beside(case: str | Path | Case) -> tuple[Path, ...]:
    """The scenario files in the folder `whatif` beside a case, by name; none where there is no such folder."""
    path = Path(case.path if isinstance(case, Case) else case)
    return tuple(sorted((path.parent / FOLDER).glob("*.toml")))


def opened(given: Iterable[str | Path | Scenario]) -> tuple[Scenario, ...]:
    """Scenarios, or those of files. Raises InputError: one cannot be read, or a patch will not do."""
    return tuple(one if isinstance(one, Scenario) else load(one) for one in given)
