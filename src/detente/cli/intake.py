"""`detente read` and `detente demo`: articles into a ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.edge import say
from detente.cli.options import LEDGER, Json, Ledger
from detente.cli.tables import lines
from detente.cli.writing import replacing
from detente.errors import InputError

if TYPE_CHECKING:
    from detente.workbench import Progress, ReadResult

EXAMPLE = ("russia-turkey", "RUS", "TUR")
PLAIN_EVERY = 25
"""Articles between two plain progress lines, where stderr is no terminal."""


def read(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders or patterns: txt md html pdf feed jsonl.")
    ],
    ledger: Ledger = LEDGER,
    as_json: Json = False,
) -> None:
    """Read articles into a ledger. What cannot be read is listed with its reason; what is held already is passed over."""
    from detente import workbench

    with workbench.open_ledger(ledger) as wb, _shown() as progress:
        result = wb.read(*paths, progress=progress)
    if as_json:
        lines([result.counts()])
    else:
        _summarize(result)
    if result.refused and not (result.read or result.unchanged):
        raise InputError("no article could be read", at=", ".join(paths), mend="the reasons stand above")


def demo(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write into.")] = Path(
        "detente-demo"
    ),
) -> None:
    """Read the example articles that come with détente into a ledger and write a brief; its path is the last line."""
    from detente import desk, workbench

    folder, a, b = EXAMPLE
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"cannot be written ({error.strerror})", at=output, mend="choose another folder with -o") from None
    with workbench.open_ledger(output / "demo.detente") as wb:
        with _shown() as progress:
            result = wb.read(examples() / folder / "articles", progress=progress)
        _summarize(result)
        with replacing(output / "brief.html") as stream:
            stream.write(desk.brief(wb, a, b))
    typer.echo(str((output / "brief.html").absolute()))


def examples() -> Path:
    """The folder of the worked examples: inside an installed package, or beside `src` in a source checkout.

    Raises:
        InputError: this installation came without them.
    """
    package = Path(__file__).parents[1]
    for folder in (package / "examples", package.parents[1] / "examples"):
        if (folder / EXAMPLE[0] / "articles").is_dir():
            return folder
    raise InputError(
        "the example articles are not part of this installation", mend="run: pip install --force-reinstall detente"
    )


@contextmanager
def _shown() -> Generator[Callable[[Progress], None]]:
    """Progress on stderr: a line that is written over in a terminal, else a plain line now and then."""
    if not sys.stderr.isatty():
        yield _plainly
        return
    from rich.console import Console

    with Console(stderr=True).status("reading …") as status:
        yield lambda progress: status.update(f"{progress.done}  {progress.name}  {progress.outcome.replace('_', ' ')}")


def _plainly(progress: Progress) -> None:
    if progress.done % PLAIN_EVERY == 0:
        say(f"{progress.done} articles, the last {progress.name}")


def _summarize(result: ReadResult) -> None:
    """What became of the articles, on stdout; the reasons, one a line, on stderr."""
    for refusal in result.refused:
        say(f"refused: {refusal.message}")
    for name, why in result.not_coded:
        say(f"kept, not coded: {name}: {why}")
    for label, number in result.counts().items():
        typer.echo(f"{number:>7} {label.replace('_', ' ')}")
