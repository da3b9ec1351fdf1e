"""Single sentences, pairs and phrases in the shapes of the export contract."""

from __future__ import annotations

import pytest

from detente.coding.singles import code_actor, code_pair, code_text


def pair(text: str, source: str, target: str | None) -> dict:
    def span(words: str | None) -> list[int] | None:
        return None if words is None else [text.index(words), text.index(words) + len(words)]

    return code_pair({"id": "x", "text": text, "source": span(source), "target": span(target)})


def test_a_pair_has_a_type_a_quad_and_a_modality() -> None:
    got = pair("Bolivia accused Chile of spying.", "Bolivia", "Chile")
    assert (got["plover"], got["quad"], got["modality"], got["none"]) == ("ACCUSE", "verbal_conflict", "actual", False)
    assert set(got) == {"id", "plover", "mode", "quad", "goldstein", "modality", "confidence", "none"}


def test_the_other_direction_is_none_and_still_has_a_likeliest_type() -> None:
    got = pair("Bolivia accused Chile of spying.", "Chile", "Bolivia")
    assert got["none"] is True
    assert got["plover"]
    assert got["quad"]


def test_actors_that_no_table_knows_are_taken_as_marked() -> None:
    got = pair("The Front of the Reeds bombed the Order of the Lamp.", "The Front of the Reeds", "the Order of the Lamp")
    assert (got["plover"], got["none"]) == ("ASSAULT", False)


def test_free_text_gives_events_with_their_spans() -> None:
    text = "Kenya expelled two Ugandan diplomats on Friday."
    got = code_text({"id": 7, "text": text, "date": "2022-03-09"})
    (event,) = got["events"]
    assert got["id"] == 7
    assert (event["source"], event["plover"]) == (["KEN"], "SANCTION")
    start, end = event["source_span"]
    assert text[start:end] == "Kenya"
    assert (event["earliest"], event["basis"]) == ("2022-03-04", "dateline")


@pytest.mark.parametrize(
    ("phrase", "country"), [("the German chancellor", "DEU"), ("NATO", "IGO"), ("Iranian troops", "IRN"), ("a tall man", None)]
)
def test_a_phrase_is_somebody_of_a_state_or_nobody(phrase: str, country: str | None) -> None:
    assert code_actor({"id": "a", "text": phrase, "date": "2015-06-01"})["country"] == country


@pytest.mark.parametrize(
    "record",
    [
        {"id": 1, "text": "", "source": [0, 1], "target": None},
        {"id": 1, "text": "Peru left.", "source": [0, 99], "target": None},
        {"id": 1, "text": "Peru left.", "source": [4, 2], "target": None},
        {"id": 1, "text": "Peru left." * 5000, "source": [0, 4], "target": None},
        {"id": 1, "text": 5, "source": [0, 4], "target": None},
        {"id": 1, "text": "Президент Перу встретился с президентом Чили.", "source": [0, 4], "target": None},
        {"id": 1, "text": "El presidente de Chile criticó a los ministros de la región.", "source": [0, 4], "target": None},
    ],
)
def test_a_record_that_cannot_be_used_is_refused(record: dict) -> None:
    with pytest.raises(ValueError):
        code_pair(record)
