"""Actors called again by other nouns, peoples, what belongs to a pronoun, and names in the years a sentence speaks of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.coding.cast import Cast


def ids(cast: Cast, words: str) -> tuple[str, ...]:
    doc = cast.parsed.doc
    held = [n.actors for n in cast.namings if doc[n.start : n.end].text == words]
    assert held, [doc[n.start : n.end].text for n in cast.namings]
    return held[0]


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Peru, a member of the bloc, signed.", "a member", ("PER",)),
        ("NATO met in Riga. Norway praised the alliance.", "the alliance", ("IGO.NATO",)),
        ("Kwame Nkrumah, the man who led Ghana to freedom, spoke.", "the man", ("GHA.GOV.NKRUMAH",)),
        ("Western officials warned Peru.", "Western officials", ("GOV.WEST",)),
        ("Canadian and European officials met.", "Canadian and European officials", ("CAN.GOV", "IGO.EU")),
        ("Rebels in Chad shelled the town.", "Rebels", ("TCD.OPP",)),
        ("Chile accused anti-Maduro militias.", "anti-Maduro militias", ("VEN.OPP",)),
        ("Iran said its own Kurdish minority was safe.", "its own Kurdish minority", ("IRN.CVL.KURDS",)),
        ("Nicolas Maduro left. His family stayed.", "His family", ("VEN.CVL.MADURO_FAMILY",)),
    ],
)
def test_a_noun_says_again_who_was_named(tell: Callable, text: str, words: str, wanted: tuple[str, ...]) -> None:
    cast, _ = tell(text, "2019-05-01")
    assert ids(cast, words) == wanted


def test_the_title_with_its_owner_is_its_bearer(tell: Callable) -> None:
    cast, _ = tell("Talks went well, Erdogan's spokesman Ibrahim Kalin said.", "2017-05-01")
    assert ids(cast, "Erdogan's spokesman") == ids(cast, "Ibrahim Kalin")


def test_moscow_was_another_states_capital_in_those_years(tell: Callable) -> None:
    cast, _ = tell("In the 1970s Egypt broke with Moscow.")
    assert ids(cast, "Moscow") == ("SUN",)
    cast, _ = tell("In the 1970s nobody knew. Egypt broke with Moscow in 2014.")
    assert ids(cast, "Moscow") == ("RUS",)


def test_the_end_of_a_route_is_a_place(tell: Callable) -> None:
    cast, _ = tell("It promises a pipeline from Algeria via Tunisia to Italy.")
    assert all(n.sense == "place" for n in cast.namings if n.actors in (("TUN",), ("ITA",)))


def test_the_country_is_not_the_one_that_acts(tell: Callable) -> None:
    cast, _ = tell("France reached Mali, but Niger wants to keep the country divided.")
    assert ids(cast, "the country") == ("MLI",)


def test_a_surname_that_the_text_gives_to_another_is_not_the_tables(tell: Callable) -> None:
    cast, _ = tell("Anna Merkel, a baker, waved. Merkel smiled.", "2015-05-05")
    assert not any("DEU.GOV.MERKEL" in n.actors for n in cast.namings)


def test_an_adjective_inside_a_phrase_has_no_mention_beside_it(tell: Callable) -> None:
    cast, _ = tell("Chile said that the Chilean army stood ready.")
    texts = [cast.parsed.document.text[m.span.start : m.span.end] for m in cast.mentions()]
    assert "the Chilean army" in texts
    assert "Chilean" not in texts
