"""`detente case check` and `detente case draft`, and the case that an export carries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente import workbench
from detente.cli import app
from detente.strategy import case

ARTICLE = """Quito and Lima fall out over a port

LIMA, 3 March 2021 - Ecuador condemned the sanctions that Peru imposed on it last week.

Peru bought twelve F-16 jets in January, a purchase that Ecuador opposes. Ecuador wants talks with Peru, and Lima is ready for talks.
Officials in both capitals said that nobody expected a quick settlement before the end of the rainy season.
"""


@pytest.fixture(scope="module")
def run():
    runner = CliRunner()
    return lambda *arguments: runner.invoke(app, [str(a) for a in arguments], prog_name="detente")


@pytest.fixture(scope="module")
def ledger(run, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("port")
    (folder / "port.txt").write_text(ARTICLE, "utf-8")
    assert run("read", folder / "port.txt", "-l", folder / "l.detente").exit_code == 0
    return folder / "l.detente"


@pytest.fixture
def drafted(run, ledger, tmp_path) -> Path:
    result = run("case", "draft", "ECU", "Peru", "-l", ledger, "-o", tmp_path / "case.toml")
    assert result.exit_code == 0, result.stderr
    assert "extracted positions" in result.stdout
    return tmp_path / "case.toml"


def test_a_draft_is_good_and_warns_of_what_it_does_not_know(run, ledger, drafted):
    result = run("case", "check", drafted, "--ledger", ledger)
    assert result.exit_code == 0, result.stderr
    lines = result.stdout.splitlines()
    assert lines[-1] == f"{drafted}: good"
    assert all(line.startswith("warning: ") and "influence is not known" in line for line in lines[:-1])
    told = {(p.actor, p.issue): p.mode for p in case.load(drafted).positions()}
    assert told["PER", "ARMS_F_16"] > 55 > 45 > told["ECU", "ARMS_F_16"]
    assert told["ECU", "TALKS_ECU_PER"] > 55


def test_a_draft_takes_no_files_place(run, ledger, drafted):
    result = run("case", "draft", "-l", ledger, "-o", drafted)
    assert result.exit_code == 2
    assert f"is there already; add to it with --onto {drafted}" in result.stderr


def test_onto_keeps_what_the_analyst_wrote(run, ledger, drafted):
    text = drafted.read_text("utf-8").replace('title = "Ecuador and Peru"', 'title = "Mine"')
    text += '\n[[position]]\nactor = "ECU"\nissue = "ARMS_F_16"\nlow = 40\nmode = 45\nhigh = 50\nsalience = 70\norigin = "analyst"\n'
    drafted.write_text(text, "utf-8")
    assert run("case", "draft", "ECU", "PER", "-l", ledger, "--onto", drafted, "-o", drafted).exit_code == 0
    one = case.load(drafted)
    assert one.title == "Mine"
    assert {(p.actor, p.issue): p.mode for p in one.positions()}["ECU", "ARMS_F_16"] == 45
    assert len([p for p in one.positions_given if (p.actor, p.issue) == ("ECU", "ARMS_F_16")]) == 2


def test_faults_are_listed_and_end_with_2(run, drafted):
    drafted.write_text(drafted.read_text("utf-8").replace("mode = ", "mode = 1"), "utf-8")
    result = run("case", "check", drafted)
    assert result.exit_code == 2
    assert f"{drafted}:" in result.stdout
    assert "faults; see the lines above" in result.stderr
    rows = [json.loads(line) for line in run("case", "check", drafted, "--json").stdout.splitlines()]
    assert {"line", "level", "where", "what", "mend"} == set(rows[0])


def test_a_citation_that_does_not_stand_there(run, ledger, drafted):
    drafted.write_text(
        drafted.read_text("utf-8").replace("condemned", "commended").replace('"port.txt", start = 0', '"harbour", start = 0')
    )
    result = run("case", "check", drafted, "--ledger", ledger)
    assert result.exit_code == 2
    assert "and port.txt has 'Ecuador condemned" in result.stdout
    assert run("case", "check", drafted).exit_code == 0


def test_a_file_that_is_not_there(run, tmp_path):
    result = run("case", "check", tmp_path / "none.toml")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "cannot be read" in result.stderr


def rows(folder, name):
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]


def test_an_export_has_the_proposals_or_the_case(run, ledger, drafted, tmp_path):
    assert run("export", "-l", ledger, "-o", tmp_path / "a").exit_code == 0
    proposed = rows(tmp_path / "a", "positions")
    assert {row["origin"] for row in proposed} == {"extracted"}
    document = ARTICLE
    assert all(document[e["start"] : e["end"]] == e["text"] for row in proposed for e in row["evidence"])
    assert {row["issue"] for row in proposed} <= {row["issue"] for row in rows(tmp_path / "a", "issues")}
    text = drafted.read_text("utf-8").replace('origin = "extracted"', 'origin = "analyst"')
    drafted.write_text(text, "utf-8")
    assert run("export", "-l", ledger, "-o", tmp_path / "b", "--case", drafted).exit_code == 0
    mine = rows(tmp_path / "b", "positions")
    assert {row["origin"] for row in mine} == {"analyst"}
    assert {row["actor"] for row in mine} <= {row["actor"] for row in rows(tmp_path / "b", "actors")}


def test_the_same_ledger_gives_the_same_draft(ledger):
    with workbench.open_ledger(ledger, create=False) as a, workbench.open_ledger(ledger, create=False) as b:
        assert case.dump(a.case.draft()) == case.dump(b.case.draft())
        assert a.case.told() is a.case.told()
        assert len(a.table("positions")) == len(a.case.draft().positions_given)
