"""How the two models are weighed, and what their agreement is worth; and the error of the confidence that comes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from corpus import Row
from sklearn.linear_model import LogisticRegression

from detente.coding.classifier.judgement import ANSWERS, Judgement, _pooled, combine

NEUTRAL: dict[str, Any] = {"alpha": {"type": 0.5, "relation": 0.5, "intent": 0.5}, "beta": [0.0, 1.0, 0.0]}
_GRID = np.linspace(0, 1, 21)


def fit(encoded: Mapping[str, np.ndarray], linear: Mapping[str, np.ndarray], rows: Sequence[Row]) -> dict[str, Any]:
    """`alpha` per question by log-likelihood and `beta` of the confidence, on rows that neither model was trained on."""
    truth = {"type": [r.type for r in rows], "relation": [r.relation for r in rows], "intent": [r.intent for r in rows]}
    alpha = {q: _best(encoded[q], linear[q], truth[q], ANSWERS[q]) for q in linear}
    raw = combine(encoded, linear, {"alpha": alpha, "beta": NEUTRAL["beta"]})
    p = np.clip([j.confidence for j in raw], 1e-6, 1 - 1e-6)
    seen = np.column_stack([np.log(p / (1 - p)), [j.agreed for j in raw]])
    model = LogisticRegression(C=10.0).fit(seen, right(raw, rows))
    return {"alpha": alpha, "beta": [float(model.intercept_[0]), *map(float, model.coef_[0])]}


def right(judged: Sequence[Judgement], rows: Sequence[Row]) -> np.ndarray:
    """Whether relation and type are both right."""
    return np.array([j.told == r.relation and (r.type in ("NONE", j.plover)) for j, r in zip(judged, rows, strict=True)])


def table(judged: Sequence[Judgement], rows: Sequence[Row], bins: int = 10) -> list[dict[str, float]]:
    """The reliability table: per tenth of confidence the number, the mean confidence and the share that is right."""
    p, ok = np.array([j.confidence for j in judged]), right(judged, rows)
    which = np.minimum((p * bins).astype(int), bins - 1)
    return [
        {"from": b / bins, "n": int(m.sum()), "confidence": float(p[m].mean()), "right": float(ok[m].mean())}
        for b in range(bins)
        if (m := which == b).any()
    ]


def expected_error(rows: Sequence[Mapping[str, float]]) -> float:
    """The expected calibration error of a reliability table."""
    total = sum(r["n"] for r in rows)
    return sum(r["n"] * abs(r["confidence"] - r["right"]) for r in rows) / total


def _best(one: np.ndarray, other: np.ndarray, truth: Sequence[str], names: tuple[str, ...]) -> float:
    use = [n for n, t in enumerate(truth) if t in names]
    wanted = [names.index(truth[n]) for n in use]
    scores = [np.log(_pooled(one[use], other[use], a)[range(len(use)), wanted] + 1e-9).mean() for a in _GRID]
    return float(_GRID[int(np.argmax(scores))])
