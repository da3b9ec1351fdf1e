"""What an attitude is about: the words it governs, read down to the thing itself, and whether it is undone on the way.

"wants A to scale back support for its proxies": *scale back* undoes, *support* brings about, *proxies* is the thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.positions.lexicon import attitude, change
from detente.coding.roles.sides import QUANTITY

DEEPEST = 6
_DOWN = ("of", "to", "for", "in", "on", "from", "with", "against", "about", "over", "into", "between", "within", "at")
_EMPTY = frozenset("it this that these those something anything nothing everything which what".split())
_GROUND = frozenset("area position post stronghold line crossing territory region town village city district".split())
BARS = frozenset("ban embargo boycott prohibition restriction sanction curb freeze blockade".split())
"""Words that undo what they govern, and are things themselves."""
_MEASURED = frozenset("increase reduction cut rise growth decrease expansion".split())
_PARTS = QUANTITY | frozenset("some many most all several both part".split())
_VAGUE = frozenset("move step something decision development thing measure gesture shift".split())


@dataclass(frozen=True, slots=True)
class Content:
    """A thing with the words around it.

    Args:
        thing: token that heads it. chain: tokens gone through from the attitude to it, it included.
        words: tokens of the phrase, the chain among them.
    """

    thing: Token
    chain: tuple[Token, ...]
    words: tuple[Token, ...]

    def sign(self, but: frozenset[int]) -> int:
        """Whether the chain undoes the thing (−1), leaving out the tokens in `but`."""
        found = 1
        for token in self.chain[:-1] if len(self.chain) > 1 else ():
            if token.i not in but:
                found *= _turn(token)
        if self.thing.i not in but and self.thing.pos_ in ("VERB", "NOUN"):
            found *= change(self.thing) or 1
        return found


def _turn(token: Token) -> int:
    """A word on the way: undone by its own sense, by a negation, or by an attitude against it."""
    own = change(token)
    if own is None:
        held = attitude(token)
        own = held.sign if held else 1
    return -own if syntax.is_negated(token) else own


def slot(token: Token, name: str) -> list[Token]:
    """What fills a slot of an attitude word."""
    if name == "obj":
        return _patient(token)
    if name == "subj":
        return [_above_place(t) for t in syntax.own_subjects(token)]
    if name == "comp":
        found = [
            c
            for c in token.children
            if c.dep_ in ("xcomp", "ccomp", "acl", "pcomp", "oprd") and c.pos_ in ("VERB", "AUX", "ADJ")
        ]
        return [c for c in found if not (c.dep_ == "ccomp" and c.i < token.i)]
    if name == "oncomp":
        return slot(token, "comp") if any(c.lower_ in ("on", "upon", "to") for c in token.children) else []
    found = syntax.prepositional(token, (name,))
    return found + [c for p in token.children if p.dep_ == "prep" and p.lower_ == name for c in p.children if c.dep_ == "pcomp"]


def _patient(verb: Token) -> list[Token]:
    if verb.pos_ in ("NOUN", "ADJ"):
        return []
    if syntax.is_passive(verb):
        return [t for t in syntax.subjects(verb) if t.pos_ != "VERB"]
    if verb.dep_ == "amod" and verb.tag_ == "VBG" and verb.head.i > verb.i:
        return [verb.head]  # "with Peru supporting rebels", where *supporting* hangs on *rebels*
    found = [_gerund(verb, _above_place(t) if verb.dep_ == "relcl" else t) for t in syntax.objects(verb)] or _stray(verb)
    # "what appeared to be purges": the clause itself is what is meant.
    return found + [c for c in verb.children if c.dep_ == "ccomp" and any(g.lower_ == "what" for g in c.subtree)]


def _gerund(verb: Token, thing: Token) -> Token:
    """ "began shelling positions": the gerund, where the parser read it as an adjective of the object."""
    behind = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else thing
    return behind if behind.tag_ == "VBG" and behind.dep_ == "amod" and behind.head.i == thing.i else thing


def _stray(verb: Token) -> list[Token]:
    """ "…, which angered A but which B stopped short of condemning": a *which* that the parser left lying about."""
    if verb.dep_ != "pcomp":
        return []
    for token in reversed(verb.doc[verb.sent.start : verb.i]):
        if token.lower_ == "which" and token.dep_ not in syntax.SUBJECT:
            clause = next((t for t in reversed(verb.doc[verb.sent.start : token.i]) if t.dep_ == "relcl"), None)
            return [_above_place(clause.head)] if clause is not None else []
    return []


def _above_place(noun: Token) -> Token:
    """ "the vote in Chile, which": what is meant is the vote."""
    above = noun.head.head if noun.dep_ == "pobj" else None
    if noun.pos_ == "PROPN" and above is not None and above.pos_ == "NOUN" and noun.head.lower_ in ("in", "of", "at", "on"):
        return above
    return noun


def contents(head: Token) -> Iterator[Content]:
    """The things that a phrase or clause comes down to; of coordinated ones, each."""
    yield from _down(head, (), 0)


def _down(token: Token, chain: tuple[Token, ...], depth: int) -> Iterator[Content]:
    token = _meant(token)
    chain = (*chain, token)
    below = list(_below(token)) if depth < DEEPEST else []
    below = [t for t in below if t.i not in {c.i for c in chain}]
    if not below:
        yield Content(token, chain, tuple(_phrase(chain)))
        return
    for other in below:
        yield from _down(other, chain, depth + 1)
    if token.pos_ == "NOUN" and (change(token) is None or token.lemma_.lower() in BARS):
        yield Content(token, chain, tuple(_phrase(chain)))


def _meant(token: Token) -> Token:
    """What a word that stands for a clause, a whole or a thing said before means: "…, a move that", "some of the rebels"."""
    if token.lemma_.lower() in _PARTS:
        return next(iter(syntax.prepositional(token, ("of",))), token)
    deed = token.pos_ == "NOUN" and change(token) is not None and any(c.lower_ in ("a", "an") for c in token.children)
    if token.lemma_.lower() in _VAGUE or deed:
        if token.dep_ in ("attr", "appos") and token.head.i != token.i and token.head.lemma_ == "be":
            return next(iter(syntax.subjects(token.head)), token)
        if token.dep_ in ("appos", "npadvmod", "dep", "dobj", "oprd") and any(c.dep_ == "relcl" for c in token.children):
            above = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
            comma = token.left_edge.i and token.doc[token.left_edge.i - 1].text in (",", "—", "–", "-")
            return above if above is not None and comma else token
    return token


def _below(token: Token) -> Iterator[Token]:
    """The next tokens on the way down; none where the token is the thing."""
    if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("dobj", "pobj"):
        own = [t for t in _patient(token) if t.lower_ not in _EMPTY]
        clauses = [c for c in token.children if c.dep_ in ("xcomp", "ccomp", "acomp", "attr") and c.i > token.i]
        joined = [c for c in token.children if _joined(token, c)]
        verbal = [c for c in clauses if c.pos_ in ("VERB", "AUX")]
        yield from own or clauses or syntax.prepositional(token, _DOWN)
        yield from (v for v in verbal if own and token.lemma_ in ("see", "have", "get", "keep"))
        yield from joined
        if not own and not clauses and token.dep_ in ("ccomp", "xcomp") and change(token) is not None:
            yield from (
                c for c in token.children if c.dep_ in syntax.SUBJECT and c.pos_ in ("NOUN", "PROPN")
            )  # "wants the plates gone"
        if own and change(token) is None and attitude(token) is None:
            yield from syntax.prepositional(token, ("in", "into"))[:1]
    elif change(token) is not None or (attitude(token) is not None and token.pos_ == "NOUN"):
        infinitives = [c for c in token.children if c.dep_ == "acl" and any(g.lower_ == "to" for g in c.children)]
        within = ("in",) if token.lemma_.lower() in _MEASURED else ()
        behind = syntax.prepositional(token, ("of", "for", "to", "on", "from", "about", "into", *within))
        owned = [c for c in token.children if c.dep_ == "poss" and change(token) == -1]
        gerunds = [g for c in token.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pcomp"]
        yield from infinitives or gerunds or [t for t in behind if t.pos_ != "NUM" and t.ent_type_ != "DATE"][:3] or owned
    elif token.lemma_.lower() in _GROUND:
        held = [c for c in token.children if c.dep_ == "acl" and c.lemma_ in ("control", "hold", "run", "occupy")]
        yield from (t for c in held for t in syntax.agents(c))


def _joined(verb: Token, other: Token) -> bool:
    """Whether a verb stands beside another under the same attitude: "agreed to lift and not to renew"."""
    bare = other.tag_ == verb.tag_ and not any(g.dep_ in syntax.SUBJECT for g in other.children)
    return other.dep_ == "conj" and other.pos_ == "VERB" and bare


def _phrase(chain: tuple[Token, ...]) -> Iterator[Token]:
    """The tokens of the chain and what they carry, relative clauses and further clauses left out."""
    seen = set[int]()
    for head in chain:
        for token in _carried(head, set(), 0):
            if token.i not in seen:
                seen.add(token.i)
                yield token


_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "conj", "cc", "punct", "parataxis", "appos", "acl"})


def _carried(head: Token, seen: set[int], depth: int) -> Iterator[Token]:
    yield head
    if depth < 4:
        for child in head.children:
            own = child.dep_ == "acl" and child.tag_ == "VBN"
            subject = child.dep_ in syntax.SUBJECT and depth == 0 and head.dep_ in ("xcomp", "ccomp", "pcomp")
            if child.dep_ == "relcl" and depth == 0:
                yield from _told_of(child)
            if child.dep_ in _CLAUSES and not own:
                if (
                    child.dep_ == "conj"
                    and head.pos_ in ("NOUN", "PROPN", "ADJ")
                    and child.pos_ == head.pos_
                    and head.dep_ in ("amod", "compound", "pobj", "nmod")
                ):
                    yield from _carried(child, seen, depth + 1)
                continue
            if child.dep_ in syntax.SUBJECT and not subject and head.pos_ in ("VERB", "AUX"):
                continue
            yield from _carried(child, seen, depth + 1)


def _told_of(clause: Token) -> Iterator[Token]:
    """What a relative clause says a thing is made of: "the role that Peru plays", "a body that would join their armies"."""
    for token in (*syntax.objects(clause), *(c for c in clause.children if c.dep_ in syntax.SUBJECT)):
        if token.lower_ not in syntax.RELATIVE and token.i > clause.head.i:
            yield token
            yield from (c for c in token.children if c.dep_ in ("amod", "compound", "nmod"))
