"""Fills in the figures of docs/russia-turkey.md: python examples/russia-turkey/page.py [LEDGER] [--check].

Whatever stands on the page between <!-- name --> and <!-- / --> is written by the function of that name below, from the sample articles
and the case file, and from nothing else. With --check nothing is written, and the exit status says whether the page is up to date.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import detente
from detente.measures import series
from detente.measures.series import Month
from detente.records import Event
from detente.strategy import case as cases
from detente.strategy.scenario import Change
from detente.workbench import Workbench
from detente.workbench.relation import Relation, tellers

HERE = Path(__file__).parent
CASE = HERE / "case.toml"
PAGE = HERE.parents[1] / "docs" / "russia-turkey.md"
DRAWS = 10_000
MARK = re.compile(r"(<!-- ([a-z]+)(?: ([\w:.-]+))? -->)(.*?)(<!-- / -->)", re.DOTALL)
Figure = Callable[[Workbench, str], str]


@cache
def loaded(case: Path) -> cases.Case:
    return cases.load(case)


@cache
def relation(wb: Workbench) -> Relation:
    return wb.relation("RUS", "TUR", case=loaded(CASE))


def warmth(value: float | None, low: float | None = None, high: float | None = None) -> str:
    if value is None:
        return "not known"
    said = signed(f"{value:+.2f}")
    return said if low is None or high is None else f"{said} [{warmth(low)}, {warmth(high)}]"


def number(value: float | None) -> str:
    return "not known" if value is None else f"{value:.1f}"


def spread(one) -> str:
    return number(None) if one.median is None else f"{one.median:.1f} [{one.low:.1f}, {one.high:.1f}]"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = list(head)
    lines = [heads, ["---"] * len(heads), *(list(row) for row in rows)]
    return "\n" + "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines) + "\n"


def parts(wb: Workbench, case: Path = CASE) -> tuple[list[Event], dict[str, list[str]], dict[str, tuple[str, float]]]:
    """Every event, the documents that tell each, and the proxies of the case."""
    events = wb.events()
    return events, tellers(tuple(events), wb.reports(), wb.derived().copies), dict(loaded(case).proxies())


def by_year(wb: Workbench, case: Path | None, without: str | None = None) -> dict[str, Month]:
    """The years, with the proxies of a case or without any; without the events that one document alone tells."""
    events, told, proxies = parts(wb, case or CASE)
    kept = [event for event in events if without is None or told[event.id] != [without]]
    found = series.yearly(kept, "RUS", "TUR", proxies=proxies if case else None, documents_of=told)
    return {year.period: year for year in found}


def by_month(wb: Workbench, case: Path) -> dict[str, Month]:
    """The months, with the proxies of a case."""
    events, told, proxies = parts(wb, case)
    return {month.period: month for month in series.monthly(events, "RUS", "TUR", proxies=proxies, documents_of=told)}


def alone(wb: Workbench, case: Path = CASE) -> Iterator[tuple[str, Month, Month | None]]:
    """Each document without which a year's displayed or substance would not be known, or be another by 0.2 or more."""
    base = by_year(wb, case)
    for key, held in wb.documents().items():
        left = by_year(wb, case, key)
        for name, year in base.items():
            other = left.get(name)
            faces = [(year.displayed, other and other.displayed), (year.substance, other and other.substance)]
            if any(a is not None and (b is None or abs(a - b) >= 0.2) for a, b in faces):
                yield held.document.name, year, other


def asserting(case: Path, mechanism: str, *issues: str) -> tuple[str, ...]:
    """Documents that assert a mechanism, or alone say where an actor stands on issues that it joins."""
    one = loaded(case)
    found = {e.document for m in one.mechanisms if m.name == mechanism for e in m.evidence}
    for position in one.standing():
        cited = {e.document for e in position.evidence}
        if position.issue in issues and position.actor in (one.dyad or ()) and len(cited) == 1:
            found |= cited
    return tuple(sorted(found))


def draws(_wb: Workbench, _: str) -> str:
    return f"{DRAWS:,}"


def counts(wb: Workbench, what: str) -> str:
    seen = relation(wb).coverage
    found = {
        "documents": len(wb.documents()),
        "files": len({held.document.name.split("#")[0] for held in wb.documents().values()}),
        "events": seen.n_events,
        "actual": seen.n_actual,
        "counted": len(seen.counted),
        "undated": len(seen.undated) + len(seen.open_ended),
        "single": len(seen.single_source),
        "months": seen.n_months,
        "empty": len(seen.empty_months),
        "conflicts": len(relation(wb).conflicts),
    }
    return str(found[what])


def years(wb: Workbench, _: str) -> str:
    plain, proxied = by_year(wb, None), by_year(wb, CASE)
    return table(
        ("year", "displayed", "substance", "gap", "acts", "substance without proxies"),
        (
            (
                name,
                warmth(y.displayed, y.displayed_low, y.displayed_high),
                warmth(y.substance, y.substance_low, y.substance_high),
                warmth(y.gap, y.gap_low, y.gap_high),
                str(y.n_events),
                warmth(plain[name].substance) if name in plain else "not known",
            )
            for name, y in proxied.items()
        ),
    )


def year(wb: Workbench, which: str) -> str:
    """One number: `year 2020:gap`, or `2020:substance:plain` without proxies."""
    name, face, *rest = which.split(":")
    found = by_year(wb, None if rest else CASE).get(name)
    return warmth(getattr(found, face) if found else None)


def acts(wb: Workbench, _: str) -> str:
    events, told, _ = parts(wb)
    weights = {e: w for one in by_year(wb, CASE).values() for e, w in zip(one.events, one.weights, strict=True)}
    documents = {key: held.document.name for key, held in wb.documents().items()}
    return table(
        ("act", "face", "weight", "told by"),
        (
            (
                one.description,
                one.quad.replace("_", " "),
                f"{weights[one.id]:g}",
                ", ".join(documents[key] for key in told[one.id]),
            )
            for one in events
            if one.id in weights
        ),
    )


def undated(wb: Workbench, _: str) -> str:
    seen = relation(wb).coverage
    wanted = {*seen.undated, *seen.open_ended}
    return "\n" + "".join(f"- {event.description}\n" for event in wb.events() if event.id in wanted)


def sources(wb: Workbench, _: str) -> str:
    return table(
        ("without", "year", "displayed, substance, gap", "then"),
        (
            (name, year.period, _three(year), _three(other) if other else "no act left in that year")
            for name, year, other in alone(wb)
        ),
    )


def _three(year: Month) -> str:
    return ", ".join(warmth(value) for value in (year.displayed, year.substance, year.gap))


def turning(wb: Workbench, _: str) -> str:
    found = wb.turning_points("RUS", "TUR", case=loaded(CASE))
    if hasattr(found, "reason"):
        return f"refused: {found.reason}"
    said = ", ".join(f"{point.month} ({point.direction})" for point in found.points)
    return f"found: {said}" if said else "none: no month stands out"


def matrix(wb: Workbench, _: str) -> str:
    made = wb.issues(case=loaded(CASE))
    first = [actor for actor in made.actors if actor in ("RUS", "TUR")]

    def cell(actor: str, issue: str) -> str:
        one = made.cells.get((actor, issue))
        return (
            "not known" if one is None or one.mode is None else f"{one.low:g}–**{one.mode:g}**–{one.high:g} ({one.salience:g})"
        )

    rows = []
    for k in made.issues:
        others = (a for a in made.actors if a not in first and made.mode(a, k.id) is not None)
        told = "; ".join(f"{made.names[a]} {cell(a, k.id)}" for a in others)
        quo = "not known" if k.status_quo is None else f"{k.status_quo:g}"
        rule = f"{k.rule.kind.replace('_', ' ')}{': ' + ', '.join(k.rule.parties) if k.rule.parties else ''}"
        rows.append((f"{k.name} (`{k.id}`)", k.pole_0, k.pole_100, quo, rule, *(cell(a, k.id) for a in first), told))
    return table(("issue", "0", "100", "now", "rule", *(made.names[a] for a in first), "others"), rows)


def solved(wb: Workbench, _: str) -> str:
    found = wb.solve(loaded(CASE), draws=DRAWS)
    rows = []
    for one in found.issues:
        swing = next(iter(found.of(one.issue.id)), None)
        moves = f"{swing.input}: {swing.low:.1f} to {swing.high:.1f}" if swing else "nothing uncertain"
        rivals = found.payoffs.get(one.issue.id)
        zero = number(rivals[1]) if rivals else "the same"
        who = ", ".join(found.names[actor] for actor in one.deciders)
        rows.append((one.issue.name, number(one.mode), spread(one.drawn), who, moves, zero))
    return table(("issue", "at the modes", "median and 80 %", "decided by", "moved most by", "if payoffs are zero-sum"), rows)


def dropped(wb: Workbench, _: str) -> str:
    """Outcomes that would not be known, or move by 5 or more, without the positions that rest on one document alone."""
    found = wb.solve(loaded(CASE), draws=1).without
    far = [one for one in found if one.outcome is None or one.without is None or abs(one.outcome - one.without) >= 5]
    by_source: dict[str, list[str]] = {}
    for one in far:
        by_source.setdefault(one.source, []).append(f"{one.issue} {number(one.outcome)} → {number(one.without)}")
    return "\n" + "".join(f"- without {source}: {', '.join(said)}\n" for source, said in by_source.items())


def solvers(wb: Workbench, _: str) -> str:
    found = wb.solve(loaded(CASE), draws=1).solvers
    issues = loaded(CASE).issues
    differ = [k for k in issues if len({number(by[k.id]) for by in found.values()}) > 1]
    return table(("issue", *found), ((k.name, *(number(by[k.id]) for by in found.values())) for k in differ))


def mechanisms(wb: Workbench, _: str) -> str:
    done = {one.use.name: one for one in wb.solve(loaded(CASE), draws=1).applied}
    return table(
        ("mechanism", "asserted by", "here"),
        (
            (
                f"[{m.name}](methods/{_page(m.name)}.md)",
                "; ".join(f"“{e.text}” ({e.document})" for e in m.evidence),
                "acts" if done[m.name].acted else str(done[m.name].reason),
            )
            for m in loaded(CASE).mechanisms
        ),
    )


def _page(name: str) -> str:
    return {"exchange": "exchange-mechanism", "balance": "balance-ceiling"}.get(name, name)


def alignment(wb: Workbench, _: str) -> str:
    found = wb.alignment("RUS", "TUR", loaded(CASE))
    whole = f"{found.value:.2f} [{found.low:.2f}, {found.high:.2f}] over {found.n_shared} issues"
    return f"{whole}; by arena " + ", ".join(f"{name} {one.value:.2f} ({one.n_shared})" for name, one in found.arenas.items())


def whatif(wb: Workbench, which: str) -> str:
    """What a scenario changes: outcomes and relations by 0.1 and 0.005 or more; what the two get in any case."""
    diff = wb.whatif(HERE / "whatif" / f"{which}.toml", loaded(CASE), draws=DRAWS).diff
    drawn = {f"outcome:{a.issue}": (a, b) for a, b in diff.sampled}
    rows = []
    for one in diff.changes:
        kind, name, *_rest = one.name.split(":")
        if kind in ("gain", "low", "high"):
            continue
        digits, words = (1, f"{loaded(CASE).issue(name).name} (`{name}`)") if kind == "outcome" else (3, one.words)
        least = 0.0 if one.name in ("utility:RUS", "utility:TUR") else 0.1 if kind == "outcome" else 0.005
        if one.amount is None or abs(one.amount) >= least:
            before, after = ("not known" if v is None else signed(f"{v:.{digits}f}") for v in (one.before, one.after))
            over = " → ".join(spread(each) for each in drawn[one.name]) if one.name in drawn else ""
            rows.append((words, before, after, over, because(one), ", ".join(carrier.mechanism for carrier in one.carriers)))
    still = [unlined(str(patch)) for patch in diff.unmoved]
    note = f"\nMoves nothing: {'; '.join(still)}.\n" if still else ""
    return table(("what", "before", "after", "median and 80 %", "because of", "carried by"), rows) + note


def because(change: Change) -> str:
    said = (
        f"{unlined(str(one.patch))} ({'new' if one.amount is None else signed(f'{one.amount:+.2g}')})" for one in change.causes
    )
    return "; ".join(said)


def signed(number: str) -> str:
    return number.replace("-", "−")


def unlined(patch: str) -> str:
    return re.sub(r" \(line \d+\)$", "", patch)


def theses(wb: Workbench, _: str) -> str:
    found = wb.hypotheses(loaded(CASE))
    weight = found.matrix.inconsistency()
    return table(
        ("rank", "thesis", "held by", "against it", "for it", "silent"),
        (
            (
                str(rank),
                f"**{one.id}.** {one.text}",
                one.holder or "nobody",
                f"{weight[one.id]:g}",
                str(found.counts(one.id)["consistent"]),
                str(found.counts(one.id)["neutral"]),
            )
            for rank, one in found.ranked
        ),
    )


def evidence(wb: Workbench, _: str) -> str:
    """Only the rows that tell theses apart fully: consistent with one, inconsistent with another."""
    found = wb.hypotheses(loaded(CASE))
    sign = {"consistent": "+", "inconsistent": "**−**", "neutral": "·"}
    lines = [line for line in found.lines if line.diagnosticity == 1.0]
    ids = [one.id for one in found.matrix.theses]
    return table(("act", *ids), ((line.event.description, *(sign[cell.reading] for cell in line.cells)) for line in lines))


def least(wb: Workbench, _: str) -> str:
    return " and ".join(f"{one.id}" for rank, one in wb.hypotheses(loaded(CASE)).ranked if rank == 1)


def sensitive(wb: Workbench, _: str) -> str:
    found = wb.hypotheses(loaded(CASE))
    described = {line.event.id: line.event.description for line in found.matrix.rows}
    names = {**found.names, **described}
    lines = []
    for one in found.matrix.sensitivity():
        order = ", ".join(" = ".join(group) for group in one.ranking)
        lines.append(
            f"- without {'the act' if one.kind == 'event' else 'all that rests on'} {names[one.name]} alone: {order}\n"
        )
    return "\n" + ("".join(dict.fromkeys(lines)) or "- nothing by itself changes the order\n")


def indicators(wb: Workbench, _: str) -> str:
    found = [one for one in wb.watch(loaded(CASE)) if one.speaks == "against" and not one.sighting.seen]
    return "\n" + (
        "".join(f"- against {one.thesis}: {one.sighting.indicator.pattern}\n" for one in found) or "- every one is seen\n"
    )


FIGURES: dict[str, Figure] = {
    one.__name__: one
    for one in (
        *(draws, counts, years, year, acts, undated, sources, turning, matrix, solved, dropped, solvers, mechanisms, alignment),
        *(whatif, theses, evidence, least, sensitive, indicators),
    )
}


def filled(text: str, wb: Workbench) -> str:
    """The page with every figure written anew."""
    return MARK.sub(lambda m: f"{m[1]}{FIGURES[m[2]](wb, m[3] or '')}{m[5]}", text)


def main(*arguments: str) -> int:
    paths = [one for one in arguments if one != "--check"]
    with tempfile.TemporaryDirectory() as folder, detente.open(paths[0] if paths else f"{folder}/rt.detente") as wb:
        wb.read(HERE / "articles")
        old = PAGE.read_text("utf-8")
        new = filled(old, wb)
    if "--check" not in arguments:
        PAGE.write_text(new, "utf-8")
    print("up to date" if new == old else "out of date" if "--check" in arguments else "written")
    return int(new != old and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
