"""Who stands where in a clause: arguments of a verb or a noun, read from the dependency parse.

Everything here takes and returns spaCy tokens; a token stands for the phrase it heads. Coordinated heads are listed one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from detente.coding.misparsed import begun, beside, beside_name, misjoined, opens_clause, possessor

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
_COMPLEMENTS = frozenset({"dobj", "obj", "oprd", "attr", "ccomp", "xcomp", "acomp", "dative"})
OBJECT = frozenset({"dobj", "obj", "oprd", "attr"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
# Verbs whose object is the subject of the infinitive that follows: "asked Ankara to withdraw".
OBJECT_CONTROL = frozenset(
    "ask tell urge press order force allow permit help invite persuade convince call encourage enable let make want expect "
    "lead push require appeal see watch stop prevent deter keep beg lobby pressure have".split()
)

# Verbs whose object does what the gerund after "of", "for" or "from" tells: "accused Ankara of shelling", "kept them from firing".
CHARGE = frozenset(
    "accuse blame suspect condemn criticize criticise denounce thank praise punish sanction convict acquit absolve fault rebuke "
    "stop prevent keep bar ban prohibit dissuade deter discourage block".split()
)


def coordinated(head: Token) -> list[Token]:
    """The head and the heads coordinated with it, in the order of the text."""
    found = [head]
    for token in found:
        joined = [c for c in token.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")]
        found += [c for c in joined if not opens_clause(c)]
        found += beside(token)
        if len(found) > 12:
            break
    return found


def coordinated_all(heads: Iterable[Token]) -> list[Token]:
    """Every head with its coordinates, without repeats."""
    return list({t.i: t for h in heads for t in coordinated(h)}.values())


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, or as a bare participle after a noun ("sanctions imposed by Moscow")."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    if any(c.dep_ == "agent" for c in verb.children):
        # "which he called an act of war by …": the by-phrase belongs to a noun of an active clause, one with an object.
        finite = verb.tag_ in ("VBD", "VBZ", "VBP") and any(c.dep_ == "nsubj" for c in verb.children)
        return not finite or (verb.tag_ == "VBD" and not any(c.dep_ in _COMPLEMENTS for c in verb.children))
    own = any(c.dep_ in SUBJECT or c.dep_ == "aux" for c in verb.children)
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and not own:
        return True
    if (
        verb.dep_ == "conj"
        and verb.tag_ == "VBN"
        and not any(c.dep_ in SUBJECT or c.dep_.startswith("aux") for c in verb.children)
    ):
        return verb.head.tag_ == "VBN" and verb.head.i != verb.i and is_passive(verb.head)
    return False


def conjoined(verb: Token) -> Token:
    """The verb that a coordinated verb stands beside. A past tense does not stand beside an infinitive, whatever the parser

    says: "voiced hope to talk and revived the deal" joins *revived* to *voiced*.
    """
    head = verb.head
    while verb.tag_ in ("VBD", "VBZ", "VBP") and head.tag_ in ("VB", "VBG") and not auxiliaries(head) - {"to"}:
        above = next((a for a in head.ancestors if a.tag_ in ("VBD", "VBZ", "VBP", "MD")), None)
        if above is None or above.sent.start != verb.sent.start:
            break
        head = above
    return head


def own_subjects(verb: Token) -> list[Token]:
    """Heads of the verb's own subject; the noun that a relative pronoun stands for."""
    found = [c for c in verb.children if c.dep_ in SUBJECT] or possessor(verb) or misjoined(verb)
    return [antecedent(t) for t in found]


_MEANS = frozenset("way means method formula opportunity chance step measure effort time".split())


def antecedent(token: Token) -> Token:
    """For a relative pronoun the noun it stands for, else the token itself."""
    if token.lower_ in RELATIVE and token.tag_ in ("WDT", "WP", "WP$", "IN", "DT"):
        clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
        if clause is not None:
            return clause.head
    return token


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Heads of who does it, through coordination, control and participles; of a passive, of what it is done to."""
    own = own_subjects(verb)
    if own or depth > 6:
        return coordinated_all(own)
    return coordinated_all(_inherited(verb, depth))


def _inherited(verb: Token, depth: int) -> list[Token]:
    head = conjoined(verb) if verb.dep_ == "conj" else verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX") and head.i != verb.i:
        return [] if is_passive(head) and not is_passive(verb) else subjects(head, depth + 1)
    if verb.dep_ in ("xcomp", "ccomp"):
        given = [c for c in head.children if c.dep_ in ("dobj", "obj", "iobj", "dative")]
        if given and head.lemma_ in OBJECT_CONTROL:
            return given
        target = _prep_control(head)
        if target is not None:
            return [target]
        if head.pos_ in ("VERB", "AUX"):
            return subjects(head, depth + 1)
        return subjects(head.head, depth + 1) if head.pos_ == "ADJ" and head.head.pos_ in ("VERB", "AUX") else []
    if verb.dep_ in ("amod", "relcl"):
        return _of_participle(verb, depth)
    if verb.dep_ == "advcl" and head.pos_ in ("VERB", "AUX"):
        return [] if verb.tag_ == "VBN" and not is_passive(verb) else subjects(head, depth + 1)
    if verb.dep_ == "acl":
        return [head] if verb.tag_ in ("VBG", "VBN") else noun_holder(head)
    if verb.dep_ == "pcomp":
        anchor = head.head
        if anchor.pos_ in ("ADV", "ADJ") and anchor.i != anchor.head.i:
            anchor = anchor.head  # "stopped short of firing"
        if anchor.pos_ in ("VERB", "AUX"):
            charged = objects(anchor) if anchor.lemma_ in CHARGE and not is_passive(anchor) else []
            return charged or subjects(anchor, depth + 1)
        return noun_holder(anchor)
    return []


def _of_participle(verb: Token, depth: int) -> list[Token]:
    """The doer of a gerund read as an adjective, of an infinitive that says what a way or chance is for; of a passive its noun."""
    started, absolute = begun(verb), beside_name(verb)
    if started is not None:
        return subjects(started, depth + 1)
    if absolute is not None:
        return [absolute]
    if verb.dep_ == "relcl" and "to" in auxiliaries(verb) and verb.head.lemma_ in _MEANS:
        return noun_holder(verb.head)  # "ways to boost trade"
    return [verb.head] if verb.dep_ == "relcl" and is_passive(verb) else []


def _prep_control(verb: Token) -> Token | None:
    """ "called on Ankara to withdraw": the object of the preposition does it."""
    if verb.lemma_ in ("call", "appeal", "rely"):
        return next((p for c in verb.children if c.dep_ == "prep" and c.lower_ in ("on", "to") for p in objects_of(c)), None)
    return None


def noun_holder(noun: Token) -> list[Token]:
    """Who a deed noun belongs to: "Ankara's decision to", "the decision by Ankara to"; else the subject of its clause."""
    own = [c for c in noun.children if c.dep_ == "poss"] + prepositional(noun, ("by",))
    if own:
        return coordinated_all(own)
    head = noun.head
    if noun.dep_ in ("dobj", "obj", "attr", "pobj") and head.pos_ in ("VERB", "AUX"):
        return subjects(head, 3)
    if noun.dep_ == "pobj" and head.head.pos_ in ("VERB", "AUX"):
        return subjects(head.head, 3)
    return []


def agents(verb: Token) -> list[Token]:
    """Heads of the by-phrase, of a passive also where it hangs on what somebody was made: "declared unwelcome by Peru"."""
    own = [c for c in verb.children if c.dep_ == "agent" or c.lower_ == "by"]
    if not own and is_passive(verb):
        made = (c for c in verb.children if c.dep_ in ("oprd", "attr", "acomp", "dobj"))
        own = [t for c in made for t in c.subtree if t.lower_ == "by" and t.dep_ in ("prep", "agent")]
    return coordinated_all(p for c in own for p in objects_of(c))


def objects(verb: Token) -> list[Token]:
    """Heads of the direct object; of a relative clause whose relative pronoun is the object, the noun it stands for."""
    found = [antecedent(c) for c in verb.children if c.dep_ in ("dobj", "obj")]
    if not found and (begun(verb) or beside_name(verb)) is not None:
        return coordinated(verb.head)
    if not found and verb.dep_ == "relcl" and not is_passive(verb):
        taken = any(antecedent(c).i == verb.head.i for c in verb.children if c.dep_ in SUBJECT)
        if not taken and any(c.dep_ in SUBJECT for c in verb.children):
            found = [_before_that(verb) or verb.head]
    return coordinated_all(found)


def _before_that(verb: Token) -> Token | None:
    """ "a letter about the plane that they shot down": where *that* is read as a conjunction, the noun before it is meant."""
    that = next((c for c in verb.children if c.lower_ == "that" and c.dep_ == "mark"), None)
    if that is None or that.i == 0:
        return None
    noun = that.doc[that.i - 1]
    return noun if noun.pos_ in ("NOUN", "PROPN") and verb.head in noun.ancestors else None


def indirect_objects(verb: Token) -> list[Token]:
    """Heads of the dative."""
    direct = [c for c in verb.children if c.dep_ in ("iobj", "dative")]
    return coordinated_all(p for c in direct for p in (objects_of(c) if c.pos_ == "ADP" else [c]))


def objects_of(preposition: Token) -> Iterator[Token]:
    """Heads that the preposition governs, also through "out of", "because of"."""
    for child in preposition.children:
        if child.dep_ in ("pobj", "obj"):
            yield child
        elif child.dep_ == "prep":
            yield from objects_of(child)


def prepositional(head: Token, words: Iterable[str]) -> list[Token]:
    """Heads of the phrases that one of the prepositions joins to the head."""
    wanted = frozenset(words)
    found = [p for c in head.children if c.dep_ in ("prep", "agent", "dative") and c.lower_ in wanted for p in objects_of(c)]
    if "near" in wanted:
        found += [p for c in head.children if c.lower_ in _CLOSE for g in c.children if g.lower_ == "to" for p in objects_of(g)]
    return coordinated_all(found)


_CLOSE = frozenset({"close", "next", "adjacent", "opposite"})


def left_of(noun: Token) -> list[Token]:
    """ "most of what was left of those sanctions": what a part is a part of, behind a clause."""
    clauses = [c for p in noun.children if p.dep_ == "prep" and p.lower_ == "of" for c in p.children if c.dep_ == "pcomp"]
    return [p for c in clauses if c.lemma_ in ("leave", "remain") for p in prepositional(c, ("of",))]


def particles(verb: Token) -> frozenset[str]:
    """Particles and bare adverbial prepositions: "shoot *down*", "pull *out* of"."""
    return frozenset(
        c.lower_
        for c in verb.children
        if c.dep_ == "prt"
        or (c.dep_ in ("advmod", "prep") and c.lower_ in _PARTICLES and not any(g.dep_ == "pobj" for g in c.children))
    )


_PARTICLES = frozenset("down up out off over away back".split())


def auxiliaries(verb: Token) -> frozenset[str]:
    """Lower-case auxiliaries of the verb."""
    return frozenset(c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass"))


def is_negated(token: Token) -> bool:
    """Whether a negation word hangs on the token itself."""
    return any(
        c.dep_ == "neg"
        or (c.lower_ in ("never", "no", "hardly", "neither", "nor") and c.dep_ in ("det", "advmod", "cc", "preconj"))
        for c in token.children
    )
