"""Proposals beside an analyst's case: whatever the analyst wrote stays as it is, earlier proposals give way to new ones."""

from __future__ import annotations

from dataclasses import replace

from detente.strategy.case.parts import CaseActor, CaseIssue
from detente.strategy.case.whole import Case


def onto(case: Case, proposed: Case) -> Case:
    """The analyst's case with the proposals added.

    An issue of the same kind about the same thing, or of the same id, is the analyst's own: proposals of positions on it carry
    its id. They stand beside the analyst's position and never change it.
    """
    mine = [one for one in case.issues if one.origin == "analyst"]
    own = {_key(one): one.id for one in mine}
    ids = {one.id: own.get(_key(one), one.id) for one in proposed.issues}
    held = {one.id for one in mine}
    actors = {one.id for one in case.actors if one.origin == "analyst"}
    issues = (*mine, *(one for one in proposed.issues if ids[one.id] not in held))
    positions = (
        *(one for one in case.positions_given if one.origin == "analyst"),
        *(replace(one, issue=ids[one.issue]) for one in proposed.positions_given),
    )
    kept = {one.id for one in issues} | {one.issue for one in positions}
    earlier = tuple(one for one in case.issues if one.origin != "analyst" and one.id in kept - {i.id for i in issues})
    return replace(
        case,
        actors=(
            *(one for one in case.actors if one.origin == "analyst"),
            *(one for one in proposed.actors if one.id not in actors),
            *_still_named(case, {one.id for one in proposed.actors} | actors),
        ),
        issues=(*issues, *earlier),
        positions_given=positions,
    )


def _key(issue: CaseIssue) -> tuple[object, ...]:
    return (issue.kind, frozenset(issue.about)) if issue.kind else (issue.id,)


def _still_named(case: Case, known: set[str]) -> tuple[CaseActor, ...]:
    """Actors once proposed that the analyst's own parts have come to rest on."""
    named = {
        *(p.actor for p in case.positions_given if p.origin == "analyst"),
        *(a for t in case.ties for a in (t.a, t.b)),
        *(a for v in case.views for a in (v.holder, v.of)),
        *(a for k in case.issues if k.origin == "analyst" for a in (*k.rule.parties, *k.sanctions, *k.powers)),
    }
    return tuple(one for one in case.actors if one.id in named - known)
