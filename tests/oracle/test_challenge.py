"""The challenge model against printed traces, and against itself written out loop by loop."""

from __future__ import annotations

from itertools import product

import naive_challenge
import numpy as np
import pytest
from published_numbers import ACTORS, CAPABILITY, MEANS, POSITION, SALIENCE

from detente.errors import InputError
from detente.strategy.checks import CONVENTIONS
from detente.strategy.solvers.challenge import COMPROMISED, CONFRONTED, STAYS, challenge, challenge_draws, first_pass
from detente.strategy.solvers.expected_utility import Conventions


@pytest.fixture(scope="module")
def trace():
    return challenge(POSITION, SALIENCE, CAPABILITY)


def place(actor):
    return ACTORS.index(actor)


def test_mean_trace_equals_the_open_replication(trace):
    np.testing.assert_allclose(trace.mean, MEANS, rtol=0, atol=3e-15)


def test_every_actor_in_every_round(trace, rows):
    known = rows("strategic/emission_1993_trace_full.csv")
    np.testing.assert_allclose(trace.positions, [[float(row[a]) for a in ACTORS] for row in known], rtol=0, atol=1e-9)
    np.testing.assert_allclose(trace.median, [float(row["weighted_median"]) for row in known], rtol=0, atol=1e-9)


def test_printed_table_of_scholz(trace, rows):
    printed = rows("strategic/emission_standards_1993_published.csv")
    for row in printed:
        assert abs(trace.mean[int(row["round"])] - float(row["scholz_table2_mean"])) <= 0.07
    medians = [(trace.median[int(row["round"])], float(row["scholz_table2_median"])) for row in printed]
    assert sum(np.floor(ours * 10) == round(theirs * 10) for ours, theirs in medians) == 7


def test_first_pass_of_round_one():
    # Capabilities and saliences have few decimals, so that the chances are fractions, worked out exactly.
    seen, z, r = first_pass(POSITION, SALIENCE, CAPABILITY)
    assert seen.total.item() == pytest.approx(28.233, abs=1e-12)
    assert seen.p[place("Netherlands"), place("France"), 0] == pytest.approx(248 / 28233, abs=1e-15)
    assert seen.p[place("Belgium"), place("UK"), 0] == pytest.approx(341 / 56466, abs=1e-15)
    threat = {
        "Netherlands": -5.249283,
        "Belgium": 1.428336,
        "Luxembourg": 5.437679,
        "France": -2.093933,
        "UK": -8.640899,
        "Ireland": 5.607084,
        "Denmark": -8.811603,
        "Greece": -2.750413,
    }
    risk = {
        "Netherlands": 1.405653,
        "Germany": 1.405653,
        "Belgium": 0.754196,
        "Luxembourg": 0.508864,
        "France": 1.046524,
        "Italy": 1.046524,
        "UK": 1.964898,
        "Ireland": 0.5,
        "Denmark": 2.0,
        "Greece": 1.112125,
    }
    assert {actor: z[place(actor)] for actor in threat} == pytest.approx(threat, abs=5e-7)
    assert {actor: r[place(actor)] for actor in risk} == pytest.approx(risk, abs=5e-7)


def test_after_round_one(trace):
    moved = {"Belgium": 8.415932315426765, "Luxembourg": 7.0, "Ireland": 4.0}
    expected = [moved.get(actor, start) for actor, start in zip(ACTORS, POSITION, strict=True)]
    np.testing.assert_allclose(trace.positions[1], expected, rtol=0, atol=1e-14)
    assert trace.mean[1] == pytest.approx(7.461314378277189, abs=1e-14)
    assert trace.median[1] == pytest.approx(8.415932315426765, abs=1e-14)
    kinds = {actor: int(trace.moves[0, place(actor)]) for actor in ACTORS}
    assert {actor for actor, kind in kinds.items() if kind != STAYS} == set(moved)
    assert kinds["Belgium"] == COMPROMISED and kinds["Ireland"] == CONFRONTED
    assert (trace.toward[0] >= 0).sum() == 3


@pytest.mark.parametrize("name", CONVENTIONS)
def test_what_each_convention_does_to_the_emission_trace(trace, name):
    how, change, *_ = CONVENTIONS[name]
    other = challenge(POSITION, SALIENCE, CAPABILITY, how=how)
    digits = 5e-5 if change == 0.0093 else 5e-4
    assert np.abs(other.mean - trace.mean).max() == pytest.approx(change, abs=digits if change else 0)
    if name == "denominator = pair":
        assert other.median[-1] == 7.0


@pytest.mark.parametrize("name", CONVENTIONS)
@pytest.mark.parametrize("case", ["policy", "cnpc"])
def test_what_each_convention_does_to_china(rows, name, case):
    how, _, *medians = CONVENTIONS[name]
    x, s, c = columns(rows, case)
    expected = dict(zip(("policy", "cnpc"), medians, strict=True))[case]
    assert challenge(x, s, c, how=how).median[-1] == pytest.approx(expected, abs=5e-7)


@pytest.mark.parametrize("case", ["policy", "cnpc"])
def test_china_round_by_round(rows, case):
    trace = challenge(*columns(rows, case))
    known = [row for row in rows("strategic/china_2014_challenge_trace.csv") if row["case"] == case]
    np.testing.assert_allclose(trace.mean, [float(row["weighted_mean"]) for row in known], rtol=0, atol=1e-9)
    np.testing.assert_allclose(trace.median, [float(row["weighted_median"]) for row in known], rtol=0, atol=1e-9)


def columns(rows, case):
    read = rows(f"strategic/china_2014_{case}_input.csv")
    x, s, c = (np.array([float(row[name]) for row in read]) for name in ("position", "salience", "influence"))
    return x, s / 100, c


def some(seed, n=6):
    rng = np.random.default_rng(seed)
    return rng.uniform(0, 100, n), rng.uniform(0.05, 1, n), rng.uniform(1, 90, n)


EVERY = [
    Conventions(*options)
    for options in product(
        ("grand", "pair"), ("focal", "own"), ("position", "move"), (True, False), (False, True), ("first", "each")
    )
]


@pytest.mark.parametrize("seed", range(len(EVERY)))
def test_equals_the_loops_under_every_mix_of_conventions(seed):
    x, s, c = some(seed)
    how = EVERY[seed]
    path = naive_challenge.run(x.tolist(), s.tolist(), c.tolist(), 4, how)
    np.testing.assert_allclose(challenge(x, s, c, 4, how).positions, path, rtol=0, atol=1e-9)


def test_other_weight_of_the_status_quo_equals_the_loops():
    x, s, c = some(99)
    how = Conventions(status_quo=0.7)
    path = naive_challenge.run(x.tolist(), s.tolist(), c.tolist(), 4, how)
    np.testing.assert_allclose(challenge(x, s, c, 4, how).positions, path, rtol=0, atol=1e-9)


def test_draws_equal_single_runs():
    many = [some(seed) for seed in range(700)]
    x, s, c = (np.stack(columns) for columns in zip(*many, strict=True))
    draws = challenge_draws(x, s, c, rounds=5)
    for k in (0, 1, 350, 699):
        one = challenge(*many[k], rounds=5)
        np.testing.assert_allclose(draws.positions[k], one.positions[-1], rtol=0, atol=1e-9)
        np.testing.assert_allclose(draws.mean[k], one.mean, rtol=0, atol=1e-9)
        np.testing.assert_allclose(draws.median[k], one.median, rtol=0, atol=1e-9)


def test_draws_take_one_salience_and_influence_for_all():
    x, s, c = some(3)
    shared = challenge_draws(np.stack([x, x + 1]), s, c, rounds=3)
    apart = challenge_draws(np.stack([x, x + 1]), np.stack([s, s]), np.stack([c, c]), rounds=3)
    assert (shared.positions == apart.positions).all()


def test_scale_of_influence_does_not_matter():
    x, s, c = some(4)
    np.testing.assert_allclose(challenge(x, s, c * 8).positions, challenge(x, s, c).positions, rtol=0, atol=1e-9)


def test_all_at_one_place_stay():
    trace = challenge([40.0, 40.0, 40.0], [1, 0.5, 0.2], [1, 2, 3])
    assert (trace.positions == 40.0).all() and (trace.moves == STAYS).all() and (trace.toward == -1).all()
    draws = challenge_draws([[40.0, 40.0], [0.0, 100.0]], [1, 0.4], [1, 9], rounds=2)
    assert (draws.positions[0] == 40.0).all()


def test_everybody_stays_inside_the_hull():
    x, s, c = (np.stack(column) for column in zip(*(some(k) for k in range(200)), strict=True))
    final = challenge_draws(x, s, c).positions
    assert (final >= x.min(axis=1, keepdims=True) - 1e-9).all() and (final <= x.max(axis=1, keepdims=True) + 1e-9).all()


def test_no_round_is_the_input():
    trace = challenge([1, 5], [1, 1], [1, 1], rounds=0)
    assert trace.positions.tolist() == [[1.0, 5.0]] and trace.moves.shape == (0, 2)


@pytest.mark.parametrize(
    ("positions", "salience", "influence", "says"),
    [
        ([1, np.nan], [1, 1], [1, 1], "position"),
        ([1, 2], [1, 40], [1, 1], "between 0 and 1"),
        ([1, 2], [1, 1], [1, -1], "at least 0"),
        ([1, 2], [0, 0], [1, 1], "nobody weighs"),
        ([1, 2], [1, 1, 1], [1, 1], "shapes"),
        ([], [], [], "no actors"),
        ([[1, 2]], [1, 1], [1, 1], "challenge_draws"),
        (["a", "b"], [1, 1], [1, 1], "numbers"),
    ],
)
def test_bad_input_is_refused(positions, salience, influence, says):
    with pytest.raises(InputError, match=says):
        challenge(positions, salience, influence)


def test_bad_conventions_are_refused():
    with pytest.raises(InputError, match="choose grand or pair"):
        Conventions(denominator="sum")  # pyright: ignore[reportArgumentType]
    with pytest.raises(InputError, match="status_quo"):
        Conventions(status_quo=2)
    with pytest.raises(InputError, match="rounds"):
        challenge([1, 2], [1, 1], [1, 1], rounds=-1)
