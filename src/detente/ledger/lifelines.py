"""Agreements through time: tellings of one agreement in a row, each with the state it had.

Two tellings speak of one agreement where the parties are the same states, the kind of instrument is the same (a sale is no
pipeline, a ceasefire no easing of sanctions) and nothing told apart stands against it: another weapon, another proper name of
the same form (one *Stream* and another), two signings on different days. Three states in three years are a history, not a
contradiction.

A telling that names fewer than two parties joins the one agreement that its designator, proper name or kind points to, wherever
that is told; where none or several fit, it is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from detente.ledger.events import digest
from detente.ledger.holdings import Told
from detente.ledger.sources import Sources
from detente.ledger.strands import Strand, is_designator, is_one, proper, same_name, strand_of, told_apart
from detente.ledger.tellings import party
from detente.records import Agreement, AgreementReport, AgreementStatus, AgreementStep, Moment

Rows = tuple[Told[AgreementReport], ...]

_FAR = 10**6  # days


def lifelines(sources: Sources) -> list[tuple[Agreement, Rows]]:
    """Agreements with the rows they rest on, by id; copies repeat their original's tellings and are left out."""
    told = [t for t in sources.holdings.agreements if sources.independent(t.document)]
    told.sort(key=lambda t: (sources.rank(t.document), t.row.span, t.id))
    lines: list[list[Strand]] = []
    strands = [strand_of(t, sources) for t in told]
    for strand in sorted((s for s in strands if len(s.parties) > 1), key=lambda s: not s.subject):
        fits = [line for line in lines if all(is_one(strand, other) for other in line)]
        if not fits:
            lines.append([strand])
        elif strand.subject:
            max(fits, key=lambda line: _nearness(line, strand, sources)).append(strand)
        else:
            max(fits, key=lambda line: _last_before(line, strand)).append(strand)
    for strand, home in [(s, _home(s, lines)) for s in strands if len(s.parties) < 2]:
        if home is not None:
            home.append(strand)
    found: list[tuple[Agreement, Rows]] = []
    for line in lines:
        ordered = sorted(line, key=lambda s: (sources.rank(s.told.document), s.told.row.span, s.told.id))
        rows = tuple(s.told for s in ordered)
        found.append((_agreement(rows, _name(ordered, sources), sources), rows))
    return sorted(found, key=lambda pair: pair[0].id)


def _home(strand: Strand, lines: Sequence[list[Strand]]) -> list[Strand] | None:
    """The one line that a telling without its parties belongs to; by kind alone only where one of its parties is named."""
    open_to = [line for line in lines if strand.parties <= line[0].parties and not any(told_apart(strand, o) for o in line)]
    named = [line for line in open_to if any(same_name(strand, other) for other in line)]
    alike = [line for line in open_to if strand.parties and any(strand.kinds & other.kinds for other in line)]
    fits = named or alike
    return fits[0] if len(fits) == 1 else None


def _nearness(line: Sequence[Strand], strand: Strand, sources: Sources) -> tuple[int, int, str]:
    """Sorts lines by words in common, then by how few days lie between."""
    on = _told_on(strand.told, sources)
    others = [d for o in line if (d := _told_on(o.told, sources))]
    days = min((abs((on - d).days) for d in others), default=_FAR) if on else _FAR
    return max(len(strand.subject & o.subject) for o in line), -days, line[0].told.id


def _last_before(line: Sequence[Strand], strand: Strand) -> tuple[bool, int, str]:
    """Sorts lines by how near before the strand they are told last."""
    starts = [s.told.row.span.start for s in line if s.told.document == strand.told.document]
    before = [start for start in starts if start <= strand.told.row.span.start]
    return bool(before), max(before, default=0), line[0].told.id


def _agreement(line: Rows, name: str, sources: Sources) -> Agreement:
    dated = [(_told_on(t, sources), t) for t in line]
    steps = [
        (on, AgreementStep(t.row.status, _moment(t, sources), sources.evidence(t.document, t.row.span))) for on, t in dated
    ]
    steps = sorted(dict.fromkeys(steps), key=lambda s: (s[0] or date.min, s[1].evidence.document, s[1].evidence.span))
    known: list[AgreementStatus] = [s.status for _, s in steps if s.status != "unknown"]
    return Agreement(
        id=digest("agreement", line[0].id),
        name=name,
        parties=_parties(line),
        status=known[-1] if known else "unknown",
        terms=_terms(line),
        terms_unknown=any(t.row.terms_unknown for t in line),
        history=tuple(s for _, s in steps),
    )


def _terms(line: Rows) -> str | None:
    """Everything told of its terms, each once, in the order of telling."""
    told = list(dict.fromkeys(t.row.terms for t in line if t.row.terms))
    return "; ".join(a for a in told if not any(a != b and a in b for b in told)) or None


def _told_on(told: Told[AgreementReport], sources: Sources) -> date | None:
    """The day by which the state is ordered: when it was, else when it was told."""
    published = sources.published(told.document)
    moment = told.row.moment
    return moment.latest or moment.earliest or published.latest or published.earliest


def _moment(told: Told[AgreementReport], sources: Sources) -> Moment:
    """When the state was, as told; where it is not, no later than its telling."""
    if told.row.moment.known:
        return told.row.moment
    published = sources.published(told.document)
    if published.latest is None:
        return told.row.moment
    return Moment(None, published.latest, "inferred", "no later than its telling")


def _name(line: Sequence[Strand], sources: Sources) -> str:
    """A name with a proper word or a designator before others, then the one told most often, then the longer.

    A name that says nothing of its subject gets the one designator that stands beside it: *K-300 deal*.
    """
    often = Counter(s.told.row.name for s in line if not s.bare) or Counter(s.told.row.name for s in line)
    name = max(often, key=lambda n: (bool(proper(n)) or is_designator(n.casefold()), often[n], len(n), n))
    beside = {w for s in line for w in s.designators}
    strand = next(s for s in line if s.told.row.name == name)
    if not strand.bare or len(beside) != 1:
        return name
    document = sources.holdings.documents[strand.told.document]
    written = re.search(re.escape(next(iter(beside))), document.at(strand.told.row.sentence), re.IGNORECASE)
    return f"{written.group()} {name}" if written else name


def _parties(line: Rows) -> tuple[str, ...]:
    """The parties as states, in the order of their codes."""
    return tuple(sorted({party(p) for t in line for p in t.row.parties}))
