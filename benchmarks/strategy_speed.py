"""How long 10,000 draws take: the compromise on 36 issues, the challenge model with 10 actors over 10 rounds.

    python benchmarks/strategy_speed.py [--draws 10000] [--repeat 3] [--tables FOLDER]

Each position is drawn from its triangle inside the clock. With --tables, the published figures follow, each beside its target.
"""

from __future__ import annotations

import argparse
import time

import numpy as np

from detente.measures.triangular import quantile
from detente.strategy.checks import lines
from detente.strategy.solvers.challenge import challenge_draws
from detente.strategy.solvers.compromise import compromise


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--draws", type=int, default=10_000)
    arguments.add_argument("--repeat", type=int, default=3)
    arguments.add_argument("--tables", metavar="FOLDER")
    given = arguments.parse_args()
    compromised = best(given.repeat, lambda: compromise(drawn(given.draws, 36, 10), *weights(36, 10)))
    contested = best(
        given.repeat, lambda: challenge_draws(drawn(given.draws, 1, 10)[:, 0], *(one[0] for one in weights(1, 10)))
    )
    print(f"compromise  {given.draws} draws × 36 issues × 10 actors   {compromised:6.2f} s   about 2 s is the target")
    print(f"challenge   {given.draws} draws × 10 actors × 10 rounds   {contested:6.2f} s   about 5 s is the target")
    for line in lines(given.tables) if given.tables else ():
        print(line)


def drawn(draws: int, issues: int, actors: int) -> np.ndarray:
    """Positions, (draws, issues, actors), from triangles that are themselves random."""
    rng = np.random.default_rng(0)
    low, mode, high = np.sort(rng.uniform(0, 100, (3, issues, actors)), axis=0)
    return quantile(rng.random((draws, issues, actors)), low, mode, high)


def weights(issues: int, actors: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(1)
    return rng.uniform(0.05, 1, (issues, actors)), rng.uniform(1, 100, (issues, actors))


def best(repeat: int, work) -> float:
    """Seconds of the quickest run, as the least disturbed by others."""
    return min(spent(work) for _ in range(repeat))


def spent(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
