"""Tellings of agreements made comparable, and what speaks for or against two of them being one agreement."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.ledger.holdings import Told
from detente.ledger.sources import Sources
from detente.ledger.tellings import gap, party
from detente.records import AgreementReport, Document
from detente.reference import fold

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
class Strand:
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


def strand_of(told: Told[AgreementReport], sources: Sources) -> Strand:
    """A telling made comparable; a bare *deal* takes the kind or designator that stands after it in its clause."""
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
        beside = frozenset(w for w in beside if w in _KIND or is_designator(w))
    subject = own or beside
    designators = frozenset(w for w in subject if is_designator(w))
    kinds = {_KIND[w] for w in subject if w in _KIND} | ({"arms"} if designators else set[str]())
    spots = {fold(m.place) for m in sources.mentions.get(told.document, ()) if m.sense == "place" and m.place}
    return Strand(told, parties, subject, frozenset(kinds), designators, not own, definite, subject & spots)


def _named_at(document: Document, row: AgreementReport) -> int:
    """Where the last word of the name stands in the sentence; its start where it does not."""
    head = row.name.split()[-1] if row.name.split() else row.name
    at = document.text.find(head, row.span.start, row.sentence.end)
    return at if at >= 0 else row.sentence.start


def is_designator(word: str) -> bool:
    """Whether a word has a letter and a digit, as types of weapon do."""
    return bool(re.search(r"[a-z]", word) and re.search(r"\d", word))


def _subject(said: str, parties: frozenset[str]) -> frozenset[str]:
    """Words that say what an agreement is about, the parties' own names left out as far as their codes show them."""
    codes = {p.partition(".")[0].casefold() for p in parties}
    words = {w.strip(".,;:()\"'“”") for w in fold(said).split()}
    return frozenset(w for w in words - _FILLER if w and w[:3] not in codes)


def is_one(a: Strand, b: Strand) -> bool:
    """Whether nothing stands against the two being one agreement."""
    together = a.told.document == b.told.document
    if a.parties != b.parties and not (together and (a.parties < b.parties or b.parties < a.parties)):
        return False
    if not a.subject or not b.subject:
        later, earlier = (a, b) if not a.subject else (b, a)
        return together and later.definite and earlier.told.row.span <= later.told.row.span
    if a.kinds and b.kinds:
        return bool(a.kinds & b.kinds) and not told_apart(a, b)
    return bool(a.subject & b.subject) and not told_apart(a, b)


def same_name(a: Strand, b: Strand) -> bool:
    """Whether a designator or a proper name is common to both."""
    if a.designators & b.designators:
        return True
    left, right = (dict(proper(s.told.row.name)) for s in (a, b))
    return any(_alike(left[head], right[head]) for head in left.keys() & right.keys())


def told_apart(a: Strand, b: Strand) -> bool:
    """Another designator, another place that it is for, another proper name of the same form, or signed on other days."""
    if a.designators and b.designators and not a.designators & b.designators:
        return True
    if a.kinds & b.kinds & _LOCAL and a.places and b.places and not a.places & b.places:
        return True
    left, right = a.told.row, b.told.row
    names = [dict(proper(r.name)) for r in (left, right)]
    if any(not _alike(names[0][head], names[1][head]) for head in names[0].keys() & names[1].keys()):
        return True
    both_signed = left.status == right.status == "signed" and left.moment.days is not None and right.moment.days is not None
    return both_signed and gap(left.moment, right.moment) > _SIGNED_APART_DAYS


def proper(name: str) -> list[tuple[str, str]]:
    """Pairs of a capitalised head and what stands before it: *Blue Stream*, *BlueStream* → (stream, blue)."""
    pairs = re.findall(r"\b([A-Z][\w-]+)\s+([A-Z][\w-]+)\b", _spaced(name))
    return [(head.casefold(), word.casefold()) for word, head in pairs]


def _spaced(name: str) -> str:
    """A name written in one word, in two."""
    return re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", name)


def _alike(a: str, b: str) -> bool:
    """Whether two words of names are one, or one is the other shortened: *Turk*, *Turkish*."""
    return a == b or (min(len(a), len(b)) >= _LEAST and (a.startswith(b) or b.startswith(a)))
