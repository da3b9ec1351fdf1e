"""`detente bench`: the figures of the models, recomputed on tables that you give."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from detente.cli import tables

bench = typer.Typer(no_args_is_help=True, help="Recompute the figures of the coder and of the solvers.")


@bench.command()
def coder(
    sentences: Annotated[
        list[Path] | None, typer.Argument(metavar="TABLE.tsv…", help="Labelled sentences.", exists=True)
    ] = None,
) -> None:
    """The event coder: what its card says, and its scores on tables of labelled sentences.

    A table is either this project's (type, direction, modality, text with <a> and <b>) or has the columns `marked_sentence` (with <s>
    and <t>) and `gold_root`.
    """
    from detente.coding import classifier

    card = classifier.card()
    typer.echo(
        f"{card['version']}, trained on {card['corpus']['written']} written and {card['corpus']['generated']} generated sentences"
    )
    _card(card["figures"])
    for path in sentences or []:
        _trial(path)


def _card(figures: dict[str, dict[str, dict[str, float]]]) -> None:
    """Held-out figures and ablations, as they were measured when the weights were made."""
    rows = {"both models": figures["heldout"], **figures["ablations"]}
    names = ("type", "type_macro_f1", "quad", "relation", "modality", "acts_kept", "none_kept_none", "ece")
    cells = [[name, *(f"{row[k]:.3f}" if k in row else "–" for k in names)] for name, row in rows.items()]  # type: ignore[operator]
    tables.draw(["on held-out sentences", *names], cells, nothing="", folded=["on held-out sentences"])


def _trial(path: Path) -> None:
    from detente.coding import trial

    rows = trial.read(path)
    trial.answers(rows[:1])  # the models are loaded before the clock starts
    started = time.process_time()
    coded = trial.answers(rows)
    spent = time.process_time() - started
    typer.echo(f"{path}: {len(rows)} sentences, {len(rows) / spent:.0f} a CPU-second")
    cells = [[s.name, str(s.n), f"{s.value:.3f}", f"{s.low:.3f}–{s.high:.3f}"] for s in trial.scores(rows, coded)]
    tables.draw(["", "n", "value", "95 % interval"], cells, nothing="no sentence with both marks", folded=[""])


@bench.command()
def strategy(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="With `strategic/`, `structural/` and `series/` tables.", exists=True)
    ],
    quick: Annotated[bool, typer.Option("--quick", help="Leave out the turning points, which take minutes.")] = False,
) -> None:
    """The solvers and measures: each published figure beside what is computed here, what 10,000 draws cost, and turning points."""
    from detente.strategy import checks, speed

    for line in checks.lines(folder):
        typer.echo(line)
    for timing in speed.timings():
        typer.echo(str(timing))
    if not quick:
        from detente.measures.turning_points import checks as turned

        for line in turned.lines(folder):
            typer.echo(line)
