"""A small relation made by hand: two states, four articles, and everything a brief has to show."""

# ruff: noqa: E501  (the articles and rows below read best one to a line)
from __future__ import annotations

from array import array
from datetime import date

from detente.ledger.holdings import Told
from detente.measures import coverage, series, trend
from detente.records import (
    UNKNOWN,
    Actor,
    Agreement,
    AgreementStep,
    Block,
    Claim,
    CleanText,
    Conflict,
    Document,
    Event,
    Evidence,
    Moment,
    Quote,
    Refusal,
    Report,
    Span,
    Version,
)
from detente.workbench.relation import HeldDocument, Relation, tellers

TEXTS = {
    "d1": """Trawlers before the tribunal

Norway seized two Peruvian trawlers off Svalbard in November 2017. Peru accused Norway of piracy on 3 December 2017.

The foreign minister called the seizure “a gross breach of the law of the sea”. Relations, a diplomat in Oslo said, are at their lowest point.

Subscribe to our newsletter

A further round of inspections is likely before the end of 2018.""",
    "d2": """A summit on the ice

On 9 August 2018 the Norwegian prime minister received the president of Peru in Tromsø. The two signed a fisheries pact whose annexes were never published.

Norway released the trawlers in late August 2018 and gave Peru a research vessel. Some papers had the boats taken in Peruvian waters; that is untrue.

The two are partners of convenience, writes <b>Ingrid Dahl</b> & nobody <script>alert(1)</script> else.""",
    "d3": """The pact frays

Peru ordered its navy to shadow Norwegian ships on 14 February 2020. The boats seized in December 2017 were three, not two.

The ministers will meet in Lima on 12 March 2020. Norway has promised to pay damages if the tribunal rules against it.

It is almost certain that the pact will lapse within a year. Norway once mocked the Peruvian envoy.""",
    "d4": """El pacto se deshace

Perú ordenó a su marina seguir a los barcos noruegos.""",
}
DATES = {
    "d1": Moment(date(2017, 12, 5), date(2017, 12, 5), "explicit"),
    "d2": Moment(date(2018, 9, 1), date(2018, 9, 30), "inferred", "it tells the release of late August 2018 as past"),
    "d3": Moment(date(2020, 3, 1), date(2020, 3, 1), "explicit"),
    "d4": Moment(),
}
NORWAY = Actor("NOR", "Norway", "state", "NOR")
PERU = Actor("PER", "Peru", "state", "PER")
ACTORS = {
    actor.id: actor
    for actor in (
        NORWAY,
        PERU,
        Actor("NOR.GOV.BERG", "Astrid Berg", "leader", "NOR", "GOV"),
        Actor("PER.GOV.SALAS", "Tomás Salas", "leader", "PER", "GOV"),
        Actor("PER.MIL", "Peruvian navy", "agency", "PER", "MIL"),
        Actor("PER.MED.RADIO", "Radio Lima", "outlet", "PER", "MED"),
    )
}


def document(key: str, **more) -> Document:
    text = TEXTS[key]
    blocks, at = [], 0
    for index, paragraph in enumerate(text.split("\n\n")):
        kind = "title" if index == 0 else "boilerplate" if paragraph.startswith("Subscribe") else "body"
        blocks.append(Block(kind, Span(at, at + len(paragraph)), "subscribe" if kind == "boilerplate" else None))
        at += len(paragraph) + 2
    clean = CleanText(text, array("L", range(len(text))), array("L", range(1, len(text) + 1)))
    title = text.split("\n", 1)[0]
    return Document(key, f"{key}.txt", f"/somewhere/{key}.txt", "0" * 64, "text", text, tuple(blocks), clean, title, **more)


def place(key: str, words: str) -> Span:
    start = TEXTS[key].index(words)
    return Span(start, start + len(words))


def sentence(key: str, words: str) -> Span:
    """The sentence around some words."""
    text, span = TEXTS[key], place(key, words)
    start = max(text.rfind(". ", 0, span.start) + 2, text.rfind("\n", 0, span.start) + 1, 0)
    ends = [end for end in (text.find(". ", span.end - 1), text.find("\n", span.end), len(text) - 1) if end >= 0]
    end = min(ends)
    return Span(start, end + 1 if text[end] == "." else end)


def report(
    key: str, trigger: str, lemma: str, source, target, plover: str, quad: str, modality="actual", moment=UNKNOWN
) -> Told[Report]:
    around, span = sentence(key, trigger), place(key, trigger)
    row = Report(around, around, span, lemma, source, target, plover, quad, modality, 0.8, moment=moment)
    return Told(f"{key}-{span.start}", key, row)


def days(first: date, last: date | None = None, basis="explicit", note=None) -> Moment:
    return Moment(first, last or first, basis, note)


MEETING = ("NOR.GOV.BERG", "PER.GOV.SALAS")
AUTUMN = days(date(2017, 11, 1), date(2017, 11, 30))
REPORTS = {
    "seizure": [
        report("d1", "seized", "seize", ("NOR",), ("PER",), "COERCE", "material_conflict", moment=AUTUMN),
        report(
            "d3",
            "seized",
            "seize",
            ("NOR",),
            ("PER",),
            "COERCE",
            "material_conflict",
            moment=days(date(2017, 12, 1), date(2017, 12, 31)),
        ),
    ],
    "accusation": [
        report("d1", "accused", "accuse", ("PER",), ("NOR",), "ACCUSE", "verbal_conflict", moment=days(date(2017, 12, 3)))
    ],
    "summit": [
        report("d2", "received", "receive", MEETING, MEETING, "CONSULT", "verbal_cooperation", moment=days(date(2018, 8, 9)))
    ],
    "pact": [
        report(
            "d2",
            "signed",
            "sign",
            MEETING,
            MEETING,
            "AGREE",
            "verbal_cooperation",
            moment=days(date(2018, 8, 9), basis="relative"),
        )
    ],
    "release": [
        report(
            "d2",
            "released",
            "release",
            ("NOR",),
            ("PER",),
            "RETREAT",
            "material_cooperation",
            moment=days(date(2018, 8, 21), date(2018, 8, 31)),
        )
    ],
    "vessel": [
        report(
            "d2",
            "gave",
            "give",
            ("NOR",),
            ("PER",),
            "AID",
            "material_cooperation",
            moment=days(date(2018, 1, 1), date(2018, 12, 31)),
        )
    ],
    "shadowing": [
        report(
            "d3", "ordered", "shadow", ("PER.MIL",), ("NOR",), "MOBILIZE", "material_conflict", moment=days(date(2020, 2, 14))
        )
    ],
    "talks": [
        report("d3", "meet", "meet", MEETING, MEETING, "CONSULT", "verbal_cooperation", "future", days(date(2020, 3, 12)))
    ],
    "mockery": [report("d3", "mocked", "mock", ("NOR",), ("PER",), "ACCUSE", "verbal_conflict")],
    "jeer": [
        report("d3", "envoy", "jeer", ("PER.MED.RADIO",), ("NOR",), "ACCUSE", "verbal_conflict", moment=days(date(2020, 2, 20)))
    ],
    "old": [
        report(
            "d1",
            "lowest",
            "quarrel",
            ("PER",),
            ("NOR",),
            "REJECT",
            "verbal_conflict",
            moment=days(date(1951, 1, 1), date(1959, 12, 31)),
        )
    ],
}


def event(key: str, told: list[Told[Report]]) -> Event:
    row = told[0].row
    return Event(
        key, key, row.source, row.target, row.plover, row.quad, row.modality, 0.9, moment=row.moment, reports=tuple(one.id for one in told),
        place="Svalbard" if key == "seizure" else None,
    )  # fmt: skip


def claim(key: str, words: str, kind: str, **more) -> Told[Claim]:
    row = Claim(
        place(key, words), sentence(key, words), more.pop("holder", f"AUTHOR:{key}"), more.pop("chain", ()), kind, **more
    )
    return Told(f"c-{key}-{row.span.start}", key, row)


def version(value: str, key: str, words: str) -> Version:
    return Version(value, Evidence(key, place(key, words), words))


def step(status: str, moment: Moment, key: str, words: str) -> AgreementStep:
    return AgreementStep(status, moment, Evidence(key, place(key, words), words))


def relation() -> Relation:
    """All of it, measured as a workbench does."""
    events = tuple(event(key, told) for key, told in REPORTS.items())
    reports = {one.id: one for told in REPORTS.values() for one in told}
    documents = {
        "d1": HeldDocument(document("d1", outlet="The Harbour Post", author="J. Lind"), DATES["d1"]),
        "d2": HeldDocument(document("d2", degraded=("broken_entities",)), DATES["d2"]),
        "d3": HeldDocument(document("d3", outlet="Fjord Weekly"), DATES["d3"]),
        "d4": HeldDocument(document("d4", language="es"), DATES["d4"], copy_of="d3", coded=False),
    }
    told = tellers(events, reports, {})
    return Relation(
        a=NORWAY,
        b=PERU,
        months=series.monthly(events, "NOR", "PER", documents_of=told),
        years=series.yearly(events, "NOR", "PER", documents_of=told),
        trend=trend.trend(events, "NOR", "PER", documents_of=told),
        coverage=coverage.coverage(events, "NOR", "PER", documents_of=told, dates=DATES),
        events=events,
        reports=reports,
        agreements=(
            Agreement(
                "pact", "Fisheries pact", ("NOR", "PER"), "suspended", "catch quotas", terms_unknown=True,
                history=(
                    step("signed", days(date(2018, 8, 9)), "d2", "The two signed a fisheries pact whose annexes were never published."),
                    step("suspended", Moment(), "d3", "The pact frays"),
                ),
            ),
        ),
        claims=(
            claim("d1", "at their lowest point", "judgement", holder="SOURCE:d1", chain=("AUTHOR:d1", "SOURCE:d1")),
            claim("d2", "The two are partners of convenience", "judgement"),
            claim("d3", "It is almost certain that the pact will lapse within a year", "forecast", hedge="almost certain", p_low=0.95,
                  p_high=0.99, horizon=Moment(date(2020, 3, 1), date(2021, 3, 1), "relative")),
            claim("d1", "A further round of inspections is likely", "forecast", hedge="likely", p_low=0.55, p_high=0.8),
            claim("d3", "Norway has promised to pay damages", "commitment", holder="NOR"),
            claim("d2", "the boats taken in Peruvian waters", "report", verdict="refuted",
                  verdict_evidence=(place("d2", "that is untrue"),)),
        ),
        quotes=(
            Told("q1", "d1", Quote(place("d1", "a gross breach of the law of the sea"), sentence("d1", "a gross breach"), "direct", "PER.GOV.SALAS", None, "called")),
        ),
        conflicts=(
            Conflict("x1", "date", "seizure", "moment", (
                version("November 2017", "d1", "in November 2017"), version("December 2017", "d3", "seized in December 2017")), "a month apart"),
            Conflict("x2", "quantity", "seizure", "objects", (
                version("two trawlers", "d1", "two Peruvian trawlers"), version("three trawlers", "d3", "three, not two"))),
        ),
        documents=documents,
        actors=ACTORS,
        quarantine=(Refusal("/somewhere/private/broken.pdf", "truncated", "the file ends in the middle; fetch it again"),),
    )  # fmt: skip


def empty() -> Relation:
    """Two states of which nothing was found."""
    return Relation(
        NORWAY,
        PERU,
        (),
        (),
        trend.trend((), "NOR", "PER"),
        coverage.coverage((), "NOR", "PER"),
        (),
        {},
        (),
        (),
        (),
        (),
        {},
        {},
        (),
    )


class Bench:
    """Stands for a workbench."""

    def __init__(self, held: Relation | None = None) -> None:
        self.held = held or relation()

    def relation(self, a: str, b: str) -> Relation:
        return self.held
