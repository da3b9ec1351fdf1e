"""What people look at: a brief on a relation, as one HTML file or as Markdown, drawn from one set of view models.

wording     dates, numbers, types and modalities in plain words
citations   every cited sentence with its number and anchor, and who cites it
views       the view models; composing builds them from a workbench's relation
summary, timeline, disputes, voices, deals, sources, limits, numbers, articles     one section each
chart       the two curves, the gap and the events as SVG
drawing     view models → HTML or Markdown (the only module that imports jinja2)
"""

from __future__ import annotations

from typing import Literal, Protocol

from detente.errors import InputError
from detente.workbench.relation import Relation


class Relates(Protocol):
    """What the desk needs of a workbench."""

    def relation(self, a: str, b: str) -> Relation:
        """Everything that is known between two parties."""
        ...


def brief(wb: Relates, a: str, b: str, *, format: Literal["html", "md"] = "html") -> str:  # noqa: A002
    """A brief on the relation of two states.

    Args:
        wb: a workbench.
        a: a state's code or name.
        b: another's.
        format: `html` for one file that loads nothing from anywhere; `md` for Markdown.

    Returns:
        The whole file's text; the same ledger gives the same text.

    Raises:
        InputError: a format that is neither; whatever the workbench raises for the two names.
    """
    if format not in ("html", "md"):
        raise InputError(f"{format!r} is not a format of a brief", mend="use 'html' or 'md'")

    from detente.desk.composing import compose
    from detente.desk.drawing import html, markdown

    view = compose(wb.relation(a, b))
    return html(view) if format == "html" else markdown(view)


__all__ = ["brief"]
