"""Write training sentences from the grammar: `python training/grammar --n 8000 --seed 1 -o FILE`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main() -> int:
    """Write the sentences; nothing else is printed when they go to a file."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    from grammar.corpus import build

    arguments = argparse.ArgumentParser(prog="python training/grammar", description=__doc__)
    arguments.add_argument("--n", type=int, default=8000, help="how many sentences (8000)")
    arguments.add_argument("--seed", type=int, default=1, help="the same seed gives the same sentences (1)")
    arguments.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write them (standard output)")
    given = arguments.parse_args()
    try:
        text = "".join(sentence.line() + "\n" for sentence in build(given.n, given.seed))
    except ValueError as error:
        arguments.error(str(error))
    if given.output:
        given.output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
