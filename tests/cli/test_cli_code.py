"""`detente code`: lines in, lines out; a bad line is told by its number and stops nothing."""

from __future__ import annotations

import json
import sys
import types

import pytest
from typer.testing import CliRunner

from detente.cli import app
from detente.errors import InputError


def code_pair(record):
    if "text" not in record:
        raise KeyError("text")
    if record["source"] is None:
        raise InputError("source is missing")
    return {"id": record["id"], "plover": "CONSULT"}


@pytest.fixture
def run(monkeypatch):
    """The command with coders that need no language model."""
    singles = types.ModuleType("detente.coding.singles")
    singles.code_pair = code_pair
    singles.code_text = lambda record: {"id": record["id"], "events": []}
    singles.code_actor = lambda record: {"id": record["id"], "actor": None}
    coding = types.ModuleType("detente.coding")
    coding.singles = singles
    monkeypatch.setitem(sys.modules, "detente.coding", coding)
    monkeypatch.setitem(sys.modules, "detente.coding.singles", singles)
    return lambda *arguments: CliRunner().invoke(app, ["code", *map(str, arguments)], prog_name="detente")


@pytest.fixture
def lines(tmp_path):
    def write(*given: str | bytes):
        path = tmp_path / "in.jsonl"
        path.write_bytes(b"".join((g if isinstance(g, bytes) else g.encode()) + b"\n" for g in given))
        return path

    return write


GOOD = '{"id": "%s", "text": "Chad met Mali.", "source": [0, 4], "target": [9, 13]}'


def test_one_line_out_for_each_line_in_in_order(run, lines, tmp_path):
    out = tmp_path / "out.jsonl"
    result = run("--pairs", lines(*(GOOD % n for n in range(5))), "-o", out)
    assert result.exit_code == 0, result.stderr
    assert [json.loads(line)["id"] for line in out.read_text("utf-8").splitlines()] == list("01234")
    assert result.stdout == ""


def test_bad_lines_are_told_by_number_and_the_others_are_coded(run, lines, tmp_path):
    out = tmp_path / "out.jsonl"
    bad = ("{broken", "[1]", b"\xff\xfe{}", '{"id": "k"}', '{"id": "s", "text": "", "source": null}')
    given = lines(GOOD % "a", *bad, "", GOOD % "b")
    result = run("--pairs", given, "-o", out)
    assert result.exit_code == 2
    assert [json.loads(line)["id"] for line in out.read_text("utf-8").splitlines()] == ["a", "b"]
    told = result.stderr.splitlines()
    assert len(told) == 6
    wanted = ("not JSON", "not an object", "not UTF-8", "'text' is missing", "source is missing")
    for number, what in enumerate(wanted, 2):
        (line,) = [line for line in told if f"in.jsonl:{number}:" in line]
        assert what in line
    assert "5 lines could not be coded" in told[-1]


@pytest.mark.parametrize("option", ["--text", "--actors"])
def test_without_an_output_the_lines_go_to_stdout(run, lines, option):
    result = run(option, lines('{"id": "x", "text": "Moscow", "date": null}'))
    assert result.exit_code == 0
    assert json.loads(result.stdout)["id"] == "x"


def test_an_empty_file_gives_an_empty_file(run, lines, tmp_path):
    assert run("--text", lines(), "-o", tmp_path / "out").exit_code == 0
    assert (tmp_path / "out").read_bytes() == b""


def test_exactly_one_kind_is_coded(run, lines):
    given = lines(GOOD % "a")
    for arguments in ([], ["--pairs", given, "--text", given]):
        result = run(*arguments)
        assert result.exit_code == 2
        assert "exactly one" in result.stderr


def test_no_such_file_and_no_such_place(run, lines, tmp_path):
    missing = run("--text", tmp_path / "none.jsonl")
    assert missing.exit_code == 2
    assert "none.jsonl: no such file" in missing.stderr
    (tmp_path / "file").touch()
    blocked = run("--pairs", lines(GOOD % "a"), "-o", tmp_path / "file" / "out.jsonl")
    assert blocked.exit_code == 2
    assert "cannot be written" in blocked.stderr
