"""A patch applied to a situation. What it names has to be there, and what it shifts has to be known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, cast

import numpy as np

from detente.errors import DetenteError, InputError, UnknownNameError
from detente.records import Event, Moment
from detente.reference import plover
from detente.strategy.mechanisms import Triangle, Use, mechanism
from detente.strategy.patches import Patch, Scenario
from detente.strategy.power import Array
from detente.strategy.situation import Situation


def patched(situation: Situation, scenario: Scenario | Patch) -> Situation:
    """The situation with the patches of a scenario, in their order, and its relations read anew where an event was changed.

    Raises:
        InputError: naming the line, for a name that is not there, a value out of range, or a shift of what is not known.
    """
    patches = (scenario,) if isinstance(scenario, Patch) else scenario.patches
    file = "" if isinstance(scenario, Patch) else f"{scenario.path}:"
    for patch in patches:
        try:
            situation = _APPLY[patch.what](situation, patch)
        except DetenteError as error:
            place = f"{file}{patch.line}" if patch.line else str(patch)
            raise InputError(f"{error.at + ': ' if error.at else ''}{error.what}", at=place, mend=error.mend) from None
    return situation.read() if any(patch.what == "event" for patch in patches) else situation


def _moved(old: Array, patch: Patch, low: float, high: float | None, what: str) -> Array:
    """The new value of one number, or of the three of a position."""
    if isinstance(patch.value, Triangle):
        new = np.array([patch.value.low, patch.value.mode, patch.value.high])
        if not (np.diff(new) >= 0).all():
            raise InputError(
                f"{what} {patch.value.low:g}, {patch.value.mode:g}, {patch.value.high:g}", mend="give low ≤ mode ≤ high"
            )
    elif not patch.shift:
        new = np.full(old.shape, cast("float", patch.value))
    elif np.isnan(old).any():
        raise InputError(f"{what} is not known, and cannot be shifted", mend="set it")
    else:
        new = np.clip(old + cast("float", patch.value), low, high)
    if not ((new >= low) & (new <= (np.inf if high is None else high))).all():
        bounds = f"{low:g} or more" if high is None else f"{low:g} to {high:g}"
        raise InputError(f"{what} {float(new.ravel()[0]):g} is out of range", mend=f"give {bounds}")
    return new


def _position(situation: Situation, patch: Patch) -> Situation:
    state = situation.state
    i, k = state.row(patch.name("actor")), state.column(patch.name("issue"))
    made = state.system
    old = np.array([made.low[i, k], made.mode[i, k], made.high[i, k]])
    new = _moved(old, patch, 0.0, 100.0, f"position of {patch.name('actor')} on {patch.name('issue')}")
    low, mode, high = (_with(one, (i, k), v) for one, v in zip((made.low, made.mode, made.high), new, strict=True))
    changed = replace(made, low=low, mode=mode, high=high)
    return replace(situation, state=replace(state, system=changed, stated=mode, position=mode))


def _cell(name: str, high: float | None) -> Callable[[Situation, Patch], Situation]:
    def apply(situation: Situation, patch: Patch) -> Situation:
        state = situation.state
        i = state.row(patch.name("actor"))
        at = (i, state.column(patch.name("issue"))) if "issue" in patch.names else (i, slice(None))
        old: Array = getattr(state.system, name)
        told = " on ".join(patch.name(key) for key in ("actor", "issue") if key in patch.names)
        values = _with(old, at, _moved(np.asarray(old[at]), patch, 0.0, high, f"{name} of {told}"))
        changed = replace(state.system, **{name: values})
        return replace(situation, state=replace(state, system=changed, **{name: values}))

    return apply


def _status_quo(situation: Situation, patch: Patch) -> Situation:
    state, issue = situation.state, patch.name("issue")
    k = state.column(issue)
    new = _moved(np.asarray(state.status_quo[k]), patch, 0.0, 100.0, f"status quo of {issue}")
    changed = replace(state.system, status_quo=_with(state.status_quo, (k,), new))
    return replace(situation, state=replace(state, system=changed))


def _actor(name: str, high: float | None) -> Callable[[Situation, Patch], Situation]:
    def apply(situation: Situation, patch: Patch) -> Situation:
        state, actor = situation.state, patch.name("actor")
        i = state.row(actor)
        old: Array = getattr(state, name)
        values = _with(old, (i,), _moved(np.asarray(old[i]), patch, 0.0, high, f"{name} of {actor}"))
        return replace(situation, state=replace(state, **{name: values}))

    return apply


def _tie(situation: Situation, patch: Patch) -> Situation:
    state = situation.state
    i, j = (state.row(actor) for actor in patch.names["between"])
    new = _moved(np.asarray(state.ties[i, j]), patch, -1.0, 1.0, f"tie of {' and '.join(patch.names['between'])}")
    return replace(situation, state=replace(state, ties=_with(_with(state.ties, (i, j), new), (j, i), new)))


def _trust(situation: Situation, patch: Patch) -> Situation:
    state, holder, of = situation.state, patch.name("holder"), patch.name("of")
    at = (state.row(holder), state.row(of))
    new = _moved(np.asarray(state.trust[at]), patch, -1.0, 1.0, f"trust of {holder} in {of}")
    return replace(situation, state=replace(state, trust=_with(state.trust, at, new)))


def _event(situation: Situation, patch: Patch) -> Situation:
    name, details = patch.name("event"), patch.details
    known = {event.id for event in situation.events}
    if situation.on is None:
        raise InputError("events are not read here", mend="assemble the case with the events of a ledger")
    if "counted" in details:
        if name not in known:
            raise UnknownNameError(name, kind="event", known=known)
        if details["counted"] is not False:
            raise InputError(f"counted is {details['counted']!r}", mend="write counted = false; every event counts otherwise")
        return replace(situation, events=tuple(event for event in situation.events if event.id != name))
    if name in known:
        raise InputError(f"there is already an event {name}", mend="give the new one another id")
    kind, day = str(details["type"]).upper(), cast("date", details["date"])
    if kind not in plover.types():
        raise UnknownNameError(kind, kind="event type", known=plover.types())
    sides = [(one,) if isinstance(one, str) else tuple(one) for one in (details["source"], details["target"])]
    made = Event(
        name, str(patch), sides[0], sides[1], kind, plover.quad(kind), "actual", 1.0, moment=Moment(day, day, "explicit")
    )
    return replace(situation, events=(*situation.events, made), on=max(situation.on, day))


def _mechanism(situation: Situation, patch: Patch) -> Situation:
    name = patch.name("name")
    theory = mechanism(name)
    old = [use for use in situation.uses if use.name == name]
    if patch.value is not None:
        return replace(
            situation, uses=tuple(_turned(use, patch) if use.name == name else use for use in _some(situation, name))
        )
    given = patch.details.get("parameters", {})
    on = patch.details.get("on", True)
    if not isinstance(on, bool):
        raise InputError(f"on is {on!r}", mend="write true or false")
    if not isinstance(given, dict):
        raise InputError(f"parameters is {given!r}", mend="write parameters = { … }")
    roles, values = _split(cast("dict[str, Any]", given))
    if not old:
        return replace(situation, uses=(*situation.uses, theory.use(roles, values, on=on, line=patch.line)))
    made = [
        theory.use({**use.roles, **roles}, {**_given(use), **values}, on=on, evidence=use.evidence, line=use.line)
        for use in old
    ]
    return replace(situation, uses=(*(use for use in situation.uses if use.name != name), *made))


def _some(situation: Situation, name: str) -> tuple[Use, ...]:
    if name not in {use.name for use in situation.uses}:
        raise InputError(f"the mechanism {name} is not there", mend=f'set it: name = "{name}", on = true, parameters = {{ … }}')
    return situation.uses


def _turned(use: Use, patch: Patch) -> Use:
    """A use with one parameter set or shifted, its range with it."""
    theory, name = mechanism(use.name), str(patch.details["parameter"])
    if name not in theory.parameters:
        raise UnknownNameError(name, kind=f"parameter of {use.name}", known=theory.parameters)
    known = theory.parameters[name]
    number = cast("float", patch.value)
    if patch.shift and name not in use.ranges:
        raise InputError(f"{name} of {use.name} is not known, and cannot be shifted", mend="set it")
    old = use.ranges.get(name)
    moved = Triangle(number, number, number)
    if patch.shift and old:
        moved = Triangle(*(min(max(v + number, known.least), known.most) for v in (old.low, old.mode, old.high)))
    return theory.use(use.roles, {**_given(use), name: moved}, on=bool(use.on), evidence=use.evidence, line=use.line)


def _given(use: Use) -> dict[str, float | Triangle]:
    return dict(use.ranges)


def _split(given: dict[str, Any]) -> tuple[dict[str, str | tuple[str, ...]], dict[str, float | Triangle]]:
    """Words are roles, numbers and ranges parameters."""
    roles, values = dict[str, str | tuple[str, ...]](), dict[str, float | Triangle]()
    for name, value in given.items():
        if isinstance(value, str):
            roles[name] = value
        elif isinstance(value, list) and all(isinstance(one, str) for one in cast("list[Any]", value)):
            roles[name] = tuple(cast("list[str]", value))
        elif isinstance(value, int | float) and not isinstance(value, bool):
            values[name] = float(value)
        elif isinstance(value, dict) and set(cast("dict[str, Any]", value)) == {"low", "mode", "high"}:
            values[name] = Triangle(*(float(cast("dict[str, Any]", value)[key]) for key in ("low", "mode", "high")))
        else:
            raise InputError(f"{name} is {value!r}", mend="give a number, words, or { low = …, mode = …, high = … }")
    return roles, values


def _with(values: Array, at: tuple[Any, ...], new: Array) -> Array:
    changed = np.array(values)
    changed[at] = new
    changed.setflags(write=False)
    return changed


_APPLY: dict[str, Callable[[Situation, Patch], Situation]] = {
    "position": _position,
    "salience": _cell("salience", 100.0),
    "influence": _cell("influence", None),
    "status_quo": _status_quo,
    "authority": _actor("authority", 1.0),
    "power": _actor("power", None),
    "tie": _tie,
    "trust": _trust,
    "event": _event,
    "mechanism": _mechanism,
}
