"""What coding costs beside parsing: CPU seconds of each on the same articles in one run of one process.

    python benchmarks/coding_cost.py [PATH...] [--repeat 3]

Parsing is spaCy alone over the clean text; coding is everything that `detente.coding` does with the parse.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from detente import coding, config, reading
from detente.reading.model import parser
from detente.reading.parse import Parsed, parse
from detente.records import Document

EXAMPLES = Path(__file__).parents[1] / "examples" / "russia-turkey" / "articles"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("paths", nargs="*", default=[EXAMPLES], metavar="PATH")
    arguments.add_argument("--repeat", type=int, default=3)
    given = arguments.parse_args()
    documents = [item for item in reading.read(given.paths, config.load()) if isinstance(item, Document)]
    parsed = [parse(document) for document in documents]  # loads the model and the tables before the clock starts
    for one in parsed:
        coding.code(one)
    parsing = coded = 0.0
    for _ in range(given.repeat):
        parsing += spent(lambda: [parser()(document.clean.text) for document in documents])
        coded += spent(lambda: list(map(coding.code, fresh(parsed))))
    n = given.repeat * len(documents)
    words = sum(len(one.doc) for one in parsed)
    print(f"articles {len(documents)}, tokens {words}, runs {given.repeat}")
    print(f"parsing  {parsing:8.3f} CPU s   {1000 * parsing / n:7.1f} ms an article")
    print(f"coding   {coded:8.3f} CPU s   {1000 * coded / n:7.1f} ms an article")
    print(f"coding / parsing  {coded / parsing:.2f}")


def spent(work) -> float:
    """CPU seconds of this process, all its threads, while the work is done."""
    start = time.process_time()
    work()
    return time.process_time() - start


def fresh(parsed: list[Parsed]) -> list[Parsed]:
    """The same parses as new objects, so that nothing remembered of an earlier run helps."""
    return [Parsed(one.document, one.doc.copy()) for one in parsed]


if __name__ == "__main__":
    main()
