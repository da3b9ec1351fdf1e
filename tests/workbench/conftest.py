"""A workbench whose coder knows four states and one verb, so that no language model is needed."""

from __future__ import annotations

import re
from datetime import date
from types import SimpleNamespace

import pytest

from detente import coding, workbench
from detente.coding import positions
from detente.reading import parse
from detente.records import UNKNOWN, Actor, Batch, Claim, Mention, Moment, Quote, Report, Span

STATES = {"Chad": "TCD", "Mali": "MLI", "Peru": "PER", "Fiji": "FJI"}
FILLER = " The harvest was poor in the valley that year and the roads were slow after weeks of rain in the hills."


def toy(parsed) -> Batch:
    """Sentences of the form `X met Y.` are reports, `X may meet Y.` claims, `X said "…"` quotes."""
    document = parsed.document
    mentions, reports, claims, quotes = [], [], [], []
    for sentence in re.finditer(r"[A-Z][^.\n]*\.", document.text):
        span = Span(*sentence.span())
        found = [
            (STATES[m[0]], Span(span.start + m.start(), span.start + m.end()))
            for m in re.finditer(r"Chad|Mali|Peru|Fiji", sentence[0])
        ]
        mentions += [Mention(place, span, (actor,), "name", "actor") for actor, place in found]
        ids = tuple(actor for actor, _ in found)
        if (verb := re.search(r" met ", sentence[0])) and len(ids) == 2:
            at = span.start + verb.start() + 1
            when = re.search(r"\d{4}", sentence[0])
            day = date(int(when[0]), 5, 1) if when else None
            moment = Moment(day, day, "explicit") if day else UNKNOWN
            reports.append(
                Report(
                    span,
                    span,
                    Span(at, at + 3),
                    "meet",
                    ids,
                    ids,
                    "CONSULT",
                    "verbal_cooperation",
                    "actual",
                    0.9,
                    moment=moment,
                )
            )
        if " may " in sentence[0] and ids:
            claims.append(Claim(span, span, f"AUTHOR:{document.id}", (f"AUTHOR:{document.id}",), "forecast", "may", 0.2, 0.6))
        if " said " in sentence[0] and ids:
            quotes.append(Quote(span, span, "indirect", ids[0]))
    actors = tuple(Actor(code, name, "state", code) for name, code in STATES.items() if name in document.text)
    return Batch(document, actors, tuple(mentions), (), tuple(quotes), tuple(reports), (), tuple(claims), coder="toy")


@pytest.fixture(autouse=True)
def coder(monkeypatch):
    """The toy instead of the coders; `coder.seen` is the names of the documents it was given."""
    seen: list[str] = []

    def code(parsed):
        seen.append(parsed.document.name)
        return toy(parsed)

    monkeypatch.setattr(coding, "code", code, raising=False)
    monkeypatch.setattr(positions, "of", lambda parsed: [])
    monkeypatch.setattr(parse, "parse", lambda document, max_seconds=None: SimpleNamespace(document=document))
    return SimpleNamespace(seen=seen, code=code)


@pytest.fixture
def write(tmp_path):
    """Write articles into a folder: name → sentences."""

    def make(**articles: str):
        folder = tmp_path / "articles"
        folder.mkdir(exist_ok=True)
        for name, text in articles.items():
            (folder / f"{name}.txt").write_text(f"A note on the talks\n\n{text}{FILLER}\n", "utf-8")
        return folder

    return make


@pytest.fixture
def wb(tmp_path):
    with workbench.open_ledger(tmp_path / "toy.detente") as bench:
        yield bench
