"""The shipped tables: every row is well formed and says where it comes from."""

from __future__ import annotations

import re
from datetime import date
from importlib import resources

import pytest

from detente.records import Moment
from detente.reference import agents, cameo, countries, gazetteer, plover, roles
from detente.reference.reader import first_day, last_day, rows, values

TABLES = (
    *("countries", "leaders", "organisations", "places", "role_nouns", "agency_nouns", "group_nouns"),
    "agent_nouns",
    *("estimative", "plover_types", "plover_modes", "cameo"),
)
SECTORS = set("GOV LEG MIL SPY COP JUD PTY OPP REB PRM UAF CRM MED BUS EDU REL NGO CVL REF LAB AGR ELI IGO".split())
STATELESS = {"IGO", "GOV", "REB", "NGO", "CVL", "MED", "BUS", "OPP", "PTY"}
PART = re.compile(r"[A-Z0-9]+(_[A-Z0-9]+)*")


def well_formed(identifier: str) -> bool:
    head, *rest = identifier.split(".")
    if not rest:
        return head in countries()
    if head in countries():
        return rest[0] in SECTORS and all(PART.fullmatch(part) for part in rest[1:]) and len(rest) <= 2
    return head in STATELESS and len(rest) == 1 and PART.fullmatch(rest[0]) is not None


def test_every_actor_id_is_of_the_export_contracts_form() -> None:
    assert [identifier for identifier in gazetteer().actors if not well_formed(identifier)] == []


def test_every_actor_belongs_to_a_known_state_and_sector() -> None:
    for actor in gazetteer().actors.values():
        assert actor.country is None or actor.country in countries(), actor.id
        assert actor.sector is None or actor.sector in SECTORS, actor.id
        assert actor.country is None or actor.id.startswith(actor.country), actor.id


def test_every_term_of_office_ends_after_it_begins() -> None:
    for actor in gazetteer().actors.values():
        for role in actor.roles:
            assert role.earliest is None or role.latest is None or role.earliest <= role.latest, (actor.id, role)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_names_a_source_that_is_explained(table: str) -> None:
    text = resources.files("detente.reference").joinpath("SOURCES.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `(\w+)` \|", text, flags=re.MULTILINE))
    for row in rows(table):
        assert row["source"] and set(row["source"].split()) <= explained, row


@pytest.mark.parametrize("table", TABLES)
def test_cells_have_no_stray_blanks_and_no_empty_values(table: str) -> None:
    for row in rows(table):
        for column, cell in row.items():
            assert cell == cell.strip() and "  " not in cell, (table, column, row)
            if column in ("aliases", "surnames", "metonyms", "adjectives", "demonyms", "seats"):
                assert "" not in cell.split(";") or not cell, (table, column, row)


def test_dates_of_forms_are_ordered() -> None:
    for row in (*rows("countries"), *rows("organisations")):
        for column in ("aliases", "adjectives"):
            for value in values(row[column]):
                assert value.earliest is None or value.latest is None or value.earliest <= value.latest, value
        begin, end = first_day(row["earliest"]), last_day(row["latest"])
        assert begin is None or end is None or begin <= end, row


def test_codes_and_capitals_are_unique() -> None:
    listed = countries()
    assert len(listed) == 255
    present = [c for c in listed.values() if not c.former]
    assert len({c.alpha2 for c in present}) == len(present)
    capitals = [c.capital for c in listed.values() if c.capital]
    assert len(set(capitals)) == len(capitals)
    assert {c.alpha3 for c in listed.values() if c.former} == {"SUN", "DDR", "YUG", "CSK", "SCG"}


def test_no_two_people_share_an_id_under_different_names() -> None:
    names: dict[str, str] = {}
    for row in rows("leaders"):
        assert names.setdefault(row["id"], row["name"]) == row["name"]


def test_organisations_have_one_row_each() -> None:
    identifiers = [row["id"] for row in rows("organisations")]
    assert len(set(identifiers)) == len(identifiers)


def test_places_lie_in_known_states_or_in_none() -> None:
    assert {row["country"] for row in rows("places")} <= {*countries(), ""}


def test_the_crosswalk_covers_every_code_from_03_on() -> None:
    for code in cameo.codes().values():
        if code.code[:2] in ("01", "02"):
            assert code.plover is None
        else:
            assert code.plover is not None, code
            assert code.plover.plover in plover.types(), code
            assert code.plover.mode is None or (code.plover.plover, code.plover.mode) in plover.modes(), code
            assert set(code.plover.contexts) <= set(plover.CONTEXTS), code


def test_modes_belong_to_types_and_nouns_to_sectors() -> None:
    assert {owner for owner, _ in plover.modes()} <= set(plover.types())
    assert {noun.sector for noun in roles.role_nouns().values()} <= SECTORS
    assert {noun.sector for noun in roles.agency_nouns().values()} <= SECTORS
    assert {noun.sector for noun in roles.group_nouns().values()} <= SECTORS
    assert set(agents.agent_nouns().values()) <= SECTORS | {"JRN", "PRE", "SOC", "UNK"}


def test_a_name_belongs_to_one_person_of_a_state() -> None:
    named: dict[tuple[str, str], str] = {}
    for row in rows("leaders"):
        for form in (row["name"], *filter(None, row["aliases"].split(";"))):
            assert named.setdefault((row["base"], form), row["id"]) == row["id"], form


def test_the_g20_have_foreign_and_defence_ministers_without_gaps_of_a_year() -> None:
    states = "ARG AUS BRA CAN CHN FRA DEU IND IDN ITA JPN MEX RUS SAU ZAF KOR TUR GBR USA".split()
    for state in states:
        for year in range(2011, 2026):
            day = Moment(date(year, 7, 1), date(year, 7, 31), "explicit")
            assert gazetteer().holder(state, "foreign minister", day), (state, year)
