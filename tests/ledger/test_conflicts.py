from __future__ import annotations

import pytest
from telling_kit import Article, day, days, held

from detente.ledger.derivation import derive
from detente.ledger.stances import leaning
from detente.records import Conflict


def found(kind: str, *articles: Article) -> list[Conflict]:
    return [c for c in derive(held(*articles)).conflicts if c.kind == kind]


def values(conflict: Conflict) -> list[str]:
    return [v.value for v in conflict.versions]


def coups() -> tuple[Article, Article]:
    a = Article(
        "a", "After the coup in Peru on 15 July 2031, calm returned. Before 15 June Lima had mended fences.", day(2031, 8, 1)
    )
    a.report("coup", "coup", "PER.REB.OFFICERS", "PER", "ASSAULT", moment=day(2031, 7, 15), place="Peru")
    a.time("15 July 2031", day(2031, 7, 15)).time("15 June", day(2031, 6, 15))
    b = Article("b", "The coup in Peru in late July 2031 failed.", day(2031, 9, 1))
    b.report("coup", "coup", "", "PER", "ASSAULT", moment=days("2031-07-21", "2031-07-31"), place="Peru")
    b.time("late July 2031", days("2031-07-21", "2031-07-31"))
    return a, b


def test_one_coup_with_two_dates_and_a_slip() -> None:
    derived = derive(held(*coups()))
    (event,) = derived.events
    assert event.moment[:2] == day(2031, 7, 15)[:2]
    assert event.moment.note is not None
    assert "to the day" in event.moment.note
    (dates,) = [c for c in derived.conflicts if c.kind == "date"]
    assert dates.subject == event.id
    assert set(values(dates)) == {"15 July 2031", "late July 2031", "15 June"}
    (slip,) = [c for c in derived.conflicts if c.kind == "internal"]
    assert values(slip) == ["15 June", "15 July 2031"]
    assert slip.note is not None
    assert "probable slip" in slip.note


def test_a_landmark_of_its_own_is_no_slip() -> None:
    a, b = coups()
    c = Article("c", "Peru expelled an envoy on 15 June 2031.", day(2031, 6, 16))
    c.report("expelled", "expel", "PER", "CHL", "SANCTION", moment=day(2031, 6, 15))
    assert not found("internal", a, b, c)


def test_coups_of_two_years_are_two_events() -> None:
    a = Article("a", "The coup in Peru on 15 July 2031 failed.", day(2031, 8, 1))
    a.report("coup", "coup", "", "PER", "ASSAULT", moment=day(2031, 7, 15), place="Peru")
    b = Article("b", "The coup in Peru of 1975 succeeded.", day(2031, 9, 1))
    b.report("coup", "coup", "", "PER", "ASSAULT", moment=days("1975-01-01", "1975-12-31"), place="Peru")
    derived = derive(held(a, b))
    assert len(derived.events) == 2
    assert not derived.conflicts


def downing(name: str, text: str, place: str, words: str) -> Article:
    a = Article(name, text, day(2031, 6, 1))
    moment = days("2031-05-01", "2031-05-31")
    return a.report(
        "shot down", "shoot", "PER", "CHL", "ASSAULT", moment=moment, place=place, place_span=a.at(words), objects=("jet",)
    )


def test_over_a_state_and_near_its_border_contest_the_place() -> None:
    a = downing("a", "Peru shot down a Chilean jet over Bolivia.", "Bolivia", "over Bolivia")
    b = downing(
        "b", "Peru shot down a Chilean jet near its border with Bolivia.", "border of Bolivia", "near its border with Bolivia"
    )
    derived = derive(held(a, b))
    (event,) = derived.events
    (conflict,) = [c for c in derived.conflicts if c.kind == "place"]
    assert conflict.subject == event.id
    assert set(values(conflict)) == {"over Bolivia", "near its border with Bolivia"}


def test_two_places_leave_the_place_open() -> None:
    a = downing("a", "Peru shot down a Chilean jet over Bolivia.", "Bolivia", "over Bolivia")
    b = downing("b", "Peru shot down a Chilean jet over Ecuador.", "Ecuador", "over Ecuador")
    derived = derive(held(a, b))
    (event,) = derived.events
    assert event.place is None
    assert [c.kind for c in derived.conflicts] == ["place"]


@pytest.mark.parametrize(
    ("first", "second", "differs"),
    [
        ("killed 12 soldiers", "killed 30 soldiers", True),
        ("killed about 50 soldiers", "killed 48 soldiers", False),
        ("killed more than 20 soldiers", "killed 30 soldiers", False),
        ("killed two soldiers", "killed four soldiers", True),
        ("killed 12 soldiers", "killed 3 cooks", False),
    ],
)
def test_numbers(first: str, second: str, differs: bool) -> None:
    articles = []
    for name, words in (("a", first), ("b", second)):
        article = Article(name, f"A raid by Peru {words} of Chile on 2 May 2031.", day(2031, 5, 3))
        article.report("raid", "raid", "PER", "CHL", "ASSAULT", moment=day(2031, 5, 2))
        articles.append(article)
    derived = derive(held(*articles))
    assert len(derived.events) == 1
    assert [c.kind for c in derived.conflicts] == (["quantity"] if differs else [])


def test_a_miscounted_interval() -> None:
    a = Article(
        "a",
        "After Peru expelled the envoy in November 2030, Sato and Han met for the first time in ten months on 9 August 2031.",
    )
    a.report("expelled", "expel", "PER", "CHL", "SANCTION", moment=days("2030-11-01", "2030-11-30"))
    a.report("met", "meet", "JPN|KOR", "JPN|KOR", "CONSULT", moment=day(2031, 8, 9))
    a.time("November 2030", days("2030-11-01", "2030-11-30")).time("ten months", kind="duration")
    (conflict,) = found("quantity", a)
    assert "ten months" in values(conflict)
    assert conflict.field == "duration"


def test_what_is_taken_back_in_its_own_sentence() -> None:
    a = Article("a", "Trust has returned to the strait — or so both cabinets would like us to believe. Nothing else is new.")
    (conflict,) = found("internal", a)
    assert conflict.subject == a.id
    assert values(conflict) == ["Trust has returned to the strait", "or so both cabinets would like us to believe"]


def test_scopes_of_one_measure() -> None:
    late = days("2031-10-01", "2031-12-31")
    a = Article("a", "In late 2031 Chile cut tourism, trade and energy ties with Peru.", day(2032, 1, 1))
    a.report("cut", "cut", "CHL", "PER", "SANCTION", moment=late)
    b = Article("b", "Chile imposed its tourism and agriculture curbs on Peru in late 2031.", day(2032, 2, 1))
    b.report("imposed", "impose", "CHL", "PER", "SANCTION", moment=late)
    (conflict,) = found("label", a, b)
    assert conflict.field == "scope"
    assert set(values(conflict)) == {"energy, tourism, trade", "agriculture, tourism"}


def test_a_coup_to_one_is_a_revolution_to_another() -> None:
    a = Article("a", "The coup in Peru on 15 July 2031 succeeded.", day(2031, 8, 1))
    a.report("coup", "coup", "PER.REB.OFFICERS", "PER", "ASSAULT", moment=day(2031, 7, 15), place="Peru")
    b = Article("b", "The revolution in Peru on 15 July 2031 is hailed.", day(2031, 8, 1))
    b.report("revolution", "revolution", "PER.REB.OFFICERS", "PER", "ASSAULT", moment=day(2031, 7, 15), place="Peru")
    (conflict,) = found("label", a, b)
    assert set(values(conflict)) == {"coup", "revolution"}


def test_spellings_of_one_place() -> None:
    a = Article("a", "The base at Khorabad is new.").spot("Khorabad", "PAK")
    b = Article("b", "Ships left for Khurabad at dawn.").spot("Khurabad", "PAK")
    c = Article("c", "Trains reached Khorgos.").spot("Khorgos", "PAK")
    (conflict,) = found("name", a, b, c)
    assert set(values(conflict)) == {"Khorabad", "Khurabad"}


def test_opposite_judgements_of_one_relation() -> None:
    a = Article("a", "The two are strategic allies.").judgement("The two are strategic allies", "IND.EDU.RAO", "IND|JPN")
    b = Article("b", "Their ties stay a zero-sum game.").judgement("Their ties stay a zero-sum game", "AUTHOR:b", "IND|JPN")
    c = Article("c", "Ties between Peru and Chile are friendly.").judgement(
        "Ties between Peru and Chile are friendly", "x", "PER|CHL"
    )
    (conflict,) = found("judgement", a, b, c)
    assert set(values(conflict)) == {"strategic allies", "a zero-sum game"}
    assert conflict.field == "IND–JPN"


def test_each_source_gives_its_own_answer_once() -> None:
    a = Article("a", "The question is badly put. They are partners.")
    a.judgement("The question is badly put", "AUTHOR:a", "IND|JPN").judgement("They are partners", "AUTHOR:a", "IND|JPN")
    b = Article("b", "It is less a marriage than a truce, signed at dawn.")
    b.judgement("It is less a marriage than a truce, signed at dawn", "AUTHOR:b", "IND|JPN|IGO.UN")
    c = Article("c", "A partnership that is twenty years old is at breaking point.")
    c.judgement("A partnership that is twenty years old is at breaking point", "SOURCE:c", "IND|JPN|JPN.GOV.KONO")
    d = Article("d", "India, unlike Japan's Western allies, is ready.").judgement(
        "India, unlike Japan's Western allies, is ready", "AUTHOR:d", "IND|JPN"
    )
    (conflict,) = found("judgement", a, b, c, d)
    assert set(values(conflict)) == {"rejects the question", "less a marriage than a truce", "at breaking point"}


def test_sources_that_agree_are_no_conflict() -> None:
    a = Article("a", "They are rivals.").judgement("They are rivals", "AUTHOR:a", "IND|JPN")
    b = Article("b", "The two stay enemies.").judgement("The two stay enemies", "AUTHOR:b", "IND|JPN")
    c = Article("c", "They are friends of China.").judgement("They are friends of China", "AUTHOR:c", "IND|JPN|CHN")
    assert not found("judgement", a, b, c)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("They are friends.", 1),
        ("They are rivals.", -1),
        ("This falls well short of a strategic alliance.", -1),
        ("It is hardly surprising that they disagree.", -1),
        ("They signed on Monday.", 0),
        ("Friendly, but loaded with contradictions.", 0),
    ],
)
def test_leaning(words: str, expected: int) -> None:
    assert leaning(words) == expected


def test_every_version_can_be_checked() -> None:
    articles = coups()
    held_ = held(*articles)
    for conflict in derive(held_).conflicts:
        assert len(conflict.versions) > 1
        for version in conflict.versions:
            assert held_.documents[version.evidence.document].at(version.evidence.span) == version.evidence.text


def test_a_month_counted_in_its_first_days_is_unclear() -> None:
    a = Article("a", "About 40 Chileans have died in Peru so far this month.", day(2031, 6, 4))
    a.time("so far this month", days("2031-06-01", "2031-06-04", "dateline"), flags=("ambiguous_month",))
    (unclear,) = found("internal", a)
    assert unclear.note is not None
    assert "ambiguous" in unclear.note
    assert "approximate" in unclear.note
    assert all("About 40" in value for value in values(unclear))
    assert [v.rpartition("(")[2] for v in values(unclear)] == ["June 2031)", "May 2031)"]


def test_inside_and_outside_one_town_is_no_place_at_all() -> None:
    a = Article("a", "Peru bombed a farm inside Arica and fled.", day(2031, 3, 2)).spot("Arica", "CHL")
    b = Article("b", "A Peruvian raid on the outskirts of Arica failed.", day(2031, 3, 3)).spot("Arica", "CHL")
    given = {"place": "Arica", "moment": day(2031, 3, 1)}
    a.report("bombed", "bomb", "PER", "CHL", "ASSAULT", place_span=a.at("Arica"), **given)
    b.report("raid", "raid", "PER", "CHL", "ASSAULT", place_span=b.at("Arica"), **given)
    derived = derive(held(a, b))
    (event,) = derived.events
    assert event.place is None
    (places,) = [c for c in derived.conflicts if c.kind == "place"]
    assert set(values(places)) == {"inside Arica", "on the outskirts of Arica"}


def test_days_and_types_of_weapon_are_no_quantities() -> None:
    a = Article("a", "Peru downed a Su-24 by Arica in May 2031.", day(2031, 6, 1)).time(
        "May 2031", days("2031-05-01", "2031-05-31")
    )
    b = Article("b", "A jet was downed by Peru in May 2031 by error.", day(2031, 6, 2)).time(
        "May 2031", days("2031-05-01", "2031-05-31")
    )
    a.report("downed", "downing", "PER", "CHL", "ASSAULT", moment=days("2031-05-01", "2031-05-31"))
    b.report("downed", "downing", "PER", "CHL", "ASSAULT", moment=days("2031-05-01", "2031-05-31"))
    assert not found("quantity", a, b)


def test_a_second_price_in_the_next_sentence_stands_beside_the_first() -> None:
    a = Article("a", "The K-300 deal is worth about $3 billion. Others put it closer to $2.5 billion.", day(2031, 6, 1))
    a.agreement("K-300 deal", "IND|CHN", "signed")
    (sums,) = found("quantity", a)
    assert values(sums) == ["about $3 billion", "$2.5 billion"]


def test_two_towns_of_the_tables_are_not_two_spellings() -> None:
    a = Article("a", "They met in Antakya.", day(2031, 6, 1)).spot("Antakya", "TUR")
    b = Article("b", "They met in Antalya.", day(2031, 6, 1)).spot("Antalya", "TUR")
    assert not found("name", a, b)
