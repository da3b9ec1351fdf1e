"""How alike two states' commitments and votes are: Signorino and Ritter's S, and the distance of ideal points.

    S = 1 − 2 Σ_k w_k |a_k − b_k| / (Δ Σ_k w_k),   Δ = the scale's width

is 1 for the same profile and −1 for opposite ones. An ideal point is a state's place on the one line that explains most votes of a
session; |θ_a − θ_b| is in units of that line, and has no natural end. The two need not agree, with each other or with the agreement
of votes: they stand side by side, and are never averaged.

References:
    C. S. Signorino, J. M. Ritter, Tau-b or not tau-b: measuring the similarity of foreign policy positions, International Studies
    Quarterly 43 (1999), 115–144.
    M. A. Bailey, A. Strezhnev, E. Voeten, Estimating dynamic state preferences from United Nations voting data, Journal of Conflict
    Resolution 61 (2017), 430–456.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from detente.errors import InputError


def signorino_ritter(a: ArrayLike, b: ArrayLike, width: float, weights: ArrayLike | None = None) -> float | None:
    """S of two profiles, in [−1, 1].

    Args:
        a: (n,), say the kind of alliance with each of n states; nan where not known, and then left out.
        b: likewise, in the same order.
        width: Δ > 0, the largest difference that the scale allows.
        weights: (n,), ≥ 0; all 1 where not given.

    Returns:
        None where nothing is known of both.

    Raises:
        InputError: for profiles of different length, a negative weight, or a difference beyond the width.

    >>> signorino_ritter([3, 0, 1], [3, 3, 0], width=3)  # 1 − 2 · 4/(3 · 3)
    0.11111111111111116
    """
    x, y = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    w = np.ones(x.shape) if weights is None else np.asarray(weights, dtype=np.float64)
    if x.ndim != 1 or x.shape != y.shape or x.shape != w.shape:
        raise InputError(
            f"the profiles and weights have shapes {x.shape}, {y.shape}, {w.shape}", mend="give lists of one length"
        )
    if not width > 0 or not np.isfinite(w).all() or (w < 0).any():
        raise InputError("the width has to be above 0, and no weight below 0", mend="correct the width or the weights")
    apart = np.abs(x - y)
    known = ~np.isnan(apart)
    if (apart[known] > width).any():
        raise InputError(
            f"two values are {np.nanmax(apart):g} apart on a scale {width:g} wide", mend="give the width of the scale"
        )
    total = float(w[known].sum())
    return None if total == 0 else float(1.0 - 2.0 * (w * apart)[known].sum() / (width * total))


def ideal_point_distance(points: Iterable[tuple[int, str, float]], a: str, b: str) -> dict[int, float]:
    """|θ_a − θ_b| by session, for the sessions that have both.

    Session s opens in September of the year 1945 + s and runs into the next, so a session is not a calendar year.

    Args:
        points: session, country, ideal point; rows of other countries are passed over.
        a: a country, as the rows call it.
        b: another.

    Raises:
        InputError: for two points of a country in one session, or a country and itself.

    >>> ideal_point_distance([(71, "A", 0.5), (71, "B", -1.0), (72, "A", 0.4)], "A", "B")
    {71: 1.5}
    """
    if a == b:
        raise InputError(f"{a} and {b} are the same country", mend="name two different countries")
    held = dict[tuple[int, str], float]()
    for session, country, point in points:
        if country not in (a, b):
            continue
        if (session, country) in held:
            raise InputError(
                f"{country} has two ideal points", at=f"session {session}", mend="keep one row to a country and session"
            )
        held[session, country] = float(point)
    both = sorted(session for session, country in held if country == a and (session, b) in held)
    return {session: abs(held[session, a] - held[session, b]) for session in both}
