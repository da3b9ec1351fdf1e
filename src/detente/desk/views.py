"""The view models of a brief: plain values in the order in which they are drawn, once as HTML and once as Markdown.

Every statement carries its citations. Nothing here is computed; `composing` puts it together from a relation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.desk.citations import Cite, Citing

if TYPE_CHECKING:
    from detente.desk.case_views import CaseView, TurningView

Sign = Literal[-1, 0, 1]


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to another part of the brief; `anchor` None where there is nothing to go to."""

    text: str
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of ours with the events that it speaks of and the sentences that say so."""

    text: str
    links: tuple[Link, ...] = ()
    cites: tuple[Cite, ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Confidence:
    """How far to trust the arrow, and why: never said in one sentence with a likelihood."""

    level: Literal["low", "moderate", "high", "none"]
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """Which way the relation moves. `steps` is what the words and the deeds did, one statement each."""

    direction: Literal["better", "worse", "unchanged", "not known"]
    headline: str
    reason: Statement
    steps: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """An act in the timeline.

    Args:
        face: `words` or `deeds`. sign: +1 cooperative, −1 conflictual. counted: whether the curves rest on it.
        when: the date as known; `known` False where nothing is. ground: what the date rests on.
        links: flags with somewhere to go, such as a disagreement.
    """

    anchor: str
    number: int
    face: str
    sign: int
    quad: str
    when: str
    known: bool
    ground: str
    who: str
    whom: str
    mutual: bool
    what: str
    type: str
    type_words: str
    modality: str
    real: bool
    counted: bool
    place: str | None
    n_reports: int
    n_articles: int
    flags: tuple[Link, ...]
    cites: tuple[Cite, ...]

    @property
    def line(self) -> str:
        """Who did what to whom, in one line."""
        sides = f"{self.who}: {self.what}" if self.mutual or not self.whom else f"{self.who} → {self.whom}: {self.what}"
        when = self.when if self.known else "date not stated"
        return f"{sides} ({when})" if self.real else f"{sides} ({when}; {self.modality})"

    @property
    def tally(self) -> str:
        """How often it is told."""
        reports = "1 report" if self.n_reports == 1 else f"{self.n_reports} reports"
        return reports if self.n_articles == 1 else f"{reports} in {self.n_articles} articles"


@dataclass(frozen=True, slots=True)
class Group:
    """Events under one heading: a year, or those without a date."""

    title: str
    known: bool
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class WarmthRow:
    """A line of the series' tables. `rests_on`: links to the events with what each weighs; `lighter`: how many more."""

    period: str
    displayed: str
    displayed_range: str
    substance: str
    substance_range: str
    gap: str
    gap_range: str
    rests_on: tuple[Link, ...]
    lighter: int
    displayed_known: bool
    substance_known: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of which some are marked as differing."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class VersionView:
    """One of the values told for one thing."""

    value: tuple[Marked, ...]
    article: Link
    words: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class DisputeView:
    """Reports that disagree, side by side."""

    anchor: str
    title: str
    subject: Link | None
    versions: tuple[VersionView, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """Something that somebody holds or foresees. `words` are the source's own; `reading` is the number and the table's name."""

    anchor: str
    holder: str
    chain: str | None
    words: str
    hedge: str | None
    reading: str | None
    horizon: str
    horizon_known: bool
    verdict: str
    kind: str
    cites: tuple[Cite, ...]
    verdict_cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What one article says of the relation, in its holders' words."""

    article: Link
    date: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class QuoteView:
    """Somebody's words. `exact` False where they are reported, or the copy is degraded."""

    anchor: str
    speaker: str
    words: str
    medium: str | None
    note: str | None
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """A state of an agreement as one article tells it."""

    status: str
    when: str
    known: bool
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class DealView:
    """An agreement and its life line."""

    anchor: str
    name: str
    parties: str
    status: str
    terms: str | None
    terms_unknown: bool
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """An article as a source."""

    anchor: str
    number: int
    title: str
    article: str | None
    outlet: str | None
    author: str | None
    file: str
    date: str
    date_known: bool
    ground: str
    flags: tuple[Link, ...]
    grade: str
    grade_words: str
    n_cited: int
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """Something that is not known, with what it concerns."""

    text: str
    links: tuple[Link, ...] = ()
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberView:
    """How a number was made: what it is, how computed, its settings, its rows, and what it cannot tell."""

    anchor: str
    title: str
    what: str
    formula: str
    settings: tuple[str, ...]
    rows: str
    limits: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an article's text; with `cite`, a cited place, of which `first` is the first run."""

    text: str
    label: str | None = None
    anchor: str | None = None
    citing: tuple[Citing, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of an article: what it is, why it was not read (`aside`), and its runs."""

    kind: str
    aside: str | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """The whole text of a cited article."""

    anchor: str
    number: int
    title: str
    credit: str
    source: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole brief."""

    a: str
    b: str
    scope: str
    arrow: Arrow
    bottom: tuple[Statement, ...]
    confidence: Confidence
    limitation: str
    chart_wide: str
    chart_narrow: str
    turning: TurningView
    case: CaseView | None
    tray: tuple[EventView, ...]
    before: tuple[EventView, ...]
    years: tuple[WarmthRow, ...]
    months: tuple[WarmthRow, ...]
    timeline: tuple[Group, ...]
    disputes: tuple[DisputeView, ...]
    refuted: tuple[ClaimView, ...]
    answers: tuple[AnswerView, ...]
    quotes: tuple[QuoteView, ...]
    forecasts: tuple[ClaimView, ...]
    promises: tuple[ClaimView, ...]
    deals: tuple[DealView, ...]
    sources: tuple[SourceView, ...]
    unread: tuple[Limit, ...]
    limits: tuple[Limit, ...]
    numbers: tuple[NumberView, ...]
    articles: tuple[ArticleView, ...]
    footnotes: tuple[Cite, ...]
