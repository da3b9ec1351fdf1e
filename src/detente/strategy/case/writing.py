"""A case → the text of its file. What loads from it is equal to the case; the analyst's parts stand first in each list."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, cast

from detente.records import Evidence
from detente.strategy.case.parts import Model, Part, Pattern, Range
from detente.strategy.case.reading import FORMAT, VERSION
from detente.strategy.case.whole import Case

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}
_WIDE = 100


def dump(case: Case) -> str:
    """The text of a case file, in a fixed order."""
    blocks = ["\n".join(_lines(_head(case))), *_settings(case.model)]
    for name, parts in _lists(case):
        blocks += [f"[[{name}]]\n" + "\n".join(_lines({**keys, **_ground(part)})) for part, keys in parts]
    return "\n\n".join(blocks) + "\n"


def _head(case: Case) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "title": case.title,
        "dyad": list(case.dyad) if case.dyad else None,
        "note": case.note,
    }


def _settings(model: Model) -> list[str]:
    base = Model()
    given = {f.name: getattr(model, f.name) for f in fields(Model) if getattr(model, f.name) != getattr(base, f.name)}
    return ["[model]\n" + "\n".join(_lines(given))] if given else []


def _lists(case: Case) -> Iterator[tuple[str, list[tuple[Part, dict[str, Any]]]]]:
    yield (
        "actor",
        [
            (a, {"id": a.id, "name": a.name, "influence": a.influence, "authority": a.authority, "power": a.power})
            for a in case.actors
        ],
    )
    yield "issue", [(k, _issue(k)) for k in case.issues]
    yield "position", [(p, _position(p)) for p in case.positions_given]
    yield "tie", [(t, {"between": [t.a, t.b], "value": t.value, "proximity": t.proximity}) for t in case.ties]
    yield (
        "view",
        [
            (v, {"holder": v.holder, "of": v.of, "trust": v.trust, "aggression": v.aggression, "threat": v.threat})
            for v in case.views
        ],
    )
    yield "proxy", [(p, {"actor": p.actor, "patron": p.patron, "weight": p.weight}) for p in case.proxies_given]
    yield "mechanism", [(m, {"name": m.name, "on": m.on, "parameters": m.parameters or None}) for m in case.mechanisms]
    yield "hypothesis", [(h, _hypothesis(h)) for h in case.hypotheses]


def _issue(k: Any) -> dict[str, Any]:
    plain = ("id", "name", "arena", "pole_0", "pole_100", "status_quo")
    return {
        **{key: getattr(k, key) for key in plain},
        "rule": None if k.rule.kind == "multilateral" else k.rule.kind,
        "parties": list(k.rule.parties) or None,
        "sanctions": k.sanctions or None,
        "powers": k.powers or None,
        "kind": k.kind,
        "about": list(k.about) or None,
    }


def _position(p: Any) -> dict[str, Any]:
    plain = ("actor", "issue", "low", "mode", "high", "salience", "influence")
    return {**{key: getattr(p, key) for key in plain}, "earliest": p.moment.earliest, "latest": p.moment.latest}


def _hypothesis(h: Any) -> dict[str, Any]:
    return {
        "id": h.id,
        "thesis": h.thesis,
        "holder": h.holder,
        "expects": [_pattern(p) for p in h.expects] or None,
        "excludes": [_pattern(p) for p in h.excludes] or None,
        "overruled": [{"event": o.event, "reading": o.reading, "note": o.note} for o in h.overruled] or None,
    }


def _pattern(p: Pattern) -> dict[str, Any]:
    return {
        "types": list(p.types) or None,
        "dyad": list(p.dyad) if p.dyad else None,
        "directed": p.directed or None,
        "since": p.since,
        "until": p.until,
        "note": p.note,
    }


def _ground(part: Part) -> dict[str, Any]:
    return {"origin": part.origin, "note": part.note, "evidence": [_place(e) for e in part.evidence] or None}


def _place(e: Evidence) -> dict[str, Any]:
    return {"document": e.document, "start": e.span.start, "end": e.span.end, "text": e.text or None}


def _lines(values: Mapping[str, Any]) -> Iterator[str]:
    for key, value in values.items():
        if value is not None:
            yield f"{_key(key)} = {_long(value)}"


def _long(value: Any) -> str:
    """A value; a list of tables, or one that is too wide, with one item a line."""
    short = _value(value)
    items = cast("list[Any]", value) if isinstance(value, list) else []
    if items and (isinstance(items[0], dict) or len(short) > _WIDE):
        return "[\n" + "".join(f"  {_value(item)},\n" for item in items) + "]"
    return short


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, Range):
        return _value({"low": value.low, "mode": value.mode, "high": value.high})
    if isinstance(value, Mapping):
        value = cast("Mapping[str, Any]", value)
        inner = (f"{_key(key)} = {_value(item)}" for key, item in value.items() if item is not None)
        return "{ " + ", ".join(inner) + " }"
    return _list(value)


def _list(value: Iterable[Any]) -> str:
    return "[" + ", ".join(_value(item) for item in value) + "]"


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 and math.copysign(1, value) > 0 else repr(value)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _text(key)


def _text(words: str) -> str:
    return '"' + "".join(_ESCAPED.get(c) or (f"\\u{ord(c):04x}" if ord(c) < 32 or ord(c) == 127 else c) for c in words) + '"'
