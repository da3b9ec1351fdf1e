"""The state that mechanisms act on: a system, and what its actors are to each other.

Actors i, j and issues k are those of the system. Everything that is not known is nan. Arrays may have draws in front: `position` is
(…, n, m), a relation (…, n, n) with the one who sees or depends first, `authority` (…, n), `outcome` (…, m).

Given, with evidence: authority a_i, power, ties t_ij, proxies π_ij (how far i acts for j), proximity and aggression, of which the
threat θ_ij = power_j · proximity_ij · aggression_ij that j is to i is made unless given itself, trust τ_ij, displayed warmth D_ij,
substance S_ij, the years that a gap between the two has lasted, the share of signals that cost something, help and harm from j to i.
Made by a mechanism or by solving: perceived realignment P_ij, partner utility U_ij, dependence, the ceiling on D_ij, the hazard of
incidents, win-sets, and the outcomes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from detente.errors import InputError, UnknownNameError
from detente.strategy.power import Array, number
from detente.strategy.system import System

Kind = Literal["actor", "relation", "cell", "issue"]
GIVEN: dict[str, tuple[Kind, float, float | None]] = {
    "authority": ("actor", 0.0, 1.0),
    "power": ("actor", 0.0, None),
    "ties": ("relation", -1.0, 1.0),
    "proxies": ("relation", 0.0, 1.0),
    "proximity": ("relation", 0.0, 1.0),
    "aggression": ("relation", 0.0, 1.0),
    "threat": ("relation", 0.0, None),
    "trust": ("relation", -1.0, 1.0),
    "displayed": ("relation", -1.0, 1.0),
    "substance": ("relation", -1.0, 1.0),
    "gap_years": ("relation", 0.0, None),
    "signal_cost": ("relation", 0.0, 1.0),
    "helped": ("relation", 0.0, 1.0),
    "harmed": ("relation", 0.0, 1.0),
    "perceived": ("relation", 0.0, 1.0),
    "partner": ("relation", -1.0, 1.0),
}
"""Variables that may be given: their kind and range."""
MADE: dict[str, Kind] = {
    "dependence": "relation",
    "ceiling": "relation",
    "hazard": "relation",
    "win_low": "cell",
    "win_high": "cell",
    "outcome": "issue",
}
"""Variables that only mechanisms and solving write."""


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """Make one with `state`. Shapes and ranges are in the module's text and in `GIVEN`.

    Args:
        position, salience, influence: as the mechanisms have left them. stated: positions before any mechanism: the interests.
        arenas: one to each issue, None where it has none.
        zero_sum: r in [0, 1], how much another's gain counts as one's own loss (see `payoffs`).
    """

    system: System
    arenas: tuple[str | None, ...]
    stated: Array
    position: Array
    salience: Array
    influence: Array
    authority: Array
    power: Array
    ties: Array
    proxies: Array
    proximity: Array
    aggression: Array
    threat: Array
    trust: Array
    displayed: Array
    substance: Array
    gap_years: Array
    signal_cost: Array
    helped: Array
    harmed: Array
    perceived: Array
    partner: Array
    dependence: Array
    ceiling: Array
    hazard: Array
    win_low: Array
    win_high: Array
    outcome: Array
    zero_sum: float

    @property
    def status_quo(self) -> Array:
        """q, (m,), nan where not known."""
        return self.system.status_quo

    @property
    def theta(self) -> Array:
        """θ, (…, n, n): what j threatens i with; as given, else power × proximity × aggression."""
        made = self.power[..., None, :] * self.proximity * self.aggression
        return np.where(np.isnan(self.threat), made, self.threat)

    @property
    def seen(self) -> Array:
        """P, (…, n, n): realignment of i with j as others see it; without signalling what is displayed is believed, (1 + D)/2."""
        return np.where(np.isnan(self.perceived), (1.0 + self.displayed) / 2.0, self.perceived)

    def row(self, actor: str) -> int:
        """The actor's row; raises UnknownNameError."""
        return self.system.row(actor)

    def column(self, issue: str) -> int:
        """The issue's column; raises UnknownNameError."""
        return self.system.column(issue)

    def cells(self, name: str, i: int, columns: Sequence[int]) -> Array:
        """`name` of actor i on some issues, (…, len(columns))."""
        return getattr(self, name)[..., i, list(columns)]

    def put(self, name: str, i: int, at: int | Sequence[int], values: ArrayLike, on: ArrayLike = True) -> State:
        """A state in which row i of `name` has other values; nan among them, and draws that are not `on`, change nothing.

        Args:
            name: a variable with two axes.
            i: its row.
            at: one column, values (…), or several, values (…, len(at)).
            values: as above.
            on: (…), which draws.
        """
        columns = [at] if isinstance(at, int) else list(at)
        new = np.asarray(values, dtype=np.float64)
        new = new[..., None] if isinstance(at, int) else new
        old: Array = getattr(self, name)
        switch = np.asarray(on, dtype=np.bool_)[..., None] & ~np.isnan(new)
        front = np.broadcast_shapes(old.shape[:-2], np.broadcast_shapes(new.shape, switch.shape)[:-1])
        whole = np.array(np.broadcast_to(old, (*front, *old.shape[-2:])))
        whole[..., i, columns] = np.where(switch, new, whole[..., i, columns])
        return replace(self, **{name: whole})


def state(
    system: System,
    *,
    arenas: Mapping[str, str] | None = None,
    positions: ArrayLike | None = None,
    zero_sum: float = 0.0,
    **given: ArrayLike,
) -> State:
    """The state of a system before anything happens.

    Args:
        system: actors and issues.
        arenas: issue → arena.
        positions: (…, n, m), draws of the positions; the modes where not given.
        zero_sum: 0 for payoffs that may rise together, 1 for those of rivals; in between, how much relative gains count.
        **given: variables of `GIVEN`; not known where not given. `ties` have to be symmetric.

    Raises:
        InputError: for a shape that does not fit, a value out of range, or ties that are not mutual.
        UnknownNameError: for a variable or issue that is not known.

    >>> from detente.strategy.system import system
    >>> two = system(["A", "B"], ["K"], [[0], [100]], [[50], [50]], [1, 1])
    >>> state(two, power=[1, 0.5], proximity=[[0, 1], [1, 0]], aggression=[[0, 0.4], [0.2, 0]]).theta[0, 1].item()
    0.2
    """
    n, m = len(system.actors), len(system.issues)
    shapes: dict[Kind, tuple[int, ...]] = {"actor": (n,), "relation": (n, n), "cell": (n, m), "issue": (m,)}
    for issue in arenas or {}:
        system.column(issue)
    values = {name: np.full(shapes[kind], np.nan) for name, kind in MADE.items()}
    values |= {"win_low": np.zeros((n, m)), "win_high": np.full((n, m), 100.0)}
    for name in given:
        if name not in GIVEN:
            raise UnknownNameError(name, kind="variable of a state", known=GIVEN)
    for name, (kind, low, high) in GIVEN.items():
        values[name] = _shaped(
            name, number(name, given.get(name, np.full(shapes[kind], np.nan)), low, high, gaps=True), shapes[kind]
        )
    _mutual(system, values["ties"])
    x = _shaped("position", number("position", system.mode if positions is None else positions, 0.0, 100.0, gaps=True), (n, m))
    return State(
        system,
        tuple((arenas or {}).get(issue) for issue in system.issues),
        stated=x,
        position=x,
        salience=system.salience,
        influence=system.influence,
        zero_sum=float(number("zero_sum", zero_sum, 0.0, 1.0)),
        **values,
    )


def _shaped(name: str, values: Array, shape: tuple[int, ...]) -> Array:
    if values.shape[values.ndim - len(shape) :] != shape:
        wanted = " × ".join(map(str, shape))
        raise InputError(
            f"{name} has the shape {values.shape}", mend=f"give {wanted} numbers, with draws in front if there are any"
        )
    values = values.copy()
    values.setflags(write=False)
    return values


def _mutual(system: System, ties: Array) -> None:
    turned = np.swapaxes(ties, -1, -2)
    wrong = np.argwhere(~((ties == turned) | (np.isnan(ties) & np.isnan(turned))))
    if len(wrong):
        i, j = (int(v) for v in wrong[0][-2:])
        at = f"tie of {system.actors[i]} and {system.actors[j]}"
        raise InputError("is not the same both ways", at=at, mend="give one number to a pair")
