"""A case over a ledger: its citations resolved, and its situation with the ledger's events."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from detente.ledger import Derived, Holdings
from detente.records import Document, Event, Evidence
from detente.reference.countries import countries
from detente.strategy import assembly
from detente.strategy.case import Case, CasePosition, load, resolved
from detente.strategy.situation import Situation
from detente.strategy.solvers import solver
from detente.workbench.relation import tellers


@dataclass(frozen=True)
class CaseOver:
    """A case with what a ledger adds to it.

    Args:
        case: with every citation by a document's id. holdings, derived: of the ledger.
    """

    case: Case
    holdings: Holdings
    derived: Derived

    @property
    def events(self) -> tuple[Event, ...]:
        """Every event of the ledger."""
        return self.derived.events

    def situation(self) -> Situation:
        """What can be run, of all events."""
        return self.counted(assembly.assemble(self.case, self.events))

    def on(self, day: date) -> assembly.Replay:
        """What could be run on a day."""
        found = assembly.replay(self.case, self.events, day)
        return replace(found, situation=self.counted(found.situation))

    def counted(self, situation: Situation) -> Situation:
        """The same with a copy counted as what it copies, so that one source stays one."""
        sources = {
            cell: tuple(sorted({self.derived.copies.get(one, one) for one in told})) for cell, told in situation.sources.items()
        }
        return replace(situation, sources=sources)

    def tellers(self) -> dict[str, list[str]]:
        """Event id → documents that tell it, copies left out."""
        return tellers(self.events, {told.id: told for told in self.holdings.reports}, self.derived.copies)

    def name(self, actor: str) -> str:
        """What an actor is called: by the case, by the articles, by its country, else its id."""
        mine = next((one.name for one in self.case.actors if one.id == actor and one.name), None)
        held = self.holdings.actors.get(actor)
        return mine or (held.name if held else None) or (countries()[actor].name if actor in countries() else actor)

    def sentences(self, event: Event) -> tuple[Evidence, ...]:
        """The sentences that tell an event."""
        wanted = set(event.reports)
        held = self.holdings.documents
        found = [one for one in self.holdings.reports if one.id in wanted and one.document in held]
        places = dict.fromkeys((one.document, one.row.sentence) for one in found)
        return tuple(Evidence(document, span, held[document].at(span)) for document, span in places)


def opened(given: str | Path | Case, holdings: Holdings, derived: Derived) -> CaseOver:
    """A case, or the one of a file, over a ledger.

    Raises:
        InputError: the first fault of the file, or the first citation that the ledger does not have; with its line.
    """
    case = given if isinstance(given, Case) else load(given)
    return CaseOver(resolved(case, holdings.documents), holdings, derived)


def modelled(over: CaseOver, name: str | None) -> CaseOver:
    """The same with another solver. Raises UnknownNameError."""
    if name is None:
        return over
    solver(name)
    return replace(over, case=replace(over.case, model=replace(over.case.model, solver=name)))


def called(documents: Mapping[str, Document]) -> dict[str, str]:
    """Document id → its name, with the beginning of the id where two have one name."""
    times = Counter(document.name for document in documents.values())
    return {key: one.name if times[one.name] == 1 else f"{one.name} ({key[:8]})" for key, one in documents.items()}


def cited(evidence: Iterable[Evidence], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Places as plain values, for JSON."""
    return [
        {"document": names.get(one.document, one.document), "start": one.span.start, "end": one.span.end, "text": one.text}
        for one in evidence
    ]


def tidy(value: Any) -> Any:
    """Plain values with numbers to nine decimals, which is where rounding begins; one that is no number is null."""
    if isinstance(value, float):
        return round(value, 9) + 0.0 if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: tidy(one) for key, one in cast("dict[str, Any]", value).items()}
    if isinstance(value, list):
        return [tidy(one) for one in cast("list[Any]", value)]
    return value


def held_last(case: Case) -> dict[tuple[str, str], CasePosition]:
    """(actor, issue) → the position that counts."""
    return {(one.actor, one.issue): one for one in case.standing()}


def ordered(actors: Iterable[str], case: Case) -> Sequence[str]:
    """Actors with the parties of the case first, then those with the most influence, then by id."""
    influence = case.influence()
    return sorted(actors, key=lambda one: (one not in (case.dyad or ()), -influence.get(one, -1.0), one))
