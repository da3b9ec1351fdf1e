"""Published figures, recomputed: each beside its target and how far off it may be.

The tables are not part of the package. `figures` looks for them in a folder with `strategic/` and `structural/`; a table that is not
there, or an optional package that is missing, makes a figure that says so, and no failure.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from detente.errors import MissingExtraError
from detente.measures import votes
from detente.strategy import ktab
from detente.strategy.power import Array
from detente.strategy.solvers.challenge import Trace, challenge
from detente.strategy.solvers.compromise import compromise
from detente.strategy.solvers.exchange import exchanges, trade
from detente.strategy.solvers.expected_utility import AS_CIRCULATED, Conventions
from detente.strategy.solvers.nash import nash

Row = dict[str, str]
PAIRS = ("RU_TR", "TR_US", "TR_DE", "RU_US", "RU_SY", "TR_SY", "RU_IR", "TR_AZ")
CONVENTIONS: dict[str, tuple[Conventions, float, float, float]] = {
    "as circulated": (AS_CIRCULATED, 0.0, 30.0, 42.837306),
    "denominator = pair": (Conventions(denominator="pair"), 0.590, 40.0, 40.0),
    "risk of B = own": (Conventions(risk_of_b="own"), 0.365, 30.0, 50.0),
    "selection = move": (Conventions(selection="move"), 0.348, 30.0, 40.0),
    "risk in votes = no": (Conventions(risk_in_votes=False), 0.0093, 40.0, 42.788254),
    "capitulation = allowed": (Conventions(capitulation=True), 0.0, 20.0, 50.0),
    "R = each round's": (Conventions(scale="each"), 0.0, 30.0, 40.0),
}
"""Conventions → change of the emission mean trace, China policy median and CNPC median at round 10."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `value` is None where it could not be computed, and `note` says why."""

    name: str
    value: float | None
    target: float | None = None
    tolerance: float = 0.0
    note: str = ""

    @property
    def reached(self) -> bool | None:
        """Whether the value is within the tolerance of the target; None where there is no value or no target."""
        if self.value is None or self.target is None:
            return None
        return abs(self.value - self.target) <= self.tolerance


def figures(folder: str | Path) -> Iterator[Figure]:
    """Every figure that the tables of a folder allow, in a fixed order."""
    checks: tuple[Callable[[Path], Iterator[Figure]], ...] = (
        emission,
        china,
        conventions,
        exchange,
        bargaining,
        deu,
        unga,
        ktab_start,
    )
    for check in checks:
        try:
            yield from check(Path(folder))
        except FileNotFoundError as error:
            yield Figure(check.__name__, None, note=f"{Path(error.filename).name} is not there")
        except MissingExtraError as error:
            yield Figure(check.__name__, None, note=str(error))


def lines(folder: str | Path) -> Iterator[str]:
    """The figures as lines of text."""
    words = {True: "reached", False: "MISSED", None: "-"}
    for one in figures(folder):
        value, target = ("-" if v is None else f"{v:.10g}" for v in (one.value, one.target))
        yield f"{one.name:<58} {value:>16} {target:>16} ±{one.tolerance:<8.3g} {words[one.reached]:<8} {one.note}".rstrip()


def emission(folder: Path) -> Iterator[Figure]:
    """Emission standards of 1993: the trace, and Scholz's printed table."""
    trace, known = _emission(folder), table(folder / "strategic/emission_1993_trace_full.csv")
    actors = list(known[0])[3:]
    off = np.abs(trace.positions - np.array([[float(row[a]) for a in actors] for row in known])).max()
    yield Figure("emission: largest difference from the trace, any actor", float(off), 0.0, 1e-9)
    printed = table(folder / "strategic/emission_standards_1993_published.csv")
    means = [abs(trace.mean[int(row["round"])] - float(row["scholz_table2_mean"])) for row in printed]
    yield Figure("emission: largest difference from Scholz's means", float(max(means)), 0.0, 0.07)
    same = sum(
        np.floor(trace.median[int(row["round"])] * 10) == round(float(row["scholz_table2_median"]) * 10) for row in printed
    )
    yield Figure("emission: Scholz's medians, truncated, of 8", float(same), 7.0)


def china(folder: Path) -> Iterator[Figure]:
    """China 2014: both solvers on both issues."""
    for case, mean, median in (("policy", 35.006, 30.0), ("cnpc", 39.963, 42.837)):
        x, s, c = _china(folder, case)
        yield Figure(f"China {case}: compromise", float(compromise(x, s, c)), mean, 0.005)
        yield Figure(f"China {case}: challenge, median of round 10", float(challenge(x, s, c).median[-1]), median, 0.005)


def conventions(folder: Path) -> Iterator[Figure]:
    """What each convention of the challenge model does."""
    base = _emission(folder).mean
    for name, (how, change, *medians) in CONVENTIONS.items():
        yield Figure(
            f"{name}: change of the emission mean", float(np.abs(_emission(folder, how).mean - base).max()), change, 0.0005
        )
        for case, median in zip(("policy", "cnpc"), medians, strict=True):
            value = float(challenge(*_china(folder, case), how=how).median[-1])
            yield Figure(f"{name}: China {case}, median of round 10", value, median, 1e-6)


def exchange(folder: Path) -> Iterator[Figure]:
    """The unit case of two actors and two issues."""
    rows = table(folder / "strategic/decide_rex_unit.csv")
    x, s = (np.array([float(row[column]) for row in rows]).reshape(2, 2) for column in ("position", "salience"))
    best, deals = exchanges(x, s, [1, 1])[0], trade(x, s, [1, 1])
    yield Figure("exchange: outcome of issue 1 before", float(deals.before[0]), 600 / 7, 1e-9)
    yield Figure("exchange: outcome of issue 2 before", float(deals.before[1]), 250 / 7, 1e-9)
    yield Figure("exchange: largest gain of actor 1", best.best_giver, 1400.0, 1e-9)
    yield Figure("exchange: largest gain of actor 2", best.best_taker, 7000 / 9, 1e-9)
    yield Figure("exchange: equal gain", best.gain, 500.0, 1e-9)
    yield Figure("exchange: outcome of issue 1 after", float(deals.after[0]), 100.0, 1e-9)
    yield Figure("exchange: outcome of issue 2 after", float(deals.after[1]), 200 / 7, 1e-9)


def bargaining(_: Path) -> Iterator[Figure]:
    """Nash bargaining, worked by hand: 0.7 · 0 + 0.3 · 100."""
    yield Figure("nash: positions 0 and 100, powers 0.7 and 0.3", float(nash([0, 100], [0.7, 0.3]).outcome), 30.0, 1e-9)


def deu(folder: Path) -> Iterator[Figure]:
    """DEU III: mean absolute errors of forecasts that others published; not of the solvers here."""
    rows = table(folder / "strategic/deu3_351_issue_forecasts.csv")
    outcome, weighted, contested = (
        np.array([float(row[column]) for row in rows]) for column in ("outcome", "compromise_forecast", "challenge_forecast")
    )
    note = "published forecasts, recomputed"
    yield Figure("DEU III: compromise, mean absolute error", float(np.abs(weighted - outcome).mean()), 22.992, 0.0005, note)
    yield Figure("DEU III: challenge, mean absolute error", float(np.abs(contested - outcome).mean()), 26.829, 0.0005, note)
    yield Figure("DEU III: always 50, mean absolute error", float(np.abs(50.0 - outcome).mean()), 27.963, 0.0005, note)
    gap = np.abs(contested - outcome) - np.abs(weighted - outcome)
    low, high = paired_interval(gap, [row["dossier"] for row in rows])
    note = f"95 % interval {low:.2f} to {high:.2f}, dossiers resampled; no split held out"
    yield Figure("DEU III: challenge less compromise", float(gap.mean()), None, 0.0, note)


def unga(folder: Path) -> Iterator[Figure]:
    """UN votes: cells of the table that are equal to three decimals."""
    known = table(folder / "strategic/unga_agreement_by_year.csv")
    codes = sorted({code for pair in PAIRS for code in pair.split("_")})
    path = _there(folder / "structural/unga_votes_1946_2019.parquet")
    rows, same = list(votes.from_parquet(path, codes)), 0
    for pair in PAIRS:
        found = {one.year: one for one in votes.agreement(rows, *pair.split("_"))}
        same += sum(abs(found[int(row["year"])].value - float(row[pair])) <= 0.0005 + 1e-12 for row in known)
    yield Figure("UN agreement: cells equal to three decimals, of 120", float(same), 120.0)


def ktab_start(folder: Path) -> Iterator[Figure]:
    """KTAB's example at its start."""
    state = ktab.read(_there(folder / "strategic/ktab_SOE-Pol-Comp.csv")).system()
    for issue, target in zip(state.issues, (36.294, 38.885), strict=True):
        one = state.contest(issue)
        yield Figure(
            f"KTAB: weighted mean of {issue}", float(compromise(one.position, one.salience, one.influence)), target, 0.0005
        )


def paired_interval(gap: Array, unit: list[str], draws: int = 2000, seed: int = 0) -> tuple[float, float]:
    """95 % bootstrap interval of a mean difference when whole units (dossiers) are drawn with replacement.

    Args:
        gap: (n,), the paired differences.
        unit: (n,), what each belongs to.
        draws: how many.
        seed: the same seed gives the same interval.
    """
    names, place = np.unique(unit, return_inverse=True)
    sums, counts = np.bincount(place, gap), np.bincount(place)
    picks = np.random.default_rng(seed).integers(0, names.size, (draws, names.size))
    low, high = np.quantile(sums[picks].sum(axis=1) / counts[picks].sum(axis=1), [0.025, 0.975])
    return float(low), float(high)


def table(path: Path) -> list[Row]:
    """The rows of a csv file; lines that start with # are comments."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def _there(path: Path) -> Path:
    if not path.is_file():
        raise FileNotFoundError(2, "is not there", str(path))
    return path


def _emission(folder: Path, how: Conventions = AS_CIRCULATED) -> Trace:
    rows = table(folder / "strategic/emission_standards_1993_input.csv")
    x, s, c = ([float(row[column]) for row in rows] for column in ("Position", "Salience", "Capability"))
    return challenge(x, s, c, how=how)


def _china(folder: Path, case: str) -> tuple[Array, Array, Array]:
    rows = table(folder / f"strategic/china_2014_{case}_input.csv")
    x, s, c = (np.array([float(row[column]) for row in rows]) for column in ("position", "salience", "influence"))
    return x, s / 100.0, c
