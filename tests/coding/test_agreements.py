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
