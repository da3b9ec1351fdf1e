"""A scenario beside a case: what changes, by which patch, through which mechanism, and on which sentences that rests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from detente.records import Evidence
from detente.strategy.patches import Patch, Scenario
from detente.strategy.sampling import LABEL, Summary
from detente.strategy.scenario import Change, Diff, compare
from detente.workbench.casefile import CaseOver, called, cited, held_last, tidy


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A scenario beside its case.

    Args:
        diff: every number that is another, with its causes. issues: issue → its name.
        rests_on: patch, as text → sentences that what it changes rests on in the case.
        names: document id → its name.
    """

    diff: Diff
    issues: Mapping[str, str]
    rests_on: Mapping[str, tuple[Evidence, ...]]
    names: Mapping[str, str]
    label: str = LABEL

    @property
    def title(self) -> str:
        """Of the scenario."""
        return self.diff.scenario.title

    @property
    def outcomes(self) -> tuple[Change, ...]:
        """Changes of the outcomes of issues."""
        return tuple(one for one in self.diff.changes if one.name.startswith("outcome:"))

    def grounds(self) -> dict[str, str]:
        """Patch → the sentences that what it changes rests on in the case, as one line."""
        causes = dict.fromkeys(str(cause.patch) for change in self.diff.changes for cause in change.causes)
        return {patch: self.said(self.rests_on.get(patch, ())) for patch in causes}

    def carried(self) -> dict[str, str]:
        """Mechanism that carries some change → the sentences that assert it, as one line."""
        return {c.mechanism: self.said(c.evidence) for change in self.diff.changes for c in change.carriers}

    def said(self, evidence: Iterable[Evidence]) -> str:
        """Sentences with their documents; where there is none, the analyst alone says so."""
        found = (f"“{' '.join(one.text.split())}” ({self.names.get(one.document, one.document)})" for one in evidence)
        return "; ".join(found) or "the analyst alone"

    def summary(self) -> dict[str, Any]:
        """As plain values, for JSON; what is not known is null."""
        found = {
            "title": self.title,
            "label": self.label,
            "changes": [self._change(one) for one in self.diff.changes],
            "unmoved": [str(patch) for patch in self.diff.unmoved],
            "sampled": [{"issue": a.issue, "before": _drawn(a), "after": _drawn(b)} for a, b in self.diff.sampled],
        }
        return tidy(found)

    def _change(self, one: Change) -> dict[str, Any]:
        return {
            "name": one.name,
            "words": one.words,
            "before": one.before,
            "after": one.after,
            "change": one.amount,
            "reason": one.reason,
            "causes": [
                {
                    "patch": str(cause.patch),
                    "line": cause.patch.line,
                    "amount": cause.amount,
                    "lever": cause.lever,
                    "shift": cause.shift,
                    "rests_on": cited(self.rests_on.get(str(cause.patch), ()), self.names),
                }
                for cause in one.causes
            ],
            "through": [
                {"mechanism": c.mechanism, "line": c.line, "without": c.without, "evidence": cited(c.evidence, self.names)}
                for c in one.carriers
            ],
        }


def _drawn(one: Summary) -> dict[str, float | None]:
    return {"median": one.median, "low": one.low, "high": one.high, "p_over": one.p_over}


def whatif(
    over: CaseOver, scenario: Scenario, *, draws: int = 0, seed: int | None = None, threshold: float | None = None
) -> WhatIf:
    """A scenario beside a case.

    Raises:
        InputError: a patch that will not do; with its line.
    """
    limit = over.case.model.threshold if threshold is None else threshold
    diff = compare(over.situation(), scenario, n=draws, seed=seed, threshold=limit)
    rests = {str(patch): told for patch in scenario.patches if (told := grounds(over, patch))}
    return WhatIf(diff, {one.id: one.name for one in over.case.issues}, rests, called(over.holdings.documents))


def grounds(over: CaseOver, patch: Patch) -> tuple[Evidence, ...]:
    """The sentences on which a case rests what a patch changes; none where it is the analyst's alone."""
    case = over.case
    match patch.what:
        case "position" | "salience":
            held = held_last(case).get((patch.name("actor"), patch.name("issue")))
            return held.evidence if held else ()
        case "status_quo":
            return next((one.evidence for one in case.issues if one.id == patch.name("issue")), ())
        case "influence" | "authority" | "power":
            return next((one.evidence for one in case.actors if one.id == patch.name("actor")), ())
        case "tie":
            tie = case.tie(*patch.names["between"])
            return tie.evidence if tie else ()
        case "trust":
            view = case.view(patch.name("holder"), patch.name("of"))
            return view.evidence if view else ()
        case "mechanism":
            return next((one.evidence for one in case.mechanisms if one.name == patch.name("name")), ())
        case _:
            event = next((one for one in over.events if one.id == patch.name("event")), None)
            return over.sentences(event) if event else ()
