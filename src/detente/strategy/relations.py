"""What events say of relations on one day: displayed warmth, substance, how long they have differed, help and harm.

    D, S = (a − c)/(a + c) over verbal, material acts, weights 2^(−age/half-life) and π, as in `measures.series`
    gap_years = months in a row, up to this one, with D and S on the same sides of a gap of at least 0.2, / 12
    helped_ij, harmed_ij = w/(1 + w),   w the decayed weight of j's cooperative, conflictual material acts towards i

Where no act of a kind is younger than two half-lives, what rests on it is not known. Help and harm are known where any material
act of the two is. What a signal cost no event says: it has to be given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import numpy as np

from detente.measures import periods
from detente.measures.dyads import Act, Proxies, acts
from detente.measures.series import HALF_LIFE_DAYS
from detente.records import Event
from detente.strategy.power import Array

GAP = 0.2
"""A smaller difference of displayed and substance is no gap."""


def relations(
    events: Iterable[Event],
    actors: Sequence[str],
    on: date,
    *,
    proxies: Proxies | None = None,
    half_life_days: float = HALF_LIFE_DAYS,
) -> dict[str, Array]:
    """Variables of a state on a day, (n, n) each, nan where not known: displayed, substance, gap_years, helped, harmed.

    Args:
        events: only actual ones with both ends of their date known count, and only their days up to `on`.
        actors: those of the system.
        on: the day.
        proxies: actors that act for a state, with their weight.
        half_life_days: days after which an act weighs half.
    """
    held = list(events)
    n = len(actors)
    found = {name: np.full((n, n), np.nan) for name in ("displayed", "substance", "gap_years", "helped", "harmed")}
    for i in range(n):
        for j in range(n):
            if i < j:
                for name, value in _mutual(acts(held, actors[i], actors[j], proxies=proxies), on, half_life_days).items():
                    found[name][i, j] = found[name][j, i] = value
            if i != j and not np.isnan(found["substance"][min(i, j), max(i, j)]):
                directed = acts(held, actors[j], actors[i], directed=True, proxies=proxies)
                found["helped"][i, j], found["harmed"][i, j] = (_done(directed, sign, on, half_life_days) for sign in (1, -1))
    return found


def _mutual(found: list[Act], on: date, half_life: float) -> dict[str, float]:
    displayed, substance = (warmth(found, on, half_life, verbal=verbal) for verbal in (True, False))
    gap = np.nan if displayed is None or substance is None else displayed - substance
    values = {"displayed": displayed, "substance": substance, "gap_years": _lasted(found, on, half_life, gap)}
    return {name: np.nan if value is None else float(value) for name, value in values.items()}


def warmth(found: Sequence[Act], on: date, half_life: float = HALF_LIFE_DAYS, *, verbal: bool) -> float | None:
    """D or S on a day, in [−1, 1]; None where no act of that kind is younger than two half-lives."""
    chosen = [act for act in found if act.verbal is verbal]
    ages = [periods.age(act, on) for act in chosen]
    if not any(age is not None and age < 2 * half_life for age in ages):
        return None
    weights = [act.weight * periods.decayed(act, on, half_life) for act in chosen]
    total = sum(weights)
    return sum(act.sign * w for act, w in zip(chosen, weights, strict=True)) / total if total > 0 else None


def _lasted(found: list[Act], on: date, half_life: float, gap: float) -> float:
    """Years for which a gap like today's has lasted; 0 where there is none, nan where it is not known."""
    if np.isnan(gap) or abs(gap) < GAP:
        return 0.0 if not np.isnan(gap) else np.nan
    months, day = 0, on
    while found:
        day = day.replace(day=1) - timedelta(days=1)
        faces = [warmth(found, day, half_life, verbal=verbal) for verbal in (True, False)]
        if faces[0] is None or faces[1] is None or (faces[0] - faces[1]) * np.sign(gap) < GAP:
            break
        months += 1
    return months / 12.0


def _done(directed: list[Act], sign: int, on: date, half_life: float) -> float:
    w = sum(act.weight * periods.decayed(act, on, half_life) for act in directed if not act.verbal and act.sign == sign)
    return w / (1.0 + w)
