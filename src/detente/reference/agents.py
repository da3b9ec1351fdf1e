"""Nouns for people and bodies, and the PLOVER sector that each is of.

    agent("riot police")      → "COP"
    agent("trade unions")     → "LAB"

Looked up in the singular and in the plural. The sectors are PLOVER's own, in which the press is `JRN` and health is `MED`; ids of
actors keep `MED` for the press.

References:
    PLOVER agents dictionary, Open Event Data Alliance (2014, with later additions).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from detente.reference.folding import key
from detente.reference.reader import rows

UNKNOWN_SECTOR = "UNK"
"""The sector of nouns that say no more than that there are people: *men*, *group*, *supporters*."""

LONGEST = 6
"""Most words of a noun in the table."""


@cache
def agent_nouns() -> dict[str, str]:
    """Noun, folded, → sector."""
    return {key(row["noun"]): row["sector"] for row in rows("agent_nouns")}


@lru_cache(maxsize=4096)
def agent(noun: str) -> str | None:
    """The sector of a noun of one or several words, whatever its number; None where the table has none."""
    known = agent_nouns()
    return next((known[form] for form in _numbers(key(noun)) if form in known), None)


def _numbers(noun: str) -> Iterator[str]:
    """The noun as it is, then what its last word may be the plural of."""
    yield noun
    head, blank, last = noun.rpartition(" ")
    for ending, instead in (("ies", "y"), ("men", "man"), ("ves", "f"), ("ses", "s"), ("es", "e"), ("es", ""), ("s", "")):
        if last.endswith(ending) and len(last) > len(ending) + 1 and not last.endswith("ss"):
            yield f"{head}{blank}{last.removesuffix(ending)}{instead}"
    if head.endswith(("ors", "ers", "ts")):
        yield f"{head[:-1]}{blank}{last}"
