"""Compromise, median and Nash bargaining: published numbers, numbers worked by hand, properties."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from published_numbers import CAPABILITY, POSITION, SALIENCE

from detente.errors import InputError, UnknownNameError
from detente.strategy import solvers
from detente.strategy.checks import figures, lines, paired_interval
from detente.strategy.solvers.compromise import compromise, lever
from detente.strategy.solvers.median import median
from detente.strategy.solvers.nash import nash, utility

one_actor = st.tuples(st.floats(0, 100), st.floats(0.01, 100), st.floats(0.01, 100))
case = st.lists(one_actor, min_size=1, max_size=8).map(lambda rows: np.array(rows).T)


def test_every_published_figure_is_reached(data):
    missed = [one for one in figures(data) if one.reached is False]
    assert not missed


def test_figures_without_tables_say_what_is_missing(tmp_path):
    found = list(figures(tmp_path))
    assert any("is not there" in one.note for one in found)
    assert [one.name for one in found if one.value is not None] == ["nash: positions 0 and 100, powers 0.7 and 0.3"]
    assert all(line.isprintable() for line in lines(tmp_path))


def test_emission_mean_and_median_before_any_round():
    assert compromise(POSITION, SALIENCE, CAPABILITY) == pytest.approx(7.389955686853767, abs=1e-14)
    assert median(POSITION, SALIENCE, CAPABILITY) == 7.0


def test_published_forecasts_of_deu_iii(rows):
    read = rows("strategic/deu3_351_issue_forecasts.csv")
    outcome = np.array([float(row["outcome"]) for row in read])
    errors = {
        name: np.abs(np.array([float(row[name]) for row in read]) - outcome).mean()
        for name in ("compromise_forecast", "challenge_forecast")
    }
    assert len(read) == 351
    assert errors == pytest.approx({"compromise_forecast": 22.992, "challenge_forecast": 26.829}, abs=5e-4)
    assert np.abs(50 - outcome).mean() == pytest.approx(27.963, abs=5e-4)


def test_paired_interval_of_a_constant_is_that_constant():
    assert paired_interval(np.full(9, 2.5), list("aabbbcddd")) == (2.5, 2.5)


def test_median_takes_the_lower_of_two_halves():
    assert median([80, 20], [1, 1], [1, 1]) == 20.0
    assert median([10, 20, 30], [0.1, 0.1, 0.2], [1, 1, 1]) == 20.0


def test_unknown_position_weighs_nothing():
    assert compromise([10, np.nan, 30], [1, 50, 1], [1, 1, 1]) == 20.0
    assert median([10, np.nan, 30, 30], [1, 50, 1, 1], 1) == 30.0
    assert lever([10, np.nan], [1, 1], [1, 1]).tolist() == [1.0, 0.0]


def test_many_issues_and_draws_at_once():
    x = np.random.default_rng(0).uniform(0, 100, (5, 3, 4))
    s, c = np.random.default_rng(1).uniform(0, 1, (3, 4)), [1, 2, 3, 4]
    for solver in (compromise, median):
        whole = solver(x, s, c)
        assert whole.shape == (5, 3)
        assert whole[4, 2] == pytest.approx(float(solver(x[4, 2], s[2], c)), abs=1e-12)


@given(case)
def test_outcome_lies_in_the_hull(rows):
    x, s, c = rows
    assert x.min() - 1e-9 <= compromise(x, s, c) <= x.max() + 1e-9
    assert median(x, s, c) in x


@given(case, st.floats(0.01, 1000))
def test_scale_of_influence_does_not_matter(rows, factor):
    x, s, c = rows
    assert compromise(x, s, c * factor) == pytest.approx(float(compromise(x, s, c)), abs=1e-9)


@given(case, st.floats(0, 50))
def test_outcome_follows_whoever_moves_up(rows, step):
    x, s, c = rows
    moved = x.copy()
    moved[0] += step
    assert compromise(moved, s, c) == pytest.approx(float(compromise(x, s, c) + lever(x, s, c)[0] * step), abs=1e-9)
    assert median(moved, s, c) >= median(x, s, c)


@given(case, st.floats(0.1, 50))
def test_more_power_pulls_towards_its_holder(rows, factor):
    x, s, c = rows
    stronger = c.copy()
    stronger[0] *= 1 + factor
    assert abs(compromise(x, s, stronger) - x[0]) <= abs(compromise(x, s, c) - x[0]) + 1e-9


@given(st.floats(0, 100), st.integers(1, 6))
def test_where_all_agree_that_is_the_outcome(place, n):
    x, s, c = [place] * n, np.linspace(0.1, 1, n), np.arange(1, n + 1)
    assert compromise(x, s, c) == pytest.approx(place, abs=1e-9)
    assert median(x, s, c) == place
    assert nash(x, c, s).outcome == pytest.approx(place, abs=1e-6)


@given(case)
def test_order_of_actors_does_not_matter(rows):
    x, s, c = rows
    assert compromise(x[::-1], s[::-1], c[::-1]) == pytest.approx(float(compromise(x, s, c)), abs=1e-9)


def test_median_loses_no_weighted_vote():
    rng = np.random.default_rng(5)
    for _ in range(50):
        x, w = rng.uniform(0, 100, 7), rng.uniform(0, 1, 7)
        middle = median(x, w, 1)
        for rival in x:
            against = w[np.abs(x - rival) < np.abs(x - middle)].sum()
            assert against <= w.sum() / 2 + 1e-9


def test_nash_worked_by_hand():
    assert nash([0, 100], powers=[0.7, 0.3]).outcome == pytest.approx(30, abs=1e-9)
    # Each needs half of its utility: 20 allows up to 70, 100 down to 50; equal powers meet in the middle.
    found = nash([20, 100], disagreement=0.5)
    assert (float(found.low), float(found.high)) == (50.0, 70.0)
    assert found.outcome == pytest.approx(60, abs=1e-9)
    assert found.gains == pytest.approx([0.1, 0.1], abs=1e-9)


def test_nash_without_common_ground_is_no_deal():
    found = nash([0, 100], disagreement=0.6)
    assert np.isnan(found.outcome) and np.isnan(found.low) and np.isnan(found.gains).all()
    assert np.isnan(nash([50, 60], salience=[1, 0], disagreement=[0, 0.1]).outcome)


def test_nash_equals_a_fine_grid():
    rng, grid = np.random.default_rng(8), np.linspace(0, 100, 20001)
    for _ in range(30):
        n = int(rng.integers(2, 5))
        x, p, s, d = rng.uniform(0, 100, n), rng.uniform(0.1, 2, n), rng.uniform(0.2, 1, n), rng.uniform(-0.2, 0.1, n)
        gains = utility(grid, x, s) - d
        inside = (gains > 0).all(axis=1)
        found = nash(x, p, s, d).outcome
        if not inside.any():
            continue
        product = np.where(inside, (p * np.log(np.where(gains > 0, gains, 1))).sum(axis=1), -np.inf)
        assert found == pytest.approx(grid[product.argmax()], abs=0.006)


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0.1, 5))
def test_nash_more_power_pulls(a, b, power):
    weak, strong = nash([a, b], [power, 1]).outcome, nash([a, b], [power * 2, 1]).outcome
    assert abs(strong - a) <= abs(weak - a) + 1e-6


def test_nash_refuses_what_it_cannot_use():
    for arguments, says in (
        (([0, 101],), "between 0 and 100"),
        (([0, 1], [0, 0]), "power"),
        (([0, 1], [1, 1, 1]), "do not fit"),
        (([],), "no parties"),
    ):
        with pytest.raises(InputError, match=says):
            nash(*arguments)


def test_solvers_by_name():
    x, s, c = np.array([0.0, 100.0, 100.0]), np.array([100.0, 100.0, 100.0]), np.array([1.0, 1.0, 1.0])
    for name in solvers.SOLVERS:
        assert 0 <= solvers.solver(name)(x, s, c) <= 100
        assert solvers.solver(name)(np.stack([x, x]), s, c).shape == (2,)
    with pytest.raises(UnknownNameError, match="did you mean compromise"):
        solvers.solver("comprise")
