"""Which rows are about two parties: the choice behind `Workbench.relation` and every list that takes two names.

A row is *between* A and B where something of A and something of B stands in it: in an event on its two sides, in an agreement
among its parties, in a claim or a quotation among its holder, those it is about, and those its own words name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from detente.ledger.holdings import Derived, Holdings, Told
from detente.ledger.queries import acts
from detente.records import Agreement, Claim, Conflict, Event, Mention, Quote, Span


@dataclass(frozen=True)
class Dyad:
    """Two parties and which of the ledger's rows are between them; with one, which have to do with it; with none, all."""

    first: str | None
    second: str | None
    holdings: Holdings
    derived: Derived

    @cached_property
    def _named(self) -> dict[str, list[Told[Mention]]]:
        """Document id → its mentions in the order of the text."""
        named: dict[str, list[Told[Mention]]] = defaultdict(list)
        for mention in sorted(self.holdings.mentions, key=lambda told: told.row.span):
            named[mention.document].append(mention)
        return named

    def between(self, ids: Iterable[str]) -> bool:
        """Whether something of each party is among the ids."""
        ids = tuple(ids)
        wanted = (party for party in (self.first, self.second) if party is not None)
        return all(any(acts.belongs(i, party) for i in ids) for party in wanted)

    def names(self, document: str, span: Span) -> set[str]:
        """Ids of the actors that the words at a span name."""
        mentions = self._mentions(document)
        first = bisect_left(mentions, span.start, key=lambda told: told.row.span.start)
        found: set[str] = set()
        for told in mentions[first:]:
            if told.row.span.start >= span.end:
                break
            if told.row.sense == "actor":
                found.update(told.row.actors)
        return found

    def _mentions(self, document: str) -> list[Told[Mention]]:
        return self._named.get(document, [])

    def claims(self) -> list[Told[Claim]]:
        """Claims about the two."""
        return [told for told in self.holdings.claims if self.between(self._claimed(told))]

    def _claimed(self, told: Told[Claim]) -> set[str]:
        holder = {told.row.holder} if told.row.holder else set[str]()
        return holder | set(told.row.about) | self.names(told.document, told.row.span)

    def quotes(self) -> list[Told[Quote]]:
        """Words of one that name the other, and words of third parties that name both."""
        return [told for told in self.holdings.quotes if self.between(self._quoted(told))]

    def _quoted(self, told: Told[Quote]) -> set[str]:
        speaker = {told.row.speaker} if told.row.speaker else set[str]()
        return speaker | self.names(told.document, told.row.span) | self.names(told.document, told.row.sentence)

    def events(self) -> list[Event]:
        """Acts of the one upon the other, either way, in the order of time."""
        return sorted((e for e in self.derived.events if acts.between(e, self.first, self.second)), key=acts.in_time)

    def agreements(self) -> list[Agreement]:
        """Agreements that both are parties to."""
        return [agreement for agreement in self.derived.agreements if self.between(agreement.parties)]

    def conflicts(self, subjects: Iterable[str]) -> list[Conflict]:
        """Conflicts over one of the subjects, over an actor of either, or between tellings that name both."""
        known = set(subjects)
        return [conflict for conflict in self.derived.conflicts if self._disputed(conflict, known)]

    def _disputed(self, conflict: Conflict, subjects: set[str]) -> bool:
        if conflict.subject in subjects:
            return True
        told = [self.names(version.evidence.document, version.evidence.span) for version in conflict.versions]
        return any(self.between(names) for names in told)

    def documents(self) -> list[str]:
        """Ids of the documents that name both."""
        return [
            document
            for document in self.holdings.documents
            if self.between(
                {actor for told in self._mentions(document) if told.row.sense == "actor" for actor in told.row.actors}
            )
        ]
