"""Every command and every option says what it does, and the guide names each command."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
import typer

from detente.cli import app
from detente.workbench import Workbench

ROOT = Path(__file__).parents[2]
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
EXPECTED = """demo read brief events actors agreements claims conflicts sources search show export verify derive doctor code bench case
relation turning-points issues solve whatif replay hypotheses watch"""
STRATEGIC = ("relation", "turning-points", "issues", "solve", "whatif", "replay", "hypotheses", "watch")


def test_these_are_the_commands():
    assert sorted(COMMANDS) == sorted(EXPECTED.split())


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_has_help(name):
    command = COMMANDS[name]
    assert command.help
    assert command.help.strip()[0].isupper()
    for parameter in command.params:
        assert getattr(parameter, "help", None), f"{name} {parameter.name}"


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"demo", "brief", "doctor", "code", "bench"}))
def test_the_verb_is_the_method(name):
    assert inspect.getdoc(getattr(Workbench, name.replace("-", "_")))


@pytest.mark.skipif(not (ROOT / "README.md").exists(), reason="the guide is not beside the tests")
@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_guide_names_every_command(name):
    guide = "\n".join(page.read_text("utf-8") for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))))
    assert re.search(rf"\bdetente {name}\b", guide)


def test_list_commands_take_a_ledger_and_can_speak_json():
    for name in ("events", "actors", "agreements", "claims", "conflicts", "sources", "search", *STRATEGIC):
        options = {option for parameter in COMMANDS[name].params for option in parameter.opts}
        assert {"--ledger", "-l", "--json"} <= options, name


def test_each_command_of_the_system_has_its_heading():
    page = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8")
    assert [name for name in STRATEGIC if f"\n## detente {name}\n" not in page] == []
