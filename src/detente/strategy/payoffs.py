"""Whether another's gain is one's own loss: rival assumptions, one parameter.

    payoff_i = g_i − r · mean over the others concerned of g_j

g_i is i's gain over the status quo. r = 0: gains may rise together (positive-sum). r = 1: only what is gained more than by the others
counts (zero-sum). The two are never averaged: a run has one r, and `run.rivals` shows both ends side by side. Where a rule asks for
consent, the deal on the table is refused if a party's payoff falls short of what the deal costs it: with r = 1 no two parties
can both come out ahead, and the status quo stays.

References:
    J. M. Grieco, Anarchy and the limits of cooperation, International Organization 42 (1988), 485–507.
    D. Snidal, Relative gains and the pattern of international cooperation, American Political Science Review 85 (1991), 701–726.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from detente.strategy.power import Array, Mask
from detente.strategy.rules import ALIKE, Decision, Terms


def payoffs(gains: ArrayLike, r: float) -> Array:
    """Payoffs, (…, n), of n who look at one another; the gains themselves of one alone.

    >>> payoffs([30.0, 10.0], 0).tolist(), payoffs([30.0, 10.0], 1).tolist()
    ([30.0, 10.0], [20.0, -20.0])
    """
    g = np.asarray(gains, dtype=np.float64)
    n = g.shape[-1]
    if n < 2 or r == 0:
        return g
    return g - r * (g.sum(axis=-1, keepdims=True) - g) / (n - 1)


def consented(decision: Decision, terms: Terms, r: float) -> Mask:
    """In which draws those whose consent is asked give it, (…); everywhere under a rule that asks for none.

    Args:
        decision: a contract or veto as the rule has it.
        terms: with the sanctions of a contract's parties.
        r: in [0, 1]; 0 leaves the decision as it is.
    """
    contest = decision.contest
    if r == 0 or decision.gains is None or contest.rule.kind not in ("bilateral_contract", "veto"):
        return np.ones(np.shape(decision.outcome), dtype=np.bool_)
    parties = contest.rule.parties
    of_parties = payoffs(decision.gains[..., [contest.actors.index(party) for party in parties]], r)
    cost = np.array(
        [terms.sanctions.get(party, 0.0) if contest.rule.kind == "bilateral_contract" else 0.0 for party in parties]
    )
    return np.asarray((of_parties > cost + ALIKE).all(axis=-1), dtype=np.bool_)
