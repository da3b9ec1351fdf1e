"""Events, by who, whom, when, what and words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any

from detente.ledger import deriving
from detente.ledger.tables import EVENT_REPORTS, EVENTS
from detente.records import Event


def belongs(actor: str, to: str) -> bool:
    """Whether an actor is the one named, or part of it: `RUS.GOV.PUTIN` belongs to `RUS` and to `RUS.GOV`."""
    return actor == to or actor.startswith(f"{to}.")


def between(event: Event, a: str | None, b: str | None) -> bool:
    """Whether `a` and `b` stand on the two sides of an act, either way; with one of them, whether it stands on any side."""
    if a is None or b is None:
        one = a or b
        return one is None or _any(event.source + event.target, one)
    there = _any(event.source, a) and _any(event.target, b)
    return there or (_any(event.source, b) and _any(event.target, a))


def events(
    db: sqlite3.Connection,
    *,
    a: str | None = None,
    b: str | None = None,
    since: date | None = None,
    until: date | None = None,
    plover: str | None = None,
    text: str | None = None,
) -> tuple[Event, ...]:
    """Events that fit all that is given, the oldest first, those without a known day last.

    `a` and `b` are actor ids, each with all that belongs to it. An event fits `since` and `until`, both inclusive, where it may
    lie between them; one without any known day does not. `plover` is one of the 16 types; `text` are words that the description
    or the sentence of a report holds, in any case.
    """
    conditions: list[str] = []
    values: list[Any] = []
    for condition, value in (
        ("plover = ?", plover.upper() if plover else None),
        ("coalesce(earliest, latest) IS NOT NULL AND coalesce(latest, '9999') >= ?", since and since.isoformat()),
        ("coalesce(earliest, latest) IS NOT NULL AND coalesce(earliest, '0000') <= ?", until and until.isoformat()),
    ):
        if value is not None:
            conditions.append(condition)
            values.append(value)
    for actor in (a, b):
        if actor is not None:  # a coarse sieve; `between` decides
            conditions.append("instr(source || target, ?)")
            values.append(f'"{actor}')
    found = where(db, " AND ".join(conditions) or "1", values)
    kept = [e for e in found if between(e, a, b) and (text is None or _has(db, e, text))]
    return tuple(sorted(kept, key=in_time))


def where(db: sqlite3.Connection, condition: str, values: Iterable[Any]) -> tuple[Event, ...]:
    """Events that fit a condition on their own columns."""
    return deriving.whole(db, EVENTS, EVENT_REPORTS, "reports", condition, values)


def in_time(event: Event) -> tuple[bool, date, date, str]:
    """The order of events: by their days, those without any last."""
    first = event.moment.earliest or event.moment.latest or date.max
    return not event.moment.known, first, event.moment.latest or date.max, event.id


def _any(actors: Iterable[str], to: str) -> bool:
    return any(belongs(actor, to) for actor in actors)


def _has(db: sqlite3.Connection, event: Event, words: str) -> bool:
    sentences = db.execute(
        "SELECT substr(d.text, r.sentence_start + 1, r.sentence_end - r.sentence_start) FROM event_reports e "
        "JOIN reports r ON r.id = e.report JOIN documents d ON d.id = r.document WHERE e.event = ?",
        (event.id,),
    )
    return any(words.casefold() in t.casefold() for t in (event.description, *(row[0] for row in sentences)))
