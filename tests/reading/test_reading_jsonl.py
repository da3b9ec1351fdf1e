from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.records import Document, Refusal

WORDS = (
    "Norway and Finland opened a joint border post near Kirkenes, and their ministers drove the first lorry "
    "through it together. The toll stays low for both."
)


def lines(*rows: object) -> str:
    return "\n".join(r if isinstance(r, str) else json.dumps(r) for r in rows)


def test_a_line_is_a_document_with_what_it_says(put):
    row = {
        "id": 7,
        "date": "2020-03-05",
        "text": WORDS,
        "title": "Road",
        "url": "https://example.org",
        "source": "Gazette",
        "lang": "EN",
        "author": "Ana Lind",
    }
    (document,) = put("road.jsonl", lines(row))
    assert isinstance(document, Document)
    assert (document.name, document.media, document.text) == ("road.jsonl#7", "jsonl", WORDS)
    assert (document.title, document.outlet, document.author, document.url) == (
        "Road",
        "Gazette",
        "Ana Lind",
        "https://example.org",
    )
    assert document.date == (date(2020, 3, 5), date(2020, 3, 5), "explicit", None)


def test_lines_without_an_id_go_by_their_number(put):
    found = put("road.jsonl", lines({"text": WORDS}, "", {"text": WORDS + " So be it."}))
    assert [d.name for d in found if isinstance(d, Document)] == ["road.jsonl#1", "road.jsonl#3"]


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ("{nope", "is not JSON"),
        ("[1, 2]", "is not a JSON object"),
        ({"id": "x"}, "has no text"),
        ({"text": "  "}, "has no text"),
        ({"text": ["a"]}, "text is list"),
        ({"text": WORDS, "date": "soon"}, "'soon' is no day"),
        ("[" * 100_000, "is not JSON"),
    ],
)
def test_a_bad_line_is_refused_by_its_number_and_the_others_go_on(put, bad, words):
    found = put("road.jsonl", lines({"id": "a", "text": WORDS}, bad, {"id": "b", "text": WORDS}))
    assert [type(f) for f in found] == [Document, Refusal, Document]
    refusal = found[1]
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "malformed"
    assert refusal.source.endswith("road.jsonl:2")
    assert words in refusal.message


def test_an_id_given_twice_is_refused(put):
    found = put("road.jsonl", lines({"id": "a", "text": WORDS}, {"id": "a", "text": WORDS}))
    assert isinstance(found[1], Refusal)
    assert "'a' is taken" in found[1].message


def test_a_short_text_is_refused_with_its_item(put):
    (refusal,) = put("road.jsonl", lines({"id": "a", "text": "Short."}))
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "not_an_article"
    assert "road.jsonl#a" in refusal.message


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
        lambda x: st.dictionaries(st.sampled_from(["id", "text", "date", "title"]), x) | st.lists(x, max_size=3),
    )
)
def test_no_json_at_all_raises(put, value):
    (found,) = put("road.jsonl", json.dumps(value)) or [None]
    assert found is None or isinstance(found, Document | Refusal)
