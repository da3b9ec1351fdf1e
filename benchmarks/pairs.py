"""How well the coder tells what one marked actor does to another, on the sentences written for this project.

    python benchmarks/pairs.py [--sample 400]

Prints, over the sentences that tell an act: the share found (an act between the two, the right way round), and of those found the
shares with the right type and modality; over those that tell none: the share left alone. The coder has not been trained on them.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from pathlib import Path
from typing import Any

from detente.coding.singles import code_pair

SENTENCES = Path(__file__).parents[1] / "training" / "sentences"
WAYS = {"a>b": ("a>b",), "b>a": ("b>a",), "both": ("a>b", "b>a"), "none": ()}


def main() -> None:
    """Code every sentence both ways round and count."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--sample", type=int, default=0, metavar="N", help="Only N sentences, chosen with seed 0.")
    given = arguments.parse_args()
    lines = [line for path in sorted(SENTENCES.glob("*.tsv")) for line in path.read_text(encoding="utf-8").splitlines()]
    if given.sample:
        lines = random.Random(0).sample(lines, min(given.sample, len(lines)))
    right, of = Counter[str](), Counter[str]()
    for line in lines:
        _count(line, right, of)
    for what in ("acts found", "type right", "modality right", "other way round left alone", "no act left alone"):
        print(f"{what:<28}{right[what]:>6} of {of[what]:<6}{right[what] / max(of[what], 1):.3f}")


def _count(line: str, right: Counter[str], of: Counter[str]) -> None:
    type_, direction, modality, marked = line.split("\t")
    got = _both_ways(marked)
    if type_ == "NONE":
        of["no act left alone"] += 1
        right["no act left alone"] += not any(a["modality"] == "actual" for a in got.values())
        return
    found = [got[way] for way in WAYS[direction] if way in got]
    of["acts found"] += 1
    right["acts found"] += bool(found)
    if found:
        for what, well in (
            ("type right", any(a["plover"] == type_ for a in found)),
            ("modality right", any(a["modality"] == modality for a in found)),
            ("other way round left alone", not set(got) - set(WAYS[direction])),
        ):
            of[what] += 1
            right[what] += well


def _both_ways(marked: str) -> dict[str, dict[str, Any]]:
    """Direction → answer, of the directions in which the coder finds an act."""
    text = re.sub(r"</?[ab]>", "", marked)
    a = [marked.index("<a>"), marked.index("</a>") - 3]
    b = [marked.index("<b>") - 7, marked.index("</b>") - 10]
    answers = {
        way: code_pair({"id": way, "text": text, "source": source, "target": target})
        for way, source, target in (("a>b", a, b), ("b>a", b, a))
    }
    return {way: answer for way, answer in answers.items() if not answer["none"]}


if __name__ == "__main__":
    main()
