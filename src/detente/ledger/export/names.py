"""What a document is called in an export, and the actor ids that are made of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePath

from detente.records import Document, Evidence, Span

_OF_DOCUMENT = re.compile(r"^(AUTHOR|SOURCE):(\S+)$")
_ITEMISED = ("feed", "jsonl")


class Names:
    """Keys of documents, and what refers to them.

    A document's key is its file's name without the suffix, or the whole name where two would share it; white space is `_`.
    An item of a feed or a list adds `#` and its own name. Where even whole names are shared (two folders, two versions), the
    document's id is added.
    """

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self.documents = documents
        self.keys = _keys(documents)

    def key(self, document: str) -> str:
        """The key of a document by its id."""
        return self.keys[document]

    def actor(self, identifier: str) -> str:
        """An actor id as the export has it: of a document's author or unnamed source, with the document's key."""
        match = _OF_DOCUMENT.match(identifier)
        return f"{match[1]}:{self.keys.get(match[2], match[2])}" if match else identifier

    def actors(self, identifiers: Iterable[str]) -> list[str]:
        """Several, each once."""
        return list(dict.fromkeys(self.actor(i) for i in identifiers))

    def at(self, evidence: Evidence) -> dict[str, object]:
        """The four keys of a piece of evidence."""
        return self.place(evidence.document, evidence.span)

    def place(self, document: str, span: Span) -> dict[str, object]:
        """The four keys of a place in a text."""
        words = self.documents[document].at(span)
        return {"doc": self.key(document), "start": span.start, "end": span.end, "text": words}


def path(document: Document) -> str:
    """The file a document was read from, without the item's own name."""
    item = _item(document)
    return document.source.removesuffix(f"#{item}") if item else document.source


def _item(document: Document) -> str:
    return document.name.partition("#")[2] if document.media in _ITEMISED else ""


def _keys(documents: Mapping[str, Document]) -> dict[str, str]:
    keys = {i: _short(d) for i, d in documents.items()}
    keys = _told_apart(keys, {i: _written(d.name) for i, d in documents.items()})
    return _told_apart(keys, {i: f"{_written(d.name)}~{i}" for i, d in documents.items()})


def _told_apart(keys: dict[str, str], longer: Mapping[str, str]) -> dict[str, str]:
    """The keys, with the longer one wherever two share one."""
    shared = Counter(keys.values())
    return {i: longer[i] if shared[key] > 1 else key for i, key in keys.items()}


def _short(document: Document) -> str:
    item = _item(document)
    file = document.name.removesuffix(f"#{item}") if item else document.name
    return _written(f"{PurePath(file).stem}#{item}" if item else PurePath(file).stem)


def _written(name: str) -> str:
    return re.sub(r"\s+", "_", name.strip())
