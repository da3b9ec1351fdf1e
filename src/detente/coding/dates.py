"""Which act a time expression dates: each expression goes to the act of its own clause, and a preposition opens its bounds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from spacy.tokens import Span as Words
from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.times.offsets import dated_by
from detente.coding.times.vocabulary import CARDINALS
from detente.reading.parse import Parsed
from detente.records import UNKNOWN, Moment, TimeExpression

__all__ = ["UNKNOWN", "Dated", "attach"]

_YEAR = 365
_TIMES_OF_DAY = frozenset(
    "evening morning night day week month year end start beginning eve afternoon midnight noon course hour dawn occasion time "
    "moment period stage point war".split()
)
_OPEN_LATER = frozenset({"since", "from", "after", "following"})
_OPEN_EARLIER = frozenset({"until", "till", "before", "by"})


@dataclass(frozen=True, slots=True)
class Dated:
    """The days of an act. `ahead`: they lie after the document's own day, or on it with a present tense."""

    moment: Moment
    ahead: bool = False


def attach(parsed: Parsed, triggers: Iterable[Token], times: Sequence[TimeExpression]) -> dict[int, Dated]:
    """For each trigger (by token index) the days that its own clause gives it.

    An expression climbs from its head to the first trigger above it; one that reaches none dates the triggers below the verb it
    hangs on, if they are of the same clause.
    """
    by_token = {t.i: t for t in triggers}
    if not by_token:
        return {}
    found: dict[int, tuple[tuple[bool, int], Dated]] = {}
    ends: dict[int, Dated] = {}
    known = ((e, _words(parsed, e)) for e in times if e.kind == "date" and e.moment.known)
    placed = [(expression, words) for expression, words in known if words is not None]
    for expression, words in placed:
        ends[words.end] = _bounded(parsed, words, expression, words.root)
        trigger, direct = _governing(dated_by(words, [w for _, w in placed]), by_token, opens=_opener(words) is not None)
        if trigger is None:
            continue
        rank = (not direct, abs(words.root.i - trigger.i))
        if trigger.i not in found or rank < found[trigger.i][0]:
            found[trigger.i] = (rank, _bounded(parsed, words, expression, trigger))
    dated = {i: when for i, (_, when) in found.items()}
    dated |= _in_when_clauses(by_token, dated, ends)
    dated |= _done_before(by_token, dated, [(e, w) for e, w in placed if e.moment.latest is not None])
    dated |= _shared(by_token, dated)
    return _soon_after(by_token, dated) | dated


def _in_when_clauses(triggers: dict[int, Token], dated: dict[int, Dated], ends: dict[int, Dated]) -> dict[int, Dated]:
    """ "… in May 2011, when they met": what a when-clause tells happened at the date it hangs on."""
    found: dict[int, Dated] = {}
    for i, token in triggers.items():
        if i in dated:
            continue
        clause = next((a for a in (token, *token.ancestors) if a.dep_ in ("advcl", "relcl")), None)
        day = _before_which(clause, ends) if clause is token else None
        if day is not None:
            found[i] = day
            continue
        when = (
            next((c for c in clause.children if c.lower_ == "when" and c.dep_ == "advmod"), None)
            if clause is not None
            else None
        )
        if when is not None:
            day = ends.get(when.i) or ends.get(when.i - 1)
            if day is not None:
                found[i] = day
    return found


def _done_before(
    triggers: dict[int, Token], dated: dict[int, Dated], placed: Sequence[tuple[TimeExpression, Words]]
) -> dict[int, Dated]:
    """ "In the 1950s Silva, who had joined the bloc, left": what a past clause says of the subject was done by the main act's day."""
    found: dict[int, Dated] = {}
    for i, token in triggers.items():
        if i in dated or token.dep_ != "relcl" or token.tag_ not in ("VBD", "VBN") or token.head.pos_ not in ("NOUN", "PROPN"):
            continue
        noun = token.head.head if token.head.dep_ == "appos" else token.head
        verb = noun.head if noun.dep_ in syntax.SUBJECT else None
        if verb is None or verb.tag_ != "VBD":
            continue
        own = [e.moment.latest for e, w in placed if w.root.dep_ == "pobj" and w.root.head.head.i == verb.i]
        if len(own) == 1 and own[0] is not None:
            found[i] = Dated(Moment(None, own[0], "inferred", "told of one who acts then"))
    return found


def _before_which(clause: Token | None, ends: dict[int, Dated]) -> Dated | None:
    """ "the accord of May 1998, under which they withdrew", wherever the parser hangs the clause."""
    opening = clause.left_edge if clause is not None and clause.dep_ == "relcl" else None
    if opening is None or opening.lower_ not in ("under", "by", "through", "in") or opening.nbor().lower_ != "which":
        return None
    return ends.get(opening.i) or ends.get(opening.i - 1)


def _soon_after(triggers: dict[int, Token], dated: dict[int, Dated]) -> dict[int, Dated]:
    """ "On 3 May she rang, and within a day he lifted the ban"."""
    found: dict[int, Dated] = {}
    for i, token in triggers.items():
        verb = _told_by(token) if i not in dated else None
        if verb is None or verb.dep_ != "conj" or verb.head.i not in dated:
            continue
        for unit in syntax.prepositional(verb, ("within",)):
            soon = _lengthened(dated[verb.head.i].moment, unit)
            if soon is not None:
                found[i] = Dated(soon)
    return found


_LENGTHS = {"hour": 1, "day": 1, "week": 7}


def _lengthened(moment: Moment, unit: Token) -> Moment | None:
    """From the days of an act to a day or a week later."""
    number = next((c.lower_ for c in unit.children if c.dep_ in ("det", "nummod")), "")
    days = _LENGTHS.get(unit.lemma_, 0) * (1 if unit.lemma_ == "hour" else CARDINALS.get(number, 0))
    if not days or moment.earliest is None or moment.latest is None:
        return None
    return Moment(moment.earliest, moment.latest + timedelta(days=days), "relative")


def _told_by(token: Token) -> Token | None:
    """The verb with a subject in whose clause a trigger stands; of what is ordered, the order."""
    for above in (token, *token.ancestors):
        ordered = above.dep_ == "ccomp" and "to" in syntax.auxiliaries(above)  # "ordered the ban to be lifted"
        if above.pos_ in ("VERB", "AUX") and not ordered and any(c.dep_ in syntax.SUBJECT for c in above.children):
            return above
    return None


def _shared(triggers: dict[int, Token], dated: dict[int, Dated]) -> dict[int, Dated]:
    """ "On Monday they met and signed …": what is coordinated shares the day, unless it has one of its own."""
    shared: dict[int, Dated] = {}
    for i in sorted(triggers):
        token = triggers[i]
        if i in dated or any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in token.children):
            continue
        if token.dep_ in ("pcomp", "advcl"):
            # "in the 1970s they made up after quarrelling"
            wide = [d for j, d in dated.items() if (d.moment.days or 0) >= _YEAR and triggers[j].sent.start == token.sent.start]
            if len(wide) == 1:
                shared[i] = wide[0]
        if token.dep_ != "conj":
            continue
        first = token.head.i
        if first in dated or first in shared:
            shared[i] = dated.get(first) or shared[first]
    return shared


def _words(parsed: Parsed, expression: TimeExpression) -> Words | None:
    """The tokens of an expression, found through the map between original and clean text."""
    starts, ends = parsed.document.clean.starts, parsed.document.clean.ends
    from bisect import bisect_left

    first = bisect_left(starts, expression.span.start)
    last = bisect_left(ends, expression.span.end)
    if first >= len(starts) or last < first:
        return None
    return parsed.doc.char_span(first, min(last + 1, len(starts)), alignment_mode="expand")


_OPENERS = frozenset({"on", "in", "since", "from", "by", "until", "during"})


def _opener(words: Words) -> str | None:
    """The preposition of an expression that opens its sentence, lower case: such a date is the clause's."""
    first = words.start - 1
    opens = first >= words.sent.start and not any(t.is_alpha for t in words.doc[words.sent.start : first])
    return words.doc[first].lower_ if opens and words.doc[first].lower_ in _OPENERS else None


def _governing(root: Token, triggers: dict[int, Token], *, opens: bool = False) -> tuple[Token | None, bool]:
    """The trigger that an expression dates, and whether it hangs on it directly rather than on the verb above it."""
    for above in (root, *root.ancestors):
        if above.i in triggers:
            return triggers[above.i], True
        told = next((c for c in above.children if c.dep_ == "relcl" and c.i in triggers and c.i > root.i), None)
        if told is not None and above.pos_ in ("NOUN", "PROPN", "NUM"):
            return triggers[told.i], True  # "the accord of May 1998, under which they withdrew"
        if not opens and above.i != root.i and above.pos_ == "NOUN" and above.lemma_.lower() not in _TIMES_OF_DAY:
            return None, False  # it dates that noun: "a 2016 reconciliation"
        if above.pos_ in ("VERB", "AUX"):
            below = [t for t in triggers.values() if t.sent.start == above.sent.start and _of_clause(t, above)]
            return (min(below, key=lambda t: abs(t.i - root.i)) if below else None), False
    return None, False


def _of_clause(trigger: Token, verb: Token) -> bool:
    """Whether the trigger belongs to the clause of the verb: a noun in it, or an infinitive or coordinate of it."""
    if trigger.dep_ in ("relcl", "advcl", "ccomp"):
        return False
    for above in trigger.ancestors:
        if above.i == verb.i:
            return True
        if above.pos_ in ("VERB", "AUX") and above.dep_ in ("relcl", "advcl", "ccomp"):
            return False
    return False


def _bounded(parsed: Parsed, words: Words, expression: TimeExpression, trigger: Token) -> Dated:
    moment = expression.moment
    preposition = words.root.head.lower_ if words.root.dep_ in ("pobj", "pcomp") else _opener(words) or ""
    if preposition in ("since",):
        moment = Moment(moment.earliest, None, moment.basis, moment.note)
    elif preposition in ("after", "following") and moment.latest is not None:
        moment = Moment(moment.latest, None, moment.basis, moment.note)
    elif preposition == "before" and moment.earliest is not None:
        moment = Moment(None, moment.earliest - timedelta(days=1), moment.basis, moment.note)
    elif preposition == "by" or (preposition in ("until", "till") and not any(c.dep_ == "neg" for c in trigger.children)):
        moment = Moment(None, moment.latest, moment.basis, moment.note)
    if not moment.known:
        moment = expression.moment
    return Dated(moment, _ahead(parsed, moment, trigger))


def _ahead(parsed: Parsed, moment: Moment, trigger: Token) -> bool:
    own = parsed.document.date
    if own.latest is None or moment.earliest is None:
        return False
    if moment.earliest > own.latest:
        return True
    present = trigger.tag_ in ("VBP", "VBZ") and not any(c.dep_ in ("aux", "auxpass") for c in trigger.children)
    return present and moment.earliest >= own.latest and own.basis in ("explicit", "dateline")
