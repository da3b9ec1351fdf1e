"""Single sentences and phrases coded without a ledger, in the shapes of the export contract.

    code_pair   what one named actor does to another in a sentence
    code_text   every event of a free sentence
    code_actor  whom a phrase names

Each takes one record (a dict read from JSON) and returns one; ValueError, KeyError or TypeError says what is wrong with it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from detente.coding import actors, events, marked, times
from detente.coding.actors import phrases
from detente.coding.cast import Cast
from detente.reading import language
from detente.reading.fragment import fragment
from detente.reading.parse import parse
from detente.records import Moment, Report, Span
from detente.reference import plover

LONGEST = 20_000
"""Most characters of a single sentence; longer ones are refused."""


def code_pair(record: Mapping[str, Any]) -> dict[str, Any]:
    """What `source` does to `target` in `text`.

    Args:
        record: `id`, `text`, `source` [start, end], `target` [start, end] or None.

    Returns:
        `id plover mode quad goldstein modality confidence none`; with `none` the type is only the likeliest one.
    """
    text = _sentence(record)
    source, target = _span(record, "source", text), _span(record, "target", text)
    if source is None:
        raise ValueError("source is not [start, end]")
    coded = marked.between(parse(fragment(text, _day(record)), entities=False), source, target)
    return {
        "id": record["id"],
        "plover": coded.plover,
        "mode": coded.mode,
        "quad": plover.quad(coded.plover),
        "goldstein": plover.score(coded.plover, coded.mode),
        "modality": coded.modality,
        "confidence": coded.confidence,
        "none": coded.none,
    }


def code_text(record: Mapping[str, Any]) -> dict[str, Any]:
    """Every asserted event of `text`.

    Args:
        record: `id`, `text`, `date` (ISO day or None).

    Returns:
        `id` and `events`: the keys of the export's events without `reports`, with `source_span` and `target_span`.
    """
    parsed = parse(fragment(_sentence(record), _day(record)))
    cast = actors.find(parsed)
    found = [r for r in events.find(cast, times.find(parsed)) if r.asserted]
    rows = [_event(cast, f"{record['id']}-{n}", report) for n, report in enumerate(found, 1)]
    return {"id": record["id"], "events": rows}


def code_actor(record: Mapping[str, Any]) -> dict[str, Any]:
    """Whom the phrase `text` names on `date`.

    Returns:
        `id actor name country sector`, null where not known; the country of an intergovernmental organisation is `IGO`.
    """
    parsed = parse(fragment(_text(record), _written_day(record)))
    return {"id": record["id"], **phrases.resolve(actors.find(parsed))._asdict()}


# ------------------------------------------------------------------------------------------------ what is given


def _text(record: Mapping[str, Any]) -> str:
    text = record["text"]
    if not isinstance(text, str) or not text.strip():
        raise ValueError("text is empty")
    if len(text) > LONGEST:
        raise ValueError(f"text has {len(text)} characters, more than {LONGEST}; give one sentence a line")
    record["id"]
    return text


def _sentence(record: Mapping[str, Any]) -> str:
    text = _text(record)
    other = language.foreign(text)
    if other is not None:
        raise ValueError(f"text is in another language ({other}), and only English is coded")
    return text


def _day(record: Mapping[str, Any]) -> date | None:
    given = record.get("date")
    return date.fromisoformat(given) if given else None


def _written_day(record: Mapping[str, Any]) -> date | None:
    """The day as ISO has it, or written out: `10 May 2015`, `May 10, 2015`."""
    given = record.get("date")
    for form in ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y"):
        with contextlib.suppress(ValueError, TypeError):
            return datetime.strptime(given, form).date()  # type: ignore[arg-type]
    return _day(record)


def _span(record: Mapping[str, Any], key: str, text: str) -> Span | None:
    given = record[key]
    if given is None:
        return None
    start, end = given
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        raise ValueError(f"{key} [{start}, {end}] is not inside a text of {len(text)} characters")
    return Span(start, end)


# ------------------------------------------------------------------------------------------------ free sentences


def _event(cast: Cast, identifier: str, report: Report) -> dict[str, Any]:
    moment: Moment = report.moment
    return {
        "event": identifier,
        "description": f"{', '.join(_names(cast, report.source))} → {', '.join(_names(cast, report.target))}: {report.lemma}",
        "source": list(report.source),
        "target": list(report.target),
        "plover": report.plover,
        "mode": report.mode,
        "contexts": list(report.contexts),
        "quad": report.quad,
        "goldstein": report.goldstein,
        "cameo": report.cameo,
        "modality": report.modality,
        "earliest": moment.earliest.isoformat() if moment.earliest else None,
        "latest": moment.latest.isoformat() if moment.latest else None,
        "basis": moment.basis,
        "place": report.place,
        "confidence": report.confidence,
        "source_span": _where(cast, report.source, report.trigger),
        "target_span": _where(cast, report.target, report.trigger),
    }


def _names(cast: Cast, ids: tuple[str, ...]) -> list[str]:
    return [cast.actors[i].name for i in ids] or ["not known"]


def _where(cast: Cast, ids: tuple[str, ...], trigger: Span) -> list[int] | None:
    """The mention of the side nearest to the trigger; None where the side is not known."""
    rows = [m for m in cast.mentions() if set(m.actors) & set(ids)]
    if not rows:
        return None
    nearest = min(rows, key=lambda m: abs(m.span.start - trigger.start))
    return [nearest.span.start, nearest.span.end]


__all__ = ["code_actor", "code_pair", "code_text"]
