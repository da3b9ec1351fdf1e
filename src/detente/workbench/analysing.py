"""What a workbench can make of a case and of a relation: the methods that need the strategic system.

Each takes a case, or the path of its file; each is the command of the same name. What they rest on is loaded when it is asked for.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from detente.ledger import Derived, Holdings
from detente.workbench import names
from detente.workbench.relation import HeldDocument, Relation, between, tellers

if TYPE_CHECKING:
    from detente.measures.alignment import Alignment
    from detente.measures.turning_points import Thin, TurningPoints
    from detente.strategy.case import Case
    from detente.strategy.scenario import Scenario
    from detente.workbench.casefile import CaseOver
    from detente.workbench.casework import Casework
    from detente.workbench.competing import Hypotheses, Watched
    from detente.workbench.dossier import Dossier
    from detente.workbench.issues import IssueMatrix
    from detente.workbench.replaying import Replayed
    from detente.workbench.solving import Solution
    from detente.workbench.whatif import WhatIf


class Analysing(ABC):
    """The strategic half of `Workbench`."""

    @abstractmethod
    def holdings(self) -> Holdings:
        """Every current row of record."""

    @abstractmethod
    def derived(self) -> Derived:
        """What the rows of record say together."""

    @abstractmethod
    def relation(self, a: str, b: str, *, case: str | Path | Case | None = None) -> Relation:
        """Everything that is known between two parties."""

    @abstractmethod
    def documents(self) -> dict[str, HeldDocument]:
        """Document id → the document as it is held."""

    @property
    @abstractmethod
    def case(self) -> Casework:
        """What can be done with a case file."""

    def turning_points(
        self,
        a: str,
        b: str,
        *,
        since: date | None = None,
        until: date | None = None,
        case: str | Path | Case | None = None,
    ) -> TurningPoints | Thin:
        """The months in which the relation of two parties turned, or why its series is too thin to tell.

        Args:
            a: a party.
            b: another.
            since: nothing on an earlier day counts.
            until: nothing on a later day counts.
            case: whose proxies count as the parties they act for.

        Raises:
            UnknownNameError: a name that nothing answers to. InputError: both names mean one, or the days stand the wrong way round.
        """
        from detente.measures.turning_points import turning_points

        first, second = names.pair(a, b, self.holdings().actors)
        proxies = self._over(case).case.proxies() if case is not None else None
        return turning_points(self.derived().events, first.id, second.id, since=since, until=until, proxies=proxies)

    def alignment(self, a: str, b: str, case: str | Path | Case) -> Alignment:
        """How near two parties' positions lie in a case, in all and by arena, with the bounds of what is not known.

        Raises:
            UnknownNameError: a name that nothing answers to. InputError: both names mean one, or a fault of the case.
        """
        from detente.measures.alignment import alignment

        first, second = names.pair(a, b, self.holdings().actors)
        held = self._over(case).case
        everything = [one.id for one in held.issues]
        return alignment(held.positions(), first.id, second.id, arenas=held.arenas(), issues=everything, seed=held.model.seed)

    def issues(self, a: str | None = None, b: str | None = None, *, case: str | Path | Case | None = None) -> IssueMatrix:
        """Who stands where on which issue: actors × issues, what is not known left open.

        Args:
            a: a party, and b: another, of which only the issues that one of the two takes a side on are drafted.
            b: see above.
            case: without it, what the articles propose.

        Raises:
            InputError: a fault of the case.
        """
        from detente.workbench.issues import matrix

        drafted = case is None
        return matrix(self._over(self.case.draft(a, b) if case is None else case), drafted=drafted)

    def solve(
        self,
        case: str | Path | Case,
        *,
        solver: str | None = None,
        draws: int | None = None,
        seed: int | None = None,
        threshold: float | None = None,
    ) -> Solution:
        """How each issue of a case ends, with intervals, who decides, and what is not known; model-conditional, not calibrated.

        Args:
            case: or the path of its file.
            solver: another than the case's own.
            draws: how many.
            seed: the same seed gives the same bytes.
            threshold: of P(outcome > threshold).

        Raises:
            UnknownNameError: a solver that there is not. InputError: a fault of the case, with its line.
        """
        from detente.workbench.casefile import modelled
        from detente.workbench.solving import solve

        return solve(modelled(self._over(case), solver), draws=draws, seed=seed, threshold=threshold)

    def whatif(
        self,
        scenario: str | Path | Scenario,
        case: str | Path | Case,
        *,
        draws: int = 0,
        seed: int | None = None,
        threshold: float | None = None,
    ) -> WhatIf:
        """What a scenario's patches change in a case, each number with its causes and the sentences behind them.

        Args:
            scenario: or the path of its file.
            case: or the path of its file.
            draws: for medians and intervals beside each other; 0 for none.
            seed: of the draws.
            threshold: of P(outcome > threshold).

        Raises:
            InputError: a fault of the case or of a patch, with its line.
        """
        from detente.strategy import scenario as scenarios
        from detente.workbench.whatif import whatif

        made = scenario if isinstance(scenario, scenarios.Scenario) else scenarios.load(scenario)
        return whatif(self._over(case), made, draws=draws, seed=seed, threshold=threshold)

    def replay(
        self,
        as_of: date | str,
        a: str | None = None,
        b: str | None = None,
        *,
        case: str | Path | Case | None = None,
        draws: int | None = None,
    ) -> Replayed:
        """What was there on a day, what was left out and why, and how a case stood on it.

        Args:
            as_of: the day.
            a: a party, of whose acts alone is told; with it b: another.
            b: see above.
            case: solved as it stood on that day, and with everything.
            draws: how many.

        Raises:
            InputError: the day is before anything that is dated, or fewer than two actors of the case had a position.
        """
        from detente.workbench.replaying import case_on, day_of, events_on

        holdings, derived = self.holdings(), self.derived()
        over = None if case is None else self._over(case)
        proxies = over.case.proxies() if over else None
        events, pair = derived.events, None
        if a and b:
            first, second = names.pair(a, b, holdings.actors)
            pair, events = (first.id, second.id), between(first, second, holdings, derived, proxies)
        told = tellers(events, {one.id: one for one in holdings.reports}, derived.copies)
        base = events_on(day_of(as_of), events, pair, told, proxies)
        return case_on(over, base.day, base, draws=draws) if over else base

    def hypotheses(self, case: str | Path | Case) -> Hypotheses:
        """The rival theses of a case against the events: the matrix, the ranking, and what the ranking hangs on.

        Raises:
            InputError: a fault of the case, or fewer than two theses.
        """
        from detente.workbench.competing import hypotheses

        return hypotheses(self._over(case))

    def watch(self, case: str | Path | Case, *, since: date | None = None, until: date | None = None) -> tuple[Watched, ...]:
        """What would change the mind: each act that a thesis of the case expects or excludes, seen or not seen.

        Args:
            case: or the path of its file.
            since: watched from this day on.
            until: the day of the look.

        Raises:
            InputError: a fault of the case, no thesis, or the days stand the wrong way round.
        """
        from detente.workbench.competing import watched

        return watched(self._over(case), since=since, until=until)

    def dossier(
        self, a: str, b: str, case: str | Path | Case, whatif: Iterable[str | Path | Scenario] | None = None
    ) -> Dossier:
        """All that a case says of a relation: what a brief needs of it.

        Args:
            a: a party.
            b: another.
            case: or the path of its file.
            whatif: scenarios, or paths of their files; those of the folder `whatif` beside the case where not given.

        Raises:
            UnknownNameError: a name that nothing answers to. InputError: a fault of the case or of a patch, with its line.
        """
        from detente.workbench.dossier import beside, dossier, opened

        first, second = names.pair(a, b, self.holdings().actors)
        scenarios = opened(beside(case) if whatif is None else whatif)
        return dossier(self._over(case), first.id, second.id, self.documents(), scenarios)

    def _over(self, case: str | Path | Case) -> CaseOver:
        from detente.workbench.casefile import opened

        return opened(case, self.holdings(), self.derived())
