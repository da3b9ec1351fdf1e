"""Agreements as each sentence tells them: who with whom, about what, and in which state.

A noun of agreement (*deal, treaty, memorandum, ceasefire*) or of a joint work (*pipeline, plant*, or its proper name) is read
with the verb that governs it: what is done to it gives its state. The parties come from its own phrase or from that verb; a
definite noun without parties points back to the agreement of that kind told last. With fewer than two parties it is told only
where a name or a designator says which agreement it is; which one, other documents may tell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from detente.coding.agreements.days import attached
from detente.coding.agreements.parties import just_agreed, parties, states
from detente.coding.agreements.steps import modality_of, real, step
from detente.coding.agreements.subject import is_anchored, name, subject
from detente.coding.agreements.terms import terms, unpublished
from detente.coding.agreements.vocabulary import TRADES, is_definite, is_head, is_work
from detente.coding.cast import Cast
from detente.records import UNKNOWN, AgreementReport, AgreementStatus, Moment, Report, TimeExpression

_BACK = 120  # tokens that a bare noun may point back
_MOST = 8  # words of a subject
_MADE = re.compile(r"\b(?:agreed|signed|concluded|sealed|struck|reached)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Told:
    """A telling. `act`: the report of the act of agreeing that a definite noun points back to."""

    noun: Token
    parties: tuple[str, ...]
    status: AgreementStatus
    subject: tuple[str, ...]
    verb: Token | None
    act: Report | None = None

    @property
    def trigger(self) -> Token:
        return self.verb if self.verb is not None else self.noun


def find(cast: Cast, times: Sequence[TimeExpression], reports: Sequence[Report] = ()) -> list[AgreementReport]:
    """Every telling of an agreement in the document, in the order of the text."""
    told: list[_Told] = []
    for noun in cast.parsed.doc:
        if is_head(noun):
            found = _tell(cast, noun, told, reports)
            if found is not None:
                told.append(found)
    when = attached(cast.parsed, [t.trigger for t in told], times)
    rows: list[AgreementReport] = []
    for one in told:
        row = _row(cast, one, when)
        acted = _acted(cast, one, row)
        rows += [acted, row] if acted is not None and acted not in rows else [row]
    return rows


def _tell(cast: Cast, noun: Token, before: list[_Told], reports: Sequence[Report]) -> _Told | None:
    verb, status = step(noun)
    about = subject(cast, noun)
    between = parties(cast, noun, verb)
    act = None
    if len(cast.countries(between)) < 2:
        last = _last(noun, about, before)
        act = just_agreed(cast, noun, about, reports) if last is None else None
        if last is not None:
            between, about = last.parties, tuple(dict.fromkeys([*about, *last.subject]))[:_MOST]
        elif act is not None:
            between = tuple(dict.fromkeys([*act.source, *act.target]))
        elif not is_anchored(noun, about):
            return None
    if is_work(noun) and status == "unknown":
        return None
    return _Told(noun, states(cast, between), real(status, modality_of(noun, verb)), about, verb, act)


def _last(noun: Token, about: tuple[str, ...], before: list[_Told]) -> _Told | None:
    """The agreement that a noun without parties points back to: one about the same thing, or the last of the same noun."""
    full = [one for one in reversed(before) if len(one.parties) >= 2]
    for one in full:
        if set(about) & set(one.subject):
            return one
    if is_definite(noun, ("the", "this", "that", "its", "their")) and not about:
        for one in full:
            if (one.noun.lemma_ == noun.lemma_ or {one.noun.lemma_, noun.lemma_} <= TRADES) and noun.i - one.noun.i < _BACK:
                return one
    return None


def _row(cast: Cast, one: _Told, when: Mapping[int, Moment]) -> AgreementReport:
    sentence = cast.parsed.sentence(one.noun)
    return AgreementReport(
        span=sentence,
        sentence=sentence,
        name=name(one.noun, one.subject),
        parties=one.parties,
        status=one.status,
        moment=when.get(one.trigger.i, UNKNOWN),
        terms=terms(one.noun),
        subject=one.subject,
        terms_unknown=unpublished(one.noun),
    )


def _acted(cast: Cast, one: _Told, row: AgreementReport) -> AgreementReport | None:
    """The act of agreeing as the first step of what a later sentence calls *the agreement*."""
    if one.act is None or not one.act.moment.known or one.act.sentence == row.sentence:
        return None
    at = one.act.sentence
    if not _MADE.search(cast.parsed.document.at(at)):
        return None
    return replace(row, span=at, sentence=at, status="signed", moment=one.act.moment, terms=None, terms_unknown=False)
