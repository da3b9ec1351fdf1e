"""What a case adds to a brief: rival readings, issues, outcomes, scenarios, each with its sentences and what is not known."""

from __future__ import annotations

import re
from dataclasses import replace

import norway_peru as fixture
import norway_peru_case as cased
import pytest
from test_desk_brief import Page

from detente.desk import brief
from detente.desk.composing import compose
from detente.desk.scenarios import named
from detente.desk.stakes import binned
from detente.errors import InputError
from detente.records import Event


@pytest.fixture(scope="module")
def text() -> str:
    return brief(cased.CaseBench(), "NOR", "PER", case="case.toml")


@pytest.fixture(scope="module")
def view():
    return compose(fixture.relation(), cased.made())


def test_it_is_well_formed_and_every_link_has_its_goal(text):
    page = Page(text)
    assert page.stack == [] and len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert {"reading", "issues", "outcomes", "scenarios", "turning-points"} <= set(page.ids)
    assert not [a for a in page.attributes if a[1] in ("src", "style", "srcset") or a[1].startswith("on")]


def test_words_of_a_case_are_words(text):
    assert "<script>" not in text and "<b>whom" not in text and "<i>rivals" not in text
    assert "They are <i>rivals</i>." in Page(text).words


def test_no_number_is_nan(text):
    md = brief(cased.CaseBench(), "NOR", "PER", case="case.toml", format="md")
    for drawn in (Page(text).words, md):
        assert not re.search(r"\b(nan|None|inf)\b", drawn)


def test_the_matrix_has_colour_sign_and_hatching(view):
    quota, port = view.case.matrix.rows
    norway, peru, iceland = quota.cells
    assert (norway.sign, norway.position, norway.bin, norway.span, norway.salience) == ("−", "10", "m2", "0–30", 80)
    assert (peru.sign, peru.bin, peru.cites) == ("+", "p2", ()) and peru.origin == "analyst"
    assert (iceland.sign, iceland.bin, iceland.salience) == ("", "z", None)
    assert not any(cell.known for cell in port.cells) and "Iceland | its fleet" in port.absent
    assert norway.cites[0].words == "Norway seized two Peruvian trawlers off Svalbard in November 2017."
    assert view.case.matrix.n_unknown == 3


def test_the_case_leads_to_its_sentence_and_back(view):
    back = {citing.anchor for a in view.articles for p in a.paragraphs for piece in p.pieces for citing in piece.citing}
    assert {"issue-1", "reading", "scenario-1"} <= back


def test_an_outcome_says_what_is_not_known_and_why(view):
    quota, port = view.case.outcomes
    assert quota.median is not None and quota.deciders == "Norway and Peru" and "draws above 50" in quota.over
    assert quota.moved and quota.without[0].links[0].anchor == "source-1"
    assert port.told == "not known" and "it lies between 0 and 100" in port.reason and port.deciders == ""
    assert view.case.label == "model-conditional, not calibrated"
    assert view.case.mechanisms == ("resolve (switched off)",)


def test_the_rival_readings_are_ranked_with_what_would_change_it(view):
    reading = view.case.reading
    assert [(one.rank, one.id, one.against, one.holder) for one in reading.theses] == [
        (1, "RIVALS", 0, "Ingrid Dahl"),
        (2, "FRIENDS", 1, None),
    ]
    assert reading.answer.text.startswith("Of 4 acts that bear on the rival readings none speaks against RIVALS")
    assert "RIVALS excludes nothing, so that it cannot lose." in [one.text for one in reading.numbers]
    assert reading.theses[0].unseen == ("sanction by Peru towards Norway",)
    assert any(link.text == "act 2" for limit in reading.change for link in limit.links)
    watched = {(row.thesis, row.speaks, row.act): row.became for row in reading.watch}
    assert watched["RIVALS", "for", "sanction by Peru towards Norway"] == "not seen so far"
    assert watched["FRIENDS", "against", "coerce between Norway and Peru"] == "seen once, first by 30 November 2017"
    assert len(reading.cannot) >= 4
    assert reading.answer.text in [statement.text for statement in view.bottom]


def test_every_act_of_the_matrix_is_in_the_timeline_or_described(view):
    anchors = {act.anchor for group in view.timeline for act in group.events}
    for row in view.case.reading.acts:
        assert row.act.anchor in anchors and row.cites and len(row.cells) == 2


def test_a_scenario_tells_causes_and_names(view):
    (one,) = view.case.scenarios
    assert one.title == "Norway gives way"
    assert one.patches[0].text == "Shift position of Norway on “How much may be caught & by <b>whom</b>” by 30"
    assert one.patches[0].cites and not one.patches[1].cites
    assert one.outcomes[0].by.startswith("+") and one.outcomes[0].causes.startswith("change 1 +")
    assert len(one.outcomes) == 1 and one.unmoved == ()


def test_without_a_case_there_are_turning_points_or_the_refusal_and_no_case():
    view = compose(fixture.relation())
    assert view.case is None and "too few" in view.turning.refused
    page = Page(brief(fixture.Bench(), "NOR", "PER"))
    assert "turning-points" in page.ids and not {"reading", "issues", "outcomes"} & set(page.ids)
    assert [row.gap_range != "" for row in view.years] == [row.gap != "not known" for row in view.years]


def test_turning_points_are_told_with_their_acts():
    day = fixture.days
    events = []
    for month in range(48):
        for n in range(4):
            when = fixture.date(2016 + month // 12, month % 12 + 1, 3 + n)
            score = (-6.0 if 20 <= month < 30 else 2.0) + (n + month) % 3
            events.append(Event(f"e{month}-{n}", "an act", ("NOR",), ("PER",), "CONSULT", "verbal_cooperation", "actual", 0.9,
                                goldstein=score, moment=day(when)))  # fmt: skip
    view = compose(replace(fixture.relation(), events=tuple(events), reports={}, agreements=(), conflicts=()))
    assert view.turning.refused is None
    assert ("September 2017", "chill") in [(one.when, one.direction) for one in view.turning.points]
    assert all(act.anchor for one in view.turning.points for act in one.acts)


def test_markdown_has_the_same_sections_and_whole_tables():
    text = brief(cased.CaseBench(), "NOR", "PER", case="case.toml", format="md")
    for heading in ("Which reading do the events bear out?", "Who wants what", "Where each issue would end", "What if"):
        assert f"\n## {heading}\n" in text
    used = set(re.findall(r"\[\^(a\d+-\d+)\](?!:)", text))
    assert used == set(re.findall(r"^\[\^(a\d+-\d+)\]:", text, re.MULTILINE))
    for table in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1, table


def test_scenarios_without_a_case_are_refused():
    with pytest.raises(InputError, match="need a case"):
        brief(fixture.Bench(), "NOR", "PER", whatif=["x.toml"])


def test_same_case_same_bytes(text):
    assert brief(cased.CaseBench(), "NOR", "PER", case="case.toml") == text


@pytest.mark.parametrize("position", range(0, 101, 5))
def test_a_colour_is_a_fifth_of_the_scale(position):
    assert binned(position) == ("m2", "m1", "z", "p1", "p2")[max(0, -(-position // 20) - 1)]


def test_names_stand_for_whole_ids_only():
    assert named("tie of TUR and TUR.REB", {"TUR": "Turkey"}) == "tie of Turkey and TUR.REB"
