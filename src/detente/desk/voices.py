"""What sources hold, foresee, promise and say, in their own words and with their holder."""

from __future__ import annotations

from collections.abc import Iterable

from detente.desk import wording
from detente.desk.cast import Cast
from detente.desk.citations import Citations, Citing, article_name
from detente.desk.views import AnswerView, ClaimView, Link, QuoteView
from detente.ledger.holdings import Told
from detente.records import Claim, ClaimKind, Quote
from detente.reference import estimative
from detente.workbench.relation import Relation

JUDGEMENTS: tuple[ClaimKind, ...] = ("judgement", "belief")
FORECASTS: tuple[ClaimKind, ...] = ("forecast",)
PROMISES: tuple[ClaimKind, ...] = ("commitment", "conditional")
_KINDS = {
    "report": "report",
    "judgement": "judgement",
    "forecast": "forecast",
    "conditional": "if – then",
    "commitment": "promise",
    "belief": "belief",
}
_TABLES = {
    "icd203": "ICD 203",
    "kent": "Kent 1964",
    "phia": "UK PHIA",
    "ipcc": "IPCC",
    "press": "détente’s reading of press hedges",
}


class Voices:
    """The claims and quotations of a relation as views; each claim has one number through the whole brief."""

    def __init__(self, relation: Relation, citations: Citations, cast: Cast) -> None:
        """Args: relation: whose claims. citations, cast: how places and people are called."""
        self._relation, self._citations, self._cast = relation, citations, cast
        ordered = sorted(
            relation.claims,
            key=lambda told: (citations.numbers.get(told.document, 0), told.row.sentence, told.row.span, told.id),
        )
        self._claims = [(told, self._claim(told, number)) for number, told in enumerate(ordered, start=1)]

    def of(self, kinds: Iterable[ClaimKind]) -> tuple[ClaimView, ...]:
        """Claims of some kinds, those that their own text refutes left out, in the order of articles."""
        wanted = set(kinds)
        return tuple(view for told, view in self._claims if told.row.kind in wanted and told.row.verdict != "refuted")

    def refuted(self) -> tuple[ClaimView, ...]:
        """Claims that a text itself marks as false."""
        return tuple(view for told, view in self._claims if told.row.verdict == "refuted")

    def answers(self) -> tuple[AnswerView, ...]:
        """What each article judges, article by article; one that judges nothing is listed with nothing."""
        found: dict[str, list[ClaimView]] = {key: [] for key in self._citations.numbers}
        for told, view in self._claims:
            if told.row.kind in JUDGEMENTS and told.row.verdict != "refuted" and told.document in found:
                found[told.document].append(view)
        return tuple(
            AnswerView(
                article=Link(
                    f"{self._citations.numbers[key]}. {article_name(self._relation.documents[key])}",
                    f"source-{self._citations.numbers[key]}",
                ),
                date=wording.moment(self._relation.documents[key].date),
                claims=tuple(views),
            )
            for key, views in found.items()
        )

    def _claim(self, told: Told[Claim], number: int) -> ClaimView:
        claim, anchor = told.row, f"claim-{number}"
        by = Citing(anchor, f"claim {number}")
        held = self._relation.documents.get(told.document)
        chain = [self._cast.name(actor) for actor in claim.chain[:-1]]
        return ClaimView(
            anchor=anchor,
            holder=self._cast.name(claim.holder),
            chain=", ".join(dict.fromkeys(chain)) or None,
            words=wording.quoted(wording.one_line(held.document.at(claim.span))) if held else "",
            hedge=wording.one_line(claim.hedge) if claim.hedge else None,
            reading=reading(claim),
            horizon=wording.moment(claim.horizon),
            horizon_known=claim.horizon.known,
            verdict=wording.VERDICTS[claim.verdict],
            kind=_KINDS[claim.kind],
            cites=self._citations.cites([(told.document, claim.sentence)], by),
            verdict_cites=self._citations.cites(((told.document, span) for span in claim.verdict_evidence), by),
        )

    def quotes(self) -> tuple[QuoteView, ...]:
        """Direct quotations, in the order of articles and of reading, the same words once."""
        ordered = sorted(
            self._relation.quotes, key=lambda told: (self._citations.numbers.get(told.document, 0), told.row.span, told.id)
        )
        found: dict[tuple[str | None, str], QuoteView] = {}
        for told in ordered:
            held = self._relation.documents.get(told.document)
            if told.row.kind == "indirect" or held is None:
                continue
            words = wording.one_line(held.document.at(told.row.span))
            view = self._quote(told, words, len(found) + 1)
            found.setdefault((told.row.speaker or told.row.speaker_name, words), view)
        return tuple(found.values())

    def _quote(self, told: Told[Quote], words: str, number: int) -> QuoteView:
        row, anchor = told.row, f"quote-{number}"
        speaker = self._cast.name(row.speaker) if row.speaker else wording.one_line(row.speaker_name or "speaker not stated")
        note = None if row.verbatim else "from a degraded copy: not word for word"
        return QuoteView(
            anchor=anchor,
            speaker=speaker,
            words=wording.quoted(words),
            medium=wording.one_line(row.medium) if row.medium else None,
            note="the whole clause, quoted in part" if row.kind == "mixed" and note is None else note,
            cites=self._citations.cites([(told.document, row.sentence)], Citing(anchor, f"words {number}")),
        )


def reading(claim: Claim) -> str | None:
    """The number that a table reads in a claim's hedge, with the table's name; None where there is no number."""
    band = wording.percent(claim.p_low, claim.p_high)
    if band is None:
        return None
    known = estimative.read(claim.hedge) if claim.hedge else None
    if known and (known.p_low, known.p_high) == (claim.p_low, claim.p_high):
        return f"{band} ({_TABLES.get(known.table, known.table)})"
    return f"{band} (the claim as worded)"
