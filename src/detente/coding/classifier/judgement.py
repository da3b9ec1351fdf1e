"""The two models' answers brought together, with a calibrated confidence.

For a question with answers y the joint probability is p(y) ∝ p_encoder(y)^α · p_linear(y)^(1−α), α per question from sentences that
neither model saw in training. The confidence of the best answer is σ(β₀ + β₁·logit p + β₂·[the models agree]), fitted on the
same sentences (Platt scaling with the agreement beside it).

References:
    Platt (1999), Probabilistic outputs for support vector machines.
    Guo, Pleiss, Sun & Weinberger (2017), On calibration of modern neural networks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.coding.classifier.features import buckets
from detente.coding.classifier.labels import MODALITIES, RELATIONS, TYPES
from detente.coding.classifier.passage import Passage
from detente.coding.classifier.weights import models

Floats = NDArray[np.float64]
ANSWERS: dict[str, tuple[str, ...]] = {"type": TYPES, "relation": RELATIONS, "intent": TYPES, "modality": MODALITIES}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What passes between the two actors of a passage.

    Attributes:
        relation: probability of `none`, `a>b`, `b>a`, `both`.
        type: probability of each event type, given that something passes, as it is told.
        intent: the same by PLOVER's rule of intentions: aid to come is AGREE, an attack to come THREATEN.
        modality: probability of `actual`, `future`, `hypothetical`, `negated`, given that something passes.
        confidence: probability that `relation` and `type` at their highest are both right.
        agreed: whether both models name the same type and relation.
    """

    relation: Mapping[str, float]
    type: Mapping[str, float]
    intent: Mapping[str, float]
    modality: Mapping[str, float]
    confidence: float
    agreed: bool

    @property
    def told(self) -> str:
        """The likeliest relation."""
        return max(self.relation, key=self.relation.__getitem__)

    @property
    def plover(self) -> str:
        """The likeliest type as told."""
        return max(self.type, key=self.type.__getitem__)


def judge(passages: Sequence[Passage]) -> list[Judgement]:
    """Judge every passage, in order."""
    if not passages:
        return []
    held = models()
    encoded = held.encoder.answer([(p.text, *p.places()) for p in passages])
    linear = held.linear.answer([buckets(p) for p in passages])
    return combine(encoded, linear, held.calibration)


def combine(encoded: Mapping[str, Floats], linear: Mapping[str, Floats], calibration: Mapping[str, Any]) -> list[Judgement]:
    """Judgements from both models' probabilities (question → n × answers)."""
    joint = {q: _pooled(encoded[q], linear[q], calibration["alpha"][q]) if q in linear else encoded[q] for q in encoded}
    beta = calibration["beta"]
    out: list[Judgement] = []
    for n in range(len(joint["type"])):
        agreed = all(encoded[q][n].argmax() == linear[q][n].argmax() for q in ("relation", "type"))
        none = bool(joint["relation"][n].argmax() == 0)
        likelihood = float(joint["relation"][n].max()) * (1.0 if none else float(joint["type"][n].max()))
        shares = {q: dict(zip(ANSWERS[q], map(float, joint[q][n]), strict=True)) for q in ANSWERS}
        out.append(Judgement(**shares, confidence=_calibrated(likelihood, agreed, beta), agreed=agreed))
    return out


def _pooled(one: Floats, other: Floats, alpha: float) -> Floats:
    scores = alpha * np.log(one + 1e-9) + (1 - alpha) * np.log(other + 1e-9)
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    return shares / shares.sum(axis=1, keepdims=True)


def _calibrated(likelihood: float, agreed: bool, beta: Sequence[float]) -> float:
    p = min(max(likelihood, 1e-6), 1 - 1e-6)
    score = beta[0] + beta[1] * log(p / (1 - p)) + beta[2] * agreed
    return 1.0 / (1.0 + exp(-score))
