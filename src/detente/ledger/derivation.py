"""What the holdings say together, derived as a whole: copies → dating → merging → lifelines → conflicts.

A pure function of the rows of record: the same rows in any order give the same events, agreements and conflicts, with the same
ids, and a document that has nothing to do with an act leaves its event as it is.
"""

from __future__ import annotations

from dataclasses import replace

from detente.ledger.conflicts import conflicts
from detente.ledger.copies import copies
from detente.ledger.dating import resolved, tightened
from detente.ledger.events import event
from detente.ledger.holdings import Derived, Holdings
from detente.ledger.lifelines import lifelines
from detente.ledger.merging import merge
from detente.ledger.sources import gathered
from detente.ledger.tellings import tellings


def derive(holdings: Holdings) -> Derived:
    """Copies, tightened dates, events, agreements and conflicts of everything held."""
    holdings = _in_order(holdings)
    copied = copies(holdings.documents)
    dates = tightened(holdings, copied)
    spoken = tellings(holdings, dates, resolved(holdings, dates))
    sources = gathered(holdings, copied, dates)
    acts = [(event(group, sources), group) for group in merge(spoken, copied)]
    acts.sort(key=lambda act: act[0].id)
    lines = lifelines(sources)
    return Derived(
        dates=dates,
        copies=copied,
        events=tuple(e for e, _ in acts),
        agreements=tuple(a for a, _ in lines),
        conflicts=conflicts(sources, acts, lines),
    )


def _in_order(holdings: Holdings) -> Holdings:
    """The same rows by document, span and id, so that nothing depends on how they were handed over."""
    tables = {
        table: tuple(sorted(getattr(holdings, table), key=lambda t: (t.document, t.row.span, t.id)))
        for table in ("mentions", "times", "quotes", "reports", "agreements", "claims")
    }
    documents = {d: holdings.documents[d] for d in sorted(holdings.documents)}
    actors = {a: holdings.actors[a] for a in sorted(holdings.actors)}
    return replace(holdings, documents=documents, actors=actors, **tables)
