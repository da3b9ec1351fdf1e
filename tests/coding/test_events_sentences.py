"""Who did what to whom, in single sentences about many states."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ACTS = [
    # text, source, target, type, modality
    ("India expelled two Pakistani diplomats on Friday.", "IND", "PAK", "SANCTION", "actual"),
    ("Two Pakistani diplomats were expelled by India.", "IND", "PAK", "SANCTION", "actual"),
    ("Japan imposed sanctions on North Korea.", "JPN", "PRK", "SANCTION", "actual"),
    ("Sanctions were imposed on North Korea by Japan last year.", "JPN", "PRK", "SANCTION", "actual"),
    ("Egypt has not attacked Ethiopia.", "EGY", "ETH", "ASSAULT", "negated"),
    ("Egypt may attack Ethiopia.", "EGY", "ETH", "ASSAULT", "hypothetical"),
    ("If Algeria invades Morocco, the price of gas will rise.", "DZA", "MAR", "ASSAULT", "hypothetical"),
    ("Serbia condemned Kosovo's decision.", "SRB", "XKX", "ACCUSE", "actual"),
    ("Tokyo refused to condemn Seoul.", "JPN", "KOR", "ACCUSE", "negated"),
    ("Greek forces shelled Albanian positions near the border.", "GRC", "ALB", "ASSAULT", "actual"),
    ("Chile accused Bolivia of breaking the treaty.", "CHL", "BOL", "ACCUSE", "actual"),
    ("Bolivia was accused by Chile of breaking the treaty.", "CHL", "BOL", "ACCUSE", "actual"),
    ("Saudi Arabia lifted its embargo on Qatar.", "SAU", "QAT", "RETREAT", "actual"),
    ("Kenya urged Uganda to open the border.", "KEN", "UGA", "REQUEST", "actual"),
    ("Germany delivered weapons to Ukraine.", "DEU", "UKR", "AID", "actual"),
    ("Vietnam withdrew its troops from Cambodia.", "VNM", "KHM", "RETREAT", "actual"),
    ("Warsaw rejected Berlin's proposal.", "POL", "DEU", "REJECT", "actual"),
    ("Ankara shot down a Syrian helicopter.", "TUR", "SYR", "ASSAULT", "actual"),
    ("The downing of a Syrian helicopter by Turkey was filmed.", "TUR", "SYR", "ASSAULT", "actual"),
    ("Chad accused Libya of arresting Chadian traders.", "LBY", "TCD", "COERCE", "hypothetical"),
    ("Norway thanked Finland for sheltering Norwegian sailors.", "FIN", "NOR", "AID", "hypothetical"),
    ("Peru sold grain for Chile's farmers and Bolivia accused Argentina of theft.", "BOL", "ARG", "ACCUSE", "actual"),
    ("Gambian boats blasted a Senegalese ferry with water cannon.", "GMB", "SEN", "ASSAULT", "actual"),
    ("Canada removed Cuba from its list of trusted partners.", "CAN", "CUB", "SANCTION", "actual"),
    ("Kenya raised the duty on Ugandan sugar.", "KEN", "UGA", "SANCTION", "actual"),
    ("Hungary broke with Germany over the vote.", "HUN", "DEU", "SANCTION", "actual"),
    ("Iraq bought Czech tanks.", "IRQ", "CZE", "COOPERATE", "actual"),
    ("Oman gave Yemen $40 million for wells.", "OMN", "YEM", "AID", "actual"),
    ("Norway took in thousands of Afghan refugees.", "NOR", "AFG", "AID", "actual"),
    ("Japan demanded China's release of the sailors.", "JPN", "CHN", "REQUEST", "actual"),
    ("Laos summoned Thailand's high commissioner.", "LAO", "THA", "ACCUSE", "actual"),
    ("Nauru urged Fiji to withdraw its envoy from Samoa.", "FJI", "WSM", "SANCTION", "hypothetical"),
]


@pytest.mark.parametrize(("text", "source", "target", "plover", "modality"), ACTS, ids=[a[0][:40] for a in ACTS])
def test_an_act_between_two_states(tell: Callable, text: str, source: str, target: str, plover: str, modality: str) -> None:
    cast, reports = tell(text, "2019-05-17")
    seen = [(cast.countries(r.source), cast.countries(r.target), r.plover, r.modality) for r in reports]
    assert (frozenset({source}), frozenset({target}), plover, modality) in seen


MUTUAL = [
    ("The leaders of Peru and Ecuador met in Quito.", {"PER", "ECU"}, "CONSULT", "actual"),
    (
        "Indian Prime Minister Narendra Modi will meet Chinese President Xi Jinping on Monday.",
        {"IND", "CHN"},
        "CONSULT",
        "future",
    ),
    ("Sudan and Egypt signed a treaty.", {"SDN", "EGY"}, "AGREE", "actual"),
    ("Talks between Armenia and Azerbaijan resumed.", {"ARM", "AZE"}, "CONSULT", "actual"),
    ("Iran could hold talks with Iraq.", {"IRN", "IRQ"}, "CONSULT", "hypothetical"),
    ("Japan and Mongolia fought two wars.", {"JPN", "MNG"}, "ASSAULT", "actual"),
    (
        "Anna Kovacs, aide to the Hungarian president, and the Slovak envoy, Peter Novak, signed an accord.",
        {"HUN", "SVK"},
        "AGREE",
        "actual",
    ),
    (
        "A meeting between Kurti and Serbian President Aleksandar Vucic in Vienna ended without a deal.",
        {"XKX", "SRB"},
        "CONSULT",
        "actual",
    ),
]


@pytest.mark.parametrize(("text", "parties", "plover", "modality"), MUTUAL, ids=[a[0][:40] for a in MUTUAL])
def test_what_both_do_has_both_on_both_sides(tell: Callable, text: str, parties: set[str], plover: str, modality: str) -> None:
    cast, reports = tell(text, "2019-05-17")
    seen = [(cast.countries(r.source), cast.countries(r.target), r.plover, r.modality) for r in reports]
    assert (frozenset(parties), frozenset(parties), plover, modality) in seen


NOTHING = [
    "Brazil is larger than Argentina.",
    "Norway, Sweden and Finland share a long border in the north.",
    "The economy of Spain grew faster than that of Portugal.",
    "Between Chad and Libya lies a desert that few cross.",
    "Thailand and Laos are both members of the association.",
    "A book about Nepal was written by a teacher from Bhutan.",
    "The rain fell at the point where Uganda and Rwanda meet.",
    "Lesotho is wholly surrounded by South Africa.",
    "The shelling, which the prince called an act of war by Iran, shook Saudi Arabia.",
    "Canada removed Cuba from a list of state sponsors of terrorism.",
    "The research ship Oruc Reis returned to Antalya in Turkey.",
    "If the Houthis attack a Saudi city again, the war will go on.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_two_states_in_one_sentence_are_no_event(tell: Callable, text: str) -> None:
    _, reports = tell(text)
    assert [r for r in reports if r.modality == "actual"] == []


LATER = [
    # text, trigger, states of the source, modality; None where the noun tells no act of its own
    ("Niger bombed Mali's army. The Malians claimed the attack.", "attack", None, None),
    ("Niger and Mali held talks. Mali suspended the talks in May.", "talks", None, None),
    ("Niger and Mali will begin talks. The talks did start a week later.", "talks", {"NER", "MLI"}, "actual"),
]


@pytest.mark.parametrize(("text", "trigger", "states", "modality"), LATER, ids=[a[0][:40] for a in LATER])
def test_a_noun_points_back_to_an_act_that_it_can_be(
    tell: Callable, text: str, trigger: str, states: set[str] | None, modality: str | None
) -> None:
    cast, reports = tell(text, "2021-06-04")
    at = text.rindex(trigger)
    seen = [(cast.countries(r.source), r.modality) for r in reports if r.trigger.start == at]
    assert seen == ([] if states is None else [(frozenset(states), modality)])


def test_an_object_pronoun_with_two_antecedents_stays_open(tell: Callable) -> None:
    _, reports = tell("Peruvian troops fought the FARC while Chile armed them.")
    assert not any(r.lemma == "arm" for r in reports)


def test_aid_that_is_suspended_is_not_given(tell: Callable) -> None:
    _, reports = tell("Norway suspended part of its aid to Nepal.")
    assert [r.plover for r in reports] == ["SANCTION"]


def test_an_embassy_is_not_the_land_where_it_stands(tell: Callable) -> None:
    cast, reports = tell("The embassy in Tehran was attacked.")
    assert all("IRN" not in cast.countries(r.target) for r in reports)


def test_whoever_did_the_deed_is_condemned_not_whom_it_struck(tell: Callable) -> None:
    cast, reports = tell("France condemned the shelling of a Ukrainian port by Russian ships.")
    accused = [cast.countries(r.target) for r in reports if r.plover == "ACCUSE"]
    assert accused == [frozenset({"RUS"})]


def test_a_report_names_who_says_so(tell: Callable) -> None:
    cast, reports = tell("Canada said that Denmark had attacked Iceland.")
    (report,) = [r for r in reports if r.plover == "ASSAULT"]
    assert report.attributed_to == ("CAN",)
    assert cast.countries(report.source) == {"DNK"}


def test_an_allegation_is_not_an_act(tell: Callable) -> None:
    cast, reports = tell("Canada claimed that Denmark had attacked Iceland.")
    assert {r.modality for r in reports if "DNK" in cast.countries(r.source)} <= {"hypothetical"}


def test_not_until_means_it_happened(tell: Callable) -> None:
    _, reports = tell("Hungary did not recognise Kosovo until March 2008.")
    assert [r.modality for r in reports] == ["actual"]


def test_the_doer_stays_unknown_where_nobody_names_him(tell: Callable) -> None:
    cast, reports = tell("A Polish trawler was attacked in the North Sea.")
    assert all(r.source == () for r in reports)
    assert all(cast.countries(r.target) == {"POL"} for r in reports)


def test_every_report_lies_in_its_sentence(tell: Callable) -> None:
    text = "Mexico thanked Cuba. Cuba's visit to Mexico had been planned for years. Both countries signed an accord on Tuesday."
    _, reports = tell(text, "2021-06-04")
    assert reports
    for report in reports:
        assert report.sentence.holds(report.trigger)
        assert text[report.sentence.start : report.sentence.end].endswith(".")
