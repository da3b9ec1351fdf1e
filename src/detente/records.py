"""The frozen records that travel between the rooms.

    reading  → Document (what was written; its blocks, its clean text and the map back)
    coding   → Batch    (one document and every row found in it)
    ledger   → Event, Agreement, Conflict … (what the rows of several documents say together)

Offsets are Python `str` offsets into `Document.text`, end exclusive. Each row of a batch has the `span` it names and the
`sentence` that says so; `document.text[span.start:span.end]` is its text. Days are `datetime.date`, intervals are closed.
`None` means not known. Actor ids are described in `detente.reference`.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Basis = Literal["explicit", "relative", "dateline", "inferred", "unknown"]
BlockKind = Literal["title", "heading", "body", "caption", "credit", "byline", "dateline", "boilerplate"]
MentionKind = Literal["name", "nominal", "pronoun", "adjective", "metonym"]
Sense = Literal["actor", "place"]
TimeKind = Literal["date", "duration", "reference"]
QuoteKind = Literal["direct", "indirect", "mixed"]
Modality = Literal["actual", "future", "hypothetical", "negated"]
ClaimKind = Literal["report", "judgement", "forecast", "conditional", "commitment", "belief"]
Verdict = Literal["supported", "partly", "mixed", "refuted", "untested", "not_scorable"]
AgreementStatus = Literal[
    "proposed", "negotiating", "signed", "ratified", "in_force", "suspended", "breached", "ended", "revived", "unknown"
]
ActorKind = Literal[
    "state", "leader", "agency", "armed_group", "igo", "party", "person", "outlet", "think_tank", "firm", "people"
]
ConflictKind = Literal["date", "quantity", "place", "name", "actor", "label", "judgement", "internal"]


class Span(NamedTuple):
    """`text[start:end]` of a document's original text."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Moment(NamedTuple):
    """An interval of days, both ends inclusive, either end open (None), with the ground it rests on.

    `basis` is `unknown` exactly where both ends are None. `note` says by what an inferred date is bounded.
    """

    earliest: date | None = None
    latest: date | None = None
    basis: Basis = "unknown"
    note: str | None = None

    @property
    def known(self) -> bool:
        """Whether anything at all is known."""
        return self.earliest is not None or self.latest is not None

    @property
    def days(self) -> int | None:
        """Number of days in the interval; None where an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def overlaps(self, other: Moment) -> bool:
        """Whether both are known and some day may lie in both; an open end reaches without limit."""
        if not self.known or not other.known:
            return False
        first = max(self.earliest or date.min, other.earliest or date.min)
        last = min(self.latest or date.max, other.latest or date.max)
        return first <= last


UNKNOWN = Moment()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or line of a document and what it is.

    `reason` says why a block is boilerplate (`subscribe`, `share_bar`, `also_read`, `disclaimer`, `reading_time` …);
    `copy_of` is the index of the earlier block that it repeats. Boilerplate and repeats are kept, and are not in the clean text.
    """

    kind: BlockKind
    span: Span
    reason: str | None = None
    copy_of: int | None = None

    @property
    def coded(self) -> bool:
        """Whether the block's words are read by the coders."""
        return self.kind not in ("boilerplate", "credit", "byline", "dateline") and self.copy_of is None


@dataclass(frozen=True, slots=True)
class CleanText:
    """The text that is parsed, and for each of its characters the original ones it stands for.

    Args:
        text: the coded blocks, joined by two newlines, entities repaired.
        starts, ends: per character, the original span it came from; characters put in by cleaning have `starts[i] == ends[i]`.
    """

    text: str
    starts: array[int]
    ends: array[int]

    def original(self, start: int, end: int) -> Span:
        """The original span of `text[start:end]`; raises ValueError for an empty one."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"{start}:{end} is not a span of a text of {len(self.text)} characters")
        return Span(self.starts[start], self.ends[end - 1])


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was read.

    Args:
        id: 16 hex digits made of `name` and the text: the same article gives the same id on every machine.
        name: the file's name; of a feed or jsonl item, the file's name, `#` and the item's own id or number.
        source: where it was read from (absolute path; with `#item` for an item of a file).
        sha256: of the bytes of the file.
        media: the door it came through: `text markdown html pdf feed jsonl`.
        text: the original decoded text (plain text, markdown), or the text extracted from it (html, pdf, feed, jsonl).
        date: publication day(s) as the text itself gives or bounds them.
        date_span: where the text gives them; None where it does not or where metadata gave them.
        degraded: reasons such as `broken_entities`, `odd_quotes`, `machine_translated`.
        fingerprint: MinHash signature of the clean text, for near-copies.
    """

    id: str
    name: str
    source: str
    sha256: str
    media: str
    text: str
    blocks: tuple[Block, ...]
    clean: CleanText
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    date: Moment = UNKNOWN
    date_span: Span | None = None
    degraded: tuple[str, ...] = ()
    fingerprint: tuple[int, ...] = ()

    def at(self, span: Span) -> str:
        """The words at a span."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could not be read, with its reason, for the quarantine list."""

    source: str
    reason: str
    message: str
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """An office that an actor held, and when."""

    role: str
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can act. `origin` is `reference` (our own table) or `text` (made from a title or an apposition)."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    origin: Literal["reference", "text"] = "reference"


@dataclass(frozen=True, slots=True)
class Row:
    """What every row of a batch has: the span it names and the sentence that says so."""

    span: Span
    sentence: Span


@dataclass(frozen=True, slots=True)
class Mention(Row):
    """A stretch of text that names actors, or a place. For a place, `actors` holds the state it lies in, if known."""

    actors: tuple[str, ...]
    kind: MentionKind
    sense: Sense
    place: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression(Row):
    """A date, duration or vague reference and the days it means."""

    moment: Moment
    kind: TimeKind
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote(Row):
    """Somebody's words. `verbatim` is False where the copy is degraded."""

    kind: QuoteKind
    speaker: str | None = None
    speaker_name: str | None = None
    cue: str | None = None
    medium: str | None = None
    verbatim: bool = True


@dataclass(frozen=True, slots=True)
class Report(Row):
    """One telling of one act: who did what to whom, as this sentence tells it. `span` equals `sentence`.

    Args:
        trigger: the verb or eventive noun. lemma: its lemma, of a noun the noun.
        source, target: actor ids; of a mutual act all parties in both.
        plover, mode, contexts, quad, goldstein, cameo: scheme `scheme`.
        asserted: False where the coder's confidence is below its threshold: kept for review, not counted, not exported as an event.
        attributed_to: who says so, outermost teller first; None where the author does.
        quantity: a number the sentence ties to the act (killed, jets), verbatim and as bounds.
    """

    trigger: Span
    lemma: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    plover: str
    quad: str
    modality: Modality
    confidence: float
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    goldstein: float | None = None
    cameo: str | None = None
    moment: Moment = UNKNOWN
    place: str | None = None
    place_span: Span | None = None
    attributed_to: tuple[str, ...] | None = None
    asserted: bool = True
    objects: tuple[str, ...] = ()
    scheme: str = "PLOVER-2021"


@dataclass(frozen=True, slots=True)
class AgreementReport(Row):
    """One telling of an agreement: its parties and its state at that telling. `terms_unknown` where the text says so."""

    name: str
    parties: tuple[str, ...]
    status: AgreementStatus
    moment: Moment = UNKNOWN
    terms: str | None = None
    subject: tuple[str, ...] = ()
    terms_unknown: bool = False


@dataclass(frozen=True, slots=True)
class Claim(Row):
    """Something that somebody holds, foresees or promises.

    Args:
        holder: actor id. chain: outermost teller first, holder last.
        hedge: the estimative words, verbatim. p_low, p_high: how the named table reads them, 0–1.
        horizon: when it should be seen. verdict: what the document itself says of it (`refuted` for a rumour marked false).
    """

    holder: str | None
    chain: tuple[str, ...]
    kind: ClaimKind
    hedge: str | None = None
    p_low: float | None = None
    p_high: float | None = None
    horizon: Moment = UNKNOWN
    about: tuple[str, ...] = ()
    verdict: Verdict = "untested"
    verdict_evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """Everything found in one document: what a worker returns and the one writer appends."""

    document: Document
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quotes: tuple[Quote, ...] = ()
    reports: tuple[Report, ...] = ()
    agreements: tuple[AgreementReport, ...] = ()
    claims: tuple[Claim, ...] = ()
    coder: str = ""

    def rows(self) -> Iterator[Row]:
        """Every row that must point at a sentence."""
        yield from (*self.mentions, *self.times, *self.quotes, *self.reports, *self.agreements, *self.claims)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in a document: what a derived row rests on. `text` is the words there."""

    document: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Position:
    """What an actor wants on an issue, between the issue's poles 0 and 100; low, mode and high are None together.

    Args:
        salience: how much the issue matters to the actor, 0–100. moment: when it was held.
        origin: `extracted` from a text, or an `analyst`'s estimate.
    """

    actor: str
    issue: str
    low: float | None = None
    mode: float | None = None
    high: float | None = None
    salience: float | None = None
    moment: Moment = UNKNOWN
    origin: Literal["extracted", "analyst"] = "extracted"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One act as its reports together tell it. `reports` are ids of report rows in the ledger, the oldest first."""

    id: str
    description: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    plover: str
    quad: str
    modality: Modality
    confidence: float
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    goldstein: float | None = None
    cameo: str | None = None
    moment: Moment = UNKNOWN
    place: str | None = None
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementStep:
    """A state of an agreement as one document tells it."""

    status: AgreementStatus
    moment: Moment
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement and its states through time, as its reports together tell them."""

    id: str
    name: str
    parties: tuple[str, ...]
    status: AgreementStatus
    terms: str | None = None
    terms_unknown: bool = False
    history: tuple[AgreementStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One of the values that sources give for the same thing, and where."""

    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Conflict:
    """Reports that disagree, side by side; no winner. `subject` is the id of an event, agreement, claim, actor or document."""

    id: str
    kind: ConflictKind
    subject: str | None
    field: str | None
    versions: tuple[Version, ...] = ()
    note: str | None = None
