from __future__ import annotations

from pathlib import Path

import pytest

from detente import reading
from detente.config import Settings
from detente.records import Document, Refusal

STORY = (
    "Norway and Finland opened a joint border post near Kirkenes, and their ministers drove the first lorry through it "
    "together.\n\n"
    "The two governments had argued about the road for eleven years. Officials in Oslo said the toll would stay low.\n\n"
    "Helsinki wants a second crossing further south. Oslo has not answered the proposal."
)


@pytest.fixture
def story() -> str:
    return STORY


@pytest.fixture
def put(tmp_path):
    """Write a file and read it: every Document and Refusal that comes of it."""

    def put(name: str, content: str | bytes, **limits) -> list[Document | Refusal]:
        path: Path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(reading.read(path, Settings(**limits)))

    return put


@pytest.fixture
def one(put):
    """The one Document of a file."""

    def one(content: str | bytes, name: str = "article.txt", **limits) -> Document:
        (found,) = put(name, content, **limits)
        assert isinstance(found, Document), found
        return found

    return one


@pytest.fixture
def refused(put):
    """The one Refusal of a file."""

    def refused(name: str, content: str | bytes, **limits) -> Refusal:
        (found,) = put(name, content, **limits)
        assert isinstance(found, Refusal), found
        return found

    return refused


@pytest.fixture
def kinds():
    """The blocks of a document as (kind, words)."""
    return lambda document: [(b.kind, document.at(b.span)) for b in document.blocks]
