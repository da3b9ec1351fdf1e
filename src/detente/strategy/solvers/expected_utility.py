"""The equations of one round of the challenge model: support in a contest, expected utility, risk.

Arrays have draws on the last axis, so that the innermost loop is long: positions x are (n, d), pairs (n, n, d) with the challenger
i first. `solvers.challenge` tells what the symbols mean and which conventions there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from detente.errors import InputError
from detente.strategy.power import Array, number

Denominator = Literal["grand", "pair"]
RiskOfB = Literal["focal", "own"]
Selection = Literal["position", "move"]
Scale = Literal["first", "each"]


@dataclass(frozen=True, slots=True)
class Conventions:
    """What the papers leave open and the traces depend on; the defaults are those of the circulated code.

    Args:
        denominator: of P_ij: `grand`, the votes in all ordered contests together; `pair`, those in the contest of i and j.
        risk_of_b: whose exponent the utilities of j have, seen by i: `focal`, that of i; `own`, that of j.
        selection: which compromise i takes: `position`, the one with the smallest (|A| x_i + |B| x_j)/(|A| + |B|), which prefers low
            x_j; `move`, the one that moves it least, |x_j − x_i|·|A/B|.
        risk_in_votes: whether the votes of the second pass are bent by the risk exponents.
        capitulation: whether i gives in to j where A < 0 < B ≤ |A|, to the nearest such j, when it has no other offer.
        scale: R of `first`, the spread of the input; of `each`, that of every round's start.
        status_quo: Q, how surely i expects nothing to change if it does not challenge, in [0, 1].
    """

    denominator: Denominator = "grand"
    risk_of_b: RiskOfB = "focal"
    selection: Selection = "position"
    risk_in_votes: bool = True
    capitulation: bool = False
    scale: Scale = "first"
    status_quo: float = 1.0

    def __post_init__(self) -> None:
        """Refuses a word that is not one of the choices.

        Raises:
            InputError: naming the option and its choices.
        """
        choices = {"denominator": Denominator, "risk_of_b": RiskOfB, "selection": Selection, "scale": Scale}
        for name, choice in choices.items():
            if getattr(self, name) not in get_args(choice):
                mend = f"choose {' or '.join(get_args(choice))}"
                raise InputError(f"{getattr(self, name)!r} is not a convention for {name}", mend=mend)
        number("status_quo", self.status_quo, 0.0, 1.0)


AS_CIRCULATED = Conventions()


@dataclass(frozen=True, slots=True)
class Expectations:
    """What each actor expects of each contest in one round.

    Args:
        p: (n, n, d), chance that i prevails over j, as votes won over the denominator.
        a: (n, n, d), what i expects of challenging j. b: what i thinks j expects of challenging i.
        total: (n, n, d) or (1, 1, d), the denominator of p.
    """

    p: Array
    a: Array
    b: Array
    total: Array


def support(x: Array, w: Array, spread: Array, risk: Array | None) -> Array:
    """Σ_k max(0, v_k(i, j)): the votes for i against j, (n, n, d).

    Args:
        x: (n, d).
        w: effective power, (n, d) or (n, 1).
        spread: R, (d,).
        risk: exponents ρ, (n, d); None for 1.
    """
    n, d = x.shape
    won, vote = np.zeros((n, n, d)), np.empty((n, n, d))
    for k in range(n):
        far = np.abs(x[k] - x) / spread
        loss = w[k] * (far if risk is None else far ** risk[k])
        np.subtract(loss[None, :, :], loss[:, None, :], out=vote)
        np.maximum(vote, 0.0, out=vote)
        won += vote
    return won


def expect(x: Array, w: Array, s: Array, spread: Array, risk: Array | None, how: Conventions) -> Expectations:
    """Chances and expected utilities of every contest.

    Args:
        x: (n, d).
        w: (n, d) or (n, 1).
        s: salience in [0, 1], the same shape.
        spread: (d,).
        risk: (n, d), None for neutral.
        how: the conventions.
    """
    won = support(x, w, spread, risk if how.risk_in_votes else None)
    total = won + won.transpose(1, 0, 2) if how.denominator == "pair" else 2.0 * won.sum(axis=(0, 1), keepdims=True)
    p = np.divide(won, total, out=np.zeros_like(won), where=total > 0)
    half = np.abs(x[:, None] - x[None, :]) / spread / 2.0
    good, ill = _bent(0.5 - half, risk), _bent(0.5 + half, risk)
    stay = how.status_quo * (np.zeros((1, 1, 1)) if risk is None else (2.0 - 4.0 * 0.5**risk)[:, None, :])
    a = _gamble(p, good, ill, s[None, :, :]) - stay
    if how.risk_of_b == "own":
        good, ill, stay = (np.swapaxes(one, 0, 1) for one in (good, ill, stay))
    b = _gamble(p.transpose(1, 0, 2), good, ill, s[:, None, :]) - stay
    return Expectations(p, a, b, total)


def _bent(base: Array, risk: Array | None) -> Array:
    """2 − 4·base^r with the focal actor's exponent."""
    return 2.0 - 4.0 * (base if risk is None else base ** risk[:, None, :])


def _gamble(p: Array, good: Array, ill: Array, resists: Array) -> Array:
    """Expected utility of a contest in which the other resists as surely as its salience, and gives way otherwise."""
    return resists * (p * good + (1.0 - p) * ill) + (1.0 - resists) * good


def risks(threat: Array) -> Array:
    """Risk exponents r in [½, 2] from Z, how much each is threatened, both (n, d); 1 where all are threatened alike."""
    low, high = threat.min(axis=0), threat.max(axis=0)
    width = high - low
    ratio = np.divide(2.0 * threat - high - low, width, out=np.zeros_like(threat), where=width > 0)
    return (1.0 - ratio / 3.0) / (1.0 + ratio / 3.0)
