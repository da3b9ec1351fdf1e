from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.coding import actors, quotes
from detente.coding.quotes.marks import pairs, paragraphs
from detente.reading.fragment import fragment
from detente.reading.parse import parse
from detente.records import Block, Span


def found(text, **fields):
    document = replace(fragment(text), **fields)
    parsed = parse(document)
    cast = actors.find(parsed)
    return document, quotes.find(parsed, cast.mentions(), cast.actors.values())


def told(text, **fields):
    document, rows = found(text, **fields)
    return [(r.kind, document.at(r.span), r.speaker_name, r.cue) for r in rows]


def between(text, **options):
    return [text[q.start : q.end] for q in pairs(text, **options)]


def test_marks_pair_by_what_stands_beside_them():
    assert between('He said "no" and "yes, we do."') == ["no", "yes, we do."]
    assert between("“One,” she said. “Two.”") == ["One,", "Two."]
    assert between('He said “the "deal" is dead” and left.') == ['the "deal" is dead']
    assert between("'Our neighbour's plan is dead,' he said.") == ["Our neighbour's plan is dead,"]


def test_a_lost_mark_swallows_nothing():
    assert between('It was "lost here. Then he said "fine," and left.\n\nNothing is quoted here.') == ["fine,"]
    assert between('“Open. He said "fine," and left.') == ["fine,"]
    assert between('“Straight at the end. "') == ["Straight at the end."]
    assert between("The states' view isn't one.") == []


def test_a_quotation_runs_on_where_the_next_paragraph_opens_with_a_mark():
    text = '"First we talk.\n\n"Then we decide," she said.'
    assert between(text) == ["First we talk.", "Then we decide,"]
    assert between(text, across=False) == ["Then we decide,"]


@given(st.text(alphabet="ab .,\"“”'’\n", max_size=80))
def test_pairs_lie_in_one_paragraph_in_order(text):
    blocks = list(paragraphs(text))
    got = pairs(text)
    assert all(a.close <= b.open for a, b in itertools.pairwise(got))
    assert all(any(s <= q.open and q.close <= e for s, e in blocks) for q in got)
    assert all(q.start < q.end for q in got)


@pytest.mark.parametrize(
    ("text", "words", "speaker", "cue"),
    [
        (
            '"The door is open to our neighbours," Emmanuel Macron said on Monday.',
            "The door is open to our neighbours,",
            "Emmanuel Macron",
            "said",
        ),
        (
            '"The door is open to our neighbours," said Emmanuel Macron.',
            "The door is open to our neighbours,",
            "Emmanuel Macron",
            "said",
        ),
        (
            'Angela Merkel told reporters: "We can not accept this plan."',
            "We can not accept this plan.",
            "Angela Merkel",
            "told",
        ),
        (
            'Angela Merkel called the plan "a step backwards for everyone".',
            "a step backwards for everyone",
            "Angela Merkel",
            "called",
        ),
        (
            'Angela Merkel\'s only comment was that "every side must move first."',
            "every side must move first.",
            "Angela Merkel",
            "comment",
        ),
    ],
)
def test_direct_speech_has_its_speaker(text, words, speaker, cue):
    assert ("direct", words, speaker, cue) in told(text)


def test_the_next_quotation_is_of_the_same_speaker():
    rows = told('"We want calm here," Angela Merkel told reporters. "Calm needs both of us to step back."')
    assert rows[1] == ("direct", "Calm needs both of us to step back.", "Angela Merkel", None)


def test_he_added_is_whoever_spoke():
    rows = told('A source close to the talks said that progress was slow. "The other side is not ready," he added.')
    assert rows[-1][2] == "A source close to the talks"


def test_an_unnamed_speaker_is_the_documents_source():
    document, rows = found('"The talks are over for now," a senior diplomat told Reuters.')
    assert rows[0].speaker == f"SOURCE:{document.id}"
    assert rows[0].speaker_name == "a senior diplomat"
    assert rows[0].medium == "Reuters"


@pytest.mark.parametrize(
    "text",
    [
        'Four "safe zones" were set up along the border.',
        'The so-called "caliphate" fell that year.',
        'Her book "The Long Road to Peace" sold well.',
        'The "Friends of Libya" group met in Tunis.',
    ],
)
def test_terms_and_titles_are_no_quotations(text):
    assert told(text) == []


def test_headings_are_no_quotations():
    text = "'A marriage of pure convenience'"
    assert told(text, blocks=(Block("heading", Span(0, len(text))),)) == []


def test_reported_clauses():
    assert told("Angela Merkel said on Tuesday that the border would stay closed.") == [
        ("indirect", "the border would stay closed", "Angela Merkel", "said")
    ]
    assert told("The border, Angela Merkel said, would stay closed.")[0][:3] == (
        "indirect",
        "The border, Angela Merkel said, would stay closed",
        "Angela Merkel",
    )
    assert told("As Angela Merkel confirmed to the media, the border is closed again.")[0][1] == "the border is closed again"
    assert told("According to two diplomats, the border is closed again.")[0][1:3] == (
        "the border is closed again",
        "two diplomats",
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The miners had won in court; Angela Merkel said the verdict broke the treaty.", "the verdict broke the treaty"),
        ("Trade had soured: Angela Merkel said Togo had gone too far.", "Togo had gone too far"),
        ("Ghana has paid, Angela Merkel said Togo had broken its word.", "Togo had broken its word"),
        ("Ghana will not leave, Angela Merkel said.", "Ghana will not leave"),
        ("As Angela Merkel recalled, Togo had shut the border before.", "Togo had shut the border before"),
    ],
)
def test_what_stands_before_the_tellers_clause_is_not_told(text, words):
    assert [row[1:3] for row in told(text)] == [(words, "Angela Merkel")]


def test_what_is_told_amid_a_clause_ends_at_the_semicolon():
    (row,) = told("The pact was a fraud; that, Angela Merkel said, was plain to all.")
    assert row[1] == "that, Angela Merkel said, was plain to all"


def test_a_clause_with_quoted_words_is_mixed_and_they_are_a_row_of_their_own():
    rows = told('Angela Merkel said the border would stay closed until "both sides come to their senses".')
    assert [r[0] for r in rows] == ["mixed", "direct"]
    assert rows[0][1] == 'the border would stay closed until "both sides come to their senses"'


@pytest.mark.parametrize(
    "text",
    [
        "Angela Merkel never said that the border would stay closed.",
        "To say that the border is closed would be wrong.",
        "Critics could say that the border is closed.",
        "The figures suggest that trade fell.",
        "Trade soured in 2012; Ghana recalled its ambassador from Togo.",
        "As Ghana recalled its envoy, Togo expelled two Ghanaian diplomats.",
    ],
)
def test_what_is_not_told_is_not_reported(text):
    assert told(text) == []


def test_a_degraded_copy_is_not_verbatim():
    text = '"The door is open to our neighbours," Angela Merkel said.'
    assert found(text)[1][0].verbatim
    assert not found(text, degraded=("machine_translated",))[1][0].verbatim


def test_rows_lie_in_their_sentences():
    document, rows = found('"We want calm. We want it now," Angela Merkel told Reuters. She said that talks would go on.')
    assert rows
    assert all(r.sentence.holds(r.span) for r in rows)
    assert all(document.at(r.span).strip() == document.at(r.span) for r in rows)
