"""The documents that a case cites: which they are, and whether the words stand there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath

from detente.errors import InputError
from detente.records import Document, Evidence
from detente.strategy.case.parts import Part
from detente.strategy.case.tables import Finding
from detente.strategy.case.whole import Case

SHORTEST = 8
"""Signs of a document's id that tell it."""


def uncited(case: Case, documents: Mapping[str, Document]) -> Iterator[Finding]:
    """Evidence that no document has.

    Args:
        case: any.
        documents: id → document, as the ledger holds them.
    """
    for where, part in _parts(case):
        for evidence in part.evidence:
            held = meant(evidence.document, documents)
            if isinstance(held, str):
                yield Finding(part.line, where, held, "give the name of a document of the ledger", file=case.path)
                continue
            words = held.at(evidence.span)
            if evidence.span.end > len(held.text):
                what = (
                    f"cites {evidence.span.start} to {evidence.span.end} of {held.name}, which has {len(held.text)} characters"
                )
                yield Finding(part.line, where, what, "correct the offsets", file=case.path)
            elif evidence.text and evidence.text != words:
                what = f"cites {_short(evidence.text)}, and {held.name} has {_short(words)} there"
                yield Finding(part.line, where, what, "correct the offsets or the text", file=case.path)


def resolved(case: Case, documents: Mapping[str, Document]) -> Case:
    """The case with every citation by a document's id, and with the words that stand there.

    Raises:
        InputError: for the first citation that no document has.
    """
    wrong = next(uncited(case, documents), None)
    if wrong is not None:
        raise InputError(str(wrong))

    def named(evidence: Evidence) -> Evidence:
        held = meant(evidence.document, documents)
        assert isinstance(held, Document)
        return Evidence(held.id, evidence.span, held.at(evidence.span))

    return _mapped(case, named)


def meant(name: str, documents: Mapping[str, Document]) -> Document | str:
    """The document of a name, of a name without its suffix, or of the beginning of an id; or why there is none."""
    found = [d for d in documents.values() if name in (d.id, d.name)]
    found = found or [d for d in documents.values() if PurePath(d.name).stem == name]
    found = found or [d for d in documents.values() if len(name) >= SHORTEST and d.id.startswith(name)]
    if len(found) == 1:
        return found[0]
    return f"{name!r} is the name of {len(found)} documents" if found else f"the ledger has no document {name!r}"


def _parts(case: Case) -> Iterator[tuple[str, Part]]:
    yield from ((f"actor {a.id}", a) for a in case.actors)
    yield from ((f"issue {k.id}", k) for k in case.issues)
    yield from ((f"position of {p.actor} on {p.issue}", p) for p in case.positions_given)
    yield from ((f"tie of {t.a} and {t.b}", t) for t in case.ties)
    yield from ((f"view of {v.of} by {v.holder}", v) for v in case.views)
    yield from ((f"proxy {p.actor}", p) for p in case.proxies_given)
    yield from ((f"mechanism {m.name}", m) for m in case.mechanisms)
    yield from ((f"hypothesis {h.id}", h) for h in case.hypotheses)


def _mapped(case: Case, named: Callable[[Evidence], Evidence]) -> Case:
    return replace(
        case,
        actors=tuple(replace(a, evidence=tuple(map(named, a.evidence))) for a in case.actors),
        issues=tuple(replace(k, evidence=tuple(map(named, k.evidence))) for k in case.issues),
        positions_given=tuple(replace(p, evidence=tuple(map(named, p.evidence))) for p in case.positions_given),
        ties=tuple(replace(t, evidence=tuple(map(named, t.evidence))) for t in case.ties),
        views=tuple(replace(v, evidence=tuple(map(named, v.evidence))) for v in case.views),
        proxies_given=tuple(replace(p, evidence=tuple(map(named, p.evidence))) for p in case.proxies_given),
        mechanisms=tuple(replace(m, evidence=tuple(map(named, m.evidence))) for m in case.mechanisms),
        hypotheses=tuple(replace(h, evidence=tuple(map(named, h.evidence))) for h in case.hypotheses),
    )


def _short(words: str) -> str:
    return repr(words if len(words) <= 40 else f"{words[:37]}…")
