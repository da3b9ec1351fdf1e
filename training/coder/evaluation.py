"""Figures of a trained coder on labelled rows."""

from __future__ import annotations

from collections.abc import Sequence

import calibration
import numpy as np
from corpus import Row

from detente.coding.classifier.judgement import Judgement
from detente.coding.classifier.labels import TYPES
from detente.reference import plover


def figures(judged: Sequence[Judgement], rows: Sequence[Row]) -> dict[str, float]:
    """Shares between 0 and 1.

    `none_kept_none` of the NONE rows, `acts_kept` of the others; of the others `type`, `quad`, `relation`, `modality` right, and the
    macro-F1 of the type; `ece` of the confidence over all.
    """
    pairs = list(zip(judged, rows, strict=True))
    acts = [(j, r) for j, r in pairs if r.type != "NONE"]
    nones = [(j, r) for j, r in pairs if r.type == "NONE"]
    out = {
        "n_acts": float(len(acts)),
        "n_none": float(len(nones)),
        "type": _share(j.plover == r.type for j, r in acts),
        "intent": _share(max(j.intent, key=j.intent.__getitem__) == r.intent for j, r in acts),
        "type_macro_f1": macro_f1([r.type for _, r in acts], [j.plover for j, _ in acts]),
        "quad": _share(plover.quad(j.plover) == plover.quad(r.type) for j, r in acts),
        "relation": _share(j.told == r.relation for j, r in acts),
        "modality": _share(max(j.modality, key=j.modality.__getitem__) == r.modality for j, r in acts),
        "acts_kept": _share(j.told != "none" for j, _ in acts),
        "ece": calibration.expected_error(calibration.table(judged, rows)),
    }
    if nones:
        out["none_kept_none"] = _share(j.told == "none" for j, _ in nones)
    return {k: round(v, 4) for k, v in out.items()}


def macro_f1(truth: Sequence[str], answers: Sequence[str]) -> float:
    """Mean F1 over the types that occur in `truth`."""
    scores = []
    for name in TYPES:
        wanted = sum(t == name for t in truth)
        if not wanted:
            continue
        hit = sum(t == a == name for t, a in zip(truth, answers, strict=True))
        scores.append(2 * hit / (wanted + sum(a == name for a in answers)))
    return float(np.mean(scores))


def _share(hits: object) -> float:
    found = list(hits)  # type: ignore[call-overload]
    return float(np.mean(found)) if found else float("nan")
