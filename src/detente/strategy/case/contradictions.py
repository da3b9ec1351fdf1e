"""What the parts of a case say of each other: what can't be meant is an error, what a solver will leave out is a warning."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Literal

from detente.measures.dyads import ORGANS, country
from detente.records import Moment
from detente.strategy.case.parts import CasePosition, Part
from detente.strategy.case.poles import reversed_poles, turned
from detente.strategy.case.tables import Finding
from detente.strategy.case.whole import Case

ALL_TIME = Moment(None, None, "unknown")


def contradictions(case: Case, *, sound: bool = True) -> Iterator[Finding]:
    """Everything that does not go together, in no order.

    Args:
        case: any.
        sound: False where parts of the file could not be read, so that what seems to be missing may only be misspelt.
    """
    find = _Finder(case.path)
    yield from _twice(case, find)
    if sound:
        yield from _enough(case, find)
    yield from _names(case, find)
    yield from _weights(case, find)
    yield from _poles(case, find)
    yield from _periods(case, find)
    yield from _rules(case, find)
    yield from _ties(case, find)
    yield from _proxies(case, find)


class _Finder:
    """Makes findings of one file."""

    def __init__(self, file: str) -> None:
        self.file = file

    def at(self, part: Part | None, where: str, what: str, mend: str, level: Literal["error", "warning"] = "error") -> Finding:
        """A finding about a part, or about the whole file."""
        return Finding(part.line if part else 1, where, what, mend, level, self.file)


def _twice(case: Case, find: _Finder) -> Iterator[Finding]:
    """Ids that two parts share."""
    lists: dict[str, list[tuple[str, Part]]] = {
        "actor": [(p.id, p) for p in case.actors],
        "issue": [(p.id, p) for p in case.issues],
        "mechanism": [(p.name, p) for p in case.mechanisms],
        "hypothesis": [(p.id, p) for p in case.hypotheses],
        "view": [(f"of {p.of} by {p.holder}", p) for p in case.views],
    }
    for kind, parts in lists.items():
        seen = dict[str, Part]()
        for name, part in parts:
            if name in seen:
                mend = "keep one of the two" if kind in ("mechanism", "view") else f"give each {kind} an id of its own"
                yield find.at(part, f"{kind} {name}", f"is there twice (first on line {seen[name].line})", mend)
            seen.setdefault(name, part)


def _enough(case: Case, find: _Finder) -> Iterator[Finding]:
    """Whether there is anything to solve."""
    if not case.issues:
        yield find.at(None, "", "has no issue", "write an [[issue]]")
    held = {one.actor for one in case.positions_given if one.mode is not None}
    if len(held) < 2:
        what = f"only {next(iter(held))} has a position" if held else "nobody has a position"
        yield find.at(None, "", what, "give two actors or more a [[position]]: one alone has nobody to bargain with")


def _names(case: Case, find: _Finder) -> Iterator[Finding]:
    """References to actors and issues that the case does not have."""
    actors, issues = [a.id for a in case.actors], [k.id for k in case.issues]
    named: list[tuple[Part, str, Iterable[str]]] = [
        *((p, f"position of {p.actor} on {p.issue}", (p.actor,)) for p in case.positions_given),
        *((t, f"tie of {t.a} and {t.b}", (t.a, t.b)) for t in case.ties),
        *((v, f"view of {v.of} by {v.holder}", (v.holder, v.of)) for v in case.views),
        *((k, f"issue {k.id}", (*k.rule.parties, *k.sanctions, *k.powers)) for k in case.issues),
    ]
    for part, where, ids in named:
        for one in dict.fromkeys(ids):
            if one and one not in actors:
                yield find.at(part, where, f"{one!r} is no actor of the case", _near(one, actors, f'[[actor]] id = "{one}"'))
    for part in case.positions_given:
        if part.issue and part.issue not in issues:
            where, mend = (
                f"position of {part.actor} on {part.issue}",
                _near(part.issue, issues, f'[[issue]] id = "{part.issue}"'),
            )
            yield find.at(part, where, f"{part.issue!r} is no issue of the case", mend)
    yield from _types(case, find)


def _near(name: str, known: list[str], head: str) -> str:
    near = difflib.get_close_matches(name, known, 1)
    return f"did you mean {near[0]!r}?" if near else f"write {head}"


def _types(case: Case, find: _Finder) -> Iterator[Finding]:
    """Patterns of hypotheses: event types that PLOVER does not have, and what is expected and excluded at once."""
    from detente.reference import plover

    known = list(plover.types())
    for one in case.hypotheses:
        where = f"hypothesis {one.id}"
        for pattern in (*one.expects, *one.excludes):
            for name in pattern.types:
                if name not in known:
                    near = difflib.get_close_matches(name, known, 1)
                    mend = f"did you mean {near[0]!r}?" if near else f"give one of {', '.join(known)}"
                    yield find.at(one, where, f"{name!r} is no event type of PLOVER", mend)
        if set(one.expects) & set(one.excludes):
            yield find.at(one, where, "expects and excludes the same acts", "keep the pattern in one of the two")
        if not (one.expects or one.excludes):
            what = "expects and excludes nothing, so that no event speaks for it or against it"
            yield find.at(one, where, what, "give it a pattern", "warning")
    if len(case.hypotheses) == 1:
        one = case.hypotheses[0]
        yield find.at(one, f"hypothesis {one.id}", "has no rival", "write a second [[hypothesis]]", "warning")


def _weights(case: Case, find: _Finder) -> Iterator[Finding]:
    """Issues that nobody weighs on, and actors who weigh nothing."""
    held = defaultdict[str, list[CasePosition]](list)
    for one in case.standing():
        if one.mode is not None:
            held[one.issue].append(one)
    known, influence = {k.id: k for k in case.issues}, case.influence()
    for issue, ones in sorted(held.items()):
        if len(ones) > 0 and all(p.salience == 0 for p in ones):
            mend = "give somebody a salience above 0, or leave the issue out"
            what = "salience is 0 for everybody who has a position on it, so that nothing can be weighed"
            yield find.at(known.get(issue, ones[0]), f"issue {issue}", what, mend)
        for p in ones:
            if p.salience is None:
                what = "its salience is not known, so that no solver counts it"
                yield find.at(p, f"position of {p.actor} on {issue}", what, "give a salience", "warning")
    stand = {p.actor for ones in held.values() for p in ones if p.influence is None}
    for actor in case.actors:
        if actor.id in stand and influence.get(actor.id) is None:
            what = "its influence is not known, so that no solver counts it"
            yield find.at(actor, f"actor {actor.id}", what, "give it an influence", "warning")
    if stand and influence and not any(influence.values()):
        yield find.at(case.actors[0], "", "influence is 0 for everybody", "give at least one actor an influence above 0")


def _poles(case: Case, find: _Finder) -> Iterator[Finding]:
    """Poles that are the same, or the other way round than in the catalogue or in another issue."""
    for one in case.issues:
        where = f"issue {one.id}"
        if one.pole_0 and one.pole_0.casefold() == one.pole_100.casefold():
            yield find.at(one, where, "has the same words at both poles", "say what 0 and what 100 mean")
        if reversed_poles(one):
            what = f"its poles stand the other way round than those of {one.kind} in the catalogue"
            yield find.at(one, where, what, "turn the poles and the numbers, or leave kind out")
    for a, b in combinations(case.issues, 2):
        if a.pole_0 and turned((a.pole_0, a.pole_100), (b.pole_0, b.pole_100)):
            yield find.at(b, f"issue {b.id}", f"has the poles of {a.id} the other way round", "keep one of the two")
    mine, told = ({(p.actor, p.issue): p for p in case.standing(origin=o)} for o in ("analyst", "extracted"))
    for cell in sorted(set(mine) & set(told)):
        a, b = mine[cell].mode, told[cell].mode
        if a is not None and b is not None and abs(a - b) > 50 and (a - 50) * (b - 50) < 0:
            what = f"is {a:g} by the analyst and {b:g} by the text; the analyst's counts"
            mend = "look whether the poles are reversed"
            yield find.at(mine[cell], f"position of {cell[0]} on {cell[1]}", what, mend, "warning")


def _periods(case: Case, find: _Finder) -> Iterator[Finding]:
    """Two positions of one actor on one issue, by one origin, at the same time."""
    cells = defaultdict[tuple[str, str, str], list[CasePosition]](list)
    for one in case.positions_given:
        cells[one.actor, one.issue, one.origin].append(one)
    for (actor, issue, _), ones in cells.items():
        for a, b in combinations(ones, 2):
            if not (a.moment.known and b.moment.known) or a.moment.overlaps(b.moment):
                what = f"is there twice for the same time (first on line {a.line})"
                yield find.at(b, f"position of {actor} on {issue}", what, "keep one, or give each earliest and latest")
                break


def _rules(case: Case, find: _Finder) -> Iterator[Finding]:
    """What a rule rests on."""
    held = {(p.actor, p.issue) for p in case.positions_given if p.mode is not None}
    for one in case.issues:
        where, rule = f"issue {one.id}", one.rule
        if rule.kind != "multilateral" and one.status_quo is None and any(issue == one.id for _, issue in held):
            yield find.at(one, where, f"the rule {rule.kind} needs a status quo", "give status_quo, from 0 to 100")
        for party in rule.parties:
            if (party, one.id) not in held and any(issue == one.id for _, issue in held):
                what = f"the rule {rule.kind} rests on {party}, whose position is not known"
                yield find.at(one, where, what, f"give {party} a [[position]] on it")


def _ties(case: Case, find: _Finder) -> Iterator[Finding]:
    """Two ties of one pair."""
    seen = dict[tuple[str, str], Part]()
    for one in case.ties:
        first = seen.setdefault((one.a, one.b), one)
        if first is not one:
            values = [t.value for t in case.ties if (t.a, t.b) == (one.a, one.b)]
            what = f"contradicts line {first.line} ({', '.join('not known' if v is None else f'{v:g}' for v in values)})"
            if len(set(values)) == 1:
                what = f"is there twice (first on line {first.line})"
            yield find.at(one, f"tie of {one.a} and {one.b}", what, "keep one: a tie is the same both ways")


def _proxies(case: Case, find: _Finder) -> Iterator[Finding]:
    """Proxies that can be none."""
    seen = dict[str, Part]()
    patrons = {one.patron for one in case.proxies_given}
    for one in case.proxies_given:
        where, parts = f"proxy {one.actor}", one.actor.split(".")
        if one.actor in seen:
            yield find.at(one, where, f"has two patrons (first on line {seen[one.actor].line})", "keep the weightier one")
        seen.setdefault(one.actor, one)
        if one.actor == one.patron or one.actor in patrons:
            yield find.at(one, where, "is a patron itself", "name the state that stands at the end")
        elif country(one.actor) == one.patron and len(parts) > 1 and parts[1] in ORGANS:
            yield find.at(
                one, where, f"is an organ of {one.patron}, which is the state itself", "leave it out: it counts fully"
            )
        elif country(one.patron) != one.patron:
            yield find.at(one, where, f"{one.patron} is no state", "give the state's code, such as TUR")
