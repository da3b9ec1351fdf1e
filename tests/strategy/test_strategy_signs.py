"""Each mechanism moves the solved system the way its theory says, and its reverse does not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from detente.errors import UnknownNameError
from detente.strategy import signs
from detente.strategy.mechanisms import BEFORE, MECHANISMS, ORDER
from detente.strategy.run import run

NAMES = tuple(MECHANISMS)


@pytest.mark.parametrize("name", NAMES)
def test_sign_holds_whatever_else_is_at_work(name):
    found = signs.sign_test(name, draws=1000)
    assert found.draws == 1000 and found.passed, f"{name} held in {found.held} of {found.draws}"


@pytest.mark.parametrize("name", NAMES)
def test_a_reversed_equation_fails(name):
    found = signs.sign_test(name, draws=200, reverse=True)
    assert not found.passed and found.share < 0.5


@pytest.mark.parametrize("name", ["outside_option", "inducements", "sunk_cost", "resolve", "proxy"])
def test_an_equation_written_the_wrong_way_round_fails(name, monkeypatch):
    theory = MECHANISMS[name]

    def mirrored(state, use):
        after = theory.step(state, use)
        changed = {one: 2.0 * getattr(state, one) - getattr(after, one) for one in theory.changes}
        return replace(after, **{one: np.clip(values, 0.0, 1e6) for one, values in changed.items()})

    monkeypatch.setitem(MECHANISMS, name, replace(theory, step=mirrored))
    assert not signs.sign_test(name, draws=200).passed


def test_same_seed_same_answer():
    assert signs.sign_test("wedge", draws=100, seed=3) == signs.sign_test("wedge", draws=100, seed=3)


def test_unknown_mechanisms_are_answered_with_the_nearest():
    with pytest.raises(UnknownNameError, match="did you mean wedge"):
        signs.sign_test("wege")


def every_use(rng, on):
    return [replace(signs._random_use(one, rng, switched=False), on=on) for one in MECHANISMS.values()]


def same(one, other):
    return all(
        np.asarray(getattr(one.state, name)).tobytes() == np.asarray(getattr(other.state, name)).tobytes()
        for name in one.state.__dataclass_fields__
        if isinstance(getattr(one.state, name), np.ndarray)
    )


def test_all_switches_off_is_bit_equal():
    rng = np.random.default_rng(0)
    world = signs.world(rng)
    off = run(world, every_use(rng, on=False))
    assert same(run(world), off)
    assert {one.reason for one in off.applied} == {"switched off"} and len(off.applied) == len(ORDER)


@pytest.mark.parametrize("name", NAMES)
def test_draws_in_which_a_switch_is_off_are_bit_equal(name):
    rng = np.random.default_rng(1)
    world = signs.world(rng)
    on = rng.random(signs.BATCH) < 0.5
    use = replace(signs._random_use(MECHANISMS[name], rng, switched=False), on=on)
    without, half, whole = run(world), run(world, [use]), run(world, [replace(use, on=True)])
    for variable in (*MECHANISMS[name].changes, "outcome"):
        base, mixed, full = (
            np.broadcast_to(getattr(one.state, variable), getattr(half.state, variable).shape) for one in (without, half, whole)
        )
        assert mixed[~on].tobytes() == base[~on].tobytes()
        assert mixed[on].tobytes() == full[on].tobytes()


def test_tight_compartments_keep_a_conflict_in_its_arena():
    rng = np.random.default_rng(2)
    world = signs.world(rng)
    others = [use for use in every_use(rng, on=True) if use.name not in ("compartmentalise", "exchange")]
    tight = signs._random_use(MECHANISMS["compartmentalise"], rng, switched=False).having(psi=0.0)
    inside = [k for k, arena in enumerate(world.arenas) if arena == "one"]
    worse = world
    for actor, place in ((tight.row(world, "actor"), 0.0), (tight.row(world, "partner"), 100.0)):
        worse = worse.put("stated", actor, inside, np.full(len(inside), place))
    worse = replace(worse, position=worse.stated)
    outside = [k for k in range(len(world.arenas)) if k not in inside]
    calm, hot = run(world, [*others, tight]).state.outcome, run(worse, [*others, tight]).state.outcome
    assert calm[:, outside].tobytes() == hot[:, outside].tobytes()
    assert (calm[:, inside] != hot[:, inside]).any()
    leaking = run(worse, [*others, tight.having(psi=0.5)]).state.outcome
    assert (leaking[:, outside] != hot[:, outside]).any()


def test_mechanisms_say_what_they_are():
    for name, one in MECHANISMS.items():
        assert one.name == name and one.equation and one.sign and one.paper and one.changes
        assert set(one.optional) <= set(one.roles)
        for known in one.parameters.values():
            assert known.prior is None or known.least <= known.prior.low <= known.prior.mode <= known.prior.high <= known.most
    assert len(ORDER) == 17 and len(BEFORE) == 15
