"""Files that are whole or not there: written beside their place, then moved into it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from detente.errors import InputError


@contextmanager
def replacing(path: Path) -> Generator[TextIO]:
    """A text file that takes the place of `path` when the block ends well; what was there stays where it does not.

    Raises:
        InputError: nothing can be written there.
    """
    if path.is_dir():
        raise InputError("is a folder", at=path, mend="name a file to write")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise InputError(f"cannot be written ({error.strerror})", at=path, mend="choose another place with -o") from error
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(_usual_mode(path))
        part.replace(path)
    except OSError as error:
        raise InputError(f"cannot be written ({error.strerror})", at=path, mend="nothing was changed there") from error
    finally:
        part.unlink(missing_ok=True)


def _usual_mode(path: Path) -> int:
    """The mode the file had, or that a new file gets here; a temporary file is readable by its owner alone."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
