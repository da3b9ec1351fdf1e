"""Adding documents: what enters, what never does, and what takes the place of what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.errors import EvidenceError, InputError, LedgerError
from detente.ledger import Derived, Ledger
from detente.ledger.tables import TOLD, record_rows
from detente.records import Batch, Moment, Refusal, Span

Make = Callable[..., Batch]
FIELDS = sorted(TOLD)


def test_rows_come_back_as_they_were_told(ledger: Ledger, first: Make, second: Make) -> None:
    for batch in (first(), second()):
        assert ledger.append(batch) == "added"
    held = ledger.holdings()
    for batch in (first(), second()):
        assert held.documents[batch.document.id] == batch.document
        for field in FIELDS:
            told = [t.row for t in getattr(held, field) if t.document == batch.document.id]
            assert told == sorted(getattr(batch, field), key=lambda r: r.span)
    assert list(held.documents) == sorted(held.documents)


def test_the_same_document_again_changes_nothing(ledger: Ledger, first: Make) -> None:
    assert ledger.append(first()) == "added"
    chain = ledger.chain
    assert ledger.append(first()) == "unchanged"
    assert ledger.append(replace(first(), mentions=(), coder="another")) == "unchanged"
    assert (ledger.chain, len(ledger.batches())) == (chain, 1)


def test_ids_and_chain_are_the_same_in_every_ledger(ledger: Ledger, tmp_path: Path, first: Make, second: Make) -> None:
    with Ledger.open(tmp_path / "other.detente", write=True, create=True) as other:
        for one in (ledger, other):
            one.append(first())
            one.append(second())
        assert ledger.chain == other.chain
        assert ledger.holdings() == other.holdings()


def test_rows_that_say_the_same_are_one(ledger: Ledger, first: Make) -> None:
    batch = first()
    ledger.append(replace(batch, mentions=batch.mentions * 3, actors=batch.actors * 2))
    assert len(ledger.mentions()) == len(batch.mentions)
    assert [f for f in ledger.verify() if not f.stale] == []


def test_another_text_from_the_same_source_takes_the_place_of_the_first(ledger: Ledger, first: Make) -> None:
    old, new = first(), first(text=f"{first().document.text}\n\nCorrected at noon.")
    assert ledger.append(old) == "added"
    assert ledger.append(new) == "new_version"
    assert [d.id for d in ledger.documents()] == [new.document.id]
    assert {t.document for t in ledger.holdings().mentions} == {new.document.id}
    before, after = (ledger.document(b.document.id) for b in (old, new))
    assert (before.superseded_by, before.current, after.current) == (new.document.id, False, True)
    assert len(ledger.documents(superseded=True)) == 2
    assert len(ledger.mentions(old.document.id)) == len(old.mentions)
    assert ledger.append(new) == "unchanged"
    assert not ledger.holds(old.document.id)
    assert ledger.holds(new.document.id)


def test_an_article_may_go_back_to_its_first_wording(ledger: Ledger, first: Make, bare: Make) -> None:
    old, new = first(), bare()
    assert [ledger.append(b) for b in (old, new, old, old, new)] == [
        "added",
        "new_version",
        "new_version",
        "unchanged",
        "new_version",
    ]
    assert [d.id for d in ledger.documents()] == [new.document.id]
    assert [f for f in ledger.verify() if not f.stale] == []


def test_the_same_text_in_two_places_is_held_twice(ledger: Ledger, first: Make) -> None:
    assert ledger.append(first()) == "added"
    assert ledger.append(first("copy.txt")) == "added"
    assert len(ledger.documents()) == 2


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"span": Span(5, 10**6)}, "outside the text"),
        ({"span": Span(-3, 4)}, "outside the text"),
        ({"span": Span(30, 30)}, "has no words"),
        ({"span": Span(40, 30)}, "outside the text"),
        ({"span": Span(20, 22)}, "has no words"),
        ({"sentence": Span(0, 0)}, "has no words"),
        ({"sentence": Span(0, 10**6)}, "sentence 0:1000000 is outside"),
        ({"sentence": Span(0, 3)}, "sentence 0:3"),
    ],
)
def test_a_row_that_points_nowhere_keeps_the_whole_batch_out(
    ledger: Ledger, first: Make, second: Make, field: str, change: dict[str, Any], what: str
) -> None:
    ledger.append(second())
    batch, before = first(), ledger.counts()
    rows = getattr(batch, field)
    bad = replace(batch, **{field: (*rows[:-1], replace(rows[-1], **change))})
    with pytest.raises(EvidenceError, match=what) as refused:
        ledger.append(bad)
    assert TOLD[field].name in str(refused.value)
    assert "harbour.txt" in str(refused.value)
    assert ledger.counts() == before
    assert ledger.append(batch) == "added"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(field=st.sampled_from(FIELDS), start=st.integers(-5, 400), length=st.integers(-5, 60))
def test_no_row_enters_that_does_not_lie_in_its_sentence(
    ledger: Ledger, first: Make, field: str, start: int, length: int
) -> None:
    batch, span = first(), Span(start, start + length)
    row = replace(getattr(batch, field)[0], span=span)
    text, reaches = batch.document.text, row.sentence.meets if field in ("quotes", "claims") else row.sentence.holds
    good = 0 <= span.start < span.end <= len(text) and bool(text[span.start : span.end].strip()) and reaches(span)
    one = Batch(replace(batch.document, id=f"{field}{start}:{length}", source=f"/{field}/{start}/{length}"), **{field: (row,)})
    if good:
        assert ledger.append(one) in ("added", "unchanged")
        assert all(t.row.sentence.meets(t.row.span) for t in getattr(ledger.holdings(), field))
    else:
        with pytest.raises(EvidenceError):
            ledger.append(one)


@pytest.mark.parametrize(
    ("field", "change", "what"),
    [
        ("reports", {"trigger": Span(0, 4)}, "trigger 0:4 is not inside"),
        ("reports", {"place_span": Span(9000, 9001)}, "place 9000:9001 is outside"),
        ("reports", {"moment": Moment(date(2031, 5, 3), date(2031, 5, 2), "explicit")}, "backwards"),
        ("times", {"moment": Moment(date(2031, 5, 3), None, "unknown")}, "basis 'unknown' do not agree"),
        ("agreements", {"moment": Moment(None, None, "relative")}, "basis 'relative' do not agree"),
        ("claims", {"verdict_evidence": (Span(3, 3),)}, "evidence 3:3 has no words"),
        ("claims", {"horizon": Moment(None, None, "explicit")}, "do not agree"),
    ],
)
def test_the_other_places_and_days_of_a_row_are_looked_at_too(
    ledger: Ledger, first: Make, field: str, change: dict[str, Any], what: str
) -> None:
    batch = first()
    rows = getattr(batch, field)
    with pytest.raises(EvidenceError, match=what):
        ledger.append(replace(batch, **{field: (replace(rows[0], **change),)}))
    assert ledger.documents() == ()


def test_a_document_whose_own_places_are_wrong_is_refused(ledger: Ledger, first: Make) -> None:
    batch = first()
    wrong = replace(batch.document.blocks[0], span=Span(0, 10**6))
    for document in (
        replace(batch.document, date_span=Span(0, 10**6)),
        replace(batch.document, blocks=(wrong,)),
        replace(batch.document, date=Moment(date(2031, 1, 1), None, "unknown")),
    ):
        with pytest.raises(EvidenceError, match=r"harbour\.txt, documents"):
            ledger.append(replace(batch, document=document))


def test_a_quotation_may_run_on_into_the_next_sentence(ledger: Ledger, first: Make) -> None:
    batch = first()
    quote = batch.quotes[0]
    longer = replace(quote, span=Span(quote.span.start, quote.sentence.end + 20))
    ledger.append(replace(batch, quotes=(longer,)))
    assert ledger.quotes()[0].row == longer


def test_a_value_that_cannot_be_kept_is_told_and_nothing_is_added(ledger: Ledger, first: Make) -> None:
    batch = first()
    for bad in (
        replace(batch, document=replace(batch.document, title="\ud800")),
        replace(batch, reports=(replace(batch.reports[0], confidence=float("inf")),)),
    ):
        with pytest.raises(InputError, match=r"/articles/harbour\.txt: a value cannot be kept"):
            ledger.append(bad)
    with pytest.raises(LedgerError, match="rule of its table"):
        ledger.append(replace(batch, document=replace(batch.document, title=None, sha256=None)))  # pyright: ignore
    assert ledger.counts()["documents"] == 0


def test_what_was_refused_is_kept_once_and_leaves_the_list_when_it_can_be_read(ledger: Ledger, first: Make) -> None:
    batch = first()
    bad = Refusal(batch.document.source, "truncated", "harbour.txt: breaks off", "ab" * 32)
    assert ledger.refuse([bad, bad, Refusal("/x/\udce9.txt", "binary", "is no text")]) == 2
    assert ledger.refuse([bad]) == 0
    assert [r.source for r in ledger.quarantine()] == [bad.source, "/x/\\udce9.txt"]
    ledger.append(batch)
    assert [r.reason for r in ledger.quarantine()] == ["binary"]
    assert ledger.quarantine(everything=True)[0] == bad
    assert [f for f in ledger.verify() if not f.stale] == []
    assert [b.document for b in ledger.batches()] == [None, batch.document.id]


def test_what_is_derived_is_replaced_as_a_whole_and_knows_what_it_was_made_from(
    ledger: Ledger, first: Make, second: Make, derived_here: None
) -> None:
    assert not ledger.derived_is_current()
    ledger.append(first())
    one = ledger.derive_all()
    assert ledger.derived_is_current()
    assert ledger.derived() == one
    ledger.append(second())
    assert not ledger.derived_is_current()
    two = ledger.derive_all()
    assert two != one
    assert ledger.derived() == two
    assert ledger.verify() == []
    made_from = ledger.chain
    ledger.keep(Derived(), made_from)
    assert ledger.derived() == Derived()
    assert ledger.verify() == []


def test_a_derivation_that_fails_leaves_the_last_one(filled: Ledger) -> None:
    before = filled.derived()
    with pytest.raises(LedgerError, match="rule of its table"):
        filled.keep(Derived(events=before.events * 2), filled.chain)
    assert filled.derived() == before
    assert filled.verify() == []


def test_every_row_has_its_own_id(first: Make, second: Make) -> None:
    ids = [cells["id"] for batch in (first(), second()) for _, cells in record_rows(batch)]
    assert len(set(ids)) == len(ids)
