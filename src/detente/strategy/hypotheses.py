"""Competing hypotheses: rival theses against the events of a ledger.

Each thesis lists the patterns of events that it expects and those that it excludes. An event that matches an expected pattern is
consistent with the thesis, one that matches an excluded pattern inconsistent (also where it matches both), every other neutral. The
analyst may overrule a cell. Theses are ranked by weighted inconsistency, the least first: a thesis is not proven by what agrees with
it, since that may agree with its rivals as well.

    I_h = Σ_e w_e [cell(h, e) = inconsistent]
    diagnosticity_e = (max_h v(h, e) − min_h v(h, e))/2,   v = 1, 0, −1 for consistent, neutral, inconsistent

References:
    R. J. Heuer, Psychology of Intelligence Analysis, Center for the Study of Intelligence (1999), ch. 8.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from detente.errors import InputError, UnknownNameError
from detente.measures.dyads import Proxies
from detente.records import Event
from detente.strategy.patterns import Pattern

Reading = Literal["consistent", "inconsistent", "neutral"]
_VALUE: dict[Reading, int] = {"consistent": 1, "neutral": 0, "inconsistent": -1}


@dataclass(frozen=True, slots=True)
class Override:
    """The analyst's own reading of an event, and why."""

    event: str
    reading: Reading
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Thesis:
    """A hypothesis among rivals; `holder` is who holds it, None where nobody does."""

    id: str
    text: str
    holder: str | None = None
    expects: tuple[Pattern, ...] = ()
    excludes: tuple[Pattern, ...] = ()
    overrides: tuple[Override, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """How an event reads in the light of a thesis, and by which patterns; `overruled` by the analyst, then with the note."""

    thesis: str
    event: str
    reading: Reading
    expected: tuple[Pattern, ...] = ()
    excluded: tuple[Pattern, ...] = ()
    overruled: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the matrix: an event, its cells in the order of the theses, its weight ≥ 0, diagnosticity in [0, 1], documents."""

    event: Event
    cells: tuple[Cell, ...]
    weight: float
    diagnosticity: float
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """What the evidence leaves of the theses.

    Args:
        theses: in the order given. rows: events that bear on at least one of them, in the order given.
        doubtful: events that a pattern might match, but whose days do not tell.
        unseen: thesis → patterns that it expects and no event matches; not held against it.
    """

    theses: tuple[Thesis, ...]
    rows: tuple[Line, ...]
    doubtful: tuple[Event, ...] = ()
    unseen: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict[str, tuple[Pattern, ...]])

    def inconsistency(self, without: Iterable[str] = ()) -> dict[str, float]:
        """Thesis → I, with some events left out."""
        left = set(without)
        total = {thesis.id: 0.0 for thesis in self.theses}
        for line in self.rows:
            if line.event.id not in left:
                for cell in line.cells:
                    total[cell.thesis] += line.weight * (cell.reading == "inconsistent")
        return total

    def ranking(self, without: Iterable[str] = ()) -> tuple[tuple[str, ...], ...]:
        """Theses from the least inconsistent on; those that are equal stand together."""
        found: dict[float, list[str]] = {}
        for name, value in self.inconsistency(without).items():
            found.setdefault(round(value, 9), []).append(name)
        return tuple(tuple(found[value]) for value in sorted(found))

    def sensitivity(self) -> tuple[Sensitive, ...]:
        """Every event, and every document with all that rests on it alone, without which the order would be another."""
        ids = [line.event.id for line in self.rows]
        alone: dict[str, list[str]] = {}
        for line in self.rows:
            if len(line.documents) == 1:
                alone.setdefault(line.documents[0], []).append(line.event.id)
        tried = [("event", one, (one,)) for one in ids] + [("document", one, tuple(alone[one])) for one in sorted(alone)]
        base = self.ranking()
        found = (Sensitive(kind, name, events, self.ranking(events)) for kind, name, events in tried)
        return tuple(one for one in found if one.ranking != base)

    def shared(self) -> dict[str, tuple[str, ...]]:
        """Document → events that it tells, where they are more than one: they do not count as independent."""
        told: dict[str, list[str]] = {}
        for line in self.rows:
            for document in line.documents:
                told.setdefault(document, []).append(line.event.id)
        return {document: tuple(events) for document, events in sorted(told.items()) if len(events) > 1}


@dataclass(frozen=True, slots=True)
class Sensitive:
    """Without this event, or this document, the order of the theses would be `ranking`."""

    kind: str
    name: str
    events: tuple[str, ...]
    ranking: tuple[tuple[str, ...], ...]

    def __str__(self) -> str:
        order = " < ".join(" = ".join(group) for group in self.ranking)
        return f"without {self.kind} {self.name} the order is {order}"


def compete(
    theses: Sequence[Thesis],
    events: Iterable[Event],
    *,
    weights: Mapping[str, float] | None = None,
    documents_of: Mapping[str, Sequence[str]] | None = None,
    proxies: Proxies | None = None,
) -> Matrix:
    """The matrix of rival theses and events.

    Args:
        theses: two or more, with different ids.
        events: of a ledger.
        weights: event id → how much it counts, ≥ 0; 1 where not given.
        documents_of: event id → documents that tell it.
        proxies: actors that act for a state.

    Raises:
        InputError: for fewer than two theses, two with one id, a negative weight, or an override twice.
        UnknownNameError: for an override or weight of an event that there is not.
    """
    held = list(events)
    _checked(theses, held, weights or {})
    matched = [_line(theses, event, weights or {}, documents_of or {}, proxies) for event in held]
    rows = tuple(line for line in matched if any(cell.reading != "neutral" or cell.overruled for cell in line.cells))
    listed = {line.event.id for line in rows}
    doubtful = tuple(event for event in held if event.id not in listed and _doubtful(theses, event, proxies))
    seen = {(cell.thesis, pattern) for line in matched for cell in line.cells for pattern in cell.expected}
    unseen = {one.id: tuple(pattern for pattern in one.expects if (one.id, pattern) not in seen) for one in theses}
    return Matrix(tuple(theses), rows, doubtful, {name: patterns for name, patterns in unseen.items() if patterns})


def _checked(theses: Sequence[Thesis], events: Sequence[Event], weights: Mapping[str, float]) -> None:
    if len(theses) < 2:
        raise InputError("there are no rival theses", mend="give two or more: a thesis without a rival cannot be judged")
    twice = sorted({one.id for one in theses if sum(other.id == one.id for other in theses) > 1})
    if twice:
        raise InputError("is there twice", at=f"hypothesis {twice[0]}", mend="give each thesis an id of its own")
    known = {event.id for event in events}
    for name in (*weights, *(one.event for thesis in theses for one in thesis.overrides)):
        if name not in known:
            raise UnknownNameError(name, kind="event", known=known)
    for name, weight in weights.items():
        if not weight >= 0:
            raise InputError(f"has the weight {weight:g}", at=f"event {name}", mend="give 0 or more")
    for thesis in theses:
        ids = [one.event for one in thesis.overrides]
        if len(set(ids)) != len(ids):
            raise InputError("overrules an event twice", at=f"hypothesis {thesis.id}", mend="keep one reading")


def _line(
    theses: Sequence[Thesis],
    event: Event,
    weights: Mapping[str, float],
    documents_of: Mapping[str, Sequence[str]],
    proxies: Proxies | None,
) -> Line:
    cells = tuple(_cell(thesis, event, proxies) for thesis in theses)
    values = [_VALUE[cell.reading] for cell in cells]
    documents = tuple(sorted(set(documents_of.get(event.id, ()))))
    return Line(event, cells, weights.get(event.id, 1.0), (max(values) - min(values)) / 2.0, documents)


def _cell(thesis: Thesis, event: Event, proxies: Proxies | None) -> Cell:
    expected = tuple(one for one in thesis.expects if one.match(event, proxies) == "yes")
    excluded = tuple(one for one in thesis.excludes if one.match(event, proxies) == "yes")
    ruled = next((one for one in thesis.overrides if one.event == event.id), None)
    reading: Reading = "inconsistent" if excluded else "consistent" if expected else "neutral"
    if ruled:
        return Cell(thesis.id, event.id, ruled.reading, expected, excluded, overruled=True, note=ruled.note)
    return Cell(thesis.id, event.id, reading, expected, excluded)


def _doubtful(theses: Sequence[Thesis], event: Event, proxies: Proxies | None) -> bool:
    patterns = (pattern for thesis in theses for pattern in (*thesis.expects, *thesis.excludes))
    return any(pattern.match(event, proxies) == "cannot tell" for pattern in patterns)
