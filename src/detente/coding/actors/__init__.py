"""Who is named in a document, by name, by office, by body, by pronoun, and whether as an actor or as a place.

    find(parsed) → Cast

One pass each, in this order: `names` (the gazetteer), `persons` (people the gazetteer does not know), `nominals` (offices,
bodies, groups), `sense` (place or government), `pairs` ("the two presidents"), `pronouns`. What a pass cannot resolve stays
unresolved.
"""

from __future__ import annotations

from detente.coding.actors import names, nominals, pairs, persons, pronouns, sense
from detente.coding.cast import Cast
from detente.reading.parse import Parsed


def find(parsed: Parsed) -> Cast:
    """The cast of a document."""
    cast = Cast(parsed)
    names.find(cast)
    persons.find(cast)
    sense.settle(cast)
    nominals.find(cast)
    pairs.find(cast)
    pronouns.find(cast)
    nominals.find_owned(cast)
    return cast


__all__ = ["Cast", "find"]
