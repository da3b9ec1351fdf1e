"""Who is named: metonyms, offices, counterparts, pairs, pronouns, places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.coding.cast import Cast


def found(cast: Cast, words: str) -> tuple[tuple[str, ...], str]:
    """Ids and sense of the mention whose text is `words`."""
    doc = cast.parsed.doc
    for naming in cast.namings:
        if doc[naming.start : naming.end].text == words:
            return naming.actors, naming.sense
    raise AssertionError(f"no mention {words!r} among {[doc[n.start : n.end].text for n in cast.namings]}")


@pytest.mark.parametrize(
    ("text", "words", "ids", "sense"),
    [
        ("Moscow denied the charge.", "Moscow", ("RUS",), "actor"),
        ("The envoy flew to Moscow.", "Moscow", ("RUS",), "place"),
        ("He spoke in Tokyo about trade.", "Tokyo", ("JPN",), "place"),
        ("A deal between Tokyo and Seoul was near.", "Tokyo", ("JPN",), "actor"),
        ("Troops crossed into Lebanon.", "Lebanon", ("LBN",), "place"),
        ("A march was held in Lima, Peru.", "Peru", ("PER",), "place"),
        ("Officials from Peru said nothing.", "Peru", ("PER",), "actor"),
    ],
)
def test_place_or_government(tell: Callable, text: str, words: str, ids: tuple[str, ...], sense: str) -> None:
    cast, _ = tell(text)
    assert found(cast, words) == (ids, sense)


def test_a_counterpart_is_the_one_named_beside_it(tell: Callable) -> None:
    text = "French President Emmanuel Macron met his Turkish counterpart Recep Tayyip Erdogan."
    cast, _ = tell(text, "2018-01-05")
    assert found(cast, "his Turkish counterpart")[0] == ("TUR.GOV.ERDOGAN",)


def test_a_counterpart_without_a_name_is_who_held_the_office_that_day(tell: Callable) -> None:
    cast, _ = tell("Russian President Vladimir Putin met his French counterpart.", "2018-05-24")
    assert found(cast, "his French counterpart")[0] == ("FRA.GOV.MACRON",)


def test_the_two_presidents_are_the_two_last_named(tell: Callable) -> None:
    cast, _ = tell("Vladimir Putin flew to see Recep Tayyip Erdogan. The two presidents spoke for an hour.")
    assert set(found(cast, "The two presidents")[0]) == {"RUS.GOV.PUTIN", "TUR.GOV.ERDOGAN"}


def test_both_countries_are_the_two_states_of_the_sentence(tell: Callable) -> None:
    cast, _ = tell("India and Pakistan traded fire. Both countries blamed the weather.")
    assert set(found(cast, "Both countries")[0]) == {"IND", "PAK"}


def test_a_body_is_its_states(tell: Callable) -> None:
    cast, _ = tell("The Japanese foreign ministry summoned the ambassador.")
    assert found(cast, "The Japanese foreign ministry")[0] == ("JPN.GOV.MFA",)


def test_an_unknown_person_is_made_from_title_and_state(tell: Callable) -> None:
    cast, _ = tell("Bolivian senator Tomás Quispe Ortega spoke first.")
    (ids, _sense) = found(cast, "Tomás Quispe Ortega")
    actor = cast.actors[ids[0]]
    assert (actor.country, actor.sector, actor.origin) == ("BOL", "LEG", "text")


def test_a_given_name_is_not_somebody_elses_surname(tell: Callable) -> None:
    cast, _ = tell("The analyst Pavel Novotny disagreed.")
    assert all("GOV" not in i for n in cast.namings for i in n.actors)


def test_a_pronoun_means_the_subject_before_it(tell: Callable) -> None:
    cast, _ = tell("Vladimir Putin called Emmanuel Macron. He asked for time.")
    assert found(cast, "He")[0] == ("RUS.GOV.PUTIN",)


def test_an_unknown_regime_stays_unknown(tell: Callable) -> None:
    cast, _ = tell("The regime fell.")
    assert cast.namings == []


def test_a_surname_borne_by_somebody_unknown_names_no_leader(tell: Callable) -> None:
    cast, _ = tell("Prime Minister Lee Nak-yon spoke in Seoul. A visit by Lee to Tokyo is likely.", "2019-09-05")
    assert not any("SGP.GOV.LEE" in n.actors for n in cast.namings)


def test_a_month_is_nobody(tell: Callable) -> None:
    cast, _ = tell("Japan asked for arbitration in May.", "2019-06-05")
    assert not any("GBR" in i for n in cast.namings for i in n.actors)


def test_a_vessel_is_nobody(tell: Callable) -> None:
    cast, _ = tell("On Monday the research ship Oruc Reis returned to port. The Kemal Reis followed.")
    assert not any("REIS" in i for n in cast.namings for i in n.actors)


def test_an_office_with_many_holders_stays_unnamed(tell: Callable) -> None:
    cast, _ = tell("Peru summoned the American ambassador.", "2022-05-04")
    assert found(cast, "the American ambassador")[0] == ("USA.GOV",)


def test_its_envoys_are_of_whoever_it_is(tell: Callable) -> None:
    cast, _ = tell("President Maduro broke with Colombia and ordered its diplomats to leave.", "2019-02-23")
    assert {cast.country(i) for i in found(cast, "its diplomats")[0]} == {"COL"}


def test_the_object_of_a_demand_owns_what_follows(tell: Callable) -> None:
    cast, _ = tell("Japan urged Peru to withdraw its fleet.")
    assert found(cast, "its")[0] == ("PER",)


def test_who_says_it_is_not_named_in_what_he_says(tell: Callable) -> None:
    cast, _ = tell(
        'Prime Minister Imran Khan spoke on Tuesday. "It is not in my nor Narendra Modi\'s hands," he said.', "2019-02-27"
    )
    assert found(cast, "he")[0] == ("PAK.GOV.IMRAN_KHAN",)


@pytest.mark.parametrize("text", ["Peru denied it.", "Peru took no part in it.", "Chile described it as a mistake."])
def test_an_object_it_is_seldom_a_state(tell: Callable, text: str) -> None:
    cast, _ = tell(f"Bolivia attacked a base. {text}")
    assert not any(n.kind == "pronoun" for n in cast.namings)


def test_an_object_it_that_acts_next_is_whoever_acts(tell: Callable) -> None:
    cast, _ = tell("Peru signed a treaty that obliges it to help Chile.")
    assert found(cast, "it")[0] == ("PER",)
