"""What a ledger answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.errors import InputError, UnknownNameError
from detente.ledger import Ledger
from detente.records import Batch, Span

Make = Callable[..., Batch]


def test_documents_with_what_others_say_of_them(filled: Ledger, first: Make, second: Make) -> None:
    one, two = filled.documents()
    assert [one.document.name, two.document.name] == ["harbour.txt", "trawlers.txt"]
    assert one.date == first().document.date
    assert two.date.basis == "inferred"
    assert filled.document_date(two.id) == two.date
    assert (one.coder, one.coded, one.n_rows) == ("by hand 1", True, 9)
    with pytest.raises(UnknownNameError, match="not a known document"):
        filled.document("0" * 16)


def test_an_actor_is_what_all_documents_tell_of_it(filled: Ledger) -> None:
    brandt = filled.actor("NOR.GOV.BRANDT")
    assert brandt is not None
    assert {r.role for r in brandt.roles} == {"minister", "foreign minister"}
    assert brandt.aliases == ("Brandt",)
    assert filled.actor("SWE") is None
    assert [a.id for a in filled.actors()] == sorted(a.id for a in filled.actors())


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, True),
        ({"a": "NOR", "b": "AUT"}, True),
        ({"a": "AUT", "b": "NOR"}, True),
        ({"a": "NOR.GOV"}, True),
        ({"b": "AUT"}, True),
        ({"a": "NO"}, False),
        ({"a": "NOR", "b": "SWE"}, False),
        ({"a": "NOR.GOV.BRA"}, False),
        ({"since": date(2031, 5, 3), "until": date(2031, 5, 3)}, True),
        ({"since": date(2031, 5, 4)}, False),
        ({"until": date(2031, 5, 2)}, False),
        ({"plover": "consult"}, True),
        ({"plover": "AID"}, False),
        ({"text": "OKORO"}, True),
        ({"text": "ostrian colleague"}, True),
        ({"text": "submarine"}, False),
        ({"a": "NOR", "b": "AUT", "plover": "CONSULT", "since": date(2030, 1, 1), "text": "port lunde"}, True),
    ],
)
def test_events_by_what_is_known_of_them(filled: Ledger, given: dict[str, object], found: bool) -> None:
    events = filled.events(**given)  # pyright: ignore[reportArgumentType]
    assert [e.id for e in events] == (["e-1f3a9c0012345678"] if found else [])


def test_reports_by_document_and_event(filled: Ledger, first: Make) -> None:
    (event,) = filled.events()
    reports = filled.reports(event=event.id)
    assert tuple(r.id for r in reports) == event.reports
    mine = filled.reports(document=first().document.id, event=event.id)
    assert [r.document for r in mine] == [first().document.id]
    assert len(filled.reports()) == 3
    assert [c.row.lemma for c in filled.candidates()] == ["withdraw"]
    assert filled.event(event.id) == event
    assert filled.event("none") is None
    assert [c.id for c in filled.conflicts(event.id)] == [c.id for c in filled.conflicts()]
    assert filled.conflicts("other") == ()
    assert filled.agreements()[0].terms_unknown
    assert len(filled.claims(first().document.id)) == 1
    assert len(filled.times()) == 1
    assert len(filled.quotes(first().document.id)) == 1
    assert len(filled.agreement_reports()) == 2


def test_every_row_is_shown_by_the_beginning_of_its_id(filled: Ledger) -> None:
    held = filled.holdings()
    for field, kind in (("mentions", "mention"), ("claims", "claim"), ("agreements", "agreement_report"), ("quotes", "quote")):
        for told in getattr(held, field):
            shown = filled.show(told.id[:12])
            assert (shown.kind, shown.id, shown.value) == (kind, told.id, told)
    (event,), (agreement,), (conflict,) = filled.events(), filled.agreements(), filled.conflicts()
    for value, kind in ((event, "event"), (agreement, "agreement"), (conflict, "conflict")):
        assert filled.show(value.id[:6]) == type(filled.show(value.id))(kind, value.id, value)
    document = filled.documents()[0]
    assert filled.show(document.id[:8]).value == document
    assert filled.show("NOR").kind == "actor"


def test_an_id_that_does_not_do_is_told_why(filled: Ledger, ledger: Ledger, second: Make) -> None:
    with pytest.raises(InputError, match="too short"):
        filled.show("e-1")
    with pytest.raises(InputError, match="nothing in the ledger"):
        filled.show("zzzz")
    with pytest.raises(InputError, match="nothing in the ledger"):
        filled.show("%%%%")
    batch = second()
    for n in range(2):
        one = Batch(second(f"twin{n}.txt").document)
        ledger.append(type(batch)(type(one.document)(**{**_fields(one), "id": f"aaaa{n}"})))
    with pytest.raises(InputError, match=r"begins 2 ids: document aaaa0, document aaaa1; give more"):
        ledger.show("aaaa")
    assert ledger.show("aaaa1").id == "aaaa1"


def _fields(batch: Batch) -> dict[str, object]:
    return {name: getattr(batch.document, name) for name in type(batch.document).__dataclass_fields__}


def test_words_are_found_with_their_place(filled: Ledger, first: Make) -> None:
    (hit, *_) = filled.search("strait belongs")
    document = filled.document(hit.document).document
    assert hit.span is not None
    assert "The strait belongs" in document.at(hit.span)
    assert [hit.snippet[s.start : s.end] for s in hit.marks] == ["strait", "belongs"]
    assert filled.search("fishery")[0].document in {d.id for d in filled.documents()}
    assert len(filled.search("lunde")) == 2
    assert len(filled.search("lunde", limit=1)) == 1
    assert filled.search('"belongs strait"') == ()
    assert filled.search("traw*")
    assert filled.search("share") == ()
    assert filled.search("") == filled.search("?!") == ()
    title = filled.search("resume")[0]
    assert title.span == Span(0, 20)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from(list("abc\"*():^-+{}. \0ANDORNEAR'é")), max_size=20))
def test_no_query_is_a_syntax_error(filled: Ledger, query: str) -> None:
    filled.search(query)


def test_superseded_words_are_not_found(ledger: Ledger, first: Make, bare: Make) -> None:
    ledger.append(first())
    ledger.append(bare())
    assert ledger.search("strait") == ()
    assert len(ledger.search("harbour")) == 1
