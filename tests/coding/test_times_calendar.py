from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.coding.times import calendar as cal
from detente.coding.times import opened
from detente.coding.times.grammar import longest, scan
from detente.coding.times.readings import eras
from detente.coding.times.resolution import Anchor, anchor_of, resolve
from detente.coding.times.shapes import Deictic, Fixed, Weekday
from detente.records import UNKNOWN, Moment

DAYS = st.dates(date(1800, 1, 1), date(2099, 12, 31))


def test_parts_follow_the_conventions():
    assert cal.month(2016, 7, "early") == (date(2016, 7, 1), date(2016, 7, 10))
    assert cal.month(2016, 7, "mid") == (date(2016, 7, 11), date(2016, 7, 20))
    assert cal.month(2016, 2, "late") == (date(2016, 2, 21), date(2016, 2, 29))
    assert cal.year(2015, "early") == (date(2015, 1, 1), date(2015, 3, 31))
    assert cal.year(2015, "mid") == (date(2015, 5, 1), date(2015, 8, 31))
    assert cal.year(2015, "late") == (date(2015, 10, 1), date(2015, 12, 31))
    assert cal.decade(1950, "early") == (date(1950, 1, 1), date(1953, 12, 31))
    assert cal.decade(1950, "mid") == (date(1954, 1, 1), date(1956, 12, 31))
    assert cal.decade(1950, "late") == (date(1956, 1, 1), date(1959, 12, 31))
    assert cal.season(2015, "autumn") == (date(2015, 9, 1), date(2015, 11, 30))
    assert cal.season(2015, "winter") == (date(2015, 12, 1), date(2016, 2, 29))
    assert cal.century(19) == (date(1801, 1, 1), date(1900, 12, 31))


@given(DAYS, st.sampled_from(["day", "weekend", "week", "month", "quarter", "year", "decade", "century"]))
def test_a_unit_is_in_order_and_holds_its_day(day, unit):
    first, last = cal.around(day, unit)
    assert first <= last
    if unit != "weekend":
        assert first <= day <= last


@given(DAYS, st.integers(0, 6), st.sampled_from([-1, 1]), st.booleans())
def test_a_weekday_is_the_nearest_one_on_its_side(day, number, way, strict):
    found = cal.weekday(day, number, way, strict=strict)
    assert found.weekday() == number
    assert abs((found - day).days) <= 7
    assert (found - day).days * way >= int(strict)


@given(DAYS, st.sampled_from(["day", "week", "month", "year"]), st.integers(-40, 40))
def test_shifting_there_and_back_stays_within_the_month_end(day, unit, n):
    back = cal.shifted(cal.shifted(day, unit, n), unit, -n)
    assert timedelta(0) <= day - back <= timedelta(days=3)


def test_eras_are_in_order():
    assert eras()["cold war"] == (date(1947, 1, 1), date(1991, 12, 26))
    assert all(first <= last for first, last in eras().values())


@given(st.text(alphabet="0123456789/-. ,JanuryMarchMaySepthelast-of'stoago", max_size=60))
def test_the_grammar_takes_any_text_and_never_overlaps(text):
    found = longest(scan(text))
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(e.shape.days[0] <= e.shape.days[1] for e in found if isinstance(e.shape, Fixed))


@pytest.mark.parametrize("text", ["30 February 2016", "31/31/2016", "2016-13-01", "99 May"])
def test_impossible_dates_are_no_days(text):
    assert not any(isinstance(e.shape, Fixed) and e.end - e.start == len(text) for e in scan(text))


def test_an_open_document_date_is_no_anchor():
    assert anchor_of(Moment(date(2016, 1, 1), None, "inferred")) is None
    assert resolve(Weekday(1), None, None, "past") == UNKNOWN


def test_both_ends_of_an_inferred_date_must_agree():
    near = Anchor(date(2016, 8, 9), date(2016, 8, 15), "relative")
    assert resolve(Weekday(1), near, None, "past") == Moment(date(2016, 8, 9), date(2016, 8, 9), "relative")
    year = Anchor(date(2016, 1, 1), date(2016, 12, 31), "relative")
    assert resolve(Weekday(1), year, None, "past") == UNKNOWN
    last_year = Deictic(lambda day: cal.year(day.year - 1))
    assert resolve(last_year, year, None, None) == Moment(date(2015, 1, 1), date(2015, 12, 31), "relative")


@given(DAYS, DAYS, st.sampled_from(["since", "from", "until", "by", "before", "after", "in", None]))
def test_a_preposition_only_opens_what_it_governs(a, b, word):
    moment = Moment(min(a, b), max(a, b), "explicit")
    got = opened(moment, word)
    assert got.basis == "explicit"
    assert {got.earliest, got.latest} <= {moment.earliest, moment.latest, None}
    assert opened(UNKNOWN, word) == UNKNOWN
