"""A situation: everything that a run needs, in one value, and which of it comes from events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from detente.measures.dyads import Proxies
from detente.measures.series import HALF_LIFE_DAYS
from detente.records import Event
from detente.strategy.drawing import CORRELATION, Sources
from detente.strategy.mechanisms import Use
from detente.strategy.outcome import Outcome
from detente.strategy.relations import relations
from detente.strategy.rules import Terms
from detente.strategy.run import run
from detente.strategy.sampling import DRAWS, sample
from detente.strategy.state import State


@dataclass(frozen=True, slots=True, eq=False)
class Situation:
    """A state with its mechanisms and rules, on a day.

    Args:
        uses: mechanisms. terms: issue → terms of its rule. sources: (actor, issue) → what the position rests on.
        events: of which displayed, substance, gap_years, helped and harmed are made, as they stand on the day `on`.
        on: None: no events are read.
        proxies: actor → (state, π), for the events.
        correlation, draws, seed: of the sampling.
    """

    state: State
    uses: tuple[Use, ...] = ()
    terms: Mapping[str, Terms] = field(default_factory=dict[str, Terms])
    sources: Sources = field(default_factory=dict[tuple[str, str], tuple[str, ...]])
    events: tuple[Event, ...] = ()
    on: date | None = None
    proxies: Proxies = field(default_factory=dict[str, tuple[str, float]])
    half_life_days: float = HALF_LIFE_DAYS
    correlation: float = CORRELATION
    draws: int = DRAWS
    seed: int = 0

    def read(self) -> Situation:
        """The same with the relations that its events make."""
        if self.on is None:
            return self
        made = relations(
            self.events, self.state.system.actors, self.on, proxies=self.proxies, half_life_days=self.half_life_days
        )
        return replace(self, state=replace(self.state, **made))

    def solve(self) -> Outcome:
        """At the modes."""
        return run(self.state, self.uses, self.terms)

    def sample(self, n: int | None = None, seed: int | None = None) -> Outcome:
        """In draws."""
        return sample(
            self.state,
            self.uses,
            self.terms,
            n=self.draws if n is None else n,
            seed=self.seed if seed is None else seed,
            sources=self.sources,
            correlation=self.correlation,
        )
