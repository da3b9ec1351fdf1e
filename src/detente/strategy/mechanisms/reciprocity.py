"""Reciprocity: trust keeps part of what it was, grows with help and falls with harm.

    τ'_ij = ρ τ_ij + η help_ij − ζ harm_ij, within [−1, 1]

τ_ij ∈ [−1, 1] is the trust of i in j; help, harm ∈ [0, 1] are what j lately did for and against i; ρ, η, ζ ∈ [0, 1]. Harm weighs
more than help by prior.

References:
    R. R. Bush, F. Mosteller, Stochastic Models for Learning, Wiley (1955), ch. 1: the linear operator.
    R. Axelrod, The Evolution of Cooperation, Basic Books (1984).
    A. H. Kydd, Trust and Mistrust in International Relations, Princeton University Press (2005).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from detente.strategy.mechanisms.mechanism import Mechanism, Parameter, Solve, Triangle, Use
from detente.strategy.mechanisms.movement import LESS, MORE, all_of
from detente.strategy.power import Array
from detente.strategy.state import State


def trust_after(
    trust: ArrayLike, helped: ArrayLike, harmed: ArrayLike, rho: ArrayLike, eta: ArrayLike, zeta: ArrayLike
) -> Array:
    """τ', of the shape that the arguments broadcast to.

    >>> round(float(trust_after(0.5, helped=1, harmed=0, rho=0.7, eta=0.1, zeta=0.15)), 9)  # 0.35 + 0.1
    0.45
    """
    after = np.multiply(rho, trust) + np.multiply(eta, helped) - np.multiply(zeta, harmed)
    return np.clip(after, -1.0, 1.0)


def step(state: State, use: Use) -> State:
    """The trust of the actor in its partner."""
    i, j = use.row(state, "actor"), use.row(state, "partner")
    helped, harmed = (use.value(name, getattr(state, name)[..., i, j]) for name in ("helped", "harmed"))
    after = trust_after(state.trust[..., i, j], helped, harmed, *(use.value(name) for name in ("rho", "eta", "zeta")))
    return state.put("trust", i, j, after, use.on)


def contrast(solve: Solve, state: State, use: Use) -> Array:
    """More help, more trust; more harm, less."""
    i, j = use.row(state, "actor"), use.row(state, "partner")

    def trust(helped: float, harmed: float) -> Array:
        return solve(state, use.having(helped=helped, harmed=harmed)).trust[..., i, j]

    least = trust(LESS, LESS)
    return all_of(trust(MORE, LESS) - least, least - trust(LESS, MORE))


MECHANISM = Mechanism(
    "reciprocity",
    equation="τ' = ρτ + η·help − ζ·harm",
    sign="help raises trust, harm lowers it",
    paper="Bush and Mosteller 1955; Axelrod 1984; Kydd 2005",
    parameters={
        "rho": Parameter("how much trust lasts", 0.0, 1.0, Triangle(0.6, 0.7, 0.8)),
        "eta": Parameter("what help brings", 0.0, 1.0, Triangle(0.05, 0.1, 0.2)),
        "zeta": Parameter("what harm costs", 0.0, 1.0, Triangle(0.1, 0.15, 0.2)),
        "helped": Parameter("how much the partner helped, 0 to 1", 0.0, 1.0, needed=False),
        "harmed": Parameter("how much the partner harmed, 0 to 1", 0.0, 1.0, needed=False),
    },
    roles=("actor", "partner"),
    changes=("trust",),
    reads=(("trust", "actor", "partner"), ("helped", "actor", "partner"), ("harmed", "actor", "partner")),
    step=step,
    contrast=contrast,
)
