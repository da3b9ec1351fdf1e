"""Pronouns, resolved where subject and recency agree, left open elsewhere.

References:
    Hobbs (1978), Resolving pronoun references; Lappin & Leass (1994), An algorithm for pronominal anaphora resolution. The order
    kept here is theirs: subject of the same sentence, subject of the sentence before, then the nearest.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from detente.coding import syntax
from detente.coding.cast import Cast, Naming
from detente.reference import gazetteer, roles

_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_THEY = frozenset("they them their theirs themselves".split())
_IT = frozenset("it its itself".split())
_IMPERSONAL = frozenset("seem appear happen remain turn rain follow matter take become".split())


def find(cast: Cast) -> None:
    """Resolve the pronouns in the order of the text; a pronoun just resolved counts as a mention of its actor."""
    sentences = list(cast.parsed.doc.sents)
    for n, sentence in enumerate(sentences):
        before = sentences[n - 1] if n and _near(sentences[n - 1], sentence) else None
        for token in sentence:
            ids = _resolve(cast, token, sentence, before)
            if ids:
                cast.add(Naming(token.i, token.i + 1, token.i, ids, "pronoun", "actor"))


def _unsure(cast: Cast, token: Token, sentence: Words) -> bool:
    """A machine translation makes "him" of states: a gendered pronoun that is no subject, after a state, is left open."""
    if "machine_translated" not in cast.parsed.document.degraded or token.dep_ in syntax.SUBJECT:
        return False
    before = [
        n for n in cast.namings if sentence.start <= n.start < token.i and n.kind in ("name", "metonym") and n.sense == "actor"
    ]
    kinds = [cast.actors[n.actors[0]].kind for n in sorted(before, key=lambda n: -n.start)]
    return "state" in kinds


def _near(before: Words, sentence: Words) -> bool:
    return sentence.start - before.start < 120


def _resolve(cast: Cast, token: Token, sentence: Words, before: Words | None) -> tuple[str, ...]:
    word = token.lower_
    if token.pos_ not in ("PRON", "DET") or cast.headed(token) is not None:
        return ()
    if (word in _HE or word in _SHE) and _unsure(cast, token, sentence):
        return ()
    if word in _HE or word in _SHE:
        return _search(cast, token, sentence, before, lambda n: _person(cast, n, "m" if word in _HE else "f"))
    if word in _THEY:
        return _search(cast, token, sentence, before, lambda n: len(n.actors) > 1 or _plural(cast, n), joined=True)
    if word == "it" and _of_a_thing(token):
        return ()
    if word in _IT and not _pleonastic(token):
        return _search(cast, token, sentence, before, lambda n: _thing(cast, n))
    if word == "who" and token.dep_ in syntax.SUBJECT:
        held = cast.headed(syntax.antecedent(token))
        return held.actors if held is not None and held.kind in ("name", "nominal") and held.sense == "actor" else ()
    return ()


def _search(
    cast: Cast,
    token: Token,
    sentence: Words,
    before: Words | None,
    fits: Callable[[Naming], bool],
    joined: bool = False,
) -> tuple[str, ...]:
    """The subject nearest to the left in the sentence, then the nearest mention there, then the same in the sentence before."""
    own = _controller(cast, token) or _possessor_above(cast, token)
    if own is not None and fits(own):
        return own.actors
    here = [n for n in cast.namings if sentence.start <= n.start and n.end <= token.i]
    there = [n for n in cast.namings if before is not None and before.start <= n.start < before.end]
    doc = token.doc
    quoted = _quotation_before(token)
    for pool in (here, there):
        ranked = sorted((n for n in pool if not quoted <= n.start < token.i), key=lambda n: -n.start)
        ranked = [n for n in ranked if n.sense == "actor" and n.kind != "adjective" and not _bound(token, doc[n.head])]
        if joined:
            pair = _coordination(cast, ranked, doc)
            if pair:
                return pair
        subjects = [n for n in ranked if _is_subject(doc[n.head]) and fits(n)]
        rivals = {n.actors for n in ranked if fits(n) and doc[n.head].dep_ in ("dobj", "obj")} - {s.actors for s in subjects}
        if joined and rivals and subjects and token.dep_ in ("dobj", "obj"):
            return ()  # "jets bombed the rebels while Peru armed them": an object may go on as the object
        if subjects:
            best = subjects[-1] if pool is there else subjects[0]
            return best.actors
        others = [n for n in ranked if fits(n)]
        if others and (pool is here or len({n.actors for n in others}) == 1):
            return others[0].actors
    return ()


def _quotation_before(token: Token) -> int:
    """Where the quotation begins that ends right before the pronoun: who "…," he said is, nobody named within it can tell."""
    doc = token.doc
    marks = ('"', "“", "”", "''", "``")
    if token.i < 2 or doc[token.i - 1].text not in marks or not doc[token.i - 1].whitespace_:
        return token.i
    return next((i for i in range(token.i - 2, max(token.i - 120, -1), -1) if doc[i].text in marks), token.i)


def _controller(cast: Cast, token: Token) -> Naming | None:
    """ "urged Ankara to withdraw its troops", "accused Peru of moving its fleet": whose object does what follows."""
    verb = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if token.dep_ != "poss" or verb is None or any(c.dep_ in syntax.SUBJECT for c in verb.children):
        return None
    doers = syntax.own_subjects(verb)  # one that the parser joined to the clause before
    if verb.dep_ in ("xcomp", "ccomp", "pcomp") and not doers:
        doers = [t for t in syntax.subjects(verb) if t.i < token.i]
    held = cast.headed(doers[0]) if len(doers) == 1 else None
    return held if held is not None and held.sense == "actor" and held.kind != "adjective" else None


def _possessor_above(cast: Cast, token: Token) -> Naming | None:
    """ "Peru's ability to act depends on its …": whose the subject is, where the subject itself is nobody."""
    if token.dep_ != "poss" or token.lower_ != "its":
        return None
    verb = next(
        (a for a in token.ancestors if a.pos_ in ("VERB", "AUX") and syntax.own_subjects(a) and a.i != token.head.i), None
    )
    subject = next((t for t in syntax.own_subjects(verb) if t.i < token.i), None) if verb is not None else None
    if subject is None or cast.headed(subject) is not None or token in subject.subtree:
        return None
    owner = next((c for c in subject.children if c.dep_ == "poss"), None)
    held = cast.headed(owner) if owner is not None else None
    return held if held is not None and held.sense == "actor" else None


def _coordination(cast: Cast, ranked: list[Naming], doc: Doc) -> tuple[str, ...]:
    """ "Moscow and Ankara … their": the heads joined last."""
    for naming in ranked:
        token = doc[naming.head]
        if len(naming.actors) > 1 and naming.kind != "pronoun":
            return naming.actors
        if token.dep_ == "conj":
            other = cast.headed(token.head)
            if other is not None and other.sense == "actor" and other.actors != naming.actors:
                return tuple(dict.fromkeys([*other.actors, *naming.actors]))
    return ()


def _bound(pronoun: Token, head: Token) -> bool:
    """An object pronoun is not its own clause's subject: "Ankara told him" – but "its" may be."""
    if pronoun.dep_ in ("poss",) or pronoun.lower_.endswith(("self", "selves")):
        return False
    if pronoun.dep_ in ("dobj", "obj") and any(t.i == head.i for t in syntax.subjects(pronoun.head)):
        return True  # "she honoured him by receiving him"
    return head.dep_ in syntax.SUBJECT and head.head.i == pronoun.head.i and pronoun.dep_ in ("dobj", "iobj", "dative", "pobj")


def _is_subject(token: Token) -> bool:
    while token.dep_ == "conj":
        token = token.head
    return token.dep_ in syntax.SUBJECT


def _person(cast: Cast, naming: Naming, gender: str) -> bool:
    if len(naming.actors) != 1:
        return False
    actor = cast.actors[naming.actors[0]]
    head = cast.parsed.doc[naming.head]
    if naming.kind == "nominal" and head.tag_ == "NN" and roles.role(head.lemma_) is not None:
        return True
    return actor.kind in ("leader", "person") and gazetteer().genders.get(actor.id, gender) == gender


def _thing(cast: Cast, naming: Naming) -> bool:
    if len(naming.actors) != 1:
        return False
    return cast.actors[naming.actors[0]].kind in ("state", "agency", "igo", "party", "firm", "armed_group")


def _plural(cast: Cast, naming: Naming) -> bool:
    if naming.kind == "name" and len(naming.actors) == 1 and cast.actors[naming.actors[0]].kind == "armed_group":
        return True
    return (
        naming.kind == "nominal"
        and cast.parsed.doc[naming.head].tag_ in ("NNS", "NNPS")
        and cast.actors[naming.actors[0]].kind not in ("leader", "person")
    )


# What is done to states and bodies rather than to things said, built or agreed.
_DONE_TO_STATES = frozenset(
    "recognize recognise attack invade accuse blame join support sanction help arm threaten back defend punish isolate press "
    "pressure urge condemn criticize criticise warn release free oblige force allow enable encourage let ask tell order persuade "
    "convince want expect leave occupy bomb annex aid assist sue fight defeat".split()
)


def _of_a_thing(token: Token) -> bool:
    """Whether an object "it" stands for what was said or made rather than for whoever acts: "denied it", "took part in it"."""
    if token.dep_ == "pobj":
        return token.head.lower_ not in ("with", "upon")
    return token.dep_ in ("dobj", "obj") and token.head.lemma_.lower() not in _DONE_TO_STATES


def _pleonastic(token: Token) -> bool:
    """ "It is clear that", "it seems", "make it harder to"."""
    verb = token.head
    if token.dep_ in ("nsubj", "nsubjpass", "expl"):
        if verb.lemma_ in _IMPERSONAL:
            return True
        clause = any(c.dep_ in ("ccomp", "xcomp", "csubj", "advcl") for c in verb.children)
        return verb.lemma_ == "be" and (
            clause
            or (
                any(c.dep_ == "acomp" for c in verb.children)
                and any(g.dep_ in ("ccomp", "xcomp") for c in verb.children for g in c.children)
            )
        )
    return verb.lemma_ in ("make", "find", "consider", "think") and token.dep_ in ("nsubj", "dobj")
