"""The command line run in this process, and a ledger that has read the example articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from detente.cli import app
from detente.cli.intake import examples

ARTICLE = """Greece and Egypt sign a sea accord

CAIRO, March 3, 2021 (Delta Wire) - Greece and Egypt signed an accord on their sea border in Cairo on Tuesday, \
after a year of talks.

Greek Prime Minister Kyriakos Mitsotakis met President Abdel Fattah el-Sisi before the ceremony. \
"We have closed a long chapter," Mitsotakis said. Egypt's foreign ministry said that parliament would vote on the text in April.

Turkey condemned the accord and threatened to send a survey ship to the area.
Analysts said that a quick settlement was unlikely.
"""


@pytest.fixture(scope="session")
def run() -> Callable[..., Result]:
    """Run a command; its `exit_code`, `stdout` and `stderr`."""
    runner = CliRunner()

    def call(*arguments: str | Path, **kwargs: object) -> Result:
        return runner.invoke(app, [str(a) for a in arguments], prog_name="detente", **kwargs)  # type: ignore[arg-type]

    return call


@pytest.fixture(scope="session")
def articles() -> Path:
    return examples() / "russia-turkey" / "articles"


@pytest.fixture(scope="session")
def ledger(run, articles, tmp_path_factory) -> Path:
    """A ledger with the example articles; not to be written to."""
    path = tmp_path_factory.mktemp("held") / "examples.detente"
    result = run("read", articles, "-l", path)
    assert result.exit_code == 0, result.stderr
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "accord.txt"
    path.write_text(ARTICLE, "utf-8")
    return path
