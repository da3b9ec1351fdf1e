"""Dates, numbers and marks in words."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from detente.desk import wording
from detente.desk.citations import joined
from detente.desk.disputes import marked
from detente.desk.drawing import escaped
from detente.records import Moment, Span


def told(first, last=None) -> str:
    return wording.moment(Moment(first, last, "explicit"))


def test_dates_are_said_as_closely_as_they_are_known():
    assert wording.moment(Moment()) == "not stated"
    assert told(date(2016, 8, 9), date(2016, 8, 9)) == "9 August 2016"
    assert told(date(2016, 2, 1), date(2016, 2, 29)) == "February 2016"
    assert told(date(2015, 2, 1), date(2015, 2, 27)) == "1–27 February 2015"
    assert told(date(2016, 1, 1), date(2016, 12, 31)) == "2016"
    assert told(date(1950, 1, 1), date(1959, 12, 31)) == "1950–1959"
    assert told(date(2016, 3, 1), date(2016, 5, 31)) == "March–May 2016"
    assert told(date(2015, 9, 1), date(2016, 1, 31)) == "September 2015 – January 2016"
    assert told(date(2016, 3, 5), date(2016, 4, 1)) == "5 March – 1 April 2016"
    assert told(date(2015, 12, 5), date(2016, 4, 1)) == "5 December 2015 – 1 April 2016"
    assert told(date(2011, 1, 1)) == "since 1 January 2011"
    assert told(None, date(2011, 1, 1)) == "until 1 January 2011"


@given(st.dates(date(1, 1, 1), date(9000, 1, 1)), st.integers(0, 900))
def test_a_date_in_words_names_both_years(first, days):
    last = first + timedelta(days)
    words = told(first, last)
    assert str(first.year) in words
    assert str(last.year) in words


def test_numbers_and_counts():
    assert [wording.signed(n) for n in (0.5, -0.004, -2.0, None)] == ["+0.50", "0.00", "−2.00", "not known"]
    assert wording.percent(0.55, 0.8) == "55–80 %"
    assert wording.percent(None, None) is None
    assert wording.listed(["a", "b", "c"]) == "a, b and c"
    assert wording.listed([]) == ""
    assert [wording.warmth(n) for n in (1, 0.3, 0, -0.3, -1)] == [
        "cooperative almost throughout",
        "more cooperative than conflictual",
        "as often conflictual as cooperative",
        "more conflictual than cooperative",
        "conflictual almost throughout",
    ]


def test_signs_that_turn_text_round_are_shown_as_such():
    assert wording.plain("a\u202eb\x00c\nd") == "a\ufffdb\ufffdc\nd"


@given(st.text(), st.lists(st.text(), max_size=3))
def test_marking_keeps_the_words(value, others):
    assert "".join(run.text for run in marked(value, others)) == value


def test_neighbouring_words_that_differ_are_marked_together():
    assert [(run.text, run.differs) for run in marked("late in July", ["15 July"])] == [("late in", True), (" July", False)]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: Span(pair[0], sum(pair)))))
def test_joined_places_do_not_meet_and_hold_all(spans):
    found = joined(spans)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(any(whole.holds(span) for whole in found) for span in spans)


@given(st.text(alphabet="*_[]<>|`#-1. \nab&\\"))
def test_markdown_leaves_no_sign_bare(text):
    shown = escaped(text)
    assert "\n" not in shown
    for sign in "*_[]<>|`#":
        assert shown.replace("\\\\", "").count(sign) == shown.replace("\\\\", "").count(f"\\{sign}")
