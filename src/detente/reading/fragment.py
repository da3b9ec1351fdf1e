"""A bare sentence or phrase as a Document, for coding without a file."""

from __future__ import annotations

import hashlib
from array import array
from datetime import date

from detente.records import UNKNOWN, Block, CleanText, Document, Moment, Span


def fragment(text: str, on: date | None = None) -> Document:
    """The text as one body block, nothing cleaned: offsets of the clean text are offsets of the text.

    Args:
        text: the words, as they are.
        on: the day it was written, if known.

    Raises:
        ValueError: the text has no words.
    """
    if not text.strip():
        raise ValueError("the text is empty")
    digest = hashlib.sha256(text.encode()).hexdigest()
    n = len(text)
    return Document(
        id=digest[:16],
        name="fragment",
        source="fragment",
        sha256=digest,
        media="text",
        text=text,
        blocks=(Block("body", Span(0, n)),),
        clean=CleanText(text, array("L", range(n)), array("L", range(1, n + 1))),
        language="en",
        date=Moment(on, on, "explicit") if on is not None else UNKNOWN,
    )
