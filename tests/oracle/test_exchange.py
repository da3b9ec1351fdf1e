"""Exchange at equal gain: the unit case, a grid, and larger cases."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import InputError
from detente.strategy.solvers.compromise import compromise
from detente.strategy.solvers.exchange import effects, exchanges, trade

# The unit case of foarsitter/decide-exchange-model, decide/tests/test_rex.py: two actors, two issues, power 1.
POSITIONS = [[0, 0], [100, 100]]
SALIENCE = [[10, 90], [60, 50]]
POWER = [1, 1]


def test_unit_case():
    (one,) = exchanges(POSITIONS, SALIENCE, POWER)
    assert (one.giver, one.given, one.taker, one.taken, one.binding) == (0, 0, 1, 1, 0)
    assert one.gain == pytest.approx(500, abs=1e-9)
    assert one.best_giver == pytest.approx(1400, abs=1e-9)
    assert one.best_taker == pytest.approx(7000 / 9, abs=1e-9)
    deals = trade(POSITIONS, SALIENCE, POWER)
    assert deals.before == pytest.approx([600 / 7, 250 / 7], abs=1e-9)
    assert deals.after == pytest.approx([100, 200 / 7], abs=1e-9)
    assert effects(one, POSITIONS, SALIENCE, deals.before) == pytest.approx([500, 500], abs=1e-9)


def test_order_of_issues_does_not_matter():
    (one,) = exchanges(np.array(POSITIONS)[:, ::-1], np.array(SALIENCE)[:, ::-1], POWER)
    assert (one.giver, one.given, one.taker, one.taken, one.binding) == (1, 0, 0, 1, 1)
    assert one.gain == pytest.approx(500, abs=1e-9)


def test_no_exchange_between_those_who_agree():
    assert exchanges([[0, 0], [100, 0]], SALIENCE, POWER) == []
    assert exchanges(POSITIONS, [[10, 10], [10, 10]], POWER) == []
    deals = trade(POSITIONS, [[10, 10], [10, 10]], POWER)
    assert deals.exchanges == () and (deals.before == deals.after).all()


def test_unknown_position_does_not_trade():
    assert exchanges([[0, np.nan], [100, 100]], SALIENCE, POWER) == []


def test_supply_ends_at_what_the_other_wants():
    x = [[0, 0], [60, 100], [100, 50]]
    for one in exchanges(x, [[10, 90], [60, 20], [50, 50]], [3, 1, 2]):
        before = compromise(np.array(x).T, np.array([[10, 90], [60, 20], [50, 50]]).T, [3, 1, 2])
        for issue, shift, wants in ((one.given, one.given_shift, one.taker), (one.taken, one.taken_shift, one.giver)):
            side = np.sign(x[wants][issue] - before[issue])
            assert side * (x[wants][issue] - before[issue] - shift) >= -1e-9


def brute(x, s, c):
    """The largest equal gain over a grid of both shifts, for two actors and two issues."""
    x, s, w = np.array(x, dtype=float), np.array(s, dtype=float), np.array(s, dtype=float) * np.array(c, dtype=float)[:, None]
    before = (w * x).sum(axis=0) / w.sum(axis=0)
    best = 0.0
    for p, q in ((0, 1), (1, 0)):
        rate = (s[0, p] + s[1, p]) / (s[0, q] + s[1, q])
        most_p = w[0, p] * abs(x[1, p] - x[0, p]) / w[:, p].sum()
        most_q = w[1, q] * abs(x[0, q] - x[1, q]) / w[:, q].sum()
        dp = np.linspace(0, min(most_p, most_q / rate), 2001)
        after = np.tile(before, (dp.size, 1))
        after[:, p] += dp * np.sign(x[1, p] - x[0, p])
        after[:, q] += dp * rate * np.sign(x[0, q] - x[1, q])
        gains = (s * (np.abs(before - x) - np.abs(after[:, None] - x))).sum(axis=2).min(axis=1)
        best = max(best, gains.max())
    return best


@settings(max_examples=30)
@given(st.lists(st.floats(1, 100), min_size=6, max_size=6), st.booleans())
def test_equals_a_grid(numbers, crossed):
    s, c = np.array(numbers[:4]).reshape(2, 2), numbers[4:]
    x = [[0, 100], [100, 0]] if crossed else POSITIONS
    found = exchanges(x, s, c)
    assert (found[0].gain if found else 0.0) == pytest.approx(brute(x, s, c), rel=1e-3, abs=1e-6)


def decide(path):
    """A case of the exchange model's own format: actors × issues as position, salience, power."""
    with path.open(encoding="utf-8", newline="") as file:
        cells = [row for row in csv.reader(file, delimiter="\t", quotechar="'") if row and row[0] == "#D"]
    actors, issues = (list(dict.fromkeys(row[k] for row in cells)) for k in (1, 2))
    values = np.full((3, len(actors), len(issues)), np.nan)
    for _, actor, issue, *three in cells:
        values[:, actors.index(actor), issues.index(issue)] = [float(one) for one in three]
    return values[0], np.nan_to_num(values[1]), np.nan_to_num(values[2])


@pytest.mark.parametrize("name", ["decide_copenhagen.csv", "decide_cop21.csv", "decide_sample_data.txt"])
def test_both_sides_of_every_deal_gain_what_it_says(data, name):
    x, s, c = decide(data / "strategic" / name)
    deals = trade(x, s, c)
    assert deals.exchanges
    w = np.where(np.isnan(x), 0, s * c)
    votes, outcome = np.nan_to_num(x), deals.before.copy()
    given = set()
    for one in deals.exchanges:
        gains = effects(one, x, s, outcome)
        assert gains[[one.giver, one.taker]] == pytest.approx([one.gain, one.gain], rel=1e-9)
        assert one.best_giver >= one.gain - 1e-9 and one.best_taker >= one.gain - 1e-9
        assert {(one.giver, one.given), (one.taker, one.taken)}.isdisjoint(given)
        given |= {(one.giver, one.given), (one.taker, one.taken)}
        outcome[one.given] += one.given_shift
        outcome[one.taken] += one.taken_shift
    assert outcome == pytest.approx(deals.after, rel=1e-9)
    votes = np.nan_to_num(deals.positions)
    assert (w * votes).sum(axis=0) / w.sum(axis=0) == pytest.approx(deals.after, rel=1e-9)


def test_at_most_so_many():
    rng = np.random.default_rng(2)
    x, s, c = rng.uniform(0, 100, (6, 4)), rng.uniform(1, 100, (6, 4)), rng.uniform(1, 5, 6)
    assert len(trade(x, s, c, most=1).exchanges) == 1
    assert trade(x, s, c, most=1).exchanges[0] == exchanges(x, s, c)[0]


def test_bad_input_is_refused():
    for arguments, says in (
        (([1, 2], [1, 2], [1, 1]), "rows"),
        ((POSITIONS, [[-1, 1], [1, 1]], POWER), "at least 0"),
        ((POSITIONS, [[0, 1], [0, 1]], POWER), "nobody weighs"),
    ):
        with pytest.raises(InputError, match=says):
            exchanges(*arguments)
