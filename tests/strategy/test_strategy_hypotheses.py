"""Rival theses and indicators: cells, ranking, diagnosticity, sensitivity, and what they refuse."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategy_case import EVENTS, event

from detente.errors import InputError, UnknownNameError
from detente.strategy.hypotheses import Override, Thesis, compete
from detente.strategy.indicators import Indicator, watch
from detente.strategy.patterns import Pattern

DYAD = ("NOR", "PER")
FRIENDS = Thesis(
    "FRIENDS", "They are friends for good.", "A", (Pattern(("AID", "COOPERATE"), DYAD),), (Pattern(("SANCTION",), DYAD),)
)
TRADERS = Thesis(
    "TRADERS",
    "They deal where it pays.",
    "B",
    (Pattern(("SANCTION",), ("PER", "NOR"), directed=True, since=date(2017, 1, 1)), Pattern(("MOBILIZE",), DYAD)),
    (Pattern(("AID",), DYAD, until=date(2016, 12, 31)),),
    (Override("e4", "consistent", "it was in return"),),
)


def cells(matrix):
    return {line.event.id: tuple(cell.reading for cell in line.cells) for line in matrix.rows}


def test_matching_rows_fill_the_cells():
    found = compete([FRIENDS, TRADERS], EVENTS)
    assert cells(found) == {
        "e1": ("consistent", "inconsistent"),
        "e3": ("inconsistent", "consistent"),
        "e4": ("neutral", "consistent"),
        "e5": ("consistent", "neutral"),
        "e6": ("inconsistent", "neutral"),
    }
    assert found.rows[2].cells[1].overruled and found.rows[2].cells[1].note == "it was in return"
    assert found.inconsistency() == {"FRIENDS": 2.0, "TRADERS": 1.0}
    assert found.ranking() == (("TRADERS",), ("FRIENDS",))
    assert found.unseen == {"TRADERS": (TRADERS.expects[1],)}


def test_a_row_that_is_consistent_with_all_says_nothing():
    other = Thesis("OTHER", "So do others.", None, (Pattern(("AID",), DYAD),))
    found = compete([FRIENDS, other], EVENTS)
    by = {line.event.id: line.diagnosticity for line in found.rows}
    assert by == {"e1": 0.0, "e3": 0.5, "e5": 0.0, "e6": 0.5}
    assert compete([FRIENDS, TRADERS], EVENTS).rows[0].diagnosticity == 1.0


def test_sensitivity_names_the_evidence_without_which_the_order_is_another():
    told = {"e1": ("d1",), "e3": ("d2",), "e6": ("d2", "d3"), "e5": ("d1",)}
    found = compete([FRIENDS, TRADERS], EVENTS, documents_of=told)
    by = {(one.kind, one.name): one for one in found.sensitivity()}
    assert by["event", "e3"].ranking == (("FRIENDS", "TRADERS"),)
    assert str(by["event", "e3"]) == "without event e3 the order is FRIENDS = TRADERS"
    assert by["document", "d2"].events == ("e3",) and ("document", "d3") not in by and ("event", "e1") not in by
    assert found.shared() == {"d1": ("e1", "e5"), "d2": ("e3", "e6")}


def test_weights_count():
    found = compete([FRIENDS, TRADERS], EVENTS, weights={"e1": 5.0})
    assert found.ranking() == (("FRIENDS",), ("TRADERS",))


def test_an_event_that_matches_both_sides_is_inconsistent():
    torn = Thesis("TORN", "Aid, but no aid.", None, (Pattern(("AID",)),), (Pattern(("AID",), DYAD),))
    assert cells(compete([torn, FRIENDS], EVENTS))["e1"][0] == "inconsistent"


def test_days_that_do_not_tell_are_doubtful():
    since = Thesis("LATE", "Aid comes late.", None, (Pattern(("SANCTION",), DYAD, since=date(2017, 1, 1)),))
    rival = Thesis("NEVER", "Nothing comes.", None, (), (Pattern(("MOBILIZE",)),))
    found = compete([since, rival], EVENTS)
    assert [one.id for one in found.doubtful] == ["e6"] and list(cells(found)) == ["e3"]


@pytest.mark.parametrize(
    ("theses", "options", "error", "says"),
    [
        ([FRIENDS], {}, InputError, "no rival theses"),
        ([FRIENDS, FRIENDS], {}, InputError, "hypothesis FRIENDS: is there twice"),
        ([FRIENDS, TRADERS], {"weights": {"e99": 1}}, UnknownNameError, "'e99' is not a known event"),
        ([FRIENDS, TRADERS], {"weights": {"e1": -1}}, InputError, "weight -1"),
        ([FRIENDS, Thesis("X", "x", overrides=(Override("e0", "neutral"),))], {}, UnknownNameError, "'e0'"),
    ],
)
def test_bad_matrices(theses, options, error, says):
    with pytest.raises(error, match=says):
        compete(theses, EVENTS, **options)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({}, "names nothing"),
        ({"types": ("AIDE",)}, "did you mean AID"),
        ({"types": ("AID",), "modalities": ("actul",)}, "did you mean actual"),
        ({"since": date(2017, 1, 1), "until": date(2016, 1, 1)}, "turn the days round"),
    ],
)
def test_bad_patterns(options, says):
    with pytest.raises(InputError, match=says):
        Pattern(**options)


def test_patterns_match_organs_and_proxies():
    act = event("x", "NOR.REB.Y", "PER.MIL", "ASSAULT", "2016-01-01")
    assert Pattern(("ASSAULT",), DYAD).match(act) == "no"
    assert Pattern(("ASSAULT",), DYAD).match(act, {"NOR.REB.Y": ("NOR", 0.3)}) == "yes"
    assert Pattern(dyad=("NOR.REB", "PER")).match(act) == "yes"
    assert Pattern(dyad=("PER", "NOR.REB"), directed=True).match(act) == "no"
    assert Pattern(("ASSAULT",), modalities=("future",)).match(act) == "no"


READINGS = st.sampled_from(["consistent", "inconsistent", "neutral"])


@given(st.lists(st.tuples(READINGS, READINGS, st.floats(0, 10)), min_size=1, max_size=8))
def test_properties_of_the_matrix(rows):
    events = [event(f"e{n}", "NOR", "PER", "CONSULT", "2016-01-01") for n in range(len(rows))]
    made = [
        Thesis(name, name, overrides=tuple(Override(one.id, row[side]) for one, row in zip(events, rows, strict=True)))
        for side, name in enumerate(("ONE", "TWO"))
    ]
    found = compete(made, events, weights={one.id: row[2] for one, row in zip(events, rows, strict=True)})
    total = found.inconsistency()
    for side, name in enumerate(("ONE", "TWO")):
        assert total[name] == pytest.approx(sum(row[2] for row in rows if row[side] == "inconsistent"))
    assert sorted(name for group in found.ranking() for name in group) == ["ONE", "TWO"]
    assert all(0 <= line.diagnosticity <= 1 for line in found.rows)
    assert all((line.diagnosticity == 0) == (rows[n][0] == rows[n][1]) for n, line in enumerate(found.rows))
    for line in found.rows:
        without = found.inconsistency([line.event.id])
        assert all(without[name] <= total[name] + 1e-9 for name in total)
    # Turning a reading from consistent to inconsistent never makes a thesis stand better.
    worse = [Override(one.id, "inconsistent") for one in events]
    turned = compete([Thesis("ONE", "ONE", overrides=tuple(worse)), made[1]], events)
    assert turned.inconsistency()["ONE"] >= compete(made, events).inconsistency()["ONE"]


WATCHED = [
    Indicator("SANCTIONS", Pattern(("SANCTION",), DYAD), "TRADERS", "new sanctions"),
    Indicator("TROOPS", Pattern(("MOBILIZE",), DYAD)),
    Indicator("HELP", Pattern(("AID",), DYAD)),
]


def test_indicators_seen_and_not_seen():
    sanctions, troops, help_ = watch(WATCHED, EVENTS, since=date(2017, 1, 1))
    assert (
        sanctions.seen and [one.id for one in sanctions.events] == ["e3"] and [one.id for one in sanctions.possible] == ["e6"]
    )
    assert str(sanctions) == "new sanctions: seen once, first by 2017-06-01"
    assert not troops.seen and str(troops) == "MOBILIZE NOR – PER: not seen since 2017-01-01"
    assert not help_.seen and [one.id for one in help_.possible] == ["e5"] and "may be it" in str(help_)


def test_indicators_without_a_window_take_undated_events():
    help_ = watch(WATCHED, EVENTS)[2]
    assert [one.id for one in help_.events] == ["e1", "e5"] and help_.first == date(2016, 3, 1)
    only = watch(WATCHED[2:], [EVENTS[4]])[0]
    assert str(only) == "AID NOR – PER: seen once, on an unknown day"


def test_new_articles_change_what_is_seen():
    before = watch(WATCHED, EVENTS, until=date(2017, 1, 15))
    assert [one.seen for one in before] == [False, False, True]
    after = watch(WATCHED, [*EVENTS, event("n", "PER.MIL", "NOR", "MOBILIZE", "2018-01-01")])
    assert [one.seen for one in after] == [True, True, True]


def test_bad_watches():
    with pytest.raises(InputError, match="indicator HELP: is there twice"):
        watch([WATCHED[2], WATCHED[2]], EVENTS)
    with pytest.raises(InputError, match="turn the two days round"):
        watch(WATCHED, EVENTS, since=date(2018, 1, 1), until=date(2017, 1, 1))
