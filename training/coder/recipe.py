"""The recipe: which sentences are seen how often, by which model, and how the two are brought together."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import calibration
import corpus
import encoder
import linear
import numpy as np
from corpus import Row
from grammar.corpus import build
from minilm import Coder

from detente.coding.classifier.linear import Linear

SEED = 20261
GENERATED = 8000
TUNING = 0.1
"""Share of the written sentences kept from both models, to weigh and calibrate them."""

PASSES = ((1.0, 4000), (1.0, 4000), (1.0, 1500), (1.0, 1500), (1.0, 0), (1.0, 0))
"""Per pass of the encoder: the share of the written sentences, and how many generated ones beside them.

The generated ones teach the breadth of words early; the last passes are on sentences as people write them.
"""

GENERATED_WEIGHT = 0.5
"""What a generated sentence counts for the linear model, against a written one."""


@dataclass
class Data:
    """The rows: written ones for training, a tuning share, generated ones, and the held-out ones."""

    written: list[Row]
    tuning: list[Row]
    generated: list[Row]
    heldout: list[Row]
    _seen: dict[Row, np.ndarray] = field(default_factory=dict)

    @classmethod
    def collect(cls, n: int = GENERATED, seed: int = SEED) -> Data:
        """Read the written rows and generate the others."""
        written, tuning = corpus.split(corpus.written(), TUNING)
        lines = (f"{s.type}\t{s.direction}\t{s.modality}\t{s.text}" for s in build(n, seed))
        return cls(written, tuning, [corpus.row(line, "generated") for line in lines], corpus.heldout())

    def features(self, rows: Sequence[Row]) -> list[np.ndarray]:
        """The linear model's features of rows, parsed once."""
        new = [r for r in rows if r not in self._seen]
        self._seen.update(zip(new, linear.seen(linear.parsed(new), new), strict=True))
        return [self._seen[r] for r in rows]

    def half(self) -> Data:
        """Half of every kind of training row, the same tuning and held-out ones; for an ablation."""
        return replace(self, written=corpus.split(self.written, 0.5)[0], generated=self.generated[::2])


@dataclass
class Trained:
    """Both models and their calibration."""

    coder: Coder
    linear: Linear
    calibration: dict[str, Any]


def train(data: Data) -> Trained:
    """Train both models and weigh them on the tuning rows."""
    rows = data.written + data.generated
    fitted = linear.fit(data.features(rows), rows, [1.0] * len(data.written) + [GENERATED_WEIGHT] * len(data.generated))
    print("linear model fitted", flush=True)
    coder = encoder.fine_tune(passes(data), encoder.Plan(seed=SEED))
    tuning = data.tuning
    weighed = calibration.fit(encoder.answer(coder, tuning), fitted.answer(data.features(tuning)), tuning)
    return Trained(coder, fitted, weighed)


def passes(data: Data) -> list[list[Row]]:
    """The rows of each pass of the encoder."""
    chance = random.Random(SEED)
    out: list[list[Row]] = []
    for share, n in PASSES:
        n = min(round(n * len(data.generated) / GENERATED), len(data.generated))
        out.append(chance.sample(data.written, round(len(data.written) * share)) + chance.sample(data.generated, n))
    return out


def ship(trained: Trained, folder: Path) -> None:
    """Write the weights of both models."""
    encoder.export(trained.coder, folder)
    linear.save(trained.linear, folder / "linear.npz")
