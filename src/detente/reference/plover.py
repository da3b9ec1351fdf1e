"""PLOVER: sixteen event types in four quads, their modes, contexts and scores.

References:
    PLOVER: Political Language Ontology for Verifiable Event Records, draft 0.8 of 2021. The manual's table of scores prints
    that of ACCUSE without its sign; here it is −3, as the signs of its modes and of its neighbours require.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from detente.reference.reader import rows

Quad = Literal["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]
SCHEME = "PLOVER-2021"
CONTEXTS = (
    *("military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy"),
    *("pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression", "human_security"),
    *("gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum"),
    *("migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber"),
    *("misinformation", "crime", "corruption", "illegal_drugs", "trafficking"),
)


class EventType(NamedTuple):
    """One of the sixteen: its quad, its score (−10 to 10), what it means, and a CAMEO code that stands for it."""

    type: str
    quad: Quad
    score: float
    meaning: str
    cameo: str


class Mode(NamedTuple):
    """A way of doing it; `score` is None where the manual gives none of its own."""

    type: str
    mode: str
    score: float | None
    meaning: str


@cache
def types() -> dict[str, EventType]:
    """The sixteen types by name, in the manual's order."""
    return {
        row["type"]: EventType(row["type"], row["quad"], float(row["score"]), row["meaning"], row["cameo"])  # type: ignore[arg-type]
        for row in rows("plover_types")
    }


@cache
def modes() -> dict[tuple[str, str], Mode]:
    """Every mode by (type, mode)."""
    return {
        (row["type"], row["mode"]): Mode(
            row["type"], row["mode"], float(row["score"]) if row["score"] else None, row["meaning"]
        )
        for row in rows("plover_modes")
    }


def quad(type_: str) -> Quad:
    """The quad of a type. Raises KeyError for a type that is none of the sixteen."""
    return types()[type_].quad


def score(type_: str, mode: str | None = None) -> float | None:
    """The PLOVER score of a type in a mode, or of the type where the mode has none; None for an unknown type.

    Not a Goldstein value: for that see `cameo.goldstein`.
    """
    known = types().get(type_)
    if known is None:
        return None
    special = modes().get((type_, mode)) if mode else None
    return special.score if special and special.score is not None else known.score
