"""What an act is about, and by which means, from the words of its own clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.coding.lexicon import cues, mode_cues
from detente.reference import plover

ABOUT = [
    # text, contexts that must be there, contexts that must not
    ("Algeria recalled its ambassador from Rabat.", {"diplomatic"}, {"military"}),
    ("Kenya imposed a tariff on Ugandan sugar.", {"economic"}, {"military", "territory"}),
    ("Cuban hackers hacked a Peruvian bank.", {"cyber"}, {"cbrn"}),
    ("Iran bombed an Iraqi border post.", {"military", "territory"}, {"economic"}),
    ("Libya expelled Chadian migrants.", {"migration"}, {"military"}),
    ("Germany urged Poland to release the journalists.", {"rights_freedoms"}, {"economic"}),
    ("Kenya imposed a tariff on Ugandan sugar, and its army held a parade.", {"economic"}, {"military"}),
    ("The Greek parliament ratified the treaty with Albania.", {"legislative"}, {"election"}),
]


@pytest.mark.parametrize(("text", "wanted", "barred"), ABOUT, ids=[a[0][:40] for a in ABOUT])
def test_contexts_come_from_the_clause_of_the_act(tell: Callable, text: str, wanted: set[str], barred: set[str]) -> None:
    _, reports = tell(text, "2019-05-17")
    told = set(next(r for r in reports if r.asserted).contexts)
    assert wanted <= told
    assert not barred & told


MEANS = [
    ("Ethiopian artillery pounded Eritrean trenches.", "heavy-weapons"),
    ("Iran attacked a Saudi drone factory with missiles.", "heavy-weapons"),
    ("Yemen struck a Saudi refinery with drones.", "drone"),
    ("Colombian police arrested two Venezuelan officers.", "arrest"),
    ("Kenya cut off relations with Somalia.", "discontinue"),
    ("Germany urged Poland to release the journalists.", "yield"),
]


@pytest.mark.parametrize(("text", "mode"), MEANS, ids=[m[0][:40] for m in MEANS])
def test_a_mode_is_read_from_who_does_it_and_with_what(tell: Callable, text: str, mode: str) -> None:
    _, reports = tell(text, "2019-05-17")
    assert next(r for r in reports if r.asserted).mode == mode


def test_an_act_without_a_cue_has_no_context(tell: Callable) -> None:
    _, reports = tell("Peru thanked Chile.", "2019-05-17")
    assert [r.contexts for r in reports] == [()]


def test_the_tables_name_contexts_and_modes_of_the_manual() -> None:
    assert {context for named in cues().values() for context in named} <= set(plover.CONTEXTS)
    assert {(type_, row.mode) for type_, rows in mode_cues().items() for row in rows} <= set(plover.modes())


def test_contexts_stand_in_the_order_of_the_manual(tell: Callable) -> None:
    _, reports = tell("Iran bombed an Iraqi border post and an oil pipeline.", "2019-05-17")
    for report in reports:
        assert list(report.contexts) == [c for c in plover.CONTEXTS if c in report.contexts]
