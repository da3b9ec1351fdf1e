"""Displayed and substance: numbers worked by hand, and what must hold for any events."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import InputError
from detente.measures import dyads, periods, series
from detente.measures.series import monthly, rows, yearly
from detente.records import Event, Moment

QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
NORWAY, PERU = ("NOR",), ("PER",)


def event(
    key: str,
    first: date | None,
    last: date | None = None,
    quad: str = "verbal_cooperation",
    *,
    source: tuple[str, ...] = NORWAY,
    target: tuple[str, ...] = PERU,
    modality: str = "actual",
) -> Event:
    last = last or first
    basis = "explicit" if first or last else "unknown"
    return Event(key, key, source, target, "CONSULT", quad, modality, 0.9, moment=Moment(first, last, basis))


def values(found, period):
    return next((m.displayed, m.substance, m.gap) for m in found if m.period == period)


def test_a_year_by_hand():
    told = [
        event("a", date(2016, 3, 1)),
        event("b", date(2016, 5, 1)),
        event("c", date(2016, 6, 1), quad="verbal_conflict"),
        event("d", date(2016, 7, 1), quad="material_cooperation"),
    ]
    (year,) = yearly(told, "NOR", "PER")
    assert year.period == "2016"
    assert year.displayed == pytest.approx(1 / 3, abs=1e-6)
    assert year.substance == 1.0
    assert year.gap == pytest.approx(-2 / 3, abs=1e-6)
    assert set(year.events) == {"a", "b", "c", "d"}
    assert year.weights == (1.0, 1.0, 1.0, 1.0)


def test_an_event_counts_by_its_share_of_days():
    # 31 of 62 days lie in each year: half a unit of conflict beside one of cooperation.
    told = [event("a", date(2015, 12, 1), date(2016, 1, 31), "verbal_conflict"), event("b", date(2016, 9, 9))]
    found = yearly(told, "NOR", "PER")
    assert values(found, "2015") == (-1.0, None, None)
    assert values(found, "2016")[0] == pytest.approx((1 - 0.5) / 1.5, abs=1e-6)


def test_a_month_by_hand():
    # Seen from 31 January an act of that day weighs 1, one of 30 days before weighs ½ with a half-life of 30.
    told = [event("new", date(2020, 1, 31)), event("old", date(2020, 1, 1), quad="verbal_conflict")]
    (month,) = monthly(told, "NOR", "PER", half_life_days=30)
    assert month.displayed == pytest.approx((1 - 0.5) / 1.5, abs=1e-6)
    assert month.verbal == pytest.approx(1.5)
    assert month.events == ("new", "old")
    assert month.substance is None
    assert month.gap is None


def test_the_decay_of_an_interval_is_the_sum_over_its_days():
    act = dyads.Act("x", 1.0, 1, True, date(2019, 2, 3), date(2019, 6, 9))
    at, since = date(2019, 4, 30), date(2019, 2, 10)
    days = [since + timedelta(n) for n in range((at - since).days + 1)]
    by_hand = sum(2 ** (-((at - day).days) / 45) for day in days) / act.days
    assert periods.decayed(act, at, 45, since) == pytest.approx(by_hand, rel=1e-12)


def test_an_event_known_only_to_the_year_is_spread():
    found = monthly([event("y", date(2018, 1, 1), date(2018, 12, 31))], "NOR", "PER")
    assert [m.period for m in found][0::11] == ["2018-01", "2018-12"]
    assert all(m.displayed == 1.0 for m in found)
    assert found[0].verbal < found[5].verbal
    assert found[0].displayed_low < found[11].displayed_low


def test_null_where_nothing_is_younger_than_two_half_lives():
    told = [event("a", date(2016, 1, 31)), event("b", date(2016, 12, 1), quad="material_conflict")]
    found = {m.period: m for m in monthly(told, "NOR", "PER", half_life_days=30)}
    assert found["2016-03"].displayed is None  # 31 March is sixty days on: not younger than two half-lives
    assert found["2016-02"].displayed == 1.0
    assert (found["2016-06"].displayed, found["2016-06"].displayed_low, found["2016-06"].events) == (None, None, ())
    assert found["2016-12"].substance == -1.0


def test_years_without_events_are_null_not_zero():
    found = yearly([event("a", date(2014, 1, 1)), event("b", date(2017, 1, 1))], "NOR", "PER")
    assert [m.displayed for m in found] == [1.0, None, None, 1.0]


def test_interval_of_one_half_against_one_half_is_that_of_the_uniform():
    told = [
        event("a", date(2015, 12, 1), date(2016, 1, 31)),
        event("b", date(2015, 12, 1), date(2016, 1, 31), "verbal_conflict"),
    ]
    one_document = {"a": ["d"], "b": ["d"]}
    year = yearly(told, "NOR", "PER", documents_of=one_document)[0]
    assert year.displayed == 0.0
    assert year.displayed_low == pytest.approx(-0.8, abs=0.05)
    assert year.displayed_high == pytest.approx(0.8, abs=0.05)


def test_documents_that_disagree_widen_the_interval():
    told = [event(f"c{n}", date(2016, 1, 2)) for n in range(6)]
    told += [event(f"x{n}", date(2016, 1, 2), quad="verbal_conflict") for n in range(6)]
    apart = {e.id: ["one" if e.id.startswith("c") else "two"] for e in told}
    together = {e.id: ["one", "two"] for e in told}
    (wide,) = yearly(told, "NOR", "PER", documents_of=apart)
    (narrow,) = yearly(told, "NOR", "PER", documents_of=together)
    assert wide.displayed == narrow.displayed == 0.0
    assert wide.displayed_high - wide.displayed_low > narrow.displayed_high - narrow.displayed_low + 0.2


def test_the_gap_has_an_interval_of_its_own():
    told = [event(f"w{n}", date(2016, 1, 2)) for n in range(40)]
    told += [event(f"d{n}", date(2016, 1, 2), quad="material_conflict") for n in range(40)]
    (year,) = yearly([*told, event("w", date(2016, 2, 1), quad="verbal_conflict")], "NOR", "PER")
    assert year.gap_low < year.gap < year.gap_high
    assert year.gap_high - year.gap_low < (year.displayed_high - year.displayed_low) + (
        year.substance_high - year.substance_low
    )
    (words,) = yearly(told[:40], "NOR", "PER")
    assert (words.gap, words.gap_low, words.gap_high) == (None, None, None)


@pytest.mark.parametrize("modality", ["future", "hypothetical", "negated"])
def test_only_actual_events_count(modality):
    assert yearly([event("a", date(2016, 1, 1), modality=modality)], "NOR", "PER") == ()


def test_undated_and_half_dated_events_count_nothing():
    half = Event("h", "h", NORWAY, PERU, "AID", QUADS[1], "actual", 0.9, moment=Moment(date(2011, 1, 1), None, "explicit"))
    assert monthly([event("u", None), half], "NOR", "PER") == ()


def test_nothing_dated_before_the_window_leaks_in():
    old = event("old", date(1955, 5, 5), quad="verbal_conflict")
    across = event("across", date(2015, 12, 31), date(2016, 1, 1), "material_conflict")
    new = event("new", date(2016, 2, 1))
    since = date(2016, 1, 1)
    found = monthly([old, across, new], "NOR", "PER", since=since)
    assert found[0].period == "2016-01"
    assert all("old" not in m.events for m in found)
    assert found[0].material == pytest.approx(0.5 * 2 ** (-30 / series.HALF_LIFE_DAYS), abs=1e-5)
    (year,) = yearly([old, across, new], "NOR", "PER", since=since)
    assert year.material == 0.5


def test_organs_are_the_state_and_others_of_the_country_are_not():
    assert dyads.acts_for("NOR.GOV.X", "NOR") == dyads.acts_for("NOR.MIL", "NOR") == 1.0
    for other in ("NOR.PTY.X", "NOR.REB.X", "NOR.MED.X", "NOR.CVL", "IGO.NOR", "SOURCE:NOR"):
        assert dyads.acts_for(other, "NOR") == 0.0
    found = yearly([event("a", date(2016, 1, 1), source=("NOR.REB.X",))], "NOR", "PER")
    assert found == ()
    (year,) = yearly([event("a", date(2016, 1, 1), source=("NOR.REB.X",))], "NOR", "PER", proxies={"NOR.REB.X": ("NOR", 0.25)})
    assert year.verbal == 0.25


def test_mutual_acts_count_once_and_direction_is_kept():
    both = ("NOR.GOV.A", "PER.GOV.B")
    meeting = event("m", date(2016, 1, 1), source=both, target=both)
    blow = event("b", date(2016, 1, 1), quad="material_conflict", source=PERU, target=NORWAY)
    (year,) = yearly([meeting, blow], "NOR", "PER")
    assert (year.verbal, year.material, year.n_events) == (1.0, 1.0, 2)
    (there,) = yearly([meeting, blow], "NOR", "PER", directed=True)
    assert there.events == ("m",)
    (back,) = yearly([meeting, blow], "PER", "NOR", directed=True)
    assert set(back.events) == {"m", "b"}


def test_rows_have_both_directions_and_the_exported_keys():
    told = [
        event("a", date(2016, 1, 1)),
        event("b", date(2016, 2, 1), source=PERU, target=NORWAY, quad="material_conflict"),
        event("c", date(2016, 2, 1), source=("CHL.REB.X",), target=NORWAY),
        event("d", date(2016, 2, 1), source=("IGO.NATO",), target=NORWAY),
        event("e", None, source=("CHL",), target=NORWAY),
    ]
    found = rows(told)
    assert {(r["source"], r["target"]) for r in found} == {("NOR", "PER"), ("PER", "NOR")}
    assert set(found[0]) == {
        "source", "target", "period", "displayed", "displayed_low", "displayed_high",
        "substance", "substance_low", "substance_high", "n_events",
    }  # fmt: skip
    assert rows(told, [("PER", "NOR")]) == found
    sparse = rows([event("a", date(2014, 1, 1)), event("b", date(2018, 1, 1))], half_life_days=10)
    assert sparse[20]["displayed"] is None
    assert sparse[20]["n_events"] is None


def test_bad_input():
    with pytest.raises(InputError, match="same state"):
        monthly([], "NOR", "NOR")
    with pytest.raises(InputError, match="half-life"):
        monthly([], "NOR", "PER", half_life_days=0)
    with pytest.raises(InputError, match="before it starts"):
        yearly([], "NOR", "PER", since=date(2017, 1, 1), until=date(2016, 1, 1))
    assert monthly([], "NOR", "PER") == yearly([], "NOR", "PER") == ()
    assert rows([]) == []


DAYS = st.dates(date(2012, 1, 1), date(2016, 12, 31))


@st.composite
def events(draw):
    found = []
    for n in range(draw(st.integers(1, 7))):
        first = draw(DAYS)
        found.append(
            event(
                f"e{n}",
                first,
                first + timedelta(draw(st.sampled_from([0, 0, 29, 364]))),
                draw(st.sampled_from(QUADS)),
                source=draw(st.sampled_from([NORWAY, PERU, ("NOR.GOV.A", "PER")])),
                target=draw(st.sampled_from([NORWAY, PERU, ("PER.MIL", "NOR")])),
            )
        )
    return found


@settings(max_examples=25, deadline=None)
@given(events(), st.integers(0, 99))
def test_bounds_rows_and_order(told, seed):
    documents = {e.id: [f"d{len(e.quad) % 3}"] for e in told}
    found = monthly(told, "NOR", "PER", documents_of=documents, seed=seed) + yearly(told, "NOR", "PER", seed=seed)
    for month in found:
        assert set(month.events) <= {e.id for e in told}
        for low, value, high in (
            (month.displayed_low, month.displayed, month.displayed_high),
            (month.substance_low, month.substance, month.substance_high),
        ):
            assert (low is None) == (value is None) == (high is None)
            assert value is None or -1 <= low <= value <= high <= 1
        assert (month.gap_low is None) == (month.gap is None) == (month.gap_high is None)
        assert month.gap is None or (-2 <= month.gap_low <= month.gap + 1e-6 and month.gap <= month.gap_high + 1e-6 <= 2 + 2e-6)
        assert (month.displayed is None and month.substance is None) == (month.events == ())
    shuffled = list(told)
    random.Random(seed).shuffle(shuffled)
    again = monthly(shuffled, "PER", "NOR", documents_of=documents, seed=seed) + yearly(shuffled, "NOR", "PER", seed=seed)
    assert again == found


@settings(max_examples=25, deadline=None)
@given(events(), DAYS)
def test_days_before_the_window_change_nothing(told, since):
    earlier = [event("early", since - timedelta(1), quad=quad) for quad in QUADS]
    inside = yearly(told, "NOR", "PER", since=since)
    assert [m.displayed for m in yearly([*told, *earlier], "NOR", "PER", since=since)] == [m.displayed for m in inside]
    months = monthly([*told, *earlier], "NOR", "PER", since=since)
    assert all(m.period >= f"{since:%Y-%m}" for m in months)
    assert [m.events for m in months] == [m.events for m in monthly(told, "NOR", "PER", since=since)]
