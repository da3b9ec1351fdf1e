"""In which land things happen: whose "the regime" and "the rebels" are where no phrase says it."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.cast import Cast

_RECENT = 120
"""Tokens within which "government forces" may be those of a government named before."""
_TWICE, _OFTEN = 2, 3
"""How often a land, and how often its towns, must be named for it to stand out."""


def of_subject(cast: Cast, token: Token) -> str | None:
    """State of the nearest subject before the noun, in its sentence: "the president sent it to parliament"."""
    for other in reversed(token.doc[token.sent.start : token.i]):
        if other.dep_ in syntax.SUBJECT:
            held = cast.headed(other)
            if held is not None and held.sense == "actor":
                return cast.country(held.actors[0])
    return None


def where(cast: Cast, token: Token) -> str | None:
    """The one state in which the sentence's places lie."""
    states = {i for n in cast.namings if n.sense == "place" and token.sent.start <= n.start < token.sent.end for i in n.actors}
    return next(iter(states)) if len(states) == 1 else None


def ruled(cast: Cast, token: Token) -> str | None:
    """The state of "the regime" or "government forces": where the sentence lies, else the land or government told of before."""
    return where(cast, token) or _land(cast, token) or _governed_before(cast, token) or _battleground(cast, token)


def theatre(cast: Cast, token: Token) -> str | None:
    """The state that the text so far speaks of as the ground things happen on, if one stands out."""
    return _land(cast, token) or _battleground(cast, token)


def _land(cast: Cast, token: Token) -> str | None:
    """The state named as a land, not through a city where people meet, more often than any other."""
    named = Counter(
        i for n in cast.namings if n.sense == "place" and n.start < token.i for i in n.actors if n.place == cast.actors[i].name
    )
    top = named.most_common(2)
    if not top or top[0][1] < _TWICE or (len(top) > 1 and top[1][1] == top[0][1]):
        return None
    return top[0][0]


def _governed_before(cast: Cast, token: Token) -> str | None:
    """The state whose government was named last, not long before: "two Peruvian government jets … government aircraft"."""
    own = of_subject(cast, token)
    for other in reversed(token.doc[max(0, token.i - _RECENT) : token.i]):
        if other.lower_ in ("government", "regime"):
            phrase = (other, other.head) if other.dep_ == "compound" else (other,)
            states = {cast.country(i) for t in phrase for i in cast.nation(t)} - {None, own}
            if len(states) == 1:
                return states.pop()
    return None


def _battleground(cast: Cast, token: Token) -> str | None:
    """The state in which most of the towns and provinces lie that the text so far names, capitals left out."""
    named = Counter(i for n in cast.namings if n.sense == "place" and n.kind == "name" and n.start < token.i for i in n.actors)
    top = named.most_common(2)
    if not top or top[0][1] < _OFTEN or (len(top) > 1 and top[1][1] * 2 > top[0][1]):
        return None
    return top[0][0]
