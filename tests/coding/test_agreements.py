"""Agreements: parties, subject and state at each telling."""

from __future__ import annotations

from datetime import date

import pytest

from detente.coding import actors, agreements, events, times
from detente.reading.fragment import fragment
from detente.reading.parse import parse
from detente.records import AgreementReport


def pacts(text: str, on: str = "2021-05-03") -> list[AgreementReport]:
    parsed = parse(fragment(text, date.fromisoformat(on)))
    cast = actors.find(parsed)
    when = times.find(parsed)
    return agreements.find(cast, when, events.find(cast, when))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru and Ecuador signed a trade agreement in April.", "signed"),
        ("Peru and Ecuador are negotiating a trade agreement.", "negotiating"),
        ("Peru has proposed a trade agreement with Ecuador.", "proposed"),
        ("Peru suspended its trade agreement with Ecuador.", "suspended"),
        ("Peru violated the trade agreement with Ecuador.", "breached"),
        ("Peru and Ecuador revived a trade agreement.", "revived"),
        ("A trade agreement between Peru and Ecuador entered into force on Monday.", "in_force"),
        ("Peru and Ecuador will sign a trade agreement.", "negotiating"),
        ("Peru could sign a trade agreement with Ecuador.", "proposed"),
    ],
)
def test_the_verb_gives_the_state(text: str, status: str) -> None:
    (found,) = pacts(text)
    assert found.parties == ("ECU", "PER")
    assert found.status == status
    assert "trade" in found.subject


def test_one_party_is_no_agreement() -> None:
    assert pacts("Peru signed the agreement.") == []


def test_unpublished_terms_are_kept_as_unknown() -> None:
    (_, second) = pacts("Chad and Niger signed a border agreement. The text of the border agreement was never made public.")
    assert second.terms_unknown
    assert second.parties == ("NER", "TCD")


def test_a_sale_has_buyer_and_seller() -> None:
    (found,) = pacts("India has signed a deal worth $5 billion to buy frigates from Italy.")
    assert found.parties == ("IND", "ITA")
    assert found.status == "signed"


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("India has signed a deal reportedly worth $5 billion to buy frigates from Italy.", "reportedly worth $5 billion"),
        (
            "Peru and Chile signed a contract that is said to be worth about 3 billion euros.",
            "said to be worth about 3 billion euros",
        ),
        ("Peru and Chile signed a reported $40 million contract.", "reported $40 million"),
    ],
)
def test_the_price_keeps_its_hedge(text: str, worth: str) -> None:
    (found,) = pacts(text)
    assert worth in (found.terms or "")


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger signed a border agreement. The text of the border agreement remains secret.",
        "Chad and Niger signed a border agreement. Neither side has published the border agreement.",
        "Chad and Niger signed a border agreement. The terms of the agreement are unknown.",
    ],
)
def test_what_nobody_has_seen_is_unknown(text: str) -> None:
    found = pacts(text)
    assert [row.terms_unknown for row in found] == [False, True]


def test_what_the_agreement_does_is_not_done_to_it() -> None:
    (found,) = pacts("Peru and Ecuador signed the treaty that ended their war.")
    assert found.status == "signed"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Amber Stream pipeline was dusted off.", "revived"),
        ("The revival of the Amber Stream gas pipeline project surprised Brussels.", "revived"),
        ("The talks on the pipeline Amber Stream, frozen by Poland in May, go on.", "suspended"),
        ("Officials inaugurated AmberStream in Gdansk.", "in_force"),
    ],
)
def test_a_work_with_a_name_is_told_without_its_parties(text: str, status: str) -> None:
    (found,) = pacts(text)
    assert found.status == status
    assert len(found.parties) < 2
    assert "stream" in found.name.lower() or "stream" in found.subject


def test_an_agreement_that_points_back_to_the_act_of_agreeing_has_its_day() -> None:
    found = pacts(
        "The presidents of Peru and Chile met in Lima on 4 March 2021 and agreed to open the border. "
        "The agreement in Lima was never made public."
    )
    assert {row.parties for row in found} == {("CHL", "PER")}
    assert [row.moment.earliest for row in found if row.status == "signed"] == [date(2021, 3, 4)]
    assert found[-1].terms_unknown
