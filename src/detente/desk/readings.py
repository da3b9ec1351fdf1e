"""Which reading the events bear out: rival theses, the numbers behind, what would change it, and what articles cannot tell."""

from __future__ import annotations

from collections.abc import Iterator

from detente.desk import wording
from detente.desk.case_views import ActRow, ReadingView, ReadView, ThesisView, WatchRow
from detente.desk.citations import Citations, Citing
from detente.desk.timeline import Timeline
from detente.desk.views import Limit, Link, Statement
from detente.measures.alignment import Alignment
from detente.strategy.hypotheses import Line, Sensitive
from detente.strategy.patterns import Pattern
from detente.workbench.competing import Hypotheses
from detente.workbench.dossier import Dossier
from detente.workbench.relation import Relation

_SIGNS = {"consistent": ("+", "expected"), "inconsistent": ("−", "excluded"), "neutral": ("·", "says nothing")}


def reading(dossier: Dossier, relation: Relation, acts: Timeline, citations: Citations) -> ReadingView | None:
    """The section; None for a case without rival theses."""
    found = dossier.hypotheses
    if found is None:
        return None
    lines = [line for line in found.lines if line.diagnosticity > 0]
    return ReadingView(
        answer=_answer(found),
        theses=tuple(_theses(found, dossier)),
        ids=tuple(thesis.id for _, thesis in found.ranked),
        acts=tuple(_act(line, found, acts, citations) for line in lines),
        alike=len(found.lines) - len(lines),
        numbers=tuple(_numbers(found, dossier, relation)),
        change=tuple(_change(found, acts, citations)),
        watch=tuple(_watch(dossier)),
        cannot=tuple(_cannot(dossier, relation)),
    )


def _answer(found: Hypotheses) -> Statement:
    first = [thesis for rank, thesis in found.ranked if rank == 1]
    least = round(found.matrix.inconsistency()[first[0].id])
    acts = wording.count(len(found.matrix.rows), "act")
    speak = f"{least} speak{'s' if least == 1 else ''}" if least else "none speaks"
    each = " each" if len(first) > 1 else ""
    names = wording.listed([f"{one.id} ({one.text.rstrip('.')})" for one in first])
    fewest = "the fewest" if len(first) < len(found.matrix.theses) else "as against all"
    text = f"Of {acts} that bear on the rival readings {speak} against {names}{each}: {fewest}."
    return Statement(text, (Link("this does not make it true", "reading-cannot"),))


def _theses(found: Hypotheses, dossier: Dossier) -> Iterator[ThesisView]:
    inconsistency = found.matrix.inconsistency()
    for number, (rank, thesis) in enumerate(found.ranked, start=1):
        n = found.counts(thesis.id)
        unseen = tuple(_pattern(one, dossier) for one in found.matrix.unseen.get(thesis.id, ()))
        holder = found.holders.get(thesis.id)
        against = round(inconsistency[thesis.id])
        yield ThesisView(
            f"thesis-{number}", rank, thesis.id, thesis.text, holder, against, n["consistent"], n["neutral"], unseen
        )


def _act(line: Line, found: Hypotheses, acts: Timeline, citations: Citations) -> ActRow:
    view = acts.by_id.get(line.event.id)
    link = Link(f"{view.who}: {view.what}" if view else line.event.description, view.anchor if view else None)
    by = Citing("reading", "the rival readings")
    places = [(one.document, one.span) for one in found.sentences.get(line.event.id, ())]
    by_thesis = {cell.thesis: cell for cell in line.cells}
    return ActRow(
        act=link,
        when=wording.moment(line.event.moment) if line.event.moment.known else "date not stated",
        apart=f"{line.diagnosticity:.1f}",
        cells=tuple(
            ReadView(
                thesis.id,
                *_SIGNS[by_thesis[thesis.id].reading],
                _note(by_thesis[thesis.id].overruled, by_thesis[thesis.id].note),
            )
            for _, thesis in found.ranked
        ),
        cites=citations.cites(places[:2], by),
    )


def _note(overruled: bool, note: str | None) -> str | None:
    return (note or "overruled by the analyst") if overruled else None


def _numbers(found: Hypotheses, dossier: Dossier, relation: Relation) -> Iterator[Statement]:
    for rank, thesis in found.ranked:
        if rank == 1:
            excluded = [_pattern(one, dossier) for one in thesis.excludes]
            said = f"excludes {wording.listed(excluded)}" if excluded else "excludes nothing, so that it cannot lose"
            yield Statement(f"{thesis.id} {said}.")
    year = next((one for one in reversed(relation.years) if one.gap is not None), None)
    if year is None:
        yield Statement("The gap between words and deeds is not known in any year.", (Link("by year", "curves"),))
    else:
        low, high = wording.signed(year.gap_low), wording.signed(year.gap_high)
        yield Statement(
            f"Words less deeds: {wording.signed(year.gap)} in {year.period}, the last year in which both are known "
            f"(80 % interval {low} to {high}; scale −2 to +2).",
            (Link("by year", "curves"),),
        )
    yield Statement(_aligned(dossier.alignment), (Link("issue by issue", "issues"),))
    known = [(arena, one.value) for arena, one in dossier.alignment.arenas.items() if one.value is not None]
    if len(known) > 1:
        ordered = sorted(known, key=lambda pair: pair[1])
        ends = f"Nearest in {ordered[-1][0]} ({ordered[-1][1]:.2f}), farthest apart in {ordered[0][0]} ({ordered[0][1]:.2f})."
        yield Statement(ends, (Link("who wants what", "issues"),))
    yield Statement(f"The arrow: {relation.trend.direction}.", (Link("why", "bottom-line"),))


def _aligned(near: Alignment) -> str:
    if near.value is None or near.low is None or near.high is None:
        return "How near their positions lie is not known: no issue has both."
    shared = wording.count(near.n_shared, "issue")
    text = f"Alignment of their positions: {near.value:.2f} of 1 on {shared} (80 % interval {near.low:.2f} to {near.high:.2f})"
    if near.n_missing and near.least is not None and near.most is not None:
        text += f"; with the {near.n_missing} not reported it lies between {near.least:.2f} and {near.most:.2f}"
    return f"{text}. The positions are the case’s."


def _change(found: Hypotheses, acts: Timeline, citations: Citations) -> Iterator[Limit]:
    """What the order hangs on, one line to each order that it would be."""
    orders = dict[tuple[tuple[str, ...], ...], list[Sensitive]]()
    for one in found.matrix.sensitivity():
        orders.setdefault(one.ranking, []).append(one)
    if not orders:
        yield Limit("No single act and no single article changes the order.")
    for ranking, ones in orders.items():
        order = ", then ".join(wording.listed(group) for group in ranking)
        yield Limit(f"The order would be {order}, without any one of", tuple(_named(one, acts, citations) for one in ones))


def _named(one: Sensitive, acts: Timeline, citations: Citations) -> Link:
    if one.kind == "event":
        return acts.short(one.name) if one.name in acts.by_id else Link(f"act {one.name[:8]}")
    number = citations.numbers.get(one.name)
    return Link(f"article {number}" if number else "an article", f"source-{number}" if number else None)


def _watch(dossier: Dossier) -> Iterator[WatchRow]:
    for one in dossier.watched:
        sighting = one.sighting
        times = {1: "once", 2: "twice"}.get(len(sighting.events), f"{len(sighting.events)} times")
        first = f", first by {wording.day(sighting.first)}" if sighting.first else ""
        doubt = f"; {wording.count(len(sighting.possible), 'act')} may be it" if sighting.possible and not sighting.seen else ""
        became = f"seen {times}{first}" if sighting.seen else f"not seen so far{doubt}"
        yield WatchRow(one.thesis, one.speaks, _pattern(sighting.indicator.pattern, dossier), became, sighting.seen)


def _pattern(pattern: Pattern, dossier: Dossier) -> str:
    """A kind of act in words."""
    types = " or ".join(one.lower() for one in pattern.types) or "any act"
    names = [dossier.solution.names.get(one, one) for one in pattern.dyad or ()]
    sides = (
        (f" by {names[0]} towards {names[1]}" if pattern.directed else f" between {names[0]} and {names[1]}") if names else ""
    )
    days = (f" since {wording.day(pattern.since)}" if pattern.since else "") + (
        f" until {wording.day(pattern.until)}" if pattern.until else ""
    )
    return f"{types}{sides}{days}" + (f" ({pattern.note})" if pattern.note else "")


def _cannot(dossier: Dossier, relation: Relation) -> Iterator[Limit]:
    cover, matrix = relation.coverage, dossier.matrix
    yield Limit(
        "Why they act as they do. A thesis with little against it may still be wrong, and one that nobody wrote down may be right."
    )
    if cover.empty_months:
        yield Limit(f"What happened in {len(cover.empty_months)} of {cover.n_months} months: no article tells of any act.")
    if cover.single_source:
        counted = wording.count(len(cover.counted), "counted act")
        yield Limit(f"Whether {len(cover.single_source)} of {counted} took place as told: one article alone tells each.")
    doubtful = dossier.hypotheses.matrix.doubtful if dossier.hypotheses else ()
    if doubtful:
        more = wording.count(len(doubtful), "more act")
        yield Limit(
            f"Whether {more} bear{'s' if len(doubtful) == 1 else ''} on the theses: the days are not known well enough."
        )
    if matrix.n_unknown:
        yield Limit(
            f"Where the actors stand in {matrix.n_unknown} of {len(matrix.actors) * len(matrix.issues)} cells of the matrix."
        )
    yield Limit("How much each actor weighs: influence, ties and trust are the analyst’s numbers, and no article gives them.")
