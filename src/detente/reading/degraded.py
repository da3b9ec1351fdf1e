"""What is wrong with a copy of an article."""

from __future__ import annotations

from detente.reading import clean


def reasons(text: str) -> tuple[str, ...]:
    found: list[str] = []
    if clean.entities(text):
        found.append("broken_entities")
    if clean.mojibake(text):
        found.append("mojibake")
    return tuple(found)
