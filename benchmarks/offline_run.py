"""`detente read` and `detente brief` in a network namespace that has no way out, with the CPU seconds that each took.

    python benchmarks/offline_run.py [PATH...] [--pair RUS TUR]

Needs Linux's `unshare` (util-linux); with it the processes see no interface but a loopback that is down.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples" / "russia-turkey" / "articles"
ALONE = ["unshare", "--map-root-user", "--net", "--"]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("paths", nargs="*", default=[str(EXAMPLES)], metavar="PATH")
    arguments.add_argument("--pair", nargs=2, default=["RUS", "TUR"], metavar=("A", "B"))
    given = arguments.parse_args()
    detente = [*ALONE, sys.executable, "-m", "detente"]
    reached = subprocess.run([*ALONE, sys.executable, "-c", REACH], capture_output=True, text=True, check=False)
    print(f"network: {reached.stdout.strip() or reached.stderr.strip()}")
    with tempfile.TemporaryDirectory() as folder:
        ledger, brief = Path(folder) / "run.detente", Path(folder) / "brief.html"
        run("read", [*detente, "read", *given.paths, "-l", str(ledger)])
        run("brief", [*detente, "brief", *given.pair, "-l", str(ledger), "-o", str(brief)])
        print(f"brief: {brief.stat().st_size} bytes")


REACH = """
import socket
try:
    socket.create_connection(("1.1.1.1", 53), timeout=2)
except OSError as error:
    print(f"none ({error})")
else:
    raise SystemExit("there is one: this run proves nothing")
"""


def run(name: str, command: list[str]) -> None:
    """Run a command and print its wall time and the CPU seconds of it and its children."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{name:<6} {cpu:7.2f} CPU s   {wall:7.2f} s")


if __name__ == "__main__":
    main()
