"""How much speaks for two tellings being one act, in points, and what forbids it whatever the points."""

from __future__ import annotations

from detente.ledger.tellings import WIDEST, Telling, gap, spread
from detente.ledger.triggers import DISTINCTIVE, UNIQUE, related, stem

SLIP_DAYS = 31
"""How far apart two dates of one unmistakable act may be told before they are two acts."""

_VERBAL_ACTS = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_ONE_OFF = frozenset({"signing", "deal", "ratification", "rapprochement", "ceasefire", "vote"})
_NEXT_SENTENCE = 400
_BLOW = 80
_UNREAL = frozenset({"negated", "hypothetical"})


def points(a: Telling, b: Telling) -> float:
    """How much speaks for one act, in points.

    Kind: same family 2, related 1, and 1 more for a rare kind or the same word. Parties: all the same 2, some unnamed 1.
    Days in common: within a week 3, a season 2, some thirteen months 1. Place the same 2, within one state 1.
    Objects the same 2, of one class 1. PLOVER type the same 1.
    """
    kind = 2.0 if a.family == b.family or one_blow(a, b) else 1.0 if related(a.family, b.family) or _hit(a, b) else 0.0
    if a.family == b.family and a.family in DISTINCTIVE:
        kind += 1.0
    who = 2.0 if _same_parties(a, b) or _same_victim(a, b) else 1.0
    return kind + who + day_points(a, b) + place_points(a, b) + thing_points(a, b) + (a.report.plover == b.report.plover)


def barred(a: Telling, b: Telling) -> bool:
    """Whether something forbids that both tell one act."""
    return (
        not _kinds_agree(a, b)
        or not _dates_agree(a, b)
        or not _modalities_agree(a, b)
        or not (_parties_agree(a, b) or one_blow(a, b))
        or not _places_agree(a, b)
        or a.things.clash(b.things)
    )


def one_blow(a: Telling, b: Telling) -> bool:
    """Whether one sentence tells a strike and, by its next verb, whom it killed: *shelled the post and killed two*."""
    if a.document != b.document or a.report.sentence != b.report.sentence or not a.source or a.source != b.source:
        return False
    first, second = sorted((a, b), key=lambda t: t.report.trigger)
    between = second.report.trigger.start - first.report.trigger.end
    return (first.family, second.family) == ("strike", "killing") and between <= _BLOW and second.done


def _hit(a: Telling, b: Telling) -> bool:
    """Whether one text has an aircraft hit and the other has it brought down."""
    kinds = {a.family, b.family}
    lost = "strike" in kinds and bool(kinds & {"downing", "destroy"})
    return lost and "aircraft" in a.things.classes & b.things.classes


def _kinds_agree(a: Telling, b: Telling) -> bool:
    if a.document == b.document and (a.generic or b.generic):
        return a.report.quad == b.report.quad
    if a.family != b.family and not related(a.family, b.family) and not one_blow(a, b) and not _hit(a, b):
        return False
    if a.report.plover == b.report.plover or a.report.quad == b.report.quad:
        return True
    return a.family == b.family and a.report.quad.partition("_")[2] == b.report.quad.partition("_")[2]


def _parties_agree(a: Telling, b: Telling) -> bool:
    if a.inside and a.inside == b.inside:
        return True
    if a.report.plover in _VERBAL_ACTS and _other_speaker(a, b):
        return False
    if a.mutual or b.mutual:
        small, large = sorted((a.parties, b.parties), key=len)
        return not small or (_within(small, large) and (len(small) == len(large) or len(small) == 1))
    return _meet(a.source, b.source) and _meet(a.target, b.target)


def _other_speaker(a: Telling, b: Telling) -> bool:
    """Whether two named members of one state speak: their statements are two acts."""
    named = [{s for s in t.report.source if s.count(".") >= 2} for t in (a, b)]
    return bool(named[0] and named[1] and not named[0] & named[1])


def _meet(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or any(_alike(x, y) for x in a for y in b)


def _within(small: frozenset[str], large: frozenset[str]) -> bool:
    return all(any(_alike(x, y) for y in large) for x in small)


def _alike(x: str, y: str) -> bool:
    """Whether two party keys may be one: the same, or a group and its kind (`TUR.REB` and `TUR.REB.PKK`)."""
    return x == y or ("." in x and y.startswith(x + ".")) or ("." in y and x.startswith(y + "."))


def _same_parties(a: Telling, b: Telling) -> bool:
    if a.mutual or b.mutual:
        return len(a.parties) > 1 and a.parties == b.parties
    return bool(a.source) and a.source == b.source and a.target == b.target


def _once(a: Telling, b: Telling) -> bool:
    """Whether the act can have happened but once: a coup in its weeks, the killing of one named person."""
    return a.family in UNIQUE or _same_victim(a, b)


def _same_victim(a: Telling, b: Telling) -> bool:
    """Whether both tell the killing of one named person."""
    named = {t for t in a.report.target if t.count(".") >= 2}
    return a.family == b.family == "killing" and bool(named & set(b.report.target))


def _modalities_agree(a: Telling, b: Telling) -> bool:
    told = {a.report.modality, b.report.modality}
    if told & _UNREAL:
        return len(told) == 1 and a.document == b.document
    if len(told) == 1:
        return True
    if a.document == b.document:
        # One article does not foretell what it tells as done; "the meeting" beside the announcement is the one announced.
        done = a if a.report.modality == "actual" else b
        return done.definite and not done.moment.known
    return a.moment.overlaps(b.moment) or _came_about(a, b)


def _came_about(a: Telling, b: Telling) -> bool:
    """Whether a text that says no day, written since the day that another announced, tells the announced act as done."""
    done, announced = (a, b) if a.report.modality == "actual" else (b, a)
    if done.moment.known or not done.done or done.told.earliest is None or announced.moment.latest is None:
        return False
    return announced.moment.latest <= done.told.earliest


def _dates_agree(a: Telling, b: Telling) -> bool:
    if a.moment.known and b.moment.known and not a.moment.overlaps(b.moment):
        return a.family == b.family and _once(a, b) and gap(a.moment, b.moment) <= SLIP_DAYS
    return max(a.window[0], b.window[0]) <= min(a.window[1], b.window[1])


def _places_agree(a: Telling, b: Telling) -> bool:
    """Whether the places fit; of a rare act they need not where the days do: its place is then contested."""
    if a.place is None or b.place is None or a.place.fits(b.place):
        return True
    return a.family == b.family and a.family in DISTINCTIVE and a.moment.overlaps(b.moment)


def day_points(a: Telling, b: Telling) -> float:
    """Points for days in common, 0–3."""
    if not a.moment.overlaps(b.moment):
        return 1.0 if a.around.overlaps(b.around) and (spread(a.around, b.around) or WIDEST + 1) <= WIDEST else 0.0
    width = spread(a.moment, b.moment)
    return 0.0 if width is None or width > WIDEST else 3.0 if width <= 7 else 2.0 if width <= 62 else 1.0


def place_points(a: Telling, b: Telling) -> float:
    """Points for the place, 0–2."""
    if a.place is None or b.place is None:
        return 0.0
    if a.place.name == b.place.name:
        return 1.0 if a.place.whole else 2.0
    return 1.0 if a.place.state and a.place.state == b.place.state else 0.0


def thing_points(a: Telling, b: Telling) -> float:
    """Points for the objects, 0–2."""
    if a.things.designators & b.things.designators:
        return 2.0
    return 1.0 if a.things.classes & b.things.classes else 0.0


def is_statement(telling: Telling) -> bool:
    """Whether the act is something said, of which one speaker says many to one hearer."""
    return telling.report.plover in _VERBAL_ACTS and telling.family not in _ONE_OFF


def same_words(a: Telling, b: Telling) -> bool:
    """Whether two statements are told by one word and close together, on one day, or about one thing."""
    if stem(a.report.lemma.casefold()) != stem(b.report.lemma.casefold()):
        return False
    close = abs(a.report.trigger.start - b.report.trigger.start) <= _NEXT_SENTENCE
    return close or day_points(a, b) >= 2 or bool(a.things.words & b.things.words)
