"""One sentence, coded: who is in it and what is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from detente.coding import actors, events, times
from detente.coding.cast import Cast
from detente.reading.fragment import fragment
from detente.reading.parse import parse
from detente.records import Report

Told = tuple[Cast, list[Report]]


def told(text: str, on: str | None = None) -> Told:
    """The cast and the asserted reports of a text."""
    parsed = parse(fragment(text, date.fromisoformat(on) if on else None))
    cast = actors.find(parsed)
    found = events.find(cast, times.find(parsed))
    return cast, [r for r in found if r.asserted]


@pytest.fixture
def tell() -> Callable[..., Told]:
    return told
