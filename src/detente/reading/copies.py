"""Near-copies: a MinHash signature of a text's five-word shingles, the same on every machine.

References:
    A. Z. Broder, On the resemblance and containment of documents, SEQUENCES 1997.
"""

from __future__ import annotations

import re
from hashlib import blake2b

PERMUTATIONS = 64
SHINGLE = 5  # words
_PRIME = (1 << 61) - 1
_WORD = re.compile(r"\w+")


def fingerprint(text: str) -> tuple[int, ...]:
    """64 minima of permuted 61-bit shingle hashes; empty for a text without words."""
    import numpy as np

    words = _WORD.findall(text.casefold())
    if not words:
        return ()
    shingles = {" ".join(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1))}
    hashes = np.fromiter((_hash(s) for s in sorted(shingles)), dtype=np.uint64, count=len(shingles))
    # Multiply-shift over 64 bits: odd factors permute the hashes, and wrap-around is the arithmetic meant.
    return tuple(int((hashes * np.uint64(a) + np.uint64(b)).min()) >> 3 for a, b in _FACTORS)


def similarity(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Share of equal minima, 0–1: an estimate of the Jaccard similarity of the shingles, with a standard error below 0.07."""
    if not a or not b or len(a) != len(b):
        return 0.0
    return sum(x == y for x, y in zip(a, b, strict=True)) / len(a)


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big")


_FACTORS = tuple((_hash(f"a{n}") | 1, _hash(f"b{n}")) for n in range(PERMUTATIONS))
