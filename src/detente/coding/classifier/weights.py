"""The trained weights: where they lie, and the check that they are what their manifest says.

`weights/` holds `encoder.onnx`, `tokenizer.json`, `linear.npz` and `manifest.json`: the sha256 of each file, the calibration, and the
figures of the model card. `make train` writes them all.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from detente.coding.classifier.encoder import Encoder
from detente.coding.classifier.linear import Linear
from detente.errors import DetenteError

FOLDER = Path(__file__).parent / "weights"
_FILES = ("encoder.onnx", "tokenizer.json", "linear.npz")


class WeightsError(DetenteError):
    """The weights of the trained coder are missing or are not those that were trained."""


@dataclass(frozen=True, slots=True)
class Models:
    """Both models and how their answers are brought together (`judgement`)."""

    encoder: Encoder
    linear: Linear
    calibration: dict[str, Any]


def card(folder: Path = FOLDER) -> dict[str, Any]:
    """The manifest: `version`, `files` (name → sha256), `calibration`, `figures`.

    Raises:
        WeightsError: there is none, or it cannot be read.
    """
    path = folder / "manifest.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise WeightsError(f"cannot be read ({error})", at=path, mend="install detente again, or run `make train`") from error


def verify(folder: Path = FOLDER) -> None:
    """Compare every file with its sha256 in the manifest.

    Raises:
        WeightsError: a file is missing or differs.
    """
    said = card(folder)["files"]
    for name in _FILES:
        path = folder / name
        if not path.is_file():
            raise WeightsError("is missing", at=path, mend="install detente again, or run `make train`")
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != said.get(name):
            raise WeightsError(
                f"has sha256 {found[:12]}… where the manifest says {str(said.get(name))[:12]}…",
                at=path,
                mend="install detente again, or run `make train`",
            )


@cache
def models(folder: Path = FOLDER) -> Models:
    """Both models, checked and loaded once a process."""
    verify(folder)
    encoder = Encoder(folder / "encoder.onnx", folder / "tokenizer.json")
    return Models(encoder, Linear.load(folder / "linear.npz"), card(folder)["calibration"])
