from __future__ import annotations

import os

import pytest

from detente import reading
from detente.errors import InputError


def names(paths):
    return [p.name for p in reading.expand(paths)]


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.txt", "deep/c.md", ".hidden.txt", ".git/d.txt", "deep/.e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return tmp_path


def test_a_folder_is_read_to_its_depth_in_order_without_hidden_files(folder):
    assert names(folder) == ["a.txt", "b.txt", "c.md"]


def test_order_is_that_of_the_paths_and_each_file_comes_once(folder):
    assert names([folder / "b.txt", folder, str(folder / "*.txt")]) == ["b.txt", "a.txt", "c.md"]


def test_patterns_reach_into_folders(folder):
    assert names(str(folder / "**" / "*.md")) == ["c.md"]


def test_a_name_with_brackets_is_a_name_first(tmp_path):
    (tmp_path / "[1].txt").write_text("x")
    assert names(tmp_path / "[1].txt") == ["[1].txt"]


@pytest.mark.parametrize(
    ("path", "words"), [("gone.txt", "does not exist"), ("*.gone", "matches no file"), ("empty", "has no files")]
)
def test_what_names_nothing_is_refused_by_name(tmp_path, path, words):
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=words) as caught:
        reading.expand([tmp_path / path])
    assert path in str(caught.value)


def test_no_path_at_all_is_refused():
    with pytest.raises(InputError, match="no files are named"):
        reading.expand([])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(InputError, match="not a regular file"):
        reading.expand(tmp_path / "pipe.txt")


def test_reading_refuses_a_missing_path_before_the_first_document(folder):
    with pytest.raises(InputError):
        reading.read([folder, folder / "gone.txt"])
