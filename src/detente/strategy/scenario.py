"""What-if: a scenario beside the baseline, every number that changed with what changed it.

The causes are found by solving, not guessed. The patches are laid on one after another, in the order of the file, and what each moves
it is a cause of; the steps add up to the change exactly. Each mechanism that acts is taken out of both runs: where the change is then
another, it carried part of it. For a compromise the exact lever w_i/Σw of the actor whose position was patched stands beside its step.

    change = Σ over patches p of (value with patches 1 … p − value with patches 1 … p − 1)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.records import Evidence
from detente.strategy.mechanisms import Use
from detente.strategy.outcome import Number, Outcome
from detente.strategy.patches import Patch, Scenario, load, parse
from detente.strategy.patching import patched
from detente.strategy.run import sequence
from detente.strategy.sampling import LABEL, Summary, summary
from detente.strategy.situation import Situation

__all__ = ["Carrier", "Cause", "Change", "Diff", "Patch", "Scenario", "compare", "load", "parse"]

ALIKE, LEAST = 1e-9, 1e-12
"""Numbers closer than the first are the same; steps smaller than the second are rounding."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A patch that moves a number.

    Args:
        amount: by how much, after the patches before it; None where the number is not known before or after.
        lever: of the actor whose position was patched on this issue, where the compromise decides it; by how much the
            outcome moves per unit of position. shift: how far the position went.
    """

    patch: Patch
    amount: float | None
    lever: float | None = None
    shift: float | None = None

    def __str__(self) -> str:
        by = "" if self.amount is None else f" {self.amount:+.4g}"
        exact = "" if self.lever is None else f" (lever {self.lever:.4g} × {self.shift:+.4g})"
        return f"{self.patch}{by}{exact}"


@dataclass(frozen=True, slots=True)
class Carrier:
    """A mechanism that carried part of a change: without it the change would be `without`; and where it is asserted."""

    mechanism: str
    line: int
    without: float | None
    evidence: tuple[Evidence, ...]

    def __str__(self) -> str:
        place = f" (case line {self.line})" if self.line else ""
        change = "the change would not be known" if self.without is None else f"{self.without:+.4g}"
        said = "".join(f", as {one.document} says: “{one.text}”" for one in self.evidence if one.text)
        return f"through {self.mechanism}{place}, without which {change}{said}"


@dataclass(frozen=True, slots=True)
class Change:
    """A number that is another in the scenario, with at least one cause. None is "not known"."""

    name: str
    words: str
    before: float | None
    after: float | None
    causes: tuple[Cause, ...]
    carriers: tuple[Carrier, ...] = ()
    reason: str | None = None

    @property
    def amount(self) -> float | None:
        """By how much it changes, after − before."""
        return None if self.before is None or self.after is None else self.after - self.before

    def __str__(self) -> str:
        before, after = ("not known" if value is None else f"{value:.4g}" for value in (self.before, self.after))
        why = "; ".join(str(one) for one in (*self.causes, *self.carriers))
        reason = f" ({self.reason})" if self.reason else ""
        return f"{self.words}: {before} → {after}{reason}, because of {why}."


@dataclass(frozen=True, slots=True, eq=False)
class Diff:
    """A scenario beside the baseline.

    Args:
        changes: every number at the modes that is another, in a fixed order. unmoved: patches that move nothing.
        sampled: of each issue, over the draws, before and after; empty where no draws were asked for.
    """

    scenario: Scenario
    changes: tuple[Change, ...]
    unmoved: tuple[Patch, ...]
    sampled: tuple[tuple[Summary, Summary], ...]
    baseline: Outcome
    outcome: Outcome

    def __str__(self) -> str:
        lines = [f"{self.scenario.title} ({LABEL})", *(str(one) for one in self.changes)]
        lines += [f"{patch} moves no number at the modes." for patch in self.unmoved]
        if not self.changes:
            lines.append("Nothing changes.")
        return "\n".join([*lines, *(line for pair in self.sampled if (line := _told(*pair)))]) + "\n"


def _told(before: Summary, after: Summary) -> str:
    if before == after:
        return ""
    words = [
        "not known" if one.median is None else f"{one.median:.4g} [{one.low:.4g}, {one.high:.4g}]" for one in (before, after)
    ]
    return f"median and 80 % interval of {before.issue} over {after.n_draws} draws: {words[0]} → {words[1]}"


def compare(
    situation: Situation, scenario: Scenario, *, n: int = 0, seed: int | None = None, threshold: float | None = None
) -> Diff:
    """A scenario beside the baseline.

    Args:
        situation: the baseline.
        scenario: its patches are applied in their order.
        n: draws for medians and intervals; 0 for none.
        seed: of the draws; that of the situation where not given. The same seed gives the same bytes.
        threshold: for P(outcome > threshold).

    Raises:
        InputError: for a patch that will not do; with its line.
    """
    steps = [situation]
    for patch in scenario.patches:
        steps.append(patched(steps[-1], replace(scenario, patches=(patch,))))
    changed = steps[-1]
    solved = [one.solve() for one in steps]
    values = [_numbers(one) for one in solved]
    without = [(use, *_without(situation, changed, use)) for use in _acting(solved[0], solved[-1])]
    names = list(dict.fromkeys(name for each in (values[0], values[-1]) for name in each))
    changes = list[Change]()
    for name in names:
        path = [_value(each, name) for each in values]
        if _differs(path[0], path[-1], ALIKE):
            found = list(_causes(name, path, scenario, steps, solved))
            causes = tuple([one for one in found if one.amount is None or abs(one.amount) > LEAST] or found)
            changes.append(_change(name, values, causes, without))
    unmoved = tuple(
        patch
        for patch, old, new in zip(scenario.patches, values, values[1:], strict=False)
        if not any(_differs(_value(old, name), _value(new, name), ALIKE) for name in old | new)
    )
    sampled = tuple(zip(*(summary(one.sample(n, seed), threshold) for one in (situation, changed)), strict=True)) if n else ()
    return Diff(scenario, tuple(changes), unmoved, sampled, solved[0], solved[-1])


def _causes(
    name: str, path: Sequence[float | None], scenario: Scenario, steps: Sequence[Situation], solved: Sequence[Outcome]
) -> Iterator[Cause]:
    """The patches at which a number changes along its path."""
    for place, patch in enumerate(scenario.patches):
        old, new = path[place], path[place + 1]
        if _differs(old, new):
            amount = None if old is None or new is None else new - old
            yield Cause(patch, amount, *_lever(name, patch, solved[place], steps[place], steps[place + 1]))


def _numbers(outcome: Outcome) -> dict[str, Number]:
    return {number.name: number for number in outcome.numbers()}


def _value(numbers: dict[str, Number], name: str) -> float | None:
    return numbers[name].value if name in numbers else None


def _differs(before: float | None, after: float | None, by: float = 0.0) -> bool:
    if before is None or after is None:
        return before is not after
    return abs(after - before) > by


def _acting(base: Outcome, after: Outcome) -> list[Use]:
    """Mechanisms that act in either run, each once."""
    found = {
        (one.use.name, tuple(sorted(one.use.roles.items()))): one.use
        for run in (base, after)
        for one in run.applied
        if one.acted
    }
    return sequence(found.values())


def _without(situation: Situation, changed: Situation, use: Use) -> tuple[dict[str, Number], dict[str, Number]]:
    """Numbers of both runs with a mechanism taken out."""

    def left(one: Situation) -> dict[str, Number]:
        rest = tuple(other for other in one.uses if (other.name, other.roles) != (use.name, use.roles))
        return _numbers(replace(one, uses=rest).solve())

    return left(situation), left(changed)


def _change(
    name: str,
    values: Sequence[dict[str, Number]],
    causes: tuple[Cause, ...],
    without: Sequence[tuple[Use, dict[str, Number], dict[str, Number]]],
) -> Change:
    old, new = _value(values[0], name), _value(values[-1], name)
    told = values[-1].get(name) or values[0][name]
    total = None if old is None or new is None else new - old
    left = [(use, _amount(first, second, name)) for use, first, second in without]
    carriers = tuple(Carrier(use.name, use.line, one, use.evidence) for use, one in left if _differs(total, one, ALIKE))
    return Change(name, told.words, old, new, causes, carriers, told.reason)


def _amount(first: dict[str, Number], second: dict[str, Number], name: str) -> float | None:
    old, new = _value(first, name), _value(second, name)
    if old is None and new is None:
        return 0.0 if name not in first and name not in second else None
    return None if old is None or new is None else new - old


def _lever(name: str, patch: Patch, solved: Outcome, before: Situation, after: Situation) -> tuple[float | None, float | None]:
    """The exact lever of a patched position on the outcome of its issue, where the compromise decides it, and the shift."""
    if patch.what != "position" or name != f"outcome:{patch.name('issue')}":
        return None, None
    i, k = before.state.row(patch.name("actor")), before.state.column(patch.name("issue"))
    settled = solved.issues[patch.name("issue")]
    shift = float(after.state.stated[i, k] - before.state.stated[i, k])
    if settled.lever is None or patch.name("actor") not in settled.actors or shift != shift:
        return None, None
    return float(settled.lever[settled.actors.index(patch.name("actor"))]), shift
