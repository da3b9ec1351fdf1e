from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading import days
from detente.records import UNKNOWN

BODY = (
    "Norway and Finland opened a joint border post near Kirkenes, and their ministers drove the first lorry through "
    "it together."
)
MORE = "Officials say that the road matters to both, and that the toll stays low for as long as it can be paid for."
CAPTION = "The ministers of Norway and Finland at the new border post, Kirkenes, Norway, March 5, 2019."


@pytest.mark.parametrize(
    ("head", "day", "basis"),
    [
        ("28 September, 2017", date(2017, 9, 28), "explicit"),
        ("Published: March 5, 2020 at 10:15 GMT", date(2020, 3, 5), "explicit"),
        ("Thursday 5th March 2020", date(2020, 3, 5), "explicit"),
        ("By Ana Lind, The Fjord Gazette, December 30, 2017", date(2017, 12, 30), "explicit"),
        ("Oslo, 5 March 2020", date(2020, 3, 5), "explicit"),
        ("2020-03-05", date(2020, 3, 5), "explicit"),
        ("5.3.2020\nUpdated: 9 March 2020", None, "explicit"),
    ],
)
def test_a_line_above_the_story_gives_the_day(one, head, day, basis):
    document = one(f"A road is opened\n\n{head}\n\n{BODY}\n\n{MORE}")
    assert document.date.basis == basis
    if day:
        assert (document.date.earliest, document.date.latest) == (day, day)
    assert document.date_span is not None
    assert document.at(document.date_span) in head


def test_figures_whose_order_differs_by_country_give_both_days(one):
    found = one(f"A road is opened\n\n03/05/2020\n\n{BODY}\n\n{MORE}").date
    assert (found.earliest, found.latest) == (date(2020, 3, 5), date(2020, 5, 3))
    assert found.note
    sure = one(f"A road is opened\n\n25/03/2020\n\n{BODY}\n\n{MORE}").date
    assert sure.earliest == sure.latest == date(2020, 3, 25)


def test_what_was_published_wins_over_what_was_updated(one):
    found = one(f"A road is opened\n\nUpdated 9 March 2020\nPublished 5 March 2020\n\n{BODY}\n\n{MORE}").date
    assert found.earliest == date(2020, 3, 5)


def test_a_dateline_with_a_year_gives_the_day(one):
    document = one(f"OSLO, Nov. 25, 2015 (Fjord Wire) — {BODY}\n\n{MORE}")
    assert document.date == (date(2015, 11, 25), date(2015, 11, 25), "dateline", None)
    assert document.outlet == "Fjord Wire"
    assert document.clean.text.startswith("Norway and Finland")


def test_a_machine_header_gives_the_day_and_leaves_the_sentence(one):
    document = one(f" date 2020-03-05 OSLO – {BODY}\n{MORE}")
    assert document.date == (date(2020, 3, 5), date(2020, 3, 5), "explicit", None)
    assert document.clean.text.startswith("Norway and Finland")


def test_a_dateline_without_a_year_gives_none(one):
    assert one(f"OSLO, Nov. 25 (Fjord Wire) — {BODY}\n\n{MORE}").date == UNKNOWN


def test_a_dated_picture_and_the_weekday_of_the_lead_bound_the_week(one):
    lead = "The ministers drove the first lorry over the border on Tuesday, and both of them were as pleased as could be."
    found = one(f"{CAPTION}\nAnna Berg / Reuters\n\n{lead}\n\n{MORE}").date
    assert (found.earliest, found.latest, found.basis) == (date(2019, 3, 5), date(2019, 3, 11), "inferred")
    assert "March 5, 2019" in (found.note or "")
    assert "Tuesday" in (found.note or "")


def test_another_weekday_does_not_fit_the_picture(one):
    lead = "The ministers drove the first lorry over the border on Friday, and both of them were as pleased as could be."
    found = one(f"{CAPTION}\nAnna Berg / Reuters\n\n{lead}\n\n{MORE}").date
    assert (found.earliest, found.latest) == (date(2019, 3, 5), None)


def test_the_latest_past_date_is_a_lower_bound(one):
    text = f"{BODY}\n\nThe road was closed in November 2015, after a strike that began on 9 August 2014.\n\n{MORE}"
    found = one(text).date
    assert (found.earliest, found.latest, found.basis) == (date(2015, 11, 1), None, "inferred")
    assert "November 2015" in (found.note or "")


@pytest.mark.parametrize(
    "sentence",
    [
        "Deliveries will begin in May 2031.",
        "The lease was meant to last until 2049.",
        "A second road is planned for the summer of 2030.",
        "The minister said it could open by March 2033.",
        "Some 2019 people signed.",
    ],
)
def test_what_lies_ahead_bounds_nothing(one, sentence):
    assert one(f"{BODY}\n\n{sentence}\n\n{MORE}").date == UNKNOWN


def test_a_stated_day_amid_the_story_is_not_that_of_the_document(one):
    found = one(f"{BODY}\n\nOn 9 August 2016 he flew to Oslo and stayed for a week.\n\n{MORE}").date
    assert found.latest is None
    assert found.basis == "inferred"


def test_days_over_the_entries_of_a_chronicle_do_not_date_it(one):
    text = (
        f"A chronicle of the road\n\n{BODY}\n\n1 May 2011\n\n{MORE}\n\n2 June 2012\n\n{MORE} It was long.\n\n3 July "
        f"2013\n\n{MORE} It was wide."
    )
    assert one(text).date.basis != "explicit"


def test_nothing_gives_nothing(one):
    document = one(f"{BODY}\n\n{MORE}")
    assert document.date == UNKNOWN
    assert document.date_span is None


@given(
    st.dates(date(1850, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d %b %Y", "%b. %d, %Y", "%A, %d %B, %Y"]),
)
def test_a_written_day_is_read_back(day, form):
    (written,) = days.find(f"on {day.strftime(form)} they met")
    assert (written.earliest, written.latest) == (day, day)


@given(st.text(max_size=60))
def test_any_text_can_be_looked_through_for_days(text):
    for written in days.find(text):
        assert 0 <= written.span.start < written.span.end <= len(text)
    days.stamp(text)


@pytest.mark.parametrize("text", ["2020-13-01", "30.02.2019", "they may 5 times", "version 1.2.2020.4", "S-400 in 20155"])
def test_what_is_no_day_is_none(text):
    assert [w for w in days.find(text) if w.year] == []


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2020-03-05", date(2020, 3, 5)),
        ("2020-03-05T23:30:00-05:00", date(2020, 3, 5)),
        ("20200305", date(2020, 3, 5)),
        ("Thu, 05 Mar 2020 22:10:00 GMT", date(2020, 3, 5)),
        ("March 5, 2020", date(2020, 3, 5)),
        ("2020-02-31", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_stamps_of_metadata(value, day):
    assert days.stamp(value) == ((day, day) if day else None)
