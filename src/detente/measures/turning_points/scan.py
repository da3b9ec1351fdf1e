"""Both detectors over one series."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np

from detente.errors import InputError
from detente.measures.dyads import Proxies
from detente.measures.turning_points import levels, spikes
from detente.measures.turning_points.found import Detector, Thin, TurningPoint, TurningPoints
from detente.measures.turning_points.levels import Shift
from detente.measures.turning_points.monthly import Series, constant, from_events
from detente.measures.turning_points.shuffles import Array
from detente.measures.turning_points.spikes import Spike
from detente.records import Event

N_SHUFFLES = 999
MOST = 4
"""Months that may be declared in one series, by either detector."""
_DECIMALS = 6


def turning_points(
    events: Iterable[Event],
    a: str,
    b: str,
    *,
    since: date | None = None,
    until: date | None = None,
    proxies: Proxies | None = None,
    n_shuffles: int = N_SHUFFLES,
    seed: int = 0,
) -> TurningPoints | Thin:
    """The turning points between two states, both directions together, each with the events that carry it.

    Args:
        events: any events; those not between the two are passed over.
        a: a state, alpha-3.
        b: another.
        since: nothing on an earlier day counts.
        until: nothing on a later day counts.
        proxies: actors that act for a state, with their weight.
        n_shuffles: of each test.
        seed: the same seed and events give the same answer.

    Raises:
        InputError: for a state and itself, a window that ends before it starts, or fewer than 99 shuffles.
    """
    series = from_events(events, a, b, since=since, until=until, proxies=proxies)
    return series if isinstance(series, Thin) else scan(series, n_shuffles=n_shuffles, seed=seed)


def scan(
    series: Series,
    *,
    level_alpha: float = levels.ALPHA,
    spike_alpha: float = spikes.ALPHA,
    n_shuffles: int = N_SHUFFLES,
    seed: int = 0,
) -> TurningPoints | Thin:
    """Level shifts and spikes of a series; at most four months, those with the smallest p.

    Args:
        series: the months.
        level_alpha: chance that a series whose months could have come in any order has a level shift.
        spike_alpha: chance that such a series, clipped, has a spike.
        n_shuffles: of each test, ≥ 99.
        seed: the same seed and series give the same answer.

    Returns:
        What was found, which may be nothing, or why the series is too thin.

    Raises:
        InputError: for a series with a score that is not finite, or fewer than 99 shuffles.

    >>> from datetime import date
    >>> found = scan(Series(date(2018, 1, 1), [1, 2, 3] * 8 + [7, 8, 9] * 4))
    >>> [(point.month, point.detector, point.direction, point.p_value) for point in found.points]
    [('2020-01', 'level', 'thaw', 0.001)]
    """
    if n_shuffles < 99:
        raise InputError(f"{n_shuffles} shuffles cannot show a chance of one in a hundred", mend="ask for 99 or more")
    thin = series.thin()
    if thin is not None:
        return thin
    x = series.array()
    points = list[TurningPoint]()
    if not constant(x):
        found = levels.shifts(x, alpha=level_alpha, n_shuffles=n_shuffles, seed=seed)
        points += [_level(series, x, one, n_shuffles) for one in found]
        points += [
            _spike(series, x, one, n_shuffles) for one in spikes.spikes(x, alpha=spike_alpha, n_shuffles=n_shuffles, seed=seed)
        ]
    declared = _declared(points)
    return TurningPoints(
        months=series.months,
        values=tuple(round(float(value), _DECIMALS) for value in x),
        points=tuple(point for point in sorted(points, key=lambda one: (one.month, one.detector)) if point.month in declared),
        left_out=tuple(sorted({point.month for point in points} - declared)),
        unscored=series.unscored,
        n_shuffles=n_shuffles,
        seed=seed,
        about=_about(series, level_alpha, spike_alpha, n_shuffles),
    )


def _declared(points: Sequence[TurningPoint]) -> set[str]:
    """The months with the smallest p; where p ties, each detector's strongest before its second strongest."""
    ranked = list[tuple[float, int, str, str]]()
    for detector in ("level", "spike"):
        mine = sorted((one for one in points if one.detector == detector), key=lambda one: (one.p_value, -one.statistic))
        ranked += [(one.p_value, rank, detector, one.month) for rank, one in enumerate(mine)]
    return set(list(dict.fromkeys(month for *_, month in sorted(ranked)))[:MOST])


def _level(series: Series, x: Array, one: Shift, n_shuffles: int) -> TurningPoint:
    before, after = (float(np.median(part)) for part in (x[one.left : one.at], x[one.at : one.right]))
    return _point(series, "level", one, before, after, n_shuffles)


def _spike(series: Series, x: Array, one: Spike, n_shuffles: int) -> TurningPoint:
    return _point(series, "spike", one, one.around, float(x[one.at]), n_shuffles)


def _point(
    series: Series, detector: Detector, one: Shift | Spike, before: float, after: float, n_shuffles: int
) -> TurningPoint:
    names = series.months
    statistic, p = round(one.statistic, _DECIMALS), round(one.p_value, _DECIMALS)
    if detector == "level":
        what = f"the median score goes from {before:.4g} to {after:.4g}; the contrast is {statistic:.2f} standard deviations"
        when = f"it starts in {names[one.at]}, with 80 % of the weight on {names[one.first]} to {names[one.last]}"
        null = "shuffled"
    else:
        what = (
            f"the score is {after:.4g} where the twelve months around have a median of {before:.4g}, {statistic:.2f} MADs away"
        )
        when = f"it is one of the months {names[one.first]} to {names[one.last]}" if one.first < one.last else "it stands alone"
        null = "clipped and shuffled"
    events = series.carriers(one.at, one.sign)
    bare = "; no event of that month pulls that way" if series.carried and not events else ""
    return TurningPoint(
        month=names[one.at],
        detector=detector,
        direction="thaw" if one.sign > 0 else "chill",
        statistic=statistic,
        p_value=p,
        first=names[one.first],
        last=names[one.last],
        before=round(before, _DECIMALS),
        after=round(after, _DECIMALS),
        events=events,
        about=f"{what}; p = {p:.2g} against {n_shuffles} {null} series; {when}{bare}",
    )


def _about(series: Series, level_alpha: float, spike_alpha: float, n_shuffles: int) -> str:
    rests = "" if series.counts is None else f", {np.mean(series.counts):.3g} {series.unit} a month"
    left_out = f"; {len(series.unscored)} events without a score are left out" if series.unscored else ""
    return (
        f"{len(series.values)} months{rests}{left_out}. Level shifts at {level_alpha:.0%} and spikes at {spike_alpha:.0%}, "
        f"each against {n_shuffles} shuffles of this series, {MOST} months at most. A shuffle takes the months to be "
        "interchangeable: a series that drifts, or has seasons, declares more than its share."
    )
