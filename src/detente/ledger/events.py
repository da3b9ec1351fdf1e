"""One event out of the reports of one act: what they support together, and on what each part rests.

An event's id is made of the report that names it: of the oldest document by the date it bears itself, then by id, the first in
its text. A later article on the same act, an undated one or a copy leaves the id as it is; only an older article, added
afterwards, takes the place of the first. What an unrelated article says cannot change it.
"""

from __future__ import annotations

import calendar
import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Literal, TypeVar

from detente.ledger.merging import Group
from detente.ledger.sources import Sources
from detente.ledger.tellings import Telling, party
from detente.ledger.wheres import contested, inside_and_near
from detente.records import UNKNOWN, Event, Modality, Moment

K = TypeVar("K", bound=str | Moment | None)
_MONTHS = [month for month in calendar.month_name if month]
VIOLENT = frozenset({"ASSAULT", "COERCE"})
_BASES = ("explicit", "relative", "dateline", "inferred", "unknown")


def digest(kind: str, *parts: str) -> str:
    """A short id that depends on nothing but its parts."""
    return hashlib.sha256("\x1f".join((kind, *parts)).encode()).hexdigest()[:16]


def event(group: Group, sources: Sources) -> Event:
    """What the reports of one act support together.

    Type, quad and code come from the type with most support (confidence, summed over independent documents); the parties from
    the reports that name them, so that one who is silent about the agent neither supports nor contradicts him; the days from
    all intervals that fit together. A place that is told differently is left open.
    Copies lend no support.
    """
    ordered = sorted(group, key=lambda t: (sources.rank(t.document), t.report.trigger, t.id))
    heard = [t for t in ordered if sources.independent(t.document)] or ordered
    plover = _favoured(heard, lambda t: t.report.plover) or heard[0].report.plover
    typed = [t for t in heard if t.report.plover == plover]
    model = max(typed, key=lambda t: (t.report.modality == "actual", t.report.confidence)).report
    source, target = _parties(heard)
    moment = when(heard)
    modality = _modality(heard, moment, sources)
    unclear = contested(heard) or (plover in VIOLENT and bool(inside_and_near(sources, heard)))
    return Event(
        id=digest("event", ordered[0].id),
        description=described(sources, source, target, heard, plover, moment),
        source=source,
        target=target,
        plover=plover,
        quad=model.quad,
        modality=modality,
        confidence=_confidence(heard),
        mode=_favoured(typed, lambda t: t.report.mode),
        contexts=tuple(sorted({c for t in typed for c in t.report.contexts})),
        goldstein=model.goldstein,
        cameo=model.cameo,
        moment=moment,
        place=None if unclear else _place(heard),
        reports=tuple(t.id for t in ordered),
    )


def _place(told: Sequence[Telling]) -> str | None:
    """The place told most, a spot before the state it lies in."""
    spots = [t for t in told if t.place and not t.place.whole]
    return _favoured(spots or [t for t in told if t.place], lambda t: t.report.place)


def _support(told: Iterable[Telling], key: Callable[[Telling], K]) -> dict[K, float]:
    """Support of each value: per document its most confident report, summed over documents."""
    best: dict[tuple[K, str], float] = defaultdict(float)
    for t in told:
        best[key(t), t.document] = max(best[key(t), t.document], t.report.confidence)
    total: dict[K, float] = defaultdict(float)
    for (value, _), confidence in best.items():
        total[value] += confidence
    return total


def _favoured(told: Sequence[Telling], key: Callable[[Telling], K]) -> K | None:
    """The value with most support, then told most often, then first in order; None where none is given."""
    given = [t for t in told if key(t) is not None]
    if not given:
        return None
    support, often = _support(given, key), Counter(map(key, given))
    return max(support, key=lambda v: (round(support[v], 6), often[v], -list(often).index(v)))


def _parties(told: Sequence[Telling]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Source and target, each from the reports that name one; all parties on both sides of a mutual act."""
    joint = [t for t in told if t.mutual and len(t.parties) > 1]
    if joint and all(t.report.plover == "CONSULT" or t.source == t.target or not t.target for t in joint):
        directed = [t for t in joint if t.source != t.target and t.target]
        if len(directed) < len(joint):
            chosen = _favoured(joint, lambda t: _joined((*t.report.source, *t.report.target)))
            both = _specific(tuple((chosen or "").split("|")), told)
            return both, both
    sides: list[tuple[str, ...]] = []
    for side in ("source", "target"):
        named = [t for t in told if getattr(t.report, side)]
        chosen = _favoured(named, lambda t, s=side: _joined(getattr(t.report, s)))
        sides.append(_specific(tuple(chosen.split("|")), named) if chosen else ())
    return sides[0], sides[1]


def _joined(actors: Iterable[str]) -> str:
    return "|".join(sorted(set(actors)))


def _specific(actors: tuple[str, ...], told: Sequence[Telling]) -> tuple[str, ...]:
    """A state replaced by its one organ or person, where at least half of the reports that name the state name that one."""
    found: list[str] = []
    for actor in actors:
        named = [a for t in told for a in {*t.report.source, *t.report.target} if party(a) == party(actor)]
        deeper = Counter(a for a in named if a.startswith(actor + "."))
        top = deeper.most_common(2)
        clear = top and (len(top) == 1 or top[0][1] > top[1][1]) and 2 * top[0][1] >= len(named)
        found.append(top[0][0] if clear else actor)
    return tuple(sorted(set(found)))


def _modality(told: Sequence[Telling], moment: Moment, sources: Sources) -> Modality:
    """Actual where any report says so (announced and then told as done is done), unless its day is later than every telling."""
    said = {modality for document in _by_document(told) for modality in _said(document)}
    tellings_on = [sources.published(t.document).latest for t in told]
    if "actual" in said and moment.earliest and all(day and day < moment.earliest for day in tellings_on):
        return "future"
    order: tuple[Modality, ...] = ("actual", "future", "negated", "hypothetical")
    return next(m for m in order if m in said)


def _by_document(told: Sequence[Telling]) -> list[list[Telling]]:
    voices: dict[str, list[Telling]] = defaultdict(list)
    for t in told:
        voices[t.document].append(t)
    return list(voices.values())


def _said(voice: Sequence[Telling]) -> set[Modality]:
    """What one document says: a bare noun beside an announcement (*ahead of the visit*) does not say that it took place."""
    said: set[Modality] = {t.report.modality for t in voice}
    if "future" in said and not any(t.done for t in voice if t.report.modality == "actual"):
        said.discard("actual")
    return said


def _confidence(told: Sequence[Telling]) -> float:
    """1 − Π(1 − c) over independent documents, each with its most confident report; at most 0.99."""
    best: dict[str, float] = defaultdict(float)
    for t in told:
        best[t.document] = max(best[t.document], t.report.confidence)
    doubt = 1.0
    for confidence in best.values():
        doubt *= 1 - confidence
    return round(min(1 - doubt, max(0.99, *best.values())), 4)


def when(told: Sequence[Telling]) -> Moment:
    """The days that fit all reports; where they contradict each other the best supported, with the reason.

    Best is what most documents' intervals share, then the narrowest, then the better ground.
    """
    known = [t for t in told if t.moment.known]
    if not known:
        return UNKNOWN
    common = _common([t.moment for t in known])
    if common is not None:
        return common
    best = max(known, key=lambda t: (_backers(t, known), -(t.moment.days or 10**6), -_BASES.index(t.moment.basis), t.document))
    fitting = [t.moment for t in known if t.moment.overlaps(best.moment)]
    moment = _common([best.moment, *[m for m in fitting if _holds(m, best.moment)]]) or best.moment
    others = sorted({span_words(t.moment) for t in known if not t.moment.overlaps(best.moment)})
    backers = _backers(best, known)
    reason = (
        f"told by {backers} document{'s' if backers != 1 else ''} and {_width(best.moment)}; {' and '.join(others)} is told too"
    )
    return moment._replace(note=reason)


def _width(moment: Moment) -> str:
    return "to the day" if moment.days == 1 else f"to {moment.days} days" if moment.days else "with an open end"


def _holds(outer: Moment, inner: Moment) -> bool:
    first, last = inner.earliest or date.min, inner.latest or date.max
    return (outer.earliest or date.min) <= first and last <= (outer.latest or date.max)


def _backers(telling: Telling, known: Sequence[Telling]) -> int:
    return len({t.document for t in known if t.moment.overlaps(telling.moment)})


def _common(moments: Sequence[Moment]) -> Moment | None:
    """The days common to all; the basis is that of the narrowest."""
    earliest = max((m.earliest for m in moments if m.earliest), default=None)
    latest = min((m.latest for m in moments if m.latest), default=None)
    if earliest and latest and earliest > latest:
        return None
    narrowest = min(moments, key=lambda m: (m.days or 10**6, _BASES.index(m.basis), m.note or ""))
    return Moment(earliest, latest, narrowest.basis, narrowest.note)


def described(
    sources: Sources, source: Sequence[str], target: Sequence[str], told: Sequence[Telling], plover: str, moment: Moment
) -> str:
    """A line in plain words, e.g. *Turkey → Russia: shoot-down (assault), November 2015*."""
    word = Counter(t.report.lemma.casefold() for t in told).most_common(1)[0][0]
    arrow: Literal["–", "→"] = "–" if source == target else "→"
    sides = [names(sources, source)] if source == target else [names(sources, source), names(sources, target)]
    who = f" {arrow} ".join(s or "unknown" for s in sides) if arrow == "→" else " – ".join(_named(sources, a) for a in source)
    days = f", {span_words(moment)}" if moment.known else ""
    return f"{who}: {word} ({plover.lower()}){days}"


def names(sources: Sources, actors: Sequence[str]) -> str:
    """Names of actors, joined."""
    return ", ".join(_named(sources, a) for a in actors)


def _named(sources: Sources, actor: str) -> str:
    known = sources.holdings.actors.get(actor)
    return known.name if known else actor


def span_words(moment: Moment) -> str:
    """An interval as people write it: *9 August 2016*, *November 2015*, *2016*, *since 2011-01-01*."""
    first, last = moment.earliest, moment.latest
    if first is None and last is None:
        return "unknown"
    if first is None or last is None:
        return f"since {first}" if first else f"by {last}"
    if first == last:
        return f"{first.day} {_MONTHS[first.month - 1]} {first.year}"
    if (first.year, first.month, first.day) == (last.year, last.month, 1) and (moment.days or 0) >= 28:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and (moment.days or 0) >= 28:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return f"{first} to {last}"
