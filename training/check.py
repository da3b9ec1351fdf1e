"""Check the training sentences: form, repeats, shares, and copying from texts that must not be copied.

    python training/check.py [--against FOLDER]

Prints the shares and ends with 1 if anything is amiss.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT NONE"
).split()
MARKS = re.compile(r"^[^<>]*<a>[^<>]+</a>[^<>]*<b>[^<>]+</b>[^<>]*$")
WORD = re.compile(r"\w+")
RUN = 9


def main() -> int:
    """Check every line; the exit status says whether all are well."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument(
        "--against", type=Path, metavar="FOLDER", help="Texts of which no nine words in a row may stand here."
    )
    given = arguments.parse_args()
    rows = [(p.name, n, line) for p in sorted((HERE / "sentences").glob("*.tsv")) for n, line in enumerate(_lines(p), 1)]
    faults = [f"{name}:{n}: {fault}" for name, n, line in rows for fault in _faults(line)]
    seen: dict[str, str] = {}
    for name, n, line in rows:
        words = " ".join(WORD.findall(_plain(line).casefold()))
        if words in seen:
            faults.append(f"{name}:{n}: stands at {seen[words]} too")
        seen.setdefault(words, f"{name}:{n}")
    if given.against:
        faults += _copied(rows, given.against)
    print("\n".join(faults) or f"{len(rows)} sentences, none amiss")
    types = Counter(line.split("\t")[0] for _, _, line in rows)
    print(", ".join(f"{t} {types[t]}" for t in TYPES))
    return 1 if faults else 0


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _plain(line: str) -> str:
    return re.sub(r"</?[ab]>", "", line.split("\t")[-1])


def _faults(line: str) -> list[str]:
    cells = line.split("\t")
    if len(cells) != 4:
        return [f"{len(cells)} columns, not 4"]
    type_, direction, modality, text = cells
    none = type_ == "NONE"
    wrong = [
        (type_ not in TYPES, f"{type_!r} is no type"),
        (direction not in (("none",) if none else ("a>b", "b>a", "both")), f"direction {direction!r}"),
        (modality not in (("-",) if none else ("actual", "future", "hypothetical", "negated")), f"modality {modality!r}"),
        (not MARKS.match(text), "not one <a>…</a> before one <b>…</b>"),
    ]
    return [fault for amiss, fault in wrong if amiss]


def _runs(text: str) -> set[str]:
    words = WORD.findall(text.casefold())
    return {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def _copied(rows: list[tuple[str, int, str]], folder: Path) -> list[str]:
    others: set[str] = set()
    for path in folder.rglob("*"):
        if path.suffix in (".txt", ".tsv", ".csv", ".md", ".jsonl") and path.is_file():
            others |= _runs(path.read_text(encoding="utf-8", errors="replace"))
    return [f"{name}:{n}: nine words in a row stand elsewhere" for name, n, line in rows if _runs(_plain(line)) & others]


if __name__ == "__main__":
    sys.exit(main())
