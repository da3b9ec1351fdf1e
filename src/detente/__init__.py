"""détente: reads articles about the relations between states into a ledger, measures a relation, and briefs it.

    import detente
    wb = detente.open("x.detente")
    wb.read("articles/")
    wb.relation("RUS", "TUR")

Importing this package loads nothing heavy: each name below is fetched when it is first used (PEP 562).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.desk import brief as brief
    from detente.errors import DetenteError as DetenteError
    from detente.workbench import Workbench as Workbench
    from detente.workbench import open_ledger as open  # noqa: A004

__version__ = "0.1.0"

_HOMES = {
    "open": ("detente.workbench", "open_ledger"),
    "Workbench": ("detente.workbench", "Workbench"),
    "brief": ("detente.desk", "brief"),
    "DetenteError": ("detente.errors", "DetenteError"),
}

__all__ = ["DetenteError", "Workbench", "brief", "open"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'detente' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
