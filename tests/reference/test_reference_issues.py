"""The catalogue of issues: well formed, and for any pair."""

from __future__ import annotations

import pytest

from detente.reference.issues import MARKS, catalogue

KINDS = list(catalogue().values())


def test_there_are_many_kinds_with_ids_of_their_own():
    assert len(KINDS) >= 60
    assert len({one.name for one in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=[one.id for one in KINDS])
def test_a_kind_has_two_poles_and_cues(kind):
    assert kind.id.replace("_", "").isupper()
    assert kind.pole_0 != kind.pole_100
    assert kind.plus or kind.minus
    assert all(group for cue in (*kind.plus, *kind.minus) for group in cue)
    words = {word for cue in (*kind.plus, *kind.minus) for group in cue for word in group}
    assert all(word == word.lower() and " " not in word for word in words - MARKS)


@pytest.mark.parametrize("kind", KINDS, ids=[one.id for one in KINDS])
@pytest.mark.parametrize("about", [None, "Ruritania"])
def test_names_and_poles_read_well_with_and_without_what_they_are_about(kind, about):
    for words in kind.named(about):
        assert words == words.strip()
        assert "{" not in words
        assert "  " not in words
    assert not kind.named(about)[0].endswith((" of", " in", " to", " with", " on", " between", " for", " by"))
