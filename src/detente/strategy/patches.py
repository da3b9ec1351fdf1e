"""Patches: what a scenario changes, in the case file's words.

    title = "The third party concedes"

    [[patch]]
    set = "position"                   # position salience influence status_quo authority power tie trust event mechanism
    actor = "USA"
    issue = "ARMS"
    to = 40                            # of a position also { low = 30, mode = 40, high = 60 }

    [[patch]]
    shift = "salience"                 # the same but event
    actor = "TUR"
    issue = "ARMS"
    by = -20

    [[patch]]
    set = "mechanism"
    name = "wedge"
    on = true
    parameters = { omega = 0.8 }

What each takes is in `TAKES`. A patch that names nothing, or something that is not there, is refused with its line.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, cast

from detente.errors import InputError, UnknownNameError
from detente.strategy.case.lines import line_of, places
from detente.strategy.mechanisms import Triangle

TAKES: dict[str, tuple[str, ...]] = {
    "position": ("actor", "issue"),
    "salience": ("actor", "issue"),
    "influence": ("actor",),
    "status_quo": ("issue",),
    "authority": ("actor",),
    "power": ("actor",),
    "tie": ("between",),
    "trust": ("holder", "of"),
    "event": ("event",),
    "mechanism": ("name",),
}
"""What a patch may be of → what it has to name."""
_FREE = {
    "influence": {"issue"},
    "event": {"counted", "type", "source", "target", "date"},
    "mechanism": {"on", "parameters", "parameter"},
}
Value = float | Triangle


@dataclass(frozen=True, slots=True)
class Patch:
    """One change.

    Args:
        shift: by how much, rather than to what.
        what: of `TAKES`. names: what it names, such as actor and issue.
        value: the number, or for a position its range; None for an event or a mechanism's switch.
        details: of an event or a mechanism.
        line: of the scenario file; 0 where it was made elsewhere.
    """

    what: str
    names: Mapping[str, tuple[str, ...]]
    value: Value | None = None
    shift: bool = False
    details: Mapping[str, Any] = field(default_factory=dict[str, Any])
    note: str | None = None
    line: int = 0

    def name(self, key: str) -> str:
        """The one thing that it names under a key."""
        return self.names[key][0]

    def __str__(self) -> str:
        names = {key: " and ".join(one) for key, one in self.names.items()}
        words = _WORDS.get(self.what, "{what} {event}{name}").format_map({"what": self.what, "event": "", "name": "", **names})
        words += f" on {names['issue']}" if self.what == "influence" and "issue" in names else ""
        if self.value is None:
            words += "".join(f", {key} {_said(value)}" for key, value in sorted(self.details.items()))
        else:
            number = _said(self.value)
            inner = f"{self.details['parameter']} of " if "parameter" in self.details else ""
            words = f"{inner}{words} {'by' if self.shift else 'to'} {number}"
        return f"{verb(self.shift)} {words}{f' (line {self.line})' if self.line else ''}"


_WORDS = {
    "position": "position of {actor} on {issue}",
    "salience": "salience of {issue} to {actor}",
    "influence": "influence of {actor}",
    "status_quo": "status quo of {issue}",
    "authority": "authority of {actor}",
    "power": "power of {actor}",
    "tie": "tie of {between}",
    "trust": "trust of {holder} in {of}",
}


@dataclass(frozen=True, slots=True)
class Scenario:
    """A title and its patches, in the order of the file."""

    title: str
    patches: tuple[Patch, ...]
    path: str = "scenario.toml"


def load(path: str | Path) -> Scenario:
    """A scenario from a file.

    Raises:
        InputError: it cannot be read, is no TOML, or a patch will not do; with the line.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", at=path, mend="give the path of a scenario file") from None
    except UnicodeDecodeError:
        raise InputError("is not UTF-8 text", at=path, mend="save it as UTF-8") from None
    return parse(text, str(path))


def parse(text: str, file: str = "scenario.toml") -> Scenario:
    """A scenario from its text. Raises InputError as `load`."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"is not TOML: {error}", at=file, mend="correct that place") from None
    where = places(text.replace("\r\n", "\n"))
    given = values.pop("patch", [])
    title = values.pop("title", None)
    if values:
        key = next(iter(values))
        raise InputError(f"has {key!r}", at=f"{file}:{line_of((key,), where)}", mend="write title and [[patch]] tables")
    if not isinstance(given, list) or not given or not all(isinstance(one, dict) for one in cast("list[Any]", given)):
        raise InputError("has no patch", at=file, mend='write a [[patch]] with set = "position", an actor, an issue and to')
    tables = cast("list[dict[str, Any]]", given)
    patches = tuple(_patch(one, file, line_of(("patch", number), where)) for number, one in enumerate(tables))
    return Scenario(title if isinstance(title, str) and title else Path(file).stem, patches, file)


def _patch(table: dict[str, Any], file: str, line: int) -> Patch:
    place = f"{file}:{line}"
    verbs = [verb for verb in ("set", "shift") if verb in table]
    if len(verbs) != 1:
        what = "a patch that names nothing" if not verbs else "a patch with both set and shift"
        raise InputError(what, at=place, mend=f"write set or shift = one of {', '.join(TAKES)}")
    shift, what = verbs[0] == "shift", table[verbs[0]]
    if what not in TAKES:
        known = UnknownNameError(str(what), kind="thing to change", known=TAKES)
        raise InputError(known.what, at=place, mend=known.mend or f"write one of {', '.join(TAKES)}")
    names = {key: _words(table, key, place) for key in (*TAKES[what], "issue") if key in table or key in TAKES[what]}
    if what == "tie" and (len(names["between"]) != 2 or names["between"][0] == names["between"][1]):
        raise InputError(f"between is {list(names['between'])}", at=place, mend="name two different actors")
    allowed = {verbs[0], "note", "to", "by", *TAKES[what], *_FREE.get(what, ())}
    for key in table:
        if key not in allowed:
            known = UnknownNameError(key, kind=f"key of a patch of {what}", known=allowed)
            raise InputError(known.what, at=place, mend=known.mend or f"write {', '.join(sorted(allowed - {'note'}))}")
    details = {key: table[key] for key in _FREE.get(what, ()) if key in table and key != "issue"}
    note = table.get("note")
    made = Patch(
        what, names, _value(table, what, shift, details, place), shift, details, note if isinstance(note, str) else None, line
    )
    _detailed(made, place)
    return made


def _words(table: dict[str, Any], key: str, place: str) -> tuple[str, ...]:
    value = table.get(key)
    if isinstance(value, str) and value:
        return (value,)
    if key == "between" and isinstance(value, list) and all(isinstance(one, str) for one in cast("list[Any]", value)):
        return tuple(cast("list[str]", value))
    what = f"a patch that names no {key}" if value is None else f"{key} is {value!r}"
    raise InputError(what, at=place, mend=f'write {key} = ["…", "…"]' if key == "between" else f'write {key} = "…"')


def _value(table: dict[str, Any], what: str, shift: bool, details: Mapping[str, Any], place: str) -> Value | None:
    switch = what in ("event", "mechanism") and "parameter" not in details
    key, other = ("by", "to") if shift else ("to", "by")
    if switch:
        if shift or "to" in table or "by" in table:
            mend = (
                "name the parameter"
                if what == "mechanism"
                else "set it: counted = false, or give type, source, target and date"
            )
            raise InputError(f"{what}s cannot be shifted as a whole", at=place, mend=mend)
        return None
    value = table.get(key)
    if other in table or value is None:
        raise InputError(f"a patch that says {verb(shift)} and gives no {key}", at=place, mend=f"write {key} = a number")
    if isinstance(value, int | float) and not isinstance(value, bool) and value == value and abs(value) != float("inf"):
        return float(value)
    if what == "position" and not shift and isinstance(value, dict):
        three = cast("dict[str, Any]", value)
        if set(three) == {"low", "mode", "high"} and all(isinstance(v, int | float) for v in three.values()):
            return Triangle(float(three["low"]), float(three["mode"]), float(three["high"]))
    raise InputError(f"{key} is {value!r}", at=place, mend=f"write {key} = a number")


def verb(shift: bool) -> str:
    """`set` or `shift`."""
    return "shift" if shift else "set"


def _detailed(patch: Patch, place: str) -> None:
    """Refuses switches of events and mechanisms that say nothing."""
    if patch.what == "event" and "counted" not in patch.details:
        missing = [key for key in ("type", "source", "target", "date") if key not in patch.details]
        if missing:
            mend = "write counted = false to leave an event out, or give type, source, target and date of a new one"
            raise InputError(f"an event without {' and '.join(missing)}", at=place, mend=mend)
        if not isinstance(patch.details["date"], date):
            raise InputError(f"date is {patch.details['date']!r}", at=place, mend="write a day such as 2020-03-05")
    if patch.what == "mechanism" and patch.value is None and not ({"on", "parameters"} & set(patch.details)):
        raise InputError("a patch that changes nothing", at=place, mend="write on = true or false, or parameters = { … }")


def _said(value: Any) -> str:
    if isinstance(value, Triangle):
        return f"{value.low:g}–{value.mode:g}–{value.high:g}"
    if isinstance(value, dict):
        inner = cast("dict[str, Any]", value)
        return ", ".join(f"{key} {_said(one)}" for key, one in sorted(inner.items()))
    if isinstance(value, list):
        return " and ".join(_said(one) for one in cast("list[Any]", value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)
