"""The labelled sentences: written, held out, and generated."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from detente.coding.classifier.labels import as_intent

TRAINING = Path(__file__).resolve().parent.parent
_TURNED = {"a>b": "b>a", "b>a": "a>b"}
_TAG = re.compile(r"</?[ab]>")


@dataclass(frozen=True)
class Row:
    """One sentence with two marked actors, by character ranges, and what passes between them."""

    type: str
    relation: str
    modality: str
    text: str
    a: tuple[int, int]
    b: tuple[int, int]
    origin: str

    @cached_property
    def intent(self) -> str:
        """The type by PLOVER's rule of intentions."""
        return self.type if self.type == "NONE" else as_intent(self.type, self.modality)

    def turned(self) -> Row:
        """The same sentence asked from the other actor's side."""
        return replace(self, a=self.b, b=self.a, relation=_TURNED.get(self.relation, self.relation))


def row(line: str, origin: str) -> Row:
    """A row of a file of sentences."""
    type_, relation, modality, marked = line.rstrip("\n").split("\t")
    places: dict[str, int] = {}
    shift = 0
    for tag in _TAG.finditer(marked):
        places[tag.group()] = tag.start() - shift
        shift += len(tag.group())
    a, b = (places["<a>"], places["</a>"]), (places["<b>"], places["</b>"])
    return Row(type_, relation, modality, _TAG.sub("", marked), a, b, origin)


def read(paths: Iterable[Path]) -> list[Row]:
    """The rows of several files, in the order of the files' names."""
    return [row(line, p.stem) for p in sorted(paths) for line in p.read_text(encoding="utf-8").splitlines() if line.strip()]


def written() -> list[Row]:
    """The sentences written one by one."""
    return read((TRAINING / "sentences").glob("*.tsv"))


def heldout() -> list[Row]:
    """Sentences that nothing is ever trained or tuned on."""
    return read((TRAINING / "heldout").glob("*.tsv"))


def split(rows: Sequence[Row], share: float) -> tuple[list[Row], list[Row]]:
    """(the rest, a share for tuning): by a hash of the text, so that a sentence stays on its side when others are added."""
    tuning = [int(hashlib.sha256(r.text.encode()).hexdigest()[:8], 16) / 2**32 < share for r in rows]
    return [r for r, t in zip(rows, tuning, strict=True) if not t], [r for r, t in zip(rows, tuning, strict=True) if t]


def fingerprint(rows: Iterable[Row]) -> str:
    """sha256 over all rows: what the weights were made from."""
    digest = hashlib.sha256()
    for r in rows:
        digest.update(repr((r.type, r.relation, r.modality, r.text, r.a, r.b)).encode())
    return digest.hexdigest()
