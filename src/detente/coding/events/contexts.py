"""What an act is about and by which means: PLOVER's contexts, and its mode where the frame gives none.

Both are read from the words of the act's own clause (trigger, subject, objects and what modifies them), never from the clauses
beside or below it, by the tables of cues `contexts.csv` and `modes.csv`. A mode of force is read from the trigger, from who or
what strikes and with what, not from what is struck: a raid on a drone factory is not one by drones.
"""

from __future__ import annotations

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.cast import Cast
from detente.coding.events.acts import Act
from detente.coding.lexicon import cues, mode_cues
from detente.reference import plover

_PHRASAL = frozenset(
    "nsubj nsubjpass dobj obj iobj dative oprd attr prep agent pobj amod compound nmod poss conj appos prt nummod npadvmod".split()
)
_OWN_NOUN = frozenset("prep pobj amod compound nmod poss conj npadvmod agent".split())
_SECTORS = {"MIL": "military", "SPY": "intelligence", "LEG": "legislative", "JUD": "legal"}
_MOST = 40
"""Most words of a clause that are looked at."""


def contexts(cast: Cast, act: Act) -> tuple[str, ...]:
    """Contexts of an act, in the order of the manual."""
    words = _words(_clause(act))
    found = {context for word in words for context in cues().get(word, ())}
    sectors = (cast.actors[i].sector for i in (*act.sides.source, *act.sides.target) if i in cast.actors)
    found |= {_SECTORS[s] for s in sectors if s in _SECTORS}
    return tuple(c for c in plover.CONTEXTS if c in found)


def mode(act: Act, type_: str) -> str | None:
    """The mode that the clause tells for a type, the first of the table that fits; None where none does."""
    rows = mode_cues().get(type_, ())
    if not rows:
        return None
    clause, means = _words(_clause(act)), _words(_means(act))
    return next((row.mode for row in rows if row.cues & (means if row.of_means else clause)), None)


def _clause(act: Act) -> list[Token]:
    """The trigger with the phrases that hang on it; of a noun also the verb it is the object or subject of."""
    found = _below(act.trigger, _PHRASAL)
    if act.trigger.pos_ == "NOUN":
        found += [c for c in act.trigger.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    for clause in act.trigger.children:  # "urged Peru to release the crew": what is asked is part of the asking
        if clause.dep_ in ("xcomp", "pcomp") and act.frame.plover in ("REQUEST", "REJECT", "THREATEN", "AGREE"):
            found += _below(clause, _PHRASAL)
    return found[:_MOST]


def _below(head: Token, kinds: frozenset[str]) -> list[Token]:
    found = [head]
    for token in found:
        joined = (c for c in token.children if c.dep_ in kinds and not (c.dep_ == "conj" and c.pos_ in ("VERB", "AUX")))
        found += joined
        if len(found) > _MOST:
            break
    return found


def _means(act: Act) -> list[Token]:
    """Who or what does it, and with what."""
    trigger = act.trigger
    doers = syntax.agents(trigger) if syntax.is_passive(trigger) else syntax.subjects(trigger)
    found = [trigger, *(doers if trigger.pos_ == "VERB" else [])]
    found += [c for t in tuple(found) for c in t.children if c.dep_ in ("compound", "amod", "prt") and c.i != trigger.i]
    found += syntax.prepositional(trigger, ("with", "by", "using"))
    found += [p for o in syntax.objects(trigger) for p in syntax.prepositional(o, ("with",))]  # wherever it hangs
    if act.frame.object is not None:
        found += [t for o in syntax.objects(trigger) for t in (o, *syntax.prepositional(o, ("of",)), *_modifiers(o))]
    return found


def _modifiers(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.dep_ in ("compound", "amod")]


def _words(tokens: list[Token]) -> frozenset[str]:
    """Lemmas, and every two that stand side by side joined by `_`; names of persons and lands say nothing of the matter."""
    at = {t.i: t.lemma_.lower() for t in tokens if t.ent_type_ not in ("PERSON", "GPE")}
    pairs = {f"{at[i]}_{at[i + 1]}" for i in at if i + 1 in at}
    hyphened = {
        f"{at[i]}-{t.doc[i + 2].lower_}" for t in tokens if (i := t.i) in at and i + 2 < len(t.doc) and t.doc[i + 1].text == "-"
    }
    return frozenset(at.values()) | {t.lower_ for t in tokens if t.i in at} | pairs | hyphened


__all__ = ["contexts", "mode"]
