"""Plain text and Markdown: the text is what offsets point into, exactly as decoded."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import days, header
from detente.reading.doors.opened import Opened
from detente.reading.draft import Draft, Hint
from detente.reading.encoding import decode
from detente.records import UNKNOWN, Moment


def plain(file: Opened) -> Iterator[Draft]:
    """The one article of a text file."""
    yield draft(decode(file.raw, at=file.path), "text")


def markdown(file: Opened) -> Iterator[Draft]:
    """The one article of a Markdown file."""
    yield draft(decode(file.raw, at=file.path), "markdown")


def draft(text: str, media: str) -> Draft:
    """The text with what its header says; the header's own lines are boilerplate."""
    head = header.find(text, markdown=media == "markdown")
    written = head.values.get("date")
    found = days.stamp(written[0].strip("\"' ")) if written else None
    language = head.get("language")
    return Draft(
        text,
        media,
        hints=tuple((start, Hint("boilerplate", "header")) for start in head.lines),
        title=head.get("title"),
        outlet=head.get("outlet"),
        author=head.get("author"),
        url=head.get("url"),
        language=language[:2].lower() if language else None,
        date=Moment(*found, "explicit") if found else UNKNOWN,
        date_span=written[1] if written and found else None,
    )
