"""Two exports, each made once: of the sample corpus, and of the articles in the folder that DETENTE_SEEDS names."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from exported import Exported

import detente

pytest.register_assert_rewrite("outcomes")

SAMPLE = Path(__file__).parents[2] / "examples" / "russia-turkey" / "articles"
SEEDS = {
    "000": "fc59858e10f939b0c0a6aebb9a55942c293ff66abcefd40092a6a9df44da8a06",
    "001": "1685700e7baafd48cb7c794a46463a84637876a198dba205d8d910ab6f9909c3",
    "002": "aa12db54a0c145eab058f5454cfa8c7ab46152465f5261aee4f6cf965bda2f48",
    "003": "25a170bb6f895a807c5443a76bb78254dfed81605ef4a86532f7377a3df7827c",
    "004": "604178f266a92f7b30d05b2c601c279f2cb623acc88a93d037640ba93db856b2",
}
"""First three digits of a file's name → sha256 of the text that the offsets in the tests were counted in."""


def export(folder: Path, *articles: Path) -> Exported:
    with detente.open(folder / "ledger.detente") as bench:
        bench.read(*articles)
        bench.export(folder / "export")
        kept = frozenset(held.document.text for held in bench.documents().values())
    return Exported(folder / "export", kept)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    return export(tmp_path_factory.mktemp("sample"), SAMPLE)


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Exported]:
    """One article of the sample corpus by itself."""
    kept: dict[str, Exported] = {}

    def read(name: str) -> Exported:
        if name not in kept:
            kept[name] = export(tmp_path_factory.mktemp("alone"), SAMPLE / name)
        return kept[name]

    return read


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    named = os.environ.get("DETENTE_SEEDS")
    if not named:
        pytest.skip("DETENTE_SEEDS names no folder of articles")
    folder = Path(named)
    if not folder.is_dir():
        pytest.skip(f"DETENTE_SEEDS names {named}, which is no folder")
    found = {path.name[:3]: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}
    other = [key for key, digest in SEEDS.items() if found.get(key) != digest]
    if other:
        pytest.skip(f"{named} lacks the articles that the offsets were counted in: {' '.join(other)}")
    return export(tmp_path_factory.mktemp("seeds"), folder)
