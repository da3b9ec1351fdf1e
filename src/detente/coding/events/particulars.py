"""What else a sentence says of an act: where, about which things, who says so, of which type exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.cast import Cast
from detente.coding.events.acts import Act
from detente.coding.roles import side
from detente.records import Quote, Span

_QUARREL = frozenset({"clash", "fight", "battle", "spar"})


def typed(cast: Cast, act: Act) -> tuple[str, str | None, str | None]:
    """Type, CAMEO code and mode; statesmen and capitals that clash do it with words."""
    if act.lemma in _QUARREL and act.trigger.pos_ == "VERB" and any(p.lower_ == "with" for p in act.trigger.children):
        doc = cast.parsed.doc
        heads = [cast.at(doc[i]) for i in (*act.sides.source_at, *act.sides.target_at)]
        if any(h is not None and (h.kind == "metonym" or cast.actors[h.actors[0]].kind in ("leader", "person")) for h in heads):
            return "ACCUSE", "111", "disapprove"
    if act.frame.plover == "CONSULT" and _by_telephone(act.trigger):
        return "CONSULT", "041", "phone"
    return act.frame.plover, act.frame.cameo, act.frame.mode


def _by_telephone(trigger: Token) -> bool:
    """ "spoke by telephone", "a conversation over the phone", "a call of telephone"."""
    return any(
        p.lemma_.lower() in ("telephone", "phone") for p in syntax.prepositional(trigger, ("by", "over", "on", "of", "via"))
    )


def tellers(cast: Cast, act: Act, trigger: Span, quotes: Sequence[Quote]) -> tuple[str, ...] | None:
    """Who says so, outermost first: the subjects of the verbs of saying above, else the speaker of the quotation around it."""
    found: list[str] = []
    for i in reversed(act.standing.sayers):
        verb = cast.parsed.doc[i]
        for who in side(cast, syntax.agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb)).ids:
            if who not in found and not _told_to_do(verb, act):
                found.append(who)
    for quote in quotes:
        if quote.span.holds(trigger) and quote.speaker and quote.speaker not in found:
            found.append(quote.speaker)
            break
    return tuple(found) or None


def _told_to_do(verb: Token, act: Act) -> bool:
    """Whether the verb of saying is the act itself: who asks does not report his asking."""
    return verb.i == act.trigger.i


_PLACES = frozenset({"in", "at", "near", "over", "off", "along", "outside", "inside", "around", "across", "on"})


def place_of(cast: Cast, trigger: Token) -> tuple[str | None, Span | None]:
    """Where, if the trigger's own phrase says so."""
    heads = [trigger]
    if trigger.pos_ == "VERB":
        heads += syntax.objects(trigger)
    else:
        heads += syntax.prepositional(trigger, ("of",))
    for head in heads:
        for preposition in head.children:
            if preposition.dep_ != "prep" or preposition.lower_ not in _PLACES:
                continue
            for token in syntax.objects_of(preposition):
                named = _place_name(cast, token)
                if named is not None:
                    words = trigger.doc[preposition.i : max(t.i for t in token.subtree) + 1]
                    return named, cast.parsed.span(words[: min(len(words), 12)])
    return None, None


def _place_name(cast: Cast, token: Token) -> str | None:
    naming = cast.at(token)
    if naming is not None and naming.sense == "place":
        return naming.place or (cast.actors[naming.actors[0]].name if naming.actors else None)
    if token.lemma_ in ("border", "frontier"):
        beside = [cast.at(t) for t in syntax.prepositional(token, ("with", "of"))]
        owners = [*cast.nation(token), *(i for held in beside if held is not None for i in held.actors)]
        names = [cast.actors[i].name for i in dict.fromkeys(owners) if i in cast.actors]
        return "border of " + " and ".join(names) if names else None
    if token.lemma_ in ("airspace", "sky", "skies", "territory", "soil", "waters", "water"):
        owners = cast.nation(token)
        return cast.actors[owners[0]].name if owners and owners[0] in cast.actors else None
    return None


def things(act: Act) -> tuple[str, ...]:
    """Lemmas of the things the act is about, which tell two acts of one kind apart: `s-400`, `pipeline`, `tourism`."""
    found: list[str] = []
    for token in _object_words(act.trigger):
        if token.is_stop or token.is_punct or token.ent_type_ in ("GPE", "PERSON", "NORP", "DATE"):
            continue
        if token.pos_ in ("NOUN", "PROPN", "ADJ") and len(token.text) > 1:
            word = _hyphenated(token)
            if word not in found:
                found.append(word)
    return tuple(found[:8])


def _object_words(trigger: Token) -> Iterator[Token]:
    heads = syntax.objects(trigger) if trigger.pos_ == "VERB" else []
    if trigger.pos_ == "VERB" and syntax.is_passive(trigger):
        heads = syntax.subjects(trigger)
    heads = heads + syntax.prepositional(trigger, ("of", "on", "for", "about", "over"))
    for head in heads:
        for token in head.subtree:
            if abs(token.i - head.i) <= 6:
                yield token


def _hyphenated(token: Token) -> str:
    """ "S-400" as one word whichever way it was cut."""
    doc, i = token.doc, token.i
    if i + 2 < len(doc) and doc[i + 1].text == "-" and not doc[i + 1].whitespace_ and not token.whitespace_:
        return f"{token.lower_}-{doc[i + 2].lower_}"
    if i >= 2 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_:
        return f"{doc[i - 2].lower_}-{token.lower_}"
    return token.lemma_.lower()
