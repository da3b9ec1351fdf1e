"""Who takes which side, in sentences about pairs of states of every region."""

from __future__ import annotations

from datetime import date

import pytest

from detente.coding import positions
from detente.reading.fragment import fragment
from detente.reading.parse import parse

ON = date(2022, 5, 20)


def sides(text):
    """(actor, kind or phrase, about, −1 0 1), sorted."""
    rows = positions.of(parse(fragment(text, ON)))
    return sorted({(r.actor, r.kind or r.phrase, (r.side > 0) - (r.side < 0)) for r in rows})


SAID = [
    ("Chile rejects Bolivia's claim to the coastal territory.", [("CHL", "TERRITORY", -1)]),
    ("Peru demands that Chile withdraw its troops from Arica.", [("PER", "PRESENCE", -1)]),
    ("Norway wants to keep its troops in Estonia.", [("NOR", "PRESENCE", 1)]),
    ("Kenya opposes the secession of Jubaland.", [("KEN", "SECESSION", -1)]),
    ("Spain does not support Catalan independence.", [("ESP", "SECESSION", -1)]),
    ("Serbia will never accept the independence of Kosovo.", [("SRB", "SECESSION", -1)]),
    ("India condemned the referendum in Nepal.", [("IND", "REFERENDUM", -1)]),
    ("Algeria supports a referendum in Western Sahara.", [("DZA", "REFERENDUM", 1)]),
    ("Ethiopia insists on the filling of the dam.", [("ETH", "WATER", -1)]),
    ("Egypt called for a binding treaty on the waters of the Nile.", [("EGY", "WATER", 1)]),
    ("Japan lifted its sanctions on Myanmar.", [("JPN", "SANCTIONS", -1)]),
    ("Australia imposed sanctions on Fiji.", [("AUS", "SANCTIONS", 1)]),
    ("Iran demands the lifting of sanctions.", [("IRN", "SANCTIONS", -1)]),
    ("Canada is unhappy with the tariffs that Mexico raised.", [("CAN", "TARIFFS", -1), ("MEX", "TARIFFS", 1)]),
    ("Thailand and Laos agreed to build a dam.", [("LAO", "WATER", -1), ("THA", "WATER", -1)]),
    ("Vietnam bought six submarines from Russia.", [("RUS", "ARMS", 1), ("VNM", "ARMS", 1)]),
    ("Greece opposes the sale of fighter jets to Turkey.", [("GRC", "ARMS", -1)]),
    ("Seoul cancelled the purchase of the drones.", [("KOR", "ARMS", -1)]),
    ("Rwanda armed the rebels in eastern Congo.", [("RWA", "REBELS", 1)]),
    ("Chad stopped arming the rebels in Sudan.", [("TCD", "REBELS", -1)]),
    ("The Rwandan-backed rebels hold the town.", [("RWA", "REBELS", 1)]),
    ("Pakistan refused to recognise the government in Kabul.", [("PAK", "RECOGNITION", -1)]),
    ("Honduras recognised Kosovo.", [("HND", "RECOGNITION", 1)]),
    ("Morocco closed its airspace to Algerian planes.", [("MAR", "AIRSPACE", -1)]),
    ("Qatar offered to reopen its embassy in Damascus.", [("QAT", "DIPLOMATIC_TIES", 1)]),
    ("Bahrain severed diplomatic ties with Qatar.", [("BHR", "DIPLOMATIC_TIES", -1)]),
    ("Poland is wary of talks with Belarus.", [("POL", "TALKS", -1)]),
    ("Armenia called for a ceasefire in Karabakh.", [("ARM", "CEASEFIRE", 1)]),
    ("Colombia has ruled out a military intervention in Venezuela.", [("COL", "INTERVENTION", -1)]),
    ("Sweden wants to join NATO.", [("SWE", "ALLIANCE_MEMBERSHIP", 1)]),
    ("Hungary blocked the accession of Ukraine to the EU.", [("HUN", "ALLIANCE_MEMBERSHIP", -1)]),
    ("Finland seeks membership of NATO.", [("FIN", "ALLIANCE_MEMBERSHIP", 1)]),
    ("Croatia welcomed the accession of Serbia to the bloc.", [("HRV", "ALLIANCE_MEMBERSHIP", 1)]),
    ("Tunisia refuses to take in migrants from Libya.", [("TUN", "REFUGEES", -1)]),
    ("Lebanon demands the return of the refugees.", [("LBN", "REFUGEES", -1)]),
    ("Ecuador agreed to extradite the general.", [("ECU", "EXTRADITION", 1)]),
    ("Malaysia opposes the nuclear programme of North Korea.", [("MYS", "NUCLEAR_PROGRAMME", -1)]),
    ("Tehran will never give up its nuclear programme.", [("IRN", "NUCLEAR_PROGRAMME", 1)]),
    ("Bulgaria abandoned the pipeline.", [("BGR", "PIPELINE", -1)]),
    ("Germany promised to finish the pipeline.", [("DEU", "PIPELINE", 1)]),
    ("Israel opposes the pipeline through Syria.", [("ISR", "PIPELINE", -1)]),
    ("Jordan supports a two-state solution to the conflict.", [("JOR", "SETTLEMENT", 1)]),
    ("Oman is ready to mediate between the two.", [("OMN", "MEDIATION", 1)]),
    ("Seoul demands an apology from Japan.", [("KOR", "APOLOGY", 1)]),
    ("Japan rejected the ruling of the court.", [("JPN", "TRIBUNAL", -1)]),
    ("Manila wants to reunify the island of Borneo.", [("PHL", "UNIFICATION", 1)]),
    ("Ireland supports the reunification of the island.", [("IRL", "UNIFICATION", 1)]),
    ("Iraq objects to the dam that Turkey is building.", [("IRQ", "WATER", 1), ("TUR", "WATER", -1)]),
    ("Uganda wants a bigger role in Somalia.", [("UGA", "bigger role in Somalia", 1)]),
    ("Iceland banned foreign trawlers from its waters.", [("ISL", "FISHING", -1)]),
]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text[:40] for text, _ in SAID])
def test_the_side_that_a_sentence_tells(text, expected):
    assert sides(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chile may support the pipeline.",
        "Would Norway back the ceasefire?",
        "If Peru rejects the treaty, the talks end.",
        "Kenya's ambassador met the minister in Accra.",
        "Ghana accused Togo of seeking a nuclear weapon.",
        "An analyst believes that sanctions will hurt the economy.",
        "Mali and Niger lie in the Sahel.",
        "The pipeline runs from Iran to Pakistan.",
        "Nepal celebrated the new year.",
    ],
)
def test_no_side_where_none_is_told(text):
    assert sides(text) == []


def test_stopping_short_of_a_side_is_neither():
    (one,) = positions.of(parse(fragment("Laos stopped short of condemning the referendum in Nepal.", ON)))
    assert (one.actor, one.kind, one.side) == ("LAO", "REFERENDUM", 0.0)


def test_what_an_instance_is_about():
    (one,) = positions.of(parse(fragment("Peru opposes the reunification of Cyprus.", ON)))
    assert (one.about, one.about_name) == ("CYP", "Cyprus")
    (pair,) = positions.of(parse(fragment("Bahrain severed diplomatic ties with Qatar.", ON)))
    assert (pair.about, pair.about_name) == ("BHR+QAT", "Bahrain and Qatar")
    (arms, *_) = positions.of(parse(fragment("Greece opposes the sale of F-16 jets to Turkey.", ON)))
    assert (arms.about, arms.about_name) == ("f-16", "F-16")


def test_stress_and_time_are_told():
    (one,) = positions.of(
        parse(fragment("For Egypt, a treaty on the river is vital, and it firmly opposed the dam in 2011.", ON))
    )
    assert one.stressed
    assert one.moment.latest == date(2011, 12, 31)


def test_every_span_is_in_its_sentence_and_its_words_are_there():
    text = "Yesterday Chad, in a note, rejected the return of the refugees. Niger backs the peacekeeping mission in Mali."
    document = fragment(text, ON)
    rows = positions.of(parse(document))
    assert len(rows) == 2
    for row in rows:
        assert row.sentence.holds(row.span)
        assert document.at(row.sentence).strip() == document.at(row.sentence)


def test_the_same_text_gives_the_same_rows():
    text = "Greece and Egypt signed a deal to build a pipeline, which Libya condemned."
    assert positions.of(parse(fragment(text, ON))) == positions.of(parse(fragment(text, ON)))


def test_nothing_in_nothing():
    assert positions.of(parse(fragment("Hello.", None))) == []
