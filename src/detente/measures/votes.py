"""Agreement of two states' votes in the UN General Assembly, by calendar year.

    agreement = 1 − mean over roll calls of |v_i − v_j|,   v ∈ {yes 1, abstain ½, no 0}

over the roll calls of the year on which both have a vote; a state without a row was absent, and that roll call is left out. All
roll calls weigh the same. The year is that of the date, not the session. The share of identical votes is another measure.

References:
    E. Voeten, A. Strezhnev, M. Bailey, United Nations General Assembly Voting Data, Harvard Dataverse, doi:10.7910/DVN/LEJUQZ.
    E. Voeten, Data and analyses of voting in the UN General Assembly, in B. Reinalda (ed.), Routledge Handbook of International
    Organization (2013).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from detente.errors import InputError, MissingExtraError

VALUES = {"yes": 1.0, "abstain": 0.5, "no": 0.0}


class Vote(NamedTuple):
    """One state's vote on one roll call. `country` is any code, the same for one state throughout."""

    roll_call: Hashable
    date: date | str
    country: str
    vote: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How alike two states voted in a year: value and identical in [0, 1], over n roll calls, n ≥ 1."""

    year: int
    value: float
    n: int
    identical: float


def agreement(votes: Iterable[Vote | tuple[Hashable, date | str, str, str]], a: str, b: str) -> list[Agreement]:
    """Agreement of two states for each year in which both voted on the same roll call at least once.

    Args:
        votes: one row to a country and roll call, in any order; rows of other countries are passed over.
        a: a country, as the rows call it.
        b: another.

    Raises:
        InputError: for a vote that is not yes, abstain or no, a date that is none, two rows of a country on one roll call, or a
            country and itself.

    >>> first = [(1, "2016-03-01", "A", "yes"), (1, "2016-03-01", "B", "no")]
    >>> second = [(2, "2016-05-01", "A", "no"), (2, "2016-05-01", "B", "abstain")]
    >>> [(one.year, one.value, one.n) for one in agreement(first + second, "A", "B")]  # 1 − (1 + ½)/2
    [(2016, 0.25, 2)]
    """
    if a == b:
        raise InputError(f"{a} and {b} are the same country", mend="name two different countries")
    cast = dict[Hashable, dict[str, float]]()
    years = dict[Hashable, int]()
    for roll_call, day, country, vote in votes:
        if country not in (a, b):
            continue
        said = cast.setdefault(roll_call, {})
        if country in said:
            raise InputError(
                f"{country} has two votes", at=f"roll call {roll_call}", mend="keep one row to a country and roll call"
            )
        said[country], years[roll_call] = _value(vote, roll_call), _year(day, roll_call)
    apart = defaultdict[int, list[float]](list)
    for roll_call, said in cast.items():
        if len(said) == 2:
            apart[years[roll_call]].append(abs(said[a] - said[b]))
    return [Agreement(y, 1 - sum(d) / len(d), len(d), d.count(0.0) / len(d)) for y, d in sorted(apart.items())]


def from_parquet(path: str | Path, countries: Iterable[str]) -> Iterator[Vote]:
    """The votes of some countries from a Parquet file with the columns rcid, date, country_code and vote.

    Raises:
        MissingExtraError: where pyarrow is not installed.
        InputError: where the file cannot be read or lacks a column.
    """
    try:
        parquet = import_module("pyarrow.parquet")
    except ImportError:
        raise MissingExtraError("pyarrow", "archive") from None
    columns, wanted = ["rcid", "date", "country_code", "vote"], list(countries)
    try:
        table = parquet.read_table(path, columns=columns, filters=[("country_code", "in", wanted)])
        cells = [table[column].to_pylist() for column in columns]
    except (OSError, ValueError, KeyError, LookupError) as error:
        first = str(error).partition("\n")[0]
        raise InputError(
            f"votes cannot be read ({first})", at=path, mend=f"give a Parquet file with {', '.join(columns)}"
        ) from None
    return (Vote(*row) for row in zip(*cells, strict=True))


def _value(vote: str, roll_call: Hashable) -> float:
    if vote not in VALUES:
        mend = f"write {', '.join(VALUES)}; leave an absent country out"
        raise InputError(f"{vote!r} is not a vote", at=f"roll call {roll_call}", mend=mend)
    return VALUES[vote]


def _year(day: date | str, roll_call: Hashable) -> int:
    if isinstance(day, date):
        return day.year
    try:
        return date.fromisoformat(day).year
    except ValueError:
        raise InputError(f"{day!r} is not a date", at=f"roll call {roll_call}", mend="write it as 2016-08-09") from None
