"""Which question of the catalogue a phrase raises, which way it leans, and what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.cast import Cast
from detente.coding.positions.contents import BARS, Content
from detente.coding.positions.lexicon import change
from detente.reference.issues import Cue, IssueKind, catalogue

_LEADERS = frozenset({"leader", "agency"})


@dataclass(frozen=True, slots=True)
class Topic:
    """A kind of issue that a content raises. `sign`: which pole the words of the cue speak of; `hits`: their tokens."""

    kind: IssueKind
    sign: int
    hits: frozenset[int]


def topic(cast: Cast, word: Token, content: Content, holder: str) -> Topic | None:
    """The kind that most words of the phrase point at; at least one has to be the thing itself or close to it.

    Where none fits, the words that the attitude governs beside the phrase are looked at too: "blocked the accession of A | to B".
    """
    found = _topic(cast, word, content, content.words, holder)
    if found is None and word.pos_ == "VERB":
        for other in syntax.prepositional(word, ("to", "into", "on", "over")):
            words = (*content.words, other, *other.lefts)
            moved = Content(other, (*content.chain, other), words) if change(content.thing) == 1 else content
            found = found or _topic(cast, word, moved, words, holder)
    return found


def _topic(cast: Cast, word: Token, content: Content, words: Iterable[Token], holder: str) -> Topic | None:
    chain = {t.i for t in content.chain}
    before = word.i < content.thing.i and word.pos_ != "NOUN"
    carried = [t for t in words if t.i in chain or not ((before and t.i < word.i) or _against(t))]
    tokens = list({t.i: t for t in (word, *carried)}.values())
    core = {t.i for t in content.chain} | {
        c.i for c in content.thing.children if c.dep_ in ("compound", "amod", "poss", "nmod")
    }
    best: tuple[int, int, int] | None = None
    found: Topic | None = None
    for place, kind in enumerate(catalogue().values()):
        for sign, cues in ((1, kind.plus), (-1, kind.minus)):
            for cue in cues:
                hits = _met(cast, cue, tokens, content.thing, holder)
                if (
                    hits is None
                    or not hits & core
                    or (len(cue) == 1 and content.thing.i not in hits and not hits & _near(content))
                ):
                    continue
                rank = (len(cue), content.thing.i in hits, -place)
                if best is None or rank > best:
                    best, found = rank, Topic(kind, sign, hits)
    return found


def _against(token: Token) -> bool:
    """The name in "anti-A rebels"."""
    doc, i = token.doc, token.i
    return i >= 2 and doc[i - 1].text == "-" and doc[i - 2].lower_ == "anti"


def _near(content: Content) -> set[int]:
    """What may stand for the thing in a cue of one word: what modifies it, what is done to it, a bar to it ("sanctions on Peru")."""
    beside = {c.i for c in content.thing.children if c.dep_ in ("compound", "amod", "nmod")}
    return beside | {t.i for t in content.chain if t.lemma_.lower() in BARS or t.pos_ == "VERB"}


def _met(cast: Cast, cue: Cue, tokens: list[Token], thing: Token, holder: str) -> frozenset[int] | None:
    """A different token for each group of a cue; None where one is not met."""
    options = [[t.i for t in tokens if _is(cast, t, group, thing, holder)] for group in cue]
    return next(_choices(options, frozenset()), None) if all(options) else None


def _choices(options: list[list[int]], taken: frozenset[int]) -> Iterator[frozenset[int]]:
    if not options:
        yield taken
        return
    for one in options[0]:
        if one not in taken:
            yield from _choices(options[1:], taken | {one})


def _is(cast: Cast, token: Token, group: frozenset[str], thing: Token, holder: str) -> bool:
    if token.lemma_.lower() in group or token.lower_ in group:
        return "@leader" not in group or _leads(cast, token, holder)
    if "@leader" in group:
        return _leads(cast, token, holder)
    if "@named" in group:
        naming = cast.headed(token)
        named = naming is not None and (naming.kind == "pronoun" or token.pos_ == "PROPN")
        named = (
            named and naming is not None and naming.sense == "actor" and (token.dep_ != "conj" or token.head.pos_ == "PROPN")
        )
        return named and token.i == thing.i and not is_people(cast, token) and bool(_abroad(cast, token, holder))
    if "@people" in group:
        return token.i == thing.i and is_people(cast, token)
    other = cast.headed(token) if "@other" in group else None
    return other is not None and other.sense == "actor" and token.head.lower_ != "in" and bool(_abroad(cast, token, holder))


def _abroad(cast: Cast, token: Token, holder: str) -> set[str]:
    """States other than the holder's that the token names."""
    naming = cast.headed(token)
    if naming is None:
        return set()
    mine = cast.country(holder) or holder
    return {c for c in (cast.country(a) for a in naming.actors) if c and c != mine}


def _leads(cast: Cast, token: Token, holder: str) -> bool:
    """Whether the token names a leader or a government of another state than the holder's."""
    naming = cast.at(token)
    if naming is None or naming.sense != "actor" or not naming.actors:
        return False
    mine = cast.country(holder) or holder
    one = cast.actors.get(naming.actors[0])
    if one is None or one.country == mine:
        return False
    return one.kind == "leader" or one.sector == "GOV"


def is_people(cast: Cast, token: Token) -> bool:
    """Whether the token names a people, and not a state."""
    naming = cast.headed(token)
    known = [cast.actors[a].kind for a in naming.actors if a in cast.actors] if naming else []
    return "people" in known or ("state" not in known and token.tag_ == "NNPS" and token.ent_type_ in ("NORP", ""))
