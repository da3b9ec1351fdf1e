"""The arrow and what the corpus does not see."""

from __future__ import annotations

from datetime import date

from test_measures_series import event

from detente.measures.coverage import coverage
from detente.measures.trend import trend
from detente.records import Event, Moment


def test_deeds_outrank_words():
    told = [
        event("pact", date(2018, 9, 17), quad="material_cooperation"),
        event("strike", date(2020, 2, 27), quad="material_conflict"),
        event("talk", date(2018, 9, 17), quad="verbal_conflict"),
        event("call", date(2020, 3, 5)),
    ]
    found = trend(told, "NOR", "PER")
    assert (found.direction, found.rests_on) == ("worse", "deeds")
    assert found.displayed.direction == "better"
    assert (found.substance.difference, found.substance.now.events) == (-2.0, ("strike",))
    assert found.events == ("strike", "pact")
    assert found.reason.startswith("deeds fell from +1.00")


def test_words_decide_where_deeds_cannot_be_compared():
    told = [event("quarrel", date(2018, 5, 1), quad="verbal_conflict"), event("talk", date(2019, 6, 1))]
    found = trend([*told, event("aid", date(2019, 6, 1), quad="material_cooperation")], "NOR", "PER")
    assert (found.direction, found.rests_on) == ("better", "words")
    assert "nothing before to compare" in found.reason


def test_a_small_difference_is_no_change():
    told = [event(f"{year}{n}", date(year, 4, n + 1)) for year in (2017, 2018) for n in range(9)]
    told.append(event("x", date(2018, 4, 2), quad="verbal_conflict"))
    found = trend(told, "NOR", "PER")
    assert found.direction == "unchanged"
    assert trend(told, "NOR", "PER", threshold=0.1).direction == "worse"


def test_not_known_is_said_and_why():
    assert trend([], "NOR", "PER").direction == "not known"
    alone = trend([event("a", date(2018, 1, 1))], "NOR", "PER")
    assert (alone.direction, alone.events) == ("not known", ("a",))
    assert "nothing before to compare" in alone.reason
    assert "no deeds are dated" in alone.reason
    far = trend([event("a", date(1950, 1, 1)), event("b", date(2018, 1, 1))], "NOR", "PER")
    assert far.direction == "not known"


def test_the_window_is_kept():
    told = [event("a", date(2017, 6, 1), quad="verbal_conflict"), event("b", date(2018, 6, 1))]
    assert trend(told, "NOR", "PER").direction == "better"
    assert trend(told, "NOR", "PER", since=date(2018, 1, 1)).direction == "not known"
    assert trend(told, "NOR", "PER", until=date(2017, 12, 31)).direction == "not known"


def test_an_act_known_only_to_the_year_does_not_end_the_last_window():
    told = [
        event("a", date(2016, 3, 1), quad="verbal_conflict"),
        event("b", date(2017, 8, 9)),
        event("vague", date(2017, 1, 1), date(2017, 12, 31)),
    ]
    assert trend(told, "NOR", "PER").displayed.now.last == date(2017, 8, 9)


def test_a_shred_of_an_act_is_nothing_to_compare():
    decade = event("decade", date(2010, 1, 1), date(2019, 12, 31), "verbal_conflict")
    found = trend([decade, event("a", date(2018, 5, 1))], "NOR", "PER")
    assert (found.direction, found.displayed.before) == ("not known", None)


def test_intervals_apart():
    told = [
        event(f"{y}{n}", date(y, 2, n + 1), quad=q)
        for y, q in ((2017, "verbal_conflict"), (2018, "verbal_cooperation"))
        for n in range(9)
    ]
    assert trend(told, "NOR", "PER").displayed.apart
    assert not trend(told[8:10], "NOR", "PER").displayed.apart


def test_coverage_counts_what_is_not_seen():
    open_end = Event(
        "open", "", ("NOR",), ("PER",), "AID", "material_cooperation", "actual", 0.9, moment=Moment(date(2011, 1, 1))
    )
    told = [
        event("a", date(2016, 1, 5)),
        event("b", date(2016, 4, 5)),
        event("year", date(2017, 1, 1), date(2017, 12, 31)),
        event("undated", None),
        open_end,
        event("plan", date(2018, 1, 1), modality="future"),
        event("elsewhere", date(2018, 1, 1), source=("CHL",)),
    ]
    documents = {"a": ["one", "two"], "b": ["one"], "year": ["three"]}
    dates = {"one": Moment(date(2016, 5, 1), date(2016, 5, 1), "explicit"), "two": Moment()}
    found = coverage(told, "NOR", "PER", documents_of=documents, dates=dates)
    assert (found.n_events, found.n_actual) == (6, 5)
    assert found.counted == ("a", "b", "year")
    assert (found.undated, found.open_ended, found.coarse, found.not_actual) == (("undated",), ("open",), ("year",), ("plan",))
    assert found.single_source == ("b", "year")
    assert found.single_source_share == 0.666667
    assert (found.n_months, found.empty_months[:2], len(found.empty_months)) == (24, ("2016-02", "2016-03"), 10)
    assert found.undated_documents == ("three", "two")
    assert coverage([], "NOR", "PER").single_source_share is None
