"""Quotations: whose words, by what cue, through what medium.

    quotes = find(parsed, cast.mentions(), cast.actors.values())

Direct quotations are the stretches between marks that somebody says; a reported clause is indirect, or mixed where part of it
stands between marks. Quoted terms, titles of works and headings are no quotations. A speaker without a name is the document's
`SOURCE:<id>` with the words that describe him.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from detente.coding.quotes.direct import Attribution, Attributor, Said
from detente.coding.quotes.marks import pairs
from detente.coding.quotes.medium import medium
from detente.coding.quotes.reported import Reporter, Told
from detente.coding.quotes.speakers import Voices
from detente.records import Actor, Mention, Quote, QuoteKind, Span

if TYPE_CHECKING:
    from detente.reading.parse import Parsed

__all__ = ["find"]


def find(parsed: Parsed, mentions: Sequence[Mention], actors: Iterable[Actor]) -> list[Quote]:
    """The quotations of a document, in the order of the text.

    Args:
        parsed: the document.
        mentions: its mentions, pronouns among them where they are resolved.
        actors: the actors that the mentions name.
    """
    marked = pairs(parsed.document.clean.text, across=not parsed.document.degraded)
    voices = Voices(parsed, mentions, {actor.id: actor for actor in actors}, marked)
    reporter = Reporter(parsed.doc, voices, marked)
    told = list(reporter.named())
    said = list(Attributor(parsed.doc, voices, marked, _headings(parsed)).said())
    told += reporter.carried()
    rows = [_direct(parsed, voices, s) for s in said] + [_reported(parsed, voices, t) for t in told]
    unique = {(r.span, r.kind): r for r in rows}
    return sorted(unique.values(), key=lambda r: (r.span, r.kind))


def _headings(parsed: Parsed) -> list[tuple[int, int]]:
    """Bounds of titles and headings in the clean text."""
    return [(s.start_char, s.end_char) for s in parsed.sentences if parsed.block(s).kind in ("title", "heading")]


def _direct(parsed: Parsed, voices: Voices, said: Said) -> Quote:
    return _row(parsed, voices, said.quoted.start, said.quoted.end, "direct", said.by)


def _reported(parsed: Parsed, voices: Voices, told: Told) -> Quote:
    return _row(parsed, voices, told.start, told.end, "mixed" if told.marked else "indirect", told.by)


def _row(parsed: Parsed, voices: Voices, start: int, end: int, kind: QuoteKind, by: Attribution) -> Quote:
    words = parsed.doc.char_span(start, end, alignment_mode="expand")
    span = parsed.document.clean.original(start, end)
    told = [span] if words is None else [span, parsed.sentence(words[0]), parsed.sentence(words[-1])]
    if by.cue is not None:  # the cue may stand in what the parser takes for a sentence of its own
        told.append(parsed.sentence(by.cue))
    return Quote(
        span=span,
        sentence=Span(min(s.start for s in told), max(s.end for s in told)),
        kind=kind,
        speaker=by.speaker.id if by.speaker else None,
        speaker_name=by.speaker.name if by.speaker else None,
        cue=by.cue.lower_ if by.cue is not None else None,
        medium=medium(by.cue, voices),
        verbatim=not parsed.document.degraded,
    )
