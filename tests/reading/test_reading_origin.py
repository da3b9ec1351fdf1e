from __future__ import annotations

from datetime import date

import pytest

BODY = (
    "Norway and Finland opened a joint border post near Kirkenes, and their ministers drove the first lorry through it "
    "together.\n\n"
    "The two governments had argued about the road for eleven years, and officials in Oslo said that the toll would stay low."
)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ana Lind", "Ana Lind"),
        ("BY ANA LIND", "ANA LIND"),
        ("By Ana Lind and Bo Ek", "Ana Lind and Bo Ek"),
        ("By Ana Lind, Moscow correspondent", "Ana Lind"),
        ("Written by Ana van der Lind | 5 March 2019", "Ana van der Lind"),
    ],
)
def test_the_byline_names_the_author(one, line, author):
    assert one(f"A road is opened\n\n{line}\n\n{BODY}").author == author


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("The views expressed here do not necessarily reflect the position of Fjord Direct or its staff.", "Fjord Direct"),
        ("The opinions are the author's own and are not necessarily shared by The Fjord Gazette.", "The Fjord Gazette"),
        ("Subscribe to Northern Affairs to get unlimited access.", "Northern Affairs"),
        ("© 2019 The Fjord Gazette. All rights reserved.", "The Fjord Gazette"),
        ("The views expressed are those of the author.", None),
        ("Subscribe to our newsletter", None),
    ],
)
def test_notes_name_the_outlet(one, line, outlet):
    assert one(f"A road is opened\n\n{BODY}\n\n{line}").outlet == outlet


def test_a_paper_named_in_the_story_is_not_the_outlet(one):
    assert one(f"A road is opened\n\n{BODY} The minister told Reuters so.").outlet is None


def test_front_matter_speaks_for_the_article(one):
    head = (
        "---\ntitle: 'A road is opened'\ndate: 2019-03-05\nauthor: Ana Lind\nsource: The Fjord Gazette\nurl: "
        "https://example.org/r\nlang: en\n---\n\n"
    )
    document = one(head + BODY, "road.md")
    assert (document.title, document.author, document.outlet) == ("A road is opened", "Ana Lind", "The Fjord Gazette")
    assert document.url == "https://example.org/r"
    assert document.date.earliest == date(2019, 3, 5)
    assert document.date_span is not None
    assert document.at(document.date_span) == "2019-03-05"
    assert document.clean.text == BODY


def test_two_known_keys_make_a_header_of_plain_text_and_one_does_not(one):
    document = one("Title: A road is opened\nDate: March 5, 2019\n\n" + BODY)
    assert document.title == "A road is opened"
    assert document.date.earliest == date(2019, 3, 5)
    assert document.clean.text == BODY
    assert one("Source: nobody would say it aloud at the time.\n\n" + BODY).clean.text.startswith("Source:")


def test_an_open_fence_is_no_front_matter(one):
    assert one("---\n\n" + BODY, "road.md").clean.text == BODY
