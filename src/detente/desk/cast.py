"""What the actors of a relation are called."""

from __future__ import annotations

from collections.abc import Iterable

from detente.desk import wording
from detente.desk.citations import Citations
from detente.workbench.relation import Relation


class Cast:
    """Names of the actors of a relation, of articles' authors and of their unnamed sources."""

    def __init__(self, relation: Relation, citations: Citations) -> None:
        """Args: relation: who is named in it. citations: the numbers of the articles."""
        self._relation, self._citations = relation, citations

    def name(self, actor: str | None) -> str:
        """The name of one actor."""
        if actor is None:
            return "not stated"
        kind, _, document = actor.partition(":")
        if kind in ("AUTHOR", "SOURCE") and document:
            return self._of_article(kind, document)
        parties = {party.id: party for party in (self._relation.a, self._relation.b)}
        known = self._relation.actors.get(actor) or parties.get(actor)
        return wording.one_line(known.name) if known else actor

    def names(self, actors: Iterable[str]) -> str:
        """Several names as a phrase, each once."""
        return wording.listed(list(dict.fromkeys(self.name(actor) for actor in actors)))

    def _of_article(self, kind: str, document: str) -> str:
        held = self._relation.documents.get(document)
        number = self._citations.numbers.get(document)
        where = f"article {number}" if number else "an article"
        if kind == "SOURCE":
            return f"an unnamed source of {where}"
        author = held.document.author if held else None
        return f"{wording.one_line(author)}, author of {where}" if author else f"the author of {where}"
