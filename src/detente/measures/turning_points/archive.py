"""The monthly series of an event archive: a Parquet file with the columns month, source, target, score and active_days.

A dyad is both directions summed, scores and active days alike. A month without a row has no event: score 0, no active day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from detente.errors import InputError, MissingExtraError, UnknownNameError
from detente.measures.turning_points.monthly import Series
from detente.measures.turning_points.shuffles import Array

COLUMNS = ("month", "source", "target", "score", "active_days")


@dataclass(frozen=True, slots=True)
class Archive:
    """Every dyad of a file.

    Args:
        start: first day of the first month. dyads: pairs of state codes in canonical order, sorted, to row.
        scores, active: (dyads, months).
    """

    start: date
    dyads: dict[tuple[str, str], int]
    scores: Array
    active: Array

    def series(self, a: str, b: str) -> Series:
        """The series of two states. Raises UnknownNameError for a pair that the file does not have."""
        row = self.dyads.get((min(a, b), max(a, b)))
        if row is None:
            raise UnknownNameError(f"{a}-{b}", kind="dyad of the file", known=(f"{x}-{y}" for x, y in self.dyads))
        return Series(self.start, self.scores[row].tolist(), self.active[row].tolist(), "active days")

    def __iter__(self) -> Iterator[tuple[tuple[str, str], Series]]:
        """Every dyad with its series, in order."""
        return ((pair, self.series(*pair)) for pair in self.dyads)


def read(path: str | Path) -> Archive:
    """All dyads of a Parquet file; rows of a state with itself are left out.

    Raises:
        MissingExtraError: where pyarrow is not installed.
        InputError: where the file cannot be read, lacks a column, has no row, or a cell that is empty.
    """
    month, source, target, score, active = _columns(path)
    if not len(score) or not np.isfinite(score).all() or not np.isfinite(active).all():
        raise InputError("has no row, or one without a score or active days", at=path, mend="leave such rows out")
    names, code = np.unique(np.concatenate([source, target]), return_inverse=True)
    one, other = code[: len(source)], code[len(source) :]
    apart = one != other
    pairs, row = np.unique((np.minimum(one, other) * len(names) + np.maximum(one, other))[apart], return_inverse=True)
    month, score, active = month[apart], score[apart], active[apart]
    at = month - month.min()
    shape = (len(pairs), int(at.max()) + 1)
    scores, days = np.zeros(shape), np.zeros(shape)
    np.add.at(scores, (row, at), score)
    np.add.at(days, (row, at), active)
    dyads = {(str(names[pair // len(names)]), str(names[pair % len(names)])): k for k, pair in enumerate(pairs.tolist())}
    first = int(month.min()) + 1970 * 12
    return Archive(date(first // 12, first % 12 + 1, 1), dyads, scores, days)


def _columns(path: str | Path) -> tuple[NDArray[np.int64], NDArray[np.str_], NDArray[np.str_], Array, Array]:
    """Months since 1970, two codes, score and active days, each (rows,)."""
    try:
        parquet = import_module("pyarrow.parquet")
    except ImportError:
        raise MissingExtraError("pyarrow", "archive") from None
    try:
        table = parquet.read_table(path, columns=list(COLUMNS))
        month = table["month"].to_numpy().astype("datetime64[M]").astype(np.int64)
        source, target = (table[name].to_numpy(zero_copy_only=False).astype(np.str_) for name in ("source", "target"))
        score, active = (table[name].to_numpy().astype(np.float64) for name in ("score", "active_days"))
    except (OSError, ValueError, TypeError, LookupError) as error:
        first = str(error).partition("\n")[0]
        mend = f"give a Parquet file with {', '.join(COLUMNS)}"
        raise InputError(f"the series cannot be read ({first})", at=path, mend=mend) from None
    return month, source, target, score, active
