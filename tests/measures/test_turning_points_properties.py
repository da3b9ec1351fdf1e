"""What must hold for the turning points of any series."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.measures.turning_points import Series, Thin, scan

START = date(2018, 1, 1)
OTHER = {"thaw": "chill", "chill": "thaw"}
scores = st.lists(st.integers(-60, 60), min_size=24, max_size=48)
plain = settings(max_examples=40, deadline=None)


def found(values):
    return scan(Series(START, [float(value) for value in values]), n_shuffles=99)


@st.composite
def turned(draw):
    """Small noise with a level and a spike somewhere."""
    values = draw(st.lists(st.integers(-5, 5), min_size=30, max_size=48))
    at, month = draw(st.integers(4, 26)), draw(st.integers(0, 29))
    size, out = draw(st.integers(-40, 40)), draw(st.integers(-300, 300))
    return [value + size * (t >= at) + out * (t == month) for t, value in enumerate(values)]


def kept(one, flip=False):
    if isinstance(one, Thin):
        return one.reason
    return [(p.month, p.detector, OTHER[p.direction] if flip else p.direction, p.p_value, p.first, p.last) for p in one.points]


@plain
@given(scores | turned(), st.integers(-10_000, 10_000))
def test_a_constant_added_changes_nothing(values, constant):
    there, here = found(values), found([value + constant for value in values])
    assert kept(there) == kept(here)
    for one, other in zip(there.points, here.points, strict=True):
        assert one.statistic == pytest.approx(other.statistic, abs=1e-5)
        assert (one.before + constant, one.after + constant) == pytest.approx((other.before, other.after), abs=1e-5)


@plain
@given(scores | turned())
def test_the_sign_turned_turns_thaw_into_chill(values):
    assert kept(found(values)) == kept(found([-value for value in values]), flip=True)


@plain
@given(scores | turned(), st.sampled_from([0.25, 0.5, 2.0, 1024.0]))
def test_the_unit_is_nothing(values, factor):
    assert kept(found(values)) == kept(found([value * factor for value in values]))


@plain
@given(st.floats(-1e9, 1e9), st.integers(24, 60))
def test_a_constant_series_declares_nothing(value, n):
    assert found([value] * n).points == ()


@plain
@given(scores | turned())
def test_every_number_is_one_and_in_range(values):
    one = found(values)
    assert len({point.month for point in one.points}) <= 4
    for point in one.points:
        assert 0 < point.p_value <= 0.03
        assert point.first <= point.month <= point.last
        assert all(map(math.isfinite, (point.statistic, point.before, point.after)))
        assert point.statistic > 0
        if point.detector == "spike":
            assert (point.after > point.before) == (point.direction == "thaw")
        assert point.about
