"""Whom a phrase names by itself: state, sector, standing on a day."""

from __future__ import annotations

import pytest

from detente.coding.singles import code_actor


def phrase(text: str, day: str | None = None) -> tuple[str | None, str | None]:
    got = code_actor({"id": "p", "text": text, "date": day})
    assert set(got) == {"id", "actor", "name", "country", "sector"}
    return got["country"], got["sector"]


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("a Canadian frigate", "CAN", "MIL"),
        ("striking miners in South Africa", "ZAF", "LAB"),
        ("Karachi police", "PAK", "COP"),
        ("residents of Mariupol", "UKR", "CVL"),
        ("the speaker of the Knesset", "ISR", "LEG"),
        ("Catholic bishops in Poland", "POL", "REL"),
        ("drug traffickers in Ecuador", "ECU", "CRM"),
        ("Peru's Ministry of Health", "PER", "GOV"),
        ("Norway's Defense Department", "NOR", "GOV"),
        ("a group of students", None, "EDU"),
        ("armed men", None, "UAF"),
        ("journalists", None, "JRN"),
        ("Abkhazia", "GEO", "PRE"),
        ("Ottawa", "CAN", "GOV"),
        ("Cubans", "CUB", None),
        ("the PSOE", "ESP", "PTY"),
        ("Sen. Tomás Quispe Mamani", None, "LEG"),
    ],
)
def test_the_state_is_named_and_the_head_noun_gives_the_sector(text: str, country: str | None, sector: str | None) -> None:
    assert phrase(text) == (country, sector)


@pytest.mark.parametrize("text", ["a former Kremlin adviser", "the ousted Malian president", "retired Turkish general"])
def test_who_held_office_once_is_of_the_elite(text: str) -> None:
    assert phrase(text)[1] == "ELI"


@pytest.mark.parametrize(
    ("name", "day", "sector"),
    [
        ("Boris Johnson", "2017-05-01", "GOV"),
        ("Boris Johnson", "2024-05-01", "ELI"),
        ("Joko Widodo", "2020-01-01", "GOV"),
        ("Albin Kurti", "2019-01-10", "PTY"),
        ("former president Joko Widodo", "2020-01-01", "ELI"),
    ],
)
def test_a_person_stands_where_he_stood_that_day(name: str, day: str, sector: str) -> None:
    assert phrase(name, day)[1] == sector


def test_nothing_is_known_of_a_time_before_the_first_office() -> None:
    assert phrase("Emmanuel Macron", "2005-01-01") == ("FRA", None)


@pytest.mark.parametrize("day", ["2015-05-10", "10 May 2015", "May 10, 2015"])
def test_the_day_may_be_written_out(day: str) -> None:
    assert phrase("Angela Merkel", day) == ("DEU", "GOV")


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError):
        phrase("Angela Merkel", "the tenth of May")


def test_a_phrase_of_no_known_words_names_nobody() -> None:
    got = code_actor({"id": 1, "text": "zzyzx", "date": None})
    assert (got["actor"], got["country"], got["sector"]) == (None, None, None)
