"""What is found: somebody's side on a question, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.records import UNKNOWN, Moment, Row

Basis = Literal["word", "deed", "label"]


@dataclass(frozen=True, slots=True)
class Stance(Row):
    """One side taken in one sentence. `span`: the words that say so, `sentence` their sentence.

    Args:
        actor: whose side it is, a state for what speaks or acts for it.
        kind: id in the catalogue of issues; None where the catalogue has no such kind, and `phrase` names the question.
        about: what the instance is about, as a key (an actor id or a lower-case word) and as words; both None where not known.
        phrase: the words of the question itself.
        side: −1 for pole 0 … 1 for pole 100.
        basis: said in words of wish, shown by a deed, or put into a label ("the Ruritanian-backed militia").
        weight: in (0, 1], how directly the sentence says it.
        stressed: the sentence says that it matters much to the actor.
        moment: the latest days that the sentence names; not known where it names none.
    """

    actor: str
    kind: str | None
    about: str | None
    about_name: str | None
    phrase: str
    side: float
    basis: Basis
    weight: float = 1.0
    stressed: bool = False
    moment: Moment = UNKNOWN
