"""Stances on one issue → a position: where the actor stands, how sure that is, and how much it cares.

    mode      50 + 50 Σ w side / Σ w, over the stances of the actor on the issue
    low, high the outermost stance either way, and 10 points beyond (15 for one told once, or by a label alone)
    salience  30 + 40 · n / n_max + 20 · stressed + 10 · spread, at most 100

with n the sentences in which the actor takes a side on the issue, n_max the most it does on any, `stressed` 1 where one of them
says that it matters much, and `spread` 1 where two documents or more tell it. It ranks; it is no measurement.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.records import UNKNOWN, Evidence, Moment
from detente.strategy.case.parts import CasePosition
from detente.strategy.draft.instances import Instance, Told

MARGIN, WIDE = 10.0, 15.0
EVIDENCE = 6
"""Sentences cited at most; those that say it most directly."""


def position(actor: str, issue: str, told: Sequence[Told], most: int, evidence: Mapping[Told, Evidence]) -> CasePosition:
    """The position that an actor's stances on an issue add up to.

    Args:
        actor: whose.
        issue: id of the issue.
        told: at least one stance of the actor on it.
        most: sentences in which the actor takes a side on the issue it speaks of most, ≥ 1.
        evidence: where each stands.
    """
    sides = [50.0 + 50.0 * one.stance.side for one in told]
    weights = [one.stance.weight for one in told]
    mode = sum(x * w for x, w in zip(sides, weights, strict=True)) / sum(weights)
    thin = n_sentences(told) == 1 or all(one.stance.basis == "label" for one in told)
    margin = WIDE if thin else MARGIN
    low, high = max(0.0, min(sides) - margin), min(100.0, max(sides) + margin)
    best = sorted(told, key=lambda one: (-one.stance.weight, one.document, one.stance.span))
    cited = list(dict.fromkeys(evidence[one] for one in best))[:EVIDENCE]
    return CasePosition(
        actor,
        issue,
        float(round(low)),
        float(round(mode)),
        float(round(high)),
        salience(told, most),
        None,
        _moment(told),
        origin="extracted",
        evidence=tuple(cited),
    )


def salience(told: Sequence[Told], most: int) -> float:
    """How much the texts stress it, in [30, 100]."""
    stressed = any(one.stance.stressed for one in told)
    spread = len({one.document for one in told}) > 1
    return float(min(100, round(30 + 40 * n_sentences(told) / most + 20 * stressed + 10 * spread)))


def n_sentences(told: Sequence[Told]) -> int:
    """Different sentences among them."""
    return len({(one.document, one.stance.sentence) for one in told})


def busiest(found: Sequence[Instance]) -> dict[str, int]:
    """Actor → the sentences in which it takes a side on the issue it speaks of most."""
    most = dict[str, int]()
    for instance in found:
        for actor in instance.actors:
            n = n_sentences([one for one in instance.told if one.stance.actor == actor])
            most[actor] = max(most.get(actor, 1), n)
    return most


def _moment(told: Sequence[Told]) -> Moment:
    """Held at least since the first article that tells it; an article without a day does not say."""
    days = [one.date.latest for one in told]
    known = [day for day in days if day is not None]
    return Moment(min(known), None, "explicit") if len(known) == len(days) and known else UNKNOWN
