"""The numbers worked in docstrings are true."""

from __future__ import annotations

import doctest
import pkgutil
import sys
from importlib import import_module

import pytest

from detente import strategy

NAMES = [module.name for module in pkgutil.walk_packages(strategy.__path__, "detente.strategy.")]
NAMES += [f"detente.measures.{name}" for name in ("alignment", "balance", "similarity", "triangular", "votes")]


@pytest.mark.parametrize("name", NAMES)
def test_docstrings(name):
    import_module(name)
    assert doctest.testmod(sys.modules[name]).failed == 0


def test_solvers_each_have_a_worked_number():
    for name in ("compromise", "median", "challenge", "exchange", "nash"):
        module = import_module(f"detente.strategy.solvers.{name}") and sys.modules[f"detente.strategy.solvers.{name}"]
        assert doctest.testmod(module).attempted > 0
