"""An act takes the days of its own clause."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

DAY = date.fromisoformat


def moments(tell: Callable, text: str, on: str) -> dict[str, tuple]:
    _, reports = tell(text, on)
    return {r.lemma: (r.moment.earliest, r.moment.latest) for r in reports}


def test_each_clause_keeps_its_own_day(tell: Callable) -> None:
    text = "Ghana expelled a Togolese envoy on 3 May 2019 after Togo arrested two Ghanaian sailors in April 2019."
    got = moments(tell, text, "2019-06-01")
    assert got["expel"] == (DAY("2019-05-03"), DAY("2019-05-03"))
    assert got["arrest"] == (DAY("2019-04-01"), DAY("2019-04-30"))


def test_what_is_coordinated_shares_the_day(tell: Callable) -> None:
    got = moments(tell, "On 4 May 2019 Ghana condemned Togo and expelled a Togolese envoy.", "2019-06-01")
    assert got["condemn"] == got["expel"] == (DAY("2019-05-04"), DAY("2019-05-04"))


def test_since_leaves_the_end_open(tell: Callable) -> None:
    got = moments(tell, "Ghana has bombed Togo since 2018.", "2019-06-01")
    assert got["bomb"] == (DAY("2018-01-01"), None)


def test_a_day_that_opens_the_sentence_is_that_of_its_clause(tell: Callable) -> None:
    got = moments(tell, "On 10 December Kosovo police arrested two Serbian officers.", "2022-12-30")
    assert got["arrest"] == (DAY("2022-12-10"), DAY("2022-12-10"))


def test_a_day_after_dates_the_act_that_has_no_day_of_its_own(tell: Callable) -> None:
    text = "Ghana closed the bridge on 8 May 2019, a day after it shut the border with Togo."
    assert moments(tell, text, "2019-06-01")["shut"] == (DAY("2019-05-07"), DAY("2019-05-07"))
    text = "Ghana condemned Togo two days after Togo expelled a Ghanaian diplomat on 3 May 2019."
    got = moments(tell, text, "2019-06-01")
    assert got["condemn"] == (DAY("2019-05-05"), DAY("2019-05-05"))
    assert got["expel"] == (DAY("2019-05-03"), DAY("2019-05-03"))


def test_no_day_in_the_sentence_is_no_day(tell: Callable) -> None:
    got = moments(tell, "Ghana condemned Togo.", "2019-06-01")
    assert got["condemn"] == (None, None)


def test_a_day_to_come_makes_a_present_tense_future(tell: Callable) -> None:
    _, (report,) = tell("The presidents of Ghana and Togo meet in Lomé on 9 June 2019.", "2019-06-01")
    assert report.modality == "future"
