"""Offices, bodies and groups named by common nouns: "the Turkish president", "Russian forces", "rebels", "the regime".

The state comes from the phrase itself. Where the phrase names none, a body takes the state of its clause's subject, a group
the state where the sentence lies or that of the same noun before; otherwise the phrase stays unresolved.
"""

from __future__ import annotations

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.actors.offices import compounds, owner_of
from detente.coding.cast import Cast, Naming
from detente.records import Actor, Mention, Moment  # noqa: F401
from detente.reference import gazetteer, roles
from detente.reference.roles import AgencyNoun, GroupNoun, RoleNoun

_EXPERTS = frozenset("analyst expert scholar researcher professor specialist observer commentator academic historian".split())
_BACK = frozenset("regime government army military parliament alliance bloc rebels opposition militia militias forces troops".split())
_MEMBER = frozenset("member ally neighbour neighbor partner".split())


def find(cast: Cast) -> None:
    """Put every office, body and group of the document on stage."""
    stage = _Stage(cast)
    for token in cast.parsed.doc:
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.dep_ in ("compound",) and token.head.pos_ == "PROPN" and _named(cast, token.head):
            continue
        held = cast.headed(token)
        if held is not None and held.kind != "adjective":
            continue
        stage.noun(token)


def _named(cast: Cast, token: Token) -> bool:
    held = cast.headed(token)
    return held is not None and held.kind == "name"


class _Stage:
    """The nouns of one document as they come, with what the same noun meant before."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.before: dict[str, tuple[str, ...]] = {}

    def noun(self, token: Token) -> None:
        """Resolve one noun, if it names an office, a body or a group."""
        ids = self._hyphened(token) or self._known(token)
        if ids:
            self.before[token.lemma_.lower()] = ids
            self._add(token, ids)

    def _known(self, token: Token) -> tuple[str, ...]:
        for form in compounds(token):
            agency, group, office = roles.agency(form), roles.group(form), roles.role(form)
            if agency is not None:
                return self._agency(token, agency)
            if office is not None and not (group is not None and token.tag_ in ("NNS", "NNPS")):
                return self._office(token, office)
            if group is not None:
                return self._group(token, group)
        return ()

    # ------------------------------------------------------------------ offices

    def _office(self, token: Token, office: RoleNoun) -> tuple[str, ...]:
        named = self._apposed(token)
        if named:
            return named
        owner = owner_of(self.cast, token)
        if owner is None or token.lemma_.lower() in _EXPERTS:
            return ()
        country = self.cast.country(owner)
        actor = self.cast.actors[owner]
        if token.tag_ in ("NNS", "NNPS") or office.collective:
            if actor.kind not in ("state", "leader", "person"):
                return (owner,)
            return self._body(country, office.sector if office.sector in ("LEG", "MIL", "SPY", "COP", "MED", "CVL", "EDU", "BUS") else "GOV")
        if country is None:
            return ()
        return self._holder(country, office) or (() if actor.kind == "person" else self._body(country, office.sector or "GOV"))

    def _apposed(self, token: Token) -> tuple[str, ...]:
        """The name beside the title: "Turkey's envoy, Name", "Name, head of …", "President Name"."""
        around = [c for c in token.children if c.dep_ == "appos"]
        if token.dep_ in ("appos", "compound", "nmod") or (token.dep_ == "amod" and token.pos_ == "NOUN"):
            around.append(token.head)
        for other in around:
            held = self.cast.headed(other)
            if held is not None and held.kind == "name" and self.cast.actors[held.actors[0]].kind in ("leader", "person"):
                return held.actors
        return ()

    def _holder(self, country: str, office: RoleNoun) -> tuple[str, ...]:
        """Who holds the office: somebody of that state named in the document who held it, else the only holder at its date."""
        table, on = gazetteer(), self.cast.parsed.document.date
        named = {i for n in self.cast.namings if n.kind == "name" for i in n.actors if self.cast.country(i) == country}
        ever = [i for i in table.holder(country, office.role) if i in named]
        then = [i for i in table.holder(country, office.role, on if on.known else None) if i in named]
        for found in (then, ever):
            if len(set(found)) == 1:
                return (found[0],)
        if on.days is not None and on.days <= 31:
            holders = table.holder(country, office.role, on)
            if len(holders) == 1:
                self.cast.actors.setdefault(holders[0], table.actors[holders[0]])
                return holders
        return ()

    # ------------------------------------------------------------------ bodies and groups

    def _agency(self, token: Token, agency: AgencyNoun) -> tuple[str, ...]:
        country = self._country(token)
        if country is None and token.lemma_.lower() in _BACK and _definite(token):
            return self.before.get(token.lemma_.lower(), ())
        if country is None and agency.suffix not in ("GOV", "MIL"):
            country = self._of_subject(token)
        return self._body(country, agency.suffix) if country else ()

    def _group(self, token: Token, group: GroupNoun) -> tuple[str, ...]:
        country = self._country(token)
        if country is None:
            before = self.before.get(token.lemma_.lower())
            if before:
                return before
            country = self._where(token) if group.sector in ("REB", "OPP", "CVL", "SEP") and not _generic(token) else None
        return self._body(country, group.suffix) if country else ()

    def _hyphened(self, token: Token) -> tuple[str, ...]:
        """"anti-Assad rebels", "pro-Moscow forces": those against or for somebody of a state."""
        for child in token.children:
            word = child.lower_
            if child.i < token.i and word.startswith(("anti-", "pro-")) and len(word) > 5:
                found = gazetteer().find((child.text.split("-", 1)[1],))
                ids = [s.referent for s in found if s.referent]
                if not ids:
                    continue
                actor = gazetteer().actor(ids[0])
                if actor is None or actor.country is None:
                    continue
                against = word.startswith("anti-")
                group = roles.group(token.lower_) or roles.group(token.lemma_.lower())
                if group is None and roles.agency(token.lower_) is None:
                    return ()
                return self._body(actor.country, (group.suffix if group is not None and against else "REB" if against else "MIL"))
        return ()

    def _country(self, token: Token) -> str | None:
        owner = owner_of(self.cast, token)
        if owner is None:
            return None
        actor = self.cast.actors[owner]
        return actor.country

    def _of_subject(self, token: Token) -> str | None:
        """State of the nearest subject before the noun, in its sentence: "the president sent it to parliament"."""
        for other in reversed(token.doc[token.sent.start : token.i]):
            if other.dep_ in syntax.SUBJECT:
                held = self.cast.headed(other)
                if held is not None and held.sense == "actor":
                    return self.cast.country(held.actors[0])
        return None

    def _where(self, token: Token) -> str | None:
        """The one state in which the sentence's places lie."""
        states = {i for n in self.cast.namings if n.sense == "place" and token.sent.start <= n.start < token.sent.end for i in n.actors}
        return next(iter(states)) if len(states) == 1 else None

    def _body(self, country: str | None, suffix: str) -> tuple[str, ...]:
        if country is None:
            return ()
        identifier = f"{country}.{suffix}"
        actor = self.cast.actors.get(identifier) or gazetteer().actor(identifier)
        if actor is None:
            state = gazetteer().actor(country)
            if state is None:
                return ()
            actor = Actor(identifier, f"{state.name}: {suffix.lower()}", "people", country, suffix.split(".")[0], (), (), "text")
        self.cast.actors.setdefault(identifier, actor)
        return (identifier,)

    def _add(self, token: Token, ids: tuple[str, ...]) -> None:
        start = _left(token)
        self.cast.add(Naming(start, token.i + 1, token.i, ids, "nominal", "actor"))


def _definite(token: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in token.children)


def _generic(token: Token) -> bool:
    """A bare plural that speaks of a kind: "tourists love it" is left alone, "the rebels" is not."""
    return token.dep_ in ("compound", "amod", "nmod")


def _left(token: Token) -> int:
    """First token of the phrase up to its head, without commas and clauses before it."""
    start = token.i
    for child in token.lefts:
        if child.dep_ in ("det", "amod", "compound", "poss", "nmod", "nummod") and token.i - child.left_edge.i <= 8:
            start = min(start, child.left_edge.i)
    return start
