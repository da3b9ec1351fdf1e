"""The view models of what a case adds to a brief, and of turning points: plain values, drawn once as HTML and once as Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.desk.citations import Cite
from detente.desk.views import Limit, Link, Statement

Bin = Literal["m2", "m1", "z", "p1", "p2"]


@dataclass(frozen=True, slots=True)
class PointView:
    """A month in which the relation turned. `when` is the month, `span` what it may lie in."""

    when: str
    span: str
    direction: str
    kind: str
    about: str
    acts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TurningView:
    """Turning points, or why there are none to tell. `refused` None where the series could be judged."""

    refused: str | None
    about: str
    points: tuple[PointView, ...]


@dataclass(frozen=True, slots=True)
class CellView:
    """Where an actor stands on an issue.

    Args:
        position: `90`. sign: `+` nearer to the pole 100, `−` to the pole 0. bin: the colour. span: `80–100`.
        salience: 0–100, None where not known. origin: who says so.
    """

    actor: str
    known: bool
    position: str = ""
    sign: str = ""
    bin: Bin = "z"
    span: str = ""
    salience: int | None = None
    origin: str = ""
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue with its cells, one to each actor of the matrix; `absent` names those whose position is not known."""

    anchor: str
    id: str
    name: str
    arena: str | None
    pole_0: str
    pole_100: str
    cells: tuple[CellView, ...]
    absent: str


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Actors × issues."""

    actors: tuple[str, ...]
    rows: tuple[IssueRow, ...]
    n_unknown: int
    n_cells: int


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """Where an issue ends.

    Args:
        median, low, high, quo: on the scale of the issue, for the drawing; None where not known.
        told: the median with its interval. over: P(outcome > threshold). reason: why it is not known.
        moved: what moves it most. without: what becomes of it without an article.
    """

    anchor: str
    name: str
    pole_0: str
    pole_100: str
    rule: str
    median: float | None
    low: float | None
    high: float | None
    quo: float | None
    told: str
    over: str | None
    reason: str | None
    deciders: str
    moved: tuple[str, ...]
    without: tuple[Limit, ...]
    solvers: str


@dataclass(frozen=True, slots=True)
class ThesisView:
    """A rival thesis with its place; acts counted against it, for it, and that say nothing."""

    anchor: str
    rank: int
    id: str
    text: str
    holder: str | None
    against: int
    consistent: int
    neutral: int
    unseen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadView:
    """How an act reads in the light of one thesis: a sign, the word for it, and the analyst's note where it was overruled."""

    thesis: str
    sign: str
    word: str
    note: str | None


@dataclass(frozen=True, slots=True)
class ActRow:
    """A row of the matrix of theses and acts."""

    act: Link
    when: str
    apart: str
    cells: tuple[ReadView, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class WatchRow:
    """Something to watch for. `speaks`: for or against its thesis."""

    thesis: str
    speaks: str
    act: str
    became: str
    seen: bool


@dataclass(frozen=True, slots=True)
class ReadingView:
    """Which reading the events bear out: the rival theses, the numbers behind, what would change it, what articles cannot tell."""

    answer: Statement
    theses: tuple[ThesisView, ...]
    ids: tuple[str, ...]
    acts: tuple[ActRow, ...]
    alike: int
    numbers: tuple[Statement, ...]
    change: tuple[Limit, ...]
    watch: tuple[WatchRow, ...]
    cannot: tuple[Limit, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """An outcome that is another in a scenario; `causes` and `through` say why."""

    words: str
    before: str
    after: str
    by: str
    causes: str
    through: str


@dataclass(frozen=True, slots=True)
class ScenarioView:
    """A scenario beside the case."""

    anchor: str
    title: str
    patches: tuple[Limit, ...]
    outcomes: tuple[ChangeView, ...]
    others: tuple[ChangeView, ...]
    unmoved: tuple[str, ...]
    carriers: tuple[Limit, ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """What a case adds. `label` is what kind of numbers these are; `settings` how they were made."""

    title: str
    label: str
    settings: str
    reading: ReadingView | None
    matrix: MatrixView
    outcomes: tuple[OutcomeView, ...]
    payoffs: tuple[str, ...]
    mechanisms: tuple[str, ...]
    scenarios: tuple[ScenarioView, ...]
