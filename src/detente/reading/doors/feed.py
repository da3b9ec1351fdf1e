"""RSS and Atom: one article an item, from its content or else its summary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from io import BytesIO
from typing import Any

from detente.errors import UnreadableError
from detente.reading import days
from detente.reading.doors.html import compose, fragment
from detente.reading.doors.markup import Piece
from detente.reading.doors.opened import Opened
from detente.reading.draft import Draft, Hint
from detente.records import UNKNOWN, Moment, Refusal

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_CLOSED = re.compile(rb"</(?:rss|feed|rdf:RDF)\s*>", re.IGNORECASE)
_CUT = re.compile(r"(?:\[?(?:…|\.{3})\]?|\[\+\d+ chars\])\s*$")


def items(file: Opened) -> Iterator[Draft | Refusal]:
    """An article for each item.

    Raises:
        UnreadableError: `unsafe` for a file that defines entities, `unknown_kind` for XML that is no feed, `malformed`.
    """
    if _ENTITY.search(file.raw):
        raise UnreadableError(
            "defines XML entities, which no feed needs", reason="unsafe", at=file.path, mend="remove its DOCTYPE"
        )
    feedparser: Any = import_module("feedparser")
    # A stream, never a string: feedparser would take a string for an address or a file's name and open it.
    found: Any = feedparser.parse(BytesIO(file.raw), sanitize_html=False, resolve_relative_uris=False)
    if not found.entries:
        if found.version:
            raise UnreadableError("is a feed without items", reason="empty", at=file.path)
        if found.bozo:
            what = f"is not well-formed XML: {found.bozo_exception}"
            raise UnreadableError(" ".join(what.split()), reason="malformed", at=file.path)
        raise UnreadableError("is XML, and neither RSS nor Atom", reason="unknown_kind", at=file.path)
    taken: set[str] = set()
    cut = bool(found.bozo) and not _CLOSED.search(file.raw[-200:])
    entries: list[Any] = list(found.entries)
    for number, entry in enumerate(entries, start=1):
        name = _slug(entry.get("id") or "", number, taken)
        yield _item(entry, name, found.feed, cut=cut and number == len(entries))
    if cut:
        what = f"breaks off after {len(entries)} items"
        yield Refusal(str(file.path), "truncated", str(UnreadableError(what, reason="truncated", at=file.path)))


def _item(entry: Any, name: str, feed: Any, *, cut: bool) -> Draft:
    bodies = [c.get("value") or "" for c in entry.get("content") or ()] or [entry.get("summary") or ""]
    lines = fragment(max(bodies, key=len))
    title = " ".join(str(entry.get("title") or "").split())
    if title:
        lines.insert(0, (Piece(title, "h1", False, False, False, 0.0), Hint("title")))
    text, hints = compose(lines)
    language = str(feed.get("language") or "")[:2].lower()
    return Draft(
        text,
        "feed",
        item=name,
        hints=hints,
        title=title or None,
        outlet=_named(entry.get("source")) or _named(feed),
        author=str(entry.get("author") or "").strip() or None,
        url=entry.get("link"),
        language=language if language.isalpha() else None,
        date=_date(entry),
        degraded=("truncated",) if cut or _CUT.search(text) else (),
    )


def _date(entry: Any) -> Moment:
    """The item's day as written; that of its last change only where it has no other."""
    for key, note in (("published", None), ("created", None), ("updated", "the day of the item's last change")):
        value = entry.get(key)
        if not value:
            continue
        if found := days.stamp(str(value)):
            return Moment(*found, "explicit", note)
        parsed = entry.get(f"{key}_parsed")
        if parsed:
            day = date(*parsed[:3])
            return Moment(day, day, "explicit", note)
    return UNKNOWN


def _named(source: Any) -> str | None:
    return " ".join(str(source.get("title") or "").split()) or None if source else None


def _slug(guid: str, number: int, taken: set[str]) -> str:
    """A short name for an item: the end of its own id; its number where that is blank or taken."""
    name = re.sub(r"[^\w.-]+", "-", guid.rstrip("/").rsplit("/", 1)[-1]).strip("-.")[-60:]
    if not name or name in taken:
        name = f"{name}-{number}".strip("-")
    taken.add(name)
    return name
