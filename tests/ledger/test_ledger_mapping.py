"""Records and rows: what goes in comes out; the columns are those of the tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.ledger import migrations
from detente.ledger.hashing import row_hash
from detente.ledger.tables import DERIVED, DOCUMENTS, NO_CLEAN_TEXT, RECORD, Table
from detente.records import (
    Actor,
    AgreementReport,
    Block,
    Claim,
    Document,
    Event,
    Mention,
    Moment,
    Quote,
    Report,
    Role,
    Span,
    TimeExpression,
)

BY_NAME = {t.name: t for t in (*RECORD, *DERIVED)}
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
some = st.none() | words
lists = st.lists(words, max_size=3).map(tuple)
days = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))
spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(lambda s: Span(*s))
moments = st.builds(Moment, days, days, st.sampled_from(["explicit", "unknown"]), some)
units = st.none() | st.floats(-1e9, 1e9)
place = {"span": spans, "sentence": spans}
RECORDS: dict[str, st.SearchStrategy[Any]] = {
    "mentions": st.builds(Mention, **place, actors=lists, kind=words, sense=words, place=some),
    "times": st.builds(TimeExpression, **place, moment=moments, kind=words, flags=lists),
    "quotes": st.builds(Quote, **place, kind=words, speaker=some, cue=some, verbatim=st.booleans()),
    "reports": st.builds(
        Report,
        **place,
        trigger=spans,
        lemma=words,
        source=lists,
        target=lists,
        plover=words,
        quad=words,
        modality=words,
        confidence=st.floats(0, 1),
        goldstein=units | st.integers(-10, 10),
        moment=moments,
        place_span=st.none() | spans,
        attributed_to=st.none() | lists,
        asserted=st.booleans(),
    ),
    "agreement_reports": st.builds(
        AgreementReport,
        **place,
        name=words,
        parties=lists,
        status=words,
        moment=moments,
        terms=some,
        terms_unknown=st.booleans(),
    ),
    "claims": st.builds(
        Claim,
        **place,
        holder=some,
        chain=lists,
        kind=words,
        hedge=some,
        p_low=units,
        p_high=units,
        horizon=moments,
        about=lists,
        verdict=words,
        verdict_evidence=st.lists(spans, max_size=3).map(tuple),
    ),
    "actors": st.builds(
        Actor,
        words,
        words,
        words,
        some,
        some,
        lists,
        st.lists(st.builds(Role, words, days, days), max_size=2).map(tuple),
        words,
    ),
    "documents": st.builds(
        Document,
        words,
        words,
        words,
        words,
        words,
        words,
        st.lists(st.builds(Block, words, spans, some, st.none() | st.integers(0, 9)), max_size=3).map(tuple),
        st.just(NO_CLEAN_TEXT),
        title=some,
        date=moments,
        date_span=st.none() | spans,
        degraded=lists,
        fingerprint=st.lists(st.integers(0, 2**64), max_size=3).map(tuple),
    ),
    "events": st.builds(
        Event,
        words,
        words,
        lists,
        lists,
        words,
        words,
        words,
        st.floats(0, 1),
        mode=some,
        contexts=lists,
        goldstein=units,
        moment=moments,
        place=some,
    ),
}


@pytest.fixture(scope="module")
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        migrations.apply(connection, "test")
        yield connection


@pytest.mark.parametrize("name", sorted(RECORDS))
@given(data=st.data())
def test_a_record_comes_back_from_the_database_as_it_went_in(
    database: sqlite3.Connection, name: str, data: st.DataObject
) -> None:
    table, value = BY_NAME[name], data.draw(RECORDS[name])
    keys = {"document": "d", "id": "i"} if table.keys else {}
    cells = {**table.row(value, **{k: v for k, v in keys.items() if k == "document"})}
    given_cells = {"batch": 1, **cells} if table in RECORD else cells
    names = ", ".join(f'"{c}"' for c in given_cells)
    database.execute(f"DELETE FROM {name}")
    database.execute(f"INSERT INTO {name} ({names}) VALUES ({', '.join('?' * len(given_cells))})", tuple(given_cells.values()))
    row = database.execute(f"SELECT * FROM {name}").fetchone()
    assert table.columns.unpack(row) == value
    assert table.expected(dict(row)) == (cells["id"] if "id" in table.keys else None, row["hash"])


@pytest.mark.parametrize("table", [*RECORD, *DERIVED], ids=lambda t: t.name)
def test_the_declared_columns_are_those_of_the_table(database: sqlite3.Connection, table: Table[Any]) -> None:
    there = {row["name"]: row["type"] for row in database.execute(f"PRAGMA table_info({table.name})")}
    keys = {k: "INTEGER" if k == "position" else "TEXT" for k in table.keys}
    own = {"batch": "INTEGER"} if table in RECORD else {}
    assert there == {**keys, **own, **dict(table.columns.columns), "hash": "TEXT"}


def test_a_number_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="confidence"):
        report = Report(Span(0, 1), Span(0, 1), Span(0, 1), "", (), (), "", "", "actual", float("nan"))
        BY_NAME["reports"].columns.pack(report)


def test_a_column_that_is_added_later_leaves_older_hashes_as_they_are() -> None:
    assert row_hash("mentions", {"id": "a", "start": 0}) == row_hash("mentions", {"id": "a", "start": 0, "added_later": None})


def test_hashes_tell_types_and_tables_apart() -> None:
    kept = [
        row_hash(table, {"id": value})
        for table in ("mentions", "times")
        for value in (1, 1.0, "1", b"1", '{"bytes":"31"}', "", 0)
    ]
    assert len(set(kept)) == len(kept)


def test_migrations_are_numbered_without_gaps() -> None:
    assert [s.number for s in migrations.scripts()] == list(range(1, len(migrations.scripts()) + 1))
    assert DOCUMENTS.name in "".join(migrations.expected_schema())
