"""The coder's trial: tables read, figures with intervals."""

from __future__ import annotations

import pytest

from detente.coding import trial
from detente.coding.marked import Coded
from detente.errors import InputError

OURS = (
    "AID\tb>a\tfuture\t<a>Nepal</a> will get rice from <b>Laos</b>.\nNONE\tnone\t-\t<a>Fiji</a> and <b>Cuba</b> are islands.\n"
)
FOREIGN = "sentence\tmarked_sentence\tgold_root\nx\t<s>Laos</s> left <t>Nepal</t>.\tYIELD\ny\t<s>Laos</s> sang.\tAID\n"


def test_our_table_gives_the_doer_first_and_the_type_by_intention(tmp_path):
    path = tmp_path / "t.tsv"
    path.write_text(OURS, "utf-8")
    first, second = trial.read(path)
    assert (first.text[slice(*first.source)], first.text[slice(*first.target)], first.type) == ("Laos", "Nepal", "AGREE")
    assert second.type == "NONE"


def test_a_foreign_table_is_read_where_both_marks_stand(tmp_path):
    path = tmp_path / "t.tsv"
    path.write_text(FOREIGN, "utf-8")
    (only,) = trial.read(path)
    assert (only.type, only.yields, only.text) == ("YIELD", True, "Laos left Nepal.")


@pytest.mark.parametrize(("text", "complaint"), [("a\tb\n", "t.tsv:1: 2 columns"), ("A\tb\tc\tno marks\n", "does not mark")])
def test_a_table_of_another_kind_is_refused_by_its_line(tmp_path, text, complaint):
    path = tmp_path / "t.tsv"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=complaint):
        trial.read(path)


def test_a_none_where_something_happens_counts_as_wrong(tmp_path):
    path = tmp_path / "t.tsv"
    path.write_text(OURS, "utf-8")
    rows = trial.read(path)
    right = [Coded("AGREE", None, "future", 1.0, none=False), Coded("AID", None, "actual", 1.0, none=True)]
    silent = [Coded("AGREE", None, "future", 1.0, none=True)] * 2
    assert {s.name: s.value for s in trial.scores(rows, right)} == dict.fromkeys(
        ("binary macro-F1", "quad macro-F1", "root macro-F1", "acts kept", "none left alone"), 1.0
    )
    assert {s.name: s.value for s in trial.scores(rows, silent)}["root macro-F1"] == 0.0
