"""The case file: what an analyst writes and owns, and what the solvers are given.

load    a file → Case, refused with the line and the mend where anything is wrong
check   a file → every finding
dump    Case → the text of a file

parts      what a case is made of
whole      Case, and the system it makes
lines      where in the file a value stands
tables     typed access that notes what is wrong
reading    text → parts
checking   what the parts say of each other
writing    parts → text
"""

from __future__ import annotations

from detente.strategy.case.checking import check, load, loads
from detente.strategy.case.citations import resolved
from detente.strategy.case.parts import (
    MECHANISMS,
    CaseActor,
    CaseIssue,
    CasePosition,
    Hypothesis,
    Mechanism,
    Model,
    Overruled,
    Parameter,
    Pattern,
    Proxy,
    Range,
    Tie,
    View,
)
from detente.strategy.case.tables import Finding
from detente.strategy.case.whole import Case
from detente.strategy.case.writing import dump

__all__ = [
    "MECHANISMS",
    "Case",
    "CaseActor",
    "CaseIssue",
    "CasePosition",
    "Finding",
    "Hypothesis",
    "Mechanism",
    "Model",
    "Overruled",
    "Parameter",
    "Pattern",
    "Proxy",
    "Range",
    "Tie",
    "View",
    "check",
    "dump",
    "load",
    "loads",
    "resolved",
]
