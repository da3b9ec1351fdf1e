"""Train the event coder from the sentences of this folder, and write its weights, manifest and model card.

    python training/coder [--output FOLDER] [--measure] [--half]

Seeded; on two idle cores about a quarter of an hour. `--measure` trains nothing and measures the weights that are there; `--half`
adds to the card what half of the sentences would have given.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent.parent / "src")]
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

import card  # noqa: E402
import recipe  # noqa: E402

from detente.coding.classifier import weights  # noqa: E402


def main() -> int:
    """Train, export, measure what was exported, and write it down."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--output", type=Path, default=weights.FOLDER, help="Folder of the weights.")
    arguments.add_argument("--card", type=Path, default=HERE.parent / "MODEL_CARD.md")
    arguments.add_argument("--measure", action="store_true", help="Train nothing; measure what is there.")
    arguments.add_argument("--half", action="store_true", help="Train also on half of the sentences, for the card.")
    given = arguments.parse_args()
    started = time.monotonic()
    data = recipe.Data.collect()
    print(f"{len(data.written)} written, {len(data.tuning)} tuning, {len(data.generated)} generated rows", flush=True)
    if given.measure:
        before = weights.card(given.output)
        weighed, seconds = before["calibration"], before["seconds"]
    else:
        trained = recipe.train(data)
        recipe.ship(trained, given.output)
        weighed, seconds = trained.calibration, time.monotonic() - started
    figures = card.measure(data, given.output, weighed)
    if given.half:
        figures["ablations"]["half the sentences"] = card.halved(data)
    card.manifest(given.output, weighed, data, figures, seconds)
    given.card.write_text(card.page(given.output), encoding="utf-8")
    print(f"{given.output}: {figures['heldout']}, {seconds:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
