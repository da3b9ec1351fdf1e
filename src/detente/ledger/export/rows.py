"""One function per table: values of the ledger → rows with the contract's keys, all of them and no others."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from detente.ledger.export.names import Names, path
from detente.ledger.holdings import Derived, Holdings, Told
from detente.ledger.queries.shelf import HeldDocument
from detente.records import Agreement, Block, Conflict, Document, Mention, Moment, Quote, Report, Row, TimeExpression

R = TypeVar("R", bound=Row)
Rows = list[dict[str, Any]]

_UNSEEN = "text not public"


def document_rows(names: Names, held: Mapping[str, HeldDocument]) -> Rows:
    """Documents in the order of their keys."""
    return sorted((_document(names, h) for h in held.values()), key=lambda r: r["doc"])


def _document(names: Names, held: HeldDocument) -> dict[str, Any]:
    d = held.document
    note = held.date.note or ("bounded by its own text" if held.date.basis == "inferred" else None)
    return {
        "doc": names.key(d.id),
        "path": path(d),
        "sha256": d.sha256,
        "title": d.title or None,
        "outlet": d.outlet or None,
        "author": d.author or None,
        "language": d.language or None,
        **dates(held.date),
        "basis_note": note,
        "degraded": list(d.degraded),
        "copies_of": names.keys.get(held.copy_of) if held.copy_of else None,
        "boilerplate": [
            _left_out(b) for b in d.blocks if (b.kind == "boilerplate" or b.copy_of is not None) and b.span[0] < b.span[1]
        ],
        "text": None if _is_the_file(d) else d.text,
    }


def _left_out(block: Block) -> dict[str, Any]:
    reason = block.reason or ("repeated" if block.copy_of is not None else "boilerplate")
    return {"start": block.span.start, "end": block.span.end, "reason": reason}


def _is_the_file(document: Document) -> bool:
    """Whether the text is the file's own bytes read as UTF-8, so that offsets into the file need nothing else."""
    return hashlib.sha256(document.text.encode()).hexdigest() == document.sha256


def dates(moment: Moment) -> dict[str, Any]:
    """The three keys of a date."""
    return {"earliest": day(moment.earliest), "latest": day(moment.latest), "basis": moment.basis}


def day(value: date | None) -> str | None:
    """An ISO day."""
    return None if value is None else value.isoformat()


def mention_rows(names: Names, holdings: Holdings) -> Rows:
    """Mentions, one for each span; `names` and `countries` are filled in when the actors are known."""
    return [
        {
            **names.place(m.document, m.row.span),
            "actors": names.actors(m.row.actors),
            "names": [],
            "countries": [],
            "kind": m.row.kind,
            "sense": m.row.sense,
        }
        for m in _one_for_each_span(names, holdings.mentions, _told_more_of_mention)
    ]


def _told_more_of_mention(mention: Mention) -> tuple[Any, ...]:
    return not mention.actors, mention.sense != "actor"


def time_rows(names: Names, holdings: Holdings) -> Rows:
    """Time expressions, one for each span."""
    told = _one_for_each_span(names, holdings.times, _told_more_of_time)
    return [{**names.place(t.document, t.row.span), **dates(t.row.moment), "kind": t.row.kind} for t in told]


def _told_more_of_time(time: TimeExpression) -> tuple[Any, ...]:
    return (not time.moment.known,)


def quote_rows(names: Names, holdings: Holdings) -> Rows:
    """Quotations, one for each span."""
    return [
        {
            **names.place(q.document, q.row.span),
            "speaker": names.actor(q.row.speaker) if q.row.speaker else None,
            "speaker_name": q.row.speaker_name or None,
            "cue": q.row.cue or None,
            "kind": q.row.kind,
            "medium": q.row.medium or None,
            "verbatim": q.row.verbatim,
        }
        for q in _one_for_each_span(names, holdings.quotes, _told_more_of_quote)
    ]


def _told_more_of_quote(quote: Quote) -> tuple[Any, ...]:
    return quote.speaker is None, quote.kind != "direct"


def event_rows(names: Names, holdings: Holdings, derived: Derived) -> Rows:
    """Events with the asserted reports they were merged from; candidates are in none."""
    reports = {r.id: r for r in holdings.reports if r.row.asserted}
    rows: Rows = []
    for e in sorted(derived.events, key=lambda e: e.id):
        told = [_report(names, reports[r]) for r in e.reports if r in reports]
        if not told:
            continue
        rows.append(
            {
                "event": e.id,
                "description": e.description,
                "source": names.actors(e.source),
                "target": names.actors(e.target),
                "plover": e.plover,
                "mode": e.mode or None,
                "contexts": list(e.contexts),
                "quad": e.quad,
                "goldstein": e.goldstein,
                "cameo": e.cameo or None,
                "modality": e.modality,
                **dates(e.moment),
                "place": e.place or None,
                "confidence": e.confidence,
                "reports": told,
            }
        )
    return rows


def _report(names: Names, told: Told[Report]) -> dict[str, Any]:
    r = told.row
    return {
        **names.place(told.document, r.sentence),
        "source": names.actors(r.source),
        "target": names.actors(r.target),
        "plover": r.plover,
        "quad": r.quad,
        "modality": r.modality,
        "trigger_start": r.trigger.start,
        "trigger_end": r.trigger.end,
        "earliest": day(r.moment.earliest),
        "latest": day(r.moment.latest),
        "attributed_to": names.actors(r.attributed_to) if r.attributed_to else None,
    }


def agreement_rows(names: Names, derived: Derived) -> Rows:
    """Agreements with their states through time; terms end with `text not public` where a text says so."""
    rows = (_agreement(names, a) for a in sorted(derived.agreements, key=lambda a: a.id))
    return [row for row in rows if row["history"]]


def _agreement(names: Names, a: Agreement) -> dict[str, Any]:
    steps = [s for s in a.history if s.evidence.document in names.keys]
    return {
        "agreement": a.id,
        "name": a.name,
        "parties": names.actors(a.parties),
        "terms": "; ".join(filter(None, (a.terms, _UNSEEN if a.terms_unknown else None))) or None,
        "status": a.status,
        "history": [{"status": s.status, **dates(s.moment), **names.at(s.evidence)} for s in steps],
    }


def claim_rows(names: Names, holdings: Holdings) -> Rows:
    """Claims in the order of the documents' keys and spans."""
    return [
        {
            "claim": c.id,
            **names.place(c.document, c.row.span),
            "holder": names.actor(c.row.holder) if c.row.holder else None,
            "chain": names.actors(c.row.chain),
            "kind": c.row.kind,
            "hedge": c.row.hedge or None,
            "p_low": c.row.p_low,
            "p_high": c.row.p_high,
            "horizon_earliest": day(c.row.horizon.earliest),
            "horizon_latest": day(c.row.horizon.latest),
            "about": names.actors(c.row.about),
            "verdict": c.row.verdict,
            "verdict_evidence": [names.place(c.document, span) for span in c.row.verdict_evidence],
        }
        for c in _in_order(names, holdings.claims)
    ]


def conflict_rows(names: Names, derived: Derived) -> Rows:
    """Conflicts with the places that disagree."""
    rows = (_conflict(names, c) for c in sorted(derived.conflicts, key=lambda c: c.id))
    return [row for row in rows if row["reports"]]


def _conflict(names: Names, c: Conflict) -> dict[str, Any]:
    versions = [v for v in c.versions if v.evidence.document in names.keys]
    return {
        "conflict": c.id,
        "kind": c.kind,
        "subject": names.keys.get(c.subject, names.actor(c.subject)) if c.subject else None,
        "field": c.field or None,
        "reports": [{"value": v.value, **names.at(v.evidence)} for v in versions],
        "note": c.note or None,
    }


def _in_order(names: Names, told: Iterable[Told[R]]) -> list[Told[R]]:
    return sorted(told, key=lambda t: (names.key(t.document), t.row.span, t.id))


def _one_for_each_span(names: Names, told: Iterable[Told[R]], rank: Callable[[R], tuple[Any, ...]]) -> list[Told[R]]:
    """In order; of several rows for one span the one that tells most, by its rank, the lowest first."""
    best: dict[tuple[str, Any], Told[R]] = {}
    for t in _in_order(names, told):
        known = best.setdefault((t.document, t.row.span), t)
        if rank(t.row) < rank(known.row):
            best[t.document, t.row.span] = t
    return list(best.values())
