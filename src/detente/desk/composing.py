"""A relation into the view models of a brief."""

from __future__ import annotations

from dataclasses import replace

from detente.desk import curves, dossiers, numbers, summary, voices, wording
from detente.desk.articles import articles
from detente.desk.cast import Cast
from detente.desk.chart import NARROW, WIDE, Extent, chart, extent
from detente.desk.citations import Citations
from detente.desk.deals import deals
from detente.desk.disputes import disputes
from detente.desk.limits import limits
from detente.desk.sources import sources, unread
from detente.desk.timeline import Timeline, groups, timeline
from detente.desk.turning import turning
from detente.desk.views import Brief, EventView
from detente.desk.voices import Voices
from detente.measures.dyads import dated
from detente.workbench.dossier import Dossier
from detente.workbench.relation import Relation


def compose(relation: Relation, dossier: Dossier | None = None) -> Brief:
    """The view models of a brief; the same relation and the same case give the same ones."""
    if dossier is not None:
        relation = replace(relation, documents={**relation.documents, **dossier.documents})
    citations = Citations(relation, ((e.document, e.span) for e in dossier.places()) if dossier else ())
    cast = Cast(relation, citations)
    acts = timeline(relation, citations, cast)
    told = Voices(relation, citations, cast)
    agreed = deals(relation, citations, cast)
    events = {acts.by_id[event.id].anchor: event for event in relation.events}
    shown = extent(relation.months, relation.events)
    case = dossiers.case_view(dossier, relation, acts, citations) if dossier else None
    return Brief(
        a=cast.name(relation.a.id),
        b=cast.name(relation.b.id),
        scope=_scope(relation, citations),
        arrow=summary.arrow(relation, acts),
        bottom=summary.bottom(relation, acts, case),
        confidence=summary.confidence(relation),
        limitation=summary.limitation(relation, citations),
        chart_wide=chart(relation, acts, shown, WIDE) if shown else "",
        chart_narrow=chart(relation, acts, shown, NARROW) if shown else "",
        turning=turning(relation, acts),
        case=case,
        tray=tuple(view for view in acts.events if not dated(events[view.anchor])),
        before=_before(relation, acts, shown),
        years=curves.rows(relation.years, acts),
        months=curves.rows(relation.months, acts),
        timeline=groups(acts.events, events),
        disputes=disputes(relation, citations, acts),
        refuted=told.refuted(),
        answers=told.answers(),
        quotes=told.quotes(),
        forecasts=told.of(voices.FORECASTS),
        promises=told.of(voices.PROMISES),
        deals=agreed,
        sources=sources(relation, citations),
        unread=unread(relation),
        limits=limits(relation, citations, acts, agreed),
        numbers=(*numbers.numbers(), *(dossiers.numbers() if case else ())),
        articles=articles(citations),
        footnotes=citations.used(),
    )


def _scope(relation: Relation, citations: Citations) -> str:
    parts = [wording.count(len(citations.numbers), "article"), wording.count(len(relation.events), "act")]
    known = [month.period for month in relation.years if month.displayed is not None or month.substance is not None]
    if known:
        parts.append(f"dated acts {known[0]}–{known[-1]}" if known[0] != known[-1] else f"dated acts of {known[0]}")
    return " · ".join(parts)


def _before(relation: Relation, acts: Timeline, shown: Extent | None) -> tuple[EventView, ...]:
    """Dated events that lie wholly before what the chart shows."""
    if shown is None:
        return ()
    early = {
        event.id for event in relation.events if dated(event) and event.moment.latest and event.moment.latest < shown.first
    }
    return tuple(view for key, view in acts.by_id.items() if key in early)
