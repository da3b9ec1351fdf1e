"""When a document was published, as its own text gives or bounds it. Never today's date, never the file's.

Tried in this order, and the first that holds is taken:

1. the source's metadata, or a line or dateline with a year (`explicit`, `dateline`);
2. a dated picture at the head of the story, on the weekday that the lead speaks of: that day and the six after it (`inferred`);
3. the latest past date that the text speaks of: published on or after it, no upper bound (`inferred`);
4. nothing (`unknown`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from detente.reading import dateline, days
from detente.reading.days import Written
from detente.records import UNKNOWN, Block, Moment, Span

_WEEKDAY = re.compile(r"\b(?:on|last|this|late|early)?\s*(" + "|".join(d.title() for d in days.WEEKDAYS) + r")\b")
_YEAR = re.compile(
    r"\b(?:in|since|during|of|the|early|late|mid|spring|summer|autumn|fall|winter)[ -](?:the )?((?:19|20)\d\d)\b"
    r"(?!-\d|[,.]\d)(?! (?:\w+ )?(?:people|soldiers|troops|miles|km|tons|dollars))",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|could|might|shall|should|plan(?:s|ned|ning)?|expect\w*|schedul\w*|due|target\w*|upcoming"
    r"|deadline|expir\w*|hop(?:e|es|ing)|aim(?:s|ed|ing)|forecast\w*|project(?:ed|ions?)"
    r"|predict\w*|promis\w*|if|unless|to be|set to|goal)\b",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"\b(?:by|until|till|before|beyond|after|from|through|next|to|towards?)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:was|were|had|did|has|have|been|since|after|following|went|took|came|met|held|began|broke|fell|rose|shot|sent|won|lost|left"
    r"|made|gave|said|told|spoke|fought|drew|saw|grew|struck|ago|back in|\w{3,}ed)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W\d_a-z])")
_NEAR = 60  # characters before a date in which its preposition stands
_LEAD = 2  # paragraphs of running text that count as the head of a story


def find(text: str, blocks: tuple[Block, ...], given: Moment = UNKNOWN) -> tuple[Moment, Span | None]:
    """The publication day(s) and where the text gives them.

    Args:
        text: the original.
        blocks: its blocks.
        given: what the source's metadata say; it is taken as it is.
    """
    if given.known and given.basis == "explicit":
        return given, None
    stated = _stated(text, blocks)
    if stated is not None:
        return stated
    if given.known:
        return given, None
    return _pictured(text, blocks) or _bounded(text, blocks) or UNKNOWN, None


def _stated(text: str, blocks: tuple[Block, ...]) -> tuple[Moment, Span] | None:
    """A dateline with a year, before the story or after its end; what says `updated` comes last."""
    found: list[tuple[bool, Block, Written]] = []
    for block in _margins(blocks):
        words = text[block.span.start : block.span.end]
        for written in days.find(text, block.span):
            if written.year is not None:
                found.append((dateline.revised(words), block, written))
                break
    if not found:
        return None
    _, block, written = min(found, key=lambda f: f[0])
    own = block.kind != "dateline" or dateline.only(text, block.span) or text[block.span.start].islower()
    note = "day and month may be the other way round" if written.other else None
    return Moment(written.earliest, written.latest, "explicit" if own else "dateline", note), written.span


def _margins(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Blocks that may date the document: datelines and bylines before the second paragraph, and at the very end."""
    body = [n for n, b in enumerate(blocks) if b.kind == "body"]
    # Days above the entries of a chronicle do not date it.
    days_alone = sum(b.kind == "dateline" for b in blocks)
    first = len(blocks) if len(body) < 2 else body[0] if days_alone > 2 else body[1]
    last = body[-1] if body else 0
    dating = ("dateline", "byline")
    yield from (b for n, b in enumerate(blocks) if n < first and (b.kind in dating or b.reason == "updated"))
    yield from (b for b in blocks if b.reason == "running_head")
    yield from (b for n, b in enumerate(blocks) if n > max(last, first) and b.kind == "dateline")


def _pictured(text: str, blocks: tuple[Block, ...]) -> Moment | None:
    """The day of a picture at the head of the story, where the lead speaks of its weekday."""
    body = [b for b in blocks if b.kind == "body" and b.copy_of is None][:_LEAD]
    if not body:
        return None
    lead = text[body[0].span.start : body[0].span.end]
    for block in blocks:
        if block.kind != "caption" or block.span.start > body[-1].span.end:
            continue
        for written in days.find(text, block.span):
            day = written.earliest
            if day is None or day != written.latest:
                continue
            named = next((m[1] for m in _WEEKDAY.finditer(lead) if days.WEEKDAYS[m[1].lower()] == day.weekday()), None)
            if named:
                words = text[written.span.start : written.span.end]
                note = (
                    f'a picture is dated "{words}", a {named}, and the story speaks of "{named}": that day or the six after it'
                )
                return Moment(day, day + timedelta(days=6), "inferred", note)
    return None


def _bounded(text: str, blocks: tuple[Block, ...]) -> Moment | None:
    """The latest past date that the text speaks of."""
    past: list[tuple[date, str]] = []
    for block in blocks:
        if block.kind in ("body", "caption") and block.copy_of is None:
            past += _past(text, block)
    if not past:
        return None
    day, words = max(past, key=lambda p: p[0])
    return Moment(day, None, "inferred", f'published on or after {day.isoformat()}: the text speaks of "{words}" as past')


def _past(text: str, block: Block) -> Iterator[tuple[date, str]]:
    """Dates in a block that are told as past; captions are taken when the picture was."""
    for sentence in _sentences(text, block.span):
        words = text[sentence.start : sentence.end]
        if block.kind != "caption" and (_AHEAD.search(words) or not _PAST.search(words)):
            continue
        for span, day in _dates(text, sentence):
            if not _UP_TO.search(text, max(sentence.start, span.start - _NEAR), span.start):
                yield day, text[span.start : span.end]


def _dates(text: str, sentence: Span) -> Iterator[tuple[Span, date]]:
    """First days of the dates with a year, and of years that a preposition or article shows to be years."""
    for written in days.find(text, sentence):
        if written.earliest is not None:
            yield written.span, written.earliest
    for m in _YEAR.finditer(text, *sentence):
        yield Span(*m.span(1)), date(int(m[1]), 1, 1)


def _sentences(text: str, span: Span) -> Iterator[Span]:
    place = span.start
    for m in _SENTENCE.finditer(text, *span):
        yield Span(place, m.start())
        place = m.end()
    yield Span(place, span.end)
