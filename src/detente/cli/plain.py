"""Records as plain values for JSON, with the words that their places in text stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from detente.ledger import Hit, Shown, Told
    from detente.records import Document, Row
    from detente.workbench import Workbench

_UNSHOWN = {"clean", "fingerprint"}
"""Fields of a document that are made of its text."""


def plain(value: Any) -> Any:
    """Dataclasses and named tuples as objects, days as ISO text, other tuples as lists."""
    if is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value) if f.name not in _UNSHOWN}
    if hasattr(value, "_asdict"):
        return {name: plain(part) for name, part in value._asdict().items()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(part) for part in cast(list[Any], value)]
    return value


def found(hit: Hit, name: str) -> dict[str, Any]:
    """A passage that a search found, with the name of its document."""
    return {"name": name, **plain(hit)}


def shown(wb: Workbench, row: Shown) -> dict[str, Any]:
    """One row, its words and its sentence, and of an event the sentences of its reports."""
    from detente.ledger import Told
    from detente.records import Event

    value: object = row.value
    said: dict[str, Any] = {"kind": row.kind, "id": row.id, "value": plain(value)}
    documents = {document: held.document for document, held in wb.documents().items()}
    if isinstance(value, Told):
        said["value"] = _told(cast("Told[Row]", value), documents)
    if isinstance(value, Event):
        said["reports"] = [{"id": told.id, **_told(told, documents)} for told in wb.reports(value.id).values()]
    return said


def _told(told: Told[Any], documents: Mapping[str, Document]) -> dict[str, Any]:
    """A row of record with its words; of a superseded document, whose words are no longer at hand, without them."""
    said = {"document": told.document, "row": plain(told.row)}
    document = documents.get(told.document)
    if document is None:
        return said
    return {**said, "name": document.name, "words": document.at(told.row.span), "sentence": document.at(told.row.sentence)}
