"""The acts between the two, in order, each with what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from detente.desk import wording
from detente.desk.cast import Cast
from detente.desk.citations import Citations, Citing
from detente.desk.views import EventView, Group, Link
from detente.measures.dyads import dated, weight
from detente.records import Event, Span
from detente.workbench.relation import Relation


@dataclass(frozen=True)
class Timeline:
    """The events of a relation as views, by id, in the order of the timeline."""

    events: tuple[EventView, ...]
    by_id: Mapping[str, EventView]

    def link(self, event: str) -> Link:
        """A link to an event, called by its line."""
        view = self.by_id.get(event)
        return Link(view.line, view.anchor) if view else Link(event)

    def short(self, event: str) -> Link:
        """A link to an event, called by its number."""
        view = self.by_id.get(event)
        return Link(f"act {view.number}", view.anchor) if view else Link(event)


def _ranked(relation: Relation, citations: Citations) -> list[Event]:
    """Events by date; those without one last, what took place first, in the order in which the articles tell them."""

    def rank(event: Event) -> tuple[date, date, bool, int, Span, str]:
        first, last = event.moment.earliest, event.moment.latest
        told = [relation.reports[key] for key in event.reports if key in relation.reports]
        places = sorted((citations.numbers.get(one.document, 0), one.row.sentence) for one in told)
        number, span = places[0] if places else (0, Span(0, 0))
        return first or last or date.max, last or date.max, event.modality != "actual", number, span, event.id

    return sorted(relation.events, key=rank)


def timeline(relation: Relation, citations: Citations, cast: Cast) -> Timeline:
    """Every event between the two, dated ones in order, those without a date last."""
    disputed: dict[str, str] = {}
    for number, conflict in enumerate(relation.conflicts, start=1):
        if conflict.subject:
            disputed.setdefault(conflict.subject, f"disagreement-{number}")
    views: dict[str, EventView] = {}
    for number, event in enumerate(_ranked(relation, citations), start=1):
        views[event.id] = _view(event, number, relation, citations, cast, disputed.get(event.id))
    return Timeline(tuple(views.values()), views)


def _view(event: Event, number: int, relation: Relation, citations: Citations, cast: Cast, dispute: str | None) -> EventView:
    told = [relation.reports[key] for key in event.reports if key in relation.reports]
    anchor = f"act-{number}"
    cites = citations.cites(((one.document, one.row.sentence) for one in told), Citing(anchor, f"act {number}"))
    articles = sources_of(event, relation)
    face, sign, quad = wording.QUADS.get(event.quad, ("deeds", 0, event.quad))
    mutual = set(event.source) == set(event.target)
    counted = (
        event.modality == "actual"
        and dated(event)
        and weight(event, relation.a.id, relation.b.id, proxies=relation.proxies) > 0
    )
    lemmas = Counter(wording.one_line(one.row.lemma) for one in told if one.row.lemma)
    return EventView(
        anchor=anchor,
        number=number,
        face=face,
        sign=sign,
        quad=quad,
        when=wording.moment(event.moment),
        known=event.moment.known,
        ground=wording.basis(event.moment) if event.moment.basis != "explicit" or event.moment.note else "",
        who=cast.names(event.source) or "not stated",
        whom="" if mutual else cast.names(event.target),
        mutual=mutual,
        what=lemmas.most_common(1)[0][0] if lemmas else wording.ACTS.get(event.plover, event.plover.lower()),
        type=event.plover,
        type_words=wording.ACTS.get(event.plover, event.plover.lower()),
        modality=wording.MODALITIES[event.modality],
        real=event.modality == "actual",
        counted=counted,
        place=wording.one_line(event.place) if event.place else None,
        n_reports=len(told),
        n_articles=len(articles),
        flags=_flags(event, relation, len(articles), dispute),
        cites=cites,
    )


def sources_of(event: Event, relation: Relation) -> set[str]:
    """Ids of the articles that tell an event, a copy taken for what it copies."""
    found: set[str] = set()
    for key in event.reports:
        if key in relation.reports:
            document = relation.reports[key].document
            held = relation.documents.get(document)
            found.add((held.copy_of if held else None) or document)
    return found


def _flags(event: Event, relation: Relation, n_articles: int, dispute: str | None) -> tuple[Link, ...]:
    flags: list[Link] = []
    if dispute:
        flags.append(Link("told differently", dispute))
    if n_articles == 1:
        flags.append(Link("one source"))
    first, last = event.moment.earliest, event.moment.latest
    if event.moment.known and (first is None or last is None):
        flags.append(Link("open date: not in the curves"))
    if weight(event, relation.a.id, relation.b.id, proxies=relation.proxies) == 0:
        flags.append(Link("not between the two governments: not in the curves"))
    return tuple(flags)


def groups(found: Sequence[EventView], events: Mapping[str, Event]) -> tuple[Group, ...]:
    """Events by the year in which they begin, then those without a date.

    Args:
        found: the views, in order.
        events: anchor → event.
    """
    years: dict[str, list[EventView]] = {}
    for view in found:
        moment = events[view.anchor].moment
        first = moment.earliest or moment.latest
        years.setdefault(str(first.year) if first else "", []).append(view)
    undated = years.pop("", [])
    real, unreal = [view for view in undated if view.real], [view for view in undated if not view.real]
    loose = (("Date not stated", real), ("Date not stated: foreseen, hypothetical or denied", unreal))
    return (
        *(Group(title, True, tuple(views)) for title, views in years.items()),
        *(Group(title, False, tuple(views)) for title, views in loose if views),
    )
