"""Which rows are about two parties: the choice behind `Workbench.relation` and every list that takes two names.

A row is *between* A and B where something of A and something of B stands in it: in an event on its two sides, in an agreement among
its parties, in a claim or a quotation among its holder, those it is about, and those its own words name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from detente.ledger.holdings import Derived, Holdings, Told
from detente.records import Actor, Agreement, Claim, Conflict, Event, Mention, Quote, Report, Span


def belongs(actor: str, party: str, actors: Mapping[str, Actor]) -> bool:
    """Whether an actor is the party, one of its organs or people, or of its country.

    Args:
        actor: an actor id. party: an alpha-3 code or any actor id.
    """
    if actor == party or actor.startswith(f"{party}."):
        return True
    known = actors.get(actor)
    return known is not None and known.country == party


@dataclass(frozen=True)
class Dyad:
    """Two parties, and which of the ledger's rows are between them; with `second` None, which have to do with the first."""

    first: str
    second: str | None
    holdings: Holdings
    derived: Derived

    def __post_init__(self) -> None:
        named: dict[str, list[Told[Mention]]] = defaultdict(list)
        for mention in self.holdings.mentions:
            named[mention.document].append(mention)
        for mentions in named.values():
            mentions.sort(key=lambda told: told.row.span)
        object.__setattr__(self, "_named", named)

    def of_first(self, ids: Iterable[str]) -> bool:
        """Whether something of the first party is among the ids."""
        return any(belongs(i, self.first, self.holdings.actors) for i in ids)

    def of_second(self, ids: Iterable[str]) -> bool:
        """Whether something of the second party is among the ids."""
        return self.second is not None and any(belongs(i, self.second, self.holdings.actors) for i in ids)

    def between(self, ids: Iterable[str]) -> bool:
        """Whether both parties (or the only one) are among the ids."""
        ids = tuple(ids)
        return self.of_first(ids) and (self.second is None or self.of_second(ids))

    def acts(self, event: Event | Report) -> bool:
        """Whether one party acts and the other is acted upon; of a single party, whether it is on either side."""
        if self.second is None:
            return self.of_first((*event.source, *event.target))
        forth = self.of_first(event.source) and self.of_second(event.target)
        return forth or (self.of_second(event.source) and self.of_first(event.target))

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
        named: dict[str, list[Told[Mention]]] = self.__dict__["_named"]
        return named.get(document, [])

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
        """Acts of the one upon the other."""
        return [event for event in self.derived.events if self.acts(event)]

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
            if self.between({actor for told in self._mentions(document) if told.row.sense == "actor" for actor in told.row.actors})
        ]
