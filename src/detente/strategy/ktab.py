"""KTAB's csv of a spatial model, in and out.

    <scenario>,<"description">,<n actors>,<n dimensions>,
    Actor,Description,<Power>,<position 1>,<salience 1>[,<position 2>,<salience 2> …],
    XJ,Xi Jinping,100,20,60,

The comma at the end of a line may be missing. Power is positive; positions and saliences lie in [0, 100]. Saliences of one actor are
usually read as shares of 100 over the dimensions; files in use go beyond, so that is reported and not refused.

References:
    KAPSARC, KTAB: the toolkit for building collective decision-making models, examples/smp.
"""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from detente.errors import InputError
from detente.strategy.system import System, system

LONGEST = {"scenario name": 512, "actor": 25, "description": 256}
"""Characters that KTAB takes."""


@dataclass(frozen=True, slots=True)
class KtabActor:
    """A line: its power, and a position and salience to each dimension."""

    code: str
    description: str
    power: float
    positions: tuple[float, ...]
    saliences: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A file. `header` is its second line, which names the dimensions twice: their position and their salience columns."""

    name: str
    description: str
    header: tuple[str, ...]
    actors: tuple[KtabActor, ...]

    @property
    def dimensions(self) -> tuple[str, ...]:
        """Names of the position columns, without a closing word "Position"."""
        return tuple(name.removesuffix("Position").strip() or name for name in self.header[3::2])

    @property
    def over_budget(self) -> tuple[str, ...]:
        """Codes of actors whose saliences add up to more than 100."""
        return tuple(one.code for one in self.actors if sum(one.saliences) > 100.0)

    def system(self) -> System:
        """The same as a system: actors by code, one issue to a dimension, power as influence, everything multilateral."""
        positions = [one.positions for one in self.actors]
        saliences = [one.saliences for one in self.actors]
        return system([a.code for a in self.actors], self.dimensions, positions, saliences, [a.power for a in self.actors])


def read(path: str | Path) -> Scenario:
    """A scenario from a file.

    Raises:
        InputError: naming the file, the line and the mend.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", at=path, mend="give the path of a csv file") from None
    except UnicodeDecodeError:
        raise InputError("is not UTF-8 text", at=path, mend="save it as UTF-8 csv") from None
    return parse(text, str(path))


def parse(text: str, name: str = "ktab csv") -> Scenario:
    """A scenario from the text of a file.

    Args:
        text: the whole file.
        name: what to call it in a message.

    Raises:
        InputError: naming the line and the mend.
    """
    lines = _lines(text, name)
    if len(lines) < 2:
        mend = "start with `name,description,actors,dimensions` and a line of column names"
        raise InputError("has no two header lines", at=name, mend=mend)
    (first, head), (second, header) = lines[0], lines[1]
    if len(head) != 4:
        what = f"has {len(head)} fields, not the 4 of name, description, number of actors, number of dimensions"
        raise InputError(what, at=f"{name}:{first}", mend="put text that contains a comma in double quotes")
    _fits(head[0], "scenario name", f"{name}:{first}")
    n_actors, n_dimensions = (_count(head[k], what, f"{name}:{first}") for k, what in ((2, "actors"), (3, "dimensions")))
    width = 3 + 2 * n_dimensions
    if len(header) != width:
        what = f"names {len(header)} columns where {n_dimensions} dimensions need {width}"
        raise InputError(
            what, at=f"{name}:{second}", mend="name Actor, Description, Power, then a position and a salience to each"
        )
    if len(lines) - 2 != n_actors:
        what = f"announces {n_actors} actors and the file has {len(lines) - 2}"
        raise InputError(what, at=f"{name}:{first}", mend="correct the number, or add the missing lines")
    actors = tuple(_actor(fields, width, f"{name}:{line}") for line, fields in lines[2:])
    codes = [one.code for one in actors]
    for (line, _), code, before in zip(lines[2:], codes, (codes[:k] for k in range(n_actors)), strict=True):
        if code in before:
            raise InputError(
                f"the actor {code!r} is there twice", at=f"{name}:{line}", mend="give each actor a code of its own"
            )
    return Scenario(head[0], head[1], tuple(header), actors)


def write(scenario: Scenario) -> str:
    """The text of a scenario's file; `parse(write(s)) == s`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=",\n")
    n_dimensions = (len(scenario.header) - 3) // 2
    writer.writerow([scenario.name, scenario.description, len(scenario.actors), n_dimensions])
    writer.writerow(scenario.header)
    for one in scenario.actors:
        cells = [value for pair in zip(one.positions, one.saliences, strict=True) for value in pair]
        writer.writerow([one.code, one.description, *(f"{float(value)!r}".removesuffix(".0") for value in (one.power, *cells))])
    return out.getvalue()


def from_system(state: System, name: str, description: str = "") -> Scenario:
    """A scenario from a system at its modes. Influence has to be the same on all issues: KTAB knows one power.

    Raises:
        InputError: where something is not known, which a csv cannot say, influence is 0 or differs between issues, or an actor's id is
            longer than 25 characters.
    """
    if not state.known.all():
        i, k = (int(v) for v in np.argwhere(~state.known)[0])
        what = f"{state.actors[i]} has no known position, salience or influence on {state.issues[k]}"
        raise InputError(what, mend="a KTAB csv has no blanks: give it, or leave the actor or the issue out")
    power = state.influence[:, 0]
    if (state.influence != power[:, None]).any():
        raise InputError("influence differs between issues", mend="write one file to each issue: KTAB knows one power")
    if not (power > 0).all():
        raise InputError(
            f"{state.actors[int(power.argmin())]} has no influence", mend="a KTAB csv has no power 0: leave the actor out"
        )
    for actor in state.actors:
        _fits(actor, "actor", actor)
    header = [
        "Actor",
        "Description",
        "Power",
        *(f"{issue} {what}" for issue in state.issues for what in ("Position", "Salience")),
    ]
    rows = zip(state.actors, power.tolist(), state.mode.tolist(), state.salience.tolist(), strict=True)
    return Scenario(name, description, tuple(header), tuple(KtabActor(a, a, p, tuple(x), tuple(s)) for a, p, x, s in rows))


def _lines(text: str, name: str) -> list[tuple[int, list[str]]]:
    """The lines that say something, with their numbers, fields stripped and a closing comma dropped."""
    reader = csv.reader(io.StringIO(text), skipinitialspace=True, strict=True)
    found, last = list[tuple[int, list[str]]](), 0
    try:
        for row in reader:
            fields, line = [field.strip() for field in row], last + 1
            last = reader.line_num
            if fields and not fields[-1]:
                fields.pop()
            if any(fields):
                found.append((line, fields))
    except csv.Error as error:
        raise InputError(f"is not csv ({error})", at=f"{name}:{last + 1}", mend="close the quotation mark") from None
    return found


def _actor(fields: list[str], width: int, at: str) -> KtabActor:
    if len(fields) != width:
        raise InputError(
            f"has {len(fields)} fields where {width} are needed", at=at, mend="give a position and a salience to each dimension"
        )
    code, description, power = fields[:3]
    if not code:
        raise InputError("has no actor code", at=at, mend="give the actor a short code")
    _fits(code, "actor", at)
    _fits(description, "description", at)
    weight = _number(power, "power", at, 1e308)
    if weight <= 0:
        raise InputError(f"power {power} is not positive", at=at, mend="give a power above 0, or leave the actor out")
    values = [_number(field, "position" if k % 2 == 0 else "salience", at, 100.0) for k, field in enumerate(fields[3:])]
    return KtabActor(code, description, weight, tuple(values[0::2]), tuple(values[1::2]))


def _number(field: str, what: str, at: str, high: float) -> float:
    try:
        value = float(field)
    except ValueError:
        value = math.nan
    if not 0.0 <= value <= high:
        raise InputError(
            f"{what} {field!r} is not a number from 0{' to 100' if high == 100.0 else ''}", at=at, mend=f"correct the {what}"
        )
    return value


def _count(field: str, what: str, at: str) -> int:
    if not (field.isascii() and field.isdigit() and len(field) < 9 and int(field) > 0):
        raise InputError(
            f"number of {what} {field!r} is not a whole number above 0", at=at, mend=f"write how many {what} there are"
        )
    return int(field)


def _fits(text: str, what: str, at: str) -> None:
    if len(text) > LONGEST[what]:
        raise InputError(f"{what} has {len(text)} characters", at=at, mend=f"shorten it to {LONGEST[what]}")
