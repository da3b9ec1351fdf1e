"""Votes and ideal points against the published tables."""

from __future__ import annotations

import importlib.util
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import InputError, MissingExtraError
from detente.measures import votes
from detente.measures.similarity import ideal_point_distance, signorino_ritter
from detente.strategy.checks import PAIRS

ballot = st.sampled_from(["yes", "no", "abstain"])


def call(number, day, **said):
    return [(number, day, country, vote) for country, vote in said.items()]


@pytest.fixture(scope="module")
def cast(data):
    if importlib.util.find_spec("pyarrow") is None:
        pytest.skip("pyarrow, which reads the votes, is not installed")
    codes = {code for pair in PAIRS for code in pair.split("_")}
    return list(votes.from_parquet(data / "structural/unga_votes_1946_2019.parquet", codes))


@pytest.mark.parametrize("pair", PAIRS)
def test_every_cell_of_the_table(cast, rows, pair):
    a, b = pair.split("_")
    found = {one.year: one for one in votes.agreement(cast, a, b)}
    known = rows("strategic/unga_agreement_by_year.csv")
    assert len(known) == 15
    for row in known:
        assert found[int(row["year"])].value == pytest.approx(float(row[pair]), abs=5e-4 + 1e-12)
        if pair == "RU_TR":
            assert found[int(row["year"])].n == int(row["n"])
    if pair == "RU_TR":
        assert found[2015].identical == pytest.approx(0.513, abs=5e-4)


def test_ideal_points_mostly_say_the_reverse(rows):
    points = [(int(r["session"]), r["iso3c"], float(r["IdealPoint"])) for r in rows("structural/unga_ideal_points.csv")]
    east, west = ideal_point_distance(points, "RUS", "TUR"), ideal_point_distance(points, "TUR", "DEU")
    assert {s for s in range(69, 75) if east[s] < west[s]} == {69, 70, 71, 73, 74}


def test_by_hand():
    cast = (
        call(1, "2015-12-31", A="yes", B="no", C="no")
        + call(2, date(2016, 1, 1), A="yes", B="abstain")
        + call(3, "2016-02-01", A="no")
    )
    first, second = votes.agreement(cast, "A", "B")
    assert (first.year, first.value, first.n, first.identical) == (2015, 0.0, 1, 0.0)
    assert (second.year, second.value, second.n) == (2016, 0.5, 1)
    assert votes.agreement(cast, "A", "D") == []


@given(st.lists(st.tuples(ballot, ballot), min_size=1, max_size=20), st.randoms())
def test_symmetric_in_range_and_of_any_order(said, random):
    cast = [row for k, (a, b) in enumerate(said) for row in call(k, "2016-05-05", A=a, B=b)]
    (there,) = votes.agreement(cast, "A", "B")
    random.shuffle(cast)
    (back,) = votes.agreement(cast, "B", "A")
    assert 0 <= there.identical <= there.value <= 1
    assert there.value == pytest.approx(back.value, abs=1e-12)


def test_bad_votes_are_refused():
    good = call(1, "2016-01-01", A="yes")
    for cast, says in (
        (call(1, "2016-01-01", A="maybe"), "leave an absent country out"),
        (call(1, "01/02/2016", A="yes"), "not a date"),
        (good + good, "two votes"),
    ):
        with pytest.raises(InputError, match=says):
            votes.agreement(cast, "A", "B")
    with pytest.raises(InputError, match="same country"):
        votes.agreement(good, "A", "A")


def test_missing_pyarrow_gives_the_install_line(monkeypatch, tmp_path):
    def absent(name):
        raise ImportError(name)

    monkeypatch.setattr(votes, "import_module", absent)
    with pytest.raises(MissingExtraError, match=r"pip install 'detente\[archive\]'"):
        votes.from_parquet(tmp_path / "votes.parquet", ["RU"])


@pytest.mark.skipif(importlib.util.find_spec("pyarrow") is None, reason="pyarrow, which reads the votes, is not installed")
def test_a_file_that_is_no_parquet_is_refused(tmp_path):
    path = tmp_path / "votes.parquet"
    path.write_text("rcid,date\n")
    with pytest.raises(InputError, match=r"votes\.parquet"):
        votes.from_parquet(path, ["RU"])
    with pytest.raises(InputError, match="cannot be read"):
        votes.from_parquet(tmp_path / "none.parquet", ["RU"])


def test_s_by_hand():
    assert signorino_ritter([3, 3], [3, 3], 3) == 1.0
    assert signorino_ritter([3, 0], [0, 3], 3) == -1.0
    assert signorino_ritter([3, 0], [0, 0], 3, weights=[1, 3]) == pytest.approx(1 - 2 * 3 / 12)
    assert signorino_ritter([3, float("nan")], [3, 1], 3) == 1.0
    assert signorino_ritter([float("nan")], [1], 3) is None


def test_bad_profiles_are_refused():
    for arguments, says in ((([1], [1, 2], 3), "one length"), (([1], [9], 3), "width"), (([1], [1], 0), "above 0")):
        with pytest.raises(InputError, match=says):
            signorino_ritter(*arguments)
    with pytest.raises(InputError, match="two ideal points"):
        ideal_point_distance([(1, "A", 0.0), (1, "A", 0.5)], "A", "B")
    with pytest.raises(InputError, match="same country"):
        ideal_point_distance([], "A", "A")
