"""The commands of the strategic system, on the example articles and the example case, and on cases with a fault."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

CASE = Path(__file__).parents[2] / "examples" / "russia-turkey" / "case.toml"
WHATIF = CASE.parent / "whatif"
pytestmark = pytest.mark.skipif(not CASE.exists(), reason="the example case is not beside the tests")
SMALL = """
format = "detente-case"
version = 1
title = "A small case"
[[actor]]
id = "RUS"
influence = 2
[[actor]]
id = "TUR"
influence = 1
[[issue]]
id = "GAS"
name = "How much gas flows"
pole_0 = "none"
pole_100 = "all of it"
origin = "analyst"
[[position]]
actor = "RUS"
issue = "GAS"
low = 80
mode = 90
high = 100
salience = 50
origin = "analyst"
[[position]]
actor = "TUR"
issue = "GAS"
low = 30
mode = 40
high = 60
salience = 70
origin = "analyst"
"""
COMMANDS = {
    "relation": ["RUS", "TUR", "--case", CASE],
    "turning-points": ["RUS", "TUR"],
    "issues": ["--case", CASE],
    "solve": ["--case", CASE, "--draws", "200"],
    "whatif": [WHATIF / "strike.toml", "--case", CASE, "--draws", "50"],
    "replay": ["--as-of", "2019-12-31", "RUS", "TUR", "--case", CASE, "--draws", "50"],
    "hypotheses": ["--case", CASE],
    "watch": ["--case", CASE],
}


def refuse(constant: str) -> None:
    raise AssertionError(f"{constant} in JSON")


@pytest.mark.parametrize("command", COMMANDS)
def test_what_it_says_has_no_nan_and_json_parses(run, ledger, command):
    told = run(command, *COMMANDS[command], "-l", ledger)
    assert told.exit_code == 0, told.stderr
    assert told.stdout.strip() and not re.search(r"\bnan\b", told.stdout, re.IGNORECASE)
    plain = run(command, *COMMANDS[command], "--json", "-l", ledger)
    assert plain.exit_code == 0, plain.stderr
    assert [json.loads(line, parse_constant=refuse) for line in plain.stdout.splitlines()]


def test_the_numbers_of_a_relation_are_on_one_screen(run, ledger):
    told = run("relation", "RUS", "TUR", "--case", CASE, "-l", ledger, env={"COLUMNS": "120"}).stdout
    for words in ("Alignment", "Turning points", "refused", "not known", "told by one document alone"):
        assert words in told
    assert len(told.splitlines()) < 45


def test_an_outcome_says_who_decides_and_that_it_is_not_calibrated(run, ledger):
    told = run("solve", "--case", CASE, "--draws", "100", "-l", ledger, env={"COLUMNS": "120"}).stdout
    for words in ("model-conditional, not calibrated", "decided by", "What moves it", "Without one document", "P(> 50)"):
        assert words in told


def test_what_is_not_known_is_said_with_its_reason(run, ledger, tmp_path):
    path = tmp_path / "case.toml"
    extra = '[[issue]]\nid = "PORT"\nname = "A port"\npole_0 = "no"\npole_100 = "yes"\norigin = "analyst"\n'
    path.write_text(SMALL + extra, "utf-8")
    told = run("solve", "--case", path, "--draws", "50", "-l", ledger).stdout
    assert "PORT: nobody's position, salience and influence are known; it lies between 0 and 100" in told


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("low = 80\nmode = 90\nhigh = 100", "low = 100\nmode = 90\nhigh = 80", "are the poles reversed"),
        ("salience = 50", "salience = 0", "salience is 0 for everybody"),
        ('actor = "TUR"\nissue', 'actor = "RUS"\nearliest = 2020-01-01\nissue', "only RUS has a position"),
        ("[[issue]]", '[[tie]]\nbetween = ["RUS", "TUR"]\nvalue = 1\n[[tie]]\nbetween = ["TUR", "RUS"]\nvalue = -1\n[[issue]]',
         "a tie is the same both ways"),
    ],
    ids=["poles reversed", "salience all zero", "one actor", "contradictory ties"],
)  # fmt: skip
@pytest.mark.parametrize("command", ["solve", "issues", "hypotheses"])
def test_a_fault_of_a_case_is_one_clear_line(run, ledger, tmp_path, command, old, new, words):
    path = tmp_path / "case.toml"
    text = SMALL.replace(old, new, 1).replace("salience = 70", "salience = 0" if "salience" in old else "salience = 70")
    path.write_text(text, "utf-8")
    told = run(command, "--case", path, "-l", ledger)
    assert told.exit_code == 2
    assert told.stdout == ""
    assert len(told.stderr.splitlines()) == 1 and words in told.stderr and str(path) in told.stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[patch]]\nto = 3", "a patch that names nothing"),
        ('[[patch]]\nset = "salience"\nactor = "RUS"\nissue = "GOLD"\nto = 3', "did you mean"),
        ("title = 'x'", "has no patch"),
        ("[[patch", "is not TOML"),
    ],
)
def test_a_patch_that_will_not_do_is_one_clear_line(run, ledger, tmp_path, text, words):
    case, patch = tmp_path / "case.toml", tmp_path / "patch.toml"
    case.write_text(SMALL.replace('"GAS"', '"GOLDEN"'), "utf-8")
    patch.write_text(text, "utf-8")
    told = run("whatif", patch, "--case", case, "-l", ledger)
    assert told.exit_code == 2
    assert len(told.stderr.splitlines()) == 1 and words in told.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--as-of", "1900-01-01"], "before anything that is dated"),
        (["--as-of", "soon"], "is not a day"),
    ],
)
def test_a_day_that_will_not_do_is_one_clear_line(run, ledger, arguments, words):
    told = run("replay", *arguments, "-l", ledger)
    assert told.exit_code == 2
    assert len(told.stderr.splitlines()) == 1 and words in told.stderr


def test_a_day_before_anybody_stood_anywhere_is_one_clear_line(run, ledger, tmp_path):
    path = tmp_path / "case.toml"
    path.write_text(SMALL.replace("salience", "latest = 2020-01-01\nsalience"), "utf-8")
    told = run("replay", "--as-of", "2016-08-09", "--case", path, "-l", ledger)
    assert told.exit_code == 2
    assert len(told.stderr.splitlines()) == 1 and "nobody has a position on 2016-08-09" in told.stderr


@pytest.mark.parametrize("suffix", ["html", "md"])
def test_a_brief_takes_a_case_with_the_scenarios_beside_it(run, ledger, tmp_path, suffix):
    out = tmp_path / f"brief.{suffix}"
    told = run("brief", "RUS", "TUR", "--case", CASE, "-l", ledger, "-o", out)
    assert told.exit_code == 0, told.stderr
    text = out.read_text("utf-8")
    for words in ("Which reading do the events bear out?", "Who wants what", "What if", "Turning points", "not calibrated"):
        assert words in text
    assert text.count("Russia strikes Turkish convoys and observation posts") >= 1


def test_scenarios_may_be_chosen_and_need_a_case(run, ledger, tmp_path):
    out = tmp_path / "brief.md"
    told = run("brief", "RUS", "TUR", "--case", CASE, "--whatif", WHATIF / "strike.toml", "-l", ledger, "-o", out)
    assert told.exit_code == 0 and "Idlib is traded" not in out.read_text("utf-8")
    told = run("brief", "RUS", "TUR", "--whatif", WHATIF / "strike.toml", "-l", ledger, "-o", tmp_path / "other.md")
    assert told.exit_code == 2 and "need a case" in told.stderr and not (tmp_path / "other.md").exists()


def test_the_bench_tells_figures_and_costs_and_needs_no_tables(run, tmp_path):
    told = run("bench", "strategy", tmp_path, "--quick")
    assert told.exit_code == 0, told.stderr
    assert re.search(r"compromise: 10000 draws × 36 issues × 10 actors +\d+\.\d\d s, \d+\.\d × drawing alone", told.stdout)
    assert "challenge, 10 rounds: 10000 draws" in told.stdout
