"""CAMEO codes: their names, Goldstein values and PLOVER counterparts.

References:
    J. Goldstein (1992), A conflict-cooperation scale for WEIS events data; CAMEO 1.1b3; the crosswalk of the PLOVER project
    (CAMEO2PLOVER, 17 September 2021), which leaves out the codes 01 and 02.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from detente.reference.reader import rows, split


class Crosswalk(NamedTuple):
    """PLOVER's counterpart of a CAMEO code."""

    plover: str
    mode: str | None
    contexts: tuple[str, ...]


class Code(NamedTuple):
    """A CAMEO code. `goldstein` runs from −10 to 10; `plover` is None for what PLOVER does not code."""

    code: str
    name: str
    goldstein: float | None
    plover: Crosswalk | None


@cache
def codes() -> dict[str, Code]:
    """Every CAMEO code."""
    return {row["code"]: _code(row) for row in rows("cameo")}


def _code(row: dict[str, str]) -> Code:
    plover = Crosswalk(row["plover"], row["mode"] or None, split(row["contexts"])) if row["plover"] else None
    return Code(row["code"], row["name"], float(row["goldstein"]) if row["goldstein"] else None, plover)


def crosswalk(code: str) -> Crosswalk | None:
    """PLOVER type, mode and contexts of a CAMEO code, or of its nearest listed parent; None for 01 and 02."""
    known = _nearest(code)
    return known.plover if known else None


def goldstein(code: str) -> float | None:
    """Goldstein value of a CAMEO code, or of its parent; None where neither is known."""
    known = _nearest(code)
    return known.goldstein if known else None


def _nearest(code: str) -> Code | None:
    while len(code) >= 2:
        if code in codes():
            return codes()[code]
        code = code[:-1]
    return None


def of(plover: str, mode: str | None = None, contexts: tuple[str, ...] = ()) -> str | None:
    """The CAMEO code that says most nearly the same as a PLOVER type, mode and contexts; None where none does.

    Among the codes of that type those of the same mode come first, then those with a context in common, then the more general.
    """
    held = [c for c in codes().values() if c.plover and c.plover.plover == plover]
    if not held:
        return None

    def unlike(c: Code) -> tuple[bool, bool, int]:
        assert c.plover is not None
        return c.plover.mode != mode, bool(contexts) and not set(contexts) & set(c.plover.contexts), len(c.code)

    return min(held, key=unlike).code
