"""Who takes which side on what: pure functions over one parse with its cast.

    of(parsed) → Stance, Stance …

A side is taken in words of wish ("rejects", "is unhappy with"), by a deed that implies one ("arms", "signed a deal to buy"), or by
a label ("the A-backed militia"). What it is taken on is looked up in the catalogue of issues, else named by its own words. What is
asked, imagined, or laid into somebody's mouth by a third is left out: not known is better than a guess.

    attitudes   words → sides
    labels      "A-backed", "pro-A", "backer of"
    holders     whose side it is
    contents    what it is about, down to the thing
    topics      which issue of the catalogue
    abouts      which instance of it
    lexicon     the words
    stance      what is found
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from detente.coding import actors, times
from detente.coding.cast import Cast
from detente.coding.positions import attitudes, labels
from detente.coding.positions.stance import Basis, Stance
from detente.reading.parse import Parsed
from detente.records import UNKNOWN, Document, Moment, Span, TimeExpression

__all__ = ["Basis", "Stance", "find", "of"]


def of(parsed: Parsed) -> list[Stance]:
    """Every side that a document says somebody takes, from its parse alone."""
    return find(actors.find(parsed), times.find(parsed))


def find(cast: Cast, when: Sequence[TimeExpression] = ()) -> list[Stance]:
    """Every side that a document says somebody takes, in the order of the text; one of each actor on each instance a sentence.

    Args:
        cast: who is on stage.
        when: time expressions of the document, by which a side that was taken long ago can be told.
    """
    best = dict[tuple[object, ...], Stance]()
    for one in (*attitudes.find(cast), *labels.find(cast)):
        key = (one.sentence, one.actor, one.kind, one.about if one.kind else one.phrase.casefold())
        if key not in best or one.weight > best[key].weight:
            best[key] = one
    document = cast.parsed.document
    dated = (replace(one, moment=_last(document, when, one.sentence)) for one in best.values())
    return sorted(dated, key=lambda one: (one.span, one.actor, one.kind or "", one.phrase))


def _last(document: Document, when: Sequence[TimeExpression], sentence: Span) -> Moment:
    known = [one.moment for one in times.of(document, when, sentence) if one.moment.known]
    return max(known, key=lambda m: m.latest or date.max, default=UNKNOWN)
