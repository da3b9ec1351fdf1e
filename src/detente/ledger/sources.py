"""The documents as voices: who is independent, who is older, when each was published as far as is known, what stands where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from detente.ledger.copies import seniority
from detente.ledger.holdings import Holdings
from detente.records import Evidence, Mention, Moment, Span, TimeExpression


@dataclass(frozen=True, slots=True)
class Sources:
    """Holdings with what was derived of their documents; make it with `gathered`.

    Args:
        holdings: every current row.
        copies: document id → the document it copies; a copy is no voice of its own.
        dates: tightened publication dates, where they differ from the document's own.
        mentions, times: rows by document.
    """

    holdings: Holdings
    copies: Mapping[str, str]
    dates: Mapping[str, Moment]
    mentions: Mapping[str, Sequence[Mention]]
    times: Mapping[str, Sequence[TimeExpression]]

    def independent(self, document: str) -> bool:
        """Whether a document is held and copies no other."""
        return document in self.holdings.documents and document not in self.copies

    def published(self, document: str) -> Moment:
        """When a document was published, as far as anything bounds it."""
        return self.dates.get(document, self.holdings.documents[document].date)

    def rank(self, document: str) -> tuple[bool, date, int, str]:
        """Sorts documents: copies last, else by the date they bear themselves, which no other document can change."""
        return (document in self.copies, *seniority(self.holdings.documents[document]))

    def evidence(self, document: str, span: Span) -> Evidence:
        """A span of a document with its words."""
        return Evidence(document, span, self.holdings.documents[document].at(span))


def gathered(holdings: Holdings, copies: Mapping[str, str], dates: Mapping[str, Moment]) -> Sources:
    """The sources of these holdings, their mentions and times sorted by document."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    times: dict[str, list[TimeExpression]] = defaultdict(list)
    for told in holdings.mentions:
        mentions[told.document].append(told.row)
    for told in holdings.times:
        times[told.document].append(told.row)
    return Sources(holdings, copies, dates, mentions, times)
