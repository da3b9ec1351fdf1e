"""KTAB's csv in and out."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import InputError
from detente.strategy import ktab
from detente.strategy.solvers.compromise import compromise
from detente.strategy.system import system

SMALL = """Gas route,"Two lines, one sea",2,2,
Actor,Description,Power,Route Position,Route Salience,Price Position,Price Salience,
N, North ministry, 120, 10, 40, 80.5, 60,
S,South ministry,60,90,50,0,25
"""


def test_small_file():
    found = ktab.parse(SMALL)
    assert (found.name, found.description, found.dimensions) == ("Gas route", "Two lines, one sea", ("Route", "Price"))
    assert found.actors[0] == ktab.KtabActor("N", "North ministry", 120.0, (10.0, 80.5), (40.0, 60.0))
    assert found.over_budget == ()
    state = found.system()
    assert state.actors == ("N", "S") and state.influence[0].tolist() == [120.0, 120.0]
    assert ktab.parse(ktab.write(found)) == found


@pytest.mark.parametrize("name", ["ktab_SOE-Pol-Comp.csv", "ktab_dummyData_3Dim.csv"])
def test_published_files_survive_the_round_trip(data, name):
    found = ktab.read(data / "strategic" / name)
    again = ktab.parse(ktab.write(found))
    assert again == found
    assert ktab.write(again) == ktab.write(found)


def test_weighted_means_of_the_published_example_at_its_start(data, rows):
    state = ktab.read(data / "strategic/ktab_SOE-Pol-Comp.csv").system()
    means = {
        issue: float(compromise(c.position, c.salience, c.influence)) for issue in state.issues for c in [state.contest(issue)]
    }
    assert means == pytest.approx({"Policy": 36.294, "Competitive": 38.885}, abs=5e-4)
    start = {
        (row["actor"], row["dimension"]): float(row["t0"])
        for row in rows("strategic/ktab_SOE-Pol-Comp_reference_trajectory.csv")
    }
    assert start == {(a, k): state.mode[i, j] for i, a in enumerate(state.actors) for j, k in enumerate(state.issues)}


words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=25)
share = st.floats(0, 100)
one = st.tuples(words, words, st.floats(0.001, 1e6), st.tuples(share, share), st.tuples(share, share))
scenario = st.builds(
    lambda name, actors: ktab.Scenario(
        name, name, ("Actor", "Description", "Power", "a", "b", "c", "d"), tuple(ktab.KtabActor(*a) for a in actors)
    ),
    words,
    st.lists(one, min_size=1, max_size=5, unique_by=lambda row: row[0]),
)


@given(scenario)
def test_round_trip(held):
    assert ktab.parse(ktab.write(held)) == held


def test_from_a_system_and_back():
    state = system(["A", "B"], ["K"], [[10], [90]], [[40], [50]], [1, 2])
    again = ktab.parse(ktab.write(ktab.from_system(state, "made"))).system()
    assert again.actors == state.actors and again.issues == state.issues
    for name in ("mode", "salience", "influence"):
        assert (getattr(again, name) == getattr(state, name)).all()


def test_what_a_csv_cannot_say_is_refused():
    with pytest.raises(InputError, match="no blanks"):
        ktab.from_system(system(["A"], ["K"], [[np.nan]], [[1]], [1]), "x")
    with pytest.raises(InputError, match="no power 0"):
        ktab.from_system(system(["A"], ["K"], [[1]], [[1]], [0]), "x")
    with pytest.raises(InputError, match="shorten it"):
        ktab.from_system(system(["A" * 26], ["K"], [[1]], [[1]], [1]), "x")
    with pytest.raises(InputError, match="one power"):
        ktab.from_system(system(["A"], ["K", "L"], [[1, 1]], [[1, 1]], [[1, 2]]), "x")


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("10, 40", "ten, 40", 3, "position 'ten'"),
        ("90,50", "190,50", 4, "from 0 to 100"),
        ("0,25", "0,-25", 4, "salience '-25'"),
        ("0,25", "0,nan", 4, "salience 'nan'"),
        ("60,90", "0,90", 4, "power 0"),
        ("60,90", "inf,90", 4, "power 'inf'"),
        ("S,South", "N,South", 4, "there twice"),
        ("S,South", ",South", 4, "no actor code"),
        ("S,South", "S" * 26 + ",South", 4, "shorten it to 25"),
        ("0,25", "0", 4, "6 fields where 7"),
        (",2,2,", ",3,2,", 1, "announces 3 actors"),
        (",2,2,", ",two,2,", 1, "not a whole number"),
        (",2,2,", ",2,3,", 2, "names 7 columns"),
        (",2,2,", ",2,", 1, "not the 4"),
        ("Gas route", "G" * 513, 1, "513 characters"),
        ('"Two lines, one sea"', '"Two lines, one sea', 1, "quotation mark"),
    ],
)
def test_a_fault_is_named_with_its_line(old, new, line, says):
    assert old in SMALL
    with pytest.raises(InputError) as refused:
        ktab.parse(SMALL.replace(old, new, 1), "gas.csv")
    assert says in str(refused.value)
    assert str(refused.value).startswith(f"gas.csv:{line}: ")
    assert refused.value.mend


def test_files_that_are_none(tmp_path):
    with pytest.raises(InputError, match="two header lines"):
        ktab.parse("")
    path = tmp_path / "x.csv"
    with pytest.raises(InputError, match=r"x\.csv: cannot be read"):
        ktab.read(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="UTF-8"):
        ktab.read(path)


def test_saliences_beyond_their_budget_are_told():
    assert ktab.parse(SMALL.replace("0,25", "0,75")).over_budget == ("S",)
