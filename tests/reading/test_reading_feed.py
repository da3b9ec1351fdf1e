from __future__ import annotations

from datetime import date

import pytest

from detente.records import Document, Refusal

WORDS = (
    "Norway and Finland opened a joint border post near Kirkenes, and their ministers drove the first lorry "
    "through it together. The toll stays low for both."
)


def rss(*items: str) -> str:
    return (
        "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>The Fjord "
        "Gazette</title><language>en-gb</language>" + "".join(f"<item>{i}</item>" for i in items) + "</channel></rss>"
    )


def item(n: int, body: str = WORDS) -> str:
    return (
        f"<title>Road {n}</title><link>https://example.org/{n}</link><guid>https://example.org/news/road-{n}</guid>"
        f"<pubDate>Thu, 0{n} Mar 2020 23:50:00 -0500</pubDate><description><![CDATA[<p>{body}</p><p>A second "
        f"line.</p>]]></description>"
    )


def test_each_item_is_a_document(put):
    first, second = put("road.rss", rss(item(4), item(5)))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.name, second.name) == ("road.rss#road-4", "road.rss#road-5")
    assert first.media == "feed"
    assert first.text == f"Road 4\n\n{WORDS}\n\nA second line."
    assert (first.title, first.outlet, first.url) == ("Road 4", "The Fjord Gazette", "https://example.org/4")
    assert first.source.endswith("road.rss#road-4")
    assert first.sha256 == second.sha256
    assert first.id != second.id
    assert second.date == (date(2020, 3, 5), date(2020, 3, 5), "explicit", None)


def test_atom_content_is_read_before_its_summary(put):
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Gazette</title><entry><id>urn:x:1</id><title>Road</title><updated>2020-03-05T01:00:00Z</updated>"
        f"<author><name>Ana Lind</name></author><summary>Short.</summary><content "
        f"type='html'>&lt;p&gt;{WORDS}&lt;/p&gt;</content></entry></feed>"
    )
    (document,) = put("road.atom", atom)
    assert isinstance(document, Document)
    assert document.author == "Ana Lind"
    assert WORDS in document.text
    assert document.date.note
    assert document.date.earliest == date(2020, 3, 5)


def test_a_short_item_is_refused_and_the_others_go_on(put):
    found = put("road.xml", rss(item(4, "Too short"), item(5)))
    assert [type(f) for f in found] == [Refusal, Document]
    assert isinstance(found[0], Refusal)
    assert found[0].reason == "not_an_article"
    assert found[0].source.endswith("road.xml#road-4")


def test_items_with_one_id_keep_names_of_their_own(put):
    names = [d.name for d in put("road.xml", rss(item(4), item(4))) if isinstance(d, Document)]
    assert len(set(names)) == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (rss(), "empty"),
        ("<note><to>all</to></note>", "unknown_kind"),
        ("this is no markup", "malformed"),
        (
            "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'aaaa'>]><rss "
            "version='2.0'><channel><item><title>&a;</title></item></channel></rss>",
            "unsafe",
        ),
    ],
)
def test_what_is_no_feed_is_refused(refused, content, reason):
    assert refused("road.xml", content).reason == reason


def test_a_feed_that_breaks_off_says_so(put):
    found = put("road.xml", rss(item(4), item(5))[:-60])
    assert isinstance(found[0], Document)
    assert isinstance(found[-1], Refusal)
    assert found[-1].reason == "truncated"


def test_an_item_that_ends_in_dots_is_marked_as_cut(put):
    (document,) = put("road.xml", rss(item(4, WORDS + " And then …").replace("<p>A second line.</p>", "")))
    assert isinstance(document, Document)
    assert "truncated" in document.degraded
