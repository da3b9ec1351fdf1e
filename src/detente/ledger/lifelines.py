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
from dataclasses import dataclass
from datetime import date

from detente.ledger.events import digest
from detente.ledger.holdings import Told
from detente.ledger.sources import Sources
from detente.ledger.tellings import gap, party
from detente.records import Agreement, AgreementReport, AgreementStatus, AgreementStep, Document, Moment
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
_LOCAL = frozenset({"ceasefire", "basing", "border"})
_SIGNED_APART_DAYS = 92
_LEAST = 4  # letters of a shortened name
_DEFINITE = re.compile(r"^(?:the|this|that|its|their)\b|\b(?:the|this|that|its|their)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_CLAUSE = re.compile(r"[^.;!?]{0,90}")


@dataclass(frozen=True, slots=True)
class _Strand:
    """A telling made comparable.

    Args:
        parties: as party keys. subject: words that say what it is about, with those beside a bare *deal*.
        kinds: of instrument. designators: subject words with letters and a digit. bare: its name says nothing of its subject.
        definite: *the deal*, which points back. places: subject words that name a place where the text stands.
    """

    told: Told[AgreementReport]
    parties: frozenset[str]
    subject: frozenset[str]
    kinds: frozenset[str]
    designators: frozenset[str]
    bare: bool
    definite: bool
    places: frozenset[str]


def lifelines(sources: Sources) -> list[tuple[Agreement, Rows]]:
    """Agreements with the rows they rest on, by id; copies repeat their original's tellings and are left out."""
    told = [t for t in sources.holdings.agreements if sources.independent(t.document)]
    told.sort(key=lambda t: (sources.rank(t.document), t.row.span, t.id))
    lines: list[list[_Strand]] = []
    strands = [_strand(t, sources) for t in told]
    for strand in sorted((s for s in strands if len(s.parties) > 1), key=lambda s: not s.subject):
        fits = [line for line in lines if all(_one(strand, other) for other in line)]
        if not fits:
            lines.append([strand])
        elif strand.subject:
            max(fits, key=lambda line: (max(len(strand.subject & o.subject) for o in line), line[0].told.id)).append(strand)
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


def _strand(told: Told[AgreementReport], sources: Sources) -> _Strand:
    row, document = told.row, sources.holdings.documents[told.document]
    parties = frozenset(map(party, row.parties))
    own = _subject(" ".join((_spaced(row.name), *row.subject)), parties)
    beside = frozenset[str]()
    definite = False
    if not own:
        at = _named_at(document, row)
        definite = bool(_DEFINITE.search(document.text[max(row.sentence.start, at - 40) : at]) or _DEFINITE.match(row.name))
        after = _CLAUSE.match(document.text[at : row.sentence.end])
        beside = _subject(f"{row.terms or ''} {after.group() if after else ''}", parties)
        beside = frozenset(w for w in beside if w in _KIND or _is_designator(w))
    subject = own or beside
    designators = frozenset(w for w in subject if _is_designator(w))
    kinds = {_KIND[w] for w in subject if w in _KIND} | ({"arms"} if designators else set[str]())
    spots = {fold(m.place) for m in sources.mentions.get(told.document, ()) if m.sense == "place" and m.place}
    return _Strand(told, parties, subject, frozenset(kinds), designators, not own, definite, subject & spots)


def _named_at(document: Document, row: AgreementReport) -> int:
    """Where the last word of the name stands in the sentence; its start where it does not."""
    head = row.name.split()[-1] if row.name.split() else row.name
    at = document.text.find(head, row.span.start, row.sentence.end)
    return at if at >= 0 else row.sentence.start


def _is_designator(word: str) -> bool:
    return bool(re.search(r"[a-z]", word) and re.search(r"\d", word))


def _subject(said: str, parties: frozenset[str]) -> frozenset[str]:
    """Words that say what an agreement is about, the parties' own names left out as far as their codes show them."""
    codes = {p.partition(".")[0].casefold() for p in parties}
    words = {w.strip(".,;:()\"'“”") for w in fold(said).split()}
    return frozenset(w for w in words - _FILLER if w and w[:3] not in codes)


def _one(a: _Strand, b: _Strand) -> bool:
    """Whether nothing stands against the two being one agreement."""
    together = a.told.document == b.told.document
    if a.parties != b.parties and not (together and (a.parties < b.parties or b.parties < a.parties)):
        return False
    if not a.subject or not b.subject:
        later, earlier = (a, b) if not a.subject else (b, a)
        return together and later.definite and earlier.told.row.span <= later.told.row.span
    if a.kinds and b.kinds:
        return bool(a.kinds & b.kinds) and not _told_apart(a, b)
    return bool(a.subject & b.subject) and not _told_apart(a, b)


def _home(strand: _Strand, lines: Sequence[list[_Strand]]) -> list[_Strand] | None:
    """The one line that a telling without its parties belongs to; by kind alone only where one of its parties is named."""
    open_to = [line for line in lines if strand.parties <= line[0].parties and not any(_told_apart(strand, o) for o in line)]
    named = [line for line in open_to if any(_same_name(strand, other) for other in line)]
    alike = [line for line in open_to if strand.parties and any(strand.kinds & other.kinds for other in line)]
    fits = named or alike
    return fits[0] if len(fits) == 1 else None


def _same_name(a: _Strand, b: _Strand) -> bool:
    """Whether a designator or a proper name is common to both."""
    if a.designators & b.designators:
        return True
    left, right = (dict(_proper(s.told.row.name)) for s in (a, b))
    return any(_alike(left[head], right[head]) for head in left.keys() & right.keys())


def _told_apart(a: _Strand, b: _Strand) -> bool:
    """Another designator, another place that it is for, another proper name of the same form, or signed on other days."""
    if a.designators and b.designators and not a.designators & b.designators:
        return True
    if a.kinds & b.kinds & _LOCAL and a.places and b.places and not a.places & b.places:
        return True
    left, right = a.told.row, b.told.row
    proper = [dict(_proper(r.name)) for r in (left, right)]
    if any(not _alike(proper[0][head], proper[1][head]) for head in proper[0].keys() & proper[1].keys()):
        return True
    both_signed = left.status == right.status == "signed" and left.moment.days is not None and right.moment.days is not None
    return both_signed and gap(left.moment, right.moment) > _SIGNED_APART_DAYS


def _proper(name: str) -> list[tuple[str, str]]:
    """Pairs of a capitalised head and what stands before it: *Blue Stream*, *BlueStream* → (stream, blue)."""
    pairs = re.findall(r"\b([A-Z][\w-]+)\s+([A-Z][\w-]+)\b", _spaced(name))
    return [(head.casefold(), word.casefold()) for word, head in pairs]


def _spaced(name: str) -> str:
    """A name written in one word, in two."""
    return re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", name)


def _alike(a: str, b: str) -> bool:
    """Whether two words of names are one, or one is the other shortened: *Turk*, *Turkish*."""
    return a == b or (min(len(a), len(b)) >= _LEAST and (a.startswith(b) or b.startswith(a)))


def _last_before(line: Sequence[_Strand], strand: _Strand) -> tuple[bool, int, str]:
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


def _name(line: Sequence[_Strand], sources: Sources) -> str:
    """A name with a proper word or a designator before others, then the one told most often, then the longer.

    A name that says nothing of its subject gets the one designator that stands beside it: *K-300 deal*.
    """
    often = Counter(s.told.row.name for s in line if not s.bare) or Counter(s.told.row.name for s in line)
    name = max(often, key=lambda n: (bool(_proper(n)) or _is_designator(n.casefold()), often[n], len(n), n))
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
