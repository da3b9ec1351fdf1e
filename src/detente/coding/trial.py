"""The event coder put to the test on labelled sentences with two marked actors.

    read(path) → [Marked]      a table of ours (`<a>`, `<b>`) or one with `marked_sentence` (`<s>`, `<t>`) and gold labels
    answers(sentences) → …     each one coded as `detente code --pairs` codes it
    scores(…) → [Score]        accuracy and macro-F1 by task, with 95 % intervals

Where a table has one class for yielding, CONCEDE and RETREAT are one. A `none` where something happens is wrong.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from detente.coding import marked
from detente.coding.classifier.labels import as_intent
from detente.errors import InputError
from detente.reading.fragment import fragment
from detente.reading.parse import parse
from detente.records import Span
from detente.reference import plover

DRAWS, SEED = 1000, 20261
_TAG = re.compile(r"</?[abst]>")
_COOPERATIVE = ("verbal_cooperation", "material_cooperation")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence, what it tells of the two marked places, and whether its yielding types are one class.

    `type` is the codebook's type by its rule of intentions, or NONE.
    """

    text: str
    source: Span
    target: Span
    type: str
    yields: bool


@dataclass(frozen=True, slots=True)
class Score:
    """A figure with its interval; `n` rows stand behind it."""

    name: str
    value: float
    low: float
    high: float
    n: int


def read(path: Path) -> list[Marked]:
    """The sentences of a table that have both marks.

    Raises:
        InputError: the file cannot be read, or is neither kind of table.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read ({error})", at=path) from error
    if lines and "marked_sentence" in lines[0].split("\t") and "gold_root" in lines[0].split("\t"):
        return list(_foreign(lines))
    return [_own(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def _own(line: str, at: str) -> Marked:
    cells = line.split("\t")
    if len(cells) != 4:
        raise InputError(
            f"{len(cells)} columns", at=at, mend="give type, direction, modality and the marked text, with tabs between"
        )
    type_, direction, modality, text = cells
    plain, places = _unmarked(text)
    if not {"<a>", "</a>", "<b>", "</b>"} <= places.keys():
        raise InputError("does not mark two actors with <a>…</a> and <b>…</b>", at=at)
    a, b = Span(places["<a>"], places["</a>"]), Span(places["<b>"], places["</b>"])
    if direction == "b>a":
        a, b = b, a
    return Marked(plain, a, b, type_ if type_ == "NONE" else as_intent(type_, modality), yields=False)


def _foreign(lines: Sequence[str]) -> Iterator[Marked]:
    for row in csv.DictReader(lines, delimiter="\t"):
        plain, places = _unmarked(row["marked_sentence"])
        if row["gold_root"] and {"<s>", "</s>", "<t>", "</t>"} <= places.keys():
            source, target = Span(places["<s>"], places["</s>"]), Span(places["<t>"], places["</t>"])
            yield Marked(plain, source, target, row["gold_root"], yields=True)


def _unmarked(text: str) -> tuple[str, dict[str, int]]:
    places: dict[str, int] = {}
    cut = 0
    for tag in _TAG.finditer(text):
        places[tag.group()] = tag.start() - cut
        cut += len(tag.group())
    return _TAG.sub("", text), places


def answers(sentences: Sequence[Marked]) -> list[marked.Coded]:
    """Every sentence coded; one that cannot be is `none`."""
    return [_answer(s) for s in sentences]


def _answer(sentence: Marked) -> marked.Coded:
    try:
        return marked.between(parse(fragment(sentence.text), entities=False), sentence.source, sentence.target)
    except ValueError:
        return marked.Coded("CONSULT", None, "actual", 0.0, none=True)


def scores(sentences: Sequence[Marked], coded: Sequence[marked.Coded]) -> list[Score]:
    """Macro-F1 of binary, quad and root over what happens; of what does not, the share left alone; and the acts kept."""
    acts = [(s, c) for s, c in zip(sentences, coded, strict=True) if s.type != "NONE"]
    out: list[Score] = []
    if acts:
        for task, name in (("binary", _binary), ("quad", _quad), ("root", _root)):
            truth = np.array([name(s.type, s.yields) for s, _ in acts])
            given = np.array(["none" if c.none else name(c.plover, s.yields) for s, c in acts])
            out.append(_drawn(f"{task} macro-F1", truth, given, macro_f1))
        out.append(_share("acts kept", [not c.none for _, c in acts]))
    nothing = [c.none for s, c in zip(sentences, coded, strict=True) if s.type == "NONE"]
    return [*out, _share("none left alone", nothing)] if nothing else out


def _root(type_: str, yields: bool) -> str:
    return "YIELD" if yields and type_ in ("CONCEDE", "RETREAT") else type_


def _quad(type_: str, yields: bool) -> str:
    return "material_cooperation" if yields and type_ in ("YIELD", "CONCEDE") else plover.quad(type_)


def _binary(type_: str, yields: bool) -> str:
    return "cooperation" if _quad(type_, yields) in _COOPERATIVE else "conflict"


def macro_f1(truth: NDArray[np.str_], given: NDArray[np.str_]) -> float:
    """Mean F1 over the classes of `truth`."""
    found: list[float] = []
    for name in np.unique(truth):
        right = float(((truth == name) & (given == name)).sum())
        found.append(2 * right / float((truth == name).sum() + (given == name).sum()))
    return float(np.mean(found))


def _drawn(
    name: str, truth: NDArray[np.str_], given: NDArray[np.str_], measure: Callable[[NDArray[np.str_], NDArray[np.str_]], float]
) -> Score:
    """A measure with the interval of a bootstrap over rows."""
    chance = np.random.default_rng(SEED)
    drawn = [measure(truth[rows], given[rows]) for rows in chance.integers(0, len(truth), (DRAWS, len(truth)))]
    low, high = np.quantile(drawn, (0.025, 0.975))
    return Score(name, measure(truth, given), float(low), float(high), len(truth))


def _share(name: str, hits: Sequence[bool]) -> Score:
    """A share with its Wilson interval."""
    n, p, z = len(hits), float(np.mean(hits)), 1.96
    middle, half = p + z * z / (2 * n), z * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return Score(name, p, float((middle - half) / (1 + z * z / n)), float((middle + half) / (1 + z * z / n)), n)


__all__ = ["Marked", "Score", "answers", "macro_f1", "read", "scores"]
