"""Who disagrees about what: reports side by side, what differs marked, no winner."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.desk import wording
from detente.desk.citations import Citations, Citing, article_name
from detente.desk.timeline import Timeline
from detente.desk.views import DisputeView, Link, Marked, VersionView
from detente.records import Conflict, Version
from detente.workbench.relation import Relation

_KINDS = {
    "date": "When it was",
    "quantity": "How many",
    "place": "Where it was",
    "name": "What the name is",
    "actor": "Who it was",
    "label": "What to call it",
    "judgement": "What to make of it",
    "internal": "One article against itself",
}
_WORD = re.compile(r"\w+|\W+")


def disputes(relation: Relation, citations: Citations, timeline: Timeline) -> tuple[DisputeView, ...]:
    """Every conflict over the relation."""
    return tuple(
        _dispute(number, conflict, relation, citations, timeline) for number, conflict in enumerate(relation.conflicts, start=1)
    )


def _dispute(number: int, conflict: Conflict, relation: Relation, citations: Citations, timeline: Timeline) -> DisputeView:
    anchor = f"disagreement-{number}"
    by = Citing(anchor, f"disagreement {number}")
    values = [wording.one_line(version.value) for version in conflict.versions]
    return DisputeView(
        anchor=anchor,
        title=_KINDS.get(conflict.kind, conflict.kind),
        subject=_subject(conflict, relation, citations, timeline),
        versions=tuple(
            _version(version, marked(value, [*values[:place], *values[place + 1 :]]), relation, citations, by)
            for place, (version, value) in enumerate(zip(conflict.versions, values, strict=True))
        ),
        note=wording.one_line(conflict.note) if conflict.note else None,
    )


def _subject(conflict: Conflict, relation: Relation, citations: Citations, timeline: Timeline) -> Link | None:
    subject = conflict.subject
    if subject is None:
        return None
    if subject in timeline.by_id:
        return timeline.link(subject)
    for number, agreement in enumerate(relation.agreements, start=1):
        if agreement.id == subject:
            return Link(wording.one_line(agreement.name), f"agreement-{number}")
    if subject in relation.actors:
        return Link(relation.actors[subject].name)
    if subject in relation.documents:
        return Link(article_name(relation.documents[subject]), citations.article(subject))
    return None


def _version(version: Version, value: tuple[Marked, ...], relation: Relation, citations: Citations, by: Citing) -> VersionView:
    evidence = version.evidence
    held = relation.documents.get(evidence.document)
    number = citations.numbers.get(evidence.document)
    cite = citations.cite(evidence.document, evidence.span, by)
    return VersionView(
        value=value,
        article=Link(f"{number}. {article_name(held)}" if held else evidence.document, f"source-{number}" if number else None),
        words=cite.words if cite else wording.one_line(evidence.text),
        cites=(cite,) if cite else (),
    )


def marked(value: str, others: Sequence[str]) -> tuple[Marked, ...]:
    """The words of a value, those that no other value has marked as differing.

    >>> [part.text for part in marked("late July", ["15 July"]) if part.differs]
    ['late']
    """
    known = {word.casefold() for other in others for word in _WORD.findall(other)}
    runs: list[Marked] = []
    for word in _WORD.findall(value):
        differs = word[0].isalnum() and word.casefold() not in known
        if runs and runs[-1].differs == differs:
            runs[-1] = Marked(runs[-1].text + word, differs)
        elif differs and len(runs) > 1 and runs[-1].text.isspace() and runs[-2].differs:
            space = runs.pop()
            runs[-1] = Marked(runs[-1].text + space.text + word, differs)
        else:
            runs.append(Marked(word, differs))
    return tuple(runs)
