"""What can be asked of a ledger: by whom, about whom, when, of what kind."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import InputError, UnknownNameError
from detente.reference import countries
from detente.workbench import names


@pytest.fixture
def held(wb, write):
    wb.read(
        write(
            a="Chad met Mali in 2011. Chad may meet Mali again. Mali said that Chad was late. Peru may leave.",
            b="Chad met Peru in 2013. Fiji met Chad.",
        )
    )
    return wb


@pytest.mark.parametrize("name", ["RUS", "rus", "ru", "Russia", "russia", "RUSSIA", "Russian Federation"])
def test_a_state_may_be_named_in_many_ways(name):
    assert names.party(name, {}).id == "RUS"


@pytest.mark.parametrize("name", ["türkiye", "Turkiye", "Turkey", "TUR", "tr"])
def test_accents_and_new_names_are_known(name):
    assert names.party(name, {}).id == "TUR"


@given(st.sampled_from(sorted(countries())), st.booleans())
def test_every_code_is_its_own_name_in_any_case(code, lower):
    assert names.party(code.lower() if lower else code, {}).id == code


@given(st.text(max_size=20))
def test_any_other_text_is_a_clear_refusal(text):
    try:
        found = names.party(text, {})
    except UnknownNameError as error:
        assert "country" in str(error)
    else:
        assert found.id in countries()


def test_near_misses_are_suggested():
    with pytest.raises(UnknownNameError, match="did you mean"):
        names.party("Rusia", {})
    with pytest.raises(InputError, match="both"):
        names.pair("RUS", "russia", {})


def test_events_by_party_day_type_and_modality(held):
    assert len(held.events()) == 3
    assert len(held.events("chad", "MALI")) == len(held.events("Mali", "TCD")) == 1
    assert len(held.events("Chad")) == 3
    assert len(held.events("Fiji")) == 1
    assert len(held.events(since=date(2012, 1, 1))) == 1
    assert len(held.events(until=date(2012, 1, 1))) == 1
    assert len(held.events(type="consult")) == 3
    assert held.events(type="ASSAULT") == held.events(modality="future") == []
    with pytest.raises(UnknownNameError, match="did you mean CONSULT"):
        held.events(type="consults")


def test_events_come_in_the_order_of_time_undated_last(held):
    found = [event.moment.earliest for event in held.events()]
    assert found == [date(2011, 5, 1), date(2013, 5, 1), None]


def test_claims_and_quotes_are_about_the_two_their_words_name(held):
    assert len(held.claims()) == 2
    assert len(held.claims("Chad", "Mali")) == 1
    assert held.claims("Chad", "Mali", kind="belief") == []
    assert len(held.quotes("Mali", "Chad")) == 1
    assert held.quotes("Mali", "Peru") == []


def test_actors_come_most_named_first_with_what_belongs_to_them(held):
    assert held.actors()[0].id == "TCD"
    assert [actor.id for actor in held.actors("Fiji")] == ["FJI"]
    assert held.named()["TCD"] == 5


def test_reports_of_an_event_and_all(held):
    event = held.events("Chad", "Mali")[0]
    assert list(held.reports(event.id)) == list(event.reports)
    assert len(held.reports()) == 3
    with pytest.raises(UnknownNameError):
        held.reports("ffff")


def test_show_takes_the_beginning_of_an_id(held):
    event = held.events()[0]
    assert held.show(event.id[:8]).value == event
    with pytest.raises(InputError):
        held.show("zzzzzz")


def test_a_relation_holds_everything_between_the_two_and_nothing_else(held):
    relation = held.relation("Chad", "mali")
    assert (relation.a.id, relation.b.id) == ("TCD", "MLI")
    assert [event.source for event in relation.events] == [event.source for event in held.events("Chad", "Mali")]
    assert set(relation.reports) == set(relation.events[0].reports)
    assert [held_one.document.name for held_one in relation.documents.values()] == ["a.txt"]
    assert set(relation.actors) >= {"TCD", "MLI"}
    assert "PER" not in relation.actors
    assert [year.period for year in relation.years] == ["2011"]
    assert relation.years[0].displayed == 1.0
    assert relation.years[0].substance is None
    assert relation.coverage.n_events == 1
    assert len(relation.claims) == 1
    assert len(relation.quotes) == 1


def test_a_relation_nobody_wrote_about_is_empty_and_says_so(held):
    relation = held.relation("Norway", "Japan")
    assert relation.events == relation.months == relation.claims == ()
    assert relation.trend.direction == "not known"
    assert relation.documents == {}


def test_tables_are_those_of_the_export(held, tmp_path):
    held.export(tmp_path / "out")
    whole = (tmp_path / "out" / "events.jsonl").read_text("utf-8").splitlines()
    assert len(whole) == len(held.table("events")) == 3
    order = [event.id for event in held.events()]
    assert [row["event"] for row in held.table("events", order)] == order
    assert [row["doc"] for row in held.table("documents", list(held.documents()))] == ["a", "b"]
    assert held.table("series")
    with pytest.raises(UnknownNameError, match="did you mean events"):
        held.table("event")
    with pytest.raises(UnknownNameError, match="format"):
        held.export(tmp_path / "out", format="csv")


def test_search_finds_words_in_any_form(held):
    assert [hit.document for hit in held.search("harvests")]
    assert held.search("nothing-like-it") == ()
