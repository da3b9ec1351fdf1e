"""The compromise: the mean of the positions, each weighed by influence times salience.

    O = Σ_i c_i s_i x_i / Σ_i c_i s_i

with x_i ∈ ℝ the position of actor i, c_i ≥ 0 its influence, s_i ≥ 0 its salience: the point of least weighted squared loss. It
comes near the asymmetric Nash bargaining solution where no agreement is far worse for everybody than any agreement (Achen 2006).

References:
    J. Van den Bos, Dutch EC Decision Making, Thela Thesis (1991), the compromise model.
    C. H. Achen, Institutional realism and bargaining models, in R. Thomson et al. (eds.), The European Union Decides,
    Cambridge University Press (2006), 86–123.
"""

from __future__ import annotations

from numpy.typing import ArrayLike

from detente.strategy.power import Array, weighed


def compromise(positions: ArrayLike, salience: ArrayLike, influence: ArrayLike) -> Array:
    """The outcome of each issue, on the scale of the positions.

    Args:
        positions: (…, n), actors last, nan where an actor's position is not known (it is left out).
        salience: (…, n) or what broadcasts to it, ≥ 0.
        influence: (…, n) or what broadcasts to it, ≥ 0; neither scale matters.

    Returns:
        Shape (…), inside the hull of the known positions.

    Raises:
        InputError: for values out of range or an issue on which nobody weighs anything.

    >>> float(compromise([0, 100], [10, 60], 1))  # 100 · 60 / 70
    85.71428571428571
    """
    x, w = weighed(positions, salience, influence)
    return mean(x, w)


def lever(positions: ArrayLike, salience: ArrayLike, influence: ArrayLike) -> Array:
    """By how much the outcome moves when an actor moves by one: w_i / Σ w, exact because the compromise is linear.

    Args:
        positions: (…, n), nan where not known.
        salience: (…, n), ≥ 0.
        influence: (…, n), ≥ 0.

    Returns:
        Shape (…, n), each in [0, 1], together 1; 0 for an actor whose position is not known.

    >>> lever([0, 100], [10, 60], 1).round(4).tolist()
    [0.1429, 0.8571]
    """
    _, w = weighed(positions, salience, influence)
    return w / w.sum(axis=-1, keepdims=True)


def mean(x: Array, w: Array) -> Array:
    """Σ w x / Σ w over the last axis, as a combination of shares, so that rounding cannot leave the hull by more than an ulp."""
    return (x * w).sum(axis=-1) / w.sum(axis=-1)
