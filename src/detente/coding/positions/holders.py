"""Whose attitude it is: those who stand where the holder of the word stands, as far as they can have a say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.cast import Cast

SPEAKING = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
"""Sectors that speak for their state."""

_SILENT = frozenset({"outlet", "think_tank", "person", "firm"})
_ORGANS = frozenset(
    "government leader leadership army force troop jet policy stance minister official authority side capital navy".split()
)
_LIGHT = frozenset(
    "express voice have show face repeat reiterate state signal declare restate announce make give lend reaffirm".split()
)
_LEADING = frozenset("ministry government leader president minister official parliament".split())


def holders(cast: Cast, word: Token, kind: str) -> list[str]:
    """Ids of who holds the attitude, states for those who speak for them; empty where nobody is known to."""
    if kind == "X":
        heads = syntax.objects(word)
    elif kind == "A":
        heads = _of_adjective(word)
    elif kind == "N":
        heads = _of_noun(word)
    else:
        heads = syntax.agents(word) if syntax.is_passive(word) else syntax.subjects(word)
        heads = _beside(cast, word) or heads or _beneficiary(word)
    found = list(dict.fromkeys(i for head in heads for i in speakers(cast, head)))
    return found or (_carried_on(cast, heads) if len(heads) == 1 else [])


def speakers(cast: Cast, head: Token) -> Iterator[str]:
    """The actors that a phrase stands for, if they can have a say: a state, what speaks for one, a bloc, a group, a party."""
    naming = cast.headed(head)
    if naming is not None and naming.sense == "place" and head.dep_ == "pobj" and head.head.lower_ == "in":
        head = head.head.head  # "planners in Lima, who …"
    ids: Iterable[str] = cast.of(head)
    if naming is None and not ids and head.lemma_.lower() in _ORGANS:
        ids = cast.nation(head)
    for one in ids:
        actor = cast.actors.get(one)
        official = actor is not None and actor.kind == "person" and actor.sector in SPEAKING
        if actor is None or (actor.kind in _SILENT and not official) or one.startswith(("AUTHOR:", "SOURCE:", "GOV.")):
            continue
        if actor.country and (actor.kind in ("state", "leader") or actor.sector in SPEAKING):
            yield actor.country
        elif actor.kind in ("igo", "armed_group", "party", "agency") and actor.sector != "MED":
            yield one


def _of_adjective(word: Token) -> list[Token]:
    """The subject of the copula, or the noun that the adjective stands at."""
    head = word.head
    if word.dep_ in ("acomp", "attr", "oprd", "conj", "xcomp", "ROOT") and head.pos_ in ("VERB", "AUX"):
        return syntax.subjects(head)
    if word.pos_ == "VERB" or word.dep_ == "ROOT":
        return syntax.subjects(word)
    return [head] if word.dep_ in ("amod", "acl", "appos", "relcl") and head.pos_ in ("NOUN", "PROPN") else []


def _of_noun(word: Token) -> list[Token]:
    own = [c for c in word.children if c.dep_ == "poss"] + syntax.prepositional(word, ("by", "from"))
    if own:
        return syntax.coordinated_all(own)
    national = [c for c in word.children if c.dep_ in ("amod", "compound", "nmod") and c.text[:1].isupper()]
    if national:
        return national
    head = word.head
    if word.dep_ in ("dobj", "obj", "attr") and head.pos_ in ("VERB", "AUX") and head.lemma_ in _LIGHT | {"be"}:
        return syntax.subjects(head)
    return []


def _beneficiary(word: Token) -> list[Token]:
    """ "For A, stopping B is a priority", "A, for whom stopping B is a priority"."""
    head = word.head
    if word.dep_ not in ("csubj", "pcomp", "nsubj") or head.pos_ not in ("VERB", "AUX"):
        return []
    return [syntax.antecedent(t) for t in syntax.prepositional(head, ("for",))]


def _beside(cast: Cast, word: Token) -> list[Token]:
    """ "with Peru supporting rebels": a participle right behind an actor that the parser did not join to it."""
    if word.tag_ != "VBG" or word.dep_ != "amod" or word.i == 0:
        return []
    before = word.doc[word.i - 1]
    return [before] if cast.of(before) and before.pos_ == "PROPN" else []


def _carried_on(cast: Cast, heads: list[Token]) -> list[str]:
    """An *it* that nobody answers to, in a clause that carries the one before on: whoever was the subject there."""
    it = heads[0]
    if it.lower_ != "it" or cast.at(it) is not None or it.i - it.sent.start > 1 or it.sent.start == 0:
        return []
    before = it.doc[it.sent.start - 1].sent
    found = list(dict.fromkeys(i for head in syntax.subjects(before.root) for i in speakers(cast, head)))
    return found if len(found) == 1 else []
