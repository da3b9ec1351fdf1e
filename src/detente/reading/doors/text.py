"""Plain text and Markdown: the text is what offsets point into, exactly as decoded."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.doors.opened import Opened
from detente.reading.draft import Draft
from detente.reading.encoding import decode


def plain(file: Opened) -> Iterator[Draft]:
    """The one article of a text file."""
    yield Draft(decode(file.raw, at=file.path), "text")


def markdown(file: Opened) -> Iterator[Draft]:
    """The one article of a Markdown file."""
    yield Draft(decode(file.raw, at=file.path), "markdown")
