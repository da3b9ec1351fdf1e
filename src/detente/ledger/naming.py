"""One thing under several names: an agreement, the spelling of a place, the word for an act, the scope of a measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from detente.ledger.lifelines import Rows
from detente.ledger.merging import Group
from detente.ledger.sources import Sources
from detente.ledger.tellings import Telling
from detente.ledger.versions import record
from detente.records import Agreement, Conflict, Event, Span, Version
from detente.reference import fold, gazetteer

_FRAMES = (
    ("coup putsch takeover", "revolution uprising"),
    ("annexation annex", "reunification accession"),
    ("invasion invade aggression", "intervention operation liberation"),
    ("occupation occupy", "liberation administration"),
    ("massacre slaughter", "clash incident"),
    ("demolition downing shoot-down", "accident crash"),
)
_FIELDS = (
    r"tourism trade agricultur\w* food energy gas oil military(?:\scooperation)? defen[cs]e arms weapons banking banks? "
    r"financ\w* travel visas? (?:charter\s)?flights? construction technology imports? exports? shipping steel media"
)
_SCOPE = re.compile(rf"\b(?:{'|'.join(_FIELDS.split())})\b", re.IGNORECASE)
_PLAIN = "a an the new several deal deals agreement agreements project contract pact accord of on for"
_COMMON = frozenset(_PLAIN.split())
_LIST_GAP = 25
_ALIKE = 0.85
_LEAST_LETTERS = 6


def name_conflicts(sources: Sources, agreements: Sequence[tuple[Agreement, Rows]]) -> Iterator[Conflict]:
    """Agreements and places that documents call by different names; a shorter form of a name is not another one."""
    for agreement, rows in agreements:
        first: dict[str, Version] = {}
        for told in rows:
            name = told.row.name
            if _bare(name) and all(_other_name(name, v.value) for v in first.values()):
                span = _named_at(sources, told.document, name, told.row.span, told.row.sentence)
                first[name] = Version(name, sources.evidence(told.document, span))
        if len({v.evidence.document for v in first.values()}) > 1:
            yield record("name", agreement.id, "name", list(first.values()), "taken to be one agreement")
    yield from _spellings(sources)


def _bare(name: str) -> frozenset[str]:
    """The name's own words: folded, without articles and the words any agreement has."""
    return frozenset(fold(name).split()) - _COMMON


def _other_name(a: str, b: str) -> bool:
    """Whether neither name is the other in short: they differ in words, and not only in plain words that one leaves out."""
    if _bare(a) == _bare(b):
        return False
    if not (_bare(a) <= _bare(b) or _bare(b) <= _bare(a)):
        return True
    proper = [{w for w in name.split() if w[:1].isupper()} for name in (a, b)]
    return bool(proper[0]) != bool(proper[1])


def _named_at(sources: Sources, document: str, name: str, span: Span, sentence: Span) -> Span:
    """Where the name itself stands, else the telling."""
    for outer in (span, sentence):
        at = sources.holdings.documents[document].text.find(name, outer.start, outer.end)
        if at >= 0:
            return Span(at, at + len(name))
    return span


def _spellings(sources: Sources) -> Iterator[Conflict]:
    """Places of one state whose names differ by a letter or two between documents."""
    seen: dict[tuple[str, str], tuple[str, Span]] = {}
    for told in sources.holdings.mentions:
        row = told.row
        if row.sense != "place" or row.kind != "name" or not sources.independent(told.document):
            continue
        words = fold(sources.holdings.documents[told.document].at(row.span))
        if len(words) >= _LEAST_LETTERS and " " not in words:
            seen.setdefault((words, "|".join(row.actors)), (told.document, row.span))
    found = sorted(seen.items())
    for n, ((a, state), (doc_a, at_a)) in enumerate(found):
        for (b, other), (doc_b, at_b) in found[n + 1 :]:
            same_state = state == other or not state or not other
            if b[0] != a[0]:
                break
            if doc_a != doc_b and same_state and a != b and _one_spelling(a, b) and not _known_apart(a, b):
                sides = (sources.evidence(doc_a, at_a), sources.evidence(doc_b, at_b))
                yield record(
                    "name", None, "spelling", [Version(e.text, e) for e in sides], "taken to be two spellings of one place"
                )


def _one_spelling(a: str, b: str) -> bool:
    """Whether two names are as long, or nearly, and differ in a letter or two that are not at the front."""
    return abs(len(a) - len(b)) <= 1 and a[:2] == b[:2] and SequenceMatcher(None, a, b, autojunk=False).ratio() >= _ALIKE


def _known_apart(a: str, b: str) -> bool:
    """Whether both names are in the reference tables, as two places."""
    places = [{s.place for s in gazetteer().find((name,)) if s.place} for name in (a, b)]
    return bool(places[0] and places[1]) and not places[0] & places[1]


def label_conflicts(sources: Sources, acts: Sequence[tuple[Event, Group]]) -> Iterator[Conflict]:
    """An act that one document calls by a word of praise or plainness and another by one of blame; measures of other scope."""
    for event, group in acts:
        for frame in _FRAMES:
            sides = [_called(group, set(words.split())) for words in frame]
            if all(sides) and len({t.document for side in sides for t in side}) > 1:
                places = [sources.evidence(side[0].document, side[0].report.trigger) for side in sides]
                yield record("label", event.id, "trigger", [Version(e.text, e) for e in places], None)
        if event.plover == "SANCTION":
            yield from _scopes(sources, event, group)


def _called(group: Group, words: set[str]) -> list[Telling]:
    return [t for t in group if fold(t.report.lemma).split()[-1:] and fold(t.report.lemma).split()[-1] in words]


def _scopes(sources: Sources, event: Event, group: Group) -> Iterator[Conflict]:
    """Lists of what a measure covers that differ between documents."""
    told: dict[str, tuple[frozenset[str], Span]] = {}
    for t in group:
        listed = _listed(sources, t)
        if listed and t.document not in told:
            told[t.document] = listed
    if len({words for words, _ in told.values()}) > 1:
        versions = [
            Version(", ".join(sorted(words)), sources.evidence(document, span)) for document, (words, span) in told.items()
        ]
        yield record("label", event.id, "scope", versions, "each names other fields; the measure may cover them all")


def _listed(sources: Sources, telling: Telling) -> tuple[frozenset[str], Span] | None:
    """The longest run of fields of two or more in the sentence."""
    document, sentence = sources.holdings.documents[telling.document], telling.report.sentence
    runs: list[list[re.Match[str]]] = []
    for match in _SCOPE.finditer(document.text, sentence.start, sentence.end):
        if runs and match.start() - runs[-1][-1].end() <= _LIST_GAP:
            runs[-1].append(match)
        else:
            runs.append([match])
    best = max(runs, key=len) if runs else []
    if len(best) < 2:
        return None
    return frozenset(m.group().casefold() for m in best), Span(best[0].start(), best[-1].end())
