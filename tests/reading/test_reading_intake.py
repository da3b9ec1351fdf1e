from __future__ import annotations

import bz2
import gzip
import lzma
from hashlib import sha256

import pytest

from detente import reading
from detente.config import Settings
from detente.records import Document, Refusal


def test_a_text_is_kept_as_decoded_and_named_by_its_content(one, story, tmp_path):
    raw = b"\xef\xbb\xbf" + story.replace("\n", "\r\n").encode()
    document = one(raw, "road.txt")
    assert document.text == raw.decode("utf-8")
    assert document.sha256 == sha256(raw).hexdigest()
    assert document.name == "road.txt"
    assert document.source == str(tmp_path / "road.txt")
    assert document.id == sha256(("road.txt\0" + document.text).encode()).hexdigest()[:16]
    assert document.media == "text"
    assert not document.clean.text.startswith("\ufeff")


def test_the_same_bytes_give_the_same_document(one, story):
    assert one(story) == one(story)


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)])
def test_packed_files_are_read_as_what_they_hold(put, story, suffix, pack):
    (document,) = put("road.txt" + suffix, pack(story.encode()))
    assert isinstance(document, Document)
    assert document.text == story
    assert document.name == "road.txt" + suffix


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)])
def test_what_unpacks_to_too_much_is_refused(refused, suffix, pack):
    bomb = pack(b"a" * 3_000_000)
    assert refused("bomb.txt" + suffix, bomb, max_unpacked=200_000).reason == "too_large"


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)])
def test_broken_packing_is_refused(refused, story, suffix, pack):
    packed = pack(story.encode())
    assert refused("cut.txt" + suffix, packed[:-12]).reason == "truncated"
    assert refused("none.txt" + suffix, b"this was never packed at all").reason == "corrupt"


def test_members_written_one_after_another_are_joined(one, story):
    half = len(story) // 2
    packed = gzip.compress(story[:half].encode()) + gzip.compress(story[half:].encode())
    assert one(packed, "two.txt.gz").text == story


@pytest.mark.parametrize(
    ("name", "content", "limits", "reason"),
    [
        ("none.txt", b"", {}, "empty"),
        ("blank.txt", b" \n\n\t\r\n", {}, "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, {}, "binary"),
        ("noise.txt", bytes(range(256)) * 40, {}, "binary"),
        ("paper.txt", b"%PDF-1.4\n" + b"words " * 50, {}, "binary"),
        ("large.txt", b"Many words are here. " * 100, {"max_bytes": 500}, "too_large"),
        ("long.txt", b"Many words are here. " * 100, {"max_text": 500}, "too_large"),
        ("few.txt", b"Two words.", {}, "not_an_article"),
        ("list.txt", b"apples pears plums cherries quinces grapes " * 8, {}, "not_an_article"),
        ("sheet.docx", b"PK\x03\x04", {}, "unknown_kind"),
        ("nothing", b"words", {}, "unknown_kind"),
        ("table.md", b"| a | b |\n|---|---|\n" + b"| one two three | four. |\n" * 40, {}, "not_an_article"),
        ("code.txt", b"def area(x):\n    return compute(x);\n    y = [1, 2]\n" * 30, {}, "not_an_article"),
    ],
)
def test_what_is_no_article_is_refused_with_a_reason(refused, name, content, limits, reason):
    refusal = refused(name, content, **limits)
    assert refusal.reason == reason
    assert name in refusal.message
    assert "\n" not in refusal.message
    assert refusal.source.endswith(name)


def test_one_bad_file_does_not_stop_the_others(tmp_path, story):
    (tmp_path / "a.txt").write_text(story)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.csv").write_text("a,b\n1,2\n")
    (tmp_path / "d.md").write_text("# Title\n\n" + story)
    found = list(reading.read(tmp_path, Settings()))
    assert [type(f) for f in found] == [Document, Refusal, Refusal, Document]


def test_known_files_are_passed_over_unread(tmp_path, story):
    (tmp_path / "a.txt").write_text(story)
    (tmp_path / "b.txt").write_text(story + " It rained.")
    known = {("a.txt", sha256(story.encode()).hexdigest())}
    found = list(reading.read(tmp_path, Settings(), skip=lambda name, sha: (name, sha) in known))
    assert [d.name for d in found if isinstance(d, Document)] == ["b.txt"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_other_encodings_are_read(one, encoding):
    text = "The café owners of Besançon met the mayor’s envoy. " * 8
    assert "The café owners of Besançon met the mayor’s envoy." in one(text.encode(encoding)).clean.text


def test_a_cyrillic_code_page_is_recognised(one):
    text = "Министр иностранных дел прибыл в столицу, чтобы обсудить новое соглашение о границе. " * 6
    document = one(text.encode("cp1251"))
    assert document.text == text
    assert document.language == "ru"


def test_an_unreadable_file_is_refused(tmp_path, story, monkeypatch):
    (tmp_path / "a.txt").write_text(story)
    found = reading.read(tmp_path / "a.txt", Settings())
    (tmp_path / "a.txt").unlink()
    (refusal,) = found
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "unreadable"
