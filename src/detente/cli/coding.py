"""`detente code`: single sentences, pairs and phrases coded as JSON Lines, without a ledger."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated, Any, TextIO, cast

import typer

from detente.cli.edge import say
from detente.cli.writing import replacing
from detente.errors import DetenteError, InputError

Record = dict[str, Any]


def code(
    pairs: Annotated[Path | None, typer.Option(metavar="IN.jsonl", help="What one named actor does to another.")] = None,
    text: Annotated[Path | None, typer.Option(metavar="IN.jsonl", help="Every event in a free sentence.")] = None,
    actors: Annotated[Path | None, typer.Option(metavar="IN.jsonl", help="Whom a phrase names.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="OUT.jsonl", help="Default: stdout.")] = None,
) -> None:
    """Code single sentences, pairs of actors, or actor phrases: JSON Lines in, JSON Lines out, in order.

    A line that cannot be used is told on stderr with its number; the others are coded, and the exit status is 2.
    """
    given = [path for path in (pairs, text, actors) if path is not None]
    if len(given) != 1:
        raise InputError("code takes exactly one of --pairs, --text and --actors", mend="see: detente code --help")
    if not given[0].is_file():
        raise InputError("no such file", at=given[0])

    from detente.coding import singles

    coder = singles.code_pair if pairs else singles.code_text if text else singles.code_actor
    with _destination(output) as stream:
        n_bad = _code(given[0], coder, stream)
    if n_bad:
        raise InputError(f"{n_bad} {'line' if n_bad == 1 else 'lines'} could not be coded", at=given[0], mend="the others were")


def _destination(output: Path | None) -> AbstractContextManager[TextIO]:
    return nullcontext(sys.stdout) if output is None or str(output) == "-" else replacing(output)


def _code(path: Path, coder: Callable[[Record], Record], stream: TextIO) -> int:
    """Code every line of a file as it is read; returns how many could not be."""
    n_bad = 0
    for number, line in _numbered(path):
        try:
            row = coder(_record(line))
        except Exception as error:  # a line that brings out a fault of ours must not stop the others
            n_bad += 1
            say(f"{path}:{number}: {_complaint(error)}")
            continue
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")
    return n_bad


def _numbered(path: Path) -> Iterator[tuple[int, bytes]]:
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield number, line


def _record(line: bytes) -> Record:
    """A line's object; raises ValueError or InputError for what is none."""
    record = json.loads(line.decode("utf-8-sig"))
    if not isinstance(record, dict):
        raise InputError("not an object")
    return cast(Record, record)


def _complaint(error: Exception) -> str:
    match error:
        case json.JSONDecodeError():
            return f"not JSON ({error.msg} at column {error.colno})"
        case UnicodeDecodeError():
            return "not UTF-8"
        case KeyError():
            return f"the key {error.args[0]!r} is missing"
        case DetenteError() | ValueError() | TypeError():
            return str(error)
        case _:
            return f"{type(error).__name__}: {error}, which is a fault of détente: please report it with the line"
