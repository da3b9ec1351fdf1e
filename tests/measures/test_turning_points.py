"""Turning points: numbers by hand, an independent scan, events, and what is refused."""

from __future__ import annotations

import doctest
import sys
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

from detente.errors import InputError, MissingExtraError, UnknownNameError
from detente.measures.turning_points import Series, Thin, archive, checks, levels, scan, spikes, synthetic, turning_points
from detente.measures.turning_points.shuffles import orders, p_values, spread
from detente.records import Event, Moment

START = date(2018, 1, 1)
PAGE = Path(__file__).parents[2] / "docs" / "methods" / "turning-points.md"


def declared(found):
    return [(point.month, point.detector, point.direction) for point in found.points]


def act(key, day, score, *, source="NOR", target="PER", last=None, modality="actual"):
    quad = "verbal_cooperation" if (score or 0) >= 0 else "verbal_conflict"
    moment = Moment(day, last or day, "explicit")
    return Event(key, key, (source,), (target,), "CONSULT", quad, modality, 0.9, goldstein=score, moment=moment)


def relation(turn=18, n=36):
    """Four acts a month of both sides, warm until month `turn`, cold from then on."""
    rng = np.random.default_rng(4)
    for month in range(n):
        for k in range(4):
            score = round(float(rng.normal(3 if month < turn else -3, 1)), 1)
            day = date(2015 + month // 12, month % 12 + 1, 5 * k + 1)
            yield act(f"{month:02d}-{k}", day, score, source="NOR" if k % 2 else "PER", target="PER" if k % 2 else "NOR")


def test_the_page_and_the_docstrings():
    text = PAGE.read_text(encoding="utf-8")
    for heading in ("## Worked example", "## What it cannot tell", "## References"):
        assert heading in text
    found = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert found.attempted > 10
    assert found.failed == 0
    for name in ("scan", "synthetic"):
        module = f"detente.measures.turning_points.{name}"
        import_module(module)
        assert doctest.testmod(sys.modules[module]).failed == 0


def test_p_counts_the_observed_order():
    null = np.array([1.0, 2.0, 3.0, 4.0])
    assert p_values(np.array([5.0, 4.0, 0.5]), null).tolist() == [0.2, 0.4, 1.0]


def test_orders_are_orders_and_seeded():
    first = orders(30, 99, 0)
    assert (np.sort(first, axis=1) == np.arange(30)).all()
    assert (first == orders(30, 99, 0)).all()
    assert (first != orders(30, 99, 1)).any()


def test_the_scan_is_that_of_two_means():
    rng = np.random.default_rng(0)
    for n in (6, 7, 11, 24):
        z = rng.standard_normal(n)
        z = (z - z.mean()) / z.std()
        by_hand = {}
        for s in range(n):
            for e in range(s + levels.LEAST, n + 1):
                long_enough = s >= levels.LEAST and (e == n or n - e >= levels.LEAST)
                if long_enough:
                    other = np.concatenate([z[:s], z[e:]])
                    by_hand[s, e] = abs(z[s:e].mean() - other.mean()) * np.sqrt((e - s) * (n - e + s) / n)
        start, end, t = levels.segment(z)
        assert t == pytest.approx(max(by_hand.values()), abs=1e-8)
        assert by_hand[start, end] == pytest.approx(t, abs=1e-8)
        assert levels.largest(z[:, None])[0] == pytest.approx(t, abs=1e-8)


def test_neighbours_are_the_nearest_twelve_and_not_the_month_itself():
    near = spikes.beside(30)
    assert near[0].tolist() == list(range(1, 13))
    assert near[15].tolist() == [*range(9, 15), *range(16, 22)]
    assert near[29].tolist() == list(range(17, 29))
    x = np.random.default_rng(1).standard_normal(30)
    assert spikes.residuals(x[None])[0].tolist() == pytest.approx([x[t] - np.median(x[near[t]]) for t in range(30)])


def test_a_level_between_two_others():
    x = np.random.default_rng(2).normal(0, 1, 48)
    x[20:30] -= 6
    found = scan(Series(START, x))
    assert [(point.month, point.direction) for point in found.levels] == [("2019-09", "chill"), ("2020-07", "thaw")]
    assert all(point.first <= point.month <= point.last and 0 < point.p_value <= 0.03 for point in found.points)
    assert found.levels[0].after < -4 < -2 < found.levels[0].before
    assert "p = 0.001 against 999 shuffled series" in found.levels[0].about
    assert found == scan(Series(START, x))


def test_at_most_four_months_and_the_others_are_named():
    x = np.random.default_rng(3).normal(0, 1, 60)
    x[[5, 15, 25, 35, 45, 55]] += [30, -40, 50, 60, -70, 80]
    found = scan(Series(START, x))
    assert [point.month for point in found.spikes] == ["2020-02", "2020-12", "2021-10", "2022-08"]
    assert found.left_out == ("2018-06", "2019-04")
    assert found.levels == ()


def test_a_run_of_spikes_is_the_interval_of_each():
    x = np.random.default_rng(6).normal(0, 1, 48)
    x[[30, 31]] = 40, 50
    assert {(point.first, point.last) for point in scan(Series(START, x)).spikes} == {("2020-07", "2020-08")}


def test_events_carry_what_is_found():
    found = turning_points(relation(), "NOR", "PER")
    assert declared(found) == [("2016-07", "level", "chill")]
    (point,) = found.points
    scores = {event.id: event.goldstein for event in relation()}
    assert point.events == tuple(sorted((key for key in scores if key.startswith("18-")), key=lambda key: scores[key]))
    assert (found.months[0], found.months[-1], len(found.values)) == ("2015-01", "2017-12", 36)
    assert found.values[0] == pytest.approx(sum(scores[f"00-{k}"] for k in range(4)))


def test_the_order_of_events_and_of_the_two_states_is_nothing():
    told = list(relation())
    assert turning_points(told[::-1], "PER", "NOR") == turning_points(told, "NOR", "PER")


def test_only_dated_actual_scored_events_of_the_two_count():
    beside = [
        act("plan", date(2016, 7, 3), -90.0, modality="future"),
        act("elsewhere", date(2016, 7, 3), -90.0, target="CHL"),
        act("blank", date(2016, 7, 3), None),
    ]
    found = turning_points([*relation(), *beside], "NOR", "PER")
    assert found.points == turning_points(relation(), "NOR", "PER").points
    assert found.unscored == ("blank",)
    assert "1 events without a score are left out" in found.about


def test_an_event_adds_its_share_of_days():
    long = act("long", date(2015, 2, 1), 6.2, last=date(2015, 3, 3))  # 28 of 31 days in February
    plain, more = (turning_points([*relation(), *extra], "NOR", "PER").values for extra in ([], [long]))
    assert more[1] - plain[1] == pytest.approx(6.2 * 28 / 31, abs=1e-5)
    assert more[2] - plain[2] == pytest.approx(6.2 * 3 / 31, abs=1e-5)


def test_a_window_cuts_and_extends():
    found = turning_points(relation(), "NOR", "PER", since=date(2015, 3, 1), until=date(2018, 2, 28))
    assert (found.months[0], found.months[-1], found.values[-1]) == ("2015-03", "2018-02", 0.0)


def test_thin_series_are_refused_with_their_reason():
    assert "no dated act" in turning_points([], "NOR", "PER").reason
    few = [act(str(k), START + timedelta(30 * k), 1.0) for k in range(40)]
    thin = turning_points(few, "NOR", "PER")
    assert isinstance(thin, Thin)
    assert "events a month are too few" in thin.reason
    assert thin.per_month == pytest.approx(1.0, abs=0.1)
    assert thin.points == ()
    assert "23 months are too few" in scan(Series(START, range(23))).reason
    assert scan(Series(START, range(30), [2.9] * 30, "active days")).reason.startswith("2.9 active days a month")
    assert isinstance(scan(Series(START, [])), Thin)
    assert "same score" in scan(Series(START, [0.0] * 20 + [1.0, 2.0, 3.0, 4.0])).reason
    assert not isinstance(scan(Series(START, range(30), [3] * 30)), Thin)


@pytest.mark.parametrize(
    ("series", "says"),
    [
        (Series(START, [1.0] * 30 + [float("nan")]), "2020-07: the score is nan; give 0 for a month without events"),
        (Series(START, [1.0] * 30 + [float("inf")]), "2020-07: the score is inf"),
        (Series(START, [1.0] * 30 + [None]), "2020-07: the score is nan"),
        (Series(START, ["warm"] * 30), "not all numbers"),
        (Series(START, [[1.0, 2.0]] * 30), "shape"),
        (Series(START, [1.0] * 30, [1.0] * 29), "30 scores and 29 counts"),
        (Series(START, [1.0] * 30, [-1.0] * 30), "below zero"),
    ],
)
def test_malformed_series(series, says):
    with pytest.raises(InputError, match=says):
        scan(series)


def test_bad_arguments():
    with pytest.raises(InputError, match="same state"):
        turning_points([], "NOR", "NOR")
    with pytest.raises(InputError, match="swap the two days"):
        turning_points([], "NOR", "PER", since=date(2020, 1, 1), until=date(2019, 1, 1))
    with pytest.raises(InputError, match="99 or more"):
        scan(Series(START, range(30)), n_shuffles=50)


def test_synthetic_truth():
    one = synthetic.chilled(1)
    assert one.series == synthetic.chilled(1).series
    assert synthetic.MARGIN <= one.chill <= synthetic.MONTHS - synthetic.SPELL - synthetic.MARGIN
    assert one.series.months[one.chill] == one.months[0]
    assert synthetic.unbroken(1).months == ()
    drawn = [synthetic.chilled(seed) for seed in range(100)]
    counts = np.array([one.series.counts for one in drawn])
    assert counts.mean() == pytest.approx(10, abs=0.2)
    cold = np.array([(np.arange(48) - one.chill) // 7 == 0 for one in drawn])
    scores = [
        [
            score
            for one, mask in zip(drawn, cold, strict=True)
            for t in np.flatnonzero(mask == kind)
            for _, score in one.series.carried[t]
        ]
        for kind in (False, True)
    ]
    assert [np.mean(part) for part in scores] == pytest.approx([2, -3], abs=0.2)
    assert [np.std(part) for part in scores] == pytest.approx([4.5, 4.5], abs=0.1)


def test_what_the_synthetic_series_are_held_to():
    found = {figure.name: figure for figure in checks.by_construction(150, 199)}
    assert all(figure.reached is not False for figure in found.values()), found
    assert sum(figure.reached is True for figure in found.values()) == 4


def test_figures_say_what_is_missing(tmp_path, monkeypatch):
    first = next(iter(checks.figures(tmp_path)))
    assert (first.value, first.reached) == (None, None)
    assert first.note == "gdelt_dyad_month_2018_2021.parquet is not there"

    def absent(name):
        raise ImportError(name)

    monkeypatch.setattr(archive, "import_module", absent)
    (tmp_path / "series").mkdir()
    (tmp_path / checks.FILE).touch()
    assert "pip install 'detente[archive]'" in next(iter(checks.figures(tmp_path))).note
    with pytest.raises(MissingExtraError):
        archive.read(tmp_path / checks.FILE)


def test_a_dyad_of_an_archive():
    held = archive.Archive(START, {("NOR", "PER"): 0}, np.arange(30.0)[None], np.full((1, 30), 9.0))
    assert held.series("PER", "NOR") == held.series("NOR", "PER") == next(iter(held))[1]
    with pytest.raises(UnknownNameError, match="NOR-PER"):
        held.series("NOR", "PEX")


def test_an_archive_from_parquet(tmp_path):
    pyarrow = pytest.importorskip("pyarrow", reason="pyarrow, which reads the archive, is not installed")
    parquet = import_module("pyarrow.parquet")
    rows = {
        "month": [date(2019, 11, 1), date(2019, 11, 1), date(2020, 1, 1), date(2020, 1, 1)],
        "source": ["PER", "NOR", "NOR", "NOR"],
        "target": ["NOR", "PER", "PER", "NOR"],
        "score": [1.5, 2.0, -3.0, 99.0],
        "active_days": [1, 2, 3, 9],
    }
    path = tmp_path / "dyads.parquet"
    parquet.write_table(pyarrow.table(rows), path)
    held = archive.read(path)
    series = held.series("NOR", "PER")
    assert (list(held.dyads), held.start) == ([("NOR", "PER")], date(2019, 11, 1))
    assert (series.values, series.counts) == ([3.5, 0.0, -3.0], [3.0, 0.0, 3.0])
    assert series.months == ("2019-11", "2019-12", "2020-01")
    parquet.write_table(pyarrow.table({"month": rows["month"]}), path)
    with pytest.raises(InputError, match="give a Parquet file with month, source"):
        archive.read(path)
    rows["score"][1] = None
    parquet.write_table(pyarrow.table(rows), path)
    with pytest.raises(InputError, match="without a score"):
        archive.read(path)


def test_mad_is_in_units_of_a_standard_deviation():
    assert spread(np.random.default_rng(0).standard_normal(100_000)) == pytest.approx(1.0, abs=0.01)
