"""How long 10,000 draws take: the compromise on 36 issues with 10 actors, the challenge model with 10 actors over 10 rounds.

Each position is drawn from its triangle inside the clock. Beside the seconds stands their ratio to drawing alone, on the same machine in
the same run: it says more than seconds where others are at work too.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from detente.measures.triangular import quantile
from detente.strategy.power import Array
from detente.strategy.solvers.challenge import challenge_draws
from detente.strategy.solvers.compromise import compromise

DRAWS, ACTORS, ISSUES = 10_000, 10, 36


@dataclass(frozen=True, slots=True)
class Timing:
    """One task: its seconds, those of drawing its positions alone, and about how many it should take on two idle cores."""

    name: str
    seconds: float
    drawing: float
    about: float

    @property
    def ratio(self) -> float:
        """How many times as long as drawing alone."""
        return self.seconds / self.drawing

    def __str__(self) -> str:
        return f"{self.name:<66} {self.seconds:>7.2f} s, {self.ratio:.1f} × drawing alone; about {self.about:g} s on two idle cores"


def timings(draws: int = DRAWS, repeat: int = 3) -> Iterator[Timing]:
    """The two tasks, each the quickest of some runs, as the least disturbed by others.

    Args:
        draws: how many.
        repeat: runs of each.
    """
    tasks: tuple[tuple[str, int, Callable[[], object], float], ...] = (
        ("compromise", ISSUES, lambda: compromise(drawn(draws, ISSUES), *weights(ISSUES)), 2.0),
        ("challenge, 10 rounds", 1, lambda: challenge_draws(drawn(draws, 1)[:, 0], *(one[0] for one in weights(1))), 5.0),
    )
    for name, issues, task, about in tasks:
        alone = _best(repeat, lambda issues=issues: drawn(draws, issues))
        label = f"{name}: {draws} draws × {issues} issue{'s' if issues > 1 else ''} × {ACTORS} actors"
        yield Timing(label, _best(repeat, task), alone, about)


def drawn(draws: int, issues: int) -> Array:
    """Positions, (draws, issues, actors), from triangles that are themselves random."""
    rng = np.random.default_rng(0)
    low, mode, high = np.sort(rng.uniform(0, 100, (3, issues, ACTORS)), axis=0)
    return quantile(rng.random((draws, issues, ACTORS)), low, mode, high)


def weights(issues: int) -> tuple[Array, Array]:
    """Salience in [0, 1] and influence, (issues, actors) each."""
    rng = np.random.default_rng(1)
    return rng.uniform(0.05, 1, (issues, ACTORS)), rng.uniform(1, 100, (issues, ACTORS))


def _best(repeat: int, task: Callable[[], object]) -> float:
    return min(_spent(task) for _ in range(repeat))


def _spent(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start
