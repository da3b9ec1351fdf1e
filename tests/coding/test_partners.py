"""Acts whose other side, doer or deed the sentence leaves to the words around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TOLD = [
    # text, source, target, type
    ("Kenya met with pleas from Uganda. Kenyan ministers promised closer ties.", {"KEN"}, {"UGA"}, "AGREE"),
    ("Laos signed a trade pact with Vietnam. Hanoi's insistence on tariffs as part of the deal vexed traders.", {"VNM"},
     {"LAO"}, "REQUEST"),
    ("Chile bought frigates from Norway. Deliveries of the frigates began in March.", {"NOR"}, {"CHL"}, "COOPERATE"),
    ("Fiji and Samoa signed a fishing treaty. Fiji's parliament was asked to ratify the treaty.", {"FJI"}, {"WSM"}, "SUPPORT"),
    ("Malian troops have suffered heavy losses at the hands of Chadian raiders from the Chadian army.", {"TCD"}, {"MLI"},
     "ASSAULT"),
    ("Washington criticised the crackdown in Belarus.", {"USA"}, {"BLR"}, "ACCUSE"),
    ("Serbia backs its kin in Montenegro.", {"SRB"}, {"MNE"}, "SUPPORT"),
    ("Iran declared a no-fly zone over Iraq.", {"IRN"}, {"IRQ"}, "COERCE"),
    ("Peru made overtures to Chile.", {"PER"}, {"CHL"}, "AGREE"),
    ("Portugal will return the statues to Angola.", {"PRT"}, {"AGO"}, "RETREAT"),
    ("Kenya started shelling Somali positions.", {"KEN"}, {"SOM"}, "ASSAULT"),
    ("The Peruvian minister said Chile had lied, a criticism aimed at Bolivia.", {"PER"}, {"BOL"}, "ACCUSE"),
    ("Egypt blew up the pumping station that Sudan had built.", {"EGY"}, {"SDN"}, "ASSAULT"),
    ("Seoul called the Japanese minister a liar.", {"KOR"}, {"JPN"}, "ACCUSE"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "target", "plover"), TOLD, ids=[t[0][:44] for t in TOLD])
def test_the_other_side_is_found(tell: Callable, text: str, source: set[str], target: set[str], plover: str) -> None:
    cast, reports = tell(text, "2019-05-17")
    seen = [(cast.countries(r.source), cast.countries(r.target), r.plover) for r in reports if r.asserted]
    assert (frozenset(source), frozenset(target), plover) in seen


UNTOLD = [
    "Kenya, Uganda and Rwanda quarrelled for years. Kenyan ministers promised closer ties.",
    "Kenyan ministers promised closer ties.",
    "Chile bought frigates from Norway. Deliveries of the trucks began in March.",
    "The rebels had suffered setbacks.",
    "The sensitive matter of Peru's operations in Chile came up.",
]


@pytest.mark.parametrize("text", UNTOLD, ids=[t[:44] for t in UNTOLD])
def test_where_two_come_into_question_nothing_is_asserted(tell: Callable, text: str) -> None:
    _, reports = tell(text, "2019-05-17")
    trade = {"buy", "purchase"}
    assert not [r for r in reports if r.asserted and r.lemma not in trade]


def test_weapons_stationed_in_a_land_are_not_aimed_at_it(tell: Callable) -> None:
    _, reports = tell("Russia deployed radars in Armenia.", "2019-05-17")
    assert not [r for r in reports if r.asserted]


def test_a_visit_for_a_meeting_is_one_encounter(tell: Callable) -> None:
    _, reports = tell("The Peruvian president flew to Chile to meet the Chilean president.", "2019-05-17")
    assert len([r for r in reports if r.asserted]) == 1


def test_what_will_not_be_is_denied(tell: Callable) -> None:
    _, reports = tell("Peru will not attack Chile.", "2019-05-17")
    assert [r.modality for r in reports] == ["negated"]


def test_a_signed_purchase_is_agreed(tell: Callable) -> None:
    _, reports = tell("Jordan signed a contract to buy trucks from Poland.", "2019-05-17")
    assert [r.modality for r in reports if r.lemma == "buy"] == ["actual"]


def test_no_way_found_is_an_act_that_did_not_come(tell: Callable) -> None:
    _, reports = tell("Chad and Niger found no way to boost cooperation.", "2019-05-17")
    assert [r.modality for r in reports] == ["negated"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Iranian army has fought Kurdish insurgents for a year.", "IRN"),
        ("Sri Lanka's army fought Tamil rebels.", "LKA"),
        ("The Philippine army fought Kurdish rebels.", None),
    ],
)
def test_an_armed_group_of_a_people_is_of_the_home_that_fights_it(tell: Callable, text: str, country: str | None) -> None:
    cast, reports = tell(text, "2019-05-17")
    assert {cast.country(i) for r in reports for i in r.target} == {country}
