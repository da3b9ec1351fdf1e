"""Report rows made ready to be compared: who as parties, when as days, where, with what, in which family of acts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.ledger.holdings import Holdings, Told
from detente.ledger.particulars import Place, Things, place, states_of, things
from detente.ledger.triggers import MUTUAL_FAMILIES, family, is_generic
from detente.records import UNKNOWN, Document, Mention, Moment, Report, TimeExpression

_STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "SPY", "JUD", "COP", "EXE"})
_STATELESS = frozenset({"IGO", "NGO", "REB", "GOV", "OPP", "MNC", "MED", "CVL", "EDU", "BUS", "PTY"})
_DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|these|those|their|his|her|its|our)|\w['’]s?)\s+((?:[\w-]+\s+){0,2})$", re.IGNORECASE
)
WIDEST = 400
"""Days beyond which an interval says nothing of when: two acts of one kind may both lie in it."""

_SCENE = re.compile(r"\W*(?:when|after|as|while|during|following)\b", re.IGNORECASE)
_VERBS = "will would shall should can could may might must to has have had is are was were be did does do who that which"
_VERBAL = frozenset(_VERBS.split())


@dataclass(frozen=True, slots=True)
class Telling:
    """One report as merging sees it.

    Args:
        source, target: party keys (see `party`).
        moment: when, as told or as resolved with the document's tightened date.
        window: the days it can be at all, given the document's date and its modality.
        around: `moment`, else the days that the sentence sets the scene with (*When … in 2016, …*); never a bar, only a hint.
        told: `moment`, else the document's date.
        done: told by an inflected verb or with its days, so that *actual* is more than a bare noun's.
        definite: a bare noun with *the*, *this*, *his*: it points back to something told before.
    """

    id: str
    document: str
    report: Report
    family: str
    source: frozenset[str]
    target: frozenset[str]
    moment: Moment
    window: tuple[date, date]
    around: Moment
    told: Moment
    place: Place | None
    things: Things
    done: bool
    definite: bool
    generic: bool

    @property
    def parties(self) -> frozenset[str]:
        """All parties, whoever acts."""
        return self.source | self.target

    @property
    def mutual(self) -> bool:
        """Whether the act has a set of parties rather than an actor and one acted upon."""
        return self.family in MUTUAL_FAMILIES or self.source == self.target or (len(self.source) > 1 and not self.target)

    @property
    def inside(self) -> str | None:
        """The one state inside which the act takes place, where every party known belongs to it."""
        heads = {p.partition(".")[0] for p in self.parties}
        return next(iter(heads)) if len(heads) == 1 and not heads & _STATELESS else None


def party(actor: str) -> str:
    """Whom an actor acts for: its state where it is an organ of one, else itself.

    Example:
        >>> party("RUS.GOV.PUTIN"), party("TUR.REB.PKK"), party("IGO.NATO")
        ('RUS', 'TUR.REB.PKK', 'IGO.NATO')
    """
    head, _, rest = actor.partition(".")
    sector = rest.partition(".")[0]
    if head not in _STATELESS and (not rest or sector in _STATE_SECTORS):
        return head
    return actor


def tellings(
    holdings: Holdings, dates: Mapping[str, Moment], moments: Mapping[str, Moment] | None = None
) -> tuple[Telling, ...]:
    """The asserted reports, ready to be compared, by document and place in it.

    `dates` are the tightened dates of documents, `moments` those of reports that a tightened date resolves, both by id.
    """
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in holdings.mentions:
        mentions[mention.document].append(mention.row)
    states = {document: states_of(rows) for document, rows in mentions.items()}
    times: dict[str, list[TimeExpression]] = defaultdict(list)
    for time in holdings.times:
        times[time.document].append(time.row)
    spoken = [t for t in holdings.reports if t.row.asserted and t.document in holdings.documents]
    spoken.sort(key=lambda t: (t.document, t.row.trigger, t.id))
    return tuple(
        _telling(
            t,
            holdings.documents[t.document],
            dates,
            moments or {},
            states.get(t.document, {}),
            mentions[t.document],
            times[t.document],
        )
        for t in spoken
    )


def _telling(
    told: Told[Report],
    document: Document,
    dates: Mapping[str, Moment],
    moments: Mapping[str, Moment],
    states: Mapping[str, str],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
) -> Telling:
    row = told.row
    words = document.at(row.trigger)
    moment = moments.get(told.id, row.moment)
    done = moment.known or words.casefold() != row.lemma.casefold().replace("_", " ")
    published = dates.get(told.document, document.date)
    kind = family(row.lemma, words, row.plover, row.mode)
    return Telling(
        id=told.id,
        document=told.document,
        report=row,
        family=kind,
        source=frozenset(map(party, row.source)),
        target=frozenset(map(party, row.target)),
        moment=moment,
        window=_window(moment, row, done, published),
        told=moment if moment.known else published,
        around=moment if moment.known else _scene(document, row, times),
        place=_place(row, kind, states, mentions),
        things=things(row.objects),
        done=done,
        definite=_definite(document, row, words),
        generic=is_generic(row.lemma or words),
    )


def _place(row: Report, kind: str, states: Mapping[str, str], mentions: Sequence[Mention]) -> Place | None:
    """Where, as the report says; of a meeting, else the one spot that its sentence names."""
    if row.place:
        return place(row.place, states)
    if kind not in MUTUAL_FAMILIES:
        return None
    named = {m.place for m in mentions if m.sense == "place" and m.place and row.sentence.holds(m.span)}
    spots = {p for p in (place(name, states) for name in named) if not p.whole}
    return next(iter(spots)) if len(spots) == 1 else None


def _scene(document: Document, row: Report, times: Sequence[TimeExpression]) -> Moment:
    """The only days that a sentence names, where its first word sets them as the scene of the rest."""
    dated = {t.moment for t in times if t.moment.known and row.sentence.holds(t.span)}
    if len(dated) == 1 and _SCENE.match(document.at(row.sentence)):
        return next(iter(dated))
    return UNKNOWN


def _window(moment: Moment, row: Report, done: bool, published: Moment) -> tuple[date, date]:
    """The days an act can be at all: what is told as done is not after its telling, what is told as to come not before."""
    first, last = moment.earliest or date.min, moment.latest or date.max
    if moment.known:
        return first, last
    if row.modality == "actual" and done and published.latest:
        return date.min, published.latest
    if row.modality == "future" and published.earliest:
        return published.earliest, date.max
    return date.min, date.max


def _definite(document: Document, row: Report, words: str) -> bool:
    """Whether the trigger is a noun that points back: *the meeting*, *his visit*, *this incident*."""
    before = _DEFINITE.search(document.text[max(row.sentence.start, row.trigger.start - 60) : row.trigger.start])
    if before is None or set(before.group(1).casefold().split()) & _VERBAL:
        return False
    said, lemma = words.casefold(), row.lemma.casefold()
    return said in (lemma, lemma + "s") or said.endswith(("ing", "ion", "ment", "al"))


def gap(a: Moment, b: Moment) -> int:
    """Days between two known intervals; 0 where they overlap."""
    if a.overlaps(b):
        return 0
    first, second = sorted((a, b), key=lambda m: m.earliest or date.min)
    return ((second.earliest or date.max) - (first.latest or date.min)).days


def months(moment: Moment) -> Iterator[tuple[int, int]]:
    """Years and months that an interval of some thirteen months at most touches; none for a longer or open one."""
    first, last = moment.earliest, moment.latest
    if first is None or last is None or (last - first).days > WIDEST:
        return
    for n in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield divmod(n, 12)


def spread(a: Moment, b: Moment) -> int | None:
    """Days from the first to the last of two intervals together; None where either is open or unknown."""
    if a.days is None or b.days is None:
        return None
    ends = [d for m in (a, b) for d in (m.earliest, m.latest) if d]
    return (max(ends) - min(ends) + timedelta(1)).days
