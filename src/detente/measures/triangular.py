"""The triangular distribution: what low, mode and high say about a value that nobody has measured.

    F⁻¹(u) = low + √(u (high − low)(mode − low))            for u ≤ (mode − low)/(high − low)
             high − √((1 − u)(high − low)(high − mode))      above

References:
    S. Kotz, J. R. van Dorp, Beyond Beta, World Scientific (2004), ch. 1.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def quantile(u: ArrayLike, low: ArrayLike, mode: ArrayLike, high: ArrayLike) -> NDArray[np.float64]:
    """F⁻¹(u); the mode itself where low = high, nan where one of the three is.

    Args:
        u: in [0, 1], any shape.
        low: ≤ mode, of a shape that broadcasts with u.
        mode: ≤ high, likewise.
        high: likewise.

    >>> quantile([0.0, 0.5, 1.0], 0, 50, 100).tolist()
    [0.0, 50.0, 100.0]
    """
    share, a, m, b = (np.asarray(one, dtype=np.float64) for one in (u, low, mode, high))
    width = b - a
    below = share * width <= m - a
    found = np.where(below, a + np.sqrt(share * width * (m - a)), b - np.sqrt((1.0 - share) * width * (b - m)))
    return np.where(width > 0, found, m)
