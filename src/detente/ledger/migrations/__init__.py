"""The scripts that make and change the tables, applied in the order of their numbers; `user_version` is the last one's.

A script that was applied is never edited: its SHA-256 is in the ledger, and `verify` compares it.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from detente.ledger.hashing import Cell, row_hash

APPLICATION_ID = 0x44745465
"""`DtTe`, at byte 68 of the file: what tells a ledger from another SQLite file."""


class Script(NamedTuple):
    """One migration."""

    number: int
    name: str
    sql: str

    @property
    def sha256(self) -> str:
        """Of the script's bytes; line ends are made alike, so that a checkout on another system has the same."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


@cache
def scripts() -> tuple[Script, ...]:
    """Every migration, in order."""
    found = sorted((f for f in files(__name__).iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return tuple(
        Script(int(f.name[:4]), f.name.removesuffix(".sql"), f.read_text("utf-8").replace("\r\n", "\n")) for f in found
    )


def statements(sql: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would commit before each script, and break the transaction."""
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def apply(connection: sqlite3.Connection, version: str) -> None:
    """Apply what is not applied yet to a connection in autocommit mode, each script and its record in one transaction."""
    (done,) = connection.execute("PRAGMA user_version").fetchone()
    for script in scripts():
        if script.number <= done:
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in statements(script.sql):
                connection.execute(statement)
            connection.execute("INSERT INTO migrations VALUES (?, ?, ?, ?, ?, ?)", tuple(_record(script, version).values()))
            connection.execute(f"PRAGMA user_version = {script.number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _record(script: Script, version: str) -> dict[str, Cell]:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    cells: dict[str, Cell] = dict(
        zip(("number", "name", "sha256", "applied_at", "detente"), (*_named(script), now, version), strict=True)
    )
    return {**cells, "hash": row_hash("migrations", cells)}


def _named(script: Script) -> tuple[int, str, str]:
    return script.number, script.name, script.sha256


def schema(connection: sqlite3.Connection) -> dict[str, str]:
    """Name → DDL of every table, index and view of a connection."""
    return dict(connection.execute("SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_master"))


@cache
def expected_schema() -> dict[str, str]:
    """What `schema` gives for an untouched ledger."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        apply(connection, "")
        return schema(connection)
    finally:
        connection.close()
