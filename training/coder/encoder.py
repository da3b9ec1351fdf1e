"""Fine-tune the encoder, and export it to ONNX with int8 weights."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from corpus import Row
from minilm import Coder, base
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from detente.coding.classifier.judgement import ANSWERS
from detente.coding.classifier.marking import marked

Batch = tuple[list[int], Tensor, Tensor, Tensor]


@dataclass(frozen=True)
class Plan:
    """How to train: passes over the generated sentences first, then over the written ones with a share of the generated."""

    epochs: float = 5
    batch: int = 32
    rate: float = 1e-4
    head_rate: float = 1e-3
    smoothing: float = 0.05
    seed: int = 20261
    modality_weight: float = 0.5
    threads: int = 2


class Reader:
    """Rows → numbers of word pieces."""

    def __init__(self) -> None:
        self._tokenizer = Tokenizer.from_file(str(base() / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def pieces(self, text: str) -> list[int]:
        return self._tokenizer.encode(text, add_special_tokens=False).ids

    def __call__(self, row: Row) -> tuple[list[int], int, int]:
        return marked(self.pieces, row.text, row.a, row.b)


def fine_tune(epochs: Sequence[Sequence[Row]], plan: Plan = Plan()) -> Coder:
    """Train a coder.

    Args:
        epochs: the rows of each pass.
        plan: rates and sizes.
    """
    torch.set_num_threads(plan.threads)  # spaCy's parse in the same process has set it to one
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    reader = Reader()
    coder = Coder().start().train()
    coder.words.weight.requires_grad_(False)
    body = [p for n, p in coder.named_parameters() if not n.startswith("answers") and p.requires_grad]
    groups = [{"params": body, "lr": plan.rate}, {"params": list(coder.answers.parameters()), "lr": plan.head_rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    total = sum(-(-len(rows) // plan.batch) for rows in epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda k: min(1.0, (k + 1) / (0.08 * total)) * (1 - k / total))
    for n, rows in enumerate(epochs, 1):
        started, losses = time.monotonic(), []
        turned = [r.turned() if chance.random() < 0.5 else r for r in rows]
        for chosen, *inputs in _batches([reader(r) for r in turned], plan.batch, chance):
            loss = _loss(coder(*inputs), [turned[k] for k in chosen], plan)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(coder.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        spent = time.monotonic() - started
        print(f"  pass {n}/{len(epochs)}: {len(rows)} rows, loss {np.mean(losses):.3f}, {spent:.0f} s", flush=True)
    return coder.eval()


def _loss(answers: tuple[Tensor, ...], rows: list[Row], plan: Plan) -> Tensor:
    total = torch.zeros(())
    for scores, (question, labels) in zip(answers, ANSWERS.items(), strict=True):
        wanted = torch.tensor([_label(r, question, labels) for r in rows])
        if (wanted >= 0).any():
            part = functional.cross_entropy(scores, wanted, label_smoothing=plan.smoothing)
            total = total + part * (plan.modality_weight if question == "modality" else 1.0)
    return total


def _label(row: Row, question: str, labels: tuple[str, ...]) -> int:
    """The number of the right answer; −100 where the question does not arise."""
    answer = {"type": row.type, "relation": row.relation, "intent": row.intent, "modality": row.modality}[question]
    return labels.index(answer) if answer in labels else -100


def _batches(rows: list[tuple[list[int], int, int]], size: int, chance: random.Random | None) -> Iterator[tuple]:
    """(indices, ids, at_a, at_b), of rows of like length; shuffled where `chance` is given."""
    order = list(range(len(rows)))
    if chance is not None:
        chance.shuffle(order)
    pools = [order[i : i + 20 * size] for i in range(0, len(order), 20 * size)] if chance is not None else [order]
    order = [k for pool in pools for k in sorted(pool, key=lambda k: len(rows[k][0]))]
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    if chance is not None:
        chance.shuffle(groups)
    for chosen in groups:
        width = max(len(rows[k][0]) for k in chosen)
        ids = torch.tensor([rows[k][0] + [0] * (width - len(rows[k][0])) for k in chosen])
        yield chosen, ids, torch.tensor([rows[k][1] for k in chosen]), torch.tensor([rows[k][2] for k in chosen])


@torch.no_grad()
def answer(coder: Coder, rows: Sequence[Row]) -> dict[str, np.ndarray]:
    """Probabilities per question (n × answers), by the torch model: for tuning and ablations."""
    reader = Reader()
    found: dict[int, list[np.ndarray]] = {}
    for chosen, *inputs in _batches([reader(r) for r in rows], 64, None):
        shares = [s.softmax(1).numpy().astype(np.float64) for s in coder(*inputs)]
        found.update({k: [s[n] for s in shares] for n, k in enumerate(chosen)})
    return {q: np.array([found[n][i] for n in range(len(rows))]) for i, q in enumerate(ANSWERS)}


def export(coder: Coder, folder: Path) -> None:
    """Write `encoder.onnx` (int8 weights) and `tokenizer.json`."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    whole = folder / "encoder-float.onnx"
    example = (torch.ones(2, 12, dtype=torch.long), torch.tensor([1, 2]), torch.tensor([5, 7]))
    axes = {"ids": {0: "batch", 1: "pieces"}, "at_a": {0: "batch"}, "at_b": {0: "batch"}}
    torch.onnx.export(
        coder, example, str(whole), input_names=["ids", "at_a", "at_b"], output_names=list(ANSWERS),
        dynamic_axes={**axes, **{q: {0: "batch"} for q in ANSWERS}}, opset_version=17, dynamo=False,
    )  # fmt: skip
    quantize_dynamic(whole, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=False)
    whole.unlink()
    shutil.copyfile(base() / "tokenizer.json", folder / "tokenizer.json")
