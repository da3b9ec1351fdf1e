"""A case file, checked: in its shape, in what its parts say of each other, and in the documents that it cites."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from detente.errors import InputError
from detente.records import Document
from detente.strategy.case.citations import uncited
from detente.strategy.case.contradictions import contradictions
from detente.strategy.case.reading import parse
from detente.strategy.case.tables import Finding
from detente.strategy.case.whole import Case


def load(path: str | Path) -> Case:
    """A case from a file.

    Raises:
        InputError: the first thing that is wrong, with its line and its mend; `check` lists all.
    """
    return loads(_text(path), str(path))


def loads(text: str, name: str = "case.toml") -> Case:
    """A case from the text of a file.

    Args:
        text: the whole file.
        name: what to call it in a message.

    Raises:
        InputError: as `load`.
    """
    case, findings = parse(text, name)
    wrong = sorted(one for one in (*findings, *contradictions(case, sound=not findings)) if one.level == "error")
    if wrong:
        more = f" ({len(wrong) - 1} more: detente case check {name})" if len(wrong) > 1 else ""
        raise InputError(f"{wrong[0]}{more}")
    return case


def check(path: str | Path, documents: Mapping[str, Document] | None = None) -> list[Finding]:
    """Everything that is wrong with a file, or that no solver will count, in the order of its lines.

    Args:
        path: of the file.
        documents: id → document; with them, what the case cites is looked up.

    Raises:
        InputError: it cannot be read, is no TOML or no case file.
    """
    case, findings = parse(_text(path), str(path))
    cited = uncited(case, documents) if documents is not None else ()
    return sorted({*findings, *contradictions(case, sound=not findings), *cited})


def _text(path: str | Path) -> str:
    try:
        return Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", at=path, mend="give the path of a case file") from None
    except UnicodeDecodeError:
        raise InputError("is not UTF-8 text", at=path, mend="save it as UTF-8") from None
