"""Claims: what somebody foresees, promises, holds or believes, and what the text marks as false.

    claims = find(parsed, cast.mentions(), quotes, times)

A forecast is a clause that looks ahead (`will`, `unlikely to`, `prospects … are dim`), a conditional one that hangs on another,
a commitment somebody's own word. Its holder is whoever's words or view it is, else the author (`AUTHOR:<id>`), at the end of
the chain of tellers. The hedge is kept verbatim, a negation with it; `p_low` and `p_high` are what the named table reads in it for
the rest of the clause: `will not be signed` says how likely the signing is.
A story that the text marks as false is a report with the verdict `refuted`, and the marking words are its evidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.coding.claims.claiming import Claiming
from detente.records import Claim, Mention, Quote, TimeExpression
from detente.reference.estimative import Table

if TYPE_CHECKING:
    from detente.reading.parse import Parsed

__all__ = ["find"]


def find(
    parsed: Parsed,
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
    times: Sequence[TimeExpression],
    *,
    table: Table = "icd203",
) -> list[Claim]:
    """The claims of a document, in the order of the text.

    Args:
        parsed: the document.
        mentions: its mentions; those of actors inside a claim are what it is about.
        quotes: whose words are where.
        times: its time expressions; those inside a claim are its horizon.
        table: how estimative words are read as numbers.
    """
    return Claiming(parsed, mentions, quotes, times, table).claims()
