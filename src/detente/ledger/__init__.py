"""The ledger: rows of record with the sentence that says so, kept in one SQLite file, and what they say together.

    with Ledger.open("x.detente", write=True, create=True) as ledger:
        ledger.append(batch)         # one document, all of its rows or none
        ledger.derive_all()          # events, agreements, conflicts, dates, copies
        ledger.events("RUS", "TUR")
        ledger.verify()              # [] where every row, batch and link is what was written

The only room that speaks SQL.
"""

from __future__ import annotations

from detente.ledger.audit import Finding as Finding
from detente.ledger.holdings import Derived as Derived
from detente.ledger.holdings import Holdings as Holdings
from detente.ledger.holdings import Told as Told
from detente.ledger.queries.permalinks import Shown as Shown
from detente.ledger.queries.shelf import BatchRecord as BatchRecord
from detente.ledger.queries.shelf import HeldDocument as HeldDocument
from detente.ledger.search import Hit as Hit
from detente.ledger.store import Ledger as Ledger

__all__ = ["BatchRecord", "Derived", "Finding", "HeldDocument", "Hit", "Holdings", "Ledger", "Shown", "Told"]
