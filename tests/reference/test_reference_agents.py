"""Nouns and their sectors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reference.agents import agent, agent_nouns


@pytest.mark.parametrize(
    ("noun", "sector"),
    [
        ("riot police", "COP"),
        ("trade unions", "LAB"),
        ("Gunmen", "UAF"),
        ("parties", "PTY"),
        ("hospital", "MED"),
        ("teapot", None),
    ],
)
def test_a_noun_has_a_sector_in_either_number(noun: str, sector: str | None) -> None:
    assert agent(noun) == sector


@given(st.text(max_size=40))
def test_any_words_have_a_sector_of_the_table_or_none(words: str) -> None:
    assert agent(words) is None or agent(words) in set(agent_nouns().values())
