"""Decision rules: who has a say on an issue, and what comes of it.

    multilateral         a solver over everybody who has a known position
    bilateral_contract   a deal o needs u_i(o) − u_i(q) ≥ the sanctions third parties attach to it, for both parties; Nash bargaining
                         inside that set, no deal where it is empty. Bystanders have no vote.
    unilateral           max over o of u_a(o) − ρ Σ_j (c_j / Σ c) max(0, u_j(q) − u_j(o)): the actor's own utility less the
                         response to be expected of those it hurts
    veto                 a solver's outcome if every veto player gains by it, the status quo otherwise

with u_i(o) = s_i (1 − |o − x_i|/100) in units of salience and q the status quo.

References:
    R. Thomson, Resolving Controversy in the European Union, Cambridge University Press (2011), ch. 7, on procedure and bargaining.
    G. Tsebelis, Veto Players, Princeton University Press (2002), ch. 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from detente.errors import InputError
from detente.strategy.contest import Contest, Kind
from detente.strategy.power import Array, Mask, number
from detente.strategy.solvers import Solver, compromise
from detente.strategy.solvers.exchange import Deals, trade
from detente.strategy.solvers.nash import nash, utility
from detente.strategy.system import System

ALIKE = 1e-9
"""Utilities closer than this are the same; the status quo is then preferred."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the rules need beside the system.

    Args:
        solver: for `multilateral` and `veto`.
        sanctions: party of a contract → what third parties make the deal cost it, in units of salience, ≥ 0.
        powers: party of a contract → bargaining power; influence where not given.
        response: ρ ≥ 0, how much of the loss of those hurt comes back on a unilateral actor, in proportion to their influence.
    """

    solver: Solver = compromise
    sanctions: Mapping[str, float] = field(default_factory=dict[str, float])
    powers: Mapping[str, float] = field(default_factory=dict[str, float])
    response: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Decision:
    """What comes of an issue; arrays () or (draws,).

    Args:
        outcome: where the issue ends, in [0, 100]; the status quo where nothing is agreed.
        changed: whether the rule let anything happen: a deal was possible, no veto fell, the actor acted. Always for `multilateral`.
        gains: (…, n), u_i(outcome) − u_i(q) of the contest's actors, before sanctions and responses; None without a status quo.
        low, high: the bargaining set of a contract, nan where empty; None for the other rules.
    """

    contest: Contest
    outcome: Array
    changed: Mask
    gains: Array | None
    low: Array | None = None
    high: Array | None = None


def decide(contest: Contest, terms: Terms | None = None) -> Decision:
    """What the issue's rule makes of it.

    Args:
        contest: an issue at its modes (`System.contest`), or with rows of draws in its place.
        terms: the solver, sanctions, powers and the response; the defaults of `Terms` where not given.

    Raises:
        InputError: where a rule needs a status quo or a party's position that is not known.
    """
    return _RULES[contest.rule.kind](contest, terms or Terms())


def decide_all(system: System, terms: Terms | None = None) -> dict[str, Decision]:
    """Every issue on which somebody has a known position, by itself."""
    contests = (system.contest(issue) for issue in system.issues)
    return {one.issue: decide(one, terms) for one in contests if one.actors}


def traded(system: System, most: int | None = None) -> tuple[tuple[str, ...], Deals]:
    """Exchanges between the multilateral issues on which somebody weighs something, and the ids of those issues.

    Raises:
        InputError: where there are fewer than two such issues.
    """
    x = np.where(system.known, system.mode, np.nan)
    s, c = np.nan_to_num(system.salience), np.nan_to_num(system.influence)
    weighs = np.where(system.known, s * c, 0.0).sum(axis=0) > 0
    open_ones = np.array([rule.kind == "multilateral" for rule in system.rules]) & weighs
    if open_ones.sum() < 2:
        raise InputError("there are not two multilateral issues to trade between", mend="give positions on another one")
    issues = tuple(issue for issue, is_open in zip(system.issues, open_ones, strict=True) if is_open)
    return issues, trade(x[:, open_ones], s[:, open_ones], c[:, open_ones], most)


def _multilateral(contest: Contest, terms: Terms) -> Decision:
    outcome = terms.solver(contest.position, contest.salience, contest.influence)
    return Decision(contest, outcome, np.ones(outcome.shape, dtype=bool), _gains(contest, outcome))


def _contract(contest: Contest, terms: Terms) -> Decision:
    q, two = _status_quo(contest), _places(contest)
    x, s, c = (one[..., two] for one in (contest.position, contest.salience, contest.influence))
    cost = number("sanction", [terms.sanctions.get(party, 0.0) for party in contest.rule.parties], 0.0)
    given = np.array([terms.powers.get(party, np.nan) for party in contest.rule.parties], dtype=np.float64)
    powers = np.where(np.isnan(given), c, given)
    bargain = nash(x, powers, s, utility(np.full(x.shape[:-1], q), x, s) + cost)
    agreed = ~np.isnan(bargain.outcome)
    outcome = np.where(agreed, bargain.outcome, q)
    return Decision(contest, outcome, agreed, _gains(contest, outcome), bargain.low, bargain.high)


def _unilateral(contest: Contest, terms: Terms) -> Decision:
    q, actor = _status_quo(contest), _places(contest)[0]
    x, s, c = contest.position, contest.salience, contest.influence
    total = c.sum(axis=-1, keepdims=True)
    rate = number("response", terms.response, 0.0) * np.divide(c, total, out=np.zeros_like(c), where=total > 0)
    rate[..., actor] = 0.0
    # The objective is concave and linear between these points, so that its maximum is at one of them.
    ends = np.broadcast_to([q, 0.0, 100.0], (*x.shape[:-1], 3))
    points = np.clip(np.concatenate([ends, x, 2.0 * x - q], axis=-1), 0.0, 100.0)
    u = utility(points, x[..., None, :], s[..., None, :])
    loss = np.maximum(0.0, utility(np.full(x.shape[:-1], q), x, s)[..., None, :] - u)
    value = u[..., actor] - (rate[..., None, :] * loss).sum(axis=-1)
    best = value >= value.max(axis=-1, keepdims=True) - ALIKE
    nearest = np.where(best, np.abs(points - q), np.inf).argmin(axis=-1)
    outcome = np.take_along_axis(points, nearest[..., None], axis=-1)[..., 0]
    return Decision(contest, outcome, np.asarray(outcome != q, dtype=np.bool_), _gains(contest, outcome))


def _veto(contest: Contest, terms: Terms) -> Decision:
    q, players = _status_quo(contest), _places(contest)
    proposed = terms.solver(contest.position, contest.salience, contest.influence)
    x, s = contest.position[..., players], contest.salience[..., players]
    gains = utility(proposed, x, s) - utility(np.full(proposed.shape, q), x, s)
    passed = np.asarray((gains > ALIKE).all(axis=-1), dtype=np.bool_)
    outcome = np.where(passed, proposed, q)
    return Decision(contest, outcome, passed, _gains(contest, outcome))


_RULES: dict[Kind, Callable[[Contest, Terms], Decision]] = {
    "multilateral": _multilateral,
    "bilateral_contract": _contract,
    "unilateral": _unilateral,
    "veto": _veto,
}


def _status_quo(contest: Contest) -> float:
    if contest.status_quo is None:
        raise InputError(
            f"the rule {contest.rule.kind} needs a status quo", at=contest.issue, mend="give the issue's status quo"
        )
    return contest.status_quo


def _places(contest: Contest) -> list[int]:
    """Where the rule's parties stand among the contest's actors."""
    for party in contest.rule.parties:
        if party not in contest.actors:
            what = f"the position, salience or influence of {party} is not known"
            raise InputError(what, at=contest.issue, mend=f"give it: the rule {contest.rule.kind} rests on it")
    return [contest.actors.index(party) for party in contest.rule.parties]


def _gains(contest: Contest, outcome: Array) -> Array | None:
    if contest.status_quo is None:
        return None
    before = utility(np.full(outcome.shape, contest.status_quo), contest.position, contest.salience)
    return utility(outcome, contest.position, contest.salience) - before
