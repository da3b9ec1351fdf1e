from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from telling_kit import Article, day, days, held

from detente.ledger.derivation import derive
from detente.ledger.holdings import Derived, Holdings

PAIRS = ("JPN|KOR", "IND|PAK", "PER|CHL")
TRIGGERS = (
    ("met", "meet", "CONSULT"),
    ("meeting", "meeting", "CONSULT"),
    ("called", "call", "CONSULT"),
    ("accused", "accuse", "ACCUSE"),
    ("coup", "coup", "ASSAULT"),
    ("shot down", "shoot", "ASSAULT"),
)
DAYS = (None, day(2031, 5, 2), day(2031, 5, 20), days("2031-05-01", "2031-05-31"), days("2031-01-01", "2031-12-31"))


@st.composite
def corpora(draw: st.DrawFn) -> list[Article]:
    articles = []
    for n in range(draw(st.integers(1, 4))):
        published = draw(st.sampled_from([None, day(2031, 6, 1), day(2032, 1, 1)]))
        told = draw(st.lists(st.tuples(st.sampled_from(PAIRS), st.sampled_from(TRIGGERS), st.sampled_from(DAYS)), max_size=4))
        text = " ".join(f"Sentence {i} says they {words} again." for i, (_, (words, _, _), _) in enumerate(told)) or "Nothing."
        article = Article("abcd"[n], text, *([published] if published else []))
        for i, (pair, (words, lemma, plover), moment) in enumerate(told):
            source, target = (pair, pair) if plover == "CONSULT" else pair.split("|")
            extra = {"moment": moment} if moment else {}
            modality = draw(st.sampled_from(["actual", "actual", "future", "hypothetical"]))
            article.report(words, lemma, source, target, plover, after=f"Sentence {i} ", modality=modality, **extra)
        articles.append(article)
    return articles


def shuffled(holdings: Holdings, draw: st.DrawFn) -> Holdings:
    tables = {
        t: tuple(draw(st.permutations(getattr(holdings, t)))) for t in ("mentions", "times", "reports", "agreements", "claims")
    }
    documents = dict(draw(st.permutations(list(holdings.documents.items()))))
    return replace(holdings, documents=documents, **tables)


@given(st.data(), corpora())
@settings(max_examples=40, deadline=None)
def test_the_order_of_the_rows_changes_nothing(data: st.DataObject, articles: list[Article]) -> None:
    holdings = held(*articles)
    assert derive(shuffled(holdings, data.draw)) == derive(holdings)


@given(corpora())
@settings(max_examples=40, deadline=None)
def test_every_asserted_report_is_in_exactly_one_event(articles: list[Article]) -> None:
    holdings = held(*articles)
    derived = derive(holdings)
    told = [r for e in derived.events for r in e.reports]
    assert sorted(told) == sorted(t.id for t in holdings.reports if t.row.asserted)
    assert len({e.id for e in derived.events}) == len(derived.events)


@given(corpora())
@settings(max_examples=40, deadline=None)
def test_an_unrelated_article_leaves_every_event_as_it_is(articles: list[Article]) -> None:
    other = Article("z", "China accused India on 2 May 2031. They met.", day(2031, 5, 3))
    other.report("accused", "accuse", "CHN", "TWN", "ACCUSE", moment=day(2031, 5, 2))
    other.report("met", "meet", "CHN|TWN", "CHN|TWN", "CONSULT")
    before, after = derive(held(*articles)), derive(held(*articles, other))
    assert set(before.events) <= set(after.events)
    assert set(before.conflicts) <= set(after.conflicts)


def test_a_later_article_on_the_same_act_keeps_its_id() -> None:
    first = Article("m", "They met on 2 May 2031.", day(2031, 5, 3)).report(
        "met", "meet", "JPN|KOR", "JPN|KOR", "CONSULT", moment=day(2031, 5, 2)
    )
    later = Article("a", "They met on 2 May 2031.", day(2031, 7, 1)).report(
        "met", "meet", "JPN|KOR", "JPN|KOR", "CONSULT", moment=day(2031, 5, 2)
    )
    (alone,), (both,) = derive(held(first)).events, derive(held(first, later)).events
    assert alone.id == both.id
    assert len(both.reports) == 2


def test_nothing_held_gives_nothing() -> None:
    assert derive(Holdings({}, {})) == Derived()


def test_a_description_reads_plainly() -> None:
    a = Article("a", "Peru shot down a Chilean jet.", day(2031, 6, 1))
    a.report("shot down", "shoot-down", "PER", "CHL", "ASSAULT", moment=days("2031-05-01", "2031-05-31"))
    (event,) = derive(held(a)).events
    assert event.description == "Peru → Chile: shoot-down (assault), May 2031"
