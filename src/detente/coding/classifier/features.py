"""A passage as the linear model reads it: words with the actors masked, and the words that join them in the parse.

Names of actors are left out: the model shall learn what is done, not who usually does it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from detente.coding.classifier.passage import Passage

BUCKETS = 1 << 17
"""Width of the hashed feature space."""

_OBJECTS = frozenset("dobj dative attr pobj oprd".split())
_NEGATIONS = frozenset("not n't never no nor neither without".split())


def buckets(passage: Passage) -> NDArray[np.int64]:
    """The sorted buckets of the passage's features, each once."""
    return np.unique(np.fromiter((zlib.crc32(f.encode()) % BUCKETS for f in features(passage)), dtype=np.int64))


def features(passage: Passage) -> Iterator[str]:
    """Names of the features, some more than once."""
    words = _masked(passage)
    yield from (f"1 {w}" for w in words)
    yield from (f"2 {v} {w}" for v, w in pairwise(words))
    yield from (f"3 {u} {v} {w}" for u, v, w in zip(words, words[1:], words[2:], strict=False))
    yield from _around(words)
    yield from _joined(passage)


def _masked(passage: Passage) -> list[str]:
    """Lemmas of the passage with A and B in place of the actors, names and figures by their class."""
    out: list[str] = ["^"]
    for token in passage.doc[passage.start : passage.end]:
        if passage.a[0] <= token.i < passage.a[1]:
            if token.i == passage.a[0]:
                out.append("A")
        elif passage.b[0] <= token.i < passage.b[1]:
            if token.i == passage.b[0]:
                out.append("B")
        elif not token.is_space:
            out.append(_word(token))
    return [*out, "$"]


def _word(token: Token) -> str:
    if token.pos_ == "PROPN":
        return "NAME"
    if token.like_num:
        return "NUM"
    if token.tag_ == "MD":
        return token.lower_
    return token.lemma_.lower()


def _around(words: list[str]) -> Iterator[str]:
    """What stands between the two, beside the first and after the second."""
    first, second = sorted((words.index("A"), words.index("B")))
    order = words[first] + words[second]
    yield f"order {order}"
    yield from (f"between {order} {w}" for w in words[first + 1 : second][:25])
    yield from (f"after {order} {w}" for w in words[second + 1 : second + 8])
    yield from (f"before {order} {w}" for w in words[max(0, first - 6) : first])


def _joined(passage: Passage) -> Iterator[str]:
    """The words above each actor, where their ways meet, and what hangs from there."""
    a, b = (_head(passage, side) for side in (passage.a, passage.b))
    yield from _above("A", a)
    yield from _above("B", b)
    yield from _inside("A", passage, passage.a)
    yield from _inside("B", passage, passage.b)
    up_a, up_b = [a, *a.ancestors], [b, *b.ancestors]
    joint = next((t for t in up_a if t in up_b), None)
    if joint is None:
        yield "joint none"
        return
    way_a, way_b = up_a[: up_a.index(joint)], up_b[: up_b.index(joint)]
    shape = " ".join(t.dep_ for t in way_a) + " < > " + " ".join(t.dep_ for t in reversed(way_b))
    name = "ACTOR" if joint in (a, b) else _word(joint)
    yield f"shape {shape}"
    yield f"joint {name}"
    yield f"joint {joint.pos_} {len(way_a)} {len(way_b)}"
    yield f"path {shape} {name}"
    yield from (f"on way A {t.dep_} {_word(t)}" for t in way_a[1:])
    yield from (f"on way B {t.dep_} {_word(t)}" for t in way_b[1:])
    for child in joint.children:
        if child.dep_ in ("neg", "prt", "aux", "auxpass", "xcomp", "ccomp") or child.dep_ in _OBJECTS:
            yield f"joint {name} {child.dep_} {_word(child)}"
            yield f"child {child.dep_} {_word(child)}"
            yield from (f"grandchild {child.dep_} {g.dep_} {_word(g)}" for g in child.children if g.dep_ != "det")
    if any(c.lower_ in _NEGATIONS for t in (joint, *way_a[1:], *way_b[1:]) for c in t.children):
        yield "negated on the way"


def _head(passage: Passage, side: tuple[int, int]) -> Token:
    return passage.doc[side[0] : side[1]].root


def _above(name: str, head: Token) -> Iterator[str]:
    yield f"{name} {head.dep_}"
    token = head
    for step in range(3):
        if token.head is token:
            return
        yield f"{name} {step} {token.dep_} {_word(token.head)}"
        if token.dep_ == "nsubjpass" or any(c.dep_ == "auxpass" for c in token.head.children):
            yield f"{name} {step} passive {_word(token.head)}"
        token = token.head


def _inside(name: str, passage: Passage, side: tuple[int, int]) -> Iterator[str]:
    """Common nouns and verbs of the phrase itself: "the killing of two farmers" says more than its actor's name."""
    for token in passage.doc[side[0] : side[1]]:
        if token.pos_ in ("NOUN", "VERB", "ADJ"):
            yield f"in {name} {token.lemma_.lower()}"
