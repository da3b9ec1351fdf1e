"""JSON Lines: one article a line. A line that is none is refused by its number, and the others go on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

from detente.errors import UnreadableError
from detente.reading import days
from detente.reading.doors.opened import Opened
from detente.reading.draft import Draft
from detente.reading.encoding import decode
from detente.records import UNKNOWN, Moment, Refusal

# our key → the names under which other collections have it
KEYS = {
    "id": ("id", "uid", "doc_id"),
    "text": ("text", "event_text", "content", "body"),
    "date": ("date", "time", "published", "pub_date"),
    "title": ("title", "headline", "event_title"),
    "url": ("url", "link"),
    "outlet": ("source", "outlet", "publisher"),
    "author": ("author", "byline"),
    "language": ("lang", "language"),
}


def rows(file: Opened) -> Iterator[Draft | Refusal]:
    """An article or a refusal for each line that is not blank."""
    seen: set[str] = set()
    for number, line in enumerate(decode(file.raw, at=file.path).split("\n"), start=1):
        if not line.strip("\ufeff \t\r"):
            continue
        at = f"{file.path}:{number}"
        try:
            draft = _row(line.strip("\ufeff"), number, at)
        except UnreadableError as error:
            yield Refusal(at, error.reason, str(error))
            continue
        if draft.item in seen:
            mend = "give each line its own id"
            yield Refusal(
                at, "malformed", str(UnreadableError(f"id {draft.item!r} is taken", reason="malformed", at=at, mend=mend))
            )
            continue
        seen.add(draft.item or "")
        yield draft


def _row(line: str, number: int, at: str) -> Draft:
    try:
        value: object = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise _malformed(f"is not JSON: {error}", at) from None
    if not isinstance(value, dict):
        raise _malformed("is not a JSON object", at)
    fields = {ours: _field(cast(dict[str, Any], value), ours, names, at) for ours, names in KEYS.items()}
    text = fields["text"]
    if text is None:
        raise _malformed("has no text", at)
    return Draft(
        text,
        "jsonl",
        item=fields["id"] or str(number),
        title=fields["title"],
        outlet=fields["outlet"],
        author=fields["author"],
        url=fields["url"],
        language=fields["language"].lower()[:2] if fields["language"] else None,
        date=_date(fields["date"], at),
    )


def _field(row: dict[str, Any], ours: str, names: tuple[str, ...], at: str) -> str | None:
    """The first of the names that the row has, as text; None where it is absent, null or blank."""
    for name in names:
        value = row.get(name)
        if value is None or value == "":
            continue
        if isinstance(value, int) and ours == "id" and not isinstance(value, bool):
            return str(value)
        if not isinstance(value, str):
            raise _malformed(f"{name} is {type(value).__name__}, not text", at)
        # A lone surrogate is a character that no file can hold: it could be read, and never written again.
        value = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if value.strip():
            return value if ours == "text" else value.strip()
    return None


def _date(value: str | None, at: str) -> Moment:
    if value is None:
        return UNKNOWN
    found = days.stamp(value)
    if found is None:
        raise _malformed(f"date {value!r} is no day; write it as 2020-03-05 or leave it out", at)
    return Moment(*found, "explicit")


def _malformed(what: str, at: str) -> UnreadableError:
    return UnreadableError(what, reason="malformed", at=at)
