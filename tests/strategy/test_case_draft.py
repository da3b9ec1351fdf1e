"""What is proposed from articles: issues of the corpus, positions with their sentences, and the analyst's parts untouched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from two_neighbours import ARTICLES

from detente.coding import positions
from detente.coding.positions import Stance
from detente.reading.fragment import fragment
from detente.reading.parse import parse
from detente.records import UNKNOWN, Actor, Moment, Span
from detente.strategy import case
from detente.strategy.draft import Told, draft, instances, onto
from detente.strategy.draft.weighing import position

WHEN = Moment(date(2021, 11, 4), date(2021, 11, 4), "dateline")
ACTORS = {code: Actor(code, name, "state", code) for code, name in {"DZA": "Algeria", "MAR": "Morocco", "KEN": "Kenya"}.items()}


@pytest.fixture(scope="module")
def corpus():
    documents = {
        name: replace(fragment(text, date(2021, 11, 4)), id=name, name=f"{name}.txt") for name, text in ARTICLES.items()
    }
    told = [Told(name, WHEN, one) for name, document in documents.items() for one in positions.of(parse(document))]
    return told, documents


def stance(actor="PER", kind="ARMS", about="f-16", side=0.8, at=0, **more):
    return Stance(Span(at, at + 5), Span(at, at + 9), actor, kind, about, about and about.upper(), "jets", side, "word", **more)


def told(*stances, document="a", when=WHEN):
    return [Told(document, when, one) for one in stances]


def test_a_drafted_case_is_a_good_case_and_all_of_it_is_extracted(corpus):
    made = draft(*corpus, ACTORS)
    assert case.loads(case.dump(made)) == replace(made, path="case.toml")
    assert {one.origin for part in (made.actors, made.issues, made.positions_given) for one in part} == {"extracted"}
    assert not (made.ties, made.mechanisms, made.hypotheses, made.proxies_given)[0]
    assert all(one.influence is None for one in made.actors)
    assert len(made.issues) >= 8


def test_every_citation_stands_in_its_document(corpus):
    told_, documents = corpus
    made = draft(told_, documents, ACTORS)
    by_name = {one.name: one for one in documents.values()}
    cited = [e for part in (made.actors, made.issues, made.positions_given) for one in part for e in one.evidence]
    assert cited
    assert all(by_name[e.document].at(e.span) == e.text for e in cited)
    assert case.resolved(made, documents).issues


def test_only_what_one_of_the_two_takes_a_side_on(corpus):
    made = draft(*corpus, ACTORS, ("DZA", "MAR"))
    sides = {(p.actor, p.issue): p.mode for p in made.positions_given}
    assert made.title == "Algeria and Morocco"
    assert sides["DZA", "REFERENDUM_ESH"] > 55 > 45 > sides["MAR", "REFERENDUM_ESH"]
    assert sides["DZA", "DIPLOMATIC_TIES_DZA_MAR"] < 45
    assert sides["DZA", "PIPELINE"] < 45 < 55 < sides["ESP", "PIPELINE"]
    assert not {one.id for one in made.actors} & {"KEN", "IND"}
    (ties,) = [k for k in made.issues if k.kind == "DIPLOMATIC_TIES"]
    assert (ties.name, ties.about, ties.arena) == ("Ties between Algeria and Morocco", ("DZA", "MAR"), "diplomacy")


def test_the_order_of_the_stances_makes_no_difference(corpus):
    stances, documents = corpus
    assert draft(stances[::-1], documents, ACTORS).positions_given == draft(stances, documents, ACTORS).positions_given


def test_nothing_told_gives_an_empty_case():
    made = draft([], {}, {})
    assert (made.issues, made.positions_given, made.actors) == ((), (), ())
    assert case.dump(made)


def test_a_stance_without_an_about_joins_the_only_instance():
    found = instances(told(stance(), stance("CHL", about=None, at=20)))
    assert [(one.about, one.actors) for one in found] == [("f-16", ("CHL", "PER"))]
    two = instances(told(stance(), stance(about="su-30", at=20), stance("CHL", about=None, at=40)))
    assert {one.about for one in two} == {"f-16", "su-30", None}


def test_a_question_outside_the_catalogue_has_to_come_back():
    once = stance(kind=None, about="lithium")
    assert instances(told(once)) == []
    (one,) = instances(told(once, replace(once, actor="CHL", sentence=Span(30, 40))))
    assert one.kind is None


def test_what_was_long_ago_and_states_that_are_no_more_are_left_out():
    past = Moment(date(1983, 1, 1), date(1983, 12, 31), "explicit")
    assert instances(told(stance(moment=past))) == []
    assert instances(told(stance(moment=past), when=UNKNOWN)) != []
    assert instances(told(stance(kind="DIPLOMATIC_TIES", about="SUN+TUR"))) == []


def test_a_position_is_the_weighed_middle_of_what_is_told():
    rows = told(stance(side=0.8), stance(side=-0.4, weight=0.5, at=20))
    evidence = {one: case.parts.Evidence("a", one.stance.sentence, "x" * 9) for one in rows}
    made = position("PER", "K", rows, 2, evidence)
    assert (made.low, made.mode, made.high) == (20, round(50 + 50 * (0.8 - 0.2) / 1.5), 100)
    assert made.salience == 30 + 40
    assert made.moment == Moment(date(2021, 11, 4), None, "explicit")
    assert len(made.evidence) == 2


def test_proposals_stand_beside_the_analysts_parts_and_change_none(corpus):
    proposed = draft(*corpus, ACTORS, ("DZA", "MAR"))
    ties = next(k for k in proposed.issues if k.kind == "DIPLOMATIC_TIES")
    mine = replace(ties, id="TIES", origin="analyst", evidence=(), status_quo=10.0)
    own = case.CasePosition("DZA", "TIES", 40.0, 50.0, 60.0, 80.0, note="asked in Algiers")
    actor = case.CaseActor("DZA", "Algeria", 55.0)
    analyst = case.Case("mine", actors=(actor,), issues=(mine,), positions_given=(own,))
    both = onto(analyst, proposed)
    assert both.title == "mine"
    assert both.actor("DZA") == actor
    assert both.issue("TIES") == mine
    assert [k.id for k in both.issues].count("DIPLOMATIC_TIES_DZA_MAR") == 0
    held = {(p.actor, p.issue): p for p in both.positions()}
    assert held["DZA", "TIES"].mode == 50
    (beside,) = [p for p in both.positions_given if (p.actor, p.issue, p.origin) == ("DZA", "TIES", "extracted")]
    assert beside.mode < 45
    assert onto(both, proposed) == both
