"""Agreements through time: tellings of one agreement in a row, each with the state it had.

Two tellings speak of one agreement where the parties are the same states, the kind of instrument is the same (a sale is no
pipeline, a ceasefire no easing of sanctions) and nothing told apart stands against it: another weapon, another proper name of
the same form (one *Stream* and another), two signings on different days. Three states in three years are a history, not a
contradiction.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from detente.ledger.events import digest
from detente.ledger.holdings import Told
from detente.ledger.sources import Sources
from detente.ledger.tellings import party
from detente.records import Agreement, AgreementReport, AgreementStatus, AgreementStep, Moment
from detente.reference import fold

Rows = tuple[Told[AgreementReport], ...]

_KINDS = {
    "easing": "sanctions embargo restrictions easing lifting",
    "pipeline": "pipeline stream",
    "nuclear": "reactor nuclear uranium enrichment",
    "ceasefire": "ceasefire cease-fire truce armistice de-escalation deescalation",
    "mechanism": "mechanism memorandum hotline deconfliction committee commission",
    "basing": "base basing deployment garrison stationing",
    "arms": "weapon weapons arms missile missiles jets fighters air-defence air-defense anti-aircraft submarine submarines",
    "membership": "membership accession alliance",
    "settlement": "reunification reunify settlement peace",
    "integration": "integration union customs",
    "trade": "trade tariff tariffs economic commerce commercial business",
    "refugees": "refugee refugees migration migrants readmission visa visas",
    "grain": "grain fertilizer fertiliser wheat",
    "reconciliation": "reconciliation normalization normalisation rapprochement",
    "prisoners": "prisoner prisoners hostages exchange swap",
    "border": "border demarcation boundary maritime",
}
_KIND = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_PLAIN = (
    "a an the of on in for to from and with by via new deal deals agreement agreements pact accord treaty contract project "
    "arrangement bilateral joint this that its their our several"
)
_FILLER = frozenset(_PLAIN.split())
_SIGNED_APART_DAYS = 92


def lifelines(sources: Sources) -> list[tuple[Agreement, Rows]]:
    """Agreements with the rows they rest on, by id; copies repeat their original's tellings and are left out."""
    told = [t for t in sources.holdings.agreements if sources.independent(t.document)]
    told.sort(key=lambda t: (sources.rank(t.document), t.row.span, t.id))
    named: list[list[Told[AgreementReport]]] = []
    for row in sorted(told, key=lambda t: not _subject(t.row)):
        fits = [line for line in named if all(_one(row, other) for other in line)]
        near = [line for line in fits if _subject(row.row) or line[-1].document == row.document]
        if not near:
            named.append([row])
        elif _subject(row.row):
            max(near, key=lambda line: (max(_shared(row, other) for other in line), line[0].id)).append(row)
        else:
            max(near, key=lambda line: _last_before(line, row)).append(row)
    lines = [tuple(sorted(line, key=lambda t: (sources.rank(t.document), t.row.span, t.id))) for line in named]
    found = [(_agreement(line, sources), line) for line in lines]
    return sorted(found, key=lambda pair: pair[0].id)


def _words(row: AgreementReport) -> frozenset[str]:
    said = fold(" ".join((row.name, *row.subject)))
    return frozenset(w.strip(".,;:()\"'“”") for w in re.split(r"\s+", said)) - _FILLER - {""}


def _subject(row: AgreementReport) -> frozenset[str]:
    """Words that say what the agreement is about, the parties' own names left out as far as their codes show them."""
    codes = {party(p).partition(".")[0].casefold() for p in row.parties}
    return frozenset(w for w in _words(row) if w[:3] not in codes)


def _kinds(row: AgreementReport) -> frozenset[str]:
    words = _words(row)
    found = {_KIND[w] for w in words if w in _KIND}
    if any(re.search(r"[a-z]", w) and re.search(r"\d", w) for w in words):
        found.add("arms")
    return frozenset(found)


def _one(a: Told[AgreementReport], b: Told[AgreementReport]) -> bool:
    """Whether nothing stands against the two being one agreement."""
    left, right = a.row, b.row
    parties = [frozenset(map(party, r.parties)) for r in (left, right)]
    if parties[0] != parties[1] and not (a.document == b.document and (parties[0] < parties[1] or parties[1] < parties[0])):
        return False
    kinds = _kinds(left), _kinds(right)
    if not _subject(left) or not _subject(right):
        return a.document == b.document
    if kinds[0] and kinds[1]:
        return bool(kinds[0] & kinds[1]) and not _told_apart(left, right)
    return bool(_subject(left) & _subject(right)) and not _told_apart(left, right)


def _told_apart(a: AgreementReport, b: AgreementReport) -> bool:
    """Another designator, another proper name of the same form, or signed on other days."""
    designators = [{w for w in _words(r) if re.search(r"[a-z]", w) and re.search(r"\d", w)} for r in (a, b)]
    if designators[0] and designators[1] and not designators[0] & designators[1]:
        return True
    proper = [dict(_proper(r.name)) for r in (a, b)]
    if any(proper[0][head] != proper[1][head] for head in proper[0].keys() & proper[1].keys()):
        return True
    both_signed = a.status == b.status == "signed" and a.moment.days is not None and b.moment.days is not None
    if not both_signed or a.moment.overlaps(b.moment):
        return False
    first, second = sorted((a.moment, b.moment), key=lambda m: m.earliest or date.min)
    return ((second.earliest or date.max) - (first.latest or date.min)).days > _SIGNED_APART_DAYS


def _proper(name: str) -> list[tuple[str, str]]:
    """Pairs of a capitalised head and what stands before it: *Blue Stream* → (stream, blue)."""
    return [(head.casefold(), word.casefold()) for word, head in re.findall(r"\b([A-Z][\w-]+)\s+([A-Z][\w-]+)\b", name)]


def _shared(a: Told[AgreementReport], b: Told[AgreementReport]) -> int:
    return len(_subject(a.row) & _subject(b.row))


def _last_before(line: Sequence[Told[AgreementReport]], row: Told[AgreementReport]) -> tuple[bool, int, str]:
    """Sorts lines by how near before the row they are told last."""
    starts = [t.row.span.start for t in line if t.document == row.document]
    before = [s for s in starts if s <= row.row.span.start]
    return bool(before), max(before, default=-min(starts, default=0)), line[0].id


def _agreement(line: Rows, sources: Sources) -> Agreement:
    dated = [(_told_on(t, sources), t) for t in line]
    steps = [
        (on, AgreementStep(t.row.status, _moment(t, sources), sources.evidence(t.document, t.row.span))) for on, t in dated
    ]
    steps.sort(key=lambda s: (s[0] or date.min, s[1].evidence.document, s[1].evidence.span))
    known: list[AgreementStatus] = [s.status for _, s in steps if s.status != "unknown"]
    terms = [t.row.terms for t in line if t.row.terms]
    return Agreement(
        id=digest("agreement", line[0].id),
        name=_name(line),
        parties=_parties(line),
        status=known[-1] if known else "unknown",
        terms=terms[0] if terms else None,
        terms_unknown=any(t.row.terms_unknown for t in line),
        history=tuple(s for _, s in steps),
    )


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


def _name(line: Rows) -> str:
    """The name told most often; of equals one with a proper word, then the longer one, then the first."""
    often = Counter(t.row.name for t in line)
    return max(often, key=lambda n: (bool(_proper(n)) or bool(re.search(r"\w\d|\d\w", n)), often[n], len(n), n))


def _parties(line: Rows) -> tuple[str, ...]:
    """The parties as states, in the order of their codes."""
    return tuple(sorted({party(p) for t in line for p in t.row.parties}))
