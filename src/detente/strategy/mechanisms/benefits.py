"""What an alignment would bring before anything is held against it: what partner utility starts from."""

from __future__ import annotations

import numpy as np

from detente.strategy.power import Array
from detente.strategy.state import State


def agreement(state: State, i: int, j: int, columns: list[int] | None = None) -> Array:
    """A = 1 − Σ w |x_i − x_j| / (100 Σ w), w = √(s_i s_j), in [0, 1]; nan where no issue is shared, (…).

    Args:
        state: its stated positions, before any mechanism.
        i: a row.
        j: another.
        columns: the issues; all where not given.
    """
    at = list(range(len(state.system.issues))) if columns is None else columns
    apart = np.abs(state.cells("stated", i, at) - state.cells("stated", j, at)) / 100.0
    w = np.sqrt(state.cells("salience", i, at) * state.cells("salience", j, at))
    w = np.where(np.isnan(apart) | np.isnan(w), 0.0, w)
    total = w.sum(axis=-1)
    return np.where(total > 0, 1.0 - (w * np.nan_to_num(apart)).sum(axis=-1) / np.where(total > 0, total, 1.0), np.nan)


def partner_utility(state: State, i: int, j: int) -> Array:
    """U_ij so far, (…): as given or already changed; else the mean of agreement A and trust (1 + τ)/2, of what is known of them."""
    parts = np.stack(np.broadcast_arrays(agreement(state, i, j), (1.0 + state.trust[..., i, j]) / 2.0))
    n = (~np.isnan(parts)).sum(axis=0)
    benefits = np.where(n > 0, np.nan_to_num(parts).sum(axis=0) / np.maximum(n, 1), np.nan)
    given = state.partner[..., i, j]
    return np.where(np.isnan(given), benefits, given)
