"""Solvers, by name, side by side: none is the truth.

compromise  Σ c s x / Σ c s, the default
median      the weighted median
challenge   the weighted median after ten rounds of threats; it does not converge
nash        bargaining of all, no deal being the worst for everybody, powers c
exchange    trades between two issues at equal gain (`detente.strategy.rules.traded`: it needs more than one issue)
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from detente.errors import UnknownNameError
from detente.strategy.power import Array
from detente.strategy.solvers.challenge import ROUNDS, challenge, challenge_draws
from detente.strategy.solvers.compromise import compromise
from detente.strategy.solvers.expected_utility import AS_CIRCULATED, Conventions
from detente.strategy.solvers.median import median
from detente.strategy.solvers.nash import nash

Solver = Callable[[Array, Array, Array], Array]
"""Positions, salience in [0, 100] and influence, each (n,) or (draws, n) → outcomes, () or (draws,)."""


def challenged(rounds: int = ROUNDS, how: Conventions = AS_CIRCULATED) -> Solver:
    """The challenge model, read as its weighted median after so many rounds."""

    def solve(position: Array, salience: Array, influence: Array) -> Array:
        run = challenge if position.ndim == 1 else challenge_draws
        return np.asarray(run(position, salience / 100.0, influence, rounds, how).median[..., -1])

    return solve


def bargained(position: Array, salience: Array, influence: Array) -> Array:
    """Nash bargaining of everybody, powers as influence, utility 0 without a deal."""
    return nash(position, influence, salience).outcome


SOLVERS: dict[str, Solver] = {"compromise": compromise, "median": median, "challenge": challenged(), "nash": bargained}


def solver(name: str) -> Solver:
    """The solver of a name.

    Raises:
        UnknownNameError: with the nearest names.
    """
    if name not in SOLVERS:
        raise UnknownNameError(name, kind="solver", known=SOLVERS)
    return SOLVERS[name]
