"""Which reports tell one act: first within each document in the order of reading, then across documents, best match first.

Two tellings are compared point by point (`points`), and some differences forbid a match whatever the points (`barred`): no day
in common, other parties, another weapon, a negated beside a real act, two different people's statements. A group takes a
telling only where none of its members is barred from it, and two groups that match a third equally well without matching each
other leave it alone: an act that cannot be told apart is not merged.

The groups do not depend on the order of the rows, and documents that share no party and kind of act never meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from detente.ledger.tellings import WIDEST, Telling, gap, months, spread
from detente.ledger.triggers import DISTINCTIVE, RECURRING, UNIQUE, related, root, stem

WITHIN, ACROSS = 4.0, 6.0
"""Points that make two tellings one act: in one document; in two, where more must agree."""

SLIP_DAYS = 31
"""How far apart two dates of one unmistakable act may be told before they are two acts."""

_VERBAL_ACTS = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_ONE_OFF = frozenset({"signing", "deal", "ratification", "rapprochement", "ceasefire", "vote"})
_NEXT_SENTENCE = 400
_HALF_YEAR = 183
_SAME = 2.0
_UNREAL = frozenset({"negated", "hypothetical"})

Group = tuple[Telling, ...]


def merge(spoken: Sequence[Telling], copies: Mapping[str, str]) -> list[Group]:
    """Groups of tellings of one act; every telling is in exactly one, a copy's (`copies`) in that of its twin."""
    twins = _twins(spoken, copies)
    by_document: dict[str, list[Telling]] = defaultdict(list)
    for telling in spoken:
        if telling.id not in twins:
            by_document[telling.document].append(telling)
    groups = _linked([chain for _, told in sorted(by_document.items()) for chain in _chains(told)])
    copied: dict[str, list[Telling]] = defaultdict(list)
    for telling in spoken:
        if telling.id in twins:
            copied[twins[telling.id]].append(telling)
    return [(*group, *(copy for t in group for copy in copied[t.id])) for group in groups]


def _twins(spoken: Sequence[Telling], copies: Mapping[str, str]) -> dict[str, str]:
    """Copied telling → its twin: told in the original by the same word, of the same parties, at the same place of its sentence."""
    originals: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
    for telling in spoken:
        if telling.document not in copies:
            originals[telling.document, *_marks(telling)].append(telling)
    found: dict[str, str] = {}
    for telling in spoken:
        free = originals.get((copies.get(telling.document), *_marks(telling)))
        if free:
            found[telling.id] = free.pop(0).id
    return found


def _marks(telling: Telling) -> tuple[object, ...]:
    row = telling.report
    return row.lemma, row.plover, row.source, row.target, row.modality, row.trigger.start - row.sentence.start


def points(a: Telling, b: Telling) -> float:
    """How much speaks for one act, in points.

    Kind: same family 2, related 1, and 1 more for a rare kind or the same word. Parties: all the same 2, some unnamed 1.
    Days in common: within a week 3, a season 2, some thirteen months 1. Place the same 2, within one state 1.
    Objects the same 2, of one class 1. PLOVER type the same 1.
    """
    kind = 2.0 if a.family == b.family else 1.0 if related(a.family, b.family) else 0.0
    if a.family == b.family and a.family in DISTINCTIVE:
        kind += 1.0
    who = 2.0 if _same_parties(a, b) else 1.0
    return kind + who + _days(a, b) + _place(a, b) + _things(a, b) + (a.report.plover == b.report.plover)


def barred(a: Telling, b: Telling) -> bool:
    """Whether something forbids that both tell one act."""
    return (
        not _kinds_agree(a, b)
        or not _dates_agree(a, b)
        or not _modalities_agree(a, b)
        or not _parties_agree(a, b)
        or not _places_agree(a, b)
        or a.things.clash(b.things)
    )


def _kinds_agree(a: Telling, b: Telling) -> bool:
    if a.document == b.document and (a.generic or b.generic):
        return a.report.quad == b.report.quad
    if a.family != b.family and not related(a.family, b.family):
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


def _modalities_agree(a: Telling, b: Telling) -> bool:
    told = {a.report.modality, b.report.modality}
    if told & _UNREAL:
        return len(told) == 1 and a.document == b.document
    if len(told) == 1:
        return True
    if a.document == b.document:
        return a.moment.overlaps(b.moment) or a.definite or b.definite
    return a.moment.overlaps(b.moment)


def _dates_agree(a: Telling, b: Telling) -> bool:
    if a.moment.known and b.moment.known and not a.moment.overlaps(b.moment):
        return a.family == b.family and a.family in UNIQUE and gap(a.moment, b.moment) <= SLIP_DAYS
    return max(a.window[0], b.window[0]) <= min(a.window[1], b.window[1])


def _places_agree(a: Telling, b: Telling) -> bool:
    """Whether the places fit; of a rare act they need not where the days do: its place is then contested."""
    if a.place is None or b.place is None or a.place.fits(b.place):
        return True
    return a.family == b.family and a.family in DISTINCTIVE and a.moment.overlaps(b.moment)


def _days(a: Telling, b: Telling) -> float:
    if not a.moment.overlaps(b.moment):
        return 1.0 if a.around.overlaps(b.around) and (spread(a.around, b.around) or WIDEST + 1) <= WIDEST else 0.0
    width = spread(a.moment, b.moment)
    return 0.0 if width is None or width > WIDEST else 3.0 if width <= 7 else 2.0 if width <= 62 else 1.0


def _place(a: Telling, b: Telling) -> float:
    if a.place is None or b.place is None:
        return 0.0
    if a.place.name == b.place.name:
        return 1.0 if a.place.whole else 2.0
    return 1.0 if a.place.state and a.place.state == b.place.state else 0.0


def _things(a: Telling, b: Telling) -> float:
    if a.things.designators & b.things.designators:
        return 2.0
    return 1.0 if a.things.classes & b.things.classes else 0.0


def _chains(told: Sequence[Telling]) -> list[Group]:
    """The acts of one document, each telling joined to the best earlier act, a bare noun to the latest that fits."""
    acts: list[list[Telling]] = []
    for telling in told:
        open_acts = [act for act in acts if not any(barred(telling, other) for other in act)]
        if telling.definite or telling.generic:
            fits = [act for act in open_acts if _pointed_at(telling, act)]
            chosen = max(fits, key=lambda act: act[-1].report.trigger, default=None)
        else:
            near = [act for act in open_acts if not _statement(telling) or any(_same_words(telling, other) for other in act)]
            scored = [(max(points(telling, other) for other in act), act[-1].report.trigger, act) for act in near]
            chosen = max((s for s in scored if s[0] >= WITHIN), key=lambda s: s[:2], default=(0, 0, None))[2]
        if chosen is None:
            acts.append([telling])
        else:
            chosen.append(telling)
    return [tuple(act) for act in acts]


def _statement(telling: Telling) -> bool:
    """Whether the act is something said, of which one speaker says many to one hearer."""
    return telling.report.plover in _VERBAL_ACTS and telling.family not in _ONE_OFF


def _same_words(a: Telling, b: Telling) -> bool:
    """Whether two statements are told by one word and close together, on one day, or about one thing."""
    if stem(a.report.lemma.casefold()) != stem(b.report.lemma.casefold()):
        return False
    close = abs(a.report.trigger.start - b.report.trigger.start) <= _NEXT_SENTENCE
    return close or _days(a, b) >= 2 or bool(a.things.words & b.things.words)


def _pointed_at(telling: Telling, act: Sequence[Telling]) -> bool:
    """Whether a noun that points back may mean this act; a generic noun only one of the same type."""
    if telling.generic:
        return any(telling.report.plover == other.report.plover for other in act)
    return any(points(telling, other) >= WITHIN - 1 for other in act)


def _linked(groups: Sequence[Group]) -> list[Group]:
    """Groups of several documents joined, best pair first."""
    speaking = [_speaking(group) for group in groups]
    scores = _scores(speaking)
    rivals: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), score in scores.items():
        rivals[i][j] = rivals[j][i] = score
    members: dict[int, list[int]] = {n: [n] for n in range(len(groups))}
    home = list(range(len(groups)))
    names = [min(t.id for t in group) for group in groups]
    for (i, j), _ in sorted(scores.items(), key=lambda item: (-item[1], names[item[0][0]], names[item[0][1]])):
        a, b = home[i], home[j]
        if a == b or _ambiguous(j, rivals[i], speaking) or _ambiguous(i, rivals[j], speaking):
            continue
        if any(_apart(speaking[m], speaking[n]) for m in members[a] for n in members[b]):
            continue
        for n in members[b]:
            home[n] = a
        members[a] += members.pop(b)
    return [tuple(t for n in sorted(found) for t in groups[n]) for found in members.values()]


def _speaking(group: Group) -> Group:
    """The members whose words say what the act is, one of each kind; nouns that point back tell another text nothing."""
    said: dict[object, Telling] = {}
    for t in tuple(t for t in group if not t.generic) or group:
        r = t.report
        said.setdefault((t.family, r.source, r.target, r.plover, r.modality, r.lemma, t.moment, t.around, t.place, t.things), t)
    return tuple(said.values())


def _scores(speaking: Sequence[Group]) -> dict[tuple[int, int], float]:
    """Points of every pair of groups of different documents that share a ground and reach the threshold."""
    shelves: dict[object, list[int]] = defaultdict(list)
    for n, group in enumerate(speaking):
        for key in {key for t in group for key in _keys(t)}:
            shelves[key].append(n)
    seen: set[tuple[int, int]] = set()
    scores: dict[tuple[int, int], float] = {}
    for shelf in shelves.values():
        for pair in combinations(shelf, 2):
            i, j = pair
            if pair in seen or speaking[i][0].document == speaking[j][0].document:
                continue
            seen.add(pair)
            score = _score(speaking[i], speaking[j])
            if score >= ACROSS:
                scores[pair] = score
    return scores


def _keys(telling: Telling) -> Iterator[tuple[str, ...]]:
    """What another document's telling has to share to be compared at all: a party and a month, a spot, a thing, or a rare kind."""
    for side in {p.partition(".")[0] for p in telling.parties}:
        base = (root(telling.family), side)
        yield from ((*base, f"{year}-{month}") for year, month in months(telling.around))
        if telling.place and not telling.place.whole:
            yield (*base, "at", telling.place.name)
        yield from ((*base, "with", word) for word in telling.things.designators)
        if telling.family in DISTINCTIVE:
            yield (*base, "rare")


def _score(a: Group, b: Group) -> float:
    """Points of two groups: each ground counted once, from the pair of tellings that shows it best; 0 without a ground.

    Rare kinds need no other ground. Of what recurs (statements, strikes, lasting states) only shared days or a shared thing tell
    that it is the same one; of the rest a shared spot does too, where the texts are not half a year apart.
    """
    pairs = [(x, y) for x in a for y in b]
    if any(barred(x, y) for x, y in pairs):
        return 0.0
    when, where, what = (max(ground(x, y) for x, y in pairs) for ground in (_days, _place, _things))
    family = a[0].family
    once = family not in RECURRING and not _statement(a[0])
    if when == 0 and what < _SAME and not (once and where >= _SAME and _near(a, b)) and family not in DISTINCTIVE:
        return 0.0
    best = max(points(x, y) - _days(x, y) - _place(x, y) - _things(x, y) for x, y in pairs)
    word = any(stem(x.report.lemma.casefold()) == stem(y.report.lemma.casefold()) for x, y in pairs)
    return best + when + where + what + (0.5 if word else 0.0)


def _near(a: Group, b: Group) -> bool:
    """Whether two groups are told, or dated, within half a year of each other."""
    return any(x.told.known and y.told.known and gap(x.told, y.told) <= _HALF_YEAR for x in a for y in b)


def _ambiguous(j: int, rivals: Mapping[int, float], groups: Sequence[Group]) -> bool:
    """Whether a group matches another group as well as it matches `j`, and the two cannot be the same act."""
    return any(score >= rivals[j] and n != j and _apart(groups[j], groups[n]) for n, score in rivals.items())


def _apart(a: Group, b: Group) -> bool:
    return any(barred(x, y) for x in a for y in b)
