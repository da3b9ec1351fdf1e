"""Each command does what it says, on a ledger that has read the example articles."""

from __future__ import annotations

import json

import pytest

LISTS = {
    "events": ("events", "event"),
    "actors": ("actors", "actor"),
    "agreements": ("agreements", "agreement"),
    "claims": ("claims", "claim"),
    "conflicts": ("conflicts", "conflict"),
    "sources": ("documents", "doc"),
}


def rows(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def exported(run, ledger, tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    result = run("export", "-l", ledger, "-o", folder)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.strip() == str(folder)
    return folder


@pytest.mark.parametrize("command", LISTS)
def test_json_of_a_list_is_what_the_export_has(run, ledger, exported, command):
    table, key = LISTS[command]
    result = run(command, "--json", "-l", ledger)
    assert result.exit_code == 0, result.stderr
    listed = rows(result.stdout)
    held = {row[key]: row for row in rows((exported / f"{table}.jsonl").read_text("utf-8"))}
    assert all(held[row[key]] == row for row in listed)
    if command != "actors":  # the export has those too whom only other rows name
        assert {row[key] for row in listed} == set(held)


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("command", LISTS)
def test_a_table_is_no_wider_than_the_terminal(run, ledger, command, width):
    result = run(command, "-l", ledger, env={"COLUMNS": str(width)})
    assert result.exit_code == 0, result.stderr
    drawn = [line for line in result.stdout.splitlines() if not line.startswith("refused")]
    assert max((len(line) for line in drawn), default=0) <= width


def test_the_ledger_may_be_named_by_the_environment(run, ledger, monkeypatch):
    monkeypatch.setenv("DETENTE_LEDGER", str(ledger))
    assert run("sources", "--json").stdout == run("sources", "--json", "-l", ledger).stdout


def test_two_names_narrow_a_list(run, ledger):
    every, two = (rows(run("events", *names, "--json", "-l", ledger).stdout) for names in ((), ("Russia", "tr")))
    assert 0 < len(two) < len(every)
    assert all(any(i.startswith("RUS") for i in row["source"] + row["target"]) for row in two)
    assert all(any(i.startswith("TUR") for i in row["source"] + row["target"]) for row in two)


def test_days_narrow_the_events(run, ledger):
    for row in rows(run("events", "--since", "2016-01-01", "--until", "2016-12-31", "--json", "-l", ledger).stdout):
        assert (row["latest"] or "9999") >= "2016-01-01"
        assert (row["earliest"] or "0000") <= "2016-12-31"


def test_search_and_show_lead_from_words_to_rows(run, ledger):
    hits = rows(run("search", "Su-24", "--json", "-l", ledger).stdout)
    assert hits
    shown = json.loads(run("show", hits[0]["document"], "-l", ledger).stdout)
    assert shown["kind"] == "document"
    assert "Su-24" in shown["value"]["document"]["text"]
    event = rows(run("events", "RUS", "TUR", "--json", "-l", ledger).stdout)[0]
    shown = json.loads(run("show", event["event"][:8], "-l", ledger).stdout)
    assert shown["kind"] == "event"
    assert {report["sentence"] for report in shown["reports"]} == {report["text"] for report in event["reports"]}
    assert run("search", "nothing-of-this-kind", "-l", ledger).stdout == ""


def test_verify_says_what_it_looked_at(run, ledger):
    assert run("verify", "-l", ledger).stdout.startswith("good: ")
    (found,) = rows(run("verify", "--json", "-l", ledger).stdout)
    assert found["good"]
    assert found["faults"] == []


def test_derive_again_changes_nothing(run, ledger, exported, tmp_path):
    assert run("derive", "-l", ledger).exit_code == 0
    assert run("export", "-l", ledger, "-o", tmp_path).exit_code == 0
    for path in exported.iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


def test_doctor_finds_this_installation_whole(run, ledger, tmp_path):
    result = run("doctor", "--json", "-l", ledger)
    assert result.exit_code == 0, result.stdout
    assert [check["check"] for check in rows(result.stdout)] == ["python", "language model", "sqlite", "disk", "ledger"]
    (tmp_path / "notes").write_text("no ledger", "utf-8")
    result = run("doctor", "-l", tmp_path / "notes")
    assert result.exit_code == 1
    assert "BAD   ledger" in result.stdout


@pytest.mark.parametrize("name", ["brief.html", "brief.md"])
def test_a_brief_is_one_file_and_the_same_each_time(run, ledger, tmp_path, name):
    out = tmp_path / name
    result = run("brief", "Russia", "TUR", "-l", ledger, "-o", out)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.strip() == str(out)
    first = out.read_text("utf-8")
    assert ("<html" in first) == name.endswith("html")
    assert run("brief", "rus", "turkey", "-l", ledger, "-o", out).exit_code == 0
    assert out.read_text("utf-8") == first


def test_a_second_reading_finds_everything_unchanged(run, ledger, articles):
    (found,) = rows(run("read", articles, "-l", ledger, "--json").stdout)
    assert found["read"] == found["new_versions"] == 0
    assert found["unchanged"] > 0


def test_demo_ends_with_the_path_of_its_brief(run, tmp_path):
    result = run("demo", "-o", tmp_path / "demo")
    assert result.exit_code == 0, result.stderr
    last = result.stdout.strip().splitlines()[-1]
    assert last == str(tmp_path / "demo" / "brief.html")
    assert (tmp_path / "demo" / "brief.html").stat().st_size > 1000
    assert run("verify", "-l", tmp_path / "demo" / "demo.detente").exit_code == 0
