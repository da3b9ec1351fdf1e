"""Which events lie between two states.

An event lies in the dyad A–B when an actor who is A, or acts for it, stands on one side and one of B on the other. A state
and its organs count fully (π = 1); parties, rebels, publics, firms and media of a country are not the state and count
nothing unless the caller says whose proxies they are, and by how much.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from detente.errors import InputError
from detente.records import Event

ORGANS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
"""PLOVER sectors whose members are the state."""

NOT_STATES = frozenset(
    {"IGO", "NGO", "NGM", "MNC", "REB", "GOV", "INT", "IMG", "UIS", "PTY", "MED", "CVL", "BUS", "REL", "CRM"}
)
"""First parts of actor ids that have three capitals and are no country."""

Proxies = Mapping[str, tuple[str, float]]
"""Actor id → (the country it acts for, its weight π between 0 and 1)."""

VERBAL = {"verbal_cooperation": 1, "verbal_conflict": -1}
MATERIAL = {"material_cooperation": 1, "material_conflict": -1}


@dataclass(frozen=True, slots=True)
class Act:
    """A dated actual event of a dyad as the measures see it.

    Args:
        weight: π of the best pair of source and target, in (0, 1].
        sign: +1 cooperative, −1 conflictual. verbal: it counts for displayed warmth; otherwise for substance.
        first, last: the days it may lie on, both inclusive.
    """

    event: str
    weight: float
    sign: int
    verbal: bool
    first: date
    last: date

    @property
    def days(self) -> int:
        """Number of days that it may lie on, ≥ 1."""
        return (self.last - self.first).days + 1


def country(actor: str) -> str | None:
    """The country at the head of an actor id, None where the actor belongs to no state.

    >>> country("RUS.GOV.PUTIN"), country("IGO.NATO"), country("AUTHOR:0f3a")
    ('RUS', None, None)
    """
    head = actor.split(".", 1)[0]
    return head if len(head) == 3 and head.isalpha() and head.isupper() and head not in NOT_STATES else None


def acts_for(actor: str, state: str, proxies: Proxies | None = None) -> float:
    """How much of an actor is the state, π in [0, 1].

    >>> acts_for("TUR.MIL", "TUR"), acts_for("TUR.REB.PKK", "TUR"), acts_for("SYR.REB.X", "TUR", {"SYR.REB.X": ("TUR", 0.5)})
    (1.0, 0.0, 0.5)
    """
    if proxies and actor in proxies:
        patron, weight = proxies[actor]
        return weight if patron == state else 0.0
    if actor == state:
        return 1.0
    if country(actor) != state:
        return 0.0
    return 1.0 if actor.split(".")[1] in ORGANS else 0.0


def weight(event: Event, a: str, b: str, *, directed: bool = False, proxies: Proxies | None = None) -> float:
    """π_source · π_target of the best pair, 0 where the event does not lie between the two.

    Args:
        event: any event.
        a: a state, alpha-3.
        b: another.
        directed: only acts of `a` towards `b`; otherwise either way.
        proxies: actors that act for a state, with their weight.
    """
    there = _best(event.source, a, proxies) * _best(event.target, b, proxies)
    if directed:
        return there
    return max(there, _best(event.source, b, proxies) * _best(event.target, a, proxies))


def _best(actors: Iterable[str], state: str, proxies: Proxies | None) -> float:
    return max((acts_for(actor, state, proxies) for actor in actors), default=0.0)


def between(
    events: Iterable[Event], a: str, b: str, *, directed: bool = False, proxies: Proxies | None = None
) -> Iterator[Event]:
    """The events between two states, whatever their modality and date, in the order given.

    Raises:
        InputError: for a state and itself.
    """
    if a == b:
        raise InputError(f"{a} and {b} are the same state", mend="name two different states")
    return (event for event in events if weight(event, a, b, directed=directed, proxies=proxies) > 0)


def dated(event: Event) -> bool:
    """Whether both ends of its date are known, so that its days can be shared out."""
    first, last = event.moment.earliest, event.moment.latest
    return first is not None and last is not None and first <= last


def acts(events: Iterable[Event], a: str, b: str, *, directed: bool = False, proxies: Proxies | None = None) -> list[Act]:
    """The dated actual events between two states, by id: the order in which they are given makes no difference."""
    found: dict[str, Act] = {}
    for event in between(events, a, b, directed=directed, proxies=proxies):
        sign = VERBAL.get(event.quad) or MATERIAL.get(event.quad)
        first, last = event.moment.earliest, event.moment.latest
        if event.modality != "actual" or sign is None or first is None or last is None or first > last:
            continue
        share = weight(event, a, b, directed=directed, proxies=proxies)
        found[event.id] = Act(event.id, share, sign, event.quad in VERBAL, first, last)
    return [found[key] for key in sorted(found)]


def dyads(events: Iterable[Event]) -> list[tuple[str, str]]:
    """Every unordered pair of states with at least one dated actual event between them, in canonical order."""
    found: set[tuple[str, str]] = set()
    for event in events:
        if event.modality != "actual" or not dated(event):
            continue
        sources, targets = _states(event.source), _states(event.target)
        found.update((min(s, t), max(s, t)) for s in sources for t in targets if s != t)
    return sorted(found)


def _states(actors: Iterable[str]) -> set[str]:
    heads = {(country(actor), actor) for actor in actors}
    return {head for head, actor in heads if head is not None and acts_for(actor, head) > 0}
