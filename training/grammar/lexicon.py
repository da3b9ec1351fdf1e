"""The acts: phrases of one PLOVER type each, read from `acts/*.tsv`.

A frame starts with its verb in the base form. In a frame, `{b}` is the other actor, `{b's X}` a thing of that actor, `{B X}` things
named after its country; `{its}`, `{it}` are the doer's pronouns, `{his}`, `{him}`, `{he}` the other's; `{third}` is somebody else;
`@name` draws a filling; `(x|y)` a choice. Square brackets hold what becomes the subject of the passive; a tilde stands before a
second verb of the subject. `<base coop>` sets in another act, in a form and of a class of types; that makes contrast sets such as
`threaten to expel`.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
TYPES = tuple(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE "
    "ASSAULT".split()
)
# Classes of types that an act can hold in it.
CLASSES = {
    "coop": ("CONSULT", "COOPERATE", "AID"),
    "kind": ("CONSULT", "COOPERATE", "AID", "SUPPORT"),
    "yield": ("RETREAT", "CONCEDE"),
    "hard": ("SANCTION", "COERCE", "ASSAULT", "MOBILIZE"),
    "force": ("ASSAULT",),
}
CONFLICT = frozenset("REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split())
INNER = re.compile(r"<(base|ing) (\w+)>")
WAYS = frozenset("><=&")


@dataclass(frozen=True, slots=True)
class Act:
    """An act that one actor does to another.

    Args:
        mode: what of the type it covers, after the codebook's modes.
        way: `>` the subject acts on the other; `<` the other acts on the subject; `=` both act; `&` both are the subject.
        doers, others: letters of the kinds that can be the subject and the other; empty where the act set in decides.
        nouns: the act as noun phrases, with `{a}` the doer and `{b}` the other.
    """

    type: str
    mode: str
    way: str
    frame: str
    doers: str
    others: str
    nouns: tuple[str, ...]

    @property
    def conflict(self) -> bool:
        """Whether its type is one of conflict."""
        return self.type in CONFLICT

    @property
    def inner(self) -> str | None:
        """The class of the act set in, if there is one."""
        found = INNER.search(self.frame)
        return found[2] if found else None

    @property
    def through(self) -> bool:
        """Whether the other actor stands only in the act set in (`threaten to <base force>`)."""
        return self.inner is not None and "{b" not in self.frame.replace("{b}self", "")

    @property
    def plain(self) -> bool:
        """Whether it can be set into another act: done by the subject, nothing set into it in its turn."""
        return self.way in ">=" and self.inner is None and "{third" not in self.frame


@cache
def acts() -> tuple[Act, ...]:
    """All acts, by type in the order of `TYPES`.

    Raises:
        ValueError: a line of a table cannot be read; the message names it.
    """
    return tuple(act for type_ in TYPES for act in _of(type_))


@cache
def inner_acts(name: str) -> tuple[Act, ...]:
    """The acts that can be set in where a frame asks for the class or type `name`."""
    types = CLASSES.get(name, (name,))
    return tuple(act for act in acts() if act.type in types and act.plain)


def _of(type_: str) -> list[Act]:
    path = HERE / "acts" / f"{type_}.tsv"
    with path.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [_act(type_, row, f"{path.name}:{n}") for n, row in enumerate(rows, 2)]


def _act(type_: str, row: dict[str, str], place: str) -> Act:
    doers, _, others = row["kinds"].partition(">")
    if row["way"] not in WAYS:
        raise ValueError(f"{place}: way {row['way']!r} is none of {' '.join(sorted(WAYS))}")
    if not doers and not INNER.search(row["frame"]):
        raise ValueError(f"{place}: no kinds of actors")
    nouns = tuple(noun.strip() for noun in row["nouns"].split(" / ") if noun.strip())
    return Act(type_, row["mode"], row["way"], row["frame"].strip(), doers, others, nouns)
