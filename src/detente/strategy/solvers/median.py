"""The weighted median: the position that no majority of effective power would leave.

    M = x_(m),  m = min { k : Σ_{l ≤ k} w_(l) ≥ ½ Σ_i w_i },  w_i = c_i s_i

with x_(1) ≤ … ≤ x_(n) the positions in order (equal ones in the order given) and w_(l) their effective power. With one dimension,
single-peaked preferences and power-weighted majority votes it beats every other point or ties with it.

References:
    D. Black, On the rationale of group decision-making, Journal of Political Economy 56 (1948), 23–34.
    B. Bueno de Mesquita, Political forecasting: an expected utility method, in B. Bueno de Mesquita, F. Stokman (eds.), European
    Community Decision Making, Yale University Press (1994), ch. 4.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from detente.strategy.power import Array, weighed

TOLERANCE = 1e-12
"""Of the total power: a half that rounding has made a hair too small is still a half."""


def median(positions: ArrayLike, salience: ArrayLike, influence: ArrayLike) -> Array:
    """The weighted median of each issue, always one of the known positions.

    Args:
        positions: (…, n), actors last, nan where an actor's position is not known (it is left out).
        salience: (…, n) or what broadcasts to it, ≥ 0.
        influence: (…, n) or what broadcasts to it, ≥ 0; neither scale matters.

    Returns:
        Shape (…). Where a position's power ends exactly at one half, the lower of the two middle ones.

    Raises:
        InputError: for values out of range or an issue on which nobody weighs anything.

    >>> float(median([10, 40, 90], [1, 1, 1], [2, 2, 3]))  # 2 of 7 at 10, 4 of 7 at 40
    40.0
    """
    x, w = weighed(positions, salience, influence)
    return middle(x, w)


def middle(x: Array, w: Array) -> Array:
    """The weighted median over the last axis of x and w, both (…, n), w ≥ 0 with a sum above 0."""
    order = np.argsort(np.where(w > 0, x, np.inf), axis=-1, kind="stable")
    reached = np.cumsum(np.take_along_axis(w, order, axis=-1), axis=-1)
    half = reached[..., -1:] * (0.5 - TOLERANCE)
    first = np.argmax(reached >= half, axis=-1, keepdims=True)
    return np.take_along_axis(x, np.take_along_axis(order, first, axis=-1), axis=-1)[..., 0]
