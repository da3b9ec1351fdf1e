"""Acts told through a relative clause, a passive, an order, a pronoun, or with somebody left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest


def acts(tell: Callable, text: str, on: str | None = None) -> set[tuple]:
    """Type, sides, modality and days of what is asserted."""
    _, found = tell(text, on)
    return {
        (r.plover, "|".join(r.source), "|".join(r.target), r.modality, str(r.moment.earliest or ""), str(r.moment.latest or ""))
        for r in found
    }


def told(tell: Callable, text: str, on: str | None = None) -> set[tuple]:
    return {row[:4] for row in acts(tell, text, on)}


@pytest.mark.parametrize(
    "text, act",
    [
        ("A policeman shot the Peruvian ambassador in Quito.", ("ASSAULT", "", "PER.GOV", "actual")),
        ("Aircraft bombed a Peruvian convoy near the border.", ("ASSAULT", "", "PER", "actual")),
        ("Chile shot down a drone on Monday.", ("ASSAULT", "CHL", "", "actual")),
        (
            "A Peruvian jet crossed the line. The plane was hit by a missile fired from a Chilean frigate.",
            ("ASSAULT", "CHL", "PER", "actual"),
        ),
        ("They spoke of the Peruvian bomber that Chile had shot down.", ("ASSAULT", "CHL", "PER", "actual")),
        ("A decree that barred Peruvian goods was signed.", ("SANCTION", "", "PER", "actual")),
        (
            "Chile imposed an embargo on Peruvian fruit. A year later its president ordered the embargo to be lifted.",
            ("RETREAT", "CHL", "PER", "actual"),
        ),
        (
            "Chile imposed sanctions on Peru in 2015. Chile has agreed to lift the sanctions.",
            ("AGREE", "CHL", "PER", "actual"),
        ),
    ],
)
def test_an_act_is_told_sideways(tell, text, act):
    assert act in told(tell, text)


@pytest.mark.parametrize(
    "text",
    [
        "A storm hit the Peruvian coast.",
        "Chile shot down the proposal.",
        "Two men were killed in Lima. The two men arrested on Monday met again in jail.",
        "Chile lifted the restrictions of the winter.",
        "It is expected that a new road is built. A meeting was held.",
    ],
)
def test_what_is_not_told_is_no_act(tell, text):
    assert told(tell, text) == set()


def test_orders_are_no_target(tell):
    assert told(tell, "Shots were fired on the orders of the Peruvian army.") == set()


def test_two_and_three_leaders_named_after_the_phrase(tell):
    two = "The two leaders sat down in Geneva on Monday. Angela Merkel was the host and Emmanuel Macron the guest."
    assert told(tell, two, "2019-05-08") == {
        ("CONSULT", "DEU.GOV.MERKEL|FRA.GOV.MACRON", "DEU.GOV.MERKEL|FRA.GOV.MACRON", "actual")
    }
    three = "Three presidents will meet in Sochi. Vladimir Putin, Recep Tayyip Erdogan and Hassan Rouhani come on Thursday."
    sides = "IRN.GOV.ROUHANI|RUS.GOV.PUTIN|TUR.GOV.ERDOGAN"
    assert ("CONSULT", sides, sides, "future") in told(tell, three)


def test_a_meeting_that_is_expected(tell):
    text = "Angela Merkel and Emmanuel Macron said that a meeting was needed. It is expected in Berlin on Thursday."
    sides = "DEU.GOV.MERKEL|FRA.GOV.MACRON"
    assert ("CONSULT", sides, sides, "future", "2019-05-09", "2019-05-09") in acts(tell, text, "2019-05-06")


def test_days_reckoned_from_the_act_before(tell):
    text = "On 3 May 2019 Angela Merkel called Emmanuel Macron. Merkel and Macron met the following day."
    assert {(row[4], row[5]) for row in acts(tell, text)} == {("2019-05-03", "2019-05-03"), ("2019-05-04", "2019-05-04")}


def test_a_clause_takes_the_date_of_what_it_is_under(tell):
    text = "She reminded her guest of the accord of October 1998, under which Peru promised Chile to leave."
    assert ("AGREE", "PER", "CHL", "actual", "1998-10-01", "1998-10-31") in acts(tell, text)


def test_the_regime_of_the_land_told_of(tell):
    cast, _ = tell(
        "Jets flew over Syria. Homs in Syria was quiet. The regime said nothing, and government aircraft stayed away."
    )
    nominal = [n.actors for n in cast.namings if n.kind == "nominal"]
    assert nominal == [("SYR.GOV",), ("SYR.MIL",)]


def test_the_russian_is_the_one_named_last(tell):
    cast, _ = tell("Vladimir Putin came late. The Russian left early.")
    assert [n.actors for n in cast.namings if n.kind == "nominal"] == [("RUS.GOV.PUTIN",)]
    cast, _ = tell("Vladimir Putin came late. The French left early.")
    assert [n.actors for n in cast.namings if n.kind == "nominal"] == []
