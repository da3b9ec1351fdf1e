"""Runs a system: the mechanisms in their order, then every issue by its rule, then what acts on the decisions.

    reciprocity → isolation → omnibalancing → balance of threat → signalling → balance        trust, dependence, worth, perception
    → sunk cost → resolve → proxy → inducements → deterrence → wedge → outside option
    → compartmentalise                                                                        stakes, power, positions
    → two levels                                                                              win-sets
    → every issue by its rule, held inside the win-sets; nothing ratified where they do not meet
    → exchange → deconfliction                                                                outcomes, incidents

An issue that cannot be decided keeps a reason and a bound; it never becomes a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from detente.errors import InputError, UnknownNameError
from detente.strategy.contest import Contest
from detente.strategy.mechanisms import DECIDED, MECHANISMS, ORDER, Use
from detente.strategy.outcome import Applied, Outcome, Settled
from detente.strategy.payoffs import consented
from detente.strategy.power import Array
from detente.strategy.rules import Decision, Terms, decide
from detente.strategy.solvers import compromise
from detente.strategy.state import State
from detente.strategy.system import POLES

TermsOf = Mapping[str, Terms]
"""Issue → terms of its rule; the defaults of `Terms` where it has none."""


def run(state: State, uses: Iterable[Use] = (), terms: TermsOf | None = None) -> Outcome:
    """The state solved.

    Args:
        state: at its modes, or with draws in front.
        uses: mechanisms; those that are off change nothing.
        terms: solver, sanctions, powers and response of each issue's rule.

    Raises:
        UnknownNameError: for a mechanism, actor or issue that there is not.
    """
    asked = sequence(uses)
    done = list[Applied]()
    after = _applied(state, [use for use in asked if use.name not in DECIDED], done)
    after, settled = _decided(after, terms or {})
    after = _applied(after, [use for use in asked if use.name in DECIDED], done)
    issues = {issue: replace(one, outcome=after.outcome[..., after.column(issue)]) for issue, one in settled.items()}
    return Outcome(after, state, issues, tuple(done))


def rivals(state: State, uses: Sequence[Use] = (), terms: TermsOf | None = None) -> dict[float, Outcome]:
    """The same under both rival assumptions on payoffs, side by side: 0, positive-sum, and 1, zero-sum. Never averaged."""
    return {r: run(replace(state, zero_sum=r), uses, terms) for r in (0.0, 1.0)}


def sequence(uses: Iterable[Use]) -> list[Use]:
    """Uses in the order of updates; of one mechanism in the order given."""
    asked = list(uses)
    for use in asked:
        if use.name not in MECHANISMS:
            raise UnknownNameError(use.name, kind="mechanism", known=MECHANISMS)
    return sorted(asked, key=lambda use: ORDER.index(use.name))


def _applied(state: State, uses: Iterable[Use], done: list[Applied]) -> State:
    for use in uses:
        mechanism = MECHANISMS[use.name]
        if not np.any(use.on):
            done.append(Applied(use, acted=False, reason="switched off"))
            continue
        unknown = mechanism.unknown(state, use)
        after = state if unknown else mechanism.step(state, use)
        acted = any(not _same(getattr(state, name), getattr(after, name)) for name in mechanism.changes)
        done.append(Applied(use, acted, None if acted else unknown or "it changes nothing here"))
        state = after
    return state


def _same(one: Array, other: Array) -> bool:
    return one is other or bool(np.array_equal(*np.broadcast_arrays(one, other), equal_nan=True))


def _decided(state: State, terms: TermsOf) -> tuple[State, dict[str, Settled]]:
    settled = {issue: _settle(state, k, terms.get(issue, Terms())) for k, issue in enumerate(state.system.issues)}
    front = np.broadcast_shapes(*(one.outcome.shape for one in settled.values()))
    columns = [np.broadcast_to(one.outcome, front) for one in settled.values()]
    return replace(state, outcome=np.stack(columns, axis=-1)), settled


def _settle(state: State, k: int, terms: Terms) -> Settled:
    contest = contested(state, k)
    rule = contest.rule
    try:
        if not contest.actors:
            raise InputError("nobody's position, salience and influence are known")
        decision = decide(contest, terms)
    except InputError as error:
        return _unknown(contest, error.what)
    outcome = np.asarray(decision.outcome, dtype=np.float64)
    quo = np.nan if contest.status_quo is None else contest.status_quo
    agreed = consented(decision, terms, state.zero_sum)
    outcome = np.where(agreed, outcome, quo)
    low, high = state.win_low[..., k].max(axis=-1), state.win_high[..., k].min(axis=-1)
    outcome = np.where(low <= high, np.clip(outcome, low, np.maximum(low, high)), quo)
    bounded = bool((np.asarray(low) > 0).any() or (np.asarray(high) < 100).any())
    reason = "the win-sets do not meet, and the status quo is not known" if np.isnan(outcome).all() else None
    return Settled(
        contest.issue,
        rule,
        outcome,
        np.asarray(decision.changed & agreed & (low <= high), dtype=np.bool_),
        contest.actors,
        contest.left_out,
        rule.parties or _weighty(contest),
        _lever(contest, terms),
        *_limits(decision, low, high, bounded),
        reason,
        POLES if reason else None,
    )


def contested(state: State, k: int) -> Contest:
    """Issue k with the positions, salience and influence that the mechanisms have left, (…, n) each."""
    known = state.system.known[:, k]
    names = np.asarray(state.system.actors, dtype=object)
    x, s, c = (one[..., known, k] for one in (state.position, state.salience, state.influence))
    x, s, c = np.broadcast_arrays(x, s, c)
    quo = float(state.status_quo[k])
    return Contest(
        state.system.issues[k],
        tuple(names[known]),
        x,
        s,
        c,
        None if np.isnan(quo) else quo,
        state.system.rules[k],
        tuple(names[~known]),
    )


def _unknown(contest: Contest, reason: str) -> Settled:
    """No outcome. What is missing may lie anywhere on the scale, and so may the outcome."""
    return Settled(
        contest.issue,
        contest.rule,
        np.asarray(np.nan),
        np.asarray(False),
        contest.actors,
        contest.left_out,
        contest.rule.parties,
        reason=reason,
        bounds=POLES,
    )


def _weighty(contest: Contest) -> tuple[str, ...]:
    weighs = (contest.salience * contest.influence).reshape(-1, len(contest.actors)).max(axis=0) > 0
    return tuple(actor for actor, heavy in zip(contest.actors, weighs, strict=True) if heavy)


def _lever(contest: Contest, terms: Terms) -> Array | None:
    if contest.rule.kind != "multilateral" or terms.solver is not compromise:
        return None
    w = contest.salience * contest.influence
    return w / w.sum(axis=-1, keepdims=True)


def _limits(decision: Decision, low: Array, high: Array, bounded: bool) -> tuple[Array | None, Array | None]:
    """The bargaining set of a contract, else where the win-sets meet."""
    if decision.low is not None and decision.high is not None:
        inside = ~(np.maximum(decision.low, low) > np.minimum(decision.high, high))
        return (
            np.where(inside, np.maximum(decision.low, low), np.nan),
            np.where(inside, np.minimum(decision.high, high), np.nan),
        )
    if not bounded:
        return None, None
    return np.where(low <= high, low, np.nan), np.where(low <= high, high, np.nan)
