"""Offices, bodies and groups named by common nouns: "the Turkish president", "Russian forces", "rebels", "the regime".

The state comes from the phrase itself. Where the phrase names none, a body takes the state of its clause's subject, a group
the state where the sentence lies or that of the same noun before; otherwise the phrase stays unresolved.
"""

from __future__ import annotations

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.actors import grounds, peoples
from detente.coding.actors.edges import left_edge
from detente.coding.actors.offices import compounds, owner_of, owners_of
from detente.coding.cast import Cast, Naming
from detente.coding.lexicon import noun_class
from detente.records import Actor
from detente.reference import gazetteer, roles
from detente.reference.roles import AgencyNoun, GroupNoun, RoleNoun

_EXPERTS = frozenset("analyst expert scholar researcher professor specialist observer commentator academic historian".split())
_BACK = frozenset(
    "regime government army military parliament alliance bloc rebels opposition militia militias forces troops".split()
)
_BODIES = frozenset("LEG MIL SPY COP MED CVL EDU BUS".split())
_ARMED = frozenset({"REB", "OPP", "PRM", "SEP"})
_FIGHTING = frozenset({"MIL", "PRM", "REB"})
_POLITICAL = frozenset({"GOV", "ELI", "LEG", "PTY", "MIL", "SPY"})
_FIGHTERS = frozenset("rebel militia insurgent opposition fighter militant jihadist separatist".split())
# "Turkish fighters" and "a bomber" may be aircraft: whose they are is read from the adjective, and nobody is made of them.
_MACHINES = frozenset({"fighter", "bomber"})
# Offices that a state fills many times over: without a name in the text, nobody can tell which holder is meant.
_MANY = frozenset(
    {"ambassador", "envoy", "special envoy", "adviser", "spokesman", "spokeswoman", "senator", "minister", "commander"}
)
_SEVERAL = frozenset("both two three neither either several many some".split())
_RULERS = frozenset("government regime authority leadership junta administration".split())
_MEMBER = frozenset("member ally neighbour neighbor partner".split())


def find(cast: Cast) -> None:
    """Put every office, body and group of the document on stage."""
    stage = Stage(cast)
    for token in cast.parsed.doc:
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") or (
            token.dep_ in ("compound",) and token.head.pos_ == "PROPN" and _named(cast, token.head)
        ):
            continue
        held = cast.headed(token)
        if held is not None and held.kind != "adjective":
            continue
        stage.noun(token)


def _named(cast: Cast, token: Token) -> bool:
    held = cast.headed(token)
    return held is not None and held.kind == "name"


class Stage:
    """The nouns of one document as they come, with what the same noun meant before."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.before: dict[str, tuple[str, ...]] = {}

    def noun(self, token: Token) -> None:
        """Resolve one noun, if it names an office, a body or a group."""
        if token.lemma_.lower() in _MACHINES or token.lower_ == "parties":
            return
        if any(c.lower_ in _SEVERAL and c.dep_ in ("det", "nummod", "predet", "preconj") for c in token.children):
            return
        ids = self._hyphened(token) or self._known(token)
        if ids:
            self.before[token.lemma_.lower()] = ids
            self.add(token, ids)

    def _known(self, token: Token) -> tuple[str, ...]:
        allied = self._allies(token)
        if allied:
            return allied
        for form in compounds(token):
            agency, group, office = roles.agency(form), roles.group(form), roles.role(form)
            if agency is not None:
                return self._agency(token, agency)
            if office is not None and not (group is not None and token.tag_ in ("NNS", "NNPS")):
                return self._office(token, office)
            if group is not None:
                return self._group(token, group)
        if token.lemma_.lower() in noun_class("force") and self._of_regime(token) and self._country(token) is None:
            return self.body(grounds.ruled(self.cast, token), "MIL")  # "government aircraft"
        return ()

    def _allies(self, token: Token) -> tuple[str, ...]:
        """ "its NATO allies", "partners within the bloc": the organisation they are in."""
        if token.lemma_.lower() not in _MEMBER or token.tag_ not in ("NNS", "NNPS"):
            return ()
        around = [c for c in token.children if c.dep_ in ("compound", "nmod", "amod")]
        around += syntax.prepositional(token, ("within", "in", "of", "inside"))
        if token.i + 2 < len(token.doc) and token.doc[token.i + 1].lower_ in ("in", "within", "inside"):
            around.append(token.doc[token.i + 2 + (token.doc[token.i + 2].lower_ == "the" and token.i + 3 < len(token.doc))])
        for other in around:
            held = self.cast.inside(other)
            if held is not None and self.cast.actors[held.actors[0]].kind == "igo":
                return held.actors
        return ()

    # ------------------------------------------------------------------ offices

    def _office(self, token: Token, office: RoleNoun) -> tuple[str, ...]:
        named = self._apposed(token)
        if named:
            return named
        owner = owner_of(self.cast, token)
        if owner is None or token.lemma_.lower() in _EXPERTS:
            return ()
        vague = any(
            c.dep_ == "det" and c.lower_ in ("any", "no", "every", "each", "a", "an", "another") for c in token.children
        )
        country = self.cast.country(owner)
        actor = self.cast.actors[owner]
        if token.tag_ in ("NNS", "NNPS") or office.collective:
            if actor.kind not in ("state", "leader", "person"):
                return (owner,)
            sector = office.sector if office.sector in _BODIES else "GOV"
            states = dict.fromkeys(self.cast.country(i) for i in owners_of(self.cast, token))
            return tuple(i for state in states for i in self.body(state, sector))
        if actor.kind not in ("state", "leader", "person", "agency"):
            return (owner,)
        if country is None:
            return ()
        named = () if vague else self._holder(country, office)
        # "Pakistan's high commissioner": who belongs to a state serves its government, whatever such offices mostly serve.
        sector = "GOV" if office.sector == "IGO" and actor.kind == "state" else office.sector or "GOV"
        return named or (() if actor.kind == "person" else self.body(country, sector))

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
        if on.days is not None and on.days <= 31 and office.role not in _MANY:
            holders = table.holder(country, office.role, on)
            if len(holders) == 1:
                self.cast.actors.setdefault(holders[0], table.actors[holders[0]])
                return holders
        return ()

    # ------------------------------------------------------------------ bodies and groups

    def _agency(self, token: Token, agency: AgencyNoun) -> tuple[str, ...]:
        country = self._country(token)
        if agency.suffix == "GOV.EMBASSY" and not self.cast.nation(token) and not syntax.prepositional(token, ("of",)):
            # An embassy stands abroad: where it lies, or who acts, does not say whose it is.
            return self.before.get(token.lemma_.lower(), ()) if _definite(token) else ()
        people = peoples.of(token)
        if people and agency.sector == "MIL":
            return peoples.group(self.cast, token, "REB", people, country)
        inner = self._inner(token) if agency.suffix == "GOV" else None
        if inner is not None:
            return self.body(country or grounds.where(self.cast, token) or grounds.of_subject(self.cast, token), inner.suffix)
        if country is None and self._of_regime(token):
            country = grounds.ruled(self.cast, token)
            if country is not None:
                return self.body(country, agency.suffix)
        if country is None and token.lemma_.lower() in _BACK and _definite(token):
            return self.before.get(token.lemma_.lower(), ())
        if country is None and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in token.children):
            return ()  # "its diplomats": whose they are, the pronoun says
        if country is None and (agency.suffix not in ("GOV", "MIL") or (agency.suffix == "MIL" and _definite(token))):
            country = grounds.of_subject(self.cast, token)
        if country is None:
            return self._of_many(token, agency.sector) or self._of_sentence(token, agency)
        states = dict.fromkeys([country, *(self.cast.country(i) for i in owners_of(self.cast, token))])
        bodies = tuple(i for state in states for i in self.body(state, agency.suffix))
        return bodies + tuple(i for i in self._of_many(token, agency.sector) if i not in bodies)

    def _of_many(self, token: Token, sector: str) -> tuple[str, ...]:
        """ "Western officials", "European leaders": of no one state, so whoever speaks for the group of states."""
        if sector not in _POLITICAL or token.tag_ not in ("NNS", "NNPS", "NN"):
            return ()
        owners = owners_of(self.cast, token)
        return tuple(i for i in owners if self.cast.country(i) is None and self.cast.actors[i].kind in ("agency", "igo"))

    def _of_sentence(self, token: Token, agency: AgencyNoun) -> tuple[str, ...]:
        """ "The armed forces", where the sentence names one state and no other."""
        if agency.sector not in ("MIL", "COP", "LEG", "JUD", "SPY") or [c.lower_ for c in token.lefts][:1] != ["the"]:
            return ()
        named = [n for n in self.cast.namings if token.sent.start <= n.start < token.sent.end and n.sense == "actor"]
        states = {self.cast.country(i) for n in named for i in n.actors} - {None}
        return self.body(states.pop(), agency.suffix) if len(states) == 1 else ()

    def _of_regime(self, token: Token) -> bool:
        """ "the regime", "government forces": those of the land where things happen, if the text has one."""
        if token.lemma_.lower() == "regime":
            return _definite(token)
        return any(c.dep_ == "compound" and c.lower_ in ("government", "regime") for c in token.children)

    def _inner(self, token: Token) -> AgencyNoun | None:
        """The body that "foreign ministry officials" are of."""
        for child in token.children:
            if child.dep_ in ("compound", "nmod") and child.pos_ in ("NOUN", "PROPN"):
                found = next((a for form in compounds(child) if (a := roles.agency(form)) is not None), None)
                if found is not None and found.suffix != "GOV":
                    return found
        return None

    def _group(self, token: Token, group: GroupNoun) -> tuple[str, ...]:
        if token.lower_ in ("men", "women", "people", "public") and self._country(token) is None:
            return ()
        people = peoples.of(token)
        country = self._country(token)
        if people:
            return peoples.group(self.cast, token, group.suffix, people, country)
        if country is None and group.sector in _ARMED:
            before = self.before.get(token.lemma_.lower())
            if before:
                return before
            domestic = group.sector == "OPP"
            country = (
                (grounds.of_subject(self.cast, token) if domestic else None)
                or grounds.where(self.cast, token)
                or (grounds.theatre(self.cast, token) if token.lemma_.lower() in _FIGHTERS else None)
            )
        elif country is None and group.sector == "CVL" and group.suffix != "CVL" and not _generic(token):
            country = grounds.where(self.cast, token)
        return self.body(country, group.suffix) if country else self._of_many(token, group.sector)

    def _hyphened(self, token: Token) -> tuple[str, ...]:
        """ "anti-Assad rebels", "pro-Moscow separatists": those against or for somebody."""
        doc = token.doc
        for child in token.children:
            if child.lower_ not in ("anti", "pro") or child.i + 2 >= token.i + 1 or doc[child.i + 1].text != "-":
                continue
            held = self.cast.inside(doc[child.i + 2])
            armed = roles.group(token.lower_) or roles.agency(token.lower_)
            if held is None or not held.actors or armed is None:
                continue
            actor = self.cast.actors[held.actors[0]]
            if actor.kind in ("leader", "person") and actor.country:
                own = child.lower_ == "pro"
                fighting = armed.sector in _FIGHTING
                return self.body(actor.country, ("MIL" if own else "OPP") if fighting else "CVL" if own else armed.suffix)
            return self.body(grounds.where(self.cast, token), armed.suffix) if armed.sector in _ARMED else ()
        return ()

    def _country(self, token: Token) -> str | None:
        owner = owner_of(self.cast, token) or self._seated(token)
        if owner is None:
            return None
        actor = self.cast.actors[owner]
        return actor.country

    def _seated(self, token: Token) -> str | None:
        """ "the government in Damascus", wherever the parser hangs the city."""
        after = token.doc[token.i + 1 : token.i + 3]
        if token.lemma_.lower() not in _RULERS or len(after) < 2 or after[0].lower_ != "in":
            return None
        held = self.cast.headed(after[1])
        return held.actors[0] if held is not None and held.kind == "metonym" and held.actors else None

    def body(self, country: str | None, suffix: str) -> tuple[str, ...]:
        """The body of a state, on stage from now on; empty where the state is not known."""
        if country is None:
            return ()
        identifier = f"{country}.{suffix}"
        actor = self.cast.actors.get(identifier) or gazetteer().actor(identifier)
        if actor is None:
            state = gazetteer().actor(country)
            if state is None:
                return ()
            actor = Actor(
                identifier, f"{state.name}: {suffix.lower()}", "people", country, suffix.split(".")[0], (), (), "text"
            )
        self.cast.actors.setdefault(identifier, actor)
        return (identifier,)

    def add(self, token: Token, ids: tuple[str, ...]) -> None:
        """Put a resolved noun phrase on stage."""
        start = left_edge(token)
        self.cast.add(Naming(start, token.i + 1, token.i, ids, "nominal", "actor"))


def _definite(token: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in token.children)


def _generic(token: Token) -> bool:
    """A bare plural that speaks of a kind: "tourists love it" is left alone, "the rebels" is not."""
    return token.dep_ in ("compound", "amod", "nmod")
