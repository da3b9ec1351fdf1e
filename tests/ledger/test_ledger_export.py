"""The export contract: its files, its keys, its manners."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from detente.errors import InputError, LedgerError
from detente.ledger import Ledger
from detente.ledger.export import TABLES, Names, export
from detente.records import Batch, Mention

Make = Callable[..., Batch]
KEYS = {
    "documents": "doc path sha256 title outlet author language earliest latest basis basis_note degraded copies_of boilerplate "
    "text",
    "actors": "actor name country sector kind aliases roles",
    "mentions": "doc start end text actors names countries kind sense",
    "times": "doc start end text earliest latest basis kind",
    "quotes": "doc start end text speaker speaker_name cue kind medium verbatim",
    "events": "event description source target plover mode contexts quad goldstein cameo modality earliest latest basis place "
    "confidence reports",
    "agreements": "agreement name parties terms status history",
    "claims": "claim doc start end text holder chain kind hedge p_low p_high horizon_earliest horizon_latest about verdict "
    "verdict_evidence",
    "conflicts": "conflict kind subject field reports note",
}
REPORT = "doc start end text source target plover quad modality trigger_start trigger_end earliest latest attributed_to"


def read(folder: Path) -> dict[str, list[dict[str, Any]]]:
    return {t: [json.loads(line) for line in (folder / f"{t}.jsonl").read_text("utf-8").splitlines()] for t in TABLES}


def places(value: Any) -> list[dict[str, Any]]:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = [value] if isinstance(value, dict) and {"doc", "start", "end", "text"} <= value.keys() else []
    return own + [p for v in inside for p in places(v)]


@pytest.fixture
def exported(filled: Ledger, tmp_path: Path) -> dict[str, list[dict[str, Any]]]:
    export(filled, tmp_path / "out")
    return read(tmp_path / "out")


def test_every_table_has_the_keys_of_the_contract(exported: dict[str, list[dict[str, Any]]]) -> None:
    for table, keys in KEYS.items():
        assert exported[table], table
        for row in exported[table]:
            assert list(row) == keys.split(), table
    assert list(exported["events"][0]["reports"][0]) == REPORT.split()
    assert exported["issues"] == exported["positions"] == exported["series"] == []


def test_every_place_has_the_words_of_the_text(exported: dict[str, list[dict[str, Any]]], first: Make, second: Make) -> None:
    texts = {"harbour": first().document.text, "trawlers": second().document.text}
    rows = [p for rows in exported.values() for p in places(rows) if "sha256" not in p]
    assert len(rows) > 12
    for row in rows:
        assert texts[row["doc"]][row["start"] : row["end"]] == row["text"] != ""


def test_everybody_who_is_referred_to_is_an_actor(exported: dict[str, list[dict[str, Any]]]) -> None:
    actors = {row["actor"]: row for row in exported["actors"]}
    assert {"NOR", "AUT", "NOR.GOV.BRANDT", "AUTHOR:harbour", "SOURCE:trawlers"} <= actors.keys()
    assert actors["AUTHOR:harbour"]["sector"] == "MED"
    assert actors["SOURCE:trawlers"]["name"] == "a diplomat"
    (claim,) = [c for c in exported["claims"] if c["doc"] == "harbour"]
    assert (claim["holder"], claim["chain"]) == ("AUTHOR:harbour", ["AUTHOR:harbour"])
    told = {r["doc"]: r["attributed_to"] for r in exported["events"][0]["reports"]}
    assert told == {"harbour": None, "trawlers": ["SOURCE:trawlers"]}
    for row in exported["mentions"]:
        assert len(row["actors"]) == len(row["names"]) == len(row["countries"])


def test_states_nobody_told_of_come_from_the_reference_tables(
    ledger: Ledger, first: Make, derived_here: None, tmp_path: Path
) -> None:
    batch = first()
    mention = batch.mentions[0]
    odd = replace(mention, actors=("SWE.GOV.MFA", "NGO.SEAWATCH", "FRA"))
    ledger.append(replace(batch, actors=(), mentions=(odd,)))
    ledger.derive_all()
    export(ledger, tmp_path / "out")
    actors = {row["actor"]: row for row in read(tmp_path / "out")["actors"]}
    assert actors["SWE"]["kind"] == actors["FRA"]["kind"] == "state"
    assert (actors["SWE.GOV.MFA"]["country"], actors["SWE.GOV.MFA"]["sector"]) == ("SWE", "GOV")
    assert (actors["NGO.SEAWATCH"]["country"], actors["NGO.SEAWATCH"]["sector"]) == (None, "NGO")


def test_candidates_are_not_exported(exported: dict[str, list[dict[str, Any]]]) -> None:
    assert len(exported["events"]) == 1
    assert {r["plover"] for e in exported["events"] for r in e["reports"]} == {"CONSULT"}


def test_one_mention_for_each_span(ledger: Ledger, first: Make, derived_here: None, tmp_path: Path) -> None:
    batch = first()
    one = batch.mentions[0]
    ledger.append(replace(batch, mentions=(Mention(one.span, one.sentence, (), "name", "place"), one)))
    ledger.derive_all()
    export(ledger, tmp_path / "out")
    (row,) = read(tmp_path / "out")["mentions"]
    assert (row["actors"], row["names"], row["countries"], row["sense"]) == (["NOR"], ["Norway"], ["NOR"], "actor")


def test_the_text_is_carried_unless_the_file_has_it(ledger: Ledger, first: Make, derived_here: None, tmp_path: Path) -> None:
    plain, page = first(), first("page.html")
    ledger.append(plain)
    ledger.append(Batch(replace(page.document, media="html", sha256="0" * 64)))
    ledger.derive_all()
    export(ledger, tmp_path / "out")
    rows = {r["doc"]: r for r in read(tmp_path / "out")["documents"]}
    assert rows["harbour"]["text"] is None
    assert rows["page"]["text"] == page.document.text
    assert rows["page"]["boilerplate"] == [
        {"start": len(page.document.text) - 18, "end": len(page.document.text), "reason": "share_bar"}
    ]


def test_keys_of_documents(first: Make) -> None:
    def doc(i: str, name: str, media: str = "text") -> Any:
        return replace(first().document, id=i, name=name, media=media, source=f"/a/{name}")

    documents = [
        doc("1", "one.txt"), doc("2", "two.txt"), doc("3", "two.html"), doc("4", "my own file.txt"), doc("5", "same.txt"),
        doc("6", "same.txt"), doc("7", "list.jsonl#a/b.c", "jsonl"), doc("8", "list.jsonl#2", "jsonl"), doc("9", "no#9.txt"),
    ]  # fmt: skip
    names = Names({d.id: d for d in documents})
    assert names.keys == {
        "1": "one", "2": "two.txt", "3": "two.html", "4": "my_own_file", "5": "same.txt~5", "6": "same.txt~6",
        "7": "list#a/b.c", "8": "list#2", "9": "no#9",
    }  # fmt: skip
    assert names.actor("AUTHOR:4") == "AUTHOR:my_own_file"
    assert names.actor("SOURCE:7") == "SOURCE:list#a/b.c"
    assert names.actor("RUS.GOV") == "RUS.GOV"


def test_superseded_documents_are_left_out_unless_asked_for(filled: Ledger, bare: Make, tmp_path: Path) -> None:
    filled.append(bare())
    filled.derive_all()
    assert export(filled, tmp_path / "now")["documents"] == 2
    assert export(filled, tmp_path / "all", only_current=False)["documents"] == 3
    rows = read(tmp_path / "all")
    assert len({r["doc"] for r in rows["documents"]}) == 3
    assert len(rows["times"]) == 1


def test_the_same_ledger_gives_the_same_bytes_and_a_manifest(filled: Ledger, tmp_path: Path) -> None:
    series = [{"source": "AUT", "target": "NOR", "period": "2031-05", "n_events": None}]
    for name in ("one", "two", "two"):
        export(filled, tmp_path / name, series=series, backends={"parser": "p", "coder": "c"})
    one, two = (sorted((tmp_path / n).iterdir()) for n in ("one", "two"))
    assert [p.name for p in one] == sorted([*(f"{t}.jsonl" for t in TABLES), "manifest.json"])
    assert [p.read_bytes() for p in one] == [p.read_bytes() for p in two]
    manifest = json.loads((tmp_path / "one" / "manifest.json").read_text("utf-8"))
    assert list(manifest) == ["schema", "version", "detente", "ledger_sha256", "backends"]
    assert manifest["ledger_sha256"] == filled.fingerprint
    assert read(tmp_path / "one")["series"] == series


def test_an_older_derivation_is_not_exported(filled: Ledger, first: Make, tmp_path: Path) -> None:
    filled.append(first("again.txt"))
    with pytest.raises(LedgerError, match="run `detente derive`"):
        export(filled, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_files_of_others_are_left_alone(filled: Ledger, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "notes.txt").write_text("mine")
    export(filled, out)
    export(filled, out)
    assert (out / "notes.txt").read_text() == "mine"
    other = tmp_path / "other"
    other.mkdir()
    (other / "events.jsonl").write_text("mine")
    with pytest.raises(InputError, match=r"holds events\.jsonl, which is not of an export"):
        export(filled, other)
    assert [p.name for p in other.iterdir()] == ["events.jsonl"]


def test_a_place_that_cannot_be_written_is_told(filled: Ledger, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "out"):
        with pytest.raises(InputError, match="cannot be written"):
            export(filled, folder)
