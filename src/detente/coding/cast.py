"""Who is on stage: the mentions of a document on its tokens, and the actor a phrase stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from detente.reading.parse import Parsed
from detente.records import Actor, Mention, MentionKind, Sense


@dataclass(frozen=True, slots=True)
class Naming:
    """A mention on tokens: `doc[start:end]`, headed by the token `head`. `plural`: it stands for more than one."""

    start: int
    end: int
    head: int
    actors: tuple[str, ...]
    kind: MentionKind
    sense: Sense
    place: str | None = None

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(slots=True)
class Cast:
    """The mentions of one document, by token, and the actors they name.

    `actors` holds every actor named, from the reference tables or made from the text.
    """

    parsed: Parsed
    actors: dict[str, Actor] = field(default_factory=dict[str, Actor])
    namings: list[Naming] = field(default_factory=list[Naming])
    _head: dict[int, Naming] = field(default_factory=dict[int, Naming])
    _inside: dict[int, Naming] = field(default_factory=dict[int, Naming])

    def add(self, naming: Naming) -> None:
        """Put a mention on stage; of two with one head the longer one speaks."""
        self.namings.append(naming)
        held = self._head.get(naming.head)
        if held is None or len(naming) > len(held) or held.kind == "pronoun":
            self._head[naming.head] = naming
        for i in range(naming.start, naming.end):
            inner = self._inside.get(i)
            if inner is None or len(naming) < len(inner):
                self._inside[i] = naming

    def drop(self, naming: Naming) -> None:
        """Take a mention off the stage."""
        self.namings.remove(naming)
        rest = list(self.namings)
        self.namings, self._head, self._inside = [], {}, {}
        for one in rest:
            self.add(one)

    def change(self, naming: Naming, **fields: object) -> None:
        """Replace a mention by one that differs in some fields."""
        self.drop(naming)
        self.add(replace(naming, **fields))  # type: ignore[arg-type]

    def at(self, token: Token) -> Naming | None:
        """The mention that the token heads, else the innermost one it lies in."""
        return self._head.get(token.i) or self._inside.get(token.i)

    def headed(self, token: Token) -> Naming | None:
        """The mention that the token heads."""
        return self._head.get(token.i)

    def inside(self, token: Token) -> Naming | None:
        """The innermost mention that the token lies in."""
        return self._inside.get(token.i)

    def of(self, token: Token) -> tuple[str, ...]:
        """Ids of the actors that the phrase headed by the token stands for; empty where it names none or only a place."""
        naming = self.at(token)
        if (
            naming is None
            or naming.sense != "actor"
            or (naming.kind == "adjective" and naming.head == token.i and token.tag_ != "JJ" and token.pos_ == "NOUN")
        ):
            return ()
        if naming.kind == "adjective":
            return ()
        return naming.actors

    def country(self, actor: str) -> str | None:
        """The state that an actor belongs to."""
        known = self.actors.get(actor)
        return known.country if known else None

    def countries(self, ids: Iterable[str]) -> frozenset[str]:
        """The states that actors belong to; an actor of no state stands for itself."""
        return frozenset(self.country(i) or i for i in ids)

    def nation(self, token: Token) -> tuple[str, ...]:
        """Ids of whom the thing headed by the token belongs to: "Russia's …", "Turkish …", "… of Turkey"."""
        for child in token.children:
            if child.dep_ == "poss":
                held = self.at(child)
                if held is not None:
                    return held.actors
                inner = self.nation(child)
                if inner:
                    return inner
        found: list[str] = []
        for child in token.children:
            if child.dep_ in ("amod", "compound", "nmod", "npadvmod") and child.i < token.i and not _partial(child):
                held = self.inside(child)
                if held is not None and held.kind in ("adjective", "name", "metonym"):
                    found += held.actors
                elif child.dep_ == "compound":
                    found += self.nation(child)  # "a Polish patrol boat", where *Polish* hangs on *patrol*
        return tuple(dict.fromkeys(found))

    def _said_by_whole(self, one: Naming) -> bool:
        """Whether a word is only part of a phrase that stands for somebody: "Russian" of "the Russian army".

        An adjective of a state that its sentence does not name besides keeps its mention.
        """
        if one.kind not in ("adjective", "name"):
            return False
        token = self.parsed.doc[one.head]
        whole = self._head.get(token.head.i)
        if whole is None or whole is one or whole.kind != "nominal" or not whole.start <= one.start < one.end <= whole.end:
            return False
        if one.kind == "name":
            return _sided(token) and self.countries(one.actors) <= self.countries(whole.actors)
        if all(known is not None and known.kind == "people" for known in map(self.actors.get, one.actors)):
            return True
        around = token.sent
        besides = (n for n in self.namings if n.kind in ("name", "metonym", "pronoun") and around.start <= n.start < around.end)
        return self.countries(one.actors) <= self.countries(whole.actors) and any(n.actors == one.actors for n in besides)

    def mentions(self) -> list[Mention]:
        """The mentions as records, in the order of the text; one for each span."""
        rows: dict[tuple[int, int], Mention] = {}
        doc = self.parsed.doc
        for one in sorted(self.namings, key=lambda n: (n.start, n.end)):
            if self._said_by_whole(one):
                continue
            piece = doc[one.start : one.end]
            span = self.parsed.span(piece)
            rows.setdefault(
                span,
                Mention(
                    span=span,
                    sentence=self.parsed.sentence(piece),
                    actors=one.actors,
                    kind=one.kind,
                    sense=one.sense,
                    place=one.place,
                ),
            )
        return list(rows.values())


def _sided(token: Token) -> bool:
    """Whether a name says for or against whom somebody is: *pro-Assad*, *anti-Maduro*."""
    doc, i = token.doc, token.i
    return i >= 2 and doc[i - 1].text == "-" and doc[i - 2].lower_ in ("pro", "anti")


def _partial(token: Token) -> bool:
    """Whether the word is one half of a compound that does not say whose a thing is: *pro-Moscow*, *Moscow-backed*."""
    doc, i = token.doc, token.i
    if i >= 2 and doc[i - 1].text == "-" and doc[i - 2].lower_ in ("pro", "anti", "non", "post", "pre"):
        return True
    return (
        i + 2 < len(doc)
        and doc[i + 1].text == "-"
        and doc[i + 2].tag_ in ("VBN", "VBD", "JJ", "VBG")
        and doc[i + 2].pos_ != "PROPN"
        and not doc[i + 2].text[:1].isupper()
    )
