"""What a case is made of. Every part says what it rests on: places in documents, or the analyst.

Everything is frozen and hashable but for mappings. None is "not known", and stays so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from detente.records import UNKNOWN, Evidence, Moment
from detente.strategy.contest import MULTILATERAL, Rule

Origin = Literal["extracted", "analyst"]
Reading = Literal["consistent", "inconsistent", "neutral"]

MECHANISMS = (
    *("outside_option", "signalling", "balance_of_threat", "wedge", "exchange", "compartmentalise", "deconfliction"),
    *("isolation", "omnibalancing", "two_level", "reciprocity", "balance"),
    *("inducements", "deterrence", "sunk_cost", "proxy", "resolve"),
)
"""Names of the mechanisms that a case may switch on."""


@dataclass(frozen=True, slots=True)
class Range:
    """A number that is not known exactly: low ≤ mode ≤ high."""

    low: float
    mode: float
    high: float


Parameter = bool | float | str | tuple[str, ...] | Range | Mapping[str, "Parameter"]
"""What a mechanism may be given: a switch, a number, a word, words, a range, or a table of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What every part has.

    Args:
        origin: `extracted` from the documents that `evidence` points at, or an `analyst`'s.
        evidence: places in documents; `Evidence.document` is a document's name or id as the file has it.
        note: the analyst's words.
        line: of the file it was read from, 1 the first; 0 where it was made elsewhere. Not compared.
    """

    origin: Origin = "analyst"
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class CaseActor(Part):
    """Somebody with a say.

    Args:
        id: actor id of the ledger. influence: c_i ≥ 0 on one scale for all actors; None where not known.
        authority: a_i in [0, 1], leader against domestic constraint (1: nobody at home can stop it).
        power: of which a threat is made, ≥ 0, on one scale for all; influence where not given.
    """

    id: str
    name: str | None = None
    influence: float | None = None
    authority: float | None = None
    power: float | None = None


@dataclass(frozen=True, slots=True)
class CaseIssue(Part):
    """A question that actors disagree on.

    Args:
        pole_0, pole_100: what the two ends mean, in words. status_quo: q_k in [0, 100].
        rule: how it is decided. sanctions, powers: as in `rules.Terms`, party → number.
        kind: id in the catalogue of issues (`detente.reference.issues`), None for one of the case's own.
        about: whom or what it is about: actor ids, or a word.
    """

    id: str
    name: str
    pole_0: str
    pole_100: str
    arena: str | None = None
    status_quo: float | None = None
    rule: Rule = MULTILATERAL
    sanctions: Mapping[str, float] = field(default_factory=dict[str, float])
    powers: Mapping[str, float] = field(default_factory=dict[str, float])
    kind: str | None = None
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CasePosition(Part):
    """Where an actor stands on an issue: low ≤ mode ≤ high in [0, 100], all three None where not known.

    Args:
        salience: s_ik in [0, 100]. influence: c_ik where it differs from the actor's own on other issues.
        moment: when it was held.
    """

    actor: str
    issue: str
    low: float | None = None
    mode: float | None = None
    high: float | None = None
    salience: float | None = None
    influence: float | None = None
    moment: Moment = UNKNOWN


@dataclass(frozen=True, slots=True)
class Tie(Part):
    """A signed tie of two actors, the same both ways.

    Args:
        a, b: in alphabetical order. value: −1 hostile … 1 allied. proximity: in [0, 1], 1 next door.
    """

    a: str
    b: str
    value: float | None = None
    proximity: float | None = None


@dataclass(frozen=True, slots=True)
class View(Part):
    """How one actor sees another; need not be mutual.

    Args:
        holder: who sees. of: whom. trust: τ in [−1, 1]. aggression: the intent it reads in the other, in [0, 1].
        threat: θ in [0, 1]; where given, in place of power × proximity × aggression.
    """

    holder: str
    of: str
    trust: float | None = None
    aggression: float | None = None
    threat: float | None = None


@dataclass(frozen=True, slots=True)
class Proxy(Part):
    """A client, rebels or a public that act for a state: weight π in [0, 1]."""

    actor: str
    patron: str
    weight: float


@dataclass(frozen=True, slots=True)
class Mechanism(Part):
    """A mechanism's switch and parameters; a mechanism that a case does not name is off."""

    name: str
    on: bool = True
    parameters: Mapping[str, Parameter] = field(default_factory=dict[str, Parameter])


@dataclass(frozen=True, slots=True)
class Pattern:
    """Acts that a thesis speaks of: event types × dyad × period.

    Args:
        types: PLOVER types; all where empty. dyad: two actors, either way unless `directed` (first to second).
        since, until: days, both inclusive; open where None.
    """

    types: tuple[str, ...] = ()
    dyad: tuple[str, str] | None = None
    directed: bool = False
    since: date | None = None
    until: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Overruled:
    """The analyst's own reading of one event in the light of one thesis."""

    event: str
    reading: Reading
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Hypothesis(Part):
    """A thesis among rivals: who holds it (an actor id or a name), and what it expects and excludes."""

    id: str
    thesis: str
    holder: str | None = None
    expects: tuple[Pattern, ...] = ()
    excludes: tuple[Pattern, ...] = ()
    overruled: tuple[Overruled, ...] = ()


@dataclass(frozen=True, slots=True)
class Model:
    """How the case is solved.

    Args:
        solver: `compromise`, `median` or `challenge`, for multilateral issues and vetoes. response: ρ of unilateral actors, ≥ 0.
        zero_sum: in [0, 1]; None where the analyst takes no side.
        source_correlation: of the stance of positions with one source, in [0, 1]. draws, seed: of the sampling.
        threshold: outcome whose probability of being passed is reported; None for none.
    """

    solver: str = "compromise"
    response: float = 1.0
    zero_sum: float | None = None
    source_correlation: float = 0.5
    draws: int = 10_000
    seed: int = 0
    threshold: float | None = None
