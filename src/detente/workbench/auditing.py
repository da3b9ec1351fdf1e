"""What an audit of a ledger found, told apart: what is not as it was written, and what merely waits to be derived again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from detente.ledger import Finding, Ledger

WAITING = "run `detente derive`"


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome of an audit.

    Args:
        faults: what is not as it was written; empty where all is well.
        stale: the derivation is older than the rows of record, as an interrupted run leaves it. No fault: it is made again.
        chain: the last link, which stands for every row of record. counts: table → how many rows.
    """

    faults: tuple[Finding, ...]
    stale: bool
    chain: str
    counts: dict[str, int]

    def summary(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        return {
            "good": not self.faults,
            "stale": self.stale,
            "chain": self.chain,
            "rows": self.counts,
            "faults": [{"table": fault.table, "row": fault.row, "what": fault.what} for fault in self.faults],
        }

    def __str__(self) -> str:
        if self.faults:
            return "\n".join(map(str, self.faults))
        n_rows, n_documents = sum(self.counts.values()), self.counts.get("documents", 0)
        waiting = "\nwhat is derived waits to be made again: detente derive" if self.stale else ""
        return f"good: {n_rows} rows of {n_documents} documents are what was written; chain {self.chain[:16]}{waiting}"


def audited(ledger: Ledger) -> Verification:
    """Audit an open ledger."""
    found = ledger.verify()
    stale = [finding for finding in found if finding.table == "derivation" and finding.what.endswith(WAITING)]
    faults = tuple(finding for finding in found if finding not in stale)
    return Verification(faults, bool(stale), ledger.chain, ledger.counts())
