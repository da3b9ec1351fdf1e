"""Every cited sentence of every article, with its number, its anchor, and the rows that cite it.

Articles are numbered by their date, those without a full one last; cited places are numbered within their article in the order of
reading: 2.14 is the fourteenth cited place of the second article. Places that overlap are one place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from detente.desk import wording
from detente.records import Span
from detente.workbench.relation import HeldDocument, Relation


@dataclass(frozen=True, slots=True)
class Cite:
    """A link to a cited place: `label` "2.14", `anchor` "a2-14", the article's name, and the place's words on one line."""

    label: str
    anchor: str
    article: str
    words: str


@dataclass(frozen=True, slots=True)
class Citing:
    """Where a place is cited from: an anchor in the brief and what it is called."""

    anchor: str
    label: str


def places(relation: Relation) -> Iterator[tuple[str, Span]]:
    """Every place that a brief on the relation may cite."""
    for told in relation.reports.values():
        yield told.document, told.row.sentence
    for told in (*relation.claims, *relation.quotes):
        yield told.document, told.row.sentence
    for told in relation.claims:
        yield from ((told.document, span) for span in told.row.verdict_evidence)
    for agreement in relation.agreements:
        yield from ((step.evidence.document, step.evidence.span) for step in agreement.history)
    for conflict in relation.conflicts:
        yield from ((version.evidence.document, version.evidence.span) for version in conflict.versions)
    for key, held in relation.documents.items():
        if held.document.date_span:
            yield key, held.document.date_span


def article_name(held: HeldDocument) -> str:
    """What an article is called: its title, or its file's name."""
    return wording.brief(wording.one_line(held.document.title or held.document.name))


def in_order(documents: Mapping[str, HeldDocument]) -> list[str]:
    """Ids of documents by date, then those of which one end is known, then those without one."""

    def rank(key: str) -> tuple[int, date, date, str, str]:
        held = documents[key]
        first, last = held.date.earliest, held.date.latest
        open_ends = (first is None) + (last is None)
        return open_ends, first or last or date.max, last or date.max, held.document.name, key

    return sorted(documents, key=rank)


class Citations:
    """The cited places of a relation."""

    def __init__(self, relation: Relation, more: Iterable[tuple[str, Span]] = ()) -> None:
        """Number the articles and the places in them.

        Args:
            relation: what is to be cited from.
            more: places that a case cites beside.
        """
        self.documents = relation.documents
        self.numbers = {key: number for number, key in enumerate(in_order(relation.documents), start=1)}
        self.spans: dict[str, list[Span]] = {key: [] for key in self.numbers}
        self._citing: dict[tuple[str, Span], list[Citing]] = defaultdict(list)
        for key, found in _by_document((*places(relation), *more)).items():
            if key in self.spans:
                self.spans[key] = joined(found)

    def cite(self, document: str, span: Span, by: Citing | None = None) -> Cite | None:
        """The link to a place, noting who cites it; None for a document that the relation does not hold.

        Args:
            document: its id.
            span: a place that `places` gave.
            by: what cites it, for the link back.
        """
        number = self.numbers.get(document)
        if number is None:
            return None
        index, whole = next(
            ((i, one) for i, one in enumerate(self.spans[document], start=1) if one.holds(span) or one.meets(span)), (0, span)
        )
        held = self.documents[document]
        if by and by not in self._citing[document, whole]:
            self._citing[document, whole].append(by)
        words = wording.one_line(held.document.at(whole))
        return Cite(f"{number}.{index}", f"a{number}-{index}", article_name(held), words)

    def cites(self, found: Iterable[tuple[str, Span]], by: Citing | None = None) -> tuple[Cite, ...]:
        """The links to several places, each once, in the order of articles and of reading."""
        links = {cite.label: cite for document, span in found if (cite := self.cite(document, span, by))}
        return tuple(sorted(links.values(), key=lambda cite: tuple(int(part) for part in cite.label.split("."))))

    def citing(self, document: str, span: Span) -> tuple[Citing, ...]:
        """What cites a place, as far as it has been cited."""
        return tuple(self._citing.get((document, span), ()))

    def used(self) -> tuple[Cite, ...]:
        """Every place that something cites, in order."""
        return self.cites(self._citing)

    def article(self, document: str | None) -> str | None:
        """The anchor of an article."""
        return f"article-{self.numbers[document]}" if document in self.numbers else None


def _by_document(found: Iterable[tuple[str, Span]]) -> dict[str, set[Span]]:
    held: dict[str, set[Span]] = defaultdict(set)
    for document, span in found:
        held[document].add(span)
    return held


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap made into one.

    >>> joined([Span(9, 12), Span(0, 5), Span(3, 7)])
    [Span(start=0, end=7), Span(start=9, end=12)]
    """
    found: list[Span] = []
    for span in sorted(spans):
        if found and found[-1].meets(span):
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
