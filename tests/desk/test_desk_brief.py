"""The brief as a whole: every statement leads to its sentence, nothing is loaded, nothing of an article is markup."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import norway_peru as fixture
import pytest

from detente.desk import brief
from detente.desk.composing import compose
from detente.errors import InputError

VOID = {"meta", "link", "br", "hr", "img", "input", "line", "rect", "circle", "path", "polygon", "polyline", "col", "wbr"}


class Page(HTMLParser):
    """Tags, ids and links of a page, and whether every tag is closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.tags: list[str] = []
        self.stack: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [value for name, value in attrs if name == "href"]
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.stack.pop()

    def handle_endtag(self, tag):
        assert self.stack
        assert self.stack.pop() == tag

    def handle_data(self, data):
        self.words += data


@pytest.fixture(scope="module")
def text() -> str:
    return brief(fixture.Bench(), "NOR", "PER")


@pytest.fixture(scope="module")
def page(text) -> Page:
    return Page(text)


def test_it_is_well_formed_and_every_link_has_its_goal(page):
    assert page.stack == []
    assert len(page.ids) == len(set(page.ids))
    assert all(link.startswith("#") for link in page.links)
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_nothing_is_loaded_and_no_script_runs(text, page):
    assert not {"script", "img", "iframe", "link", "object", "embed", "base", "form"} & set(page.tags)
    assert not [a for a in page.attributes if a[1] in ("src", "style", "srcset") or a[1].startswith("on")]
    css = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    assert "url(" not in css
    assert "@import" not in css
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = next(
        value for tag, name, value in page.attributes if tag == "meta" and name == "content" and "default-src" in value
    )
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")


def test_words_of_articles_are_words(text, page):
    assert "<script>" not in text
    assert "<b>Ingrid" not in text
    assert "writes <b>Ingrid Dahl</b> & nobody <script>alert(1)</script> else." in page.words


def test_every_cited_article_is_there_whole(page):
    words = " ".join(page.words.split())
    for key in ("d1", "d2", "d3"):
        for paragraph in fixture.TEXTS[key].split("\n\n"):
            for sentence in paragraph.split(". "):
                assert sentence.rstrip(".") in words


def test_every_act_claim_and_step_leads_to_its_sentence_and_back():
    view = compose(fixture.relation())
    acts = [act for group in view.timeline for act in group.events]
    claims = [*view.forecasts, *view.promises, *view.refuted, *(claim for answer in view.answers for claim in answer.claims)]
    steps = [step for deal in view.deals for step in deal.steps]
    versions = [version for dispute in view.disputes for version in dispute.versions]
    for statement in (*acts, *claims, *view.quotes, *steps, *versions):
        assert statement.cites
    back = {citing.anchor for a in view.articles for p in a.paragraphs for piece in p.pieces for citing in piece.citing}
    assert {one.anchor for one in (*acts, *claims, *view.quotes, *view.deals, *view.disputes)} <= back


def test_the_cited_words_are_the_sentences():
    view = compose(fixture.relation())
    notes = {note.anchor: note.words for note in view.footnotes}
    seizure = next(act for group in view.timeline for act in group.events if act.what == "seize")
    assert [notes[cite.anchor] for cite in seizure.cites] == [
        "Norway seized two Peruvian trawlers off Svalbard in November 2017.",
        "The boats seized in December 2017 were three, not two.",
    ]


def test_the_arrow_and_its_reason_and_confidence_apart(page):
    view = compose(fixture.relation())
    assert (view.arrow.direction, view.confidence.level) == ("worse", "low")
    assert view.arrow.reason.text.startswith("Deeds fell from +1.00")
    assert view.arrow.reason.cites
    assert view.arrow.reason.links[0].text.startswith("Peruvian navy → Norway")
    assert "Confidence: low." in page.words
    assert not re.search(r"(likely|probabl)[^.]*confidence", page.words, re.IGNORECASE)


def test_what_is_not_known_is_said(page):
    view = compose(fixture.relation())
    said = " ".join(limit.text for limit in view.limits)
    for words in (
        "has no date",
        "foreseen act",
        "day of publication is not known",
        "terms of an agreement",
        "sample of what was written",
    ):
        assert words in said
    assert view.unread[0].text == "broken.pdf: the file ends in the middle; fetch it again"
    assert "/somewhere" not in page.words
    assert view.limitation
    undated = view.timeline[-1]
    assert (undated.known, [act.what for act in undated.events]) == (False, ["mock"])
    assert view.tray == undated.events
    assert [act.what for act in view.before] == ["quarrel"]


def test_sources_and_their_flags():
    view = compose(fixture.relation())
    flags = {source.number: [flag.text for flag in source.flags] for source in view.sources}
    assert flags[2] == ["broken characters repaired"]
    assert "copy of source 3" in flags[4][0]
    assert "language not read (es)" in flags[4][1]
    assert {source.grade for source in view.sources} == {"F / 6"}
    assert "bounded by other facts: it tells the release" in view.sources[1].ground


def test_disagreements_have_no_winner_and_mark_what_differs():
    view = compose(fixture.relation())
    when = view.disputes[0]
    assert [[run.text for run in version.value if run.differs] for version in when.versions] == [["November"], ["December"]]
    assert when.subject.anchor == "act-2"
    assert any(flag.anchor == "disagreement-1" for group in view.timeline for act in group.events for flag in act.flags)


def test_forecasts_keep_their_words_and_name_the_table():
    view = compose(fixture.relation())
    held = {one.hedge: one for one in view.forecasts}
    assert held["almost certain"].reading == "95–99 % (ICD 203)"
    assert held["almost certain"].words == "“It is almost certain that the pact will lapse within a year”"
    assert (held["likely"].horizon, held["likely"].horizon_known) == ("not stated", False)
    assert view.promises[0].holder == "Norway"
    assert view.refuted[0].words not in [one.words for answer in view.answers for one in answer.claims]


def test_numbers_list_their_rows():
    view = compose(fixture.relation())
    for row in (*view.years, *view.months):
        assert (row.rests_on == ()) == (not row.displayed_known and not row.substance_known)
    assert view.years[0].period == "1951 – 1959"
    assert {number.anchor for number in view.numbers} >= {"number-displayed", "number-substance", "number-gap", "number-arrow"}


def test_same_relation_same_bytes():
    for form in ("html", "md"):
        assert brief(fixture.Bench(), "NOR", "PER", format=form) == brief(
            fixture.Bench(fixture.relation()), "NOR", "PER", format=form
        )


def test_nothing_known_is_still_a_brief():
    text = brief(fixture.Bench(fixture.empty()), "NOR", "PER")
    page = Page(text)
    assert "Better or worse is not known".casefold() in page.words.casefold()
    assert "No act between the two was found" in page.words
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert "That does not say that nothing happened" in page.words
    assert "Norway" in page.words
    assert "not known" in brief(fixture.Bench(fixture.empty()), "NOR", "PER", format="md")


def test_a_relation_of_undated_acts_only():
    held = fixture.relation()
    undated = tuple(replace(event, moment=fixture.Moment()) for event in held.events)
    bare = replace(held, events=undated, months=(), years=(), trend=fixture.trend.trend(undated, "NOR", "PER"),
                   coverage=fixture.coverage.coverage(undated, "NOR", "PER"))  # fmt: skip
    view = compose(bare)
    assert (view.arrow.direction, view.chart_wide, view.confidence.level) == ("not known", "", "none")
    assert [group.title for group in view.timeline] == ["Date not stated", "Date not stated: foreseen, hypothetical or denied"]


def test_markdown_has_a_footnote_for_every_citation_and_escapes():
    text = brief(fixture.Bench(), "NOR", "PER", format="md")
    used = set(re.findall(r"\[\^(a\d+-\d+)\](?!:)", text))
    defined = set(re.findall(r"^\[\^(a\d+-\d+)\]:", text, re.MULTILINE))
    assert used
    assert used == defined
    assert "<script>" not in text
    assert r"\<script\>" in text
    for table in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1


def test_another_format_is_refused():
    with pytest.raises(InputError, match="'html' or 'md'"):
        brief(fixture.Bench(), "NOR", "PER", format="pdf")
