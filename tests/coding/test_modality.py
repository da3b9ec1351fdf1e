"""What took place, what may, what will and what did not."""

from __future__ import annotations

import pytest

from detente.coding.modality import standing
from detente.reading.fragment import fragment
from detente.reading.parse import parse


def modality(text: str, word: str) -> str:
    doc = parse(fragment(text)).doc
    return standing(next(t for t in doc if t.text == word)).modality


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Peru attacked Chile.", "attacked", "actual"),
        ("Peru has attacked Chile.", "attacked", "actual"),
        ("Peru did not attack Chile.", "attack", "negated"),
        ("Peru never attacked Chile.", "attacked", "negated"),
        ("Peru will attack Chile.", "attack", "future"),
        ("Peru is expected to attack Chile.", "attack", "future"),
        ("Peru could attack Chile.", "attack", "hypothetical"),
        ("Peru wants to attack Chile.", "attack", "hypothetical"),
        ("Peru threatened to attack Chile.", "attack", "hypothetical"),
        ("Peru failed to attack Chile.", "attack", "negated"),
        ("Peru refused to attack Chile.", "attack", "negated"),
        ("Peru stopped short of attacking Chile.", "attacking", "negated"),
        ("Peru left without attacking Chile.", "attacking", "negated"),
        ("Peru denied that it had attacked Chile.", "attacked", "negated"),
        ("If Peru attacked Chile, the north would burn.", "attacked", "hypothetical"),
        ("Chile feared that Peru had attacked the port.", "attacked", "hypothetical"),
        ("Peru said it had attacked Chile.", "attacked", "actual"),
        ("Peru managed to attack Chile.", "attack", "actual"),
        ("Peru began to attack Chile.", "attack", "actual"),
        ("Has Peru attacked Chile?", "attacked", "hypothetical"),
        ("The plan to attack Chile was dropped.", "attack", "hypothetical"),
        ("No attack on Chile followed.", "attack", "negated"),
        ("A possible attack on Chile worried Lima.", "attack", "hypothetical"),
        ("The threat of an attack on Chile grew.", "attack", "hypothetical"),
        ("The attack on Chile surprised Lima.", "attack", "actual"),
        ("After the attack on Chile, Lima kept silent.", "attack", "actual"),
        ("Chile accused Peru of attacking the port.", "attacking", "hypothetical"),
        ("Reports that Peru had attacked Chile were denied in Lima.", "attacked", "negated"),
        ("Lima dismissed reports that Peru had attacked Chile.", "attacked", "negated"),
        ("A report that Peru had attacked Chile alarmed Lima.", "attacked", "hypothetical"),
        ("Peru is due to attack Chile.", "attack", "future"),
        ("Peru announced that it would attack Chile.", "attack", "future"),
        ("Peru said it would attack Chile if the talks failed.", "attack", "hypothetical"),
        ("Bolivia intervened to stop an attack on Chile.", "attack", "hypothetical"),
        ("Bolivia demanded the release of the crew.", "release", "hypothetical"),
    ],
)
def test_the_words_above_an_act_make_it_real_or_not(text: str, word: str, expected: str) -> None:
    assert modality(text, word) == expected
