"""Report rows made ready to be compared: who as parties, when as days, where, with what, in which family of acts."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from detente.ledger.holdings import Holdings, Told
from detente.ledger.triggers import MUTUAL_FAMILIES, family, is_generic
from detente.records import Document, Mention, Moment, Report

_STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "SPY", "JUD", "COP", "EXE"})
_STATELESS = frozenset({"IGO", "NGO", "REB", "GOV", "OPP", "MNC", "MED", "CVL", "EDU", "BUS", "PTY"})
_DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|these|those|their|his|her|its|our)|\w['’]s?)\s+((?:[\w-]+\s+){0,2})$", re.IGNORECASE
)
_VERBAL = frozenset(
    "will would shall should can could may might must to has have had is are was were be did does do who that which".split()
)
_CLASSES = {
    "aircraft": "aircraft jet plane warplane fighter bomber airliner airplane helicopter",
    "air defence": "air-defence air-defense anti-aircraft surface-to-air missile-system",
    "missile": "missile rocket",
    "drone": "drone uav",
    "ship": "ship warship vessel frigate destroyer submarine tanker trawler boat",
    "tank": "tank armour armor armored armoured",
    "pipeline": "pipeline gas-pipeline stream",
    "reactor": "reactor nuclear",
}
_CLASS = {word: name for name, words in _CLASSES.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Telling:
    """One report as merging sees it.

    Args:
        source, target: party keys (see `party`). moment: when, as told or as resolved with the document's tightened date.
        window: the days it can be at all, given the document's date and its modality.
        place: folded. state: of the place. designators: object words with a digit, folded. classes: kinds of object.
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
    place: str | None
    state: str | None
    designators: frozenset[str]
    classes: frozenset[str]
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


def folded(text: str) -> str:
    """Lower case, without diacritics, apostrophes or outer spaces."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace("’", "'").strip()


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

    Args:
        dates: tightened dates of documents. moments: report id → when, where a tightened document date resolves it.
    """
    states = _states_of_places(holdings)
    spoken = [t for t in holdings.reports if t.row.asserted and t.document in holdings.documents]
    spoken.sort(key=lambda t: (t.document, t.row.trigger, t.id))
    return tuple(_telling(t, holdings.documents[t.document], dates, moments or {}, states) for t in spoken)


def _telling(
    told: Told[Report],
    document: Document,
    dates: Mapping[str, Moment],
    moments: Mapping[str, Moment],
    states: Mapping[str, str],
) -> Telling:
    row = told.row
    words = document.at(row.trigger)
    moment = moments.get(told.id, row.moment)
    place = folded(row.place) if row.place else None
    designators, classes = _objects(row.objects)
    return Telling(
        id=told.id,
        document=told.document,
        report=row,
        family=family(row.lemma, words, row.plover, row.mode),
        source=frozenset(map(party, row.source)),
        target=frozenset(map(party, row.target)),
        moment=moment,
        window=_window(moment, row, dates.get(told.document, document.date)),
        place=place,
        state=states.get(place) if place else None,
        designators=designators,
        classes=classes,
        definite=_definite(document, row, words),
        generic=is_generic(row.lemma or words),
    )


def _window(moment: Moment, row: Report, published: Moment) -> tuple[date, date]:
    """The days an act can be at all: an act told as past is not after its telling, one told as to come not before."""
    first, last = moment.earliest or date.min, moment.latest or date.max
    if moment.known:
        return first, last
    if row.modality == "actual" and published.latest:
        return date.min, published.latest
    if row.modality == "future" and published.earliest:
        return published.earliest, date.max
    return date.min, date.max


def _objects(objects: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Designators (words with a digit, such as a type of weapon) and classes of the objects of an act."""
    phrases = [folded(o) for o in objects]
    words = {w.strip(".,;:()\"'") for p in phrases for w in p.split()} | {p.replace(" ", "-") for p in phrases}
    designators = {re.sub(r"(?<=\d)s$", "", w) for w in words if re.search(r"[a-z]", w) and re.search(r"\d", w)}
    classes = {_CLASS.get(w) or _CLASS.get(w.removesuffix("s")) for w in words}
    if "air" in words and words & {"defence", "defense"}:
        classes.add("air defence")
    return frozenset(designators), frozenset(c for c in classes if c)


def _definite(document: Document, row: Report, words: str) -> bool:
    """Whether the trigger is a noun that points back: *the meeting*, *his visit*, *this incident*."""
    before = _DEFINITE.search(document.text[max(row.sentence.start, row.trigger.start - 60) : row.trigger.start])
    if before is None or set(before.group(1).casefold().split()) & _VERBAL:
        return False
    said, lemma = words.casefold(), row.lemma.casefold()
    return said in (lemma, lemma + "s") or said.endswith(("ing", "ion", "ment", "al"))


def _states_of_places(holdings: Holdings) -> dict[str, str]:
    """Folded place name → the state it lies in, where every mention agrees; a state's own name lies in itself."""
    seen: dict[str, set[str]] = defaultdict(set)
    for told in holdings.mentions:
        mention: Mention = told.row
        if mention.sense == "place" and mention.place and len(mention.actors) == 1:
            seen[folded(mention.place)].add(mention.actors[0])
    found = {place: next(iter(states)) for place, states in seen.items() if len(states) == 1}
    found.update({folded(a.name): a.id for a in holdings.actors.values() if a.kind == "state"})
    return found


def gap(a: Moment, b: Moment) -> int:
    """Days between two known intervals; 0 where they overlap."""
    if a.overlaps(b):
        return 0
    first, second = sorted((a, b), key=lambda m: m.earliest or date.min)
    return ((second.earliest or date.max) - (first.latest or date.min)).days


def spread(a: Moment, b: Moment) -> int | None:
    """Days from the first to the last of two intervals together; None where either is open or unknown."""
    if a.days is None or b.days is None:
        return None
    ends = [d for m in (a, b) for d in (m.earliest, m.latest) if d]
    return (max(ends) - min(ends) + timedelta(1)).days
