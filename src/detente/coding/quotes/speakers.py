"""Who a phrase stands for as a speaker: an actor, an unnamed source, or only the words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from detente.coding.quotes.cues import CONTINUING, KIN, PEOPLE, SHOWN, SPEAKING_FOR, UNNAMED, WRITINGS
from detente.coding.quotes.marks import Quoted
from detente.reading.clean import GAP
from detente.records import Actor, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.parse import Parsed

_SINGULAR_PERSON = frozenset({"he", "she"})
_PRONOUNS = _SINGULAR_PERSON | {"they", "it", "who", "i", "we", "which", "that"}
_NAMED_ENTITY = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_LONGEST_NAME = 10  # tokens
_CARRIED = 150  # tokens back that a speaker is remembered for a pronoun


class Speaker(NamedTuple):
    """An actor's id, or None, and the name to show."""

    id: str | None
    name: str | None


class Memory:
    """Who has spoken, and where in the clean text."""

    def __init__(self) -> None:
        self._places: list[int] = []
        self._speakers: list[Speaker] = []

    def heard(self, place: int, speaker: Speaker | None) -> None:
        """Somebody spoke there."""
        if speaker is not None:
            at = bisect_right(self._places, place)
            self._places.insert(at, place)
            self._speakers.insert(at, speaker)

    def before(self, place: int) -> tuple[int, Speaker] | None:
        """Who spoke last before a place, and where."""
        at = bisect_left(self._places, place) - 1
        return (self._places[at], self._speakers[at]) if at >= 0 else None


class Voices:
    """The mentions of a document as speakers, by token, and who has spoken so far.

    Args:
        parsed: the document.
        mentions: its mentions, with spans of the original text.
        actors: the actors that they name, by id.
        quoted: the stretches between quotation marks.
    """

    def __init__(
        self, parsed: Parsed, mentions: Iterable[Mention], actors: Mapping[str, Actor], quoted: Sequence[Quoted] = ()
    ) -> None:
        self._opens, self._closes = [q.open for q in quoted], [q.close for q in quoted]
        self.parsed, self.actors = parsed, actors
        self.text = parsed.document.clean.text
        self.source = f"SOURCE:{parsed.document.id}"
        self.memory = Memory()
        self._at: dict[int, Mention] = {}
        starts = [parsed.document.clean.starts[token.idx] for token in parsed.doc]
        for mention in sorted(mentions, key=lambda m: m.span.start - m.span.end):
            if mention.actors and mention.sense == "actor" and mention.kind != "adjective":
                for i in range(bisect_left(starts, mention.span.start), bisect_right(starts, mention.span.end - 1)):
                    self._at[i] = mention

    def mention(self, token: Token) -> Mention | None:
        """The shortest mention of an actor that the token lies in."""
        return self._at.get(token.i)

    def is_person(self, actor: str | None) -> bool:
        """Whether the id stands for one person (an unnamed source counts)."""
        if not self.actors:  # nothing is known of anybody: only a bare state is certainly no person
            return actor is not None and ("." in actor or actor == self.source)
        known = self.actors.get(actor or "")
        return actor == self.source or (known is not None and known.kind in ("leader", "person"))

    def carried(self, cue: Token) -> Speaker | None:
        """Who `he` is in `he added`: who spoke last, here or, with nobody else named since, in the paragraph before."""
        told = self.memory.before(cue.idx)
        if told is None or not self.is_person(told[1].id):
            return None
        gaps = self.text.count(GAP, told[0], cue.idx)
        if gaps > 1:
            return None
        if cue.lemma_ in CONTINUING:
            return told[1]
        return None if self._others(told, cue) else told[1]

    def _others(self, told: tuple[int, Speaker], cue: Token) -> bool:
        """Whether another person is the subject of a clause outside marks since then."""
        for token in cue.doc[max(0, cue.i - _CARRIED) : cue.i]:
            if (
                token.idx > told[0]
                and token.dep_ in ("nsubj", "nsubjpass")
                and token.pos_ == "PROPN"
                and not self.inside(token)
            ):
                mention = self._at.get(token.i)
                if mention is not None and self.is_person(mention.actors[0]) and mention.actors[0] != told[1].id:
                    return True
        return False

    def inside(self, token: Token) -> bool:
        """Whether the token stands between quotation marks."""
        at = bisect_right(self._opens, token.idx) - 1
        return at >= 0 and token.idx < self._closes[at]

    def named(self, head: Token) -> Speaker | None:
        """The speaker that a noun phrase stands for, by its head; None for a pronoun that nothing resolves and for things."""
        unnamed = self._for_body(head) or self._unnamed(head)
        if unnamed is not None:
            return unnamed
        spoken = [m for t in _heads(head) if (m := self._at.get(t.i)) is not None and not self._wrong_number(head, m)]
        for mention in sorted(spoken, key=lambda m: m.kind != "name"):  # of `the state agency SANA`, the name
            known = self.actors.get(mention.actors[0])
            return Speaker(mention.actors[0], known.name if known else self.parsed.document.at(mention.span))
        if head.lower_ in _PRONOUNS:
            return None
        if head.lemma_.lower() in WRITINGS:
            return self._author(head)
        if head.lemma_.lower() in PEOPLE:
            return Speaker(self.source, phrase(head))
        return Speaker(None, phrase(head)) if head.ent_type_ in _NAMED_ENTITY or head.lemma_.lower() in KIN else None

    def _wrong_number(self, head: Token, mention: Mention) -> bool:
        """`he` for a state is a slip of the resolution."""
        return head.lower_ in _SINGULAR_PERSON and not self.is_person(mention.actors[0])

    def _for_body(self, head: Token) -> Speaker | None:
        """`ministry officials`, `a ministry spokesman`: who speaks for a body, where nothing names the person."""
        if head.i in self._at or (head.tag_ != "NNS" and not head.lemma_.lower().startswith("spokes")):
            return None
        if head.lemma_.lower() not in SPEAKING_FOR or any(c.dep_ == "appos" for c in head.children):
            return None
        mention = next(
            (self._at[c.i] for c in head.children if c.dep_ in ("compound", "poss", "nmod") and c.i in self._at), None
        )
        if mention is None:
            return None
        known = self.actors.get(mention.actors[0])
        return Speaker(mention.actors[0], known.name if known else phrase(head))

    def _unnamed(self, head: Token) -> Speaker | None:
        """`a senior official`, `analysts`: nobody can be asked, whatever state they belong to."""
        lemma = head.lemma_.lower()
        mention = self._at.get(head.i)
        if head.pos_ == "PROPN" or lemma not in PEOPLE or (mention is not None and mention.kind == "name"):
            return None
        if any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in head.children):
            return None
        one = head.tag_ == "NN" and any(c.lower_ in ("a", "an", "one", "another") for c in head.children)
        if (
            one
            or (lemma in UNNAMED and mention is None)
            or lemma in ("source", "analyst", "expert", "observer", "witness", "insider")
        ):
            return Speaker(self.source, phrase(head))
        return None

    def _author(self, writing: Token) -> Speaker | None:
        """Whose a statement, a study or a poster is."""
        for owner in _owners(writing):
            found = self.named(owner)
            if found is not None:
                return found
        if writing.lemma_.lower() in SHOWN:
            return self._holder(writing)
        return Speaker(None, phrase(writing))

    def _holder(self, writing: Token) -> Speaker | None:
        """Who is told to hold it in the sentence before."""
        if writing.sent.start == 0:
            return None
        before = writing.doc[writing.sent.start - 1].sent
        subject = next((c for c in before.root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        return None if subject is None or subject.lemma_.lower() in WRITINGS else self.named(subject)


def _heads(head: Token) -> Iterator[Token]:
    """The head and what names the same: appositions, and a name beside a title."""
    yield head
    for child in head.children:
        if child.dep_ == "appos" or (child.dep_ == "compound" and child.ent_type_ == "PERSON" and head.ent_type_ == "PERSON"):
            yield child


def _owners(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "poss":
            yield child
        elif child.dep_ in ("prep", "agent", "acl") and child.lower_ in (
            "by",
            "from",
            "of",
            "published",
            "issued",
            "released",
            "signed",
        ):
            inner = [c for c in child.children if c.dep_ == "pobj"]
            inner += [g for c in child.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
            yield from inner


def phrase(head: Token) -> str:
    """The words of a noun phrase without its clauses, at most ten tokens."""
    last = head
    for child in head.rights:
        if (
            child.dep_ in ("prep", "compound", "nummod", "amod", "advmod")
            and child.right_edge.i - head.left_edge.i < _LONGEST_NAME
        ):
            last = child.right_edge
        else:
            break
    first = max(head.left_edge.i, last.i - _LONGEST_NAME)
    return head.doc[first : last.i + 1].text.strip(' "“”,')
