"""PLOVER, CAMEO, estimative words and the nouns for offices, bodies and groups."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reference import cameo, estimative, plover, roles


def test_there_are_sixteen_types_in_four_quads() -> None:
    assert len(plover.types()) == 16
    quads: dict[str, int] = {}
    for kind in plover.types().values():
        quads[kind.quad] = quads.get(kind.quad, 0) + 1
    assert quads == {"verbal_cooperation": 4, "material_cooperation": 3, "verbal_conflict": 4, "material_conflict": 5}
    assert plover.quad("SANCTION") == "material_conflict"
    assert plover.quad("REQUEST") == "verbal_conflict"


@pytest.mark.parametrize(
    ("kind", "mode", "score"),
    [
        ("ACCUSE", None, -3),
        ("CONSULT", "visit", 4),
        ("CONSULT", "phone", 1.5),
        ("CONSULT", "no such mode", 2.5),
        ("ASSAULT", "unconventional", -10),
        ("AID", None, 10),
        ("NOTHING", None, None),
    ],
)
def test_scores_come_from_the_mode_and_else_from_the_type(kind: str, mode: str | None, score: float | None) -> None:
    assert plover.score(kind, mode) == score


def test_scores_of_conflict_are_not_above_those_of_cooperation() -> None:
    for kind in plover.types().values():
        cooperative = kind.quad.endswith("cooperation")
        assert kind.score > 0 if cooperative else kind.score <= 0
        assert cameo.crosswalk(kind.cameo) is not None
        assert cameo.crosswalk(kind.cameo).plover == kind.type  # type: ignore[union-attr]


def test_the_crosswalk_gives_type_mode_and_contexts() -> None:
    assert cameo.crosswalk("041") == cameo.Crosswalk("CONSULT", "phone", ())
    assert cameo.crosswalk("057") == cameo.Crosswalk("SUPPORT", None, ("diplomatic",))
    assert cameo.crosswalk("0869") == cameo.crosswalk("086")
    assert cameo.crosswalk("010") is None
    assert cameo.crosswalk("99") is None


def test_goldstein_values_are_those_of_the_tables() -> None:
    assert cameo.goldstein("057") == 8
    assert cameo.goldstein("190") == -10
    assert cameo.goldstein("041") == 1
    assert cameo.goldstein("x") is None
    assert all(-10 <= code.goldstein <= 10 for code in cameo.codes().values() if code.goldstein is not None)


def test_a_plover_type_finds_its_cameo_code() -> None:
    assert cameo.of("CONSULT", "phone") == "041"
    assert cameo.of("COOPERATE", None, ("military",)) == "062"
    assert cameo.of("RETREAT", "ceasefire") == "0871"
    assert cameo.of("NOTHING") is None


@given(st.sampled_from(sorted(plover.types())), st.sampled_from([None, "visit", "troops", "release"]))
def test_what_is_found_for_a_type_is_of_that_type(kind: str, mode: str | None) -> None:
    code = cameo.of(kind, mode)
    assert code is not None
    walk = cameo.crosswalk(code)
    assert walk is not None and walk.plover == kind


def test_icd_bands_touch_without_overlap() -> None:
    bands = sorted({(band.p_low, band.p_high) for band in estimative.bands("icd203").values()})
    assert bands[0][0] == 0.01 and bands[-1][1] == 0.99
    assert all(a[1] == b[0] for a, b in itertools.pairwise(bands))


@pytest.mark.parametrize("table", estimative.TABLES)
def test_every_band_is_a_probability(table: estimative.Table) -> None:
    assert all(0 <= band.p_low <= band.p_high <= 1 for band in estimative.bands(table).values())
    assert estimative.bands(table)


@pytest.mark.parametrize(
    ("phrase", "table", "band"),
    [
        ("Almost certainly", "icd203", (0.95, 0.99, "icd203")),
        ("likely", "ipcc", (0.66, 1, "ipcc")),
        ("may", "icd203", (0.25, 0.55, "press")),
        ("little reason to think", "icd203", (0.05, 0.20, "press")),
        ("remains possible", "kent", (0.25, 0.55, "press")),
        ("won’t", "icd203", (0.05, 0.20, "press")),
    ],
)
def test_a_phrase_is_read_by_the_chosen_table_and_else_by_the_press_table(
    phrase: str, table: estimative.Table, band: tuple[float, float, str]
) -> None:
    found = estimative.read(phrase, table)
    assert found is not None
    assert (found.p_low, found.p_high, found.table) == band


def test_words_without_a_number_have_none() -> None:
    assert estimative.read("the weather") is None
    assert estimative.read("") is None


def test_the_longest_phrase_is_taken() -> None:
    words = "They will almost certainly not return".split()
    n, band = estimative.longest(words, 1)
    assert n == 4 and band is not None and band.p_high <= 0.05
    assert estimative.longest(words, 0) == (0, None)


def test_titles_lead_to_offices() -> None:
    premier = roles.role("Premier")
    assert premier is not None and (premier.role, premier.head) == ("prime minister", True)
    assert roles.canonical_role("Foreign Secretary") == "foreign minister"
    assert roles.canonical_role("Lord Privy Seal") == "lord privy seal"
    assert roles.role("umbrella") is None


def test_bodies_and_groups_lead_to_suffixes() -> None:
    ministry = roles.agency("defence ministry")
    assert ministry is not None and (ministry.suffix, ministry.sector) == ("GOV.MOD", "GOV")
    air = roles.agency("Air Force")
    assert air is not None and air.suffix == "MIL.AIR_FORCE"
    rebels = roles.group("separatists")
    assert rebels is not None and (rebels.suffix, rebels.kind) == ("REB", "armed_group")
    assert roles.agency("umbrella") is None
    assert roles.group("umbrella") is None
