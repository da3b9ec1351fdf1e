"""The edge of the program: every refusal becomes one line on stderr and an exit status, never a traceback."""

from __future__ import annotations

import os
import sys
from typing import Any, TextIO

import typer
from typer.core import TyperGroup

from detente.errors import DetenteError

INTERRUPTED, BROKEN_PIPE = 130, 141
DEBUG = "DETENTE_DEBUG"


def say(line: str) -> None:
    """One line on stderr, under the program's name."""
    typer.echo(f"detente: {' '.join(line.split())}", err=True)


class Edge(TyperGroup):
    """The group of commands; what they raise is told in one line. `--debug` or `DETENTE_DEBUG=1` lets the traceback through."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; raises typer's Exit with the status that the error calls for."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt:
            say("interrupted; the ledger keeps every document that was finished, run the same command again to go on")
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _hush(sys.stdout)
            ctx.exit(BROKEN_PIPE)
        except (typer.Exit, typer.Abort):
            raise
        except Exception as error:
            # DetenteError and the parser's own refusals both know their exit status; the parser prints its own.
            if _debugging(ctx) or (hasattr(error, "exit_code") and not isinstance(error, DetenteError)):
                raise
            say(_told(error))
            ctx.exit(getattr(error, "exit_code", 1))
        else:
            return result


def _debugging(ctx: Any) -> bool:
    return bool(ctx.params.get("debug")) or os.environ.get(DEBUG, "") not in ("", "0")


def _told(error: Exception) -> str:
    """The line for an error: a refusal says it itself, the system's refusals (no space, no permission) nearly do."""
    if isinstance(error, DetenteError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return f"{type(error).__name__}: {error}; this is a fault of détente: please report it with what `detente --debug …` prints"


def _hush(stream: TextIO) -> None:
    """Nobody reads on: send what is still buffered nowhere, so that the interpreter has nothing to complain of at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
