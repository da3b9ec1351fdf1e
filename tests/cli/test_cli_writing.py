"""Files are whole or not there."""

from __future__ import annotations

import os
import stat

import pytest

from detente.cli.writing import replacing
from detente.errors import InputError


def names(folder):
    return [path.name for path in folder.iterdir()]


def test_a_file_takes_the_place_of_the_old_one_at_the_end(tmp_path):
    path = tmp_path / "deep" / "brief.html"
    with replacing(path) as stream:
        stream.write("one")
        assert not path.exists()
    with replacing(path) as stream:
        stream.write("two — with a dash\n")
        stream.flush()
        assert path.read_text("utf-8") == "one"
    assert path.read_bytes() == "two — with a dash\n".encode()
    assert names(path.parent) == ["brief.html"]


def test_what_was_there_stays_where_the_writing_fails(tmp_path):
    path = tmp_path / "brief.md"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(path) as stream:
        stream.write("half of it")
        raise ZeroDivisionError
    assert path.read_text() == "old"
    assert names(tmp_path) == ["brief.md"]


def test_a_full_disk_is_an_input_error_that_names_the_file(tmp_path):
    with pytest.raises(InputError, match=r"brief\.md: cannot be written"), replacing(tmp_path / "brief.md"):
        raise OSError(28, "No space left on device")
    assert names(tmp_path) == []


def test_new_files_have_the_usual_mode_and_old_ones_keep_theirs(tmp_path):
    mask = os.umask(0o022)
    try:
        path = tmp_path / "brief.md"
        with replacing(path) as stream:
            stream.write("a")
        assert stat.S_IMODE(path.stat().st_mode) == 0o644
        path.chmod(0o600)
        with replacing(path) as stream:
            stream.write("b")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    finally:
        os.umask(mask)
