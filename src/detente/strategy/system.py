"""The state of a strategic system: who wants what, how much, with what power, and how each issue is decided.

Rows are actors i, columns issues k. Positions x_ik lie between an issue's two poles, 0 and 100, each as low ≤ mode ≤ high; salience
s_ik in [0, 100] is how much the issue matters to the actor; influence c_ik ≥ 0 is on any scale that all actors share. What is not
known is nan inside the arrays, None outside, and never counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from detente.errors import InputError, UnknownNameError
from detente.records import Position
from detente.strategy.contest import MULTILATERAL, Contest, Rule
from detente.strategy.power import Array, Mask, number

POLES = (0.0, 100.0)


@dataclass(frozen=True, slots=True, eq=False)
class System:
    """Actors and issues. Make one with `system` or `from_positions`, which check it.

    Args:
        low, mode, high: (n_actors, n_issues) in [0, 100], nan in all three where not known.
        salience: (n_actors, n_issues) in [0, 100], nan where not known.
        influence: (n_actors, n_issues), ≥ 0, nan where not known.
        status_quo: (n_issues,) in [0, 100], nan where not known.
        rules: one to each issue.
    """

    actors: tuple[str, ...]
    issues: tuple[str, ...]
    low: Array
    mode: Array
    high: Array
    salience: Array
    influence: Array
    status_quo: Array
    rules: tuple[Rule, ...]

    @property
    def known(self) -> Mask:
        """(n_actors, n_issues): position, salience and influence are all known."""
        return ~(np.isnan(self.mode) | np.isnan(self.salience) | np.isnan(self.influence))

    def row(self, actor: str) -> int:
        """The actor's row; raises UnknownNameError."""
        return _index(self.actors, actor, "actor of the system")

    def column(self, issue: str) -> int:
        """The issue's column; raises UnknownNameError."""
        return _index(self.issues, issue, "issue of the system")

    def contest(self, issue: str) -> Contest:
        """One issue at its modes.

        Raises:
            UnknownNameError: for an issue that the system does not have.
        """
        k = self.column(issue)
        known, q = self.known[:, k], float(self.status_quo[k])
        names = np.asarray(self.actors, dtype=object)
        return Contest(
            issue,
            tuple(names[known]),
            self.mode[known, k],
            self.salience[known, k],
            self.influence[known, k],
            None if np.isnan(q) else q,
            self.rules[k],
            tuple(names[~known]),
        )


def system(
    actors: Sequence[str],
    issues: Sequence[str],
    mode: ArrayLike,
    salience: ArrayLike,
    influence: ArrayLike,
    *,
    low: ArrayLike | None = None,
    high: ArrayLike | None = None,
    status_quo: ArrayLike | None = None,
    rules: Mapping[str, Rule] | None = None,
) -> System:
    """A checked system.

    Args:
        actors: n different ids.
        issues: m different ids.
        mode: (n, m) in [0, 100], nan where not known.
        salience: (n, m) in [0, 100], nan where not known.
        influence: (n,) or (n, m), ≥ 0, nan where not known.
        low: (n, m); the modes where not given, that is, positions without doubt.
        high: likewise.
        status_quo: (m,) in [0, 100]; not known where not given.
        rules: issue → rule; multilateral where not given.

    Raises:
        InputError: for shapes that do not fit, values out of range, low > mode > high, or a rule whose party is no actor.
    """
    names, questions = _different(actors, "actor"), _different(issues, "issue")
    shape = (len(names), len(questions))
    power = number("influence", influence, 0.0, gaps=True)
    spread = {"mode": mode, "low": mode if low is None else low, "high": mode if high is None else high}
    x = {name: _shaped(name, number(name, values, *POLES, gaps=True), shape) for name, values in spread.items()}
    _nested(names, questions, x["low"], x["mode"], x["high"])
    return System(
        names,
        questions,
        x["low"],
        x["mode"],
        x["high"],
        _shaped("salience", number("salience", salience, 0.0, 100.0, gaps=True), shape),
        _shaped("influence", np.tile(power[:, None], shape[1]) if power.ndim == 1 else power, shape),
        _shaped(
            "status_quo",
            number("status_quo", np.full(shape[1], np.nan) if status_quo is None else status_quo, *POLES, gaps=True),
            shape[1:],
        ),
        _rules(names, questions, rules or {}),
    )


def from_positions(
    positions: Iterable[Position],
    influence: Mapping[str, float],
    *,
    status_quo: Mapping[str, float] | None = None,
    rules: Mapping[str, Rule] | None = None,
) -> System:
    """A system of the actors and issues that somebody has a position on, both in alphabetical order.

    Args:
        positions: at most one to each actor and issue.
        influence: actor → c_i; an actor not in it weighs nothing.
        status_quo: issue → q_k.
        rules: issue → rule.

    Raises:
        InputError: for two positions of one actor on one issue, or anything that `system` refuses.
    """
    held = dict[tuple[str, str], Position]()
    for one in positions:
        if (one.actor, one.issue) in held:
            raise InputError(
                f"{one.actor} has two positions on {one.issue}", mend="keep the one that held at the time looked at"
            )
        held[one.actor, one.issue] = one
    actors, issues = sorted({a for a, _ in held}), sorted({k for _, k in held})
    values = np.full((4, len(actors), len(issues)), np.nan)
    for (actor, issue), one in held.items():
        cells = [np.nan if v is None else v for v in (one.low, one.mode, one.high, one.salience)]
        values[:, actors.index(actor), issues.index(issue)] = cells
    power = [influence.get(actor, np.nan) for actor in actors]
    quo = [(status_quo or {}).get(issue, np.nan) for issue in issues]
    low, mode, high, salience = values
    return system(actors, issues, mode, salience, power, low=low, high=high, status_quo=quo, rules=rules)


def _index(names: tuple[str, ...], name: str, kind: str) -> int:
    if name not in names:
        raise UnknownNameError(name, kind=kind, known=names)
    return names.index(name)


def _different(names: Sequence[str], kind: str) -> tuple[str, ...]:
    twice = sorted({name for name in names if list(names).count(name) > 1})
    if twice or not names:
        what = f"{twice[0]!r} is named twice" if twice else f"there is no {kind}"
        raise InputError(what, at=kind, mend=f"give each {kind} an id of its own")
    return tuple(names)


def _shaped(name: str, values: Array, shape: tuple[int, ...]) -> Array:
    if values.shape != shape:
        raise InputError(f"{name} has the shape {values.shape}", mend=f"give {' × '.join(map(str, shape))} numbers")
    values = values.copy()
    values.setflags(write=False)
    return values


def _nested(actors: tuple[str, ...], issues: tuple[str, ...], low: Array, mode: Array, high: Array) -> None:
    gaps = np.isnan(low).astype(int) + np.isnan(mode) + np.isnan(high)
    with np.errstate(invalid="ignore"):
        wrong = np.argwhere(((gaps > 0) & (gaps < 3)) | (low > mode) | (mode > high))
    if len(wrong):
        i, k = (int(v) for v in wrong[0])
        what = f"low {low[i, k]:g}, mode {mode[i, k]:g}, high {high[i, k]:g}"
        raise InputError(
            what, at=f"position of {actors[i]} on {issues[k]}", mend="give low ≤ mode ≤ high, or none of the three"
        )


def _rules(actors: tuple[str, ...], issues: tuple[str, ...], rules: Mapping[str, Rule]) -> tuple[Rule, ...]:
    for issue, rule in rules.items():
        _index(issues, issue, "issue of the system")
        for party in rule.parties:
            _index(actors, party, f"actor of the system, as the rule of {issue} needs")
    return tuple(rules.get(issue, MULTILATERAL) for issue in issues)
