"""Words of estimative probability and the numbers that a named table reads in them.

Bands are half-open, `p_low <= p < p_high`. Tables: `icd203` (default; US Intelligence Community Directive 203, 2015), `kent`
(S. Kent, Words of Estimative Probability, 1964), `phia` (UK Professional Head of Intelligence Assessment, yardstick of 2018),
`ipcc` (Mastrandrea et al., guidance note of 2010), and `press`, our own reading of the hedges that newspapers use where no
table has the word.
Reading a word as a number is the reader's choice of table: keep the word, and the name of the table, beside the number.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from detente.reference.folding import atoms, key
from detente.reference.reader import rows

Table = Literal["icd203", "kent", "phia", "ipcc", "press"]
TABLES: tuple[Table, ...] = ("icd203", "kent", "phia", "ipcc", "press")


class Band(NamedTuple):
    """What a table reads in a phrase, as probabilities 0–1."""

    phrase: str
    p_low: float
    p_high: float
    table: Table


@cache
def bands(table: Table = "icd203") -> dict[str, Band]:
    """The phrases of one table by their folded form."""
    return {
        key(row["phrase"]): Band(row["phrase"], float(row["p_low"]), float(row["p_high"]), table)
        for row in rows("estimative")
        if row["table"] == table
    }


def read(phrase: str, table: Table = "icd203") -> Band | None:
    """What a table reads in a phrase; where it does not have it, what `press` does; None where neither has it."""
    form = " ".join(atoms(phrase))
    return bands(table).get(form) or bands("press").get(form)


def longest(words: list[str] | tuple[str, ...], at: int, table: Table = "icd203") -> tuple[int, Band | None]:
    """The longest phrase that starts with the word `at`: how many words it takes, and its band; else (0, None)."""
    for n in range(min(len(words) - at, 8), 0, -1):
        found = read(" ".join(words[at : at + n]), table)
        if found and atoms(words[at + n - 1]):
            return n, found
    return 0, None
