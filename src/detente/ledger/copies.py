"""Which documents are near-copies of an earlier one, by the share of equal positions of their MinHash signatures.

The share estimates the Jaccard similarity of the two texts' shingles. Candidates are found by bands of the signature, so that
the work grows with the number of documents and not with its square.

References:
    A. Broder, On the resemblance and containment of documents, 1997.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from detente.reading.copies import similarity
from detente.records import Document

COPY_SHARE = 0.8
"""Least share of equal positions for a copy."""

_BAND = 4


def seniority(document: Document) -> tuple[date, str]:
    """Sorts documents by their own date, undated ones last, then by id; never by when they were added."""
    return (document.date.earliest or document.date.latest or date.max, document.id)


def copies(documents: Mapping[str, Document]) -> dict[str, str]:
    """For each near-copy, the earliest document that it copies, which is itself no copy."""
    originals: dict[tuple[int, tuple[int, ...]], list[Document]] = defaultdict(list)
    found: dict[str, str] = {}
    for document in sorted(documents.values(), key=seniority):
        signature = document.fingerprint
        bands = [(n, signature[n : n + _BAND]) for n in range(0, len(signature), _BAND)]
        known = {o.id: o for band in bands for o in originals.get(band, ())}
        near = [o for o in known.values() if similarity(signature, o.fingerprint) >= COPY_SHARE]
        if near:
            found[document.id] = min(near, key=seniority).id
            continue
        for band in bands:
            originals[band].append(document)
    return found
