"""Reading into a ledger: once each, whatever stops it."""

from __future__ import annotations

import pytest

from detente import coding, config, workbench
from detente.errors import InputError, LedgerBusyError
from detente.ledger import Ledger
from detente.records import Batch, Mention, Span

ONE, TWO = "Chad met Mali in 2011.", "Peru met Fiji in 2012."


def test_what_is_held_is_not_parsed_again(wb, write, coder):
    folder = write(a=ONE, b=TWO)
    first = wb.read(folder)
    assert first.counts() == {"read": 2, "new_versions": 0, "unchanged": 0, "not_coded": 0, "refused": 0}
    assert coder.seen == ["a.txt", "b.txt"]
    second = wb.read(folder)
    assert second.unchanged == first.read
    assert coder.seen == ["a.txt", "b.txt"]


def test_a_text_that_changed_is_a_new_version_and_takes_the_place_of_the_old(wb, write):
    wb.read(write(a=ONE))
    result = wb.read(write(a="Chad met Fiji in 2015."))
    assert len(result.new_versions) == 1
    (event,) = wb.events()
    assert set(event.source) == {"FJI", "TCD"}
    assert list(wb.documents()) == result.new_versions


def test_progress_is_told_after_each_article(wb, write, tmp_path):
    told = []
    folder = write(a=ONE, b=TWO)
    (folder / "c.txt").touch()
    wb.read(folder, progress=told.append)
    assert [(p.done, p.outcome) for p in told] == [(1, "read"), (2, "read"), (3, "refused")]
    assert told[0].n_rows > 0
    assert "c.txt" in told[2].note


def test_another_language_is_kept_and_listed_but_not_coded(tmp_path, write, coder):
    settings = config.load(languages=("fr",))
    with workbench.open_ledger(tmp_path / "fr.detente", settings=settings) as wb:
        result = wb.read(write(a=ONE))
        assert not coder.seen
        assert result.not_coded == [("a.txt", "its language (en) is not one that is coded")]
        assert [held.coded for held in wb.documents().values()] == [False]
        assert wb.read(write(a=ONE)).not_coded == result.not_coded
        assert wb.events() == []


def test_an_article_that_brings_out_a_fault_does_not_stop_the_others(wb, write, coder, monkeypatch):
    def code(parsed):
        if parsed.document.name == "a.txt":
            raise IndexError("nobody thought of this")
        if parsed.document.name == "b.txt":
            return Batch(parsed.document, mentions=(Mention(Span(0, 4), Span(9, 12), (), "name", "actor"),), coder="toy")
        return coder.code(parsed)

    monkeypatch.setattr(coding, "code", code)
    result = wb.read(write(a=ONE, b=TWO, c=ONE + TWO))
    assert [(refusal.reason, refusal.source.rpartition("/")[2]) for refusal in result.refused] == [
        ("fault", "a.txt"),
        ("evidence", "b.txt"),
    ]
    assert "nobody thought of this" in result.refused[0].message
    assert len(result.read) == 1
    assert len(wb.quarantine()) == 2
    assert not wb.verify().faults
    monkeypatch.setattr(coding, "code", coder.code)
    assert len(wb.read(write()).read) == 2
    assert wb.quarantine() == ()


def test_an_interrupted_run_leaves_a_good_ledger_and_goes_on(wb, write, coder, monkeypatch, tmp_path):
    folder = write(a=ONE, b=TWO, c="Mali met Peru in 2013.")

    def stop(progress):
        if progress.done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        wb.read(folder, progress=stop)
    found = wb.verify()
    assert found.stale
    assert not found.faults
    assert len(wb.events()) == 2  # derived by who asks first
    assert not wb.verify().stale
    result = wb.read(folder)
    assert len(result.unchanged) == 2
    assert len(result.read) == 1
    with workbench.open_ledger(tmp_path / "whole.detente") as whole:
        whole.read(folder)
        assert whole.verify().chain == wb.verify().chain
        assert whole.derived() == wb.derived()


def test_what_is_derived_can_be_seen_while_another_writes(wb, write):
    with pytest.raises(KeyboardInterrupt):
        wb.read(write(a=ONE), progress=lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    with Ledger.open(wb.path, write=True):
        assert len(wb.events()) == 1
        assert wb.verify().stale
        with pytest.raises(LedgerBusyError):
            wb.table("events")
    assert len(wb.table("events")) == 1


def test_nothing_to_read_is_an_error_at_once(wb, tmp_path):
    with pytest.raises(InputError, match="does not exist"):
        wb.read(tmp_path / "nowhere")
    assert wb.documents() == {}


def test_a_ledger_is_made_only_when_asked_for(tmp_path):
    with pytest.raises(InputError, match="no ledger"):
        workbench.open_ledger(tmp_path / "none.detente", create=False)
    with workbench.open_ledger(tmp_path / "new.detente") as wb:
        assert wb.events() == []
        assert not wb.verify().faults
