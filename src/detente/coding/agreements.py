"""Agreements as each sentence tells them: who with whom, about what, and in which state.

A noun of agreement (*deal, treaty, memorandum, ceasefire*) or of a joint work (*pipeline, plant*) is read with the verb that
governs it: what is done to it gives its state. The parties come from its own phrase or from that verb; a definite noun without
parties points back to the agreement of that kind told last. Fewer than two parties, and nothing is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from detente.coding import dates, syntax
from detente.coding.cast import Cast
from detente.coding.modality import standing
from detente.coding.roles import side
from detente.records import UNKNOWN, AgreementReport, AgreementStatus, Modality, Report, TimeExpression

_PACTS = frozenset(
    "agreement deal treaty accord memorandum contract pact protocol ceasefire truce armistice mechanism settlement convention "
    "communique charter arrangement".split()
)
_WORKS = frozenset("pipeline plant reactor railway bridge corridor terminal".split())

_STEPS: dict[str, AgreementStatus] = {}
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
        _STEPS.setdefault(_lemma, _status)

# Verbs whose object can only be an agreement, however far from it the parser hangs the relative clause.
_SIGNED = frozenset({"sign", "ratify", "ink", "initial"})
_TRADE = frozenset("buy sell purchase acquire deliver supply build order".split())
_SECRET = frozenset("public published disclosed revealed released".split())
_DULL = frozenset(
    "deal agreement treaty accord memorandum contract pact protocol mechanism arrangement text full key part country state side new "
    "several major recent bilateral joint which that two year month week day settlement project leader president".split()
)


@dataclass(frozen=True, slots=True)
class _Told:
    noun: Token
    parties: tuple[str, ...]
    status: AgreementStatus
    subject: tuple[str, ...]
    verb: Token | None
    modality: Modality


def find(cast: Cast, times: Sequence[TimeExpression], reports: Sequence[Report] = ()) -> list[AgreementReport]:
    """Every telling of an agreement in the document, in the order of the text."""
    told: list[_Told] = []
    for noun in cast.parsed.doc:
        if noun.pos_ == "NOUN" and noun.lemma_.lower() in _PACTS | _WORKS and noun.dep_ not in ("compound",):
            found = _tell(cast, noun, told, reports)
            if found is not None:
                told.append(found)
    when = dates.attach(cast.parsed, [t.verb or t.noun for t in told], times)
    return [_row(cast, one, when.get((one.verb or one.noun).i)) for one in told]


def _tell(cast: Cast, noun: Token, before: list[_Told], reports: Sequence[Report]) -> _Told | None:
    verb, status = _state(noun)
    subject = _subject(cast, noun)
    parties = _parties(cast, noun, verb)
    if len(cast.countries(parties)) < 2:
        last = _last(noun, subject, before)
        if last is not None:
            parties = last.parties
            subject = tuple(dict.fromkeys([*subject, *last.subject]))[:8]
        else:
            parties = _just_agreed(cast, noun, subject, reports)
            if not parties:
                return None
    modality = standing(verb or noun).modality
    if noun.lemma_.lower() in _WORKS and status == "unknown":
        return None
    return _Told(noun, tuple(sorted({_state_of(cast, i) for i in parties})), _real(status, modality), subject, verb, modality)


def _state_of(cast: Cast, identifier: str) -> str:
    """Parties to an agreement are states, whoever signs for them; an actor of no state stands for itself."""
    country = cast.country(identifier)
    actor = cast.actors[identifier]
    return country if country and actor.kind not in ("armed_group", "people", "party", "firm") else identifier


def _real(status: AgreementStatus, modality: Modality) -> AgreementStatus:
    """What is not yet or not done is being talked about; a denied end or breach says nothing."""
    if modality == "actual" or status in ("proposed", "negotiating", "unknown"):
        return status
    if status in ("signed", "ratified", "in_force", "revived"):
        return "negotiating" if modality in ("future", "negated") else "proposed"
    return "unknown"


def _state(noun: Token) -> tuple[Token | None, AgreementStatus]:
    """The verb that acts on the agreement, and the state that this puts it in."""
    for clause in noun.children:
        if clause.dep_ in ("relcl", "acl") and clause.lemma_ in _STEPS:
            return clause, _STEPS[clause.lemma_]
    for clause in noun.doc[noun.i + 1 : noun.sent.end]:
        if clause.lemma_.lower() in _PACTS:
            break
        if clause.dep_ == "relcl" and clause.lemma_ in _SIGNED and any(c.lower_ in ("which", "that") for c in clause.children):
            return clause, _STEPS[clause.lemma_]
    head = noun.head
    if noun.dep_ == "pobj" and head.head.lemma_.lower() in _STEPS:
        above = head.head
        return (above if above.pos_ == "VERB" else None), _STEPS[above.lemma_.lower()]
    if noun.dep_ in ("dobj", "obj", "nsubjpass", "nsubj", "conj") and head.pos_ in ("VERB", "AUX"):
        if head.lemma_ in ("enter", "come", "take") and any(t.lower_ in ("force", "effect") for t in head.subtree):
            return head, "in_force"
        if noun.dep_ != "nsubj" or head.lemma_ in ("collapse", "end", "expire", "fail", "break"):
            status = _STEPS.get(head.lemma_.lower(), "unknown")
            above = head.head
            if status == "proposed" and head.lemma_ in ("set", "establish", "create") and above.lemma_ == "agree":
                return above, "proposed"
            return head, status
        return head, "unknown"
    return None, "unknown"


def _parties(cast: Cast, noun: Token, verb: Token | None) -> tuple[str, ...]:
    own = side(cast, [c for c in noun.children if c.dep_ == "poss"], owners=False)
    around = side(cast, syntax.prepositional(noun, ("between", "with", "among", "by")), owners=False)
    ids = [*own.ids, *around.ids]
    ids += [i for i in cast.nation(noun) if i not in ids]
    if verb is not None and len(cast.countries(ids)) < 2:
        doers = syntax.agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb)
        ids += side(cast, [t for t in doers if t.i != noun.i], owners=False).ids
        ids += side(cast, syntax.prepositional(verb, ("with", "between", "from")), owners=False).ids
    if len(cast.countries(ids)) < 2:
        root = verb if verb is not None else noun
        trades = [t for t in root.subtree if t.lemma_ in _TRADE and t.i > noun.i]
        inside = [t for c in trades for t in (*syntax.prepositional(c, ("from", "to", "with")), *_of_goods(c))]
        ids += side(cast, inside, owners=False).ids
    if noun.lemma_.lower() in _WORKS and len(cast.countries(ids)) < 2:
        for token in syntax.prepositional(noun, ("from", "via", "through", "to")):
            held = cast.at(token)
            ids += list(held.actors) if held is not None else []
    return tuple(dict.fromkeys(ids))


def _just_agreed(cast: Cast, noun: Token, subject: tuple[str, ...], reports: Sequence[Report]) -> tuple[str, ...]:
    """ "The agreement …" after "they met and agreed …": those who have just met or agreed."""
    if not any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in noun.children):
        return ()
    at = cast.parsed.span(noun).start
    near = [
        r for r in reports if r.plover in ("AGREE", "CONSULT") and 0 < at - r.trigger.start < 600 and r.modality == "actual"
    ]
    for report in reversed(near):
        told = cast.parsed.document.at(report.sentence).casefold()
        if not (any(w in told for w in subject) if subject else at - report.trigger.start < 250):
            continue
        both = tuple(dict.fromkeys([*report.source, *report.target]))
        if len(cast.countries(both)) >= 2:
            return both
    return ()


def _of_goods(trade: Token) -> list[Token]:
    return [p for o in syntax.objects(trade) for p in syntax.prepositional(o, ("from", "to"))]


def _last(noun: Token, subject: tuple[str, ...], before: list[_Told]) -> _Told | None:
    """The agreement that a noun without parties points back to: one about the same thing, or the last of the same noun."""
    for one in reversed(before):
        if set(subject) & set(one.subject):
            return one
    definite = any(c.dep_ in ("det", "poss") and c.lower_ in ("the", "this", "that", "its", "their") for c in noun.children)
    if definite and not subject:
        for one in reversed(before):
            if one.noun.lemma_ == noun.lemma_ and noun.i - one.noun.i < 120:
                return one
    return None


def _subject(cast: Cast, noun: Token) -> tuple[str, ...]:
    """What it is about: the content words of its phrase, names of its parties apart."""
    words: list[str] = (
        [noun.lemma_.lower()] if noun.lemma_.lower() in _WORKS or noun.lemma_.lower() in ("ceasefire", "truce") else []
    )
    for token in sorted(_phrase(noun), key=lambda t: t.i):
        held = cast.inside(token)
        if held is not None and held.kind != "nominal" and held.sense == "actor":
            continue
        if (
            token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")
            or token.is_stop
            or token.like_num
            or token.ent_type_ in ("DATE", "TIME", "MONEY")
        ):
            continue
        word = _compound(token)
        if word not in _DULL and word not in words and len(word) > 1:
            words.append(word)
    return tuple(words[:8])


def _phrase(noun: Token) -> list[Token]:
    """Modifiers before the noun, and its on-, of-, for-phrases and infinitives after it, without relative clauses."""
    found: list[Token] = []
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod", "appos"):
            found += list(child.subtree)
        elif child.dep_ == "prep" and child.lower_ == "in":
            found += [t for t in syntax.objects_of(child) if t.pos_ == "PROPN"]
        elif child.dep_ == "prep" and child.lower_ in ("on", "of", "for", "over", "about", "to"):
            found += list(child.subtree)[:12]
        elif child.dep_ in ("acl", "relcl") and child.lemma_ in (
            "buy",
            "sell",
            "build",
            "deploy",
            "prevent",
            "purchase",
            "involve",
            "establish",
            "deliver",
            "lift",
        ):
            found += [t for o in syntax.objects(child) for t in o.subtree][:8]
    return found


def _compound(token: Token) -> str:
    doc, i = token.doc, token.i
    if i + 2 < len(doc) and doc[i + 1].text == "-" and not token.whitespace_:
        return f"{token.lower_}-{doc[i + 2].lower_}"
    if i >= 2 and doc[i - 1].text == "-" and not doc[i - 2].whitespace_:
        return f"{doc[i - 2].lower_}-{token.lower_}"
    return token.lemma_.lower()


def _row(cast: Cast, one: _Told, when: dates.Dated | None) -> AgreementReport:
    parsed = cast.parsed
    sentence = parsed.sentence(one.noun)
    first = min([one.noun.i, *(c.left_edge.i for c in one.noun.children if c.dep_ in ("amod", "compound", "nmod", "det"))])
    name = parsed.doc[first : one.noun.i + 1].text
    if one.subject and len(one.subject) > 0 and not any(w in name.lower() for w in one.subject):
        name = f"{' '.join(one.subject[:4])} {one.noun.lemma_.lower()}"
    return AgreementReport(
        span=sentence,
        sentence=sentence,
        name=" ".join(name.split()).removeprefix("the ").removeprefix("a ").removeprefix("The "),
        parties=one.parties,
        status=one.status,
        moment=when.moment if when is not None else UNKNOWN,
        terms=_terms(one.noun),
        subject=one.subject,
        terms_unknown=_unpublished(one.noun),
    )


def _terms(noun: Token) -> str | None:
    """The words that say what it provides: "to …", "on …", "under which …"."""
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") or (child.dep_ == "prep" and child.lower_ in ("on", "for", "over")):
            words = noun.doc[child.left_edge.i : child.right_edge.i + 1].text
            return " ".join(words.split())
    return None


def _unpublished(noun: Token) -> bool:
    """Whether the sentence says that its text or terms were not made public."""
    if any(c.lower_ in ("secret", "unpublished", "undisclosed") for c in noun.children):
        return True
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.head.lemma_ in ("text", "term", "detail", "content") else noun
    verb = above.head
    if above.dep_ not in syntax.SUBJECT or not syntax.is_negated(verb):
        return False
    return verb.lower_ in _SECRET or any(t.lower_ in _SECRET and abs(t.i - verb.i) <= 3 for t in verb.subtree)
