"""Alignment of positions: worked numbers, bounds, and what is not known."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import InputError
from detente.measures.alignment import alignment
from detente.measures.triangular import quantile
from detente.records import Position

triple = st.lists(st.floats(0, 100), min_size=3, max_size=3).map(sorted)


def at(actor, issue, mode, salience: float | None = 50.0):
    return Position(actor, issue, mode, mode, mode, salience)


def test_by_hand():
    held = [at("A", "K", 100, 40), at("B", "K", 50, 90), at("A", "L", 20, 10), at("B", "L", 20, 40)]
    found = alignment(held, "A", "B")
    # w = √(40·90) = 60 and √(10·40) = 20, so A = 1 − 60 · 50/(100 · 80).
    assert found.value == pytest.approx(0.625)
    assert (found.low, found.high) == (pytest.approx(0.625), pytest.approx(0.625))
    assert (found.least, found.most) == (pytest.approx(0.625), pytest.approx(0.625))
    assert (found.n_shared, found.issues, found.n_missing) == (2, ("K", "L"), 0)


def test_bounds_of_what_nobody_reported():
    held = [at("A", "K", 100, 40), at("B", "K", 50, 90), at("A", "L", 20, 25)]
    found = alignment(held, "A", "B", issues=["M"])
    # Missing: L weighs √(25·100) = 50, M √(100·100) = 100; w(1 − d) = 60 · ½.
    assert (found.n_shared, found.n_missing) == (1, 2)
    assert found.least == pytest.approx(30 / 210) and found.most == pytest.approx(180 / 210)


def test_nothing_shared_is_not_known():
    found = alignment([at("A", "K", 1)], "A", "B")
    assert found.value is None and found.low is None and (found.least, found.most) == (0.0, 1.0)
    assert alignment([], "A", "B").least is None
    assert alignment([at("A", "K", 1, None), at("B", "K", 1)], "A", "B").value is None


def test_split_by_arena():
    held = [at("A", "K", 0), at("B", "K", 100), at("A", "L", 30), at("B", "L", 30)]
    found = alignment(held, "A", "B", arenas={"K": "north", "L": "south", "M": "south"})
    assert found.value == pytest.approx(0.5)
    assert {name: one.value for name, one in found.arenas.items()} == {"north": 0.0, "south": 1.0}
    assert found.arenas["south"].n_missing == 1 and found.n_missing == 1


@given(st.lists(st.tuples(triple, triple, st.floats(1, 100)), min_size=1, max_size=5))
def test_in_range_symmetric_and_inside_its_interval_and_bounds(rows):
    held = [
        Position(actor, str(k), *three, salience)
        for k, (a, b, salience) in enumerate(rows)
        for actor, three in (("A", a), ("B", b))
    ]
    there, back = alignment(held, "A", "B"), alignment(held[::-1], "B", "A")
    assert there.value is not None and there.low is not None and there.high is not None
    assert -1e-12 <= there.low <= there.value <= there.high <= 1 + 1e-12
    assert there.value == pytest.approx(back.value, abs=1e-12)
    assert there.least == pytest.approx(there.value) and there.most == pytest.approx(there.value)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100), st.booleans()), min_size=1, max_size=4))
def test_bounds_hold_whatever_the_unreported_positions_are(rows):
    reported = [
        one for k, (a, b, known) in enumerate(rows) for one in (at("A", str(k), a), *([at("B", str(k), b)] if known else []))
    ]
    bounds = alignment(reported, "A", "B")
    missing = [k for k, row in enumerate(rows) if not row[2]]
    assert bounds.least is not None and bounds.most is not None
    for truth in product((0.0, 100.0), repeat=len(missing)):
        whole = [*reported, *(at("B", str(k), x) for k, x in zip(missing, truth, strict=True))]
        value = alignment(whole, "A", "B").value
        assert value is not None and bounds.least - 1e-9 <= value <= bounds.most + 1e-9


def test_same_seed_same_interval():
    held = [Position("A", "K", 0, 40, 90, 50), Position("B", "K", 10, 60, 70, 50)]
    one, again, other = (alignment(held, "A", "B", seed=seed) for seed in (1, 1, 2))
    assert one == again and one.low != other.low


def test_bad_positions_are_refused():
    for held, says in (
        ([at("A", "K", 1), at("A", "K", 2)], "there twice"),
        ([Position("A", "K", 5, 1, 9, 1)], "low ≤ mode ≤ high"),
        ([Position("A", "K", None, 1, None, 1)], "or none"),
        ([at("A", "K", 101)], "0 to 100"),
        ([at("A", "K", 1, 101)], "salience"),
    ):
        with pytest.raises(InputError, match=says):
            alignment(held, "A", "B")
    with pytest.raises(InputError, match="same actor"):
        alignment([], "A", "A")


@given(triple, st.floats(0, 1))
def test_triangular_quantiles_lie_between_low_and_high(three, u):
    value = quantile(u, *three)
    assert three[0] - 1e-9 <= value <= three[2] + 1e-9


def test_triangular_draws_have_the_mean_of_a_triangle():
    draws = quantile((np.arange(100_000) + 0.5) / 100_000, 10, 20, 60)
    assert draws.mean() == pytest.approx(30, abs=1e-3)
    assert quantile(0.3, 5, 5, 5) == 5 and np.isnan(quantile(0.3, np.nan, np.nan, np.nan))
