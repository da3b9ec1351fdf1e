"""Rival theses of a case against the events of a ledger, with the sentences; and what to watch for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from detente.errors import InputError
from detente.ledger.queries.acts import in_time
from detente.measures.dyads import Proxies
from detente.records import Event, Evidence
from detente.strategy.assembly import theses
from detente.strategy.case import Case
from detente.strategy.hypotheses import Line, Matrix, Thesis, compete
from detente.strategy.indicators import Indicator, Sighting, watch
from detente.workbench.casefile import CaseOver, called, cited

_SIGNS = 4
"""Least signs of an event's id that tell it."""


@dataclass(frozen=True, slots=True)
class Hypotheses:
    """What the events leave of the rival theses of a case.

    Args:
        matrix: theses × events. holders: thesis → what its holder is called; None where nobody holds it.
        sentences: event id → the sentences that tell it. names: document id → its name.
    """

    title: str
    matrix: Matrix
    holders: Mapping[str, str | None]
    sentences: Mapping[str, tuple[Evidence, ...]]
    names: Mapping[str, str]

    @property
    def ranked(self) -> tuple[tuple[int, Thesis], ...]:
        """Theses with their ranks, equal ones sharing theirs, the least inconsistent first."""
        by_id = {one.id: one for one in self.matrix.theses}
        found, rank = list[tuple[int, Thesis]](), 1
        for group in self.matrix.ranking():
            found += [(rank, by_id[name]) for name in group]
            rank += len(group)
        return tuple(found)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Rows of the matrix, those that tell the theses apart best first, then in the order of time."""
        return tuple(sorted(self.matrix.rows, key=lambda one: (-one.diagnosticity, in_time(one.event))))

    def counts(self, thesis: str) -> dict[str, int]:
        """How many events are consistent, inconsistent and neutral with a thesis."""
        found = {"consistent": 0, "inconsistent": 0, "neutral": 0}
        for line in self.matrix.rows:
            for cell in line.cells:
                if cell.thesis == thesis:
                    found[cell.reading] += 1
        return found

    def summary(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        inconsistency = self.matrix.inconsistency()
        return {
            "title": self.title,
            "theses": [
                {
                    "id": one.id,
                    "rank": rank,
                    "thesis": one.text,
                    "holder": self.holders.get(one.id),
                    "inconsistency": inconsistency[one.id],
                    **self.counts(one.id),
                    "not_seen": [str(pattern) for pattern in self.matrix.unseen.get(one.id, ())],
                }
                for rank, one in self.ranked
            ],
            "events": [self._line(line) for line in self.lines],
            "doubtful": [event.id for event in self.matrix.doubtful],
            "sensitivity": [
                {
                    "kind": s.kind,
                    "name": self._name(s.kind, s.name),
                    "events": list(s.events),
                    "ranking": [*map(list, s.ranking)],
                }
                for s in self.matrix.sensitivity()
            ],
            "shared": {self.names.get(key, key): list(events) for key, events in self.matrix.shared().items()},
        }

    def _name(self, kind: str, name: str) -> str:
        return self.names.get(name, name) if kind == "document" else name

    def _line(self, line: Line) -> dict[str, Any]:
        return {
            "event": line.event.id,
            "description": line.event.description,
            "weight": line.weight,
            "diagnosticity": line.diagnosticity,
            "cells": {cell.thesis: cell.reading for cell in line.cells},
            "overruled": {cell.thesis: cell.note for cell in line.cells if cell.overruled},
            "documents": [self.names.get(one, one) for one in line.documents],
            "sentences": cited(self.sentences.get(line.event.id, ()), self.names),
        }


def hypotheses(over: CaseOver) -> Hypotheses:
    """The rival theses of a case against the events of its ledger.

    Raises:
        InputError: fewer than two theses, or an event overruled that the ledger does not have.
    """
    case = _known_events(over.case, over.events)
    if not case.hypotheses:
        mend = "write two or more [[hypothesis]] that are rivals"
        raise InputError("has no hypothesis", at=case.path, mend=mend)
    matrix = compete(theses(case), over.events, documents_of=over.tellers(), proxies=case.proxies())
    holders = {one.id: over.name(one.holder) if one.holder else None for one in case.hypotheses}
    sentences = {line.event.id: over.sentences(line.event) for line in matrix.rows}
    return Hypotheses(case.title, matrix, holders, sentences, called(over.holdings.documents))


def _known_events(case: Case, events: tuple[Event, ...]) -> Case:
    """The case with every overruled event by its whole id, of which the file may have the beginning."""
    ids = [event.id for event in events]

    def whole(name: str) -> str:
        found = [one for one in ids if one.startswith(name)] if len(name) >= _SIGNS else []
        return found[0] if len(found) == 1 else name

    return replace(
        case,
        hypotheses=tuple(
            replace(one, overruled=tuple(replace(o, event=whole(o.event)) for o in one.overruled)) for one in case.hypotheses
        ),
    )


@dataclass(frozen=True, slots=True)
class Watched:
    """What became of one thing to watch for: `speaks` for or against its thesis."""

    thesis: str
    speaks: str
    sighting: Sighting

    def summary(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        one = self.sighting
        return {
            "thesis": self.thesis,
            "speaks": self.speaks,
            "indicator": str(one.indicator.pattern),
            "seen": one.seen,
            "first": one.first.isoformat() if one.first else None,
            "events": [e.id for e in one.events],
            "possible": [e.id for e in one.possible],
            "text": str(one),
        }


def watched(over: CaseOver, *, since: date | None = None, until: date | None = None) -> tuple[Watched, ...]:
    """The patterns that a case's theses expect and exclude, as indicators: what would change the mind.

    Raises:
        InputError: the case has no hypothesis, or the days stand the wrong way round.
    """
    given = theses(over.case)
    if not given:
        raise InputError(
            "has no hypothesis", at=over.case.path, mend="write two or more [[hypothesis]]: their patterns are watched"
        )
    made = [
        (one.id, speaks, Indicator(f"{one.id} {speaks} {number}", pattern, one.id, pattern.note))
        for one in given
        for speaks, patterns in (("for", one.expects), ("against", one.excludes))
        for number, pattern in enumerate(patterns, start=1)
    ]
    proxies: Proxies = over.case.proxies()
    seen = watch([one for _, _, one in made], over.events, since=since, until=until, proxies=proxies)
    return tuple(Watched(thesis, speaks, one) for (thesis, speaks, _), one in zip(made, seen, strict=True))
