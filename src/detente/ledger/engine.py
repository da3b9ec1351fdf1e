"""The SQLite that this Python was built with."""

from __future__ import annotations

import sqlite3
from contextlib import closing


def engine() -> tuple[str, bool]:
    """Its version, and whether it has the full-text search (FTS5) that a ledger needs."""
    with closing(sqlite3.connect(":memory:")) as db:
        try:
            db.execute("CREATE VIRTUAL TABLE probe USING fts5 (text)")
        except sqlite3.OperationalError:
            return sqlite3.sqlite_version, False
    return sqlite3.sqlite_version, True
