"""Files of an export: written beside their places and moved there, the manifest last, so that half an export has none."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from detente.errors import InputError

MANIFEST = "manifest.json"


def write(folder: Path, tables: Mapping[str, Sequence[Mapping[str, Any]]], manifest: Mapping[str, Any]) -> None:
    """Write the tables and the manifest into a folder, which is made if need be.

    Raises:
        InputError: the folder can't be written, or holds files of these names that are not of an export.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_foreign(folder, tables)
        draft = Path(tempfile.mkdtemp(prefix=".export-", dir=folder))
    except OSError as e:
        raise InputError(
            f"cannot be written to ({e.strerror})", at=folder, mend="give a folder that can be written to"
        ) from None
    try:
        for name, rows in tables.items():
            with (draft / f"{name}.jsonl").open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        (draft / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
        (folder / MANIFEST).unlink(missing_ok=True)
        for name in (*(f"{table}.jsonl" for table in tables), MANIFEST):
            (draft / name).replace(folder / name)
    except OSError as e:
        raise InputError(
            f"the export could not be written ({e.strerror})", at=folder, mend="see to the disk, then run the command again"
        ) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _refuse_foreign(folder: Path, tables: Mapping[str, object]) -> None:
    """Only files of an export are replaced."""
    taken = sorted(name for name in (*(f"{t}.jsonl" for t in tables), MANIFEST) if (folder / name).exists())
    if taken and not _is_export(folder):
        raise InputError(
            f"holds {taken[0]}, which is not of an export; nothing was written", at=folder, mend="give another folder"
        )


def _is_export(folder: Path) -> bool:
    try:
        return json.loads((folder / MANIFEST).read_text("utf-8"))["schema"] == "detente-export"
    except (OSError, ValueError, KeyError, TypeError):
        return False
