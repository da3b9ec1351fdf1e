"""Decision rules, each with numbers worked by hand and the properties that must hold."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import InputError
from detente.strategy.contest import Rule
from detente.strategy.rules import Terms, decide, decide_all, traded
from detente.strategy.solvers import median
from detente.strategy.solvers.compromise import compromise
from detente.strategy.system import system

NAN = np.nan
PEOPLE = ["seller", "buyer", "bystander", "rival"]
SALE = Rule("bilateral_contract", ("seller", "buyer"))


def issue(rule=None, mode=(100, 80, 0, 0), salience=(80, 60, 90, 90), influence=(1, 1, 3, 3), quo=0.0):
    columns = [[x] for x in mode], [[s] for s in salience]
    state = system(PEOPLE, ["K"], *columns, influence, status_quo=[quo], rules={"K": rule} if rule else None)
    return state.contest("K")


def test_multilateral_takes_the_solver():
    contest = issue()
    found = decide(contest)
    assert found.outcome == compromise(contest.position, contest.salience, contest.influence)
    assert decide(contest, Terms(solver=median)).outcome == 0.0
    assert found.changed.all()


def test_bystanders_have_no_vote_on_a_contract():
    found = decide(issue(SALE))
    # Zero gain at q = 0; up to 80 both gain at s_i each: log (80 o) + log (60 o) grows to 80, beyond it the buyer loses again.
    assert bool(found.changed) and 80 - 1e-6 <= found.outcome <= 100
    assert decide(issue()).outcome < 30


def test_contract_worked_by_hand():
    # Seller at 100, buyer at 40, q = 0, equal salience 100: gains o and o up to 40, then o and 80 − o: the product peaks at 40.
    found = decide(issue(SALE, mode=(100, 40, 0, 0), salience=(100, 100, 1, 1)))
    assert found.outcome == pytest.approx(40, abs=1e-9)
    assert (float(found.low), float(found.high)) == (0.0, 80.0)
    assert found.gains[:2] == pytest.approx([40, 40], abs=1e-9)


def test_sanctions_can_end_a_deal():
    assert decide(issue(SALE), Terms(sanctions={"buyer": 40})).changed
    ended = decide(issue(SALE), Terms(sanctions={"buyer": 48.001}))
    assert not ended.changed and ended.outcome == 0.0 and np.isnan(ended.low)


def test_no_deal_between_opposites_about_the_middle():
    found = decide(issue(SALE, mode=(0, 100, 0, 0), quo=50), Terms(sanctions={"seller": 1}))
    assert not found.changed and found.outcome == 50.0


def test_powers_decide_between_parties():
    contest = issue(SALE, mode=(100, 50, 0, 0), salience=(100, 100, 1, 1), quo=0)
    near_buyer = decide(contest, Terms(powers={"seller": 1, "buyer": 9})).outcome
    near_seller = decide(contest, Terms(powers={"seller": 9, "buyer": 1})).outcome
    assert near_buyer < near_seller


def test_unilateral_without_response_takes_its_own_optimum():
    act = Rule("unilateral", ("seller",))
    assert decide(issue(act), Terms(response=0)).outcome == 100.0


def test_unilateral_response_worked_by_hand():
    act = Rule("unilateral", ("seller",))
    # Moving up by one brings the seller 0.8 and costs the two at 0 each 0.9, of which 3/8 each come back: 0.675 · ρ.
    assert decide(issue(act), Terms(response=1)).outcome == 100.0
    assert decide(issue(act), Terms(response=1.3)).outcome == 0.0
    assert not decide(issue(act), Terms(response=1.3)).changed


def test_veto():
    contest = issue(Rule("veto", ("bystander",)))
    assert decide(contest).outcome == 0.0 and not decide(contest).changed
    willing = issue(Rule("veto", ("seller", "buyer")))
    assert decide(willing).outcome == compromise(willing.position, willing.salience, willing.influence)


def test_who_loses_nothing_and_gains_nothing_keeps_the_status_quo():
    contest = issue(Rule("veto", ("seller",)), mode=(50, 50, 50, 50), quo=50)
    assert decide(contest).outcome == 50.0 and not decide(contest).changed


RULES = [Rule(), SALE, Rule("unilateral", ("buyer",)), Rule("veto", ("rival",))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kind)
def test_draws_equal_one_at_a_time(rule):
    contest, rng = issue(rule, quo=30.0), np.random.default_rng(0)
    x, s = rng.uniform(0, 100, (40, 4)), rng.uniform(1, 100, (40, 4))
    shared = np.broadcast_to(contest.influence, x.shape)
    whole = decide(replace(contest, position=x, salience=s, influence=shared), Terms(sanctions={"seller": 5}))
    assert whole.outcome.shape == whole.changed.shape == (40,)
    for k in range(40):
        one = decide(replace(contest, position=x[k], salience=s[k]), Terms(sanctions={"seller": 5}))
        assert one.outcome == pytest.approx(whole.outcome[k], abs=1e-9)


@given(st.lists(st.floats(0, 100), min_size=9, max_size=9), st.sampled_from(RULES))
def test_outcomes_stay_on_the_scale_and_contracts_hurt_neither(numbers, rule):
    contest = issue(rule, mode=numbers[:4], salience=[1 + n * 0.99 for n in numbers[4:8]], quo=numbers[8])
    found = decide(contest)
    assert 0 <= found.outcome <= 100
    if rule.kind == "bilateral_contract":
        assert (found.gains[:2] >= -1e-6).all()
    if rule.kind == "veto" and found.changed:
        assert found.gains[3] > 0


def test_what_a_rule_rests_on_has_to_be_known():
    for rule in RULES[1:]:
        with pytest.raises(InputError, match="status quo"):
            decide(issue(rule, quo=NAN))
    with pytest.raises(InputError, match="buyer is not known"):
        decide(issue(SALE, mode=(100, NAN, 0, 0)))
    assert decide(issue(quo=NAN)).gains is None


def test_all_issues_and_trades():
    rules = {"R": Rule("unilateral", ("A",))}
    mode, salience = [[0, 0, 5, NAN], [100, 100, 5, NAN]], [[10, 90, 50, 50], [60, 50, 50, 50]]
    state = system(["A", "B"], ["P", "Q", "R", "S"], mode, salience, [1, 1], status_quo=[NAN, NAN, 70, NAN], rules=rules)
    found = decide_all(state)
    assert list(found) == ["P", "Q", "R"] and found["R"].outcome == 5.0
    issues, deals = traded(state)
    assert issues == ("P", "Q") and deals.after == pytest.approx([100, 200 / 7])
    with pytest.raises(InputError, match="two multilateral issues"):
        traded(system(["A"], ["P"], [[1]], [[1]], [1]))
