"""What an instance of an issue is about: places, a state, a pair of states, a people, a group, a leader or an object."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.cast import Cast, Naming
from detente.coding.positions.contents import Content
from detente.coding.positions.holders import SPEAKING
from detente.coding.positions.topics import is_people
from detente.records import Actor
from detente.reference.countries import countries
from detente.reference.issues import About

_SPARE = frozenset(
    "northern southern eastern western north south east west central upper lower the region area city town".split()
)
_GOVERNED = ("on", "against", "with", "to", "from", "for", "of", "out", "in", "at", "near", "into", "off", "over")
_GROUND = frozenset("country island region area territory peninsula city province land strip".split())
_NUMBERED = re.compile(r"[A-Za-z]{1,4}-?\d{1,4}[A-Za-z]{0,2}s?")
_WEAPONS = frozenset(
    "missile system launcher rocket jet drone tank submarine frigate fighter aircraft helicopter warplane weapon".split()
)


class Named(NamedTuple):
    """Key and words of what an instance is about; both None where not known."""

    key: str | None = None
    name: str | None = None


def about(cast: Cast, wanted: About, content: Content, holder: str, others: Sequence[str], word: Token | None = None) -> Named:
    """What the instance is about, looked for in the phrase, then in the rest of the sentence where that is safe.

    Args:
        cast: who is on stage.
        wanted: what kind of thing.
        content: the phrase.
        holder: whose side it is.
        others: who takes the side together with the holder.
        word: what governs the phrase, whose own "on A", "with A" is looked at too.
    """
    mine = cast.country(holder) or holder
    if wanted == "object":
        return _object(content)
    if wanted == "party" and (party := _party(cast, content)).key:
        return party
    if wanted == "group":
        return _group(cast, content, mine)
    governed = [p for v in (word, *content.chain) if v is not None for p in syntax.prepositional(v, _GOVERNED)]
    near = list(_namings(cast, (*content.words, *governed), mine))
    if wanted == "leader":
        return next(filter(lambda n: n.key, (_leader(cast, one) for one in near)), Named())
    if wanted == "pair":
        return _pair(cast, near, mine, others)
    if wanted == "people":
        if (people := _people(cast, content)).key:
            return people
        near = [one for one in near if not _left(cast, one)]
    if wanted == "place":
        near = [one for one in near if one.sense == "place" or not cast.countries(one.actors) & {*others}]
        near.sort(key=lambda one: (one.kind != "name", one.sense != "place"))
    if not near and wanted != "state":
        near = [one for one in _namings(cast, _around(content.thing), mine) if one.sense == "place"][:1]
    if not near:
        return Named()
    return named(cast, near[0])


def _left(cast: Cast, one: Naming) -> bool:
    """What somebody wants to be free *from*."""
    head = cast.parsed.doc[one.head].head
    return head.lower_ == "from"


def named(cast: Cast, one: Naming) -> Named:
    """Key and words of a mention: a place by its own name, anybody of a state by the state."""
    words = cast.parsed.doc[one.start : one.end].text.removeprefix("the ").removeprefix("The ")
    state = next(filter(None, (cast.country(a) for a in one.actors)), None)
    if one.sense == "place" and one.place and not (state and _is_state(state, one.place, words)):
        plain = " ".join(w for w in one.place.split() if w.casefold() not in _SPARE) or one.place
        return Named(plain.casefold(), spoken(plain))
    if state:
        return Named(state, _state_name(state))
    known = cast.actors.get(one.actors[0]) if one.actors else None
    return Named(known.id, known.name) if known is not None else Named()


def _namings(cast: Cast, tokens: Iterable[Token], mine: str) -> Iterator[Naming]:
    """Mentions of others than the holder and its own."""
    seen = set[tuple[int, int]]()
    for token in tokens:
        one = cast.at(token)
        if one is None or (one.start, one.end) in seen or one.kind == "pronoun":
            continue
        seen.add((one.start, one.end))
        if not any((cast.country(a) or a) == mine for a in one.actors) and (one.actors or one.place):
            yield one


def _outwards(thing: Token) -> Iterator[Token]:
    """The sentence, from the thing outwards."""
    return iter(sorted(thing.sent, key=lambda t: abs(t.i - thing.i)))


def _around(thing: Token) -> Iterator[Token]:
    """Where a place may stand that the clause is about: in a phrase that its verbs govern, or before "the country", "the island"."""
    above = {thing.i, *(a.i for a in thing.ancestors)}
    yield from (t for t in _outwards(thing) if t.dep_ == "pobj" and t.head.head.i in above)
    if thing.lemma_.lower() in _GROUND and any(c.lower_ in ("the", "this", "that") for c in thing.children):
        yield from (t for t in _outwards(thing) if t.i < thing.i)


def _is_state(state: str, place: str, words: str) -> bool:
    known = countries().get(state)
    return known is not None and (place in (state, known.name) or known.name.casefold() in words.casefold())


def _state_name(state: str) -> str:
    known = countries().get(state)
    return spoken(known.name) if known else state


_ARTICLE = re.compile(
    r"^(?:United|Soviet|Central African|Czech Rep|Dominican Rep|Marshall|Solomon)\b|\b(?:Sea|Gulf|Ocean|Strait|Islands|Emirates|Peninsula)$"
)
_WITH_ARTICLE = frozenset("Philippines Netherlands Maldives Gambia Bahamas Comoros Seychelles Balkans Caucasus".split())


def spoken(name: str) -> str:
    """A name as it stands inside a sentence: "the Netherlands", "the Black Sea"."""
    return f"the {name}" if _ARTICLE.search(name) or name in _WITH_ARTICLE else name


def _leader(cast: Cast, one: Naming) -> Named:
    for actor in one.actors:
        known = cast.actors.get(actor)
        if known is not None and known.country and (known.kind == "leader" or known.sector == "GOV"):
            name = known.name if known.kind in ("leader", "person") else f"the government of {_state_name(known.country)}"
            return Named(known.country, name)
    return Named()


def _pair(cast: Cast, near: Sequence[Naming], mine: str, others: Sequence[str]) -> Named:
    """The holder and whom it deals with: a state of the phrase, else the one that takes the same side in the same breath."""
    states = [s for one in near for a in one.actors if (s := cast.country(a)) and s != mine and _speaks(cast, a)]
    states = states or [o for o in others if o != mine and o in countries()]
    if not states or mine not in countries():
        return Named()
    a, b = sorted((mine, states[0]))
    return Named(f"{a}+{b}", f"{_state_name(a)} and {_state_name(b)}")


def _speaks(cast: Cast, actor: str) -> bool:
    known = cast.actors.get(actor)
    return known is not None and (known.kind in ("state", "leader") or known.sector in SPEAKING)


def _party(cast: Cast, content: Content) -> Named:
    """Somebody by his own name: "recognised Garcia as president"."""
    one = cast.at(content.thing)
    known = cast.actors.get(one.actors[0]) if one is not None and one.actors and one.sense == "actor" else None
    return Named(known.id, spoken(known.name)) if known is not None else Named()


def _group(cast: Cast, content: Content, mine: str) -> Named:
    """A group by its own name, by the people it is named after, else by the country it fights in."""
    thing = content.thing
    own = cast.headed(thing)
    for actor in own.actors if own else ():
        known = cast.actors.get(actor)
        if known is not None and _has_a_name(known):
            return Named(actor, known.name)
    for child in thing.children:
        held = cast.inside(child) if child.dep_ in ("amod", "compound", "nmod") else None
        known = cast.actors.get(held.actors[0]) if held is not None and held.actors else None
        if known is not None and _has_a_name(known):
            return Named(known.id, known.name)
        if held is not None and any(a in cast.actors and cast.actors[a].kind == "people" for a in held.actors):
            return Named(held.actors[0], f"the {child.text} armed groups")
    for one in ([own] if own else []) + list(_namings(cast, (*content.words, *_outwards(thing)), mine)):
        state = next(filter(None, (cast.country(a) for a in one.actors)), None)
        if state and state != mine and (one is own or one.sense == "place" or _before(one, thing)):
            return Named(state, f"the armed groups of {_state_name(state)}")
    return Named()


def _has_a_name(actor: Actor) -> bool:
    """Whether it is one armed group, and not "the rebels of Peru"."""
    parts = actor.id.split(".")
    return actor.kind == "armed_group" and actor.origin == "reference" and (len(parts) > 2 or parts[0] == "REB")


def _before(one: Naming, thing: Token) -> bool:
    """Whether a mention stands in the phrase before the thing: "Peruvian rebels", "anti-Garcia militias"."""
    return thing.left_edge.i <= one.start < one.end <= thing.i + 1


def _people(cast: Cast, content: Content) -> Named:
    """A people named beside the thing or as the thing: "Kurdish statehood"."""
    for token in content.words:
        held = cast.at(token)
        if held is not None and is_people(cast, token):
            known = cast.actors.get(held.actors[0]) if held.actors else None
            return Named(known.id, f"the {known.name}") if known else Named(token.lower_, token.text)
    return Named()


def _object(content: Content) -> Named:
    """A thing by its name or its number, without them by its kind: "S-400", "the Northern Line pipeline"."""
    for token in (content.thing, *content.words):
        if _NUMBERED.fullmatch(token.text) and any(c.isdigit() for c in token.text):
            return Named(token.text.rstrip("s").casefold(), token.text.rstrip("s"))
    thing = next((t for t in content.words if t.lemma_.lower() in _WEAPONS), content.thing)
    names = [t for t in thing.lefts if t.dep_ in ("compound", "nmod", "amod") and t.text[:1].isupper()]
    doc = thing.doc
    if names and thing.sent.start < names[0].i:
        start = min(t.left_edge.i for t in names)
        while doc[start].pos_ in ("DET", "PUNCT", "PRON", "NUM") and start < thing.i:
            start += 1
        return Named("-".join(t.lower_ for t in doc[start : thing.i] if t.text[:1].isupper()), doc[start : thing.i + 1].text)
    left = [t.i for t in thing.lefts if t.dep_ in ("compound", "amod", "nmod")]
    return Named(None, f"the {doc[min([thing.i, *left]) : thing.i + 1].text.casefold()}")
