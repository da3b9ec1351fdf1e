"""Correlated draws: what one source says may all be off the same way.

    u_ik = Φ(√ρ · Σ_s f_s / √n_s + √(1 − ρ) e_ik)

f_s and e_ik are independent standard normals; s are the n_s sources on which the position of i on k rests. Two positions that rest on
one and the same source correlate with ρ, .5 by default; two without a common source do not. A position without a source is a
source of its own. Each u_ik is uniform, and becomes a position through its triangle.

References:
    A. Sklar, Fonctions de répartition à n dimensions et leurs marges, Publ. Inst. Statist. Univ. Paris 8 (1959), 229–231.
    R. B. Nelsen, An Introduction to Copulas, Springer (2006), ch. 2.
    M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions (1964), 26.2.17: Φ to 7.5e-8.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from detente.measures.triangular import quantile
from detente.strategy.mechanisms import Use
from detente.strategy.power import Array, number
from detente.strategy.system import System

CORRELATION = 0.5
Sources = Mapping[tuple[str, str], Sequence[str]]
"""(actor, issue) → ids of the documents that the position rests on."""
_TERMS = (0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429)


def normal_cdf(z: ArrayLike) -> Array:
    """Φ, to 7.5e-8, in [0, 1].

    >>> normal_cdf([0.0, 1.6448536269514722]).round(6).tolist()
    [0.5, 0.95]
    """
    x = np.abs(np.asarray(z, dtype=np.float64))
    t = 1.0 / (1.0 + 0.2316419 * x)
    tail: Array = np.zeros_like(x)
    for term in reversed(_TERMS):
        tail = t * (term + tail)
    below: Array = np.minimum(tail * np.exp(-0.5 * x * x) / np.sqrt(2.0 * np.pi), 0.5)
    return np.where(np.asarray(z, dtype=np.float64) >= 0, 1.0 - below, below)


def uniforms(
    system: System, n: int, rng: np.random.Generator, sources: Sources | None = None, correlation: float = CORRELATION
) -> Array:
    """u, (n, n_actors, n_issues).

    Args:
        system: whose positions.
        n: draws.
        rng: its state is moved on.
        sources: what each position rests on.
        correlation: ρ in [0, 1].

    Raises:
        InputError: for a correlation outside [0, 1].
    """
    rho = float(number("correlation", correlation, 0.0, 1.0))
    shape = (n, len(system.actors), len(system.issues))
    own = rng.standard_normal(shape)
    names = sorted({name for told in (sources or {}).values() for name in told})
    common = dict(zip(names, rng.standard_normal((len(names), n)), strict=True))
    stance = np.full(shape, np.nan)
    for (actor, issue), told in (sources or {}).items():
        if told and actor in system.actors and issue in system.issues:
            each = sorted(set(told))
            stance[:, system.row(actor), system.column(issue)] = sum(common[name] for name in each) / np.sqrt(len(each))
    return normal_cdf(np.where(np.isnan(stance), own, np.sqrt(rho) * np.nan_to_num(stance) + np.sqrt(1.0 - rho) * own))


def positions(
    system: System, n: int, rng: np.random.Generator, sources: Sources | None = None, correlation: float = CORRELATION
) -> Array:
    """Draws of all positions, (n, n_actors, n_issues), each within its triangle; nan where not known. Arguments as `uniforms`."""
    return quantile(uniforms(system, n, rng, sources, correlation), system.low, system.mode, system.high)


def parameters(use: Use, n: int, seed: int) -> dict[str, Array]:
    """Draws of a mechanism's parameters, (n,) each, independent of one another and of the positions.

    What else is at work makes no difference to them, so that a scenario is compared draw by draw.
    """
    roles = "|".join(f"{role}={','.join(names)}" for role, names in sorted(use.roles.items()))
    found = dict[str, Array]()
    for name, one in sorted(use.ranges.items()):
        rng = np.random.default_rng([seed, zlib.crc32(f"{use.name}|{roles}|{name}".encode())])
        found[name] = quantile(rng.random(n), one.low, one.mode, one.high)
    return found
