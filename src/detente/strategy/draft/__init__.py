"""A case proposed from articles: the issues that they return to, who takes which side in which sentence, and what they stress.

Every proposal is marked `extracted` and cites its sentences. Influence, authority, ties and mechanisms are not proposed: articles
do not give them. `onto` an analyst's case, proposals are put beside its parts and change none of them.

    instances   which stances speak of the same issue
    weighing    stances → low, mode, high and salience
    joining     proposals beside an analyst's case
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from detente.records import Actor, Document, Evidence
from detente.reference.countries import countries
from detente.reference.issues import catalogue
from detente.strategy.case.parts import CaseActor, CaseIssue
from detente.strategy.case.whole import Case
from detente.strategy.draft.instances import Instance, Told, instances, slug
from detente.strategy.draft.joining import onto
from detente.strategy.draft.weighing import busiest, position

__all__ = ["ARENA_UNKNOWN", "MOST", "Instance", "Told", "draft", "instances", "onto"]

MOST = 60
"""Issues proposed at most; those that the texts return to most."""

ARENA_UNKNOWN = "other"
"""Arena of a question that is not of the catalogue."""


def draft(
    told: Iterable[Told],
    documents: Mapping[str, Document],
    actors: Mapping[str, Actor],
    dyad: tuple[str, str] | None = None,
    *,
    most: int = MOST,
) -> Case:
    """A case of everything that the stances say.

    Args:
        told: stances of all documents, copies left out.
        documents: id → document, of all that are told in.
        actors: id → actor, for names.
        dyad: two states; only what at least one of them takes a side on.
        most: issues at most.
    """
    kept = list(told)
    found = instances(kept, dyad)[:most]
    keys = _keys(documents)
    evidence = {one: _evidence(one, documents, keys) for instance in found for one in instance.told}
    busy, taken = busiest(found), set[str]()
    made = [(_issue(instance, evidence, taken), instance) for instance in found]
    issues = tuple(issue for issue, _ in made)
    positions = tuple(
        position(actor, issue.id, [one for one in instance.told if one.stance.actor == actor], busy[actor], evidence)
        for issue, instance in made
        for actor in instance.actors
    )
    first = {p.actor: p.evidence[:1] for p in reversed(positions)}
    cast = tuple(
        CaseActor(one, actors[one].name if one in actors else None, origin="extracted", evidence=first[one])
        for one in sorted(first)
    )
    n = len({one.document for one in kept})
    return Case(
        title=f"{_name(dyad[0])} and {_name(dyad[1])}" if dyad else "A case drafted from articles",
        dyad=dyad,
        note=f"Drafted from {n} article{'s' if n != 1 else ''}. What is marked extracted is a proposal: look at its sentences.",
        actors=cast,
        issues=issues,
        positions_given=positions,
    )


def _issue(instance: Instance, evidence: Mapping[Told, Evidence], taken: set[str]) -> CaseIssue:
    kind = catalogue().get(instance.kind or "")
    if kind is not None:
        name, low, high = kind.named(instance.about_name)
        identifier = slug(kind.id, instance.about)
    else:
        name = instance.about_name or instance.told[0].stance.phrase
        low, high = f"{name}: rejected or dropped", f"{name}: accepted or carried out"
        name, identifier = name[:1].upper() + name[1:], slug(name)
    while identifier in taken:
        identifier += "_2"
    taken.add(identifier)
    cited = tuple(dict.fromkeys(evidence[one] for one in instance.told))[:3]
    about = tuple((instance.about or "").split("+")) if kind is not None and instance.about else ()
    return CaseIssue(
        identifier,
        name,
        low,
        high,
        kind.arena if kind else ARENA_UNKNOWN,
        kind=kind.id if kind else None,
        about=about,
        origin="extracted",
        evidence=cited,
    )


def _evidence(one: Told, documents: Mapping[str, Document], keys: Mapping[str, str]) -> Evidence:
    span = one.stance.sentence
    return Evidence(keys[one.document], span, documents[one.document].at(span))


def _keys(documents: Mapping[str, Document]) -> dict[str, str]:
    """What to call each document: its name, or its id where two share one."""
    names = [one.name for one in documents.values()]
    return {key: one.name if names.count(one.name) == 1 else key for key, one in documents.items()}


def _name(state: str) -> str:
    known = countries().get(state)
    return known.name if known else state
