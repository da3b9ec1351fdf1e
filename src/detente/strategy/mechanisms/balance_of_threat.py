"""Balance of threat: the stronger, nearer and more aggressive a state looks, the less one aligns with it.

    U'_ij = U_ij − β θ_ij,   x'_ik = x_ik + min(1, β θ_ij) (e_k − x_ik)
    θ_ij = power_j · proximity_ij · aggression_ij

θ_ij ≥ 0 is the threat that j is to i, β ≥ 0; U_ij starts from the benefits of aligning with j: the mean of the agreement of the two
and of trust, or a number that is given. e_k is the pole of issue k on i's side of j; where the two agree i stays.

References:
    S. M. Walt, The Origins of Alliances, Cornell University Press (1987), ch. 2.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from detente.strategy.mechanisms.benefits import partner_utility
from detente.strategy.mechanisms.mechanism import Mechanism, Parameter, Solve, Triangle, Use
from detente.strategy.mechanisms.movement import all_of, towards
from detente.strategy.mechanisms.proxy import drawn_over
from detente.strategy.power import Array
from detente.strategy.state import State


def align_utility(benefits: ArrayLike, theta: ArrayLike, beta: ArrayLike) -> Array:
    """U = benefits − βθ.

    >>> round(float(align_utility(0.6, theta=0.9 * 0.8 * 0.5, beta=0.5)), 9)
    0.42
    """
    return np.asarray(benefits, dtype=np.float64) - np.multiply(beta, theta)


def step(state: State, use: Use) -> State:
    """The worth of the partner, and the actor's positions."""
    i, j, columns = use.row(state, "actor"), use.row(state, "partner"), use.columns(state)
    theta, beta = state.theta[..., i, j], use.value("beta")
    x, other = state.cells("position", i, columns), state.cells("position", j, columns)
    pole = np.where(other > x, 0.0, np.where(other < x, 100.0, x))
    shyer = np.clip(drawn_over(x, pole, np.minimum(1.0, beta * theta)[..., None]), 0.0, 100.0)
    worth = align_utility(partner_utility(state, i, j), theta, beta)
    return state.put("partner", i, j, worth, use.on).put("position", i, columns, shyer, use.on)


def contrast(solve: Solve, state: State, use: Use) -> Array:
    """A stronger partner is a less plausible one, and the outcomes go away from it."""
    i, j = use.row(state, "actor"), use.row(state, "partner")
    power, threat = state.power.copy(), state.threat.copy()
    power[..., j] *= 1.5
    threat[..., j] *= 1.5
    less, more = solve(state, use), solve(replace(state, power=power, threat=threat), use)
    return all_of(less.partner[..., i, j] - more.partner[..., i, j], -towards(less, more, i, j, use.columns(state)))


MECHANISM = Mechanism(
    "balance_of_threat",
    equation="U_align = benefits − βθ",
    sign="a stronger state is a less plausible partner",
    paper="Walt 1987",
    parameters={"beta": Parameter("weight of threat", 0.0, 5.0, Triangle(0.2, 0.5, 0.8))},
    roles=("actor", "partner", "issues"),
    optional=("issues",),
    changes=("partner", "position"),
    step=step,
    contrast=contrast,
)
