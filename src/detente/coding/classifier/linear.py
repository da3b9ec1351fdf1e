"""The linear model: multinomial logistic regressions over hashed features, one for each question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights per question: `coef` (n_buckets × n_answers), `bias` (n_answers)."""

    coef: Mapping[str, NDArray[np.float32]]
    bias: Mapping[str, Floats]

    @classmethod
    def load(cls, path: Path) -> Linear:
        """Read the weights.

        The coefficients are kept only for the buckets that have any, in half precision.
        """
        with np.load(path, allow_pickle=False) as held:
            width, rows = int(held["width"]), held["rows"]
            coef: dict[str, NDArray[np.float32]] = {}
            bias: dict[str, Floats] = {}
            for name in held["questions"]:
                full = np.zeros((width, held[f"{name}_coef"].shape[1]), dtype=np.float32)
                full[rows] = held[f"{name}_coef"]
                coef[str(name)] = full
                bias[str(name)] = held[f"{name}_bias"].astype(np.float64)
        return cls(coef, bias)

    def answer(self, passages: Sequence[NDArray[np.int64]]) -> dict[str, Floats]:
        """Probabilities of the answers to each question.

        Args:
            passages: the buckets of each passage.

        Returns:
            question → array (n_passages × n_answers), rows sum to 1.
        """
        return {name: np.array([self._one(name, found) for found in passages]) for name in self.coef}

    def _one(self, name: str, found: NDArray[np.int64]) -> Floats:
        """Each passage's features have together the length 1: a long sentence does not shout."""
        scores = self.coef[name][found].sum(axis=0, dtype=np.float64) / np.sqrt(max(len(found), 1)) + self.bias[name]
        shifted = np.exp(scores - scores.max())
        return shifted / shifted.sum()
