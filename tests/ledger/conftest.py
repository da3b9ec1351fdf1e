"""Articles of our own with rows found by hand, and a ledger to put them into."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from detente.ledger import Derived, Holdings, Ledger
from detente.ledger.tables import NO_CLEAN_TEXT
from detente.records import (
    Actor,
    Agreement,
    AgreementReport,
    AgreementStep,
    Batch,
    Block,
    Claim,
    Conflict,
    Document,
    Event,
    Evidence,
    Mention,
    Moment,
    Quote,
    Report,
    Role,
    Span,
    TimeExpression,
    Version,
)

FIRST = (
    "Harbour talks resume\n\n"
    "Norvanian foreign minister Ilse Brandt met her Ostrian colleague in Port Lunde on 3 May 2031. "
    "“The strait belongs to both of us,” Brandt said. "
    "The two sides signed a fisheries accord, the ministry claimed. "
    "Ostria will probably withdraw its patrol boats before winter.\n\n"
    "Share this article"
)
SECOND = (
    "Brandt and Okoro shook hands in Port Lunde in May. "
    "Ostria may seize more trawlers, a diplomat warned. "
    "The fisheries accord has since been suspended."
)
NORWAY = Actor("NOR", "Norway", "state", "NOR", aliases=("Norvania",))
AUSTRIA = Actor("AUT", "Austria", "state", "AUT")
BRANDT = Actor(
    "NOR.GOV.BRANDT", "Ilse Brandt", "person", "NOR", "GOV", (), (Role("foreign minister", date(2030, 1, 1)),), origin="text"
)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def sentence(text: str, words: str) -> Span:
    """From the last full stop or line before the words to the next one after them."""
    at = text.index(words)
    start = max(
        text.rfind(". ", 0, at) + 2,
        text.rfind("\n", 0, at) + 1,
        text.rfind("said. ", 0, at) + 6 if "said. " in text[:at] else 0,
    )
    end = text.index(".", at + len(words) - 1) + 1
    return Span(start, end)


def document(name: str, text: str, **changes: object) -> Document:
    id_ = hashlib.sha256(f"{name}\0{text}".encode()).hexdigest()[:16]
    blocks, at = [], 0
    for n, paragraph in enumerate(text.split("\n\n")):
        kind = "title" if n == 0 and "\n\n" in text else "boilerplate" if paragraph.startswith("Share") else "body"
        blocks.append(Block(kind, Span(at, at + len(paragraph)), "share_bar" if kind == "boilerplate" else None))
        at += len(paragraph) + 2
    made = Document(
        id_,
        name,
        f"/articles/{name}",
        hashlib.sha256(text.encode()).hexdigest(),
        "text",
        text,
        tuple(blocks),
        NO_CLEAN_TEXT,
        title="Harbour talks resume" if "\n\n" in text else None,
        language="en",
        fingerprint=(1, 2**63, 3),
    )
    return replace(made, **changes)  # pyright: ignore[reportArgumentType]


def first_batch(name: str = "harbour.txt", text: str = FIRST) -> Batch:
    doc = document(name, text, date=Moment(date(2031, 5, 4), date(2031, 5, 4), "explicit"))
    day = Moment(date(2031, 5, 3), date(2031, 5, 3), "explicit")
    met, signed, will = (sentence(text, w) for w in ("met her", "signed a", "will probably"))
    author = f"AUTHOR:{doc.id}"
    return Batch(
        doc,
        (NORWAY, AUSTRIA, BRANDT),
        (
            Mention(span(text, "Norvanian"), met, ("NOR",), "adjective", "actor"),
            Mention(span(text, "Ilse Brandt"), met, ("NOR.GOV.BRANDT",), "name", "actor"),
            Mention(span(text, "Port Lunde"), met, ("NOR",), "name", "place", "Port Lunde"),
        ),
        (TimeExpression(span(text, "3 May 2031"), met, day, "date", ("stated",)),),
        (
            Quote(
                span(text, "The strait belongs to both of us"),
                sentence(text, "The strait"),
                "direct",
                "NOR.GOV.BRANDT",
                "Brandt",
                "said",
            ),
        ),
        (
            Report(
                met,
                met,
                span(text, "met"),
                "meet",
                ("AUT", "NOR.GOV.BRANDT"),
                ("AUT", "NOR.GOV.BRANDT"),
                "CONSULT",
                "verbal_cooperation",
                "actual",
                0.91,
                mode="meet",
                goldstein=1,
                cameo="040",
                moment=day,
                place="Port Lunde",
                place_span=span(text, "Port Lunde"),
            ),
            Report(
                will,
                will,
                span(text, "withdraw"),
                "withdraw",
                ("AUT",),
                ("NOR",),
                "RETREAT",
                "material_cooperation",
                "future",
                0.31,
                asserted=False,
            ),
        ),
        (
            AgreementReport(
                span(text, "a fisheries accord"), signed, "fisheries accord", ("AUT", "NOR"), "signed", terms_unknown=True
            ),
        ),
        (
            Claim(
                will,
                will,
                author,
                (author,),
                "forecast",
                "probably",
                0.55,
                0.8,
                Moment(None, date(2031, 11, 30), "relative"),
                ("AUT",),
                verdict_evidence=(signed,),
            ),
        ),
        coder="by hand 1",
    )


def second_batch(name: str = "trawlers.txt", text: str = SECOND) -> Batch:
    doc = document(name, text)
    shook, may, since = (sentence(text, w) for w in ("shook hands", "may seize", "has since"))
    source = f"SOURCE:{doc.id}"
    return Batch(
        doc,
        (
            replace(BRANDT, aliases=("Brandt",), roles=(Role("minister"),)),
            AUSTRIA,
            Actor(source, "a diplomat", "person", origin="text"),
        ),
        (Mention(span(text, "Ostria"), may, ("AUT",), "name", "actor"),),
        (),
        (Quote(span(text, "Ostria may seize more trawlers"), may, "indirect", source, "a diplomat", "warned"),),
        (
            Report(
                shook,
                shook,
                span(text, "shook hands"),
                "shake",
                ("AUT", "NOR.GOV.BRANDT"),
                ("AUT", "NOR.GOV.BRANDT"),
                "CONSULT",
                "verbal_cooperation",
                "actual",
                0.8,
                moment=Moment(date(2031, 5, 1), date(2031, 5, 31), "explicit"),
                attributed_to=(source,),
            ),
        ),
        (AgreementReport(since, since, "fisheries accord", ("AUT", "NOR"), "suspended"),),
        (Claim(span(text, "Ostria may seize more trawlers"), may, source, (source,), "forecast", "may"),),
        coder="by hand 1",
    )


def derivation(holdings: Holdings) -> Derived:
    """A stand-in for merging: one event of all asserted reports, one agreement, one conflict, one bounded date."""
    asserted = [r for r in holdings.reports if r.row.asserted]
    if not asserted:
        return Derived()
    one = asserted[0]
    places = [Evidence(r.document, r.row.span, holdings.documents[r.document].at(r.row.span)) for r in asserted]
    event = Event(
        "e-1f3a9c0012345678",
        "Brandt meets Okoro",
        one.row.source,
        one.row.target,
        one.row.plover,
        one.row.quad,
        "actual",
        0.9,
        mode="meet",
        goldstein=1.0,
        cameo="040",
        moment=Moment(date(2031, 5, 3), date(2031, 5, 3), "explicit"),
        place="Port Lunde",
        reports=tuple(r.id for r in asserted),
    )
    steps = tuple(
        AgreementStep(
            a.row.status, a.row.moment, Evidence(a.document, a.row.span, holdings.documents[a.document].at(a.row.span))
        )
        for a in holdings.agreements
    )
    agreement = Agreement("a-22223333aaaabbbb", "fisheries accord", ("AUT", "NOR"), "suspended", None, True, steps)
    conflict = Conflict(
        "c-9999000011112222",
        "date",
        event.id,
        "date",
        tuple(Version(str(n), p) for n, p in enumerate(places)),
        "the day or the month",
    )
    undated = [d for d in holdings.documents.values() if not d.date.known]
    bounded = {d.id: Moment(date(2031, 5, 5), None, "inferred", "after the meeting it tells of") for d in undated}
    copies = {undated[0].id: next(iter(holdings.documents))} if undated and len(holdings.documents) > 1 else {}
    copies = {k: v for k, v in copies.items() if k != v}
    return Derived(bounded, copies, (event,), (agreement,) if steps else (), (conflict,))


@pytest.fixture
def derived_here(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("detente.ledger.derivation")
    module.derive = derivation  # pyright: ignore[reportAttributeAccessIssue]
    monkeypatch.setitem(sys.modules, "detente.ledger.derivation", module)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "strait.detente"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger.open(path, write=True, create=True) as opened:
        yield opened


@pytest.fixture
def filled(ledger: Ledger, derived_here: None) -> Ledger:
    """Two articles, derived."""
    ledger.append(first_batch())
    ledger.append(second_batch())
    ledger.derive_all()
    return ledger


@pytest.fixture
def bare() -> Callable[..., Batch]:
    """A document in which nothing was found."""

    def made(name: str = "harbour.txt", text: str = "The harbour talks were put off, and begin in June.") -> Batch:
        return Batch(document(name, text))

    return made


@pytest.fixture
def first() -> Callable[..., Batch]:
    return first_batch


@pytest.fixture
def second() -> Callable[..., Batch]:
    return second_batch
