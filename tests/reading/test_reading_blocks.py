from __future__ import annotations

import pytest

from detente.reading import blocks as cutting

BODY = "Norway and Finland opened a joint border post near Kirkenes, and their ministers drove the first lorry through it."
MORE = "The two governments had argued about the road for eleven years, and officials in Oslo said the toll would stay low."


def cut(*paragraphs: str, gap: str = "\n\n", markdown: bool = False):
    text = gap.join(paragraphs)
    blocks = cutting.cut(text, markdown=markdown)
    return [(b.kind, text[b.span.start : b.span.end]) for b in blocks], blocks


def kind(line: str, *around: str) -> tuple[str, str | None]:
    """What a line between two paragraphs is taken for."""
    _, blocks = cut(BODY, line, *(around or (MORE,)))
    return blocks[1].kind, blocks[1].reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Subscribe Now", "subscribe"),
        ("Subscribe to The Fjord Gazette to get unlimited access.", "subscribe"),
        ("Sign up for our free weekly briefing", "subscribe"),
        ("You are reading a free article.", "subscribe"),
        ("Already a subscriber? Log in", "subscribe"),
        ("Unlock the full archive", "subscribe"),
        ('Also read: "How the tunnel was paid for"', "also_read"),
        ("READ MORE: The tunnel that nobody wanted", "also_read"),
        ("Related: The tunnel that nobody wanted", "also_read"),
        ("Most read", "also_read"),
        ("You may also like", "also_read"),
        ("Share on Facebook", "share_bar"),
        ("Facebook Twitter WhatsApp Email", "share_bar"),
        ("Share this article", "share_bar"),
        ("12 comments", "share_bar"),
        ("Follow us on X", "follow"),
        ("Follow The Fjord Gazette on social media. Sign up for our evening bulletin.", "follow"),
        ("The author's views are her own.", "disclaimer"),
        ("We use cookies to improve your experience on this site.", "cookie_notice"),
        ("3 min read", "reading_time"),
        ("Reading time: 4 minutes", "reading_time"),
        ("© 2019 The Fjord Gazette. All rights reserved.", "copyright"),
        (
            "The views expressed in this article are the author's own and do not necessarily reflect those of the Gazette.",
            "disclaimer",
        ),
        ("The opinion of the writer may not necessarily reflect the position of Fjord Direct or its staff.", "disclaimer"),
        ("Advertisement", "advertisement"),
        ("Article continues below", "advertisement"),
        ("Tags: border, road, toll", "navigation"),
        ("* * *", "navigation"),
        ("https://example.org/road", "navigation"),
        ("2 hours ago", "updated"),
    ],
)
def test_furniture_is_told_by_its_words(line, reason):
    assert kind(line) == ("boilerplate", reason)


@pytest.mark.parametrize(
    "line",
    [
        "Subscribers of the Oslo exchange sold their bonds after the minister had spoken to them for an hour.",
        "Share prices in Helsinki fell after the talks on the border, and the krone lost a little.",
        "Like Sweden, Finland wrote to its neighbours that the road was open to all of them.",
        "For more than a decade, the ministers used each visit to Helsinki to put the matter off.",
        "More than forty lorries crossed on the first day.",
        "The views of the two ministers differ, and neither of them hides it from the press.",
        "Anna Berg was a correspondent in Helsinki for ten years before she became the minister for trade.",
        "The bigger picture: Finland wants the road more than Norway does.",
        "The accord was signed on 5 March 2019, according to the agency (the minister denied it).",
        "Follow the money, the opposition said, and you will find the toll.",
        "Watch the northern road this winter, she said.",
        "NATO – The alliance was not consulted about the road.",
        "Cookies and coffee were served, and the envoys went home without a text.",
    ],
)
def test_sentences_that_look_like_furniture_stay(line):
    assert kind(line)[0] in ("body", "heading")


def test_list_items_after_a_sign_up_line_belong_to_it():
    found, _ = cut(
        BODY, MORE, "Subscribe to The Fjord Gazette.", "• All articles since 1921\n• Six issues a year\nSubscribe now"
    )
    assert [k for k, _ in found] == ["body", "body", *["boilerplate"] * 4]


def test_list_items_of_the_article_stay():
    found, _ = cut(BODY, "- The toll stays low.\n- The road stays open.", MORE)
    assert "boilerplate" not in {k for k, _ in found}


def test_title_byline_and_date_before_the_story():
    found, _ = cut("Ministers open a road", "By Ana Lind and Bo Ek, The Fjord Gazette", "5 March 2019 | 4 min read", BODY, MORE)
    assert [k for k, _ in found] == ["title", "byline", "dateline", "body", "body"]


def test_a_shouted_name_under_the_title_is_a_byline_and_a_section_is_not():
    assert cut("A road is opened", "ANA LIND", BODY, MORE)[0][1][0] == "byline"
    assert cut("A road is opened", "BREAKING NEWS", BODY, MORE)[0][1][0] != "byline"


def test_a_first_line_with_a_full_stop_is_no_title():
    assert cut("Ministers opened a road.", BODY, MORE)[0][0][0] == "body"


def test_a_heading_stands_between_paragraphs():
    assert kind("'A toll is a toll'") == ("heading", None)


def test_a_title_printed_twice_counts_once():
    found, blocks = cut("Ministers open a road", "Ministers open a road", BODY)
    assert [k for k, _ in found] == ["title", "title", "body"]
    assert [b.copy_of for b in blocks] == [None, 0, None]
    assert [b.coded for b in blocks] == [True, False, True]


def test_of_a_cut_off_caption_and_the_whole_one_the_whole_one_is_read():
    whole = "Ministers of Norway and Finland at the new border post, Kirkenes, March 5, 2019. The road was closed for years."
    found, blocks = cut(f"{BODY}\n\n{whole[:95]}\n{whole}\nAnna Berg / Reuters\n\n{MORE}")
    assert [k for k, _ in found] == ["body", "caption", "caption", "credit", "body"]
    assert [b.copy_of for b in blocks] == [None, 2, None, None, None]


def test_a_whole_caption_twice_is_kept_once_and_both_are_captions():
    caption = "Protesters with a paper lorry block the road"
    found, blocks = cut(f"{BODY}\n\n{caption}\n{caption}\nAnna Berg / AFP\n\n{MORE}")
    assert [k for k, _ in found] == ["body", "caption", "caption", "credit", "body"]
    assert blocks[2].copy_of == 1


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("The new border post in the snow [Getty]", "The new border post in the snow", "[Getty]"),
        ("The ministers at the post. Photo: Nordfoto", "The ministers at the post.", "Photo: Nordfoto"),
        ("Ministers shake hands in Kirkenes (AP Photo/Anna Berg)", "Ministers shake hands in Kirkenes", "(AP Photo/Anna Berg)"),
        ("Ministers shake hands. Anna Berg/Reuters", "Ministers shake hands.", "Anna Berg/Reuters"),
    ],
)
def test_a_credit_at_the_end_of_a_caption_is_cut_off(line, caption, credit):
    found, _ = cut(BODY, line, MORE)
    assert found[1:3] == [("caption", caption), ("credit", credit)]


@pytest.mark.parametrize(
    "line",
    [
        "Anna Berg / Reuters",
        "© Anna Berg",
        "Photo: Nordfoto",
        "Reuters/Anna Berg",
        "(AFP)",
        "Image credit: Nordfoto",
        "Getty Images",
    ],
)
def test_credits_stand_alone(line):
    assert kind(line)[0] == "credit"


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("ANKARA, Nov. 25, 2015 (Bosporus Wire) — ", "Envoys met."),
        ("date 2020-03-05 MOSCOW – ", "Envoys met."),
        ("OSLO (AP) — ", "Envoys met."),
        ("Oslo, March 5, 2019 (Fjord Wire) - ", "Envoys met."),
        ("(Reuters) - ", "Envoys met."),
        ("ST. PETERSBURG, Russia – ", "Envoys met."),
        ("NEW YORK/OSLO, March 5, 2019 - ", "Envoys met."),
        ("OSLO and TEL AVIV, 5 March 2019 – ", "Envoys met."),
        ("Oslo/Paris, March 5, 2019 (Fjord Wire)- ", "Envoys met."),
        ("LA PAZ — ", "Envoys met."),
    ],
)
def test_a_dateline_is_parted_from_its_sentence(opening, rest):
    found, _ = cut(opening + rest + " " + BODY, MORE)
    assert found[0] == ("dateline", opening.strip())
    assert found[1] == ("body", rest + " " + BODY)


def test_a_note_on_the_author_closes_the_article():
    found, _ = cut("A road", "By Ana Lind", BODY, MORE, "Ana Lind teaches history at a school in Bergen.")
    assert found[-1][0] == "boilerplate"


def test_lines_wrapped_at_a_width_are_one_paragraph():
    wrapped = (
        "Norway and Finland opened a joint border post near\nKirkenes, and their ministers drove the first "
        "lorry\nthrough it.\n\nThe road had been\nclosed for eleven years and\nnobody remembers why."
    )
    found, _ = cut(wrapped)
    assert len(found) == 2


def test_lines_that_end_with_their_sentence_are_paragraphs():
    assert len(cut(BODY, MORE, BODY[:-1] + " twice.", gap="\n")[0]) == 3


def test_tables_and_code_in_markdown_are_no_text():
    found, _ = cut(
        "# Road", BODY, "| a | b |\n|---|---|\n| 1 | 2 |", "```\nlines = 1\n\nmore words here\n```", MORE, markdown=True
    )
    assert [k for k, _ in found] == ["title", "body", *["boilerplate"] * 6, "body"] or {k for k, _ in found[2:-1]} == {
        "boilerplate"
    }
    assert found[0] == ("title", "Road")
    assert found[-1] == ("body", MORE)
