"""Which documents are near-copies of an earlier one, by the share of equal positions of their MinHash signatures.

The share estimates the Jaccard similarity J of the two texts' shingles; of a shortened copy, J and the two lengths give the part
of the shorter that the longer holds. Candidates are found by bands of the signature, so that
the work grows with the number of documents and not with its square.

References:
    A. Broder, On the resemblance and containment of documents, 1997.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from detente.reading.copies import SHINGLE, similarity
from detente.records import Document

COPY_SHARE = 0.8
"""Least share of equal positions for a copy."""

HELD_SHARE, SHORTENED_SHARE = 0.9, 0.5
"""Least part of the shorter text that a shortened copy has from the longer, and least share of equal positions beside it."""

_BAND = 3


def seniority(document: Document) -> tuple[date, int, str]:
    """Sorts documents by their own date, undated ones last, the longer of one day first, then by id; never by when they were added."""
    return (document.date.earliest or document.date.latest or date.max, -len(document.text), document.id)


def copies(documents: Mapping[str, Document]) -> dict[str, str]:
    """For each near-copy, the earliest document that it copies, which is itself no copy."""
    originals: dict[tuple[int, tuple[int, ...]], list[Document]] = defaultdict(list)
    found: dict[str, str] = {}
    for document in sorted(documents.values(), key=seniority):
        signature = document.fingerprint
        bands = [(n, signature[n : n + _BAND]) for n in range(0, len(signature) - _BAND + 1, _BAND)]
        known = {o.id: o for band in bands for o in originals.get(band, ())}
        near = [o for o in known.values() if _is_copy(document, o)]
        if near:
            found[document.id] = min(near, key=seniority).id
            continue
        for band in bands:
            originals[band].append(document)
    return found


def _is_copy(a: Document, b: Document) -> bool:
    """Whether two texts are nearly one, or the shorter nearly all of it in the longer."""
    share = similarity(a.fingerprint, b.fingerprint)
    if share >= COPY_SHARE or share < SHORTENED_SHARE:
        return share >= COPY_SHARE
    short, long = sorted(_shingles(d) for d in (a, b))
    # Broder: shared = J(|A|+|B|)/(1+J)
    return short > 0 and share * (short + long) / (1 + share) >= HELD_SHARE * short


def _shingles(document: Document) -> int:
    """How many different shingles a document's coded blocks have."""
    words = " ".join(document.at(block.span) for block in document.blocks if block.coded).casefold().split()
    return len({tuple(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1))}) if words else 0
