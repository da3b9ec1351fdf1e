"""Each mechanism, and each way of running a system, has a page, and the numbers worked on it are true."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from detente.strategy.mechanisms import MECHANISMS

PAGES = Path(__file__).parents[2] / "docs" / "methods"
ELSEWHERE = {"balance": "balance-ceiling", "exchange": "exchange-mechanism"}
NAMES = [*(ELSEWHERE.get(name, name) for name in MECHANISMS), "payoffs", "sampling", "scenario", "replay", "hypotheses"]


@pytest.mark.parametrize("name", NAMES)
def test_numbers_on_the_page(name):
    path = PAGES / f"{name}.md"
    text = path.read_text(encoding="utf-8")
    for heading in ("| symbol |", "## Worked example", "## What it cannot tell", "## References"):
        assert heading in text
    found = doctest.testfile(str(path), module_relative=False, encoding="utf-8")
    assert found.attempted > 1 and found.failed == 0


@pytest.mark.parametrize("name", MECHANISMS)
def test_the_page_tells_the_prior(name):
    text = (PAGES / f"{ELSEWHERE.get(name, name)}.md").read_text(encoding="utf-8")
    for known in MECHANISMS[name].parameters.values():
        if known.prior:
            three = "–".join(
                f"{v:g}".replace("0.", ".").replace("-", "−") for v in (known.prior.low, known.prior.mode, known.prior.high)
            )
            assert three in text.replace("\n", " ")
