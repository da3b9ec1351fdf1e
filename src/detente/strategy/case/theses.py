"""Mechanisms and hypotheses of a case file."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, Literal, cast, get_args

from detente.strategy.case.grounds import ground, pair
from detente.strategy.case.parts import (
    MECHANISMS,
    Hypothesis,
    Mechanism,
    Overruled,
    Parameter,
    Pattern,
    Range,
    Reading,
)
from detente.strategy.case.tables import Table


def mechanisms(top: Table) -> Iterator[Mechanism]:
    """The [[mechanism]] tables."""
    for one in top.tables("mechanism"):
        if "name" not in one.values:
            one.fault(None, "has no name", f"give one of {', '.join(MECHANISMS)}")
        name = one.choice("name", MECHANISMS)
        one.name = f"mechanism {name}" if name else one.name
        on, inner = one.switch("on", default=True), one.table("parameters")
        parameters = {key: _parameter(inner, key, value) for key, value in inner.values.items()} if inner else {}
        rests = ground(one)
        if name:
            yield Mechanism(name, on, {k: v for k, v in parameters.items() if v is not None}, **rests)


def _parameter(table: Table, key: str, value: Any) -> Parameter | None:
    if isinstance(value, bool | str):
        return value
    if isinstance(value, int | float) and math.isfinite(value):
        return float(value)
    if isinstance(value, list) and all(isinstance(v, str) for v in cast("list[Any]", value)):
        return tuple(cast("list[str]", value))
    inner = table.table(key) if isinstance(value, dict) else None
    if inner is not None and set(inner.values) == {"low", "mode", "high"}:
        low, mode, high = (inner.number(k, -math.inf) for k in ("low", "mode", "high"))
        if low is not None and mode is not None and high is not None and low <= mode <= high:
            return Range(low, mode, high)
        inner.fault("mode", "is not low ≤ mode ≤ high", "put the three in order")
    elif inner is not None:
        found = {k: _parameter(inner, k, v) for k, v in inner.values.items()}
        return {k: v for k, v in found.items() if v is not None}
    else:
        table.fault(key, f"{key} is {value!r}", "give a number, a word, words, or { low = …, mode = …, high = … }")
    return None


def hypotheses(top: Table) -> Iterator[Hypothesis]:
    """The [[hypothesis]] tables."""
    for one in top.tables("hypothesis"):
        identifier = one.needed("id")
        one.name = f"hypothesis {identifier}" if identifier else one.name
        thesis, holder = one.needed("thesis"), one.text("holder")
        expects, excludes = (tuple(_patterns(one, key)) for key in ("expects", "excludes"))
        overruled = tuple(_overruled(one))
        yield Hypothesis(identifier, thesis, holder, expects, excludes, overruled, **ground(one))


def _patterns(table: Table, key: Literal["expects", "excludes"]) -> Iterator[Pattern]:
    for one in table.tables(key):
        types = tuple(word.upper() for word in one.words("types"))
        dyad, directed, since, until = (
            pair(one, "dyad"),
            one.switch("directed", default=False),
            one.day("since"),
            one.day("until"),
        )
        if since and until and since > until:
            one.fault("until", f"ends on {until}, before it begins on {since}", "turn the two days round")
        note = one.text("note")
        one.close()
        yield Pattern(types, dyad, directed, since, until, note)


def _overruled(table: Table) -> Iterator[Overruled]:
    for one in table.tables("overruled"):
        event, reading, note = one.needed("event"), one.choice("reading", get_args(Reading)), one.text("note")
        if "reading" not in one.values:
            one.fault(None, "has no reading", f"give one of {', '.join(get_args(Reading))}")
        one.close()
        if reading:
            yield Overruled(event, cast("Reading", reading), note)
