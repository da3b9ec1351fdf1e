"""Turning points of real dyads: the months that are known, and false alarms on each detector's own null."""

from __future__ import annotations

import importlib.util

import pytest

from detente.measures.turning_points import archive, checks


@pytest.fixture(scope="module")
def held(data):
    if importlib.util.find_spec("pyarrow") is None:
        pytest.skip("pyarrow, which reads the series, is not installed")
    path = data / checks.FILE
    if not path.is_file():
        pytest.skip(f"the series are not here ({path}); set DETENTE_DATA to their folder")
    return archive.read(path)


def test_known_months(held):
    total, *each = checks.known(held)
    assert total.value >= 6
    found = {figure.name for figure in each if figure.value}
    assert {"RUS-TUR 2020-04", "RUS-TUR 2018-09", "RUS-TUR 2019-10"} <= found
    directions = {figure.name: figure.note for figure in each}
    assert "thaw" in directions["ISR-ARE 2020-08"]
    assert "chill" not in directions["ISR-ARE 2020-08"]
    for name in ("ARM-AZE 2020-07", "CHN-IND 2020-05", "ISR-PSE 2021-05", "USA-IRN 2020-01"):
        assert "thaw" not in directions[name]


def test_false_alarms_on_a_thousand_null_series(held):
    figures = list(checks.nulls(held, 1000, 99, seed=7))
    assert [figure.reached for figure in figures] == [None, True, True, True], figures
