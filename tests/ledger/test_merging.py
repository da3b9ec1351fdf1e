from __future__ import annotations

import pytest
from telling_kit import Article, day, days, held

from detente.ledger.derivation import derive
from detente.ledger.tellings import party
from detente.ledger.triggers import family
from detente.records import UNKNOWN, Event, Moment


def events(*articles: Article) -> tuple[Event, ...]:
    return derive(held(*articles)).events


def meeting(name: str, text: str, published: Moment, **given: object) -> Article:
    return Article(name, text, published).report("met", "meet", "JPN|KOR", "JPN|KOR", "CONSULT", **given)


def test_two_articles_on_one_meeting_are_one_event() -> None:
    a = meeting("a", "Japan and Korea met in Busan on 2 June.", day(2031, 6, 3), moment=day(2031, 6, 2), place="Busan")
    b = meeting("b", "The two governments met on 2 June.", day(2031, 6, 4), moment=day(2031, 6, 2))
    (event,) = events(a, b)
    assert len(event.reports) == 2
    assert event.moment[:2] == day(2031, 6, 2)[:2]
    assert event.place == "Busan"
    assert event.source == event.target == ("JPN", "KOR")
    assert event.confidence == pytest.approx(0.96)


def test_meetings_on_different_days_stay_apart() -> None:
    a = meeting("a", "They met on 2 June.", day(2031, 6, 3), moment=day(2031, 6, 2), place="Busan")
    b = meeting("b", "They met on 9 June.", day(2031, 6, 10), moment=day(2031, 6, 9), place="Busan")
    assert len(events(a, b)) == 2


def test_an_undated_meeting_that_fits_two_is_joined_to_neither() -> None:
    a = meeting("a", "They met on 2 June.", day(2031, 6, 3), moment=day(2031, 6, 2), place="Busan")
    b = meeting("b", "They met on 9 June.", day(2031, 6, 10), moment=day(2031, 6, 9), place="Busan")
    c = meeting("c", "They met in Busan.", day(2031, 6, 30), place="Busan")
    assert sorted(len(e.reports) for e in events(a, b, c)) == [1, 1, 1]


def test_a_telephone_call_is_no_meeting() -> None:
    a = meeting("a", "They met on 2 June.", day(2031, 6, 3), moment=day(2031, 6, 2))
    b = Article("b", "Tokyo called Seoul on 2 June.", day(2031, 6, 3))
    b.report("called", "call", "JPN", "KOR", "CONSULT", moment=day(2031, 6, 2))
    assert len(events(a, b)) == 2


def test_announced_and_held_is_one_event_that_took_place() -> None:
    a = Article("a", "Japan and Korea will meet in Busan on Monday.", day(2031, 6, 1))
    a.report("meet", "meet", "JPN|KOR", "JPN|KOR", "CONSULT", modality="future", moment=day(2031, 6, 2), place="Busan")
    b = meeting("b", "They met on 2 June.", day(2031, 6, 3), moment=day(2031, 6, 2))
    (event,) = events(a, b)
    assert event.modality == "actual"


def test_a_noun_beside_the_announcement_does_not_make_it_past() -> None:
    a = Article("a", "Japan and Korea will meet on Monday. Aides prepared the meeting for weeks.", day(2031, 6, 1))
    a.report("meet", "meet", "JPN|KOR", "JPN|KOR", "CONSULT", modality="future", moment=day(2031, 6, 2))
    a.report("meeting", "meeting", "JPN|KOR", "JPN|KOR", "CONSULT")
    (event,) = events(a)
    assert event.modality == "future"


@pytest.mark.parametrize("modality", ["negated", "hypothetical"])
def test_what_did_not_happen_never_joins_what_did(modality: str) -> None:
    a = meeting("a", "They met on 2 June.", day(2031, 6, 3), moment=day(2031, 6, 2), place="Busan")
    b = meeting("b", "They never met on 2 June.", day(2031, 6, 3), moment=day(2031, 6, 2), place="Busan", modality=modality)
    assert len(events(a, b)) == 2


def test_later_nouns_point_back_to_the_act_told_before() -> None:
    text = "A Chilean ship was sunk by Peru in May 2031. The incident shocked many. Talks failed after the sinking."
    a = Article("a", text, day(2031, 6, 1))
    a.report("sunk", "sink", "PER", "CHL", "ASSAULT", moment=days("2031-05-01", "2031-05-31"), objects=("ship",))
    a.report("incident", "incident", "", "CHL", "ASSAULT").report("sinking", "sinking", "", "CHL", "ASSAULT")
    (event,) = events(a)
    assert event.source == ("PER",)
    assert len(event.reports) == 3


def test_the_agent_rests_on_those_who_name_it() -> None:
    may = days("2031-05-01", "2031-05-31")
    a = Article("a", "Peru shot down a Chilean jet over Bolivia.", day(2031, 6, 1))
    a.report("shot down", "shoot", "PER", "CHL", "ASSAULT", moment=may, objects=("jet",), place="Bolivia")
    b = Article("b", "A Chilean warplane was downed over Bolivia.", day(2032, 1, 1))
    b.report("downed", "down", "", "CHL", "ASSAULT", moment=may, objects=("warplane",), place="Bolivia")
    derived = derive(held(a, b))
    (event,) = derived.events
    assert event.source == ("PER",)
    (conflict,) = [c for c in derived.conflicts if c.kind == "actor"]
    assert [v.value for v in conflict.versions] == ["PER", "not named"] or [v.value for v in conflict.versions] == [
        "Peru",
        "not named",
    ]


def test_a_weapon_sold_is_not_the_weapon_deployed() -> None:
    a = Article("a", "India buys K-300 batteries from China.", day(2031, 6, 3))
    a.report("buys", "buy", "IND", "CHN", "COOPERATE", objects=("K-300",))
    b = Article("b", "China deploys K-300 batteries against India.", day(2031, 6, 3))
    b.report("deploys", "deploy", "CHN", "IND", "MOBILIZE", objects=("K-300",))
    assert len(events(a, b)) == 2


def test_two_weapons_are_two_purchases() -> None:
    a = Article("a", "India buys K-300 batteries from China.", day(2031, 6, 3))
    a.report("buys", "buy", "IND", "CHN", "COOPERATE", objects=("K-300",))
    b = Article("b", "India buys J-20 jets from China.", day(2031, 6, 3))
    b.report("buys", "buy", "IND", "CHN", "COOPERATE", objects=("J-20",))
    c = Article("c", "India has bought the K-300s.", day(2031, 6, 9))
    c.report("bought", "buy", "IND", "CHN", "COOPERATE", objects=("K-300s",))
    assert sorted(len(e.reports) for e in events(a, b, c)) == [1, 2]


def test_support_told_twice_without_a_date_is_not_one_act() -> None:
    a = Article("a", "China supports Pakistan.", day(2031, 6, 3)).report("supports", "support", "CHN", "PAK", "SUPPORT")
    b = Article("b", "China supports Pakistan.", day(2034, 6, 3)).report("supports", "support", "CHN", "PAK", "SUPPORT")
    assert len(events(a, b)) == 2


def test_two_accusations_far_apart_are_two_acts() -> None:
    filler = "Markets were calm that week and little else was reported. " * 12
    a = Article(
        "a", f"India accused Pakistan of arming rebels. {filler}India also accused Pakistan over water.", day(2031, 6, 3)
    )
    a.report("accused", "accuse", "IND", "PAK", "ACCUSE", objects=("rebels",))
    a.report("accused", "accuse", "IND", "PAK", "ACCUSE", after="also", objects=("water",))
    assert len(events(a)) == 2


def test_a_group_is_not_its_state() -> None:
    a = Article("a", "Rebels attacked Peru on 2 June.", day(2031, 6, 3))
    a.report("attacked", "attack", "PER.REB.FRONT", "PER", "ASSAULT", moment=day(2031, 6, 2))
    b = Article("b", "Chile attacked Peru on 2 June.", day(2031, 6, 3))
    b.report("attacked", "attack", "CHL", "PER", "ASSAULT", moment=day(2031, 6, 2))
    assert len(events(a, b)) == 2


def test_a_leader_and_his_state_are_one_party() -> None:
    a = meeting("a", "They met on 2 June.", day(2031, 6, 3), moment=day(2031, 6, 2))
    b = Article("b", "The prime ministers met on 2 June.", day(2031, 6, 3))
    both = "JPN.GOV.SATO|KOR.GOV.HAN"
    b.report("met", "meet", both, both, "CONSULT", moment=day(2031, 6, 2))
    c = Article("c", "Sato met Han on 2 June.", day(2031, 6, 5))
    c.report("met", "meet", both, both, "CONSULT", moment=day(2031, 6, 2))
    (event,) = events(a, b, c)
    assert event.source == ("JPN.GOV.SATO", "KOR.GOV.HAN")


def test_a_copy_lends_no_support() -> None:
    sign = tuple(range(64))
    text = "Japan and Korea met on 2 June."
    a = Article("a", text, day(2031, 6, 3), sign).report("met", "meet", "JPN|KOR", "JPN|KOR", "CONSULT", moment=day(2031, 6, 2))
    b = Article("b", text, day(2031, 6, 4), sign).report("met", "meet", "JPN|KOR", "JPN|KOR", "CONSULT", moment=day(2031, 6, 2))
    derived = derive(held(a, b))
    assert derived.copies == {b.id: a.id}
    (event,) = derived.events
    assert len(event.reports) == 2
    assert event.confidence == pytest.approx(0.8)


def test_an_undated_row_of_a_copy_goes_with_its_twin() -> None:
    sign = tuple(range(64))
    a = Article("a", "China supports Pakistan.", day(2031, 6, 3), sign).report("supports", "support", "CHN", "PAK", "SUPPORT")
    b = Article("b", "China supports Pakistan.", UNKNOWN, sign).report("supports", "support", "CHN", "PAK", "SUPPORT")
    (event,) = events(a, b)
    assert len(event.reports) == 2


def test_a_copy_repeats_what_did_not_happen_once() -> None:
    sign = tuple(range(64))
    a = Article("a", "China may attack Japan.", day(2031, 6, 3), sign)
    b = Article("b", "China may attack Japan.", day(2031, 6, 4), sign)
    for article in (a, b):
        article.report("attack", "attack", "CHN", "JPN", "ASSAULT", modality="hypothetical")
    (event,) = events(a, b)
    assert event.modality == "hypothetical"
    assert len(event.reports) == 2


def test_strikes_on_one_spot_without_a_day_are_not_one() -> None:
    a = Article("a", "Peru shelled Arica.", day(2031, 6, 3)).report("shelled", "shell", "PER", "CHL", "ASSAULT", place="Arica")
    b = Article("b", "Peru shelled Arica.", day(2031, 6, 20)).report("shelled", "shell", "PER", "CHL", "ASSAULT", place="Arica")
    assert len(events(a, b)) == 2


def test_candidates_below_the_threshold_make_no_event() -> None:
    assert not events(meeting("a", "They met.", day(2031, 6, 3), asserted=False))


@pytest.mark.parametrize(
    ("lemma", "words", "plover", "expected"),
    [
        ("call", "called", "CONSULT", "phone"),
        ("call", "called", "ACCUSE", "call"),
        ("phone_call", "phone call", "CONSULT", "phone"),
        ("shoot", "shot down", "ASSAULT", "downing"),
        ("shoot", "shot", "ASSAULT", "killing"),
        ("summit", "summit", "CONSULT", "meeting"),
        ("ratification", "ratification", "SUPPORT", "ratification"),
    ],
)
def test_families(lemma: str, words: str, plover: str, expected: str) -> None:
    assert family(lemma, words, plover) == expected


@pytest.mark.parametrize(
    ("actor", "expected"),
    [("RUS.GOV.PUTIN", "RUS"), ("RUS", "RUS"), ("IND.MIL", "IND"), ("IGO.NATO", "IGO.NATO"), ("TUR.REB.PKK", "TUR.REB.PKK")],
)
def test_parties(actor: str, expected: str) -> None:
    assert party(actor) == expected


def test_a_strike_and_whom_it_killed_are_one_act() -> None:
    when = {"moment": days("2031-02-01", "2031-02-28")}
    a = Article("a", "Peruvian jets struck a depot in Arica and killed two Chilean guards.", day(2031, 3, 1))
    a.report("struck", "strike", "PER.MIL", "BOL", "ASSAULT", **when).report(
        "killed", "kill", "PER.MIL", "CHL", "ASSAULT", **when
    )
    b = Article("b", "Two Chilean guards were killed.", day(2031, 3, 2)).report("killed", "kill", "", "CHL", "ASSAULT", **when)
    (event,) = events(a, b)
    assert len(event.reports) == 3
    assert event.target == ("CHL",)


def test_one_person_is_killed_once_whatever_the_day_told() -> None:
    a = Article("a", "The envoy was shot on 9 May 2031.", day(2031, 6, 1))
    a.report("shot", "shoot", "", "PER.GOV.QUISPE", "ASSAULT", moment=day(2031, 5, 9))
    b = Article("b", "The envoy was murdered at the end of May 2031.", day(2031, 6, 2))
    b.report("murdered", "murder", "", "PER.GOV.QUISPE", "ASSAULT", moment=days("2031-05-21", "2031-05-31"))
    (event,) = events(a, b)
    assert event.moment[:2] == day(2031, 5, 9)[:2]


def test_a_shortened_copy_is_a_copy() -> None:
    long = Article("a", " ".join(map(str, range(100))), day(2031, 6, 1), tuple(range(64)))
    short = Article("b", " ".join(map(str, range(75))), day(2031, 6, 1), (*range(42), *range(1000, 1022)))
    other = Article("c", " ".join(map(str, range(100))), day(2031, 6, 1), (*range(42), *range(2000, 2022)))
    assert derive(held(long, short)).copies == {short.id: long.id}
    assert derive(held(long, other)).copies == {}


def test_what_was_announced_and_is_told_later_as_done_is_one_act() -> None:
    a = meeting(
        "a",
        "They will be met in St. Ives on 2 June.",
        day(2031, 5, 30),
        moment=day(2031, 6, 2),
        place="St. Ives",
        modality="future",
    )
    b = meeting("b", "They met in Saint Ives.", day(2031, 6, 20), place="Saint Ives")
    (event,) = events(a, b)
    assert event.modality == "actual"
