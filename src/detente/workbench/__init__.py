"""The Python API over all rooms, and the only place that puts them together. It knows no screen.

wb = detente.open("x.detente")
wb.read("articles/")                 # → ReadResult
wb.relation("RUS", "TUR")            # → Relation
wb.events("RUS", "TUR", since=date(2016, 1, 1))

bench     Workbench: every question that can be asked of a ledger
intake    reading articles into it
relation  everything about two parties, in one value
dyad      which rows are about two parties
names     who is meant by a name
health    whether this installation is whole
"""

from __future__ import annotations

from detente.workbench.bench import Workbench, open_ledger
from detente.workbench.intake import Progress, ReadResult
from detente.workbench.relation import HeldDocument, Relation

__all__ = ["HeldDocument", "Progress", "ReadResult", "Relation", "Workbench", "open_ledger"]
