"""Signs: whether each mechanism moves the solved system the way its theory says, whatever else is at work.

A world is a batch of random systems with six actors and six issues under all four rules. The mechanism under test is on; every other
one is at work between random actors, on in half of the draws at random, its parameters drawn from their priors. The system is solved
with less and with more of the cause. A draw holds where the outcome moved strictly the right way; draws about which the theory says
nothing (no friend to lose, nothing to swap, an outcome held fast at the edge of a win-set both times) are counted apart and drawn
again. Reversed, the sign of every parameter of the equation is turned, and the test has to fail.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from detente.measures import triangular
from detente.strategy.contest import Rule
from detente.strategy.mechanisms import MECHANISMS, Mechanism, Use, mechanism
from detente.strategy.mechanisms.mechanism import Parameter
from detente.strategy.power import Array
from detente.strategy.run import run
from detente.strategy.state import State, state
from detente.strategy.system import system

ACTORS = tuple("ABCDEF")
ARENAS = {"K": "one", "L": "one", "M": "two", "N": "two", "O": "two", "P": "one"}
OPEN = ("K", "L", "M", "N")
"""Multilateral issues, on which signs are read; O is a contract, P unilateral or under a veto."""
BATCH = 100
HOLDS = 0.95


@dataclass(frozen=True, slots=True)
class SignTest:
    """How many draws held, of how many; and beside them those about which the theory said nothing."""

    mechanism: str
    held: int
    draws: int
    silent: int = 0

    @property
    def share(self) -> float:
        """In [0, 1]."""
        return self.held / self.draws

    @property
    def passed(self) -> bool:
        """At least 95 % of the draws."""
        return self.share >= HOLDS


def sign_test(name: str, draws: int = 1000, seed: int = 0, *, reverse: bool = False) -> SignTest:
    """The sign of one mechanism.

    Args:
        name: of the mechanism.
        draws: how many, of which the theory says something.
        seed: the same seed gives the same answer.
        reverse: with its equation reversed.

    Raises:
        UnknownNameError: for a mechanism that there is not.
    """
    tested = mechanism(name)
    rng = np.random.default_rng([seed, sum(name.encode())])
    held = told = silent = 0
    while told < draws:
        moved = _batch(tested, rng, reverse)
        spoken = moved[~np.isnan(moved)][: draws - told]
        silent += int(np.isnan(moved).sum())
        held, told = held + int((spoken > 0).sum()), told + spoken.size
    return SignTest(name, held, told, silent)


def _batch(tested: Mechanism, rng: np.random.Generator, reverse: bool) -> Array:
    given = world(rng)
    others = [_random_use(one, rng, switched=True) for one in MECHANISMS.values() if one is not tested]
    own = _random_use(tested, rng, switched=False)

    def solve(start: State, use: Use) -> State:
        turned = use.reversed(tested.parameters) if reverse else use
        return run(start, [*others, turned]).state

    return np.broadcast_to(tested.contrast(solve, given, own), (BATCH,))


def world(rng: np.random.Generator, draws: int = BATCH) -> State:
    """Random systems, one to a draw, that share their rules and status quos."""
    n, m = len(ACTORS), len(ARENAS)
    contract = Rule("bilateral_contract", tuple(str(one) for one in rng.choice(ACTORS, 2, replace=False)))
    last = Rule("unilateral" if rng.random() < 0.5 else "veto", (str(rng.choice(ACTORS)),))
    base = system(
        ACTORS,
        tuple(ARENAS),
        np.full((n, m), 50.0),
        np.full((n, m), 50.0),
        np.ones((n, m)),
        status_quo=rng.uniform(0, 100, m),
        rules={"O": contract, "P": last},
    )
    pair = (draws, n, n)
    ties = np.triu(rng.uniform(-1, 1, pair), 1)
    known: dict[str, ArrayLike] = {name: rng.uniform(low, high, pair) for name, (low, high) in _RELATIONS.items()}
    given = state(
        base,
        arenas=ARENAS,
        positions=rng.uniform(0, 100, (draws, n, m)),
        authority=rng.uniform(0.1, 1, (draws, n)),
        power=rng.uniform(0.1, 1, (draws, n)),
        ties=ties + np.swapaxes(ties, -1, -2),
        **known,  # pyright: ignore[reportArgumentType]
    )
    return replace(given, salience=rng.uniform(5, 100, (draws, n, m)), influence=rng.uniform(5, 100, (draws, n, m)))


_RELATIONS = {
    "proxies": (0.0, 1.0),
    "proximity": (0.1, 1.0),
    "aggression": (0.1, 1.0),
    "trust": (-1.0, 1.0),
    "displayed": (-1.0, 1.0),
    "substance": (-1.0, 1.0),
    "gap_years": (0.0, 5.0),
    "signal_cost": (0.0, 1.0),
    "helped": (0.0, 1.0),
    "harmed": (0.0, 1.0),
}


def _random_use(one: Mechanism, rng: np.random.Generator, *, switched: bool) -> Use:
    """A use between different random actors, with parameters from their priors, on in half of the draws where `switched`."""
    names = iter(rng.permutation(ACTORS).tolist())
    roles = dict[str, tuple[str, ...]]()
    for role in one.roles:
        if role == "arena":
            roles[role] = ("one",)
        elif role == "issues":
            pool = ("M", "N") if "arena" in one.roles else OPEN
            roles[role] = tuple(rng.choice(pool, 2 if one.name == "exchange" else 1, replace=False).tolist())
        elif role == "alliance":
            roles[role] = (*roles["target"], next(names), next(names))
        else:
            roles[role] = (next(names),)
    values = {name: _value(known, rng) for name, known in one.parameters.items() if known.prior or known.needed}
    on = rng.random(BATCH) < 0.5 if switched else True
    return Use(one.name, roles, values, on=on)


def _value(known: Parameter, rng: np.random.Generator) -> Array:
    if known.prior is None:
        return rng.uniform(known.least, min(known.most, 5.0), BATCH)
    return triangular.quantile(rng.random(BATCH), known.prior.low, known.prior.mode, known.prior.high)
