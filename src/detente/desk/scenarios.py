"""Scenarios as views: what is changed, what that changes, by how much, through what, and on which sentences it rests."""

from __future__ import annotations

import re
from collections.abc import Mapping

from detente.desk import wording
from detente.desk.case_views import ChangeView, ScenarioView
from detente.desk.citations import Citations, Citing
from detente.desk.stakes import spread, told
from detente.desk.views import Limit
from detente.strategy.scenario import Change
from detente.workbench.dossier import Dossier
from detente.workbench.whatif import WhatIf

_RELATIONS = ("trust", "displayed", "substance", "perceived", "partner", "dependence", "ceiling", "hazard")


def scenarios(dossier: Dossier, citations: Citations) -> tuple[ScenarioView, ...]:
    """Each scenario beside the case, in the order given."""
    names = {**dossier.solution.names, **{one.id: f"“{one.name}”" for one in dossier.case.issues}}
    return tuple(_scenario(one, number, citations, names) for number, one in enumerate(dossier.scenarios, start=1))


def named(text: str, names: Mapping[str, str]) -> str:
    """A text with the ids in it by their names.

    >>> named("position of TUR on GAS", {"TUR": "Turkey", "GAS": "“Gas”"})
    'position of Turkey on “Gas”'
    """
    ids = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))
    return re.sub(rf"(?<![\w.-])({ids})(?![\w.-])", lambda match: names[match[1]], text) if ids else text


def _scenario(one: WhatIf, number: int, citations: Citations, names: Mapping[str, str]) -> ScenarioView:
    anchor = f"scenario-{number}"
    by = Citing(anchor, f"scenario {number}")
    evidence = {c.mechanism: c.evidence for change in one.diff.changes for c in change.carriers}
    return ScenarioView(
        anchor=anchor,
        title=one.title,
        patches=tuple(
            Limit(
                wording.capitalized(named(str(patch).rsplit(" (line ", 1)[0], names)),
                cites=citations.cites([(e.document, e.span) for e in one.rests_on.get(str(patch), ())], by),
            )
            for patch in one.diff.scenario.patches
        ),
        outcomes=tuple(_change(change, one, names) for change in one.outcomes),
        others=tuple(_change(change, one, names) for change in one.diff.changes if change.name.partition(":")[0] in _RELATIONS),
        unmoved=tuple(named(str(patch), names) for patch in one.diff.unmoved),
        carriers=tuple(
            Limit(name.replace("_", " "), cites=citations.cites([(e.document, e.span) for e in said], by))
            for name, said in evidence.items()
        ),
    )


def _change(change: Change, one: WhatIf, names: Mapping[str, str]) -> ChangeView:
    issue = change.name.removeprefix("outcome:")
    pair = next(((a, b) for a, b in one.diff.sampled if a.issue == issue), None) if issue != change.name else None
    if pair:
        words = one.issues.get(issue, issue)
        before, after = (spread(side.median, side.low, side.high) for side in pair)
    else:
        words = named(change.words, names)
        before, after = (told(value) if value is None else f"{value:.2f}" for value in (change.before, change.after))
    places = {str(patch): number for number, patch in enumerate(one.diff.scenario.patches, start=1)}
    return ChangeView(
        words=words,
        before=before,
        after=after,
        by="not known" if change.amount is None else wording.signed(change.amount, 1 if pair else 2),
        causes=", ".join(
            f"change {places.get(str(cause.patch), '?')}"
            + ("" if cause.amount is None else f" {wording.signed(cause.amount, 1 if pair else 2)}")
            for cause in change.causes
        ),
        through=wording.listed([carrier.mechanism.replace("_", " ") for carrier in change.carriers]),
    )
