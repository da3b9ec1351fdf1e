"""How long 10,000 draws take: the compromise on 36 issues, the challenge model with 10 actors over 10 rounds.

    python benchmarks/strategy_speed.py [--draws 10000] [--repeat 3] [--tables FOLDER]

With --tables, the published figures follow, each beside its target. `detente bench strategy FOLDER` prints the same.
"""

from __future__ import annotations

import argparse

from detente.strategy.checks import lines
from detente.strategy.speed import DRAWS, timings


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--draws", type=int, default=DRAWS)
    arguments.add_argument("--repeat", type=int, default=3)
    arguments.add_argument("--tables", metavar="FOLDER")
    given = arguments.parse_args()
    for one in timings(given.draws, given.repeat):
        print(one)
    for line in lines(given.tables) if given.tables else ():
        print(line)


if __name__ == "__main__":
    main()
