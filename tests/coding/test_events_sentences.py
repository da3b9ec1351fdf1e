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
    ("Saudi Arabia lifted its embargo on Qatar.", "SAU", "QAT", "CONCEDE", "actual"),
    ("Kenya urged Uganda to open the border.", "KEN", "UGA", "REQUEST", "actual"),
    ("Germany delivered weapons to Ukraine.", "DEU", "UKR", "AID", "actual"),
    ("Vietnam withdrew its troops from Cambodia.", "VNM", "KHM", "RETREAT", "actual"),
    ("Warsaw rejected Berlin's proposal.", "POL", "DEU", "REJECT", "actual"),
    ("Ankara shot down a Syrian helicopter.", "TUR", "SYR", "ASSAULT", "actual"),
    ("The downing of a Syrian helicopter by Turkey was filmed.", "TUR", "SYR", "ASSAULT", "actual"),
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
]


@pytest.mark.parametrize("text", NOTHING)
def test_two_states_in_one_sentence_are_no_event(tell: Callable, text: str) -> None:
    _, reports = tell(text)
    assert [r for r in reports if r.modality == "actual"] == []


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
