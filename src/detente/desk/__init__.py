"""What people look at: a brief on a relation, as one HTML file or as Markdown, drawn from one set of view models.

wording     dates, numbers, types and modalities in plain words
citations   every cited sentence with its number and anchor, and who cites it
views       the view models; composing builds them from a workbench's relation
summary, timeline, disputes, voices, deals, sources, limits, numbers, articles     one section each
turning     turning points, or the refusal
dossiers    what a case adds: readings (rival theses), stakes (issues and outcomes), scenarios; case_views their models
chart       the two curves, the gap and the events as SVG
drawing     view models → HTML or Markdown (the only module that imports jinja2)
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

from detente.errors import InputError
from detente.workbench.relation import Relation

if TYPE_CHECKING:
    from detente.strategy.case import Case
    from detente.strategy.scenario import Scenario
    from detente.workbench.dossier import Dossier


class Relates(Protocol):
    """What the desk needs of a workbench."""

    def relation(self, a: str, b: str, *, case: Any = None) -> Relation:
        """Everything that is known between two parties."""
        ...

    def dossier(self, a: str, b: str, case: Any, whatif: Any = None) -> Dossier:
        """All that a case says of a relation."""
        ...


def brief(
    wb: Relates,
    a: str,
    b: str,
    *,
    format: Literal["html", "md"] = "html",  # noqa: A002
    case: str | Path | Case | None = None,
    whatif: Iterable[str | Path | Scenario] | None = None,
) -> str:
    """A brief on the relation of two states.

    Args:
        wb: a workbench.
        a: a state's code or name.
        b: another's.
        format: `html` for one file that loads nothing from anywhere; `md` for Markdown.
        case: or the path of its file: adds the rival readings, the issues, and where each ends.
        whatif: scenarios laid beside the case; those of the folder `whatif` beside it where not given.

    Returns:
        The whole file's text; the same ledger and the same case give the same text.

    Raises:
        InputError: a format that is neither, scenarios without a case; whatever the workbench raises for the names and the case.
    """
    if format not in ("html", "md"):
        raise InputError(f"{format!r} is not a format of a brief", mend="use 'html' or 'md'")
    scenarios = None if whatif is None else tuple(whatif)
    if scenarios and case is None:
        raise InputError("scenarios need a case to be laid beside", mend="give the case too")

    from detente.desk.composing import compose
    from detente.desk.drawing import html, markdown

    if case is None:
        held, dossier = wb.relation(a, b), None
    else:
        held, dossier = wb.relation(a, b, case=case), wb.dossier(a, b, case, scenarios)
    view = compose(held, dossier)
    return html(view) if format == "html" else markdown(view)


__all__ = ["brief"]
