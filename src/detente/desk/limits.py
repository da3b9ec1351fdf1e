"""What is not known: never an empty list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.desk import wording
from detente.desk.citations import Citations, article_name
from detente.desk.timeline import Timeline
from detente.desk.views import DealView, Limit, Link
from detente.workbench.relation import Relation


def limits(relation: Relation, citations: Citations, timeline: Timeline, deals: Iterable[DealView]) -> tuple[Limit, ...]:
    """Everything that this brief knows it does not know, the general limit last."""
    return (*_of_events(relation, timeline), *_of_articles(relation, citations), *_of_deals(deals), _always(citations))


def _of_events(relation: Relation, timeline: Timeline) -> Iterator[Limit]:
    cover = relation.coverage
    kinds = (
        (cover.undated, "has no date", "have no date", "in the timeline, not in the curves"),
        (
            cover.open_ended,
            "has an open date",
            "have an open date",
            "begun or ended on a day that is not told; not in the curves",
        ),
        (cover.coarse, "is dated", "are dated", "no closer than a month, so spread over the days in question"),
        (cover.single_source, "is told", "are told", "by one article alone"),
    )
    for events, one, many, why in kinds:
        if events:
            verb = one if len(events) == 1 else many
            sep = ": " if events in (cover.undated, cover.open_ended) else " "
            yield Limit(
                f"{wording.count(len(events), 'act')} {verb}{sep}{why}.", tuple(timeline.short(event) for event in events)
            )
    ahead = [event.id for event in relation.events if event.modality == "future"]
    if ahead:
        text = f"The outcome of {wording.count(len(ahead), 'foreseen act')} is not told."
        yield Limit(text, tuple(timeline.short(event) for event in ahead))
    if cover.empty_months:
        n = wording.count(len(cover.empty_months), "month")
        yield Limit(
            f"{n} of {cover.n_months} between the first and the last dated act have none: silence of the articles, not calm."
        )


def _of_articles(relation: Relation, citations: Citations) -> Iterator[Limit]:
    kinds = (
        ("The day of publication is not known", [k for k in citations.numbers if not relation.documents[k].date.known]),
        ("The day of publication is bounded and not stated", [k for k in citations.numbers if _bounded(relation, k)]),
        ("The language is not one that is read", [k for k in citations.numbers if not relation.documents[k].coded]),
        ("The copy is degraded", [k for k in citations.numbers if relation.documents[k].document.degraded]),
    )
    for text, keys in kinds:
        if keys:
            yield Limit(f"{text}:", tuple(_source(key, relation, citations) for key in keys))


def _bounded(relation: Relation, key: str) -> bool:
    when = relation.documents[key].date
    return when.known and when.basis == "inferred"


def _source(key: str, relation: Relation, citations: Citations) -> Link:
    number = citations.numbers[key]
    return Link(f"{number}. {article_name(relation.documents[key])}", f"source-{number}")


def _of_deals(deals: Iterable[DealView]) -> Iterator[Limit]:
    for deal in deals:
        if deal.terms_unknown:
            yield Limit("The terms of an agreement are not public, or not all:", (Link(deal.name, deal.anchor),))


def _always(citations: Citations) -> Limit:
    if not citations.numbers:
        return Limit("No article in this ledger tells of the two. That does not say that nothing happened.")
    one = len(citations.numbers) == 1
    whose = "this article does" if one else f"these {len(citations.numbers)} articles do"
    return Limit(f"What {whose} not report is not here: a sample of what was written is not one of what was done.")
