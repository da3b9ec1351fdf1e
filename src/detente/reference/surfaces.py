"""The ways in which a referent is written."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from detente.records import Moment
from detente.reference.folding import shapes

SurfaceKind = Literal["name", "adjective", "demonym", "metonym", "capital", "place"]


class Surface(NamedTuple):
    """One way to write a referent.

    Args:
        form: as written, `Russian`, `Kremlin`, `Recep Tayyip Erdogan`, `Erdogan`.
        referent: actor id; of a place the alpha-3 code of the state it lies in, "" where it lies in none or in several.
        kind: `capital` is a seat of government (place or government, as the sentence has it); `metonym` a house or a street
            that stands for those who work in it.
        place: canonical name of a capital or place.
        earliest, latest: when this form means this referent (`Nur-Sultan`); a leader's offices are in `Actor.roles`, not here.
        case: whether capitals matter: `US`, `Turkey`, names of people.
        full: False where the form alone may well mean something else: a surname, `Congress`, `the Observer`.
    """

    form: str
    referent: str
    kind: SurfaceKind
    place: str | None = None
    earliest: date | None = None
    latest: date | None = None
    case: bool = False
    full: bool = True

    def spelt_as(self, written: tuple[int, ...]) -> bool:
        """Whether the shapes of the written atoms will do for this form (see `folding.shapes`)."""
        return not self.case or all(w >= s for w, s in zip(written, shapes(self.form), strict=True))

    def laxer(self, other: Surface) -> bool:
        """Whether this form takes every spelling that the other takes, and more."""
        if not self.case or not other.case:
            return other.case
        mine, theirs = shapes(self.form), shapes(other.form)
        return mine != theirs and all(m <= t for m, t in zip(mine, theirs, strict=True))

    def holds(self, on: Moment | None) -> bool:
        """Whether the form may mean this referent on some day of `on`; True where either is not known."""
        if on is None or not on.known:
            return True
        return not (
            (self.latest is not None and on.earliest is not None and on.earliest > self.latest)
            or (self.earliest is not None and on.latest is not None and on.latest < self.earliest)
        )
