"""Document → rows: pure functions over one parse, no store.

    code(parsed) → Batch

The coders, in the order in which they lean on one another: `actors` (who is named where), `times`, `quotes`, `events` (with
`roles`, `modality`, `dates`), `agreements`, `claims`.
"""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding import actors, agreements, claims, events, quotes, times
from detente.reading.parse import Parsed
from detente.records import Actor, Batch
from detente.reference import gazetteer

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
        actors=_named(cast, [q.speaker for q in said] + [i for c in held for i in (c.holder, *c.chain)]),
        mentions=tuple(mentions),
        times=tuple(when),
        quotes=tuple(said),
        reports=tuple(reports),
        agreements=tuple(pacts),
        claims=tuple(held),
        coder=CODER,
    )


def _named(cast: actors.Cast, others: Iterable[str | None]) -> tuple[Actor, ...]:
    """Every actor that a row of the batch names: the cast, and the document's author and unnamed source where they speak."""
    found = dict(cast.actors)
    for identifier in others:
        if identifier is None or identifier in found:
            continue
        known = gazetteer().actor(identifier)
        if known is not None:
            found[identifier] = known
        elif identifier.startswith(("AUTHOR:", "SOURCE:")):
            name = "author" if identifier.startswith("AUTHOR:") else "unnamed source"
            found[identifier] = Actor(identifier, name, "person", origin="text")
    return tuple(found[i] for i in sorted(found))


__all__ = ["CODER", "code"]
