"""What a mechanism is, and what it is to be at work: a `Mechanism` is a theory, a `Use` of it names who, where and how much.

A mechanism has one equation. Its `step` takes a state to the state after it; switched off, it is not called, or, in the draws in
which it is off, leaves every bit as it was. Its `contrast` is the sign that the theory claims: it solves the system twice, with less
and with more of the cause, and is above 0 in the draws in which the outcome moves the way it should.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import ArrayLike

from detente.errors import InputError, UnknownNameError
from detente.records import Evidence
from detente.strategy.power import Array, Mask
from detente.strategy.state import State


@dataclass(frozen=True, slots=True)
class Triangle:
    """A number known as low ≤ mode ≤ high."""

    low: float
    mode: float
    high: float


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number that a mechanism needs: what it means, its range, and its prior, None where it has to be given or is read off the state."""

    meaning: str
    least: float
    most: float
    prior: Triangle | None = None
    needed: bool = True


_NAMES = {"seen": "perceived"}
"""Variables that are given under another name."""

Solve = Callable[[State, "Use"], State]
"""A state and a use → the state with its outcomes; whatever else is at work is part of the function."""


@dataclass(frozen=True, slots=True, eq=False)
class Use:
    """A mechanism at work.

    Args:
        name: of the mechanism. roles: `actor`, `partner`, `issues` … → ids.
        values: parameter → (), or (draws,). ranges: parameter → how sure that is.
        on: whether, or in which draws, it is switched on.
        evidence: where it is asserted. line: of the case file.
    """

    name: str
    roles: Mapping[str, tuple[str, ...]]
    values: Mapping[str, Array]
    ranges: Mapping[str, Triangle] = field(default_factory=dict[str, Triangle])
    on: bool | Mask = True
    evidence: tuple[Evidence, ...] = ()
    line: int = 0

    def row(self, state: State, role: str) -> int:
        """The row of the one who has a role."""
        return state.row(self.roles[role][0])

    def rows(self, state: State, role: str) -> list[int]:
        """The rows of all who have a role."""
        return [state.row(actor) for actor in self.roles[role]]

    def columns(self, state: State) -> list[int]:
        """The columns of its issues, none where it names none."""
        return [state.column(issue) for issue in self.roles.get("issues", ())]

    def value(self, name: str, otherwise: ArrayLike = np.nan) -> Array:
        """A parameter, (); where it is not given what the state says of it."""
        return self.values[name] if name in self.values else np.asarray(otherwise, dtype=np.float64)

    def having(self, **values: ArrayLike) -> Use:
        """The same with other values."""
        return replace(self, values={**self.values, **{k: np.asarray(v, dtype=np.float64) for k, v in values.items()}})

    def reversed(self, parameters: Mapping[str, Parameter]) -> Use:
        """The same with the sign of every parameter that has a prior turned: its equation, reversed."""
        return replace(self, values={k: -v if k in parameters and parameters[k].prior else v for k, v in self.values.items()})


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A theory of what moves what.

    Args:
        name: as a case file has it. equation, sign, paper: in words.
        parameters: those with a prior are the equation's own, the others what it is fed with.
        roles: who it is about; `issues` where it moves positions. optional: roles that may be left out.
        changes: variables of the state that it writes.
        reads: variables that have to be known: (variable, role, role).
        step: the equation. contrast: the sign, (draws,), nan where the theory says nothing of a draw.
    """

    name: str
    equation: str
    sign: str
    paper: str
    parameters: Mapping[str, Parameter]
    roles: tuple[str, ...]
    changes: tuple[str, ...]
    step: Callable[[State, Use], State]
    contrast: Callable[[Solve, State, Use], Array]
    optional: tuple[str, ...] = ()
    reads: tuple[tuple[str, ...], ...] = ()

    def use(
        self,
        roles: Mapping[str, str | tuple[str, ...]],
        values: Mapping[str, float | Triangle] | None = None,
        *,
        on: bool = True,
        evidence: tuple[Evidence, ...] = (),
        line: int = 0,
        at: str | None = None,
    ) -> Use:
        """The mechanism between named actors.

        Args:
            roles: role → id or ids.
            values: parameter → number or range; the prior where not given.
            on: its switch.
            evidence: where it is asserted.
            line: of the case file.
            at: for messages.

        Raises:
            UnknownNameError: for a role or parameter that it does not have.
            InputError: for one that is missing, or out of range.
        """
        place, given = at or f"mechanism {self.name}", values or {}
        _known(self, roles, given)
        who = {role: (ids,) if isinstance(ids, str) else tuple(ids) for role, ids in roles.items()}
        for role in self.roles:
            if not who.get(role) and role not in self.optional:
                raise InputError(f"has no {role}", at=place, mend=f"name it: {self.equation}")
        for role, ids in who.items():
            if len(ids) > 1 and role not in ("issues", "alliance"):
                raise InputError(f"has the {role} {', '.join(ids)}", at=place, mend="name one")
        ranges = {name: _triangle(self.parameters[name], name, value, place) for name, value in given.items()}
        for name, parameter in self.parameters.items():
            if name not in ranges and parameter.prior:
                ranges[name] = parameter.prior
            elif name not in ranges and parameter.needed:
                raise InputError(f"has no {name}", at=place, mend=f"give it, {parameter.meaning}")
        modes = {name: np.asarray(one.mode, dtype=np.float64) for name, one in ranges.items()}
        return Use(self.name, who, modes, ranges, on, evidence, line)

    def unknown(self, state: State, use: Use) -> str | None:
        """Why it cannot act: what it reads and nobody knows; None where it can."""
        for variable, *roles in self.reads:
            if _NAMES.get(variable, variable) in use.values or any(not use.roles.get(role) for role in roles):
                continue
            at = [use.columns(state) if role == "issues" else use.rows(state, role) for role in roles]
            values = getattr(state, variable)
            for axis, places in zip(range(-len(at), 0), at, strict=True):
                values = np.take(values, places, axis=axis)
            if np.isnan(values).all():
                names = " and ".join(", ".join(use.roles[role]) for role in roles)
                return f"{_NAMES.get(variable, variable).replace('_', ' ')} of {names} is not known"
        return None


def _known(mechanism: Mechanism, roles: Mapping[str, object], values: Mapping[str, object]) -> None:
    for role in roles:
        if role not in mechanism.roles:
            raise UnknownNameError(role, kind=f"role of {mechanism.name}", known=(*mechanism.roles, *mechanism.parameters))
    for name in values:
        if name not in mechanism.parameters:
            raise UnknownNameError(name, kind=f"parameter of {mechanism.name}", known=(*mechanism.parameters, *mechanism.roles))


def _triangle(parameter: Parameter, name: str, value: float | Triangle, place: str) -> Triangle:
    one = value if isinstance(value, Triangle) else Triangle(value, value, value)
    if not parameter.least <= one.low <= one.mode <= one.high <= parameter.most:
        told = f"{one.mode:g}" if one.low == one.high else f"{one.low:g}, {one.mode:g}, {one.high:g}"
        within = f"low ≤ mode ≤ high from {parameter.least:g} to {parameter.most:g}"
        raise InputError(f"has {name} {told}", at=place, mend=f"give {within}: {parameter.meaning}")
    return one
