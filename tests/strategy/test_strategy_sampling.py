"""Draws: their margins, their correlation, their seeds, and what is read from them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import InputError
from detente.measures.triangular import quantile
from detente.strategy.drawing import normal_cdf, positions, uniforms
from detente.strategy.mechanisms import mechanism
from detente.strategy.run import run
from detente.strategy.sampling import LABEL, leave_one_out, sample, summary, tornado
from detente.strategy.state import state
from detente.strategy.system import system

NAN = np.nan
LOW, MODE, HIGH = [[0, 10], [60, 50], [NAN, 0]], [[10, 20], [80, 60], [NAN, 50]], [[40, 30], [100, 90], [NAN, 100]]
SOURCES = {("A", "K"): ("s1",), ("B", "K"): ("s1",), ("A", "L"): ("s2",), ("B", "L"): ("s1", "s2")}


def made(**changes):
    base = {"low": LOW, "high": HIGH, "status_quo": [NAN, 30]}
    return system(["A", "B", "C"], ["K", "L"], MODE, [[50, 50], [50, 20], [50, 30]], [1, 2, 1], **{**base, **changes})


def test_normal_cdf_is_that_of_the_error_function():
    z = np.linspace(-8, 8, 4001)
    exact = [0.5 * (1 + math.erf(v / math.sqrt(2))) for v in z]
    assert np.abs(normal_cdf(z) - exact).max() < 1e-7
    assert ((normal_cdf(z) >= 0) & (normal_cdf(z) <= 1)).all()


def test_margins_are_the_triangles_and_sources_correlate():
    x = positions(made(), 20_000, np.random.default_rng(0), SOURCES, 0.5)
    for share in (0.1, 0.5, 0.9):
        assert np.quantile(x[:, 0, 0], share) == pytest.approx(float(quantile(share, 0, 10, 40)), abs=0.4)
    assert np.isnan(x[:, 2, 0]).all()
    u = uniforms(made(), 20_000, np.random.default_rng(0), SOURCES, 0.5)
    rho = (6 / math.pi) * math.asin(0.5 / 2)  # the rank correlation of a normal pair with correlation ½
    assert np.corrcoef(u[:, 0, 0], u[:, 1, 0])[0, 1] == pytest.approx(rho, abs=0.02)
    assert abs(np.corrcoef(u[:, 0, 0], u[:, 0, 1])[0, 1]) < 0.03
    alone = uniforms(made(), 20_000, np.random.default_rng(0), SOURCES, 0.0)
    assert abs(np.corrcoef(alone[:, 0, 0], alone[:, 1, 0])[0, 1]) < 0.03


def test_one_source_for_all_at_correlation_one_moves_everything_together():
    u = uniforms(made(), 100, np.random.default_rng(0), {("A", "K"): ("s",), ("B", "L"): ("s",)}, 1.0)
    assert (u[:, 0, 0] == u[:, 1, 1]).all()


def uses():
    return [mechanism("inducements").use({"actor": "B", "target": "A", "issues": ("K",)}, {"offer": 0.5})]


def test_same_seed_same_bytes():
    first, again, other = (sample(state(made()), uses(), n=500, seed=s, sources=SOURCES) for s in (7, 7, 8))
    assert first.state.outcome.tobytes() == again.state.outcome.tobytes()
    assert first.state.outcome.tobytes() != other.state.outcome.tobytes()
    assert summary(first, 50) == summary(again, 50)


def test_a_mechanism_that_is_off_leaves_the_draws_as_they_were():
    on = mechanism("sunk_cost").use({"actor": "A", "issues": ("L",)}, {"spent": 0.5})
    off = mechanism("sunk_cost").use({"actor": "A", "issues": ("L",)}, {"spent": 0.5}, on=False)
    without, with_off, with_on = (sample(state(made()), [*rest, *uses()], n=200) for rest in ([], [off], [on]))
    assert without.state.outcome.tobytes() == with_off.state.outcome.tobytes()
    assert without.state.outcome[:, 0].tobytes() == np.ascontiguousarray(with_on.state.outcome[:, 0]).tobytes()


def test_summaries():
    found = {one.issue: one for one in summary(sample(state(made()), n=4000, sources=SOURCES), {"L": 45})}
    one = found["L"]
    assert one.low < one.median < one.high and 0 < one.p_over < 1 and one.label == LABEL
    assert found["K"].p_over is None and (one.n_draws, one.n_unknown, one.p_changed) == (4000, 0, 1.0)
    at_modes = run(state(made())).issues["L"].value
    assert one.low < at_modes < one.high


def test_an_issue_that_nobody_has_a_position_on_is_not_a_number():
    mode = [[10, NAN], [80, NAN], [NAN, NAN]]
    lone = system(["A", "B", "C"], ["K", "L"], mode, [[50, 50], [50, 20], [50, 30]], [1, 2, 1])
    found = summary(sample(state(lone), n=50))[1]
    assert found.median is None and found.n_unknown == 50 and found.reason


def test_tornado_takes_one_input_at_a_time():
    found = tornado(state(made()), uses())
    k = [one for one in found if one.issue == "K"]
    assert [one.width for one in k] == sorted((one.width for one in k), reverse=True)
    by = {one.input: one for one in found if one.issue == "L"}
    low, high = quantile([0.1, 0.9], 50, 60, 90)
    rest = (50 * 20 + 30 * 50, 50 + 40 + 30)
    assert by["position of B on L"].low == pytest.approx((rest[0] + 40 * low) / rest[1])
    assert by["position of B on L"].high == pytest.approx((rest[0] + 40 * high) / rest[1])
    assert any(one.input == "nu of inducements" for one in k)


def test_nothing_uncertain_has_no_tornado():
    assert tornado(state(system(["A", "B"], ["K"], [[0], [9]], [[1], [1]], [1, 1]))) == ()


def test_leaving_a_source_out():
    found = leave_one_out(state(made()), sources=SOURCES)
    names = {(one.source, one.issue): one for one in found}
    assert names["s1", "K"].without is None and names["s2", "L"].without != names["s2", "L"].outcome
    assert ("s1", "L") not in names  # B on L rests on two sources


@pytest.mark.parametrize(("options", "says"), [({"n": 0}, "0 draws"), ({"correlation": 1.5, "n": 5}, "correlation")])
def test_bad_requests(options, says):
    with pytest.raises(InputError, match=says):
        sample(state(made()), **options)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0, 100), min_size=6, max_size=6), st.integers(0, 2**31), st.floats(0, 1))
def test_outcomes_stay_between_the_positions(numbers, seed, correlation):
    low, mode, high = np.sort(np.array(numbers).reshape(2, 3), axis=1).T
    one = system(["A", "B"], ["K"], mode[:, None], [[50], [20]], [1, 2], low=low[:, None], high=high[:, None])
    found = sample(state(one), n=20, seed=seed, sources={("A", "K"): ("s",), ("B", "K"): ("s",)}, correlation=correlation)
    assert (found.state.stated[:, :, 0] >= low - 1e-9).all() and (found.state.stated[:, :, 0] <= high + 1e-9).all()
    assert (found.state.outcome >= min(low) - 1e-9).all() and (found.state.outcome <= max(high) + 1e-9).all()
