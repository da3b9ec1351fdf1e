"""Turning points as views: the months, each with the acts that carry it, or the refusal."""

from __future__ import annotations

from detente.desk import wording
from detente.desk.case_views import PointView, TurningView
from detente.desk.timeline import Timeline
from detente.measures.turning_points import Thin, TurningPoint, TurningPoints, turning_points
from detente.workbench.relation import Relation

_KINDS = {"level": "the level shifts", "spike": "a month that stands out"}


def turning(relation: Relation, acts: Timeline) -> TurningView:
    """The turning points of a relation, or why its series cannot be judged."""
    found: TurningPoints | Thin = turning_points(
        relation.events, relation.a.id, relation.b.id, proxies=relation.proxies or None
    )
    if isinstance(found, Thin):
        return TurningView(found.reason, "A series that is too thin to judge is no sign of calm.", ())
    return TurningView(None, found.about, tuple(_point(one, acts) for one in found.points))


def _point(one: TurningPoint, acts: Timeline) -> PointView:
    first, last = wording.period(one.first), wording.period(one.last)
    return PointView(
        when=wording.period(one.month),
        span="" if first == last else f"{first} – {last}",
        direction=one.direction,
        kind=_KINDS[one.detector],
        about=one.about,
        acts=tuple(acts.link(event) for event in one.events),
    )
