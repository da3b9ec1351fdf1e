"""Mechanisms in a small system worked by hand, what they refuse, and what they do where something is not known."""

from __future__ import annotations

import doctest
import importlib

import numpy as np
import pytest

from detente.errors import InputError, UnknownNameError
from detente.strategy.contest import Rule
from detente.strategy.mechanisms import MECHANISMS, Triangle, mechanism
from detente.strategy.rules import Terms
from detente.strategy.run import rivals, run
from detente.strategy.solvers import median
from detente.strategy.solvers.exchange import exchanges
from detente.strategy.state import state
from detente.strategy.system import system

NAN = np.nan


def three(mode=((0, 0), (100, 100), (50, 50)), salience=((10, 90), (60, 50), (50, 50)), rules=None, quo=(NAN, NAN), **given):
    made = system(["A", "B", "C"], ["K", "L"], mode, salience, [1, 1, 1], status_quo=quo, rules=rules)
    return state(made, **given)


def pair(values):
    whole = np.full((3, 3), NAN)
    for (i, j), value in values.items():
        whole[i, j] = value
    return whole


def test_outside_option_worked_by_hand():
    use = mechanism("outside_option").use({"actor": "A", "partner": "B", "third": "C", "issues": ("K",)}, {"kappa": 0.4})
    found = run(three(perceived=pair({(0, 1): 0.5})), [use])
    # C goes from 50 to 50 − 0.4 · 0.5 · 50 = 40: (10 · 0 + 60 · 100 + 50 · 40)/120
    assert found.state.position[2, 0] == 40 and found.issues["K"].value == pytest.approx(8000 / 120)
    assert found.issues["L"].value == run(three()).issues["L"].value


def test_what_is_given_with_the_mechanism_need_not_be_in_the_state():
    values = {"kappa": 0.4, "perceived": 0.5}
    use = mechanism("outside_option").use({"actor": "A", "partner": "B", "third": "C", "issues": ("K",)}, values)
    assert run(three(), [use]).state.position[2, 0] == 40


def test_what_others_perceive_without_signalling_is_what_is_displayed():
    use = mechanism("outside_option").use({"actor": "A", "partner": "B", "third": "C", "issues": ("K",)}, {"kappa": 0.4})
    found = run(three(displayed=pair({(0, 1): 0.0, (1, 0): 0.0})), [use])
    assert found.state.position[2, 0] == 40


@pytest.mark.parametrize("name", MECHANISMS)
def test_what_is_not_known_moves_nothing_and_is_said(name):
    theory = MECHANISMS[name]
    roles = dict(zip((r for r in theory.roles if r not in ("issues", "arena", "alliance")), ("A", "B", "C"), strict=False))
    if "issues" in theory.roles:
        roles["issues"] = ("K", "L")
    if "arena" in theory.roles:
        roles["arena"] = "nowhere"
    values = {one: 0.0 for one, known in theory.parameters.items() if known.prior is None and known.needed}
    blank = three(mode=np.full((3, 2), NAN))
    found = run(blank, [theory.use(roles, values)])
    if name in ("deconfliction", "sunk_cost", "resolve"):
        return
    assert found.applied[0].acted is False and found.applied[0].reason
    assert all(number.value is None for number in found.numbers() if number.name.startswith("outcome"))


def test_exchange_is_that_of_the_solver():
    mode, salience = [[0, 0], [100, 100]], [[10, 90], [60, 50]]
    two = state(system(["A", "B"], ["K", "L"], mode, salience, [1, 1]))
    use = mechanism("exchange").use({"actor": "A", "partner": "B", "issues": ("K", "L")}, {"phi": 1})
    found = run(two, [use])
    assert found.state.outcome == pytest.approx([100, 200 / 7])
    turned = mechanism("exchange").use({"actor": "B", "partner": "A", "issues": ("L", "K")}, {"phi": 1})
    assert run(two, [turned]).state.outcome == pytest.approx([100, 200 / 7])


def test_exchange_agrees_with_the_solver_on_random_systems():
    rng = np.random.default_rng(4)
    swapped = 0
    for _ in range(60):
        mode, salience, influence = rng.uniform(0, 100, (3, 2)), rng.uniform(1, 100, (3, 2)), rng.uniform(1, 9, 3)
        given = state(system(["A", "B", "C"], ["K", "L"], mode, salience, influence))
        use = mechanism("exchange").use({"actor": "A", "partner": "B", "issues": ("K", "L")}, {"phi": 1})
        before, after = run(given).state.outcome, run(given, [use]).state.outcome
        known = [one for one in exchanges(mode, salience, influence) if {one.giver, one.taker} == {0, 1}]
        shift = [known[0].given_shift, known[0].taken_shift] if known else [0, 0]
        assert after - before == pytest.approx(shift, abs=1e-9)
        swapped += bool(known)
    assert swapped > 5


def test_exchange_leaves_contracts_alone():
    rules = {"L": Rule("bilateral_contract", ("A", "B"))}
    use = mechanism("exchange").use({"actor": "A", "partner": "B", "issues": ("K", "L")})
    found = run(three(rules=rules, quo=(50, 50)), [use])
    assert not found.applied[0].acted


def test_two_levels_hold_an_outcome_inside_the_win_set():
    use = mechanism("two_level").use({"actor": "A", "issues": ("K",)}, {"omega": 0.4, "authority": 0.5})
    found = run(three(), [use])
    assert found.issues["K"].value == 20 and float(found.issues["K"].high) == 20
    floor = mechanism("two_level").use({"actor": "A", "issues": ("K",)}, {"omega": 1, "authority": 1, "floor": 80})
    assert run(three(), [floor]).issues["K"].value == 80


def test_nothing_is_ratified_where_win_sets_do_not_meet():
    uses = [mechanism("two_level").use({"actor": one, "issues": ("K",)}, {"omega": 0.2, "authority": 1}) for one in "AB"]
    kept = run(three(quo=(35, NAN)), uses).issues["K"]
    assert kept.value == 35 and not kept.changed
    lost = run(three(), uses).issues["K"]
    assert lost.value is None and "win-sets" in lost.reason and lost.bounds == (0, 100)


def test_rival_payoffs_side_by_side():
    rules = {"K": Rule("bilateral_contract", ("A", "B"))}
    given = three(mode=((100, 0), (80, 100), (0, 50)), rules=rules, quo=(0, NAN))
    both = rivals(given)
    assert both[0.0].issues["K"].value == pytest.approx(80, abs=30) and both[0.0].issues["K"].changed
    assert both[1.0].issues["K"].value == 0 and not both[1.0].issues["K"].changed
    use = mechanism("exchange").use({"actor": "A", "partner": "B", "issues": ("K", "L")})
    swap = rivals(three(), [use])
    assert swap[0.0].applied[0].acted and not swap[1.0].applied[0].acted


def test_an_issue_that_cannot_be_decided_keeps_a_reason_and_a_bound():
    rules = {"K": Rule("unilateral", ("A",)), "L": Rule("bilateral_contract", ("A", "B"))}
    found = run(three(mode=((0, NAN), (100, 100), (50, 50)), rules=rules, quo=(NAN, 10)))
    assert "status quo" in found.issues["K"].reason and "position, salience or influence of A" in found.issues["L"].reason
    for number in found.numbers():
        assert number.value is None or np.isfinite(number.value)
        assert number.value is not None or number.reason
    assert found.issues["K"].bounds == (0.0, 100.0)


def test_levers_and_deciders():
    found = run(three()).issues["K"]
    assert found.lever == pytest.approx([10 / 120, 60 / 120, 50 / 120]) and found.deciders == ("A", "B", "C")
    assert run(three(), terms={"K": Terms(solver=median)}).issues["K"].lever is None


@pytest.mark.parametrize(
    ("roles", "values", "error", "says"),
    [
        ({"actor": "A"}, {}, InputError, "has no target"),
        ({"actor": "A", "target": "B"}, {}, InputError, "has no issues"),
        ({"actor": "A", "target": "B", "issues": ("K",)}, {"omegga": 1}, UnknownNameError, "did you mean omega"),
        ({"actor": "A", "targett": "B"}, {}, UnknownNameError, "did you mean target"),
        ({"actor": "A", "target": "B", "issues": ("K",)}, {"omega": -1}, InputError, "omega -1"),
        ({"actor": "A", "target": "B", "issues": ("K",)}, {"omega": Triangle(0.3, 0.2, 0.4)}, InputError, "low ≤ mode ≤ high"),
        ({"actor": ("A", "B"), "target": "B", "issues": ("K",)}, {}, InputError, "name one"),
    ],
)
def test_bad_uses_are_refused(roles, values, error, says):
    with pytest.raises(error, match=says):
        mechanism("wedge").use(roles, values)


def test_inputs_have_to_be_given():
    with pytest.raises(InputError, match="has no offer; give it, what is offered"):
        mechanism("inducements").use({"actor": "A", "target": "B", "issues": ("K",)})
    with pytest.raises(UnknownNameError, match="did you mean signalling"):
        mechanism("signaling")


def test_an_actor_that_is_not_there_is_refused():
    use = mechanism("inducements").use({"actor": "A", "target": "Z", "issues": ("K",)}, {"offer": 1})
    with pytest.raises(UnknownNameError, match="actor of the system"):
        run(three(), [use])


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"trust": np.full((3, 3), 2.0)}, "trust 2"),
        ({"trust": [1.0]}, "3 × 3"),
        ({"ties": pair({(0, 1): 0.5})}, "tie of A and B"),
        ({"truts": 1}, "did you mean trust"),
        ({"zero_sum": 2}, "zero_sum"),
        ({"arenas": {"Z": "one"}}, "issue of the system"),
    ],
)
def test_bad_states_are_refused(given, says):
    with pytest.raises(InputError, match=says):
        three(**given)


@pytest.mark.parametrize("name", MECHANISMS)
def test_every_file_has_a_worked_number(name):
    module = importlib.import_module(f"detente.strategy.mechanisms.{name}")
    found = doctest.testmod(module)
    assert found.failed == 0
    assert module.MECHANISM.name == name
