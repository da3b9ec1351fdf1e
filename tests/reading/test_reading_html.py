from __future__ import annotations

from datetime import date

import pytest

from detente.records import UNKNOWN

PARAGRAPHS = [
    "Norway and Finland opened a joint border post near Kirkenes on Tuesday, and their ministers drove the first lorry "
    "through it.",
    "The two governments had argued about the road for eleven years, and officials in Oslo said that the toll would stay low.",
    "Helsinki wants a second crossing further south, which Oslo has not yet answered, although both sides speak of goodwill.",
    "“We have waited long enough,” the Finnish minister said, and her colleague nodded beside her for the cameras.",
]


def page(head: str = "", before: str = "", after: str = "", between: str = "", html: str = "<html lang='en-GB'>") -> str:
    body = [f"<p>{p}</p>" for p in PARAGRAPHS]
    body.insert(2, between)
    return (
        f"<!DOCTYPE html>{html}<head><meta charset='utf-8'><title>Road | The Fjord Gazette</title>{head}</head><body>"
        f"<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        f"<main><article><h1>Ministers open a road</h1>{before}{''.join(body)}{after}</article></main>"
        f"<footer><p>© 2019 The Fjord Gazette. All rights reserved.</p></footer><script>var a = 'not "
        f"text';</script></body></html>"
    )


def test_the_article_is_found_and_the_rest_is_not_read(one):
    document = one(page(), "road.html")
    assert document.media == "html"
    assert document.title == "Ministers open a road"
    assert document.language == "en"
    assert document.clean.text == "\n\n".join(["Ministers open a road", *PARAGRAPHS])
    assert "Home" not in document.text
    assert "not text" not in document.text
    assert document.date == UNKNOWN


def test_linked_data_names_author_outlet_and_day(one):
    data = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"},
    {"@type": "NewsArticle", "headline": "Ministers open a road", "datePublished": "2019-03-05T08:00:00+01:00",
     "author": [{"@type": "Person", "name": "Ana Lind"}], "publisher": {"@type": "Organization",
     "name": "The Fjord Gazette"}}]}</script>"""
    document = one(page(data), "road.html")
    assert (document.author, document.outlet) == ("Ana Lind", "The Fjord Gazette")
    assert document.date == (date(2019, 3, 5), date(2019, 3, 5), "explicit", None)
    assert document.date_span is None


def test_meta_elements_do_the_same(one):
    head = (
        "<meta property='article:published_time' content='2019-03-05'><meta property='og:site_name' content='Fjord Gazette'>"
        "<meta name='author' content='By Ana Lind'><link rel='canonical' href='https://example.org/a/road'>"
    )
    document = one(page(head), "road.html")
    assert (document.author, document.outlet, document.url) == ("Ana Lind", "Fjord Gazette", "https://example.org/a/road")
    assert document.date.earliest == date(2019, 3, 5)


def test_broken_linked_data_is_passed_over(one):
    assert one(page("<script type='application/ld+json'>{nope</script>"), "road.html").date == UNKNOWN


def test_a_visible_date_line_dates_the_page(one):
    document = one(page(before="<p class='meta'>By Ana Lind</p><time>9 January 2020</time>"), "road.html")
    assert document.date.earliest == date(2020, 1, 9)
    assert document.author == "Ana Lind"


def test_a_day_in_the_address_is_an_inference_with_its_note(one):
    document = one(page("<link rel='canonical' href='https://example.org/2019/03/05/road'>"), "road.html")
    assert document.date[:3] == (date(2019, 3, 5), date(2019, 3, 5), "inferred")
    assert "address" in (document.date.note or "")


def test_the_copyright_year_is_no_date(one):
    assert one(page(), "road.html").date == UNKNOWN


def test_captions_and_credits_are_told_apart(one, kinds):
    figure = (
        "<figure><img src='a.jpg'><figcaption>The new post in the snow <span "
        "class='credit'>Nordfoto</span></figcaption></figure>"
    )
    found = kinds(one(page(between=figure), "road.html"))
    assert ("caption", "The new post in the snow") in found
    assert ("credit", "Nordfoto") in found


def test_link_boxes_are_boilerplate_with_a_reason(one):
    box = (
        "<aside class='related'><h3>Also read</h3><ul><li><a href='/x'>The tunnel that nobody in the north "
        "wanted</a></li></ul></aside>"
    )
    document = one(page(between=box), "road.html")
    assert "tunnel" in document.text
    assert "tunnel" not in document.clean.text
    assert all(b.reason for b in document.blocks if b.kind == "boilerplate")


def test_a_disclaimer_after_the_article_is_kept_and_not_read(one):
    note = (
        "<p><em>The views expressed here are the author's own and do not necessarily reflect the policy of the paper.</em></p>"
    )
    document = one(page(after=note), "road.html")
    assert "The views expressed" not in document.clean.text


def test_hidden_words_are_not_seen(one):
    document = one(page(between="<p hidden>Secret words stand here.</p><p style='display: none'>And here.</p>"), "road.html")
    assert "Secret" not in document.text
    assert "And here" not in document.text


def test_the_declared_encoding_is_believed(one):
    source = (
        page()
        .replace("charset='utf-8'", "charset='iso-8859-1'")
        .replace("Kirkenes on", "Øvre Årdal on")
        .encode("cp1252", "replace")
    )
    assert "Øvre Årdal" in one(source, "road.html").text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<html><body></body></html>", "not_an_article"),
        ("   ", "empty"),
        ("<p>x</p>" * 70_000, "too_large"),
        ("<html><body><ul>" + "<li><a href='/x'>Section</a></li>" * 40 + "</ul></body></html>", "not_an_article"),
    ],
)
def test_pages_without_an_article_are_refused(refused, content, reason):
    assert refused("page.html", content).reason == reason


def test_deep_nesting_does_no_harm(put):
    assert len(put("deep.html", "<div>" * 5000 + "words" + "</div>" * 5000)) == 1


def test_a_nul_does_not_end_the_page(one):
    document = one(page().replace("Helsinki wants", "Helsinki\0 wants"), "road.html")
    assert PARAGRAPHS[3] in document.text
