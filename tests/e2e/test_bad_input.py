"""Bad input gives one clear message that names the place and the mend; nothing is lost and nothing is a traceback."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from detente.ledger import Ledger

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Coun"


def refused(result, status: int) -> str:
    """The last line of stderr of a command that refused, its manners checked."""
    assert result.exit_code == status, (result.exit_code, result.stderr, result.stdout)
    assert "Traceback" not in result.stderr
    assert "fault of détente" not in result.stderr
    last = result.stderr.strip().splitlines()[-1]
    assert last.startswith("detente: ")
    return last


@pytest.fixture
def kept(tmp_path):
    return tmp_path / "kept.detente"


def test_a_path_that_is_not_there(run, tmp_path, kept):
    line = refused(run("read", tmp_path / "nowhere.txt", "-l", kept), 2)
    assert "nowhere.txt" in line
    assert "does not exist" in line


def test_an_empty_folder(run, tmp_path, kept):
    (tmp_path / "bare").mkdir()
    assert "bare" in refused(run("read", tmp_path / "bare", "-l", kept), 2)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("shopping.txt", b"milk\neggs\nbread\n"),
        ("picture.txt", bytes(range(256)) * 40),
        ("cut.pdf", PDF),
        ("feed.xml", b"<?xml version='1.0'?><rss version='2.0'><channel><title>News</title><item><titl"),
        ("list.jsonl", b"{not json\n"),
        ("array.jsonl", b"[1, 2, 3]\n"),
    ],
)
def test_what_is_no_article_is_refused_with_a_reason_and_the_others_are_read(run, tmp_path, article, kept, name, content):
    bad = tmp_path / name
    bad.write_bytes(content)
    result = run("read", bad, article, "-l", kept)
    assert result.exit_code == 0, result.stderr
    told = [line for line in result.stderr.splitlines() if "refused" in line]
    assert told
    assert all(name in line for line in told)
    held = [json.loads(row) for row in run("sources", "--json", "-l", kept).stdout.splitlines()]
    assert [row["doc"] for row in held] == ["accord"]
    assert name in run("sources", "-l", kept).stdout
    assert run("verify", "-l", kept).exit_code == 0


def test_one_bad_line_of_many_is_named_by_its_number(run, tmp_path, article, kept):
    lines = tmp_path / "two.jsonl"
    good = json.dumps({"id": "x1", "title": "Accord", "text": article.read_text("utf-8")})
    lines.write_text(f"{good}\n{{broken\n", "utf-8")
    result = run("read", lines, "-l", kept)
    assert result.exit_code == 0
    (line,) = [line for line in result.stderr.splitlines() if "refused" in line]
    assert "two.jsonl" in line
    assert "2" in line.split("two.jsonl")[1]


def test_nothing_that_could_be_read_is_a_failure(run, tmp_path, kept):
    (tmp_path / "empty.txt").touch()
    assert "no article" in refused(run("read", tmp_path / "empty.txt", "-l", kept), 2)


def test_an_unknown_country_has_a_suggestion(run, ledger, tmp_path):
    out = tmp_path / "brief.html"
    line = refused(run("brief", "RUZ", "TUR", "-l", ledger, "-o", out), 2)
    assert "RUZ" in line
    assert "did you mean" in line
    assert not out.exists()


def test_a_country_and_itself(run, ledger):
    assert "both" in refused(run("events", "RUS", "russia", "-l", ledger), 2)


def test_a_day_that_is_none(run, ledger):
    line = refused(run("events", "--since", "last week", "-l", ledger), 2)
    assert "--since" in line
    assert "2016-08-09" in line


def test_a_word_that_is_no_event_type(run, ledger):
    assert "did you mean CONSULT" in refused(run("events", "--type", "CONSULTS", "-l", ledger), 2)


def test_no_ledger(run, tmp_path):
    line = refused(run("events", "-l", tmp_path / "none.detente"), 2)
    assert "none.detente" in line
    assert "detente read" in line
    assert not (tmp_path / "none.detente").exists()


@pytest.mark.parametrize("command", [["events"], ["verify"], ["read", "{article}"], ["brief", "RUS", "TUR"]])
def test_a_file_that_is_no_ledger_is_not_touched(run, tmp_path, article, command):
    other = tmp_path / "notes.detente"
    other.write_bytes(b"my own notes, nothing else\n" * 20)
    filled = [part.format(article=article) for part in command]
    assert "not a ledger" in refused(run(*filled, "-l", other), 3)
    assert other.read_bytes() == b"my own notes, nothing else\n" * 20


def test_a_database_of_somebody_else_is_not_touched(run, tmp_path, article):
    other = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(other)) as db:
        db.execute("CREATE TABLE events (id TEXT)")
        db.commit()
    before = other.read_bytes()
    assert "not a ledger" in refused(run("read", article, "-l", other), 3)
    assert other.read_bytes() == before


def test_a_ledger_of_a_newer_version_is_not_touched(run, article, kept):
    assert run("read", article, "-l", kept).exit_code == 0
    with closing(sqlite3.connect(kept)) as db:
        db.execute("PRAGMA user_version = 999")
    assert "newer" in refused(run("events", "-l", kept), 3)
    assert "newer" in refused(run("read", article, "-l", kept), 3)


def test_a_row_that_was_changed_is_found(run, article, kept):
    assert run("read", article, "-l", kept).exit_code == 0
    with closing(sqlite3.connect(kept)) as db:
        db.execute("UPDATE mentions SET kind = 'pronoun' WHERE id = (SELECT id FROM mentions WHERE kind <> 'pronoun' LIMIT 1)")
        db.commit()
    result = run("verify", "-l", kept)
    assert "not what was written" in refused(result, 3)
    assert "mention" in result.stdout


def test_an_unknown_id(run, ledger):
    assert "nothing-like-it" in refused(run("show", "nothing-like-it", "-l", ledger), 2)


def test_a_brief_that_cannot_be_written(run, ledger, tmp_path):
    blocked = tmp_path / "file"
    blocked.touch()
    assert "cannot be written" in refused(run("brief", "RUS", "TUR", "-l", ledger, "-o", blocked / "brief.html"), 2)
    assert "folder" in refused(run("brief", "RUS", "TUR", "-l", ledger, "-o", _folder(tmp_path / "b.html")), 2)
    assert ".html or .md" in refused(run("brief", "RUS", "TUR", "-l", ledger, "-o", tmp_path / "brief.docx"), 2)


def test_an_export_that_cannot_be_written(run, ledger, tmp_path):
    blocked = tmp_path / "file"
    blocked.touch()
    assert "file" in refused(run("export", "-l", ledger, "-o", blocked / "out"), 2)


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def test_a_second_writer_is_told_to_wait_and_the_first_goes_on(run, article, kept):
    assert run("read", article, "-l", kept).exit_code == 0
    other = article.with_name("second.txt")
    other.write_text(article.read_text("utf-8").replace("Greece", "Cyprus").replace("Greek", "Cypriot"), "utf-8")
    with Ledger.open(kept, write=True):
        assert "another process is writing" in refused(run("read", other, "-l", kept), 3)
        assert run("events", "-l", kept).exit_code == 0
    assert run("read", other, "-l", kept).exit_code == 0


LIMITED = """
import resource, sys
from detente.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
main(sys.argv[1:])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on file sizes")
def test_a_disk_that_fills_up_loses_nothing(run, article, kept, tmp_path):
    assert run("read", article, "-l", kept).exit_code == 0
    before = _held(run, kept)
    folder = _folder(tmp_path / "many")
    for n in range(12):
        (folder / f"a{n:02}.txt").write_text(article.read_text("utf-8").replace("2021", f"20{n + 10}") * 3, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, "read", str(folder), "-l", str(kept)],
        capture_output=True,
        text=True,
        env=dict(os.environ),
    )
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    assert "room" in done.stderr.splitlines()[-1]
    assert run("verify", "-l", kept).exit_code == 0
    assert before <= _held(run, kept)
    assert run("read", folder, "-l", kept).exit_code == 0
    assert run("verify", "-l", kept).exit_code == 0


def _held(run, ledger):
    """Which documents a ledger holds; what it derives of them, such as whose copy one is, changes with the others."""
    rows = map(json.loads, run("sources", "--json", "-l", ledger).stdout.splitlines())
    return {(row["doc"], row["sha256"]) for row in rows}


def test_ctrl_c_leaves_a_good_ledger_and_a_second_run_goes_on(run, articles, kept, monkeypatch):
    from detente import coding

    whole, n_coded = coding.code, 0

    def until_the_third(parsed):
        nonlocal n_coded
        n_coded += 1
        if n_coded == 3:
            raise KeyboardInterrupt
        return whole(parsed)

    monkeypatch.setattr(coding, "code", until_the_third)
    result = run("read", articles, "-l", kept)
    assert result.exit_code == 130
    assert "run the same command again" in result.stderr
    assert run("verify", "-l", kept).exit_code == 0
    monkeypatch.undo()
    result = run("read", articles, "-l", kept)
    assert result.exit_code == 0
    assert "2 unchanged" in result.stdout


def test_a_fault_of_our_own_is_one_line_and_a_traceback_only_when_asked_for(run, ledger, monkeypatch):
    from detente.workbench import Workbench

    def broken(self, *args, **kwargs):
        raise ZeroDivisionError("one\nover nothing")

    monkeypatch.setattr(Workbench, "events", broken)
    result = run("events", "-l", ledger)
    assert result.exit_code == 1
    assert result.stderr.strip().startswith("detente: ZeroDivisionError: one over nothing")
    assert "report" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert isinstance(run("--debug", "events", "-l", ledger).exception, ZeroDivisionError)
    monkeypatch.setenv("DETENTE_DEBUG", "1")
    assert isinstance(run("events", "-l", ledger).exception, ZeroDivisionError)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes that break")
def test_a_reader_that_has_seen_enough_is_no_error(ledger):
    command = f"{sys.executable} -m detente sources --json -l {ledger} | head -c 20; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, env=dict(os.environ))
    assert done.stderr == ""
