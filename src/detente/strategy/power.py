"""Effective power c·s: what an actor throws in on an issue.

Every solver weighs an actor's position by influence times salience. Here the three are checked and brought to one shape,
actors on the last axis, so that one call may solve one issue, many issues, or many draws of either.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from detente.errors import InputError

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


def number(name: str, values: ArrayLike, low: float | None = None, high: float | None = None, *, gaps: bool = False) -> Array:
    """Values as float64, refused where one is not a number, infinite or out of range.

    Args:
        name: what they are, for the message.
        values: any shape.
        low: the smallest allowed, inclusive; None for no bound.
        high: the largest allowed, inclusive; None for no bound.
        gaps: whether nan is allowed, as "not known".

    Raises:
        InputError: naming the first value that will not do and its place.
    """
    try:
        array = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise InputError(f"{name} must be numbers", mend=str(error)) from None
    bad = ~np.isfinite(array) & ~(np.isnan(array) & gaps)
    for bound, beyond in ((low, np.less), (high, np.greater)):
        if bound is not None:
            bad |= beyond(array, bound)
    if bad.any():
        place = tuple(int(i) for i in np.argwhere(bad)[0])
        raise InputError(f"{name} {array[place]:g} is not allowed", at=f"{name}{list(place)}", mend=f"give {_range(low, high)}")
    return array


def _range(low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return "a finite number"
    if high is None:
        return f"a number of at least {low:g}"
    return f"a number up to {high:g}" if low is None else f"a number between {low:g} and {high:g}"


def weighed(positions: ArrayLike, salience: ArrayLike, influence: ArrayLike) -> tuple[Array, Array]:
    """Positions and effective power, each of the shape (…, n) to which the three broadcast.

    A position of nan is not known: its actor weighs nothing on that issue.

    Args:
        positions: (…, n), any scale, nan where not known.
        salience: (…, n), ≥ 0, any scale.
        influence: (…, n), ≥ 0, any scale.

    Returns:
        x with 0 where not known, and w = c·s with 0 there.

    Raises:
        InputError: for shapes that do not fit, no actor, a negative or infinite value, or an issue on which nobody weighs anything.
    """
    x = number("position", positions, gaps=True)
    s, c = number("salience", salience, 0.0), number("influence", influence, 0.0)
    try:
        x, s, c = np.broadcast_arrays(x, s, c)
    except ValueError:
        shapes = f"{x.shape}, {s.shape} and {c.shape}"
        raise InputError(
            f"positions, salience and influence have shapes {shapes}", mend="give one of each to every actor"
        ) from None
    if x.ndim == 0 or x.shape[-1] == 0:
        raise InputError("there are no actors", mend="give at least one position")
    known = ~np.isnan(x)
    w = np.where(known, c * s, 0.0)
    if not (w.sum(axis=-1) > 0).all():
        raise InputError(
            "nobody weighs anything on an issue", mend="give one actor a known position, salience and influence above 0"
        )
    return np.where(known, x, 0.0), w
