"""The articles as sources: what is known of each, and what speaks against leaning on it."""

from __future__ import annotations

from detente.desk import wording
from detente.desk.citations import Citations, Citing, article_name
from detente.desk.views import Limit, Link, SourceView
from detente.workbench.relation import HeldDocument, Relation

GRADE, GRADE_WORDS = "F / 6", "source F and information 6: cannot be judged"
"""Admiralty grade without an analyst's judgement: F is missing, not middling."""


def sources(relation: Relation, citations: Citations) -> tuple[SourceView, ...]:
    """Every article of a relation, by its number."""
    return tuple(_source(key, number, relation.documents[key], citations) for key, number in citations.numbers.items())


def _source(key: str, number: int, held: HeldDocument, citations: Citations) -> SourceView:
    document, anchor = held.document, f"source-{number}"
    places = [(key, document.date_span)] if document.date_span else []
    return SourceView(
        anchor=anchor,
        number=number,
        title=article_name(held),
        article=citations.article(key) if citations.spans[key] else None,
        outlet=wording.one_line(document.outlet) if document.outlet else None,
        author=wording.one_line(document.author) if document.author else None,
        file=wording.one_line(document.name),
        date=wording.moment(held.date),
        date_known=held.date.known,
        ground=wording.basis(held.date),
        flags=_flags(held, citations),
        grade=GRADE,
        grade_words=GRADE_WORDS,
        n_cited=len(citations.spans[key]),
        cites=citations.cites(places, Citing(anchor, f"date of source {number}")),
    )


def _flags(held: HeldDocument, citations: Citations) -> tuple[Link, ...]:
    flags = [Link(wording.DEGRADED.get(reason, reason.replace("_", " "))) for reason in held.document.degraded]
    if held.copy_of:
        number = citations.numbers.get(held.copy_of)
        original = f"copy of source {number}" if number else "copy of another article"
        flags.append(Link(f"{original}: counts as one with it", f"source-{number}" if number else None))
    if not held.coded:
        language = f" ({wording.one_line(held.document.language)})" if held.document.language else ""
        flags.append(Link(f"language not read{language}: nothing was taken from it"))
    return tuple(flags)


def unread(relation: Relation) -> tuple[Limit, ...]:
    """What could not be read at all, by its file's name and not by the folder on somebody's machine."""
    return tuple(
        Limit(
            f"{wording.one_line(refusal.source.replace(chr(92), '/').rsplit('/', 1)[-1])}: {wording.one_line(refusal.message)}"
        )
        for refusal in relation.quarantine
    )
