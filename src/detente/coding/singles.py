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

from detente.coding import actors, events, times
from detente.coding.actors import phrases
from detente.coding.cast import Cast, Naming
from detente.coding.lexicon import nouns, verbs
from detente.reading.fragment import fragment
from detente.reading.parse import Parsed, parse
from detente.records import Actor, Moment, Report, Span
from detente.reference import plover

LONGEST = 20_000
"""Most characters of a single sentence; longer ones are refused."""

_SOURCE, _TARGET = "PAIR.SOURCE", "PAIR.TARGET"
_UNCERTAIN = 0.2


def code_pair(record: Mapping[str, Any]) -> dict[str, Any]:
    """What `source` does to `target` in `text`.

    Args:
        record: `id`, `text`, `source` [start, end], `target` [start, end] or None.

    Returns:
        `id plover mode quad goldstein modality confidence none`; with `none` the type is only the likeliest one.
    """
    text = _text(record)
    source, target = _span(record, "source", text), _span(record, "target", text)
    if source is None:
        raise ValueError("source is not [start, end]")
    parsed = parse(fragment(text, _day(record)))
    cast = _staged(parsed, source, target)
    told = [r for r in events.find(cast, times.find(parsed)) if _between(r, target is not None)]
    if not told:
        return _nothing(record, cast)
    best = max(told, key=lambda r: (r.asserted, r.confidence))
    return _answer(record, best.plover, best.mode, best.modality, best.confidence, none=False)


def code_text(record: Mapping[str, Any]) -> dict[str, Any]:
    """Every asserted event of `text`.

    Args:
        record: `id`, `text`, `date` (ISO day or None).

    Returns:
        `id` and `events`: the keys of the export's events without `reports`, with `source_span` and `target_span`.
    """
    parsed = parse(fragment(_text(record), _day(record)))
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


# ------------------------------------------------------------------------------------------------ pairs


def _staged(parsed: Parsed, source: Span, target: Span | None) -> Cast:
    """The cast of the sentence with the two marked actors in place of whatever else is named there."""
    cast = actors.find(parsed)
    for identifier, span in ((_SOURCE, source), (_TARGET, target)):
        if span is None:
            continue
        words = parsed.doc.char_span(span.start, span.end, alignment_mode="expand")
        if words is None or not len(words):
            raise ValueError(f"[{span.start}, {span.end}] has no words")
        for naming in [n for n in cast.namings if n.start < words.end and words.start < n.end]:
            cast.drop(naming)
        cast.actors[identifier] = Actor(identifier, words.text, "state", identifier)
        cast.add(Naming(words.start, words.end, words.root.i, (identifier,), "name", "actor"))
    return cast


def _between(report: Report, has_target: bool) -> bool:
    return _SOURCE in report.source and (not has_target or _TARGET in report.target)


def _nothing(record: Mapping[str, Any], cast: Cast) -> dict[str, Any]:
    """No act between the two: the type of the trigger nearest above the source is the likeliest one."""
    marked = [cast.parsed.doc[n.head] for n in cast.namings if n.actors == (_SOURCE,)]
    for above in (*(a for token in marked for a in token.ancestors), *cast.parsed.doc):
        lemma = above.lemma_.lower()
        if above.pos_ == "VERB" and lemma in verbs():
            return _answer(record, verbs()[lemma][-1].plover, None, "actual", _UNCERTAIN, none=True)
        if above.pos_ == "NOUN" and lemma in nouns():
            return _answer(record, nouns()[lemma].plover, None, "actual", _UNCERTAIN, none=True)
    return _answer(record, "CONSULT", None, "actual", 0.0, none=True)


def _answer(
    record: Mapping[str, Any], type_: str, mode: str | None, modality: str, confidence: float, *, none: bool
) -> dict[str, Any]:
    return {
        "id": record["id"],
        "plover": type_,
        "mode": mode,
        "quad": plover.quad(type_),
        "goldstein": plover.score(type_, mode),
        "modality": modality,
        "confidence": confidence,
        "none": none,
    }


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
