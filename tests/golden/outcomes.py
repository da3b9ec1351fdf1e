"""What the articles of a kind of trouble must come out as, asserted the same way for every set of articles."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from exported import Exported, Place, ids, interval, only, states

CODED = ("mentions", "times", "quotes", "claims")
BOTH = {"RUS", "TUR"}


def best_dated(x: Exported, event: dict, versions: list[Place], day: str, slip: Place) -> None:
    """An event rests on one day with a reason, its other dates stand beside it, and one of them is called a slip."""
    assert interval(event) == (day, day)
    beside = x.conflicts("date", subject=event["event"], over=versions)
    assert len(beside) == 1
    year, month, number = day.split("-")
    named = rf"{day}|{int(number)} {date(int(year), int(month), 1):%B} {year}"
    assert re.search(named, beside[0]["note"] or ""), "the best date is named"
    assert len(re.split(r"[;,]", beside[0]["note"])) > 1, "with its reason"
    marked = x.conflicts("internal", "date", over=[slip])
    assert any("slip" in (c["note"] or "") for c in marked)


def not_now(x: Exported) -> None:
    """No document takes its date from today, nor from when its file was written."""
    for row in x["documents"]:
        path = Path(row["path"].split("#")[0])
        assert not {str(date.today()), str(date.fromtimestamp(path.stat().st_mtime))} & set(interval(row)), row["doc"]


def rowless(x: Exported, places: list[Place]) -> None:
    """Nothing was coded from any of the places."""
    for table in CODED:
        assert not x.of(table, *places), table
    reports = [r for e in x["events"] for r in e["reports"]]
    steps = [h for a in x["agreements"] for h in a["history"]]
    evidence = [d for p in x["positions"] for d in p["evidence"]]
    assert not [r for r in reports + steps + evidence if any(p.meets(r) for p in places)]


def left_out(x: Exported, place: Place) -> None:
    """A place is marked as boilerplate, every sign of it that is not white space."""
    text = x.text(place.doc)
    spans = x.document(place.doc)["boilerplate"]
    open_ = [n for n in range(place.start, place.end) if not any(s["start"] <= n < s["end"] for s in spans)]
    assert not [text[n] for n in open_ if text[n].isalnum()], text[place.start : place.end]


def one_printing(x: Exported, first: Place, second: Place) -> None:
    """Of a text printed twice, one printing was read and the other was not."""
    read = [[row for table in CODED for row in x.of(table, place)] for place in (first, second)]
    told = [[r for e in x["events"] for r in e["reports"] if place.meets(r)] for place in (first, second)]
    assert bool(read[0]) != bool(read[1])
    assert not (told[0] and told[1])
    for row in told[0] or told[1]:
        assert len([r for r in told[0] + told[1] if r["trigger_start"] == row["trigger_start"]]) == 1


def degraded(x: Exported, doc: str, least: int) -> None:
    """A copy with broken marks: its quotations are kept within their marks and their paragraph, and none is called verbatim."""
    row = x.document(doc)
    text = x.text(doc)
    assert {"broken_entities", "odd_quotes"} & set(row["degraded"])
    quotes = [q for q in x["quotes"] if q["doc"] == row["doc"]]
    assert len([q for q in quotes if q["kind"] == "direct"]) >= least
    assert not [q for q in quotes if q["verbatim"] is not False]
    for quote in quotes:
        words = text[quote["start"] : quote["end"]]
        assert "\n" not in words and len(words) <= 300, words
        if quote["kind"] == "direct":
            assert not re.search(r'["“”]|,quot;', words), words


def forecast(x: Exported, place: Place, holder: str, hedge: str, low: float, high: float) -> dict:
    """The forecast at a place: who holds it, in which words, and a band of probability that overlaps the one given."""
    found = [c for c in x.of("claims", place) if c["kind"] == "forecast"]
    assert found, f"no forecast at {place}"
    held = [c for c in found if re.fullmatch(holder, c["holder"] or "")]
    assert held, f"held by {ids(found, 'holder')}"
    banded = [c for c in held if c["p_low"] is not None and c["p_low"] <= high and low <= c["p_high"]]
    assert banded, [(c["p_low"], c["p_high"]) for c in held]
    worded = [c for c in banded if re.search(hedge, c["hedge"] or "", re.IGNORECASE)]
    assert worded, ids(banded, "hedge")
    assert worded[0]["hedge"] in x.text(place.doc)
    return worded[0]


def judged(x: Exported, place: Place, holder: str) -> None:
    """A judgement of the relation of the two at a place, and who holds it."""
    found = [c for c in x.of("claims", place) if c["kind"] == "judgement"]
    assert found, f"no judgement at {place}"
    held = [c for c in found if re.fullmatch(holder, c["holder"] or "")]
    assert held, f"held by {ids(found, 'holder')}"
    assert any(states(c["about"]) >= BOTH for c in held), [c["about"] for c in held]


def chained(x: Exported, place: Place, holder: str, agency: str, medium: str) -> None:
    """A statement that reached the article through an agency: the agency stands in the chain, and is not the speaker."""
    quotes = [q for q in x.of("quotes", place) if re.fullmatch(holder, q["speaker"] or "")]
    assert quotes, ids(x.of("quotes", place), "speaker")
    assert any(medium.casefold() in (q["medium"] or "").casefold() for q in quotes), ids(quotes, "medium")
    claims = [c for c in x.of("claims", place) if re.fullmatch(holder, c["holder"] or "")]
    assert claims, ids(x.of("claims", place), "holder")
    for chain in (c["chain"] for c in claims):
        assert len(chain) >= 3 and chain[0] not in chain[1:], chain
        assert chain[-2].endswith(agency), chain
        assert re.fullmatch(holder, chain[-1])


def meant(x: Exported, place: Place, state: str, kinds: str = "metonym name nominal") -> None:
    """A phrase at a place stands for a state, or for a part of one, that acts."""
    rows = x.of("mentions", place)
    assert [r for r in rows if r["sense"] == "actor" and set(r["countries"]) == {state} and r["kind"] in kinds], rows


def place_only(x: Exported, place: Place) -> None:
    """A name at a place is where something happens, not who does it."""
    rows = x.of("mentions", place)
    assert rows and not [r for r in rows if r["sense"] == "actor" and r["actors"]], rows


def person(x: Exported, surname: str, actor_id: str, role: str, day: str) -> None:
    """A person's name is always that person, who belongs to a state and holds an office on a day."""
    named = [m for m in x["mentions"] if m["text"] == surname]
    assert named and all(m["actors"] == [actor_id] for m in named)
    actor = x.actor(actor_id)
    assert actor["country"] == actor_id[:3] and actor["kind"] in ("leader", "person")
    assert any(re.search(role, r["role"]) and (r["earliest"] or day) <= day <= (r["latest"] or day) for r in actor["roles"])


def never_a_person(x: Exported, place: Place, state: str) -> None:
    """A pronoun at a place is left open or stands for a state."""
    rows = [m for m in x.of("mentions", place) if m["kind"] == "pronoun"]
    assert all(set(m["actors"]) <= {state} for m in rows), rows


def hedged(x: Exported, number: Place) -> bool:
    """Whether the number told at a place is given with the word that makes it approximate, and nowhere as exact."""
    hedge, digits = x.text(number.doc)[number.start : number.end].split()
    told = [e["description"] for e, r in ((e, r) for e in x["events"] for r in e["reports"]) if number.meets(r)]
    told += [v["value"] for c in x["conflicts"] for v in c["reports"] if number.meets(v)]
    given = [words for words in told if digits in words]
    return bool(given) and all(re.search(rf"(?:{hedge}|about|approximately|~) ?{digits}", w, re.IGNORECASE) for w in given)


def untrue(x: Exported, stories: list[tuple[Place, Place, str]]) -> None:
    """Each story is one refuted claim, held by those who spread it, refuted by the mark beside it; none is an event."""
    refuted = [c for c in x["claims"] if c["verdict"] == "refuted" and c["doc"] == stories[0][0].doc]
    assert len(refuted) == len(stories)
    for story, mark, holder in stories:
        claim = only(c for c in refuted if story.meets(c))
        assert (claim["holder"] or "").startswith(holder), claim["holder"]
        assert claim["chain"][-1] == claim["holder"]
        assert any(mark.meets(e) for e in claim["verdict_evidence"])
        assert not x.events(story)


def accused_only(x: Exported, victim: str, accused: tuple[str, ...]) -> None:
    """No event has the accused as its doer unless all who tell it so are named with it."""
    acts = [e for e in x["events"] if any(victim in a for a in e["target"])]
    for event in acts:
        blaming = [r for r in event["reports"] if any(name in a for a in r["source"] for name in accused)]
        assert all(r["attributed_to"] for r in blaming), event["description"]
        assert not any(name in a for a in event["source"] for name in accused), event["description"]


def one_unnamed(x: Exported, said: list[Place]) -> None:
    """Everything said is one unnamed source's word through the author, nothing more is known of that source, and no act is fact."""
    source, author = f"SOURCE:{said[0].doc}", f"AUTHOR:{said[0].doc}"
    for place in said:
        quotes, claims = x.of("quotes", place), x.of("claims", place)
        assert quotes or claims, place
        assert {q["speaker"] for q in quotes} <= {source}, place
        assert {c["holder"] for c in claims} <= {source}, place
        assert all(c["chain"] == [author, source] for c in claims), place
        assert all(r["attributed_to"] for e in x.events(place) if e["modality"] == "actual" for r in e["reports"])
    assert len(x.of("claims", *said)) >= 2, "a chain is kept with the claims"
    unnamed = x.actor(source)
    assert unnamed["country"] is None and unnamed["sector"] is None and not unnamed["roles"]
    assert len([a for a in x["actors"] if a["actor"].startswith("SOURCE:") and said[0].doc in a["actor"]]) == 1


def eased(x: Exported, *places: Place) -> list[dict]:
    """Acts told at the places by which Russia takes something back from what it did to Turkey, or agrees to."""
    easing = ("RETREAT", "CONCEDE", "AGREE")
    found = [e for e in x.events(*places) if e["plover"] in easing and states(e["source"]) == {"RUS"}]
    assert not [e for e in x.events(*places) if e["plover"] == "SANCTION" and e["modality"] == "actual"]
    return [e for e in found if states(e["target"]) == {"TUR"} and e["modality"] == "actual"]


def curve(x: Exported, *months: str, of: tuple[str, ...] = ("displayed", "substance")) -> list[float]:
    """How Russia behaved to Turkey in months: the mean of what is known of its words and deeds, or of one of them."""
    rows = [r for m in months if (r := x.series("RUS", "TUR").get(m)) is not None]
    known = [[r[face] for face in of if r[face] is not None] for r in rows]
    return [sum(values) / len(values) for values in known if values]


def accusation(x: Exported, place: Place, who: str, whom: str) -> dict:
    """The one accusation told at a place, and that its day is not stated."""
    event = only(e for e in x.events(place) if e["plover"] == "ACCUSE")
    assert event["source"] == [who] and states(event["target"]) == {whom} and event["modality"] == "actual"
    for row in (event, *(r for r in event["reports"] if place.triggers(r))):
        first, last = interval(row)
        assert not first or not last or (date.fromisoformat(last) - date.fromisoformat(first)).days >= 120, interval(row)
    return event
