"""A row that cannot point at its sentence does not enter the ledger: the check that every batch passes before it is written."""

from __future__ import annotations

from collections.abc import Iterator

from detente.errors import EvidenceError
from detente.ledger.tables import TOLD
from detente.records import AgreementReport, Batch, Claim, Document, Moment, Quote, Report, Row, Span, TimeExpression


def check(batch: Batch) -> None:
    """Refuse a batch any row of which points nowhere.

    Raises:
        EvidenceError: names the document, the table, the span, and what is wrong with it.
    """
    for table, place, what in faults(batch):
        at = f"{batch.document.name}, {table} {place.start}:{place.end}" if place else f"{batch.document.name}, {table}"
        raise EvidenceError(f"{what}; the article's rows were not added", at=at)


def faults(batch: Batch) -> Iterator[tuple[str, Span | None, str]]:
    """Table, span and fault of every row that points nowhere."""
    document = batch.document
    if document.date_span is not None and (what := _misplaced(document, document.date_span)):
        yield "documents", document.date_span, f"the document's date {what}"
    for block in document.blocks:
        if not 0 <= block.span.start <= block.span.end <= len(document.text):
            yield "documents", block.span, f"a block is outside the text of {len(document.text)} characters"
    if what := _belied(document.date):
        yield "documents", document.date_span, what
    for field, table in TOLD.items():
        for row in getattr(batch, field):
            yield from ((table.name, row.span, what) for what in row_faults(document, row))


def row_faults(document: Document, row: Row) -> Iterator[str]:
    """What is wrong with one row's places and days."""
    if what := _misplaced(document, row.span):
        yield f"the span {what}"
    if what := _misplaced(document, row.sentence):
        yield f"its sentence {row.sentence.start}:{row.sentence.end} {what}"
    elif isinstance(row, Quote | Claim):  # a long quotation, or a claim of two clauses, may run on into the next sentence
        if not row.sentence.meets(row.span):
            yield f"the span does not meet its sentence {row.sentence.start}:{row.sentence.end}"
    elif not row.sentence.holds(row.span):
        yield f"the span is not inside its sentence {row.sentence.start}:{row.sentence.end}"
    yield from _own_faults(document, row)


def _own_faults(document: Document, row: Row) -> Iterator[str]:
    if isinstance(row, Report):
        if (what := _misplaced(document, row.trigger)) or not row.sentence.holds(row.trigger):
            yield f"its trigger {row.trigger.start}:{row.trigger.end} {what or 'is not inside its sentence'}"
        if row.place_span and (what := _misplaced(document, row.place_span)):
            yield f"its place {row.place_span.start}:{row.place_span.end} {what}"
    if isinstance(row, Claim):
        for span in row.verdict_evidence:
            if what := _misplaced(document, span):
                yield f"its verdict's evidence {span.start}:{span.end} {what}"
        if what := _belied(row.horizon):
            yield what
    if isinstance(row, TimeExpression | Report | AgreementReport) and (what := _belied(row.moment)):
        yield what


def _misplaced(document: Document, span: Span) -> str | None:
    if not 0 <= span.start <= span.end <= len(document.text):
        return f"is outside the text of {len(document.text)} characters"
    return None if document.at(span).strip() else "has no words"


def _belied(moment: Moment) -> str | None:
    """A moment's days and its basis must agree: `unknown` exactly where there are none."""
    if moment.earliest and moment.latest and moment.earliest > moment.latest:
        return f"its dates run backwards ({moment.earliest} to {moment.latest})"
    if moment.known == (moment.basis == "unknown"):
        return f"its dates ({moment.earliest} to {moment.latest}) and their basis {moment.basis!r} do not agree"
    return None
