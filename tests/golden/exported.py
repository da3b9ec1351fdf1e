"""An export as it lies on disk, and places in the articles it was made from, so that a test can ask what was made of a place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """`text[start:end]` of the article whose key in the export is `doc`."""

    doc: str
    start: int
    end: int

    def meets(self, row: Row) -> bool:
        """Whether a row of the export has at least one character here."""
        return row["doc"] == self.doc and row["start"] < self.end and self.start < row["end"]

    def triggers(self, report: Row) -> bool:
        """Whether the word that tells a report's act stands here."""
        return report["doc"] == self.doc and report["trigger_start"] < self.end and self.start < report["trigger_end"]


class Exported:
    """The tables of an export, and what stands at a place of them.

    A place that is not there is a LookupError, so that a test which is expected to fail does not hide it.

    Args:
        folder: where the export lies.
        kept: the texts of the documents as the ledger keeps them.
    """

    def __init__(self, folder: Path, kept: frozenset[str]) -> None:
        self.folder = folder
        self.kept = kept

    def __getitem__(self, table: str) -> list[Row]:
        return self._tables[table]

    @cached_property
    def _tables(self) -> dict[str, list[Row]]:
        return {
            path.stem: [json.loads(line) for line in path.read_text("utf-8").splitlines()]
            for path in self.folder.glob("*.jsonl")
        }

    def document(self, key: str) -> Row:
        """The one document whose key begins so."""
        found = [row for row in self["documents"] if row["doc"].startswith(key)]
        if len(found) != 1:
            raise LookupError(f"{key} names {len(found)} documents")
        return found[0]

    def text(self, key: str) -> str:
        """The text that offsets point into."""
        row = self.document(key)
        return row["text"] if row["text"] is not None else Path(row["path"]).read_bytes().decode("utf-8")

    def at(self, key: str, start: int, end: int) -> Place:
        """A place by its offsets."""
        if not 0 <= start < end <= len(self.text(key)):
            raise LookupError(f"{start}:{end} is not in {key}")
        return Place(self.document(key)["doc"], start, end)

    def words(self, key: str, words: str, nth: int = 0) -> Place:
        """Where words stand the nth time, whatever the white space between them."""
        found = list(re.finditer(r"\s+".join(map(re.escape, words.split())), self.text(key)))
        if len(found) <= nth:
            raise LookupError(f"{key} does not say {words!r}")
        return self.at(key, *found[nth].span())

    def of(self, table: str, *places: Place) -> list[Row]:
        """Rows of a table that meet one of the places."""
        return [row for row in self[table] if any(place.meets(row) for place in places)]

    def told(self, *places: Place) -> list[tuple[Row, Row]]:
        """Events with each of their reports whose act is told by a word at one of the places."""
        return [(e, r) for e in self["events"] for r in e["reports"] if any(place.triggers(r) for place in places)]

    def events(self, *places: Place) -> list[Row]:
        """Events with a report whose act is told by a word at one of the places, each once."""
        return [e for e in self["events"] if any(place.triggers(r) for r in e["reports"] for place in places)]

    def one_event(self, *places: Place) -> Row:
        """The event that every place tells: one and the same."""
        for place in places:
            assert self.events(place), f"no event is told at {place}: {self.text(place.doc)[place.start : place.end]!r}"
        found = self.events(*places)
        assert len(found) == 1, [e["description"] for e in found]
        return found[0]

    def conflicts(self, *kinds: str, subject: str | None = None, over: Iterable[Place] = ()) -> list[Row]:
        """Conflicts of these kinds, about a subject where one is given, with a version at every place."""
        places = list(over)
        return [
            c
            for c in self["conflicts"]
            if (not kinds or c["kind"] in kinds)
            and (subject is None or c["subject"] == subject)
            and all(any(place.meets(r) for r in c["reports"]) for place in places)
        ]

    def agreements(self, *places: Place) -> list[Row]:
        """Agreements with a step of their history at one of the places."""
        return [a for a in self["agreements"] if any(place.meets(h) for h in a["history"] for place in places)]

    def positions(self, actor: str, issue: str) -> list[Row]:
        """An actor's positions on the issues whose name has a match."""
        issues = {i["issue"] for i in self["issues"] if re.search(issue, f"{i['name']} {i['arena']}", re.IGNORECASE)}
        return [p for p in self["positions"] if p["actor"] == actor and p["issue"] in issues]

    def series(self, source: str, target: str) -> dict[str, Row]:
        """Month → row of one state's series toward another."""
        return {s["period"]: s for s in self["series"] if s["source"] == source and s["target"] == target}

    def actor(self, actor_id: str) -> Row:
        """The row of an actor."""
        found = [a for a in self["actors"] if a["actor"] == actor_id]
        assert len(found) == 1, f"{actor_id} has {len(found)} rows"
        return found[0]


def only(rows: Iterable[Row]) -> Row:
    """The one row that there must be."""
    found = list(rows)
    assert len(found) == 1, f"{len(found)} rows: {found}"
    return found[0]


def ids(rows: Iterable[Row], key: str) -> set[Any]:
    """The values of a key."""
    return {row[key] for row in rows}


def documents(rows: Iterable[Row]) -> set[str]:
    """The documents of reports, steps or versions, by what comes before a `_` in their key."""
    return {row["doc"].split("_")[0] for row in rows}


def states(actors: Iterable[str]) -> set[str]:
    """The states that actors are or belong to; what belongs to none stands for itself."""
    return {actor.split(".")[0] for actor in actors}


def interval(row: Row) -> tuple[str | None, str | None]:
    """First and last day."""
    return row["earliest"], row["latest"]


def holds(row: Row, day: str) -> bool:
    """Whether a day lies in the interval, an open end reaching without limit; of an unknown one, none does."""
    first, last = interval(row)
    return (first or last) is not None and (first or day) <= day <= (last or day)


def sides(exported: Exported, issue: str, doc: str | None = None) -> Iterator[tuple[Row, Row]]:
    """Positions of Russia and Turkey on one issue that lie on opposite halves of it, with evidence in a document if one is given."""
    for a in exported.positions("RUS", issue):
        for b in exported.positions("TUR", issue):
            known = a["mode"] is not None and b["mode"] is not None
            evident = all(e and (doc is None or doc in {d["doc"] for d in e}) for e in (a["evidence"], b["evidence"]))
            if a["issue"] == b["issue"] and known and evident and (a["mode"] - 50) * (b["mode"] - 50) < 0:
                yield a, b
