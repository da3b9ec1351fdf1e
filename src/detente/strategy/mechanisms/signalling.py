"""Signalling: others believe what is shown the less, the longer it differs from what is done, and the more, the more it costs.

    P_ij = (1 + λ' D_ij + (1 − λ') S_ij)/2,   λ' = λ · (1 + cost)/2 · 1/(1 + g)

D, S ∈ [−1, 1] are displayed warmth and substance of i and j, P ∈ [0, 1] the realignment that others perceive, cost ∈ [0, 1] the
share of the signals that cost their sender something, g ≥ 0 the years for which D and S have differed, λ ∈ [0, 1].

References:
    J. D. Fearon, Signaling foreign policy interests: tying hands versus sinking costs, Journal of Conflict Resolution 41 (1997), 68–90.
    R. Jervis, The Logic of Images in International Relations, Princeton University Press (1970), ch. 2: signals and indices.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from detente.strategy.mechanisms.mechanism import Mechanism, Parameter, Solve, Triangle, Use
from detente.strategy.mechanisms.movement import LESS, MORE, all_of
from detente.strategy.power import Array
from detente.strategy.state import State

_READ = ("displayed", "substance", "signal_cost", "gap_years")
_STEP = 0.2
"""By how much a signal of the contrast changes what is displayed."""


def perceived(displayed: ArrayLike, substance: ArrayLike, cost: ArrayLike, gap_years: ArrayLike, lam: ArrayLike) -> Array:
    """P, of the shape that the arguments broadcast to.

    >>> round(float(perceived(1.0, -1.0, cost=0.0, gap_years=1, lam=0.8)), 9)  # λ' = 0.8 · ½ · ½ = 0.2: (1 + 0.2 − 0.8)/2
    0.2
    """
    believed = np.multiply(lam, (1.0 + np.asarray(cost)) / 2.0) / (1.0 + np.asarray(gap_years, dtype=np.float64))
    return np.clip((1.0 + believed * np.asarray(displayed) + (1.0 - believed) * np.asarray(substance)) / 2.0, 0.0, 1.0)


def step(state: State, use: Use) -> State:
    """The realignment of the actor with its partner, as others see it."""
    i, j = use.row(state, "actor"), use.row(state, "partner")
    displayed, substance, cost, gap = (use.value(name, getattr(state, name)[..., i, j]) for name in _READ)
    return state.put("perceived", i, j, perceived(displayed, substance, cost, gap, use.value("lambda")), use.on)


def contrast(solve: Solve, state: State, use: Use) -> Array:
    """A signal moves perception its way, and a costly one moves it more than a cheap one."""
    i, j = use.row(state, "actor"), use.row(state, "partner")
    shown = state.displayed[..., i, j]
    step = np.where(shown > 0, -_STEP, _STEP)

    def moved(cost: float) -> Array:
        before, after = (use.having(displayed=d, signal_cost=cost) for d in (shown, shown + step))
        return (solve(state, after).perceived - solve(state, before).perceived)[..., i, j] * np.sign(step)

    cheap, costly = moved(LESS), moved(MORE)
    return all_of(cheap, costly - cheap)


MECHANISM = Mechanism(
    "signalling",
    equation="P = λ'D + (1 − λ')S, λ' = λ·(1 + cost)/2·1/(1 + years of gap)",
    sign="costly signals move more than cheap ones",
    paper="Fearon 1997; Jervis 1970",
    parameters={
        "lambda": Parameter("how far a costly signal without a gap is believed", 0.0, 1.0, Triangle(0.4, 0.6, 0.8)),
        "displayed": Parameter("displayed warmth, −1 to 1", -1.0, 1.0, needed=False),
        "substance": Parameter("substance, −1 to 1", -1.0, 1.0, needed=False),
        "signal_cost": Parameter("share of the signals that cost something, 0 to 1", 0.0, 1.0, needed=False),
        "gap_years": Parameter("years for which the two have differed", 0.0, 100.0, needed=False),
    },
    roles=("actor", "partner"),
    changes=("perceived",),
    reads=tuple((name, "actor", "partner") for name in _READ),
    step=step,
    contrast=contrast,
)
