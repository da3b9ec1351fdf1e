"""What a system says when nothing in it is known exactly.

Positions and the parameters of mechanisms are drawn from their triangles, positions of one source together (see `drawing`); each
draw is solved. Given are the median, the 80 % interval and P(outcome > threshold) of each issue, what each uncertain input does by
itself (tornado), and what becomes of the outcome at the modes without each source. Seeded: the same seed gives the same bytes.

Everything here is model-conditional, not calibrated: it says how far the inputs leave the outcome open if the model is right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from detente.errors import InputError
from detente.measures.triangular import quantile
from detente.strategy.drawing import CORRELATION, Sources, parameters, positions
from detente.strategy.mechanisms import Use
from detente.strategy.outcome import Outcome
from detente.strategy.power import Array
from detente.strategy.run import TermsOf, run
from detente.strategy.state import State

LABEL = "model-conditional, not calibrated"
DRAWS = 10_000
LEVEL = 0.8
SWING = (0.1, 0.9)
"""Quantiles of an input between which its swing is told."""


@dataclass(frozen=True, slots=True)
class Summary:
    """One issue over the draws; None where it is known in none of them.

    Args:
        median, low, high: of the outcome, low and high the ends of the 80 % interval, in [0, 100].
        p_over: share of the draws with outcome > threshold; None without a threshold.
        p_changed: share of the draws in which the rule let anything happen.
        n_draws, n_unknown: how many draws there are, and in how many the outcome is not known; those count nowhere else.
        reason: why it is not known.
        label: what kind of number this is.
    """

    issue: str
    median: float | None
    low: float | None
    high: float | None
    p_over: float | None
    p_changed: float | None
    n_draws: int
    n_unknown: int
    reason: str | None = None
    label: str = LABEL


@dataclass(frozen=True, slots=True)
class Swing:
    """What one input does to one issue by itself, everything else at its mode: the outcomes at its 10 % and 90 % points."""

    issue: str
    input: str
    low: float
    high: float

    @property
    def width(self) -> float:
        """|high − low|."""
        return abs(self.high - self.low)


@dataclass(frozen=True, slots=True)
class WithoutSource:
    """The outcome of an issue at the modes with and without the positions that rest on one source alone; None where not known."""

    source: str
    issue: str
    outcome: float | None
    without: float | None


def sample(
    state: State,
    uses: Sequence[Use] = (),
    terms: TermsOf | None = None,
    *,
    n: int = DRAWS,
    seed: int = 0,
    sources: Sources | None = None,
    correlation: float = CORRELATION,
) -> Outcome:
    """The system solved in n draws.

    Args:
        state: at its modes; what else it has is not drawn.
        uses: mechanisms, whose parameters are drawn.
        terms: of the issues' rules.
        n: how many, ≥ 1.
        seed: the same seed gives the same bytes.
        sources: (actor, issue) → what the position rests on.
        correlation: of positions with one source.

    Raises:
        InputError: for no draws, or a correlation outside [0, 1].
    """
    if n < 1:
        raise InputError(f"{n} draws cannot be made", mend="give 1 or more")
    rng = np.random.default_rng(seed)
    drawn = positions(state.system, n, rng, sources, correlation)
    given = [replace(use, values={**use.values, **parameters(use, n, seed)}) for use in uses]
    return run(replace(state, stated=drawn, position=drawn), given, terms)


def summary(outcome: Outcome, threshold: float | Mapping[str, float] | None = None) -> tuple[Summary, ...]:
    """Each issue of a sampled outcome.

    Args:
        outcome: of `sample`.
        threshold: one for all issues, or issue → its own.
    """
    n = max(one.outcome.size for one in outcome.issues.values())
    return tuple(_summed(outcome, issue, n, _threshold(threshold, issue)) for issue in outcome.issues)


def _threshold(threshold: float | Mapping[str, float] | None, issue: str) -> float | None:
    return threshold.get(issue) if isinstance(threshold, Mapping) else threshold


def _summed(outcome: Outcome, issue: str, n: int, threshold: float | None) -> Summary:
    one = outcome.issues[issue]
    every = np.broadcast_to(one.outcome, (n,))
    known = every[~np.isnan(every)]
    if not known.size:
        return Summary(issue, None, None, None, None, None, n, n, one.reason)
    low, median, high = (float(v) for v in np.quantile(known, [(1 - LEVEL) / 2, 0.5, (1 + LEVEL) / 2]))
    over = None if threshold is None else float((known > threshold).mean())
    changed = float(np.broadcast_to(one.changed, (n,)).mean())
    return Summary(issue, median, low, high, over, changed, n, n - known.size)


def tornado(state: State, uses: Sequence[Use] = (), terms: TermsOf | None = None) -> tuple[Swing, ...]:
    """Every input that is not known exactly, by itself, issue by issue with the widest swing first.

    Args:
        state: at its modes.
        uses: mechanisms, those that are on.
        terms: of the issues' rules.
    """
    cells = [(int(i), int(k)) for i, k in np.argwhere(state.system.low < state.system.high)]
    knobs = [(number, name) for number, use in enumerate(uses) if np.any(use.on) for name in sorted(_open(use))]
    n = 2 * (len(cells) + len(knobs))
    if not n:
        return ()
    x = np.array(np.broadcast_to(state.stated, (n, *state.stated.shape[-2:])))
    for row, (i, k) in enumerate(cells):
        three = (state.system.low[i, k], state.system.mode[i, k], state.system.high[i, k])
        x[2 * row : 2 * row + 2, i, k] = quantile(SWING, *three)
    values = [{name: np.array(np.broadcast_to(v, (n,))) for name, v in use.values.items()} for use in uses]
    for row, (number, name) in enumerate(knobs, len(cells)):
        one = uses[number].ranges[name]
        values[number][name][2 * row : 2 * row + 2] = quantile(SWING, one.low, one.mode, one.high)
    given = [replace(use, values=each) for use, each in zip(uses, values, strict=True)]
    solved = run(replace(state, stated=x, position=x), given, terms).state.outcome
    names = [f"position of {state.system.actors[i]} on {state.system.issues[k]}" for i, k in cells]
    names += [f"{name} of {uses[number].name}" for number, name in knobs]
    return _ranked(state, names, np.broadcast_to(solved, (n, len(state.system.issues))))


def _open(use: Use) -> list[str]:
    return [name for name, one in use.ranges.items() if one.low < one.high]


def _ranked(state: State, names: Sequence[str], solved: Array) -> tuple[Swing, ...]:
    found = list[Swing]()
    for k, issue in enumerate(state.system.issues):
        each = [Swing(issue, name, float(solved[2 * r, k]), float(solved[2 * r + 1, k])) for r, name in enumerate(names)]
        moving = [one for one in each if one.width > 0]
        found += sorted(moving, key=lambda one: (-one.width, one.input))
    return tuple(found)


def leave_one_out(
    state: State, uses: Sequence[Use] = (), terms: TermsOf | None = None, *, sources: Sources
) -> tuple[WithoutSource, ...]:
    """Each source in turn left out: a position that rests on it alone is then not known.

    Args:
        state: at its modes.
        uses: mechanisms.
        terms: of the issues' rules.
        sources: (actor, issue) → what the position rests on.

    Returns:
        Only what changes, by source and in the order of the issues.
    """
    base = run(state, uses, terms)
    found = list[WithoutSource]()
    for name in sorted({name for told in sources.values() for name in told}):
        alone = {cell for cell, told in sources.items() if set(told) == {name}}
        left = run(_without(state, alone), uses, terms)
        for issue, one in base.issues.items():
            if one.value != left.issues[issue].value:
                found.append(WithoutSource(name, issue, one.value, left.issues[issue].value))
    return tuple(found)


def _without(state: State, cells: set[tuple[str, str]]) -> State:
    gone = np.zeros(state.system.mode.shape, dtype=np.bool_)
    for actor, issue in cells:
        if actor in state.system.actors and issue in state.system.issues:
            gone[state.row(actor), state.column(issue)] = True
    low, mode, high = (np.where(gone, np.nan, one) for one in (state.system.low, state.system.mode, state.system.high))
    system = replace(state.system, low=low, mode=mode, high=high)
    return replace(state, system=system, stated=mode, position=mode)
