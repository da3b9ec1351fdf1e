"""The one place that speaks to onnxruntime and tokenizers: the fine-tuned encoder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.coding.classifier.marking import marked

Floats = NDArray[np.float64]
QUESTIONS = ("type", "relation", "intent", "modality")
"""What the encoder answers, in the order of its outputs."""

_BATCH = 16


class Encoder:
    """The encoder in int8 (ONNX), on one thread: the same machine gives the same answer."""

    def __init__(self, model: Path, tokenizer: Path) -> None:
        import onnxruntime  # pyright: ignore[reportMissingTypeStubs]
        from tokenizers import Tokenizer

        ort: Any = onnxruntime
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session: Any = ort.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._tokenizer: Any = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def pieces(self, text: str) -> list[int]:
        """Numbers of the word pieces of `text`."""
        return self._tokenizer.encode(text, add_special_tokens=False).ids

    def answer(self, passages: Sequence[tuple[str, tuple[int, int], tuple[int, int]]]) -> dict[str, Floats]:
        """Probabilities of the answers to each question.

        Args:
            passages: (text, character range of a, character range of b) of each.

        Returns:
            question → array (n_passages × n_answers), rows sum to 1.
        """
        rows = [marked(self.pieces, *p) for p in passages]
        order = sorted(range(len(rows)), key=lambda n: len(rows[n][0]))
        found: dict[int, list[Floats]] = {}
        for start in range(0, len(order), _BATCH):
            chosen = order[start : start + _BATCH]
            found.update(zip(chosen, self._run([rows[n] for n in chosen]), strict=True))
        return {q: np.array([found[n][k] for n in range(len(rows))]) for k, q in enumerate(QUESTIONS)}

    def _run(self, rows: Sequence[tuple[list[int], int, int]]) -> list[list[Floats]]:
        width = max(len(ids) for ids, _, _ in rows)
        ids = np.zeros((len(rows), width), dtype=np.int64)
        for n, (pieces, _, _) in enumerate(rows):
            ids[n, : len(pieces)] = pieces
        given = {
            "ids": ids,
            "at_a": np.array([a for _, a, _ in rows], dtype=np.int64),
            "at_b": np.array([b for _, _, b in rows], dtype=np.int64),
        }
        outputs = [np.asarray(o, dtype=np.float64) for o in self._session.run(list(QUESTIONS), given)]
        return [[_softmax(o[n]) for o in outputs] for n in range(len(rows))]


def _softmax(scores: Floats) -> Floats:
    shifted = np.exp(scores - scores.max())
    return shifted / shifted.sum()
