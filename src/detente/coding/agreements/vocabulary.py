"""The words agreements are told with: nouns of agreement and of joint works, and what is done to them."""

from __future__ import annotations

import re

from spacy.tokens import Token

from detente.coding import syntax
from detente.records import AgreementStatus

PACTS = frozenset(
    "agreement deal treaty accord memorandum contract pact protocol ceasefire truce armistice mechanism settlement convention "
    "communique charter arrangement loan".split()
)
WORKS = frozenset("pipeline plant reactor railway bridge corridor terminal".split())
TRADES = frozenset("deal contract loan".split())
"""Nouns for one sale: *the contract* may point back to *the loan*."""

STEPS: dict[str, AgreementStatus] = {}
_WORDS: tuple[tuple[AgreementStatus, str], ...] = (
    ("signed", "sign ink conclude seal clinch initial reach strike broker agree finalize finalise make close secure"),
    ("ratified", "ratify approve endorse"),
    (
        "in_force",
        "implement enforce observe honor honour apply deliver open inaugurate launch complete commission uphold operate respect activate",
    ),
    ("negotiating", "negotiate discuss work draft prepare hammer talk build plan pursue debate"),
    (
        "proposed",
        "propose offer suggest want seek urge demand promise push consider float call promote envisage desire set establish create invite",
    ),
    ("revived", "revive resume relaunch restart renew restore revival resumption"),
    ("suspended", "suspend freeze halt shelve postpone pause suspension delay"),
    ("breached", "violate breach break flout ignore violation breach"),
    (
        "ended",
        "end terminate cancel scrap denounce abrogate collapse expire void withdraw quit abandon leave tear collapse fail",
    ),
)
for _status, _lemmas in _WORDS:
    for _lemma in _lemmas.split():
        STEPS.setdefault(_lemma, _status)

PHRASAL: dict[tuple[str, str], AgreementStatus] = {
    ("dust", "off"): "revived",
    ("call", "off"): "ended",
    ("pull", "out"): "ended",
    ("back", "out"): "ended",
    ("tear", "up"): "ended",
}
"""Verb and particle, where the verb alone says something else or nothing."""

TALKS = frozenset("talk conversation negotiation discussion work".split())
SIGNED = frozenset({"sign", "ratify", "ink", "initial"})
"""Verbs whose object can only be an agreement, however far from it the parser hangs the relative clause."""

SIGNATURES = frozenset("name signature hand pen".split())
LAPSES = frozenset("collapse end expire fail break".split())
"""What an agreement does by itself."""

TRADE = frozenset("buy sell purchase acquire deliver supply build order".split())
DULL = frozenset(
    "deal agreement treaty accord memorandum contract pact protocol mechanism arrangement text full key part country state side new "
    "several major recent bilateral joint which that two year month week day settlement project leader president loan whole "
    "intergovernmental preliminary".split()
)

_NAMED = re.compile(r"[A-Z]\w+(?:Stream|Pipeline|Link)$")


def is_head(token: Token) -> bool:
    """Whether the token is the noun of an agreement or a joint work: *the deal*, *pipeline project*, *Amber Stream*."""
    if token.dep_ in ("compound", "appos"):
        return False
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN":
        return lemma in PACTS | WORKS or (lemma == "project" and _is_work(token))
    return token.pos_ == "PROPN" and is_named_work(token)


def is_work(noun: Token) -> bool:
    """Whether a head names a thing that is built, which is told only with what is done to it."""
    return noun.lemma_.lower() in WORKS or noun.pos_ == "PROPN" or _is_work(noun)


def _is_work(noun: Token) -> bool:
    return any(c.dep_ in ("compound", "nmod") and (c.lemma_.lower() in WORKS or is_named_work(c)) for c in noun.children)


def is_named_work(token: Token) -> bool:
    """Whether a proper name is that of a work by its form: one word, or a word before *Stream* and its like."""
    if _NAMED.match(token.text):
        return True
    if token.pos_ != "PROPN" or token.lower_ not in WORKS | {"stream"} or not token.text[:1].isupper():
        return False
    return any(c.dep_ in ("compound", "amod", "nmod") and c.text[:1].isupper() for c in token.children)


def is_definite(noun: Token, words: tuple[str, ...] = ("the", "this", "that", "its", "their")) -> bool:
    """Whether the noun points back by its article or owner."""
    return any(c.dep_ in ("det", "poss") and c.lower_ in words for c in noun.children)


def above(noun: Token, nouns: frozenset[str]) -> Token:
    """The noun that the agreement hangs on through *of*, *on*, *about*, if it is one of these; else the agreement itself."""
    over = noun.head.head
    return over if noun.dep_ == "pobj" and over.pos_ == "NOUN" and over.lemma_.lower() in nouns else noun


def names_signing(verb: Token) -> bool:
    """ "put their names to": a verb with a signature for its object."""
    return verb.lemma_ in ("put", "set", "affix") and any(o.lemma_.lower() in SIGNATURES for o in syntax.objects(verb))
