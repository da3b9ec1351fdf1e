"""What loads when: the public face is lazy, help is light, and rooms open one way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import detente

ROOT = Path(__file__).parents[2]
HEAVY = {"spacy", "numpy", "fastapi", "jinja2", "feedparser", "trafilatura", "pypdfium2", "sqlite3", "rich"}


def loaded_by(code: str) -> set[str]:
    """Top names of the modules that are loaded once the code has run in a fresh interpreter."""
    told = f"import json, sys\ntry:\n    {code}\nfinally:\n    print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=False, env=environment())
    return {name.split(".")[0] for name in json.loads(done.stderr.splitlines()[0])}


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(detente.__file__).parents[1])}


def test_importing_the_package_loads_nothing_of_it_but_the_face():
    assert not loaded_by("import detente") & {*HEAVY, "typer", "difflib"}


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["read", "--help"], ["events", "--help"], ["brief", "--help"]]
)
def test_help_loads_nothing_heavy(arguments):
    found = loaded_by(f"from detente.cli import main; main({arguments!r})")
    assert "typer" in found
    assert not found & HEAVY


def test_the_public_names_are_these():
    assert sorted(detente.__all__) == ["DetenteError", "Workbench", "brief", "open"]
    assert set(detente.__all__) <= set(dir(detente))


@pytest.mark.parametrize("name", detente.__all__)
def test_every_public_name_can_be_had(name):
    assert getattr(detente, name).__doc__


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        detente.nonsense  # noqa: B018


def test_every_module_says_what_it_is():
    silent = [
        path
        for path in (ROOT / "src" / "detente").rglob("*.py")
        if path.read_text("utf-8").strip() and not path.read_text("utf-8").lstrip().startswith(('"""', 'r"""'))
    ]
    assert not silent


def test_the_rooms_open_one_way():
    pytest.importorskip("importlinter")
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
    )
    assert done.returncode == 0, done.stdout + done.stderr
