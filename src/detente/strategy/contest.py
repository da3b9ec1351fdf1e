"""One issue and the rule that decides it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from detente.errors import InputError, UnknownNameError
from detente.strategy.power import Array

Kind = Literal["multilateral", "bilateral_contract", "unilateral", "veto"]
_PARTIES = {"multilateral": (0, 0), "bilateral_contract": (2, 2), "unilateral": (1, 1), "veto": (1, None)}


@dataclass(frozen=True, slots=True)
class Rule:
    """How an issue is decided.

    Args:
        kind: `multilateral`, a solver over everybody; `bilateral_contract`, two parties who both have to gain; `unilateral`, one actor,
            who reckons with the others' response; `veto`, a solver unless a veto player would lose.
        parties: the two parties, the one actor, or the veto players; nobody for `multilateral`.
    """

    kind: Kind = "multilateral"
    parties: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuses an unknown kind and a number of parties that does not fit it.

        Raises:
            InputError: saying how many parties the rule takes.
        """
        if self.kind not in get_args(Kind):
            raise UnknownNameError(self.kind, kind="decision rule", known=get_args(Kind))
        least, most = _PARTIES[self.kind]
        n = len(set(self.parties))
        if n != len(self.parties) or n < least or (most is not None and n > most):
            takes = f"{least} different actors" if least == most else f"{least} or more different actors"
            raise InputError(f"the rule {self.kind} has the parties {list(self.parties)}", mend=f"name {takes}")


MULTILATERAL = Rule()


@dataclass(frozen=True, slots=True, eq=False)
class Contest:
    """One issue as the solvers see it: only the actors whose position, salience and influence are known.

    Args:
        position, salience, influence: (n,), or (draws, n). left_out: actors of whom one of the three is not known.
        status_quo: None where not known.
    """

    issue: str
    actors: tuple[str, ...]
    position: Array
    salience: Array
    influence: Array
    status_quo: float | None
    rule: Rule
    left_out: tuple[str, ...] = ()
