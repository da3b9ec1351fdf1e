"""Acts in single sentences about many pairs of states: what must be found, and what must not be.

`sentences.jsonl` and `sentences_2.jsonl` hold our own sentences with the acts that a reader finds in each; the second was
labelled before the coders had read any of it, when they got 30 of its 45 right. The floors are what the coders reached when
they were last measured, less two sentences: raise them when the coders learn, never lower them to make a change pass.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

import pytest

from detente.coding import actors, events, times
from detente.config import Settings
from detente.reading.assembly import assemble
from detente.reading.draft import Draft
from detente.reading.parse import parse
from detente.records import UNKNOWN, Modality, Moment, Report
from detente.reference import plover

FLOOR_FOUND = {"sentences": 82 / 90, "sentences_2": 38 / 45}
"""Share of the sentences with acts in which every act is found."""
FLOOR_QUIET = {"sentences": 28 / 30, "sentences_2": 14 / 15}
"""Share of the sentences without an act between two states that tell none."""
MOST_MADE_REAL = {"sentences": 1, "sentences_2": 1}
"""Sentences whose acts are all denied or supposed, and that are read as if one had happened."""


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(__file__).with_name(f"{name}.jsonl").read_text("utf-8").splitlines()]


FILES = {name: _lines(name) for name in FLOOR_FOUND}
SENTENCES = [row for rows in FILES.values() for row in rows]


@dataclass(frozen=True, slots=True)
class Told:
    """A report as the labels see it: the states on each side, an actor of no state by its id."""

    source: frozenset[str]
    target: frozenset[str]
    report: Report

    @property
    def real(self) -> bool:
        """Whether the act is told as one that happened."""
        return self.report.modality == "actual"


@cache
def _told(number: int) -> tuple[Told, ...]:
    """The asserted reports of a sentence, read as an article of its own so that no sentence explains another."""
    row = SENTENCES[number]
    day = date.fromisoformat(row["date"]) if row["date"] else None
    draft = Draft(row["text"], "text", date=Moment(day, day, "explicit") if day else UNKNOWN)
    digest = sha256(row["text"].encode()).hexdigest()
    parsed = parse(assemble(draft, Path(f"{row['id']}.txt"), digest, Settings(min_words=1)))
    cast = actors.find(parsed)
    found = events.find(cast, times.find(parsed))
    return tuple(Told(cast.countries(r.source), cast.countries(r.target), r) for r in found if r.asserted)


def told(row: dict[str, Any]) -> tuple[Told, ...]:
    """The asserted reports of a labelled sentence."""
    return _told(SENTENCES.index(row))


def matches(one: Told, event: dict[str, Any]) -> bool:
    """Whether a report tells the labelled act: both sides, type and modality."""
    sides = one.source == set(event["source"]) and one.target == set(event["target"])
    typed = one.report.plover in (event["plover"], *event["also"])
    return sides and typed and one.report.modality == event["modality"]


def is_between_two(one: Told) -> bool:
    """Whether some actor of one state acts on one of another."""
    return any(a != b for a in one.source for b in one.target)


def is_made_real(row: dict[str, Any]) -> bool:
    """Whether an act is told as real between the states of a sentence in which none is."""
    labelled = [frozenset((*e["source"], *e["target"])) for e in row["events"]]
    return any(one.real and one.source | one.target in labelled for one in told(row))


def with_acts(name: str) -> list[dict[str, Any]]:
    """The sentences of a file in which something is done."""
    return [row for row in FILES[name] if row["events"]]


def _share(failing: list[str], rows: list[dict[str, Any]]) -> float:
    return (len(rows) - len(failing)) / len(rows)


@pytest.mark.parametrize("name", FILES)
def test_every_act_of_a_sentence_is_found(name: str) -> None:
    rows = with_acts(name)
    failing = [row["id"] for row in rows if not all(any(matches(one, e) for one in told(row)) for e in row["events"])]
    assert _share(failing, rows) >= FLOOR_FOUND[name], f"{len(failing)} of {len(rows)} fail: {' '.join(failing)}"


@pytest.mark.parametrize("name", FILES)
def test_no_act_is_made_up_between_two_states_of_one_sentence(name: str) -> None:
    rows = [row for row in FILES[name] if not row["events"]]
    failing = [row["id"] for row in rows if any(one.real and is_between_two(one) for one in told(row))]
    assert _share(failing, rows) >= FLOOR_QUIET[name], f"{len(failing)} of {len(rows)} fail: {' '.join(failing)}"


@pytest.mark.parametrize("name", FILES)
def test_what_is_denied_or_supposed_is_not_told_as_real(name: str) -> None:
    rows = [row for row in with_acts(name) if all(e["modality"] in ("negated", "hypothetical") for e in row["events"])]
    failing = [row["id"] for row in rows if is_made_real(row)]
    assert len(failing) <= MOST_MADE_REAL[name], f"{len(failing)} of {len(rows)} fail: {' '.join(failing)}"


def test_labels_are_well_formed() -> None:
    assert len({row["id"] for row in SENTENCES}) == len({row["text"] for row in SENTENCES}) == len(SENTENCES)
    for row in SENTENCES:
        assert (row["form"] == "none") == (not row["events"]), row["id"]
        for event in row["events"]:
            assert event["trigger"] in row["text"], row["id"]
            assert {event["plover"], *event["also"]} <= set(plover.types()), row["id"]
            assert event["modality"] in get_args(Modality), row["id"]
