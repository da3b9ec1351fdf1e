"""Fit the linear model: one multinomial logistic regression for each question, over hashed features."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from corpus import Row
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc

from detente.coding.classifier.features import BUCKETS, buckets
from detente.coding.classifier.judgement import ANSWERS
from detente.coding.classifier.linear import Linear
from detente.coding.classifier.passage import Passage
from detente.reading.fragment import fragment
from detente.reading.parse import parse

QUESTIONS = ("type", "relation", "intent")
STRENGTH = {"type": 30.0, "relation": 10.0, "intent": 30.0}
"""Inverse of the regularisation; from the tuning share."""


def parsed(rows: Sequence[Row]) -> list[Doc]:
    """A parse of every row's sentence, in order, as the coder parses it."""
    return [parse(fragment(r.text)).doc for r in rows]


def passage(doc: Doc, row: Row) -> Passage:
    """The row as the runtime sees it."""
    sides = [doc.char_span(*place, alignment_mode="expand") for place in (row.a, row.b)]
    (a, b) = ((s.start, s.end) for s in sides)
    if max(a[0], b[0]) < min(a[1], b[1]):  # marks inside one token ("Greek-Turkish"): the later one yields
        (a, b) = (a, (a[1], max(b[1], a[1] + 1))) if a[0] <= b[0] else ((b[1], max(a[1], b[1] + 1)), b)
    return Passage(doc, 0, len(doc), a, b)


def seen(docs: Sequence[Doc], rows: Sequence[Row]) -> list[np.ndarray]:
    """The buckets of every row."""
    return [buckets(passage(d, r)) for d, r in zip(docs, rows, strict=True)]


def fit(found: Sequence[np.ndarray], rows: Sequence[Row], weights: Sequence[float]) -> Linear:
    """Fit every question on the rows to which it applies."""
    labels = {
        "type": [r.type for r in rows],
        "relation": [r.relation for r in rows],
        "intent": [r.intent for r in rows],
    }
    matrix = _matrix(found)
    coef: dict[str, np.ndarray] = {}
    bias: dict[str, np.ndarray] = {}
    for question in QUESTIONS:
        names = ANSWERS[question]
        use = [n for n, label in enumerate(labels[question]) if label in names]
        model = LogisticRegression(C=STRENGTH[question], max_iter=300, tol=1e-3)
        model.fit(matrix[use], [names.index(labels[question][n]) for n in use], np.asarray(weights)[use])
        coef[question] = np.zeros((BUCKETS, len(names)), np.float32)
        coef[question][:, model.classes_] = model.coef_.T
        bias[question] = np.full(len(names), -30.0)
        bias[question][model.classes_] = model.intercept_
    return Linear(coef, bias)


def save(model: Linear, path: Path) -> None:
    """Write the coefficients of the buckets that have any, in half precision."""
    weight = sum(np.abs(c).max(axis=1) for c in model.coef.values())
    rows = np.flatnonzero(weight > 0.02)
    held = {f"{q}_coef": c[rows].astype(np.float16) for q, c in model.coef.items()}
    held |= {f"{q}_bias": b.astype(np.float32) for q, b in model.bias.items()}
    np.savez_compressed(path, width=np.int64(BUCKETS), rows=rows.astype(np.int32), questions=np.array(QUESTIONS), **held)


def _matrix(found: Sequence[np.ndarray]) -> csr_matrix:
    starts = np.concatenate([[0], np.cumsum([len(f) for f in found])])
    values = np.concatenate([np.full(len(f), 1 / np.sqrt(max(len(f), 1)), np.float32) for f in found])
    return csr_matrix((values, np.concatenate(found), starts), shape=(len(found), BUCKETS))
