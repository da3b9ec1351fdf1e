"""Where the published tables are, which are not part of the package."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

BESIDE = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder with `strategic/` and `structural/`: DETENTE_DATA, or the one beside the repository."""
    folder = Path(os.environ.get("DETENTE_DATA", BESIDE))
    if not (folder / "strategic").is_dir():
        pytest.skip(f"the published tables are not here ({folder}); set DETENTE_DATA to their folder")
    return folder


@pytest.fixture(scope="session")
def rows(data: Path):
    """Reads a table below the folder."""

    def read(name: str) -> list[dict[str, str]]:
        with (data / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(line for line in file if not line.startswith("#")))

    return read
