"""Short articles of our own with rows made by hand, for what is derived from several of them."""

from __future__ import annotations

import re
from array import array
from datetime import date

from detente.ledger.holdings import Holdings, Told
from detente.records import (
    UNKNOWN,
    Actor,
    AgreementReport,
    Block,
    Claim,
    CleanText,
    Document,
    Mention,
    Moment,
    Report,
    Span,
    TimeExpression,
)

QUADS = {
    "AGREE": "verbal_cooperation", "CONSULT": "verbal_cooperation", "SUPPORT": "verbal_cooperation",
    "CONCEDE": "verbal_cooperation", "COOPERATE": "material_cooperation", "AID": "material_cooperation",
    "RETREAT": "material_cooperation", "REQUEST": "verbal_conflict", "ACCUSE": "verbal_conflict",
    "REJECT": "verbal_conflict", "THREATEN": "verbal_conflict", "PROTEST": "material_conflict",
    "SANCTION": "material_conflict", "MOBILIZE": "material_conflict", "COERCE": "material_conflict",
    "ASSAULT": "material_conflict",
}  # fmt: skip
STATES = {
    "JPN": "Japan",
    "KOR": "South Korea",
    "IND": "India",
    "PAK": "Pakistan",
    "CHN": "China",
    "PER": "Peru",
    "CHL": "Chile",
}


def day(year: int, month: int, number: int) -> Moment:
    on = date(year, month, number)
    return Moment(on, on, "explicit")


def days(first: str, last: str, basis: str = "explicit") -> Moment:
    return Moment(date.fromisoformat(first), date.fromisoformat(last), basis)  # pyright: ignore[reportArgumentType]


class Article:
    """A document with its rows; each row is found by the words it stands on."""

    def __init__(self, name: str, text: str, published: Moment = UNKNOWN, fingerprint: tuple[int, ...] = ()) -> None:
        blocks = tuple(Block("body", Span(*m.span())) for m in re.finditer(r"[^\n]+", text))
        clean = CleanText("", array("l"), array("l"))
        self.document = Document(
            f"{name:0<16}",
            f"{name}.txt",
            f"/{name}.txt",
            "0",
            "text",
            text,
            blocks,
            clean,
            date=published,
            fingerprint=fingerprint,
        )
        self.rows: dict[str, list[object]] = {"mentions": [], "times": [], "reports": [], "agreements": [], "claims": []}

    @property
    def id(self) -> str:
        return self.document.id

    def at(self, words: str, after: str = "") -> Span:
        start = self.document.text.index(words, self.document.text.index(after) if after else 0)
        return Span(start, start + len(words))

    def sentence(self, span: Span) -> Span:
        ends = [m.end() for m in re.finditer(r"[.!?](?=\s|$)|\n", self.document.text)]
        start = max([e for e in ends if e <= span.start], default=0)
        end = min([e for e in ends if e >= span.end], default=len(self.document.text))
        return Span(start + (len(self.document.text[start:end]) - len(self.document.text[start:end].lstrip())), end)

    def report(
        self, words: str, lemma: str, source: str, target: str, plover: str, *, after: str = "", **given: object
    ) -> Article:
        trigger = self.at(words, after)
        sentence = self.sentence(trigger)
        sides = [tuple(a for a in side.split("|") if a) for side in (source, target)]
        values: dict[str, object] = {"modality": "actual", "confidence": 0.8, **given}
        self.rows["reports"].append(
            Report(sentence, sentence, trigger, lemma, *sides, plover, QUADS[plover], **values)  # pyright: ignore[reportArgumentType]
        )
        return self

    def time(self, words: str, moment: Moment = UNKNOWN, kind: str = "date", flags: tuple[str, ...] = ()) -> Article:
        span = self.at(words)
        self.rows["times"].append(TimeExpression(span, self.sentence(span), moment, kind, flags))  # pyright: ignore[reportArgumentType]
        return self

    def spot(self, words: str, state: str, place: str | None = None) -> Article:
        span = self.at(words)
        self.rows["mentions"].append(Mention(span, self.sentence(span), (state,), "name", "place", place or words))
        return self

    def agreement(self, words: str, parties: str, status: str, name: str | None = None, **given: object) -> Article:
        span = self.at(words)
        values = {"name": name or words, "parties": tuple(p for p in parties.split("|") if p), "status": status, **given}
        self.rows["agreements"].append(AgreementReport(span, self.sentence(span), **values))  # pyright: ignore[reportArgumentType]
        return self

    def judgement(self, words: str, holder: str, about: str) -> Article:
        span = self.at(words)
        row = Claim(span, self.sentence(span), holder, (holder,), "judgement", about=tuple(about.split("|")))
        self.rows["claims"].append(row)
        return self


def held(*articles: Article) -> Holdings:
    """The articles' rows as the ledger holds them."""
    tables: dict[str, list[Told]] = {k: [] for k in ("mentions", "times", "reports", "agreements", "claims")}
    for article in sorted(articles, key=lambda a: a.id):
        for table, rows in article.rows.items():
            ordered = sorted(rows, key=lambda r: (r.span, getattr(r, "trigger", r.span)))  # pyright: ignore[reportAttributeAccessIssue]
            tables[table] += [Told(f"{table}:{article.id}:{n}", article.id, row) for n, row in enumerate(ordered)]  # pyright: ignore[reportArgumentType]
    actors = {code: Actor(code, name, "state", code) for code, name in STATES.items()}
    documents = {a.id: a.document for a in sorted(articles, key=lambda a: a.id)}
    return Holdings(documents, actors, **{k: tuple(v) for k, v in tables.items()})  # pyright: ignore[reportArgumentType]
