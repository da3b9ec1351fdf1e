"""The system: what it takes, what it refuses, what it leaves out."""

from __future__ import annotations

import numpy as np
import pytest

from detente.errors import InputError, UnknownNameError
from detente.records import Position
from detente.strategy.contest import Rule
from detente.strategy.system import from_positions, system

NAN = np.nan


def two(**changes):
    given = {
        "actors": ["A", "B"],
        "issues": ["K", "L"],
        "mode": [[10, 20], [90, 80]],
        "salience": [[50, 50], [50, 50]],
        "influence": [1, 2],
    }
    return system(**{**given, **changes})


def test_positions_without_doubt_where_only_modes_are_given():
    state = two()
    assert (state.low == state.mode).all() and (state.high == state.mode).all()
    assert state.influence.tolist() == [[1, 1], [2, 2]]
    assert np.isnan(state.status_quo).all() and {rule.kind for rule in state.rules} == {"multilateral"}


def test_contest_leaves_out_whom_it_does_not_know():
    state = two(mode=[[NAN, 20], [90, 80]], salience=[[50, 50], [50, NAN]], status_quo=[NAN, 40])
    first, second = state.contest("K"), state.contest("L")
    assert (first.actors, first.left_out, first.status_quo) == (("B",), ("A",), None)
    assert (second.actors, second.left_out, second.status_quo) == (("A",), ("B",), 40.0)
    assert state.known.tolist() == [[False, True], [True, False]]


def test_arrays_cannot_be_changed_and_do_not_follow_the_caller():
    mode = np.array([[10.0, 20.0], [90.0, 80.0]])
    state = two(mode=mode)
    mode[0, 0] = 55
    assert state.mode[0, 0] == 10
    with pytest.raises(ValueError, match="read-only"):
        state.mode[0, 0] = 1


def test_from_records():
    held = [Position("B", "K", 60, 70, 80, 40), Position("A", "L", 0, 5, 10, None), Position("A", "K")]
    state = from_positions(held, {"A": 2.0, "B": 1.0}, status_quo={"K": 50}, rules={"K": Rule("veto", ("B",))})
    assert state.actors == ("A", "B") and state.issues == ("K", "L")
    assert state.low[1, 0] == 60 and np.isnan(state.mode[0, 0]) and np.isnan(state.salience[0, 1])
    assert state.contest("K").actors == ("B",) and state.contest("L").actors == ()
    with pytest.raises(InputError, match="two positions"):
        from_positions([*held, held[0]], {})


def test_an_actor_without_influence_is_left_out():
    state = from_positions([Position("A", "K", 1, 1, 1, 9), Position("B", "K", 2, 2, 2, 9)], {"A": 1})
    assert state.contest("K").left_out == ("B",)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"mode": [[10, 20], [90, 180]]}, r"mode\[1, 1\]: mode 180 is not allowed"),
        ({"mode": [[10, 20]]}, "2 × 2"),
        ({"salience": [[50, 50], [50, 101]]}, "salience"),
        ({"influence": [1, -1]}, "at least 0"),
        ({"influence": [1, 2, 3]}, "influence has the shape"),
        ({"low": [[20, 20], [90, 80]]}, "position of A on K"),
        ({"low": [[NAN, 20], [90, 80]]}, "or none of the three"),
        ({"status_quo": [1]}, "status_quo has the shape"),
        ({"actors": ["A", "A"]}, "named twice"),
        ({"actors": [], "mode": np.empty((0, 2))}, "no actor"),
        ({"rules": {"M": Rule()}}, "issue of the system"),
        ({"rules": {"K": Rule("unilateral", ("C",))}}, "as the rule of K needs"),
    ],
)
def test_bad_systems_are_refused(changes, says):
    with pytest.raises(InputError, match=says):
        two(**changes)


@pytest.mark.parametrize(
    ("kind", "parties", "says"),
    [
        ("multilateral", ("A",), "0 different actors"),
        ("bilateral_contract", ("A", "A"), "2 different actors"),
        ("unilateral", (), "1 different actors"),
        ("veto", (), "1 or more"),
    ],
)
def test_rules_take_their_parties(kind, parties, says):
    with pytest.raises(InputError, match=says):
        Rule(kind, parties)


def test_unknown_names_are_answered_with_the_nearest():
    with pytest.raises(UnknownNameError, match="did you mean unilateral"):
        Rule("unilaterall")  # pyright: ignore[reportArgumentType]
    with pytest.raises(UnknownNameError, match="issue of the system"):
        two().column("Q")
    assert two().row("B") == 1
