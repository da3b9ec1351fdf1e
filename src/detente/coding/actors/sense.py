"""Place or government: in "flew to Moscow" a place, in "Moscow denied" those who govern.

What the syntax around a state or capital says decides: locative prepositions, verbs and nouns of movement, nouns of ground
(*border*, *airspace*), and an address after a place ("Istanbul, Turkey") make a place; everything else an actor.
"""

from __future__ import annotations

from spacy.tokens import Token

from detente.coding.cast import Cast, Naming
from detente.records import Sense
from detente.reference import gazetteer

_LOCATIVE = frozenset("via in at near inside outside within across throughout via around through over along beyond".split())
_ROUTE = frozenset({"via", "through"})
_MOTION = frozenset(
    "go travel fly head return come arrive visit move march drive sail flee send deploy dispatch ship deliver withdraw evacuate "
    "depart leave land transfer bring enter cross extradite deport smuggle pour spread stretch run lead flow export".split()
)
_TRIP = frozenset(
    "visit trip journey flight arrival return travel tour tourist pipeline route flow deployment withdrawal departure road border "
    "refugee convoy export import delivery shipment expedition way".split()
)
_GROUND = frozenset(
    "border territory region coast airspace sky soil water shore north south east west city town capital province village area side "
    "mainland countryside island peninsula street frontier airport port base half part coastline".split()
)
_SPEAKERS = frozenset(
    "official leader policymaker critic hawk anyone someone everyone nobody many figure strategist lawmaker".split()
)
_TRUST = frozenset("interest confidence trust faith belief investment stake role ambassador envoy".split())


def settle(cast: Cast) -> None:
    """Give each state or capital on stage its sense."""
    doc = cast.parsed.doc
    for naming in list(cast.namings):
        if naming.sense == "place" or len(naming.actors) != 1:
            continue
        actor = cast.actors[naming.actors[0]]
        if actor.kind != "state" and naming.place is None:
            continue
        sense = sense_of(cast, doc[naming.head], naming)
        if sense != naming.sense:
            name = naming.place or actor.name
            land = naming.actors if actor.kind == "state" else ((actor.country,) if actor.country else ())
            for state in land:
                cast.actors.setdefault(state, gazetteer().actors[state])
            cast.change(naming, sense=sense, place=name, actors=land)
        elif naming.place is not None:
            cast.change(naming, place=None)


def sense_of(cast: Cast, token: Token, naming: Naming) -> Sense:
    """Place or actor, as the words around the mention say."""
    if naming.kind == "adjective":
        return (
            "place"
            if token.dep_ in ("amod", "compound", "nmod") and token.head.lemma_.lower() in _GROUND and token.head.pos_ == "NOUN"
            else "actor"
        )
    if _address(cast, token, naming):
        return "place"
    if token.dep_ == "poss" and token.head.lemma_.lower() in _GROUND:
        return "place"
    if token.dep_ in ("compound", "nmod", "amod") and token.head.lemma_.lower() in _GROUND:
        return "place"
    anchor = token
    while anchor.dep_ == "conj" and anchor.head.i != anchor.i:
        anchor = anchor.head
    if (anchor.lemma_.lower() in _GROUND and anchor.i != token.i) or (
        anchor.dep_ == "appos" and anchor.head.lemma_.lower() in _GROUND
    ):
        return "place"
    if anchor.dep_ not in ("pobj", "pcomp"):
        if anchor.dep_ in ("dobj", "obj") and anchor.head.lemma_ in (
            "visit",
            "leave",
            "enter",
            "reach",
            "tour",
            "flee",
            "cross",
            "border",
        ):
            return "place"
        return "actor"
    return _under(anchor.head, naming)


def _under(preposition: Token, naming: Naming) -> Sense:
    word, governor = preposition.lower_, preposition.head
    if governor.pos_ == "ADJ" or (governor.lemma_.lower() in _SPEAKERS and naming.place):
        return "actor"
    if word in _LOCATIVE:
        return "actor" if governor.lemma_.lower() in _TRUST and word == "in" else "place"
    lemma = governor.lemma_.lower()
    if word == "to" and any(t.lower_ in _ROUTE for t in preposition.doc[max(0, preposition.i - 3) : preposition.i]):
        return "place"  # "a pipeline from Peru via Chile to Brazil"
    if word in ("to", "into", "from", "for", "toward", "towards", "of"):
        if (
            governor.pos_ in ("VERB", "AUX")
            and lemma in _MOTION
            and word != "of"
            and not (lemma in ("send", "deliver", "export", "transfer", "bring", "lead") and not naming.place and word == "to")
        ):
            return "place"
        if (
            governor.pos_ in ("NOUN", "PROPN")
            and lemma in (_GROUND if word == "of" else _TRIP)
            and not (lemma in ("delivery", "export", "import", "shipment") and word in ("to", "from") and not naming.place)
        ):
            return "place"
        if governor.pos_ == "ADP" and governor.lower_ in ("out",):
            return "place"
    return "actor"


def _address(cast: Cast, token: Token, naming: Naming) -> bool:
    """ "St. Petersburg, Russia": a state after a place and a comma."""
    doc = token.doc
    if naming.start < 2 or doc[naming.start - 1].text != ",":
        return False
    before = cast.inside(doc[naming.start - 2])
    if before is None or (before.sense != "place" and before.place is None):
        return False
    return before.end == naming.start - 1 and before.actors in (naming.actors, ())
