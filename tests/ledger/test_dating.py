from __future__ import annotations

from datetime import date

import pytest
from telling_kit import Article, day, held

from detente.ledger.derivation import derive
from detente.records import UNKNOWN, Moment

BOTH = "JPN.GOV.SATO|KOR.GOV.HAN"


def dated() -> Article:
    a = Article("a", "Sato and Han met in Busan on 9 August 2031.", day(2031, 8, 11))
    return a.report("met", "meet", BOTH, BOTH, "CONSULT", moment=day(2031, 8, 9), place="Busan").spot("Busan", "KOR")


def undated(text: str, cue: str | None = None) -> Article:
    b = Article("b", text).report("met", "meet", BOTH, BOTH, "CONSULT", place="Busan").spot("Busan", "KOR")
    return b.time(cue, kind="reference") if cue else b


@pytest.mark.parametrize(
    ("text", "cue", "latest"),
    [
        ("Sato and Han recently met in Busan.", "recently", date(2031, 9, 8)),
        ("Sato and Han met in Busan on Tuesday.", "Tuesday", date(2031, 8, 15)),
        ("Sato and Han met in Busan this week.", "this week", date(2031, 8, 15)),
        ("Sato and Han met in Busan.", None, None),
    ],
)
def test_a_recent_event_bounds_an_undated_text(text: str, cue: str | None, latest: date | None) -> None:
    b = undated(text, cue)
    moment = derive(held(dated(), b)).dates[b.id]
    assert moment[:3] == (date(2031, 8, 9), latest, "inferred")
    assert moment.note is not None
    assert "a.txt" in moment.note
    assert cue is None or cue in moment.note


def test_nothing_bounds_a_text_on_its_own() -> None:
    assert derive(held(undated("Sato and Han recently met in Busan.", "recently"))).dates == {}


def test_a_meeting_elsewhere_bounds_nothing() -> None:
    b = Article("b", "Sato and Han recently met in Kyoto.")
    b.report("met", "meet", BOTH, BOTH, "CONSULT", place="Kyoto").time("recently", kind="reference")
    assert derive(held(dated(), b)).dates == {}


def test_a_meeting_to_come_bounds_nothing() -> None:
    b = Article("b", "Sato and Han will meet in Busan.")
    b.report("meet", "meet", BOTH, BOTH, "CONSULT", place="Busan", modality="future")
    assert derive(held(dated(), b)).dates == {}


def test_a_cue_of_another_act_gives_no_upper_bound() -> None:
    b = undated("Peru recently accused Chile, while Sato and Han met in Busan.", "recently")
    b.report("accused", "accuse", "PER", "CHL", "ACCUSE")
    assert derive(held(dated(), b)).dates[b.id].latest is None


def test_two_meetings_in_one_place_leave_the_upper_bound_open() -> None:
    c = Article("c", "Sato and Han met in Busan on 3 March 2033.", day(2033, 3, 4))
    c.report("met", "meet", BOTH, BOTH, "CONSULT", moment=day(2033, 3, 3), place="Busan").spot("Busan", "KOR")
    b = undated("Sato and Han recently met in Busan.", "recently")
    assert derive(held(dated(), b, c)).dates[b.id][:2] == (date(2031, 8, 9), None)


def test_a_stated_date_is_never_overruled() -> None:
    b = Article("b", "Sato and Han recently met in Busan.", day(2031, 12, 24))
    b.report("met", "meet", BOTH, BOTH, "CONSULT", place="Busan").time("recently", kind="reference")
    assert derive(held(dated(), b)).dates == {}


def test_a_text_is_not_older_than_the_past_it_dates() -> None:
    b = Article("b", "Peru expelled a Chilean envoy on 4 May 2029.")
    b.report("expelled", "expel", "PER", "CHL", "SANCTION", moment=day(2029, 5, 4))
    assert derive(held(b)).dates[b.id][:3] == (date(2029, 5, 4), None, "inferred")


def test_contradicting_grounds_are_not_used() -> None:
    b = undated("Sato and Han recently met in Busan. Peru expelled an envoy on 4 May 2033.", "recently")
    b.report("expelled", "expel", "PER", "CHL", "SANCTION", moment=day(2033, 5, 4))
    assert derive(held(dated(), b)).dates == {}


def test_a_month_gets_its_year_from_the_tightened_date() -> None:
    b = undated("Sato and Han recently met in Busan. After the coup in Peru in late July, all was quiet.", "recently")
    b.report("coup", "coup", "", "PER", "ASSAULT").time("late July", flags=("recurs:07-21/07-31",))
    events = derive(held(dated(), b)).events
    coup = next(e for e in events if e.plover == "ASSAULT")
    assert coup.moment[:2] == (date(2031, 7, 21), date(2031, 7, 31))


def test_a_month_stays_open_where_the_year_does() -> None:
    b = undated("Sato and Han met in Busan. After the coup in Peru in late July, all was quiet.")
    b.report("coup", "coup", "", "PER", "ASSAULT").time("late July", flags=("recurs:07-21/07-31",))
    coup = next(e for e in derive(held(dated(), b)).events if e.plover == "ASSAULT")
    assert coup.moment == UNKNOWN


def test_half_open_dates_are_narrowed_not_replaced() -> None:
    b = Article("b", "Sato and Han recently met in Busan.", Moment(date(2031, 8, 20), None, "inferred", "mentions a law"))
    b.report("met", "meet", BOTH, BOTH, "CONSULT", place="Busan").spot("Busan", "KOR").time("recently", kind="reference")
    moment = derive(held(dated(), b)).dates[b.id]
    assert moment[:2] == (date(2031, 8, 20), date(2031, 9, 8))
    assert moment.note is not None
    assert moment.note.startswith("mentions a law")
