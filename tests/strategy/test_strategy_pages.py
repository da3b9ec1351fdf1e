"""Each solver and measure has a page, and the numbers worked on it are true."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[2] / "docs" / "methods"
NAMES = ("compromise", "median", "challenge", "exchange", "nash", "un-agreement", "similarity", "alignment", "balance")


@pytest.mark.parametrize("name", NAMES)
def test_numbers_on_the_page(name):
    path = PAGES / f"{name}.md"
    text = path.read_text(encoding="utf-8")
    for heading in ("## Worked example", "## What it cannot tell", "## References"):
        assert heading in text
    found = doctest.testfile(str(path), module_relative=False, encoding="utf-8")
    assert found.attempted > 1 and found.failed == 0
