"""Who an agreement is between: by its own phrase, by the verb that acts on it, by what is traded, or by those who just agreed."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.agreements.vocabulary import TRADE, is_definite, is_work
from detente.coding.cast import Cast
from detente.coding.roles import side
from detente.records import Report

_NEAR, _NEXT = 600, 250  # characters back to the act of agreeing that a noun may point to, with and without a subject
_OFFICIALS = frozenset("minister official government president leader negotiator delegation envoy".split())
_ROUTE = ("from", "via", "through", "to")


def parties(cast: Cast, noun: Token, verb: Token | None) -> tuple[str, ...]:
    """Ids of the parties as the sentence tells them, nearest ground first; the grounds end where two states are known."""
    own = side(cast, [c for c in noun.children if c.dep_ == "poss"], owners=False)
    around = side(cast, syntax.prepositional(noun, ("between", "with", "among", "by")), owners=False)
    ids = [*own.ids, *around.ids]
    ids += [i for i in cast.nation(noun) if i not in ids]
    if verb is not None and len(cast.countries(ids)) < 2:
        doers = [t for t in _doers(verb) if t.i != noun.i]
        ids += side(cast, doers, owners=False).ids
        ids += [i for t in doers if not cast.of(t) for i in _served(cast, t)]
        ids += side(cast, syntax.prepositional(verb, ("with", "between", "from")), owners=False).ids
    if len(cast.countries(ids)) < 2:
        root = verb if verb is not None else noun
        trades = [t for t in root.subtree if t.lemma_ in TRADE and t.i > noun.i]
        inside = [t for c in trades for t in (*syntax.prepositional(c, ("from", "to", "with")), *_of_goods(c))]
        ids += side(cast, inside, owners=False).ids
    if is_work(noun) and len(cast.countries(ids)) < 2:
        for token in _route(noun, verb):
            held = cast.at(token)
            ids += list(held.actors) if held is not None else []
    return tuple(dict.fromkeys(ids))


def states(cast: Cast, ids: Sequence[str]) -> tuple[str, ...]:
    """Parties to an agreement are states, whoever signs for them; an actor of no state stands for itself."""
    return tuple(sorted({_state(cast, i) for i in ids}))


def _state(cast: Cast, identifier: str) -> str:
    country = cast.country(identifier)
    actor = cast.actors[identifier]
    return country if country and actor.kind not in ("armed_group", "people", "party", "firm") else identifier


def just_agreed(cast: Cast, noun: Token, subject: tuple[str, ...], reports: Sequence[Report]) -> Report | None:
    """ "The agreement …" after "they met and agreed …": the act of those who have just met or agreed."""
    if not is_definite(noun, ("the", "this", "that")):
        return None
    at = cast.parsed.span(noun).start
    near = [
        r for r in reports if r.plover in ("AGREE", "CONSULT") and 0 < at - r.trigger.start < _NEAR and r.modality == "actual"
    ]
    for report in sorted(near, key=lambda r: (r.sentence, r.plover == "AGREE"), reverse=True):
        told = cast.parsed.document.at(report.sentence).casefold()
        if not (any(w in told for w in subject) if subject else at - report.trigger.start < _NEXT):
            continue
        if len(cast.countries([*report.source, *report.target])) >= 2:
            return report
    return None


def _doers(verb: Token) -> list[Token]:
    return syntax.agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb)


def _served(cast: Cast, official: Token) -> tuple[str, ...]:
    """ "their energy ministers", "Turkish and Russian officials": the states they serve."""
    if official.lemma_.lower() not in _OFFICIALS:
        return ()
    found = list(cast.nation(official))
    for child in official.children:
        if child.dep_ == "amod":
            for other in syntax.coordinated(child)[1:]:
                held = cast.inside(other)
                found += held.actors if held is not None else ()
    return tuple(dict.fromkeys(found))


def _of_goods(trade: Token) -> list[Token]:
    return [p for o in syntax.objects(trade) for p in syntax.prepositional(o, ("from", "to"))]


def _route(noun: Token, verb: Token | None) -> list[Token]:
    """Where a line runs, also where the parser hangs the later stretches on the verb."""
    found = syntax.prepositional(noun, _ROUTE)
    if found and verb is not None:
        found += [p for p in syntax.prepositional(verb, _ROUTE) if p.i > noun.i]
    return found
