"""A corpus of any size made of the example articles: their paragraphs in another order, told of other states.

The same number and seed give the same files, byte for byte.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"
STATES = (
    ("Greece", "Greek", "Athens"),
    ("Egypt", "Egyptian", "Cairo"),
    ("Japan", "Japanese", "Tokyo"),
    ("India", "Indian", "New Delhi"),
    ("Poland", "Polish", "Warsaw"),
    ("Serbia", "Serbian", "Belgrade"),
    ("Kenya", "Kenyan", "Nairobi"),
    ("Vietnam", "Vietnamese", "Hanoi"),
)
ORIGINALS = (("Russia", "Russian", "Moscow"), ("Turkey", "Turkish", "Ankara"))


def make(folder: Path, n: int, seed: int = 0) -> list[Path]:
    """Write n text files into a folder."""
    rng = random.Random(seed)
    articles = [path.read_text("utf-8") for path in sorted(EXAMPLES.rglob("articles/*.txt"))]
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(folder / f"article-{i:05}.txt", articles[i % len(articles)], rng) for i in range(n)]


def _write(path: Path, article: str, rng: random.Random) -> Path:
    head, *paragraphs = re.split(r"\n\s*\n", article.strip())
    rng.shuffle(paragraphs)
    text = "\n\n".join((head, *paragraphs[: max(2, len(paragraphs) * 3 // 4)])) + "\n"
    for original, other in zip(ORIGINALS, rng.sample(STATES, 2), strict=True):
        for old, new in zip(original, other, strict=True):
            text = re.sub(rf"\b{old}(?=\b|s\b)", new, text)
    path.write_text(text, "utf-8")
    return path
