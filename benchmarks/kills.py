"""Kill `detente read` at random moments, take it up again, and compare with a run that was never killed.

    python benchmarks/kills.py [--n 50] [--seed 0] [--articles 12] [--spawn] [PATH...]

Each time a process reads the corpus into a new ledger and gets SIGKILL at a moment drawn uniformly from the time that a whole
run takes. Then the ledger must open and verify, the same command is run to its end, and the ledger must have the same rows,
chain and derivation as that of the run never killed. Without PATH the corpus is made of the example articles.

Processes are forked from one that has loaded the language model and the coders, so that the moments fall into reading and
writing and not into start-up; `--spawn` starts a whole new interpreter for each.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import corpus

from detente import coding, reading
from detente.cli import main as detente
from detente.ledger.derivation import derive
from detente.ledger.holdings import Holdings
from detente.reading.parse import parse
from detente.records import Document

KILLED = -signal.SIGKILL


class Forked:
    """A command line run in a forked child, with what is needed of Popen's manners."""

    def __init__(self, arguments: Sequence[str], loud: bool) -> None:
        self.pid = os.fork()
        if self.pid == 0:
            os.dup2(2 if loud else os.open(os.devnull, os.O_WRONLY), 1)
            try:
                detente(arguments)
            except SystemExit as end:
                os._exit(end.code if isinstance(end.code, int) else 1)
            finally:
                os._exit(70)

    def wait(self) -> int:
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def start(arguments: Sequence[str], spawn: bool, loud: bool = False) -> Forked | subprocess.Popen[bytes]:
    """Start a command; what it says on stdout goes nowhere, or with `loud` to stderr."""
    if spawn:
        stdout = sys.stderr if loud else subprocess.DEVNULL
        return subprocess.Popen([sys.executable, "-m", "detente", *arguments], stdout=stdout)
    return Forked(arguments, loud)


def fingerprint(ledger: Path) -> dict[str, object]:
    """The chain, every row hash of record and of derivation, and the derivation's digest."""
    with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        hashed = [name for name in tables if any(row[1] == "hash" for row in db.execute(f"PRAGMA table_info({name})"))]
        rows = {name: sorted(h for (h,) in db.execute(f"SELECT hash FROM {name}")) for name in hashed if name != "migrations"}
        return {
            "chain": db.execute("SELECT chain FROM batches ORDER BY n").fetchall(),
            "derivation": db.execute("SELECT made_from, digest FROM derivation").fetchall(),
            "rows": rows,
        }


def batches(ledger: Path) -> int:
    if not ledger.exists() or ledger.stat().st_size == 0:
        return 0
    with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as db:
        return db.execute("SELECT count(*) FROM batches").fetchone()[0]


def warm(paths: Sequence[str]) -> None:
    """Load all that reading needs, so that what is forked has it: the model, the coders and their tables."""
    item = next(iter(reading.read(list(paths))))
    if isinstance(item, Document):
        derive(Holdings({item.id: item}, {}))
        coding.code(parse(item))


def try_once(paths: Sequence[str], ledger: Path, after: float, wanted: dict[str, object], spawn: bool) -> dict[str, object]:
    """One kill, `after` seconds into a run; what was found."""
    command = ["read", *paths, "-l", str(ledger)]
    running = start(command, spawn)
    time.sleep(after)
    os.kill(running.pid, signal.SIGKILL)  # not reaped yet, so the id cannot belong to anybody else
    hit = running.wait() == KILLED
    held = batches(ledger)
    verified = not ledger.exists() or start(["verify", "-l", str(ledger)], spawn).wait() == 0
    finished = start(command, spawn).wait() == 0
    whole = finished and start(["verify", "-l", str(ledger)], spawn).wait() == 0
    same = whole and fingerprint(ledger) == wanted
    if not (verified and whole):
        start(["verify", "-l", str(ledger)], spawn, loud=True).wait()
    return {"after_s": round(after, 3), "hit": hit, "held": held, "verified": verified, "finished": whole, "same": same}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("paths", nargs="*", metavar="PATH")
    arguments.add_argument("--n", type=int, default=50)
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--articles", type=int, default=12)
    arguments.add_argument("--spawn", action="store_true")
    arguments.add_argument("--json", action="store_true")
    given = arguments.parse_args()
    rng = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = given.paths or [str(folder / "articles")]
        if not given.paths:
            corpus.make(folder / "articles", given.articles, given.seed)
        if not given.spawn:
            warm(paths)
        begun = time.perf_counter()
        if start(["read", *paths, "-l", str(folder / "whole.detente")], given.spawn).wait() != 0:
            print("the run that was not to be killed failed", file=sys.stderr)
            return 1
        lasting = time.perf_counter() - begun
        wanted = fingerprint(folder / "whole.detente")
        found = [
            try_once(paths, folder / f"killed-{i}.detente", rng.uniform(0, lasting), wanted, given.spawn)
            for i in range(given.n)
        ]
    if given.json:
        print(json.dumps(found))
    else:
        report(found, lasting)
    return 0 if all(one["verified"] and one["finished"] and one["same"] for one in found) else 1


def report(found: Sequence[dict[str, object]], lasting: float) -> None:
    for one in found:
        print("  ".join(f"{key} {value}" for key, value in one.items()))
    n = len(found)
    print(
        f"a whole run takes {lasting:.2f} s; {sum(bool(one['hit']) for one in found)} of {n} runs were killed before their end"
    )
    for key, what in (("verified", "opened and verified"), ("finished", "went on to the end"), ("same", "ended the same")):
        print(f"{sum(bool(one[key]) for one in found)} of {n} ledgers {what}")


if __name__ == "__main__":
    sys.exit(main())
