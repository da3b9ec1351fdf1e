"""Who is named in a document, by name, by office, by body, by pronoun, and whether as an actor or as a place.

    find(parsed) → Cast

One pass each, in this order: `names` (the gazetteer), `persons` (people the gazetteer does not know), `nominals` (offices,
bodies, groups), `sense` (place or government), `eras` (whose Moscow it was then), `appositions` ("a NATO member", "the
alliance"), `pairs` ("the two presidents"), `pronouns`, `owned` ("his army"). What a pass cannot resolve stays unresolved.
`phrases` resolves a phrase that stands alone.
"""

from __future__ import annotations

from detente.coding.actors import appositions, eras, names, nominals, owned, pairs, persons, pronouns, sense
from detente.coding.cast import Cast
from detente.reading.parse import Parsed


def find(parsed: Parsed) -> Cast:
    """The cast of a document."""
    cast = Cast(parsed)
    names.find(cast)
    persons.find(cast)
    sense.settle(cast)
    eras.settle(cast)
    appositions.find(cast)
    nominals.find(cast)
    pairs.find(cast)
    pronouns.find(cast)
    owned.find(cast)
    appositions.find_countries(cast)
    return cast


__all__ = ["Cast", "find"]
