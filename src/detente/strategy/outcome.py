"""What comes of a system: each issue, each actor, each pair. Unknown is None, with a reason and, where there is one, a bound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from detente.strategy.contest import Rule
from detente.strategy.mechanisms import Use
from detente.strategy.power import Array, Mask
from detente.strategy.state import State

_PAIRS = {
    "displayed": "displayed warmth of {} and {}",
    "substance": "substance of {} and {}",
    "trust": "trust of {} in {}",
    "perceived": "realignment of {} with {} as others perceive it",
    "partner": "worth of aligning for {} with {}",
    "dependence": "dependence of {} on {}",
    "ceiling": "ceiling on the displayed warmth of {} and {}",
    "hazard": "incidents a year of {} and {}",
}
"""Relations that events and mechanisms change, in words."""
MUTUAL = frozenset({"displayed", "substance", "ceiling", "hazard"})


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """How an issue ends; arrays () or (draws,).

    Args:
        outcome: in [0, 100], nan in draws in which it is not known.
        changed: whether the rule let anything happen; see `rules.Decision`.
        actors, left_out: who was counted, and who was not because something is not known.
        deciders: those without whom it would not be so: the parties, the one actor, the veto players; else all who weigh something.
        lever: (…, n) of `actors`: by how much a multilateral outcome moves when one moves by one, under the compromise; None otherwise.
        low, high: what can be agreed or ratified: the bargaining set of a contract, else where all win-sets meet; None without limit.
        reason: why it is not known. bounds: between which it then lies.
    """

    issue: str
    rule: Rule
    outcome: Array
    changed: Mask
    actors: tuple[str, ...]
    left_out: tuple[str, ...]
    deciders: tuple[str, ...]
    lever: Array | None = None
    low: Array | None = None
    high: Array | None = None
    reason: str | None = None
    bounds: tuple[float, float] | None = None

    @property
    def value(self) -> float | None:
        """The outcome at the modes; None where it is not known, or there are draws."""
        return None if self.outcome.ndim or np.isnan(self.outcome) else float(self.outcome)


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a use: `acted`, or why it could not."""

    use: Use
    acted: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A plain number of an outcome: a name that stays, what it is in words, and why it is None.

    Args:
        name: such as `outcome:K`, `gain:A:K`, `trust:A:B`, stable from run to run.
    """

    name: str
    words: str
    value: float | None
    reason: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """A system solved. Conditional on the model, and not calibrated.

    Args:
        state: as it was left. before: as it was given. issues: in the order of the system. applied: in the order of updates.
    """

    state: State
    before: State
    issues: Mapping[str, Settled]
    applied: tuple[Applied, ...]

    def gains(self, issue: str) -> Array | None:
        """What the outcome brings each actor of the system over the status quo, (…, n), in units of salience and by stated positions.

        None where the status quo is not known; nan for actors whose position is not.
        """
        k = self.state.column(issue)
        quo, settled = float(self.state.status_quo[k]), self.issues[issue].outcome[..., None]
        if np.isnan(quo):
            return None
        x = self.state.stated[..., k]
        return self.before.salience[..., k] * (np.abs(quo - x) - np.abs(settled - x)) / 100.0

    def utility(self, actor: str) -> Array:
        """Σ_k s_ik (1 − |o_k − x_ik|/100) / Σ_k s_ik over the issues where all of it is known, in [0, 1], (…); nan where none is."""
        i = self.state.row(actor)
        s, x = self.before.salience[..., i, :], self.state.stated[..., i, :]
        met = s * (1.0 - np.abs(self.state.outcome - x) / 100.0)
        known = ~np.isnan(met)
        weight = np.where(known, s, 0.0).sum(axis=-1)
        return np.where(weight > 0, np.where(known, met, 0.0).sum(axis=-1) / np.where(weight > 0, weight, 1.0), np.nan)

    def between(self, variable: str, a: str, b: str) -> float | None:
        """A relation of a pair at the modes, such as `trust`, `perceived` or `hazard`; None where it is not known."""
        value = getattr(self.state, variable)[..., self.state.row(a), self.state.row(b)]
        return None if np.ndim(value) or np.isnan(value) else float(value)

    def numbers(self) -> tuple[Number, ...]:
        """Every number at the modes, in a fixed order; none is nan.

        Raises:
            ValueError: the outcome has draws; `sampling` sums them up.
        """
        if self.state.outcome.ndim > 1:
            raise ValueError("an outcome with draws has no single numbers")
        return (*self._of_issues(), *self._of_actors(), *self._of_pairs())

    def _of_issues(self) -> Iterator[Number]:
        for one in self.issues.values():
            yield Number(f"outcome:{one.issue}", f"outcome of {one.issue}", one.value, one.reason)
            for end, value in (("low", one.low), ("high", one.high)):
                if value is not None:
                    words = f"{end} end of what can be agreed on {one.issue}"
                    known = None if np.isnan(value) else float(value)
                    yield Number(f"{end}:{one.issue}", words, known, None if known is not None else "nothing can be agreed")

    def _of_actors(self) -> Iterator[Number]:
        for actor in self.state.system.actors:
            value = float(self.utility(actor))
            known = None if np.isnan(value) else value
            reason = None if known is not None else "no issue with a known outcome, position and salience"
            yield Number(f"utility:{actor}", f"how far {actor} gets what it wants", known, reason)
        for issue, one in self.issues.items():
            gains = self.gains(issue)
            for actor in one.actors:
                value = np.nan if gains is None else float(gains[self.state.row(actor)])
                reason = None if not np.isnan(value) else one.reason or "the status quo is not known"
                yield Number(f"gain:{actor}:{issue}", f"gain of {actor} on {issue}", None if np.isnan(value) else value, reason)

    def _of_pairs(self) -> Iterator[Number]:
        for variable, words in _PAIRS.items():
            values = getattr(self.state, variable)
            for i, j in np.argwhere(~np.isnan(values)):
                if not (variable in MUTUAL and i > j):
                    a, b = self.state.system.actors[int(i)], self.state.system.actors[int(j)]
                    yield Number(f"{variable}:{a}:{b}", words.format(a, b), float(values[i, j]))
