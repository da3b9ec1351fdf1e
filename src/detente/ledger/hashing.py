"""Ids, row hashes and the chain: SHA-256 over canonical JSON, so that the same content hashes alike on every machine.

    row hash   = H([table, its cells that are not null, without `batch` and `hash`])
    digest     = H([document, coder, the row hashes of the batch, sorted])
    chain(n)   = H([chain(n - 1), digest(n)]),  chain(0) = 64 zeros

Nulls stay out, so that a column that a later migration adds leaves the hashes of older rows as they are.
No clock enters a hash: two ledgers that were fed the same documents in the same order have the same chain.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

Cell = str | int | float | bytes | None
GENESIS = "0" * 64
ID_LENGTH = 16


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces; bytes, which no row of ours has, are written so that they can't pass for text."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=lambda b: {"bytes": bytes(b).hex()}
    )


def sha256(value: Any) -> str:
    """64 hex digits of the canonical JSON of a value."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def row_id(table: str, cells: Mapping[str, Cell]) -> str:
    """16 hex digits made of the table's name and the row's content, its document among it."""
    return sha256([table, {k: v for k, v in cells.items() if v is not None}])[:ID_LENGTH]


def row_hash(table: str, cells: Mapping[str, Cell]) -> str:
    """The hash that is kept beside a row; `batch` and `hash` themselves are left out."""
    return sha256([table, {k: v for k, v in cells.items() if v is not None and k not in ("batch", "hash")}])


def batch_digest(document: str | None, coder: str, hashes: Iterable[str]) -> str:
    """One hash over all rows of a batch, whatever their order."""
    return sha256([document, coder, sorted(hashes)])


def chained(previous: str, digest: str) -> str:
    """The chain's next link."""
    return sha256([previous, digest])
