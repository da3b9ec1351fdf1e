"""The order of the months left to chance.

If nothing turns, any order of the months is as likely as the one observed. A statistic is set beside its values in shuffled
orders; its p-value is the share of all orders drawn, the observed one counted among them, in which it is at least as large:

    p = (1 + #{b : T_b ≥ T}) / (1 + B)

References:
    B. Phipson, G. K. Smyth, Permutation p-values should never be zero, Stat. Appl. Genet. Mol. Biol. 9 (2010), art. 39.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

MAD_TO_SIGMA = 1.4826
"""The median absolute deviation times this is the standard deviation of a normal variable. MAD means that product throughout."""
_TIE = 1e-9


@lru_cache(maxsize=32)
def orders(n: int, n_shuffles: int, seed: int) -> NDArray[np.int64]:
    """Orders of n months, shape (n_shuffles, n), read-only: the same for the same three numbers."""
    rows = np.tile(np.arange(n), (n_shuffles, 1))
    found = np.random.default_rng([seed, n]).permuted(rows, axis=1)
    found.setflags(write=False)
    return found


def p_values(observed: Array, null: Array) -> Array:
    """One p to each observed statistic, shape of `observed`, against those of the shuffles, shape (B,)."""
    ordered = np.sort(null)
    at_least = null.size - np.searchsorted(ordered, observed * (1.0 - _TIE) - _TIE, side="left")
    return np.asarray((1.0 + at_least) / (1.0 + null.size), dtype=np.float64)


def spread(values: Array) -> Array:
    """MAD of the last axis, in units of a standard deviation; shape without that axis."""
    middle = np.median(values, axis=-1, keepdims=True)
    return MAD_TO_SIGMA * np.median(np.abs(values - middle), axis=-1)
