"""How long `detente --help` takes beside an interpreter that does nothing.

    python benchmarks/help_time.py [--n 10]

Prints the median of n runs of each, in milliseconds of wall time, and their ratio.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time


def median_ms(command: list[str], n: int) -> float:
    """Median wall time of n runs, after one that is not counted (it fills the caches)."""
    taken: list[float] = []
    for _ in range(n + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(taken[1:])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--n", type=int, default=10)
    n = parser.parse_args().n
    bare = median_ms([sys.executable, "-c", "pass"], n)
    shown = median_ms([sys.executable, "-m", "detente", "--help"], n)
    print(f"python -c pass   {bare:7.1f} ms")
    print(f"detente --help   {shown:7.1f} ms   (median of {n})")
    print(f"ratio            {shown / bare:7.2f}")


if __name__ == "__main__":
    main()
