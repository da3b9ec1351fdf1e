"""What a clause says two states are to one another, and whom it means where it names neither."""

from __future__ import annotations

from datetime import date

import pytest

from detente.coding import actors, claims, quotes, times
from detente.coding.claims.dyads import state
from detente.reading.fragment import fragment
from detente.reading.parse import parse

LEAD = "Peru and Chile signed a treaty in Lima. Chile thanked Peru for it. "


def held(text):
    document = fragment(text, date(2021, 6, 14))
    parsed = parse(document)
    cast = actors.find(parsed)
    said = quotes.find(parsed, cast.mentions(), cast.actors.values())
    rows = claims.find(parsed, cast.mentions(), said, times.find(parsed))
    return document, {document.at(r.span): r for r in rows}


@pytest.mark.parametrize(
    "words",
    [
        "Call it a truce between neighbours",
        "It is less a friendship than a deal",
        "It makes Chile a customer",
        "The relationship is at its lowest point",
        "That partnership has been strained by fishing rights",
        "Our answer is rivalry",
    ],
)
def test_a_word_for_the_relation_is_a_judgement_of_both(words):
    document, rows = held(f"{LEAD}{words}.")
    claim = rows[words]
    assert claim.kind == "judgement" and claim.holder == f"AUTHOR:{document.id}"
    assert set(claim.about) >= {"PER", "CHL"}


def test_a_refused_question_is_about_those_it_was_asked_of():
    _, rows = held(f"{LEAD}Is Chile an ally of Peru, they ask. Or a rival? The question is badly put.")
    assert set(rows["The question is badly put"].about) == {"PER", "CHL"}
    _, rows = held("It makes no sense to ask whether the harvest is late.")
    assert all(not r.about for r in rows.values())


def test_a_question_is_no_judgement():
    _, rows = held("Is Chile an ally of Peru?")
    assert not rows


def test_the_relation_last_spoken_of_is_meant():
    text = f"{LEAD}Relations between India and Japan are older. The friendship is at risk."
    _, rows = held(text)
    assert set(rows["The friendship is at risk"].about) == {"IND", "JPN"}


def test_a_third_state_is_not_made_part_of_a_pair():
    _, rows = held(f"{LEAD}Japan is a rival of the club.")
    assert not any({"PER", "CHL"} & set(r.about) for r in rows.values())


def test_who_is_to_blame_is_somebodys_word():
    document, rows = held("The envoy met the Shining Path, which was responsible for the 1992 bombing in Lima.")
    claim = next(r for t, r in rows.items() if "responsible" in t)
    assert (claim.kind, claim.holder, claim.verdict) == ("report", f"AUTHOR:{document.id}", "untested")


def test_what_somebody_knows_is_a_belief():
    _, rows = held("Peru knows that the shots were fired by smugglers.")
    assert [(r.kind, r.holder) for r in rows.values()] == [("belief", "PER")]


def test_nobody_speaks_of_himself_by_name():
    _, rows = held('President Michelle Bachelet met Sebastián Piñera. "I respect Mr Piñera and his party," she said.')
    assert not any(r.holder and "PINERA" in r.holder for r in rows.values())


def test_a_source_in_the_middle_of_a_sentence():
    document, rows = held("There are signs, the source close to the talks insists, that the border will open.")
    assert {r.holder for r in rows.values()} == {f"SOURCE:{document.id}"}


@pytest.mark.parametrize(
    ("actor", "expected"),
    [("CHL", "CHL"), ("CHL.GOV.BORIC", "CHL"), ("CHL.REB.FPMR", None), ("IGO.UN", None), ("REB.X", None)],
)
def test_the_state_of_an_actor(actor, expected):
    assert state(actor) == expected


@pytest.mark.parametrize(
    "words", ["Peru and Chile think along the same lines in the north", "Peru and Chile stand on opposite sides of the war"]
)
def test_an_idiom_of_agreement_is_the_authors_judgement(words):
    document, rows = held(f"Let me add that {words}.")
    assert [(r.kind, r.holder) for t, r in rows.items() if words in t] == [("judgement", f"AUTHOR:{document.id}")]
