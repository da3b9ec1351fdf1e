"""Reading into a ledger: bytes → documents → rows → one transaction per document.

Whatever stops a run (Ctrl-C, a full disk, a kill), the ledger holds every document that was finished and nothing of the one
that was not; the same call again goes on from there, since a document that is held is passed over before it is parsed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from detente.config import Settings
from detente.errors import DetenteError, EvidenceError, UnreadableError
from detente.ledger import Ledger
from detente.records import Batch, Document, Refusal

Outcome = Literal["read", "unchanged", "new_version", "not_coded", "refused"]


@dataclass(frozen=True, slots=True)
class Progress:
    """One article more.

    Args:
        done: how many so far, refusals among them. name: of the document, or where the refused thing lies.
        outcome: what became of it. n_rows: how many rows were found in it. note: why it was refused or not coded.
    """

    done: int
    name: str
    outcome: Outcome
    n_rows: int = 0
    note: str | None = None


@dataclass(slots=True)
class ReadResult:
    """What became of each article, in the order they were read.

    Args:
        read: ids of the documents that are new. new_versions: ids of those that take the place of an earlier text from the
            same source. unchanged: ids of those held already. not_coded: name and reason of those kept without being coded,
            which are among the others too. refused: what could not be read.
    """

    read: list[str] = field(default_factory=list[str])
    new_versions: list[str] = field(default_factory=list[str])
    unchanged: list[str] = field(default_factory=list[str])
    not_coded: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    refused: list[Refusal] = field(default_factory=list[Refusal])

    def counts(self) -> dict[str, int]:
        """How many of each, in the order of the fields."""
        return {name: len(getattr(self, name)) for name in ("read", "new_versions", "unchanged", "not_coded", "refused")}


def take_in(
    ledger: Ledger,
    paths: Iterable[str | Path],
    settings: Settings,
    progress: Callable[[Progress], None] | None = None,
) -> ReadResult:
    """Read files into a ledger, one article at a time; what is derived is left for the caller to bring up to date.

    Raises:
        InputError: a path that does not exist or holds nothing. LedgerError: the ledger cannot be written to.
    """
    from detente import reading

    result = ReadResult()
    for done, item in enumerate(reading.read(list(paths), settings), 1):
        is_document = isinstance(item, Document)
        told = _take(ledger, item, settings, done, result) if is_document else _refuse(ledger, item, done, result)
        if progress is not None:
            progress(told)
    return result


def _take(ledger: Ledger, document: Document, settings: Settings, done: int, result: ReadResult) -> Progress:
    """Code and append one document, unless it is held."""
    why = uncoded(document, settings)
    if why is not None:
        result.not_coded.append((document.name, why))
    if ledger.holds(document.id):
        result.unchanged.append(document.id)
        return Progress(done, document.name, "unchanged", note=why)
    try:
        batch = Batch(document) if why else _code(document, settings)
        outcome = ledger.append(batch)
    except UnreadableError as error:
        return _refuse(ledger, Refusal(document.source, error.reason, str(error), document.sha256), done, result)
    except EvidenceError as error:
        return _refuse(ledger, Refusal(document.source, "evidence", str(error), document.sha256), done, result)
    if outcome == "unchanged":
        result.unchanged.append(document.id)
        return Progress(done, document.name, "unchanged", note=why)
    (result.new_versions if outcome == "new_version" else result.read).append(document.id)
    told: Outcome = "not_coded" if why else "new_version" if outcome == "new_version" else "read"
    return Progress(done, document.name, told, sum(1 for _ in batch.rows()), why)


def _code(document: Document, settings: Settings) -> Batch:
    """The rows of one document.

    Raises:
        UnreadableError: it takes too long, or brings out a fault of the coders, which must not stop the other articles.
    """
    # The coders load the language model's library, which a ledger that is only asked does not need.
    from detente import coding
    from detente.reading.parse import parse

    parsed = parse(document, max_seconds=settings.max_seconds)
    try:
        return coding.code(parsed)
    except DetenteError:
        raise
    except Exception as error:
        what = f"cannot be coded ({type(error).__name__}: {error}), which is a fault of détente"
        raise UnreadableError(what, reason="fault", at=document.source, mend="please report it with the article") from error


def _refuse(ledger: Ledger, refusal: Refusal, done: int, result: ReadResult) -> Progress:
    ledger.refuse([refusal])
    result.refused.append(refusal)
    return Progress(done, refusal.source, "refused", note=refusal.message)


def uncoded(document: Document, settings: Settings) -> str | None:
    """Why a document is kept without being coded; None where it is coded."""
    if document.language in settings.languages:
        return None
    return f"its language ({document.language}) is not one that is coded" if document.language else "its language is not known"
