"""A case over a ledger: the methods that need the strategic system, on articles that a toy coder reads."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from detente.errors import InputError, UnknownNameError
from detente.strategy import case as cases
from detente.strategy.scenario import parse

CASE = """
format = "detente-case"
version = 1
title = "Chad and Mali over a river"
dyad = ["TCD", "MLI"]

[model]
draws = 300
threshold = 40

[[actor]]
id = "TCD"
influence = 60
[[actor]]
id = "MLI"
influence = 20
[[actor]]
id = "PER"

[[issue]]
id = "DAM"
name = "How high the dam is built"
arena = "water"
pole_0 = "not at all"
pole_100 = "as planned"
status_quo = 20
origin = "analyst"

[[issue]]
id = "FERRY"
name = "Who runs the ferry"
pole_0 = "Chad"
pole_100 = "Mali"
origin = "analyst"

[[position]]
actor = "TCD"
issue = "DAM"
low = 60
mode = 80
high = 100
salience = 50
latest = 2012-01-01
evidence = [{ document = "a", start = 21, end = 43, text = "Chad met Mali in 2011." }]

[[position]]
actor = "MLI"
issue = "DAM"
low = 0
mode = 0
high = 30
salience = 100
latest = 2012-01-01
origin = "analyst"

[[position]]
actor = "PER"
issue = "DAM"
low = 50
mode = 50
high = 50
salience = 10
origin = "analyst"

[[proxy]]
actor = "FJI"
patron = "MLI"
weight = 0.5

[[hypothesis]]
id = "TALK"
thesis = "They talk."
holder = "MLI"
expects = [{ types = ["CONSULT"], dyad = ["TCD", "MLI"] }]

[[hypothesis]]
id = "SILENCE"
thesis = "They do not."
excludes = [{ types = ["CONSULT"], dyad = ["TCD", "MLI"], until = 2011-12-31 }]
"""
PATCH = '[[patch]]\nshift = "position"\nactor = "MLI"\nissue = "DAM"\nby = 10\n'


@pytest.fixture
def held(wb, write):
    wb.read(write(a="Chad met Mali in 2011. Mali met Peru.", b="Chad met Peru in 2013. Fiji met Chad in 2014."))
    return wb


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "case.toml"
    file.write_text(CASE, "utf-8")
    return file


def whole(value) -> str:
    """JSON that has no NaN in it."""
    return json.dumps(value, allow_nan=False)


def test_the_matrix_has_every_cell_known_or_not(held, path):
    found = held.issues(case=path)
    assert found.actors == ("TCD", "MLI", "PER") and not found.drafted
    assert found.mode("TCD", "DAM") == 80 and found.mode("TCD", "FERRY") is None and found.n_unknown == 3
    rows = json.loads(whole(found.summary()))
    assert [len(row["positions"]) for row in rows] == [3, 3]
    assert rows[0]["positions"][0]["evidence"][0] == {
        "document": "a.txt",
        "start": 21,
        "end": 43,
        "text": "Chad met Mali in 2011.",
    }
    assert rows[1]["positions"][0]["mode"] is None


def test_without_a_case_the_articles_propose_one(held):
    found = held.issues("Chad", "Mali")
    assert found.drafted and found.issues == ()


def test_a_case_is_solved_with_who_decides_and_what_is_not_known(held, path):
    found = held.solve(path)
    dam, ferry = found.issues
    assert dam.mode == pytest.approx((60 * 50 * 80 + 20 * 100 * 0) / (60 * 50 + 20 * 100))
    assert dam.drawn.low <= dam.drawn.median <= dam.drawn.high and 0 <= dam.drawn.p_over <= 1
    assert set(dam.deciders) == {"TCD", "MLI"} and dam.left_out == {"PER": "influence"}
    assert dam.levers == pytest.approx({"TCD": 0.6, "MLI": 0.4})
    assert found.unknown == (ferry,) and ferry.drawn.median is None and ferry.bounds == (0.0, 100.0)
    assert {one.input for one in found.swings} == {"position of TCD on DAM", "position of MLI on DAM"}
    assert found.without[0].source == "a.txt" and found.without[0].without == 0
    assert set(found.solvers) == {"compromise", "median", "challenge", "nash"}
    assert found.label == "model-conditional, not calibrated"
    assert json.loads(whole(found.summary()))["issues"][1]["median"] is None


def test_the_same_seed_gives_the_same_bytes(held, path):
    one, other = (whole(held.solve(path, draws=50, seed=4).summary()) for _ in range(2))
    assert one == other != whole(held.solve(path, draws=50, seed=5).summary())


def test_another_solver_and_threshold_may_be_asked_for(held, path):
    found = held.solve(path, solver="median", threshold=99)
    assert found.solver == "median" and found.issues[0].mode == 80 and found.issues[0].drawn.p_over == 0
    with pytest.raises(UnknownNameError, match="did you mean median"):
        held.solve(path, solver="medain")


def test_a_scenario_names_its_causes_and_the_sentences(held, path):
    found = held.whatif(parse(PATCH.replace("MLI", "TCD")), path, draws=50)
    assert found.outcomes[0].amount == pytest.approx(6)
    assert found.outcomes[0].causes[0].lever == pytest.approx(0.6)
    (told,) = found.grounds().values()
    assert told == "“Chad met Mali in 2011.” (a.txt)"
    assert list(held.whatif(parse(PATCH), path).grounds().values()) == ["the analyst alone"]
    rows = json.loads(whole(found.summary()))
    assert rows["changes"][0]["causes"][0]["rests_on"][0]["document"] == "a.txt"
    assert {row["issue"] for row in rows["sampled"]} == {"DAM", "FERRY"}


def test_a_patch_may_change_an_event_and_leads_to_its_sentences(held, path):
    (event,) = held.events("Chad", "Peru")
    text = f'[[patch]]\nset = "event"\nevent = "{event.id}"\ncounted = false\n'
    found = held.whatif(parse(text), path)
    assert [one.text for one in next(iter(found.rests_on.values()))] == ["Chad met Peru in 2013."]


def test_a_day_in_the_past_has_what_lay_before_it(held, path):
    found = held.replay("2012-06-01", "Chad", "Mali", case=path, draws=20)
    assert len(found.events.taken) == 1 and found.events.undated == ()
    assert len(held.replay("2012-06-01").events.undated) == 1
    assert [year.period for year in found.years] == ["2011"]
    assert found.then.issues[0].drawn.median is not None and found.now is not None
    assert any("1 position left out" in note for note in found.notes)
    json.loads(whole(found.summary()))
    assert held.replay(date(2013, 12, 31)).then is None
    with pytest.raises(InputError, match="before anything that is dated"):
        held.replay("2010-01-01")
    with pytest.raises(InputError, match="is not a day"):
        held.replay("yesterday")


def test_rival_theses_are_ranked_by_what_speaks_against_them(held, path):
    found = held.hypotheses(path)
    assert [(rank, one.id) for rank, one in found.ranked] == [(1, "TALK"), (2, "SILENCE")]
    assert found.holders == {"TALK": "Mali", "SILENCE": None}
    assert found.counts("TALK") == {"consistent": 2, "inconsistent": 0, "neutral": 0}
    assert found.lines[0].diagnosticity == 1.0
    assert found.sentences[found.lines[0].event.id][0].text == "Chad met Mali in 2011."
    assert json.loads(whole(found.summary()))["sensitivity"][0]["name"]


def test_an_overruled_event_may_be_named_by_its_beginning(held, path):
    event = held.events("Chad", "Mali")[0]
    case = cases.load(path)
    ruled = replace(case.hypotheses[1], overruled=(cases.Overruled(event.id[:8], "neutral", "by chance"),))
    found = held.hypotheses(replace(case, hypotheses=(case.hypotheses[0], ruled)))
    assert found.matrix.inconsistency() == {"TALK": 0.0, "SILENCE": 0.0}


def test_what_would_change_the_mind_is_seen_or_not(held, path):
    seen = held.watch(path)
    assert [(one.thesis, one.speaks, one.sighting.seen) for one in seen] == [
        ("TALK", "for", True),
        ("SILENCE", "against", True),
    ]
    assert not any(one.sighting.seen for one in held.watch(path, since=date(2015, 1, 1)))


def test_a_relation_counts_the_proxies_of_the_case(held, path):
    plain, counted = held.relation("Chad", "Mali"), held.relation("Chad", "Mali", case=path)
    assert len(counted.events) == len(plain.events) + 1
    assert [year.period for year in counted.years] == ["2011", "2012", "2013", "2014"]
    assert counted.proxies == {"FJI": ("MLI", 0.5)} and plain.proxies == {}


def test_a_thin_series_is_refused_and_alignment_has_bounds(held, path):
    assert "too few" in held.turning_points("Chad", "Mali").reason
    found = held.alignment("Chad", "Mali", path)
    assert found.value == pytest.approx(0.2) and found.n_missing == 1 and found.least < found.value < found.most


def test_a_citation_that_the_ledger_does_not_have_is_refused_with_its_line(held, path):
    path.write_text(CASE.replace("Chad met Mali in 2011.", "Chad met Fiji in 2011."), "utf-8")
    with pytest.raises(InputError, match=r"case.toml:\d+: position of TCD on DAM"):
        held.solve(path)
    path.write_text(CASE.replace('document = "a"', 'document = "z"'), "utf-8")
    with pytest.raises(InputError, match="no document 'z'"):
        held.issues(case=path)


def test_a_case_without_theses_says_so(held, path):
    bare = replace(cases.load(path), hypotheses=())
    for call in (held.hypotheses, held.watch):
        with pytest.raises(InputError, match="has no hypothesis"):
            call(bare)
