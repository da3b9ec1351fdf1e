"""What the detectors are held to, recomputed: false alarms, known months, synthetic starts.

The archive is not part of the package. `figures` looks for `series/` in a folder; where the file or pyarrow is not there, its
figures say so, and those of the synthetic series are given all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from detente.errors import MissingExtraError
from detente.measures.turning_points import archive, levels, spikes, synthetic
from detente.measures.turning_points.found import TurningPoint
from detente.measures.turning_points.monthly import Series, constant
from detente.measures.turning_points.scan import MOST, N_SHUFFLES, scan
from detente.measures.turning_points.shuffles import Array

FILE = "series/gdelt_dyad_month_2018_2021.parquet"
KNOWN = (
    ("ARM", "AZE", "2020-07"),
    ("ARM", "AZE", "2020-09"),
    ("CHN", "IND", "2020-05"),
    ("GRC", "TUR", "2020-02"),
    ("GRC", "TUR", "2020-08"),
    ("ISR", "PSE", "2021-05"),
    ("USA", "IRN", "2020-01"),
    ("ISR", "ARE", "2020-08"),
)
"""Months in which a relation is known to have turned."""
BESIDE = (("RUS", "TUR", "2020-04"), ("RUS", "TUR", "2018-09"), ("RUS", "TUR", "2019-10"))
"""Reported with them, and not counted among them."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with what it should be. `value` is None where it could not be computed, and `note` says why."""

    name: str
    value: float | None
    at_least: float | None = None
    at_most: float | None = None
    note: str = ""

    @property
    def reached(self) -> bool | None:
        """Whether the value lies in its bounds; None where there is no value or no bound."""
        if self.value is None or (self.at_least is None and self.at_most is None):
            return None
        return (self.at_least is None or self.value >= self.at_least) and (self.at_most is None or self.value <= self.at_most)


def figures(folder: str | Path, *, n: int = 1000, n_shuffles: int = N_SHUFFLES, seed: int = 2018) -> Iterator[Figure]:
    """Every figure that a folder allows, in a fixed order.

    Args:
        folder: the one that holds `series/`.
        n: series of each check.
        n_shuffles: of each test.
        seed: of the choice of dyads and of the null series; those that the detectors draw are others.
    """
    try:
        path = Path(folder) / FILE
        if not path.is_file():
            raise FileNotFoundError(2, "is not there", str(path))
        held = archive.read(path)
    except FileNotFoundError as error:
        yield Figure("archive", None, note=f"{Path(error.filename).name} is not there")
    except MissingExtraError as error:
        yield Figure("archive", None, note=str(error))
    else:
        yield from known(held, n_shuffles)
        yield from nulls(held, n, n_shuffles, seed)
    yield from by_construction(n, n_shuffles)


def lines(folder: str | Path) -> Iterator[str]:
    """The figures as lines of text."""
    words = {True: "reached", False: "MISSED", None: "-"}
    for one in figures(folder):
        value = "-" if one.value is None else f"{one.value:.4g}"
        bounds = "".join(f" {sign} {v:g}" for sign, v in (("≥", one.at_least), ("≤", one.at_most)) if v is not None)
        yield f"{one.name:<66} {value:>8} {bounds or ' -':<8} {words[one.reached]:<8} {one.note}".rstrip()


def known(held: archive.Archive, n_shuffles: int = N_SHUFFLES) -> Iterator[Figure]:
    """Which of the known months are found within a month by one detector or the other."""
    near = {(a, b, month): _near(held.series(a, b), month, n_shuffles) for a, b, month in (*KNOWN, *BESIDE)}
    hits = sum(bool(near[case]) for case in KNOWN)
    yield Figure(f"known months found within a month, of {len(KNOWN)}", float(hits), at_least=6)
    for (a, b, month), found in near.items():
        note = ", ".join(f"{one.detector} {one.month} {one.direction}" for one in found) or "not found"
        yield Figure(f"{a}-{b} {month}", float(bool(found)), note=note)


def nulls(held: archive.Archive, n: int, n_shuffles: int, seed: int) -> Iterator[Figure]:
    """False alarms on each detector's own null, made of n dyads of the archive, and how many months those declare as they are."""
    fit = [series for _, series in held if series.thin() is None and not constant(series.array())]
    yield Figure("dyads refused as too thin, share", 1.0 - len(fit) / len(held.dyads), note=f"of {len(held.dyads)}")
    rng = np.random.default_rng(seed)
    chosen: list[Series] = [fit[int(k)] for k in rng.permutation(len(fit))[:n]]
    values = [series.array() for series in chosen]
    yield _level_alarms("archive, shuffled", [x[rng.permutation(x.size)] for x in values], n_shuffles)
    yield _spike_alarms(
        "archive, clipped and shuffled", [spikes.clipped(x)[rng.permutation(x.size)] for x in values], n_shuffles
    )
    months = [len({point.month for point in scan(one, n_shuffles=n_shuffles).points}) for one in chosen]
    yield Figure("months declared in one dyad, most", float(max(months)), at_most=MOST, note=f"mean {np.mean(months):.2f}")


def by_construction(n: int, n_shuffles: int) -> Iterator[Figure]:
    """False alarms and turning points found on the synthetic series."""
    flat = [synthetic.unbroken(seed).series.array() for seed in range(n)]
    yield _level_alarms("synthetic, without a chill", flat, n_shuffles)
    yield _spike_alarms("synthetic, without a chill", flat, n_shuffles)
    counted = np.array([_judged(synthetic.chilled(seed), n_shuffles) for seed in range(n)], dtype=np.float64)
    starts, ends, inside, others = counted.mean(axis=0).tolist()
    yield Figure("synthetic: start of the chill found within a month", starts, at_least=0.95, note=f"of {n}")
    yield Figure("synthetic: its end found within a month", ends)
    yield Figure("synthetic: start inside the 80 % interval of a level", inside, at_least=0.8)
    yield Figure("synthetic: months declared that are neither, each series", others)


def _level_alarms(name: str, rows: Sequence[Array], n_shuffles: int) -> Figure:
    alarms = [bool(levels.shifts(x, alpha=levels.ALPHA, n_shuffles=n_shuffles, seed=0)) for x in rows]
    return Figure(f"false alarms, level: {name}", sum(alarms) / len(rows), at_most=0.05, note=f"of {len(rows)}")


def _spike_alarms(name: str, rows: Sequence[Array], n_shuffles: int) -> Figure:
    alarms = [bool(spikes.spikes(x, alpha=spikes.ALPHA, n_shuffles=n_shuffles, seed=0)) for x in rows]
    return Figure(f"false alarms, spike: {name}", sum(alarms) / len(rows), at_most=0.05, note=f"of {len(rows)}")


def _near(series: Series, month: str, n_shuffles: int) -> list[TurningPoint]:
    """Points within a month of a known one."""
    names = series.months
    at = names.index(month)
    return [one for one in scan(series, n_shuffles=n_shuffles).points if abs(names.index(one.month) - at) <= 1]


def _judged(truth: synthetic.Known, n_shuffles: int) -> tuple[bool, bool, bool, int]:
    """Whether the start and the end were found, whether a level's interval holds the start, and how many months are neither."""
    points = scan(truth.series, n_shuffles=n_shuffles).points
    chill, thaw = truth.months
    near = {
        month: set(truth.series.months[max(at - 1, 0) : at + 2])
        for month, at in ((chill, truth.chill), (thaw, truth.thaw))
        if at
    }
    start = {one.month for one in points if one.direction == "chill" and one.month in near[chill]}
    end = {one.month for one in points if one.direction == "thaw" and one.month in near[thaw]}
    inside = any(one.first <= chill <= one.last for one in points if one.detector == "level")
    return bool(start), bool(end), inside, len({one.month for one in points} - start - end)
