"""What every part rests on, and the pieces that several parts have: pairs and periods."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict, cast, get_args

from detente.records import UNKNOWN, Evidence, Moment, Span
from detente.strategy.case.parts import Origin
from detente.strategy.case.tables import Table


class Ground(TypedDict):
    """The keywords that every part takes."""

    origin: Origin
    evidence: tuple[Evidence, ...]
    note: str | None
    line: int


def ground(table: Table, free: bool = True) -> Ground:
    """What the part rests on. `free`: it need not say that it is the analyst's."""
    evidence = tuple(_evidence(table))
    origin = cast("Origin | None", table.choice("origin", get_args(Origin)))
    if not free and not ("origin" in table.values or "evidence" in table.values):
        table.fault(None, "has neither evidence nor an origin", 'cite a document, or write origin = "analyst"')
    if origin == "extracted" and not table.values.get("evidence"):
        table.fault("origin", "is marked extracted and cites nothing", 'give its evidence, or write origin = "analyst"')
    ground = Ground(origin=origin or "analyst", evidence=evidence, note=table.text("note"), line=table.line)
    table.close()
    return ground


def _evidence(table: Table) -> Iterator[Evidence]:
    for one in table.tables("evidence"):
        document = one.needed("document")
        start, end, text = one.count("start", 0), one.count("end", 1), one.value("text")
        for key in ("start", "end"):
            if key not in one.values:
                one.fault(None, f"has no {key}", "give the offsets of the words in the document's original text")
        if text is not None and not isinstance(text, str):
            one.fault("text", "text is not words", 'write text = "…", or leave it out')
        elif start is not None and end is not None:
            if start >= end:
                one.fault("end", f"ends at {end} and starts at {start}", "give start < end")
            elif text and len(text) != end - start:
                one.fault(
                    "text", f"has {len(text)} characters where {end - start} are cited", "correct the text or the offsets"
                )
            elif document:
                yield Evidence(document, Span(start, end), text or "")
        one.close()


def moment(table: Table) -> Moment:
    """When something was held."""
    earliest, latest = table.day("earliest"), table.day("latest")
    if earliest and latest and earliest > latest:
        table.fault("latest", f"ends on {latest}, before it begins on {earliest}", "turn the two days round")
        return UNKNOWN
    return Moment(earliest, latest, "explicit") if earliest or latest else UNKNOWN


def pair(table: Table, key: str) -> tuple[str, str] | None:
    """Two different actors."""
    words = table.words(key)
    if words and (len(words) != 2 or words[0] == words[1]):
        table.fault(key, f"{key} is {list(words)}", 'name two different actors: ["RUS", "TUR"]')
        return None
    return (words[0], words[1]) if words else None
