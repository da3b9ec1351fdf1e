"""A case file and the events of a ledger → a situation that can be run, and rival theses that can be judged.

The case gives who wants what, how much they weigh, ties, views, proxies and mechanisms; the events give displayed warmth, substance,
and help and harm on a day. What neither gives is not known.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from detente.errors import DetenteError, InputError, UnknownNameError
from detente.records import Event
from detente.strategy.case import Case, CasePosition, Hypothesis, Range
from detente.strategy.case import Mechanism as CaseMechanism
from detente.strategy.case import Pattern as CasePattern
from detente.strategy.hypotheses import Override, Thesis
from detente.strategy.mechanisms import Triangle, Use, mechanism
from detente.strategy.patterns import Pattern
from detente.strategy.power import Array
from detente.strategy.replay import AsOf, as_of, told, within
from detente.strategy.situation import Situation
from detente.strategy.state import State, state
from detente.strategy.system import System, system


@dataclass(frozen=True, slots=True, eq=False)
class Replay:
    """A situation on a day, with what was left out.

    Args:
        notes: sentences on what was left out, and on what of the case has no date and is taken as it is.
    """

    situation: Situation
    events: AsOf[Event]
    positions: AsOf[CasePosition]
    notes: tuple[str, ...]


def assemble(case: Case, events: Iterable[Event] = (), *, on: date | None = None) -> Situation:
    """The situation of a case.

    Args:
        case: a checked case.
        events: of a ledger, for displayed, substance, help and harm.
        on: the day they are looked at from; the last day of the last dated event where not given.

    Raises:
        InputError: for a case that makes no system, or a mechanism that lacks something; with its line.
    """
    held = tuple(events)
    days = [event.moment.latest for event in held if event.modality == "actual" and event.moment.latest]
    made = Situation(
        state_of(case),
        tuple(use_of(one, case) for one in case.mechanisms),
        {issue.id: case.terms(issue.id) for issue in case.issues},
        {(p.actor, p.issue): tuple(sorted({e.document for e in p.evidence})) for p in case.standing() if p.evidence},
        held,
        on or max(days, default=None),
        case.proxies(),
        correlation=case.model.source_correlation,
        draws=case.model.draws,
        seed=case.model.seed,
    )
    return made.read()


def replay(case: Case, events: Iterable[Event], day: date) -> Replay:
    """The situation as it stood on a day: positions and events whose last day is not after it.

    Raises:
        InputError: for a day before anything dated, or one on which fewer than two actors had a position.
    """
    held = list(events)
    within(day, (*held, *case.positions_given))
    seen, stood = as_of(held, day), as_of(case.positions_given, day)
    left = (told(seen.undated, "event"), told(stood.undated, "position"))
    parts = [name for name in ("ties", "views", "mechanisms") if getattr(case, name)]
    undated = f"{', '.join(parts)} of the case have no date and are taken as they are" if parts else None
    try:
        situation = assemble(replace(case, positions_given=stood.taken), seen.taken, on=day)
    except InputError as error:
        reasons = "; ".join(one for one in left if one)
        mend = f"give a later day, or dates ({reasons})" if reasons else "give a later day"
        raise InputError(f"{error.what} on {day}", at=case.path, mend=mend) from None
    return Replay(situation, seen, stood, tuple(note for note in (*left, undated) if note))


def state_of(case: Case) -> State:
    """The state that a case gives by itself, with every actor that it names, also those without a position."""
    wide = _widened(case.system(), case)
    actors = wide.actors
    row = {actor: i for i, actor in enumerate(actors)}
    n = len(actors)
    pairs = {name: np.full((n, n), np.nan) for name in ("ties", "proximity", "trust", "aggression", "threat", "proxies")}
    for tie in case.ties:
        if tie.a in row and tie.b in row:
            for i, j in ((row[tie.a], row[tie.b]), (row[tie.b], row[tie.a])):
                pairs["ties"][i, j], pairs["proximity"][i, j] = _known(tie.value), _known(tie.proximity)
    for view in case.views:
        if view.holder in row and view.of in row:
            i, j = row[view.holder], row[view.of]
            for name in ("trust", "aggression", "threat"):
                pairs[name][i, j] = _known(getattr(view, name))
    for proxy in case.proxies_given:
        if proxy.actor in row and proxy.patron in row:
            pairs["proxies"][row[proxy.actor], row[proxy.patron]] = proxy.weight
    arenas = {issue: arena for issue, arena in case.arenas().items() if issue in wide.issues}
    known = {one.id: one for one in case.actors}
    authority = [_known(known[actor].authority) if actor in known else np.nan for actor in actors]
    return state(
        wide, arenas=arenas, zero_sum=case.model.zero_sum or 0.0, authority=authority, power=_powers(case, actors), **pairs
    )


def _powers(case: Case, actors: tuple[str, ...]) -> Array:
    """Power as a share of the largest in the case; influence where power is not given."""
    given = {one.id: one.power if one.power is not None else one.influence for one in case.actors}
    most = max((value for value in given.values() if value is not None), default=0.0)
    return np.array([_known(given.get(actor)) / most if most > 0 else np.nan for actor in actors])


def _widened(made: System, case: Case) -> System:
    """The system with every actor and issue of the case, also those of which no position is known."""
    actors = tuple(sorted({*made.actors, *(one.id for one in case.actors)}))
    issues = tuple(sorted({*made.issues, *(one.id for one in case.issues)}))
    at = np.ix_([actors.index(one) for one in made.actors], [issues.index(one) for one in made.issues])
    arrays = dict[str, Array]()
    for name in ("low", "mode", "high", "salience", "influence"):
        arrays[name] = np.full((len(actors), len(issues)), np.nan)
        arrays[name][at] = getattr(made, name)
    quo = [_known(case.issue(issue).status_quo) for issue in issues]
    return system(actors, issues, status_quo=quo, rules={one.id: one.rule for one in case.issues}, **arrays)


def _known(value: float | None) -> float:
    return np.nan if value is None else float(value)


def use_of(given: CaseMechanism, case: Case) -> Use:
    """A mechanism of a case: its words are roles, its numbers parameters.

    Raises:
        InputError: naming the line, and what is missing or will not do.
    """
    place = f"{case.path}:{given.line}: mechanism {given.name}" if given.line else f"mechanism {given.name}"
    theory = mechanism(given.name)
    roles, values = dict[str, str | tuple[str, ...]](), dict[str, float | Triangle]()
    for name, value in given.parameters.items():
        if isinstance(value, Range):
            values[name] = Triangle(value.low, value.mode, value.high)
        elif isinstance(value, str | tuple):
            roles[name] = value
        elif isinstance(value, float | int) and not isinstance(value, bool):
            values[name] = float(value)
        else:
            mend = f"give words for {', '.join(theory.roles)} and numbers for {', '.join(theory.parameters) or 'nothing else'}"
            raise InputError(f"{name} is {value!r}", at=place, mend=mend)
    try:
        use = theory.use(roles, values, on=given.on, evidence=given.evidence, line=given.line, at=place)
        _named(case, use)
    except UnknownNameError as error:
        raise InputError(error.what, at=place, mend=error.mend) from None
    return use


def _named(case: Case, use: Use) -> None:
    """Refuses roles of actors, issues and arenas that the case does not have."""
    actors = {one.id for one in case.actors} | {one.actor for one in case.positions_given}
    for role, names in use.roles.items():
        known = {"issues": {one.id for one in case.issues}, "arena": set(case.arenas().values())}.get(role, actors)
        for name in names:
            if name not in known:
                kind = {"issues": "issue", "arena": "arena"}.get(role, "actor")
                raise UnknownNameError(name, kind=f"{kind} of the case", known=known)


def theses(case: Case) -> tuple[Thesis, ...]:
    """The rival theses of a case, as `hypotheses.compete` takes them."""
    return tuple(_thesis(one) for one in case.hypotheses)


def _thesis(one: Hypothesis) -> Thesis:
    place = f"hypothesis {one.id} (line {one.line})" if one.line else f"hypothesis {one.id}"
    try:
        expects, excludes = (tuple(_pattern(p) for p in patterns) for patterns in (one.expects, one.excludes))
    except DetenteError as error:
        raise InputError(error.what, at=place, mend=error.mend) from None
    overrides = tuple(Override(o.event, o.reading, o.note) for o in one.overruled)
    return Thesis(one.id, one.thesis, one.holder, expects, excludes, overrides)


def _pattern(given: CasePattern) -> Pattern:
    return Pattern(given.types, given.dyad, given.directed, given.since, given.until, note=given.note)
