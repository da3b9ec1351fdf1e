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

from detente.ledger.comparison import barred, day_points, is_statement, one_blow, place_points, points, same_words, thing_points
from detente.ledger.tellings import Telling, gap, months
from detente.ledger.triggers import DISTINCTIVE, RECURRING, root, stem

WITHIN, ACROSS = 4.0, 6.0
"""Points that make two tellings one act: in one document; in two, where more must agree."""


_HALF_YEAR = 183
_SAME = 2.0

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
    """Copied telling → its twin: in the original, by the same word, of the same parties, at the same place of its sentence."""
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


def _chains(told: Sequence[Telling]) -> list[Group]:
    """The acts of one document, each telling joined to the best earlier act, a bare noun to the latest that fits."""
    acts: list[list[Telling]] = []
    for telling in told:
        open_acts = [act for act in acts if not any(barred(telling, other) for other in act)]
        if telling.definite or telling.generic:
            fits = [act for act in open_acts if _pointed_at(telling, act)]
            chosen = max(fits, key=lambda act: act[-1].report.trigger, default=None)
        else:
            near = [act for act in open_acts if not is_statement(telling) or any(same_words(telling, other) for other in act)]
            scored = [(max(points(telling, other) for other in act), act[-1].report.trigger, act) for act in near]
            chosen = max((s for s in scored if s[0] >= WITHIN), key=lambda s: s[:2], default=(0, 0, None))[2]
        if chosen is None:
            acts.append([telling])
        else:
            chosen.append(telling)
    return [tuple(act) for act in acts]


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
    """The members whose words say what the act is, one of each kind.

    Nouns that point back tell another text nothing, and of a strike and the deaths it caused the deaths say who was hit.
    """
    said: dict[object, Telling] = {}
    blows = {t.id for t in group if t.family == "strike" and any(one_blow(t, o) for o in group)}
    for t in tuple(t for t in group if not t.generic and t.id not in blows) or group:
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
    """What tellings of two documents have to share to be compared: party and kind, with a month, a spot, a thing, or rarity."""
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

    Rare kinds need no other ground. Of what recurs (statements, strikes, lasting states) only shared days or a shared
    thing tell that it is the same one; of the rest a shared spot does too, where the texts are not half a year apart.
    """
    pairs = [(x, y) for x in a for y in b]
    if any(barred(x, y) for x, y in pairs):
        return 0.0
    when, where, what = (max(ground(x, y) for x, y in pairs) for ground in (day_points, place_points, thing_points))
    family = a[0].family
    once = family not in RECURRING and not is_statement(a[0])
    if when == 0 and what < _SAME and not (once and where >= _SAME and _near(a, b)) and family not in DISTINCTIVE:
        return 0.0
    best = max(points(x, y) - day_points(x, y) - place_points(x, y) - thing_points(x, y) for x, y in pairs)
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
