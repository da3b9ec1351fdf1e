"""Structural balance: triads by hand, frustration by trying everything."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import InputError
from detente.measures.balance import balance

NAN = np.nan


def network(n, ties):
    matrix = np.zeros((n, n))
    for (i, j), value in ties.items():
        matrix[i, j] = matrix[j, i] = value
    return [chr(65 + k) for k in range(n)], matrix


@pytest.mark.parametrize(
    ("signs", "sign", "frustration"), [((1, 1, 1), 1, 0), ((1, 1, -1), -1, 1), ((1, -1, -1), 1, 0), ((-1, -1, -1), -1, 1)]
)
def test_the_four_triads(signs, sign, frustration):
    found = balance(*network(3, dict(zip(((0, 1), (0, 2), (1, 2)), signs, strict=True))))
    assert found.triads[0].sign == sign and found.frustration == frustration
    assert found.balanced == (1.0 if sign > 0 else 0.0)


def test_the_cheapest_tie_gives_way():
    found = balance(*network(3, {(0, 1): 1.0, (0, 2): 1.0, (1, 2): -0.2}))
    assert found.frustration == pytest.approx(0.2)
    assert found.frustrated == (("B", "C"),) and found.triads[0].strength == pytest.approx(0.2)
    assert found.share == pytest.approx(2 * 0.2 / 2.2)


def test_two_camps():
    found = balance(*network(4, {(0, 1): 1, (2, 3): 1, (0, 2): -1, (1, 3): -1}))
    assert found.camps == (("A", "B"), ("C", "D")) and found.frustration == 0 and found.balanced is None


def test_unknown_and_neutral_ties_are_left_out():
    found = balance(["A", "B", "C"], [[NAN, NAN, 1], [NAN, 0, 0], [1, 0, 0]])
    assert found.triads == () and found.camps == (("A", "C"), ())
    nothing = balance(["A", "B"], [[0, NAN], [NAN, 0]])
    assert nothing.share is None and nothing.frustration == 0 and nothing.camps == ((), ())


@given(
    st.integers(2, 6).flatmap(
        lambda n: st.tuples(st.just(n), st.lists(st.sampled_from([-1.0, -0.5, 0.0, 0.25, 1.0]), min_size=15, max_size=15))
    )
)
def test_frustration_is_the_least_of_all_partitions(case):
    n, values = case
    pairs = [(i, j) for i in range(n) for j in range(i)]
    ties = dict(zip(pairs, values, strict=False))
    found = balance(*network(n, ties))
    costs = [sum(abs(v) for (i, j), v in ties.items() if v * s[i] * s[j] < 0) for s in product((1, -1), repeat=n)]
    assert found.frustration == pytest.approx(min(costs))
    assert found.share is None or 0 <= found.share <= 1
    if found.frustration == 0:
        assert found.balanced in (None, 1.0)


def test_bad_ties_are_refused():
    for ties, says in (
        ([[0, 1]], "2 × 2"),
        ([[0, 1], [-1, 0]], "both ways"),
        ([[0, 2], [2, 0]], "−1 to 1"),
        ([[0, NAN], [1, 0]], "nan"),
    ):
        with pytest.raises(InputError, match=says):
            balance(["A", "B"], ties)
    with pytest.raises(InputError, match="22 or fewer"):
        balance([str(k) for k in range(23)], np.ones((23, 23)))
