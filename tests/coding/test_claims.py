from __future__ import annotations

from datetime import date

import pytest

from detente.coding import actors, claims, quotes, times
from detente.reading.fragment import fragment
from detente.reading.parse import parse

ON = date(2021, 6, 14)
AHEAD = ("forecast", "conditional", "commitment")


def found(text, on=ON, **options):
    document = fragment(text, on)
    parsed = parse(document)
    cast = actors.find(parsed)
    mentions = cast.mentions()
    said = quotes.find(parsed, mentions, cast.actors.values())
    return document, claims.find(parsed, mentions, said, times.find(parsed), **options)


def ahead(text, **options):
    document, rows = found(text, **options)
    return [(r.kind, document.at(r.span), r.hedge, r.p_low, r.p_high) for r in rows if r.kind in AHEAD]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("But Chile will withdraw its envoy.", ("forecast", "Chile will withdraw its envoy", "will", 0.8, 0.95)),
        (
            "Chile will almost certainly withdraw its envoy.",
            ("forecast", "Chile will almost certainly withdraw its envoy", "will almost certainly", 0.95, 0.99),
        ),
        ("Chile is unlikely to yield.", ("forecast", "Chile is unlikely to yield", "unlikely", 0.2, 0.45)),
        ("A deal could probably be signed.", ("forecast", "A deal could probably be signed", "could probably", 0.55, 0.8)),
        ("The deal will not be signed soon.", ("forecast", "The deal will not be signed soon", "will not", 0.05, 0.2)),
        ("They may also weaken the alliance.", ("forecast", "They may also weaken the alliance", "may", 0.25, 0.55)),
        ("Chile is expected to yield.", ("forecast", "Chile is expected to yield", "expected", 0.55, 0.8)),
        ("Ties are set to remain cold.", ("forecast", "Ties are set to remain cold", "set", 0.8, 0.95)),
        ("The envoys are to meet in Lima.", ("forecast", "The envoys are to meet in Lima", "are to", 0.8, 0.95)),
        (
            "It remains possible that talks will succeed.",
            ("forecast", "It remains possible that talks will succeed", "remains possible", 0.25, 0.55),
        ),
        (
            "There is little reason to think that talks will succeed.",
            ("forecast", "There is little reason to think that talks will succeed", "little reason to think", 0.05, 0.2),
        ),
        ("If Chile yields, Peru will follow.", ("conditional", "If Chile yields, Peru will follow", "will", 0.8, 0.95)),
        (
            "Peru would follow so long as Chile led.",
            ("conditional", "Peru would follow so long as Chile led", "would", 0.55, 0.8),
        ),
        (
            "The colder it gets, the more likely Peru is to sign.",
            ("conditional", "The colder it gets, the more likely Peru is to sign", "the more likely", 0.55, 0.8),
        ),
        (
            "I would put the chance of a deal at one in four.",
            ("forecast", "I would put the chance of a deal at one in four", "one in four", 0.2, 0.3),
        ),
        (
            "There is a roughly even chance that talks will succeed.",
            ("forecast", "There is a roughly even chance that talks will succeed", "roughly even chance", 0.45, 0.55),
        ),
        ("Analysts expect new penalties.", ("forecast", "Analysts expect new penalties", "expect", 0.55, 0.8)),
        ("Peru has pledged to cut its forces.", ("commitment", "Peru has pledged to cut its forces", "pledged", None, None)),
    ],
)
def test_what_looks_ahead_with_its_hedge(text, row):
    assert row in ahead(text)


@pytest.mark.parametrize(
    "text",
    [
        "Every spring the two armies would meet to trade prisoners.",
        "Will the truce hold?",
        "The envoy could see the border from the hill.",
        "They could not agree.",
        "Peru may have moved its tanks.",
        "I will return to this below.",
        '"A thin truce beats a fat war," Angela Merkel said.',
        "The aim is to end the war.",
        "Nobody knew what would happen.",
        "Angela Merkel said she had no idea what the deal would look like.",
    ],
)
def test_what_looks_ahead_only_in_form(text):
    assert ahead(text) == []


def test_words_told_to_an_agency_come_through_it():
    document, rows = found('"The talks about the border are over for now," a senior diplomat told Reuters.')
    assert rows[0].chain[0] == f"AUTHOR:{document.id}"
    assert rows[0].chain[1].endswith("REUTERS")
    assert rows[0].chain[2] == rows[0].holder == f"SOURCE:{document.id}"


def test_every_hedge_stands_in_the_text():
    text = (
        "The prospects for peace are dim. Peru doubts that Chile will yield. The colder it gets, the more likely a war is. "
        "None of it is guaranteed to last. Chile will, in the end, probably not sign."
    )
    document, rows = found(text)
    hedges = [(document.at(r.sentence), r.hedge) for r in rows if r.hedge]
    assert len(hedges) >= 4
    assert all(hedge in sentence for sentence, hedge in hedges)


def test_the_author_holds_what_nobody_else_says():
    document, rows = found("Peru will follow Chile.")
    assert rows[0].holder == f"AUTHOR:{document.id}"
    assert rows[0].chain == (f"AUTHOR:{document.id}",)


def test_reported_words_are_their_speakers():
    document, rows = found("Angela Merkel said that Peru would follow Chile.")
    row = next(r for r in rows if r.kind == "forecast")
    assert row.holder == "DEU.GOV.MERKEL"
    assert row.chain == (f"AUTHOR:{document.id}", "DEU.GOV.MERKEL")
    assert (row.hedge, row.p_low) == ("would", 0.8)


def test_an_unnamed_speaker_holds_as_the_documents_source():
    document, rows = found("Analysts say that Peru will follow Chile.")
    assert rows[0].holder == f"SOURCE:{document.id}"


def test_a_view_is_its_holders_and_no_number_is_made_of_it():
    _, rows = found("Chile hopes that Peru will follow. Nobody in Lima fears that Chile will attack.")
    assert next((r.holder, r.p_low) for r in rows if r.kind == "forecast") == ("CHL", None)


def test_a_speakers_own_word_is_a_commitment():
    _, rows = found('"We will never leave the pact with Peru," Angela Merkel said.')
    assert [(r.kind, r.holder) for r in rows] == [("commitment", "DEU.GOV.MERKEL")]


def test_the_horizon_is_the_date_in_the_clause():
    _, rows = found("Peru will leave the pact by 2030. Chile may follow only after 2025.")
    assert rows[0].horizon[:2] == (None, date(2030, 12, 31))
    assert rows[1].horizon[:2] == (date(2025, 12, 31), None)
    assert not found("Peru will leave the pact it signed in 1999.")[1][0].horizon.known


def test_a_claim_is_about_the_actors_in_it():
    assert set(found("Peru will follow Chile.")[1][0].about) == {"PER", "CHL"}


@pytest.mark.parametrize(
    ("text", "clause", "mark"),
    [
        ("Peru's papers spread the (false) story that Chile had armed the rebels.", "Chile had armed the rebels", "false"),
        ("State media falsely claimed that Chile had armed the rebels.", "Chile had armed the rebels", "falsely"),
        ("Claims that Chile armed the rebels were quickly debunked.", "Chile armed the rebels", "debunked"),
        ("There is no evidence that Chile armed the rebels.", "Chile armed the rebels", "no evidence"),
    ],
)
def test_what_the_text_marks_false_is_refuted(text, clause, mark):
    document, rows = found(text)
    (row,) = [r for r in rows if r.verdict == "refuted"]
    assert document.at(row.span) == clause
    assert [document.at(s) for s in row.verdict_evidence] == [mark]
    assert row.holder != f"AUTHOR:{document.id}"


def test_what_is_not_false_is_not_refuted():
    _, rows = found("Claims that Chile armed the rebels were not false.")
    assert not [r for r in rows if r.verdict == "refuted"]


def test_the_table_decides_the_numbers():
    text = "Peru is likely to follow Chile."
    assert ahead(text, table="kent")[0][3:] == (0.63, 0.87)
    assert ahead(text, table="ipcc")[0][3:] == (0.66, 1.0)


def test_judgements_and_beliefs():
    _, rows = found("The pact is a serious threat to Peru. Those in Peru who believe that Chile is arming rebels want war.")
    assert {r.kind for r in rows} >= {"judgement", "belief"}


def test_rows_lie_in_their_sentences_and_none_repeats_another():
    _, rows = found(
        "Peru will follow Chile, which may leave the pact. Angela Merkel said she would wait and that talks could fail."
    )
    assert rows
    assert all(r.sentence.holds(r.span) for r in rows)
    assert len({r.span for r in rows}) == len(rows)
