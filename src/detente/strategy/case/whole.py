"""A case: what an analyst believes of a relation, with what it rests on, and the system that it makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

import numpy as np

from detente.errors import InputError, UnknownNameError
from detente.records import Position
from detente.strategy.case.parts import (
    CaseActor,
    CaseIssue,
    CasePosition,
    Hypothesis,
    Mechanism,
    Model,
    Origin,
    Proxy,
    Tie,
    View,
)
from detente.strategy.rules import Terms
from detente.strategy.solvers import solver
from detente.strategy.system import System, from_positions

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Case:
    """Everything of a case file. `load` checks one; one made otherwise is checked by `check`.

    Args:
        title: of the case. dyad: the two states it is about, if it is about two. note: the analyst's words.
        path: where it was read, for messages. Not compared.
    """

    title: str
    dyad: tuple[str, str] | None = None
    note: str | None = None
    model: Model = field(default_factory=Model)
    actors: tuple[CaseActor, ...] = ()
    issues: tuple[CaseIssue, ...] = ()
    positions_given: tuple[CasePosition, ...] = ()
    ties: tuple[Tie, ...] = ()
    views: tuple[View, ...] = ()
    proxies_given: tuple[Proxy, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    path: str = field(default="case.toml", compare=False)

    def actor(self, id: str) -> CaseActor:  # noqa: A002
        """One actor. Raises UnknownNameError."""
        return _one({one.id: one for one in self.actors}, id, "actor of the case")

    def issue(self, id: str) -> CaseIssue:  # noqa: A002
        """One issue. Raises UnknownNameError."""
        return _one({one.id: one for one in self.issues}, id, "issue of the case")

    def mechanism(self, name: str) -> Mechanism | None:
        """A mechanism that is switched on; None where it is off or not named."""
        return next((one for one in self.mechanisms if one.name == name and one.on), None)

    def tie(self, a: str, b: str) -> Tie | None:
        """The tie of two actors, in either order."""
        return next((one for one in self.ties if {one.a, one.b} == {a, b}), None)

    def view(self, holder: str, of: str) -> View | None:
        """How one sees another."""
        return next((one for one in self.views if (one.holder, one.of) == (holder, of)), None)

    def threat(self, holder: str, of: str) -> float | None:
        """θ: as given, else power × proximity × aggression with power as a share of the largest; None where one is not known."""
        view, tie = self.view(holder, of), self.tie(holder, of)
        if view is None or view.threat is not None:
            return None if view is None else view.threat
        powers = {one.id: one.power if one.power is not None else one.influence for one in self.actors}
        most, own = max((p for p in powers.values() if p is not None), default=0.0), powers.get(of)
        if tie is None or tie.proximity is None or view.aggression is None or own is None or most <= 0:
            return None
        return own / most * tie.proximity * view.aggression

    def proxies(self) -> dict[str, tuple[str, float]]:
        """Actor → (the state it acts for, π), as `detente.measures` takes them."""
        return {one.actor: (one.patron, one.weight) for one in self.proxies_given}

    def standing(self, on: date | None = None, *, origin: Origin | None = None) -> tuple[CasePosition, ...]:
        """At most one position to each actor and issue: the analyst's where there is one, else the extracted one.

        The two are never averaged. Of several by one origin the one that held last counts.

        Args:
            on: leave out what held only after that day, or had ended before it; what has no date holds at all times.
            origin: only those of this origin.
        """
        best = dict[tuple[str, str], CasePosition]()
        for one in self.positions_given:
            if origin not in (None, one.origin) or (on and not _held(one, on)):
                continue
            known = best.get((one.actor, one.issue))
            if known is None or _rank(one) > _rank(known):
                best[one.actor, one.issue] = one
        return tuple(one for _, one in sorted(best.items()))

    def positions(self, on: date | None = None, *, origin: Origin | None = None) -> tuple[Position, ...]:
        """The same as records, which `detente.measures` takes."""
        return tuple(
            Position(p.actor, p.issue, p.low, p.mode, p.high, p.salience, p.moment, p.origin, p.evidence)
            for p in self.standing(on, origin=origin)
        )

    def influence(self) -> dict[str, float]:
        """Actor → c_i, of those whose influence is known."""
        return {one.id: one.influence for one in self.actors if one.influence is not None}

    def system(self, on: date | None = None) -> System:
        """The actors and issues on which somebody has a position, as a checked system.

        Args:
            on: with the positions of that day (see `positions`).

        Raises:
            InputError: there is no position at all, or only one actor.
        """
        held = [one for one in self.standing(on) if one.mode is not None]
        if len({one.actor for one in held}) < 2:
            what = "only one actor has a position" if held else "nobody has a position"
            raise InputError(what, at=self.path, mend="give two actors or more a [[position]]")
        issues = {one.issue for one in held}
        made = from_positions(
            (one for one in self.positions(on) if one.mode is not None),
            self.influence(),
            status_quo={k.id: k.status_quo for k in self.issues if k.status_quo is not None and k.id in issues},
            rules={k.id: k.rule for k in self.issues if k.id in issues},
        )
        influence = np.array(made.influence)
        for one in held:
            if one.influence is not None:
                influence[made.row(one.actor), made.column(one.issue)] = one.influence
        influence.setflags(write=False)
        return replace(made, influence=influence)

    def terms(self, issue: str) -> Terms:
        """What the issue's rule needs beside the system. Raises UnknownNameError."""
        one = self.issue(issue)
        return Terms(solver(self.model.solver), one.sanctions, one.powers, self.model.response)

    def arenas(self) -> dict[str, str]:
        """Issue → arena, where it has one."""
        return {one.id: one.arena for one in self.issues if one.arena is not None}


def _one(known: Mapping[str, T], name: str, kind: str) -> T:
    if name not in known:
        raise UnknownNameError(name, kind=kind, known=known)
    return known[name]


def _held(one: CasePosition, day: date) -> bool:
    return (one.moment.earliest or date.min) <= day <= (one.moment.latest or date.max)


def _rank(one: CasePosition) -> tuple[bool, date]:
    return one.origin == "analyst", one.moment.latest or one.moment.earliest or date.min
