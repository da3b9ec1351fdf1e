"""A case and events make a situation; a replay takes only what was there on the day."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategy_case import CASE, EVENTS, case_file, event

from detente.errors import InputError
from detente.measures.series import monthly
from detente.records import Moment, Position
from detente.strategy import case
from detente.strategy.assembly import assemble, replay, theses
from detente.strategy.mechanisms import MECHANISMS
from detente.strategy.relations import relations
from detente.strategy.replay import as_of, told, within


@pytest.fixture
def given_case(tmp_path):
    return case.load(case_file(tmp_path))


def test_a_case_becomes_a_situation(given_case):
    found = assemble(given_case, EVENTS)
    state = found.state
    assert state.system.actors == ("CHL", "ISL", "NOR", "PER") and state.system.issues == ("PORT", "QUOTA", "WHALES")
    nor, per, chl = (state.row(one) for one in ("NOR", "PER", "CHL"))
    assert state.power[[chl, nor, per]].tolist() == [0.2, 0.5, 1.0] and np.isnan(state.power[state.row("ISL")])
    assert state.theta[nor, per] == pytest.approx(1.0 * 0.2 * 0.5) and np.isnan(state.theta[per, nor])
    assert state.trust[nor, per] == 0.1 and state.ties[per, nor] == 0.3 and state.proxies[chl, per] == 0.5
    assert state.arenas == (None, "sea", None) and state.authority[nor] == 0.6
    assert [use.name for use in found.uses] == ["outside_option", "resolve"] and found.uses[1].on is False
    assert found.uses[0].ranges["kappa"].high == 0.6 and found.uses[0].evidence[0].text == "it may"
    assert found.sources["NOR", "QUOTA"] == ("d1",) and (found.correlation, found.draws, found.seed) == (0.25, 400, 5)
    assert found.on == date(2017, 7, 1)


def test_a_case_is_solved_and_sampled(given_case):
    found = assemble(given_case, EVENTS)
    outcome = found.solve()
    assert outcome.issues["WHALES"].value is None and outcome.issues["WHALES"].reason
    assert outcome.issues["PORT"].value > 0
    by = {one.use.name: one for one in outcome.applied}
    assert by["outside_option"].acted and by["resolve"].reason == "switched off"
    assert found.sample(50).state.outcome.shape == (50, 3)
    assert found.sample().state.outcome.tobytes() == assemble(given_case, EVENTS).sample().state.outcome.tobytes()


def test_without_events_what_only_they_tell_is_not_known(given_case):
    outcome = assemble(given_case).solve()
    by = {one.use.name: one for one in outcome.applied}
    assert not by["outside_option"].acted and by["outside_option"].reason == "perceived of NOR and PER is not known"


def test_relations_are_those_of_the_measures():
    found = relations(EVENTS, ["NOR", "PER"], date(2017, 7, 1))
    month = monthly(EVENTS, "NOR", "PER", until=date(2017, 7, 1))[-1]
    assert found["displayed"][0, 1] == pytest.approx(month.displayed, abs=1e-6)
    assert found["substance"][0, 1] == pytest.approx(month.substance, abs=1e-6)
    assert found["helped"][0, 1] == 0 and found["harmed"][0, 1] > 0 and found["helped"][1, 0] > 0
    blank = relations(EVENTS, ["NOR", "CHL"], date(2017, 7, 1))
    assert all(np.isnan(values).all() for values in blank.values())


def test_a_gap_that_lasts_is_counted_in_years():
    shown = [event(f"a{m}", "NOR", "PER", "CONSULT", f"2016-{m:02d}-01") for m in range(1, 13)]
    done = [event(f"b{m}", "NOR", "PER", "COERCE", f"2016-{m:02d}-02") for m in range(1, 13)]
    found = relations([*shown, *done], ["NOR", "PER"], date(2016, 12, 31))
    assert found["displayed"][0, 1] == 1 and found["substance"][0, 1] == -1
    assert found["gap_years"][0, 1] == pytest.approx(11 / 12)
    assert relations(shown[:1], ["NOR", "PER"], date(2016, 2, 1))["gap_years"][0, 1] != 0
    agreed = [event("c", "NOR", "PER", "AID", "2016-01-01")]
    assert relations([*shown[:1], *agreed], ["NOR", "PER"], date(2016, 2, 1))["gap_years"][0, 1] == 0


def test_replay_takes_what_was_there_and_lists_what_has_no_date(given_case):
    found = replay(given_case, EVENTS, date(2017, 3, 1))
    assert [one.id for one in found.events.taken] == ["e1", "e2", "e6"]
    assert [one.id for one in found.events.undated] == ["e5"]
    assert [one.id for one in found.events.later] == ["e3", "e4", "e7", "e8"]
    assert [one.actor for one in found.positions.undated] == ["CHL"] and len(found.positions.later) == 2
    assert found.notes == (
        "1 event left out: no last day is known",
        "1 position left out: no last day is known",
        "ties, views, mechanisms of the case have no date and are taken as they are",
    )
    assert found.situation.on == date(2017, 3, 1)
    outcome = found.situation.solve()
    assert outcome.issues["PORT"].value is None and outcome.issues["QUOTA"].value is not None


def test_a_day_before_the_corpus_is_refused(given_case):
    with pytest.raises(InputError, match="2010-01-01 is before anything that is dated; give 2016-03-01 or a later day"):
        replay(given_case, EVENTS, date(2010, 1, 1))
    with pytest.raises(InputError, match=r"nobody has a position on 2016-04-01; give a later day, or dates \(1 event left out"):
        replay(given_case, EVENTS, date(2016, 4, 1))
    with pytest.raises(InputError, match="no row has a known date"):
        within(date(2016, 1, 1), [event("x", "NOR", "PER", "AID")])


DAYS = st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2030, 1, 1)))


@given(st.lists(DAYS, max_size=8), st.dates(date(2000, 1, 1), date(2030, 1, 1)))
def test_every_row_is_in_exactly_one_list(lasts, day):
    rows = [Position("A", f"K{n}", moment=Moment(None, last)) for n, last in enumerate(lasts)]
    found = as_of(rows, day)
    assert sorted(one.issue for part in (found.taken, found.later, found.undated) for one in part) == [
        one.issue for one in rows
    ]
    assert all(one.moment.latest <= day for one in found.taken)
    assert told(found.undated, "position") == (
        None
        if None not in lasts
        else f"{lasts.count(None)} position{'s' * (lasts.count(None) != 1)} left out: no last day is known"
    )


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('third = "CHL"', 'thrid = "CHL"', "case.toml:.*'thrid' is not a known role .*did you mean third"),
        ('third = "CHL"', 'third = "CHI"', "'CHI' is not a known actor of the case"),
        ('third = "CHL", ', "", "has no third"),
        ("kappa = {", "kapa = {", "did you mean kappa"),
        ("high = 0.6 }", "high = 3 }", "kappa 0.2, 0.4, 3"),
        ("shown = 0.5", "shown = true", "shown is True"),
    ],
)
def test_mechanisms_of_a_case_that_will_not_do(tmp_path, old, new, says):
    made = case.load(case_file(tmp_path, CASE.replace(old, new)))
    with pytest.raises(InputError, match=says):
        assemble(made, EVENTS)


def test_a_case_may_name_every_mechanism_and_no_other():
    assert set(case.MECHANISMS) == set(MECHANISMS)


def test_theses_of_a_case(given_case):
    first, second = theses(given_case)
    assert (first.id, first.holder) == ("FRIENDS", "A. Hansen") and second.overrides[0].event == "e4"
    assert str(second.expects[0]) == "SANCTION PER → NOR since 2017-01-01"
