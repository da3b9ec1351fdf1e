from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from detente.coding import times
from detente.reading.fragment import fragment
from detente.reading.parse import parse
from detente.records import Block, Moment, Span

ON = date(2016, 8, 11)  # a Thursday


def found(text, on=ON):
    document = fragment(text, on)
    rows = times.find(parse(document))
    return {document.at(r.span): r for r in rows}


def days(text, on=ON):
    return {words: (str(r.moment.earliest), str(r.moment.latest)) for words, r in found(text, on).items() if r.moment.known}


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("They signed it on 28 September, 2012.", "28 September, 2012", "2012-09-28", "2012-09-28"),
        ("They signed it on Sept. 28, 2012.", "Sept. 28, 2012", "2012-09-28", "2012-09-28"),
        ("The ban of 2012-09-28 was lifted.", "2012-09-28", "2012-09-28", "2012-09-28"),
        ("Talks ran from 30 August to 2 September 2012.", "30 August to 2 September 2012", "2012-08-30", "2012-09-02"),
        ("They met in late July 2012.", "late July 2012", "2012-07-21", "2012-07-31"),
        ("They met in the last week of May 2019.", "the last week of May 2019", "2019-05-25", "2019-05-31"),
        ("They met in the first week of June 2019.", "the first week of June 2019", "2019-06-01", "2019-06-07"),
        ("Trade fell in the autumn of 2012.", "the autumn of 2012", "2012-09-01", "2012-11-30"),
        ("Trade fell in late 2012.", "late 2012", "2012-10-01", "2012-12-31"),
        ("Trade fell in 2012-13.", "2012-13", "2012-01-01", "2013-12-31"),
        ("Trade fell in the first half of 2012.", "the first half of 2012", "2012-01-01", "2012-06-30"),
        ("Ties froze in the late 1950s.", "the late 1950s", "1956-01-01", "1959-12-31"),
        ("Ties froze in the 19th century.", "the 19th century", "1801-01-01", "1900-12-31"),
        ("Ties froze during the Cold War.", "the Cold War", "1947-01-01", "1991-12-26"),
        ("The parties signed on 9.8.2012.", "9.8.2012", "2012-08-09", "2012-08-09"),
        ("The May 2012 vote was close.", "May 2012", "2012-05-01", "2012-05-31"),
    ],
)
def test_explicit_dates_need_no_document_date(text, words, first, last):
    row = found(text, None)[words]
    assert (str(row.moment.earliest), str(row.moment.latest), row.moment.basis) == (first, last, "explicit")


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("The envoys met on Tuesday.", "Tuesday", "2016-08-09", "2016-08-09"),
        ("The envoys will meet on Tuesday.", "Tuesday", "2016-08-16", "2016-08-16"),
        ("The envoys spoke on Thursday.", "Thursday", "2016-08-11", "2016-08-11"),
        ("The envoys meet in Oslo on Thursday.", "Thursday", "2016-08-11", "2016-08-11"),
        ("The envoys left last Thursday.", "last Thursday", "2016-08-04", "2016-08-04"),
        ("The envoys agreed to return next Monday.", "next Monday", "2016-08-15", "2016-08-15"),
        ("The envoys met yesterday.", "yesterday", "2016-08-10", "2016-08-10"),
        ("The envoys met last month.", "last month", "2016-07-01", "2016-07-31"),
        ("The envoys met earlier this month.", "earlier this month", "2016-08-01", "2016-08-11"),
        ("The envoys met five years ago.", "five years ago", "2011-01-01", "2011-12-31"),
        ("The envoys met two weeks ago.", "two weeks ago", "2016-07-25", "2016-07-31"),
        ("The envoys met on 15 December.", "15 December", "2015-12-15", "2015-12-15"),
        ("The envoys will meet on 15 December.", "15 December", "2016-12-15", "2016-12-15"),
        ("The envoys met in late July.", "late July", "2016-07-21", "2016-07-31"),
        ("The envoys met over the past two years.", "the past two years", "2014-08-11", "2016-08-11"),
    ],
)
def test_relative_dates_are_reckoned_from_the_document(text, words, first, last):
    row = found(text)[words]
    assert (str(row.moment.earliest), str(row.moment.latest), row.moment.basis) == (first, last, "dateline")


@pytest.mark.parametrize(
    "text", ["They met on Tuesday.", "They met last year.", "They met in late July.", "They met two weeks ago."]
)
def test_without_a_document_date_nothing_is_invented(text):
    assert days(text, None) == {}


def test_a_date_without_a_year_keeps_the_days_that_recur():
    assert found("They met in late July.", None)["late July"].flags == ("recurs:07-21/07-31",)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("It lasted more than six years.", "more than six years", "duration"),
        ("It was a one-day visit.", "one-day", "duration"),
        ("They have been rivals for centuries.", "centuries", "duration"),
        ("Ties have recently improved.", "recently", "reference"),
        ("Ties improved in recent months.", "recent months", "reference"),
        ("That will do for the time being.", "for the time being", "reference"),
        ("Shortly after the summit, they quarrelled.", "Shortly after the summit", "reference"),
        ("They spoke on the eve of the vote.", "on the eve of the vote", "reference"),
    ],
)
def test_durations_and_vague_references_have_no_days(text, words, kind):
    row = found(text)[words]
    assert row.kind == kind
    assert row.moment.basis == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "Norway bought S-400 and Tu-1952 systems.",
        "They sold 2000 missiles and 1500 rifles.",
        "It cost $2016 or 2016 euros.",
        "Resolution 1973 was adopted.",
        "Theresa May spoke first.",
        "Troops may march on the capital.",
        "He visits twice a year.",
        "The 12-year-old boy fled.",
        "The Sun rose over the fall of the city.",
        "A post-Cold War order took shape.",
    ],
)
def test_numbers_names_and_verbs_are_no_dates(text):
    assert found(text) == {}


def test_the_first_days_of_a_month_make_so_far_ambiguous():
    early = found("Fifty died so far this month.", date(2020, 3, 5))["so far this month"]
    assert early.flags == ("ambiguous_month",)
    assert early.moment[:2] == (date(2020, 3, 1), date(2020, 3, 5))
    assert found("Fifty died so far this month.", date(2020, 3, 20))["so far this month"].flags == ()


def test_a_date_that_two_orders_fit_is_left_open():
    row = found("They met on 9/8/2012.")["9/8/2012"]
    assert (row.moment.known, row.flags) == (False, ("ambiguous_order",))
    assert days("They met on 25/8/2012.") == {"25/8/2012": ("2012-08-25", "2012-08-25")}


def test_dates_of_one_sentence_share_their_year():
    assert days("They met on 3 May and on 6 June 2012.", None)["3 May"] == ("2012-05-03", "2012-05-03")
    assert days("In 1962, the crisis began in October.")["October"] == ("1962-10-01", "1962-10-31")


def test_the_following_year_is_reckoned_from_what_was_told():
    row = found("They broke in 2001. The following year they made up.")["The following year"]
    assert row.moment == Moment(date(2002, 1, 1), date(2002, 12, 31), "relative")


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("They closed the bridge on Tuesday, a day after they shut the border.", "a day after", "2016-08-08"),
        ("They met on Tuesday, two days before the army withdrew.", "two days before", "2016-08-11"),
        ("They met two days after Ghana had closed the port on 3 May 2012.", "two days after", "2012-05-05"),
        ("They met two days after Friday's raid.", "two days after", "2016-08-07"),
        (
            "They rang on 3 May 2012. The pact will lapse on 9 May 2012. Two days later they met.",
            "Two days later",
            "2012-05-05",
        ),
        ("They will meet on 9 May 2017. Two days later they will sign.", "Two days later", "2017-05-11"),
    ],
)
def test_a_distance_is_counted_from_the_act_it_is_told_of(text, words, day):
    assert days(text)[words] == (day, day)


def test_a_distance_from_an_act_without_a_day_is_open():
    assert not found("On 3 May 2012 they rang. Ghana left two days after Togo shut the port.")["two days after"].moment.known


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("On 2 January 2012 they closed the bridge. On 3 January they cut all ties.", "3 January", "2012-01-03"),
        ("On 2 January 2012 they met. A mob came. Nobody slept. On 3 January they parted.", "3 January", "2012-01-03"),
        ("On 24 November 2015 a jet was lost. On 30 November they cut all ties.", "30 November", "2015-11-30"),
        ("On 24 November 2015 a jet was lost. On 5 August they made up.", "5 August", "2016-08-05"),
        ("They have quarrelled since 2012. On 3 January they cut all ties.", "3 January", "2016-01-03"),
        ("In May 2012 they met. On 3 September they will meet again.", "3 September", "2016-09-03"),
    ],
)
def test_a_day_without_a_year_is_of_the_year_its_passage_tells(text, words, day):
    assert days(text)[words] == (day, day)


def test_a_year_alone_gives_its_passage_no_year():
    assert days("In 2012 a court ruled for them. In February they met.")["February"] == ("2016-02-01", "2016-02-29")


def test_a_caption_has_its_own_day():
    text = "Ministers in Oslo, Norway, December 2, 2015. The ministry said on Wednesday it had proof."
    document = replace(fragment(text, ON), blocks=(Block("caption", Span(0, len(text))),))
    rows = {document.at(r.span): r.moment for r in times.find(parse(document))}
    assert rows["Wednesday"] == Moment(date(2015, 12, 2), date(2015, 12, 2), "relative")


def test_the_dateline_is_a_row_where_its_block_is_not_coded():
    text = "11 August 2016\n\nThe envoys met on Tuesday."
    whole = fragment(text, ON)
    body = Span(16, len(text))
    clean = fragment(text[16:], ON).clean
    shifted = type(clean)(
        clean.text, type(clean.starts)("L", [i + 16 for i in clean.starts]), type(clean.ends)("L", [i + 16 for i in clean.ends])
    )
    blocks = (Block("dateline", Span(0, 14)), Block("body", body))
    document = replace(whole, blocks=blocks, clean=shifted, date_span=Span(0, 14))
    rows = times.find(parse(document))
    assert [document.at(r.span) for r in rows] == ["11 August 2016", "Tuesday"]
    assert rows[0].moment == document.date


def test_prepositions_open_and_close():
    document = fragment(
        "It has lasted since 2011 and will end by 2020, only after 2018 and not before 2017. Post-2013 trade fell in 2015."
    )
    rows = times.find(parse(document))
    got = {
        d.row.moment.earliest.year: (d.preposition, d.moment.earliest, d.moment.latest)
        for d in times.of(document, rows, Span(0, len(document.text)))
    }
    assert got[2011] == ("since", date(2011, 1, 1), None)
    assert got[2020] == ("by", None, date(2020, 12, 31))
    assert got[2018] == ("after", date(2018, 12, 31), None)
    assert got[2017] == ("before", None, date(2017, 1, 1))
    assert got[2013][0] == "after"
    assert got[2015] == ("in", date(2015, 1, 1), date(2015, 12, 31))
    assert times.of(document, rows, Span(0, 10)) == []


def test_every_row_points_at_its_sentence():
    text = "They met in 2012. They will meet on Friday, or next year."
    document = fragment(text, ON)
    for row in times.find(parse(document)):
        assert row.sentence.holds(row.span)
        assert document.at(row.sentence).endswith(".")


def test_a_weekday_beside_a_day_tells_its_year():
    said = "They called for a truce from midnight on Sunday, 12 January."
    assert days(said, date(2020, 1, 9))["Sunday, 12 January"] == ("2020-01-12", "2020-01-12")
