"""What an agreement is about: the content words of its phrase, and the name they make."""

from __future__ import annotations

import re

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.agreements.vocabulary import DULL, WORKS, is_named_work
from detente.coding.cast import Cast

_MOST = 8  # words
_ABOUT = frozenset("on of for over about to".split())
_GOODS = frozenset("buy sell build deploy prevent purchase involve establish deliver lift complete finance fund cover".split())
_CONTENT = ("NOUN", "PROPN", "ADJ", "NUM")
_DESIGNATOR = re.compile(r"(?=.*[a-z])(?=.*\d)", re.IGNORECASE)


def subject(cast: Cast, noun: Token) -> tuple[str, ...]:
    """Up to eight words, names of the parties apart."""
    lemma = noun.lemma_.lower()
    words: list[str] = [lemma] if lemma in WORKS or lemma in ("ceasefire", "truce") else []
    if noun.pos_ == "PROPN":
        words.append(noun.lower_)
    for token in sorted(_phrase(noun), key=lambda t: t.i):
        held = cast.inside(token)
        if held is not None and held.kind != "nominal" and held.sense == "actor":
            continue
        dated = token.ent_type_ in ("DATE", "TIME", "MONEY")
        if token.pos_ not in _CONTENT or token.is_stop or token.like_num or dated:
            continue
        word = _compound(token)
        if word not in DULL and word not in words and len(word) > 1:
            words.append(word)
    return tuple(words[:_MOST])


def name(noun: Token, about: tuple[str, ...]) -> str:
    """The words of the noun and before it; where they do not say what it is about, those that do."""
    before = [c.left_edge.i for c in noun.children if c.dep_ in ("amod", "compound", "nmod", "det")]
    words = noun.doc[min([noun.i, *before]) : noun.i + 1].text
    if about and not any(w in words.lower() for w in about):
        names = [w for w in about[:4] if _DESIGNATOR.match(w) or _written(noun, w) != w]
        words = f"{' '.join(_written(noun, w) for w in names)} {noun.lemma_.lower()}" if names else words + _clause(noun)
    return re.sub(r"^(?:the|a|an)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)


def _clause(noun: Token) -> str:
    """The first words of the phrase or clause after the noun that say what it is about: " on the transit of grain"."""
    for child in noun.children:
        about = child.dep_ in ("acl", "relcl") or (child.dep_ == "prep" and child.lower_ in _ABOUT)
        if about and child.left_edge.i == noun.i + 1:
            end = min(child.right_edge.i + 1, noun.i + 1 + _MOST)
            while end > noun.i + 2 and noun.doc[end - 1].pos_ in (
                "ADP",
                "DET",
                "CCONJ",
                "PUNCT",
                "PART",
                "ADJ",
                "AUX",
                "SCONJ",
            ):
                end -= 1
            return f" {noun.doc[noun.i + 1 : end].text}"
    return ""


def _written(noun: Token, word: str) -> str:
    """A designator or proper name as the text spells it."""
    if _DESIGNATOR.match(word):
        found = re.search(rf"\b{re.escape(word)}\b", noun.doc.text, re.IGNORECASE)
        return found.group() if found else word
    return next((t.text for t in noun.sent if t.lower_ == word and t.pos_ == "PROPN"), word)


def is_anchored(noun: Token, about: tuple[str, ...]) -> bool:
    """Whether a name or a designator says which agreement it is, even where its parties are not told."""
    if any(_DESIGNATOR.match(word) for word in about):
        return True
    return any(is_named_work(t) for t in (noun, *(c for c in noun.subtree if c.dep_ in ("compound", "appos"))))


def _phrase(noun: Token) -> list[Token]:
    """Modifiers before the noun, and its on-, of-, for-phrases and infinitives after it, without relative clauses."""
    found: list[Token] = []
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod", "appos"):
            found += list(child.subtree)
        elif child.dep_ == "prep" and child.lower_ == "in":
            found += [t for t in syntax.objects_of(child) if t.pos_ == "PROPN"]
        elif child.dep_ == "prep" and child.lower_ in _ABOUT:
            found += list(child.subtree)[:12]
        elif child.dep_ in ("acl", "relcl") and child.lemma_ in _GOODS:
            found += [t for o in syntax.objects(child) for t in o.subtree][:_MOST]
    return found


def _compound(token: Token) -> str:
    doc, i = token.doc, token.i
    if i + 2 < len(doc) and doc[i + 1].text == "-" and not token.whitespace_:
        return f"{token.lower_}-{doc[i + 2].lower_}"
    if i >= 2 and doc[i - 1].text == "-" and not doc[i - 2].whitespace_:
        return f"{doc[i - 2].lower_}-{token.lower_}"
    return token.lemma_.lower()
