"""The text of a case file → its parts. Whatever is wrong is noted and left out, so that one look shows all of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import cast, get_args

from detente.errors import InputError
from detente.strategy.case.grounds import ground, moment, pair
from detente.strategy.case.lines import places
from detente.strategy.case.parts import CaseActor, CaseIssue, CasePosition, Model, Proxy, Tie, View
from detente.strategy.case.tables import Finding, Table
from detente.strategy.case.theses import hypotheses, mechanisms
from detente.strategy.case.whole import Case
from detente.strategy.contest import MULTILATERAL, Kind, Rule
from detente.strategy.solvers import SOLVERS

FORMAT, VERSION = "detente-case", 1


def parse(text: str, file: str = "case.toml") -> tuple[Case, list[Finding]]:
    """A case with what is wrong in the shape of its file; what the parts say of each other is not looked at.

    Raises:
        InputError: it is no TOML, or no case file of this version.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"is not TOML: {error}", at=file, mend="correct that place") from None
    except RecursionError:
        raise InputError("is nested too deeply", at=file, mend="give it in plain tables") from None
    findings = list[Finding]()
    top = Table(values, (), places(text.replace("\r\n", "\n")), findings, file)
    _versioned(top)
    case = Case(
        title=top.needed("title"),
        dyad=pair(top, "dyad"),
        note=top.text("note"),
        model=_model(top.table("model")),
        actors=tuple(_actors(top)),
        issues=tuple(_issues(top)),
        positions_given=tuple(_positions(top)),
        ties=tuple(_ties(top)),
        views=tuple(_views(top)),
        proxies_given=tuple(_proxies(top)),
        mechanisms=tuple(mechanisms(top)),
        hypotheses=tuple(hypotheses(top)),
        path=file,
    )
    top.close()
    return case, findings


def _versioned(top: Table) -> None:
    if top.value("format") != FORMAT:
        mend = f'write format = "{FORMAT}" and version = {VERSION} in its first lines'
        raise InputError("is not a case file", at=top.file, mend=mend)
    version = top.value("version")
    if version != VERSION:
        what = f"has the version {version!r}, and this détente reads {VERSION}"
        raise InputError(what, at=top.file, mend=f"write version = {VERSION}, or take a newer détente")


def _model(table: Table | None) -> Model:
    if table is None:
        return Model()
    base = Model()
    response, correlation = table.number("response", 0), table.number("source_correlation", 0, 1)
    draws, seed = table.count("draws", 1), table.count("seed", 0)
    found = Model(
        solver=table.choice("solver", SOLVERS) or base.solver,
        response=base.response if response is None else response,
        zero_sum=table.number("zero_sum", 0, 1),
        source_correlation=base.source_correlation if correlation is None else correlation,
        draws=base.draws if draws is None else draws,
        seed=base.seed if seed is None else seed,
        threshold=table.number("threshold", 0, 100),
    )
    table.close()
    return found


def _actors(top: Table) -> Iterator[CaseActor]:
    for one in top.tables("actor"):
        identifier = one.needed("id")
        one.name = f"actor {identifier}" if identifier else one.name
        name, influence, power = one.text("name"), one.number("influence", 0), one.number("power", 0)
        yield CaseActor(identifier, name, influence, one.number("authority", 0, 1), power, **ground(one))


def _issues(top: Table) -> Iterator[CaseIssue]:
    for one in top.tables("issue"):
        identifier = one.needed("id")
        one.name = f"issue {identifier}" if identifier else one.name
        name, low, high = one.needed("name"), one.needed("pole_0"), one.needed("pole_100")
        arena, quo, kind, about = one.text("arena"), one.number("status_quo", 0, 100), one.text("kind"), one.words("about")
        rule, sanctions, powers = _rule(one), one.numbers("sanctions"), one.numbers("powers")
        yield CaseIssue(
            identifier, name, low, high, arena, quo, rule, sanctions, powers, kind, about, **ground(one, free=False)
        )


def _rule(table: Table) -> Rule:
    kind, parties = table.choice("rule", get_args(Kind)), table.words("parties")
    try:
        return Rule(cast("Kind", kind or "multilateral"), parties)
    except InputError as error:
        table.fault("parties" if parties else "rule", error.what, error.mend or "correct the rule")
        return MULTILATERAL


def _positions(top: Table) -> Iterator[CasePosition]:
    for one in top.tables("position"):
        actor, issue = one.needed("actor"), one.needed("issue")
        one.name = f"position of {actor} on {issue}"
        low, mode, high = _three(one)
        salience, influence = one.number("salience", 0, 100), one.number("influence", 0)
        yield CasePosition(actor, issue, low, mode, high, salience, influence, moment(one), **ground(one, free=False))


def _three(table: Table) -> tuple[float, float, float] | tuple[None, None, None]:
    keys = ("low", "mode", "high")
    low, mode, high = (table.number(key, 0, 100) for key in keys)
    given = [key for key in keys if key in table.values]
    if given and len(given) < 3:
        missing = next(key for key in keys if key not in given)
        table.fault(given[0], f"has {' and '.join(given)} and no {missing}", "give low, mode and high, or none of the three")
    elif low is not None and mode is not None and high is not None:
        if low <= mode <= high:
            return low, mode, high
        down = low > mode > high
        what = f"low {low:g}, mode {mode:g}, high {high:g}"
        table.fault(
            "low" if down else "mode",
            f"{what} run downwards" if down else what,
            "are the poles reversed? give low ≤ mode ≤ high" if down else "give low ≤ mode ≤ high",
        )
    return None, None, None


def _ties(top: Table) -> Iterator[Tie]:
    for one in top.tables("tie"):
        if "between" not in one.values:
            one.fault(None, "has no between", 'write between = ["RUS", "TUR"]')
        two = pair(one, "between")
        one.name = f"tie of {' and '.join(two)}" if two else one.name
        value, proximity, rests = one.number("value", -1, 1), one.number("proximity", 0, 1), ground(one)
        if two:
            yield Tie(min(two), max(two), value, proximity, **rests)


def _views(top: Table) -> Iterator[View]:
    for one in top.tables("view"):
        holder, of = one.needed("holder"), one.needed("of")
        one.name = f"view of {of} by {holder}"
        trust, aggression, threat = one.number("trust", -1, 1), one.number("aggression", 0, 1), one.number("threat", 0, 1)
        yield View(holder, of, trust, aggression, threat, **ground(one))


def _proxies(top: Table) -> Iterator[Proxy]:
    for one in top.tables("proxy"):
        actor, patron = one.needed("actor"), one.needed("patron")
        one.name = f"proxy {actor}"
        if "weight" not in one.values:
            one.fault(None, "has no weight", "give π, from 0 to 1")
        weight, rests = one.number("weight", 0, 1), ground(one)
        if weight is not None:
            yield Proxy(actor, patron, weight, **rests)
