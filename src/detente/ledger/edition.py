"""Which détente this is, for what the ledger says of its own making.

The package's face is asked by name: an import of it would let this room see the rooms above.
"""

from __future__ import annotations

from importlib import import_module

DETENTE: str = import_module("detente").__version__
