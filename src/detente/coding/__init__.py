"""Document → rows: pure functions over one parse, no store. `coding.code(parsed)` runs them all."""

from __future__ import annotations

from detente.coding.coder import CODER, code

__all__ = ["CODER", "code"]
