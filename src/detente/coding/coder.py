"""Document → rows: pure functions over one parse, no store.

    code(parsed) → Batch

The coders, in the order in which they lean on one another: `actors` (who is named where), `times`, `quotes`, `events` (with
`roles`, `modality`, `dates`), `agreements`, `claims`.
"""

from __future__ import annotations

from detente.coding import actors, agreements, claims, events, quotes, times
from detente.reading.parse import Parsed
from detente.records import Batch

CODER = "lexicon-1"
"""Name and version of the coders, kept with every batch."""


def code(parsed: Parsed) -> Batch:
    """Everything found in one document. Deterministic: the same text gives the same rows."""
    cast = actors.find(parsed)
    mentions = cast.mentions()
    when = times.find(parsed)
    people = tuple(cast.actors.values())
    said = quotes.find(parsed, mentions, people)
    reports = events.find(cast, when, said)
    pacts = agreements.find(cast, when, reports)
    held = claims.find(parsed, mentions, said, when)
    return Batch(
        document=parsed.document,
        actors=_named(cast, said, held),
        mentions=tuple(mentions),
        times=tuple(when),
        quotes=tuple(said),
        reports=tuple(reports),
        agreements=tuple(pacts),
        claims=tuple(held),
        coder=CODER,
    )


def _named(cast: actors.Cast, said: object, held: object) -> tuple:  # type: ignore[type-arg]
    return tuple(cast.actors[i] for i in sorted(cast.actors))


__all__ = ["CODER", "code"]
