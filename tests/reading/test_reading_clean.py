from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading import blocks as cutting
from detente.reading import clean
from detente.records import Block, Span

PIECES = st.sampled_from(
    [
        "Envoys met.",
        "quot;",
        ",quot;",
        "&amp;",
        "&#39;",
        "amp;",
        "â€™",
        "Ã©",
        "\u00a0",
        "\u200b",
        "“",
        "”",
        "\n",
        "\n\n",
        "  ",
        "\t",
        "é",
        "camp;",
        "By Ana Lind",
        "[Reuters]",
        "Subscribe now",
        "3 min read",
        "5 March 2020",
        "a,b;c",
        "🙂",
        "\r\n",
        "- item",
        "# Head",
        "*so*",
        "[x](y)",
    ]
)


def cleaned(text: str, markdown: bool = False):
    return clean.build(text, cutting.cut(text, markdown=markdown), markdown=markdown)


def whole(text: str):
    return clean.build(text, (Block("body", Span(0, len(text))),))


@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30).map("".join), st.booleans())
def test_every_clean_character_has_its_place_in_the_original(text, markdown):
    blocks = cutting.cut(text, markdown=markdown)
    result = clean.build(text, blocks, markdown=markdown)
    assert len(result.text) == len(result.starts) == len(result.ends)
    place = 0
    for character, start, end in zip(result.text, result.starts, result.ends, strict=True):
        assert 0 <= start <= end <= len(text)
        assert start >= place or end >= place
        place = start
        if end - start == 1 and character != text[start]:
            assert character == " " and text[start].isspace()
        if end > start:
            assert any(b.coded and b.span.start <= start and end <= b.span.end for b in blocks)


@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30).map("".join), st.booleans())
def test_blocks_are_in_order_none_over_another_and_miss_no_word(text, markdown):
    blocks = cutting.cut(text, markdown=markdown)
    place = 0
    for block in blocks:
        assert place <= block.span.start < block.span.end <= len(text)
        place = block.span.end
        if block.copy_of is not None:
            assert blocks[block.copy_of].copy_of is None
    if not markdown:
        kept = "".join(text[b.span.start : b.span.end] for b in blocks)
        assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a common view,quot; he said", 'a common view" he said'),
        ("a common viewquot; he said", 'a common view" he said'),
        ("Smith &amp; Sons, Brown amp; Co", "Smith & Sons, Brown & Co"),
        ("the camp; the swamp; the halt; all", "the camp; the swamp; the halt; all"),
        ("it&#39;s and it#39;s", "it's and it's"),
        ("ten&nbsp;men, ten nbsp;men", "ten men, ten  men"),
        ("Turkeyâ€™s envoy in OrlÃ©ans", "Turkey’s envoy in Orléans"),
        ("no-break\u00a0space and\u200b nothing", "no-break space and nothing"),
        ("two  spaces\tand a tab", "two spaces and a tab"),
        ("“as they are,” he said", "“as they are,” he said"),
        ("AT&T; and R&D", "AT&T; and R&D"),
    ],
)
def test_repairs(text, result):
    assert whole(text).text == result


def test_a_repair_points_at_all_that_it_replaces():
    text = "a view,quot; he said"
    result = whole(text)
    at = result.text.index('"')
    assert result.original(at, at + 1) == Span(text.index(",quot;"), text.index(" he"))
    assert result.original(0, len(result.text)) == Span(0, len(text))


def test_markdown_marks_are_not_read_and_their_words_are():
    text = (
        "# The *old* road\n\nEnvoys of [both states](https://example.org/a) met **twice** in a_b_c, they said.\n\n- "
        "One stayed away."
    )
    assert (
        cleaned(text, markdown=True).text
        == "The old road\n\nEnvoys of both states met twice in a_b_c, they said.\n\nOne stayed away."
    )


def test_only_what_is_coded_is_in_the_clean_text():
    text = (
        "Road opens\n\nBy Ana Lind\n\nEnvoys of both states met in the old capital on the river, and nobody else "
        "was there.\n\nSubscribe now"
    )
    assert cleaned(text).text.split("\n\n")[0] == "Road opens"
    assert "Lind" not in cleaned(text).text
    assert "Subscribe" not in cleaned(text).text


def test_an_empty_span_has_no_place():
    with pytest.raises(ValueError, match="not a span"):
        whole("words").original(3, 3)
