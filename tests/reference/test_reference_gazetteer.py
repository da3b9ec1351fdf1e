"""How names are found, told apart and dated."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import UnknownNameError
from detente.records import Moment
from detente.reference import Surface, country, fold, gazetteer
from detente.reference.folding import atoms, bare, key, shapes


def on(day: str, until: str | None = None) -> Moment:
    return Moment(date.fromisoformat(day), date.fromisoformat(until or day), "explicit")


def referents(*words: str) -> list[str]:
    n, found = gazetteer().longest(words, 0)
    return [surface.referent for surface in found] if n == len(words) else []


@pytest.mark.parametrize(
    ("words", "referent"),
    [
        (("Russia",), "RUS"),
        (("U.S.",), "USA"),
        (("US",), "USA"),
        (("Bashar", "al", "-", "Assad"), "SYR.GOV.ASSAD"),
        (("Bashar", "al-Assad"), "SYR.GOV.ASSAD"),
        (("Recep", "Tayyip", "Erdoğan"), "TUR.GOV.ERDOGAN"),
        (("Mevlüt", "Çavuşoğlu"), "TUR.GOV.CAVUSOGLU"),
        (("Côte", "d’Ivoire"), "CIV"),
        (("Guinea", "-", "Bissau"), "GNB"),
        (("Xi", "Jinping"), "CHN.GOV.XI"),
        (("Kremlin",), "RUS.GOV.KREMLIN"),
        (("White", "House"), "USA.GOV.WHITE_HOUSE"),
        (("Downing", "Street"), "GBR.GOV.DOWNING_STREET"),
        (("State", "Duma"), "RUS.LEG"),
        (("Hezbollah",), "LBN.REB.HEZBOLLAH"),
        (("PKK",), "TUR.REB.PKK"),
        (("Kurdistan", "Workers", "'", "Party"), "TUR.REB.PKK"),
        (("People", "'s", "Liberation", "Army"), "CHN.MIL"),
        (("al", "Shabaab"), "SOM.REB.AL_SHABAAB"),
        (("Agence", "France", "-", "Presse"), "FRA.MED.AFP"),
        (("N'Djamena",), "TCD"),
        (("Türkiye",), "TUR"),
        (("Kırgızistan",), None),
    ],
)
def test_names_are_found_whatever_the_tokeniser_and_the_accents(words: tuple[str, ...], referent: str | None) -> None:
    found = referents(*words)
    assert (found[0] if found else None) == referent


@pytest.mark.parametrize(
    "words", [("us",), ("turkey",), ("chad",), ("polish",), ("who",), ("may",), ("Us",), ("Who",), ("brown",)]
)
def test_words_that_are_not_names_are_not_found(words: tuple[str, ...]) -> None:
    assert referents(*words) == []


def test_the_longest_name_wins_and_other_words_are_left() -> None:
    n, found = gazetteer().longest(["South", "Korea", "said"], 0)
    assert (n, found[0].referent) == (2, "KOR")
    n, found = gazetteer().longest(["in", "North", "Macedonia", "."], 1)
    assert (n, found[0].referent) == (2, "MKD")
    assert gazetteer().longest(["said", "nothing"], 0) == (0, ())
    assert gazetteer().longest([",", "Russia"], 0) == (0, ())


def test_a_genitive_is_not_part_of_a_name_that_ends_before_it() -> None:
    n, found = gazetteer().longest(["Turk", "'s", "letter"], 0)
    assert (n, found[0].referent) == (1, "TUR")
    assert gazetteer().longest(["Moscow", "’s", "allies"], 0)[0] == 1


def test_a_name_does_not_reach_across_a_full_stop() -> None:
    n, found = gazetteer().longest(["Saudi", ".", "Arabia"], 0)
    assert n == 1
    assert found[0].referent == "SAU"


def test_forms_of_several_meanings_come_back_with_all_of_them() -> None:
    assert set(referents("Congo")) == {"COG", "COD"}
    assert set(referents("Brussels")) == {"BEL", "IGO.EU"}
    assert {"USA.GOV.BUSH_GHW", "USA.GOV.BUSH_GW"} <= set(referents("Bush"))
    assert all(not surface.full for surface in gazetteer().find(["Bush"]))


def test_a_capital_is_a_capital_and_a_city_a_place() -> None:
    moscow = gazetteer().find(["Moscow"])[0]
    assert (moscow.kind, moscow.referent, moscow.place) == ("capital", "RUS", "Moscow")
    assert gazetteer().find(["Kiev"])[0].place == "Kyiv"
    idlib = gazetteer().find(["Idlib"])[0]
    assert (idlib.kind, idlib.referent) == ("place", "SYR")
    assert gazetteer().find(["Black", "Sea"])[0].referent == ""
    assert gazetteer().find(["Crimea"])[0].referent == "UKR"
    assert gazetteer().capital_of("KAZ") == "Astana"
    assert gazetteer().capital_of("XYZ") is None


def test_adjectives_and_demonyms_are_told_apart() -> None:
    assert gazetteer().find(["Turkish"])[0].kind == "adjective"
    assert gazetteer().find(["Turks"])[0].kind == "demonym"


def test_dated_forms_hold_in_their_time_only() -> None:
    before, after = gazetteer().find(["Taliban"])
    assert (before.referent, after.referent) == ("AFG.REB.TALIBAN", "AFG.GOV.TALIBAN")
    assert before.holds(on("2019-05-01")) and not before.holds(on("2023-05-01"))
    assert after.holds(on("2023-05-01")) and not after.holds(on("2019-05-01"))
    assert before.holds(None) and before.holds(Moment())


def test_bodies_that_every_state_has_need_no_row() -> None:
    ministry = gazetteer().actor("EST.GOV.MFA")
    assert ministry is not None
    assert (ministry.name, ministry.country, ministry.sector) == ("Ministry of Foreign Affairs of Estonia", "EST", "GOV")
    army = gazetteer().actor("PER.MIL")
    assert army is not None and army.kind == "agency"
    assert gazetteer().actor("XYZ.MIL") is None
    assert gazetteer().actor("EST.NO_SUCH_BODY") is None
    state = gazetteer().country("EST.GOV.MFA")
    assert state is not None and state.adjective == "Estonian"


@pytest.mark.parametrize(
    ("state", "role", "day", "holder"),
    [
        ("RUS", "president", "2010-06-01", "RUS.GOV.MEDVEDEV"),
        ("RUS", "prime minister", "2010-06-01", "RUS.GOV.PUTIN"),
        ("TUR", "foreign minister", "2016-08-09", "TUR.GOV.CAVUSOGLU"),
        ("USA", "secretary of state", "2014-03-01", "USA.GOV.KERRY"),
        ("USA", "foreign minister", "2014-03-01", "USA.GOV.KERRY"),
        ("GBR", "foreign secretary", "2017-03-01", "GBR.GOV.JOHNSON"),
        ("DEU", "chancellor", "2008-03-01", "DEU.GOV.MERKEL"),
        ("DEU", "leader", "1975-03-01", "DEU.GOV.SCHMIDT"),
        ("IGO.NATO", "secretary-general", "2018-03-01", "IGO.STOLTENBERG"),
        ("JPN", "premier", "2014-03-01", "JPN.GOV.ABE"),
        ("IND", "PM", "2014-01-01", "IND.GOV.MANMOHAN_SINGH"),
    ],
)
def test_offices_are_resolved_at_their_date(state: str, role: str, day: str, holder: str) -> None:
    assert gazetteer().holder(state, role, on(day))[0] == holder


def test_an_office_that_changed_hands_gives_both_holders_the_longer_first() -> None:
    assert gazetteer().holder("USA", "president", on("2017-01-01", "2017-06-30")) == ("USA.GOV.TRUMP", "USA.GOV.OBAMA")
    assert gazetteer().holder("USA", "president", on("1700-01-01")) == ()
    assert gazetteer().holder("USA", "lord high admiral") == ()
    assert len(gazetteer().holder("USA", "president")) > 15


def test_people_carry_their_dated_offices_and_aliases() -> None:
    putin = gazetteer().actors["RUS.GOV.PUTIN"]
    assert putin.kind == "leader"
    assert [term.role for term in putin.roles] == ["prime minister", "president", "prime minister", "president"]
    assert putin.roles[-1].latest is None
    assert gazetteer().genders["DEU.GOV.MERKEL"] == "f"
    assert gazetteer().actors["RUS.GOV.LAVROV"].kind == "person"


@pytest.mark.parametrize(
    ("name", "code"), [("Türkiye", "TUR"), ("usa", "USA"), ("gb", "GBR"), ("Burma", "MMR"), ("Soviet", "SUN")]
)
def test_a_state_is_found_by_code_name_or_alias(name: str, code: str) -> None:
    assert country(name).alpha3 == code


def test_an_unknown_state_is_refused_with_the_nearest_names() -> None:
    with pytest.raises(UnknownNameError, match="Germany"):
        country("Germny")


@given(st.text())
def test_folding_is_idempotent_and_key_agrees_with_atoms(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert len(atoms(text)) == len(shapes(text))
    assert key(bare(text)) == key(text)


@given(
    st.lists(st.sampled_from(["Russia", "the", "West", ",", "-", "al", "Assad", "of", "South", "Sudan", ".", ""]), min_size=1)
)
def test_longest_never_reads_past_the_end(words: list[str]) -> None:
    for at in range(len(words)):
        n, found = gazetteer().longest(words, at)
        assert 0 <= n <= len(words) - at
        assert (n == 0) == (not found)


@given(st.dates(date(1950, 1, 1), date(2030, 1, 1)), st.integers(0, 4000), st.dates(date(1950, 1, 1), date(2030, 1, 1)))
def test_a_dated_surface_holds_exactly_where_days_overlap(first: date, length: int, day: date) -> None:
    last = first + timedelta(days=length)
    surface = Surface("Somewhere", "RUS", "name", None, first, last)
    assert surface.holds(Moment(day, day, "explicit")) == (first <= day <= last)
