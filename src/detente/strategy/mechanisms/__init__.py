"""Mechanisms: what moves actors, trust and perception, one file each.

Each is a `Mechanism` with one equation, the priors of its parameters, the variables that it changes and the sign that has to hold in
the solved system. A case names those that are on; off, they leave every bit as it was. `ORDER` is the order of updates: relations
first, then stakes and power, then positions, then what can be ratified; `exchange` and `deconfliction` follow the decisions.
"""

from __future__ import annotations

from detente.errors import UnknownNameError
from detente.strategy.mechanisms import (
    balance,
    balance_of_threat,
    compartmentalise,
    deconfliction,
    deterrence,
    exchange,
    inducements,
    isolation,
    omnibalancing,
    outside_option,
    proxy,
    reciprocity,
    resolve,
    signalling,
    sunk_cost,
    two_level,
    wedge,
)
from detente.strategy.mechanisms.mechanism import Mechanism, Parameter, Triangle, Use

BEFORE = (
    *(reciprocity, isolation, omnibalancing, balance_of_threat, signalling, balance),
    *(sunk_cost, resolve, proxy, inducements, deterrence, wedge, outside_option, compartmentalise, two_level),
)
AFTER = (exchange, deconfliction)
MECHANISMS: dict[str, Mechanism] = {one.MECHANISM.name: one.MECHANISM for one in (*BEFORE, *AFTER)}
"""Name → mechanism, in the order of updates."""
ORDER = tuple(MECHANISMS)
DECIDED = frozenset(one.MECHANISM.name for one in AFTER)
"""Those that act on what has been decided."""

__all__ = ["DECIDED", "MECHANISMS", "ORDER", "Mechanism", "Parameter", "Triangle", "Use", "mechanism"]


def mechanism(name: str) -> Mechanism:
    """The mechanism of a name.

    Raises:
        UnknownNameError: with the nearest names.
    """
    if name not in MECHANISMS:
        raise UnknownNameError(name, kind="mechanism", known=MECHANISMS)
    return MECHANISMS[name]
