from __future__ import annotations

from datetime import date

from telling_kit import Article, day, held

from detente.ledger.derivation import derive


def test_three_states_through_time_are_one_history() -> None:
    a = Article("a", "A deal on the Amber Stream pipeline was proposed.", day(2030, 1, 1))
    a.agreement("Amber Stream pipeline", "IND|PAK", "proposed")
    b = Article("b", "Talks on a gas pipeline go on.", day(2031, 1, 1)).agreement("a gas pipeline", "IND|PAK", "negotiating")
    c = Article("c", "The Amber Stream pipeline contract was signed.", day(2032, 1, 1))
    c.agreement("Amber Stream pipeline", "IND|PAK", "signed", moment=day(2031, 12, 30))
    derived = derive(held(c, a, b))
    (agreement,) = derived.agreements
    assert [s.status for s in agreement.history] == ["proposed", "negotiating", "signed"]
    assert agreement.status == "signed"
    assert agreement.name == "Amber Stream pipeline"
    assert agreement.parties == ("IND", "PAK")
    assert agreement.history[0].moment[:3] == (None, date(2030, 1, 1), "inferred")
    assert not [c for c in derived.conflicts if c.kind != "name"]
    (named,) = [c for c in derived.conflicts if c.kind == "name"]
    assert {v.value for v in named.versions} == {"Amber Stream pipeline", "a gas pipeline"}


def test_two_pipelines_with_names_of_one_form_stay_apart() -> None:
    a = Article("a", "The Amber Stream pipeline is signed.", day(2030, 1, 1)).agreement(
        "Amber Stream pipeline", "IND|PAK", "signed"
    )
    b = Article("b", "The Jade Stream pipeline is proposed.", day(2031, 1, 1)).agreement(
        "Jade Stream pipeline", "IND|PAK", "proposed"
    )
    assert len(derive(held(a, b)).agreements) == 2


def test_subjects_and_parties_keep_agreements_apart() -> None:
    text = "A purchase of K-300 missiles, a gas pipeline, a ceasefire and the lifting of sanctions were discussed."
    a = Article("a", text, day(2030, 1, 1))
    for words in ("purchase of K-300 missiles", "gas pipeline", "ceasefire", "lifting of sanctions"):
        a.agreement(words, "IND|PAK", "negotiating")
    b = Article("b", "China and India plan a gas pipeline.", day(2030, 1, 1)).agreement("gas pipeline", "CHN|IND", "proposed")
    assert len(derive(held(a, b)).agreements) == 5


def test_another_weapon_is_another_contract() -> None:
    a = Article("a", "India signed for K-300 missiles.", day(2030, 1, 1)).agreement("K-300 missiles", "IND|CHN", "signed")
    b = Article("b", "India signed for J-20 jets.", day(2030, 1, 1)).agreement("J-20 jets", "IND|CHN", "signed")
    assert len(derive(held(a, b)).agreements) == 2


def test_two_signings_a_year_apart_are_two_agreements() -> None:
    a = Article("a", "A ceasefire was signed.", day(2030, 1, 9)).agreement(
        "ceasefire", "IND|PAK", "signed", moment=day(2030, 1, 8)
    )
    b = Article("b", "A ceasefire was signed.", day(2031, 1, 9)).agreement(
        "ceasefire", "IND|PAK", "signed", moment=day(2031, 1, 8)
    )
    assert len(derive(held(a, b)).agreements) == 2


def test_a_bare_deal_goes_with_what_was_told_before_it_in_the_same_text() -> None:
    a = Article("a", "India signed for K-300 missiles. The deal may slip. Its terms are secret.", day(2030, 1, 1))
    a.agreement("K-300 missiles", "IND|CHN", "signed").agreement("The deal", "IND|CHN", "unknown", terms_unknown=True)
    b = Article("b", "The deal was suspended.", day(2031, 1, 1)).agreement("The deal", "IND|CHN", "suspended")
    derived = derive(held(a, b))
    first = next(x for x in derived.agreements if x.name == "K-300 missiles")
    assert len(first.history) == 2
    assert first.status == "signed"
    assert first.terms_unknown
    assert len(derived.agreements) == 2


def test_a_deal_of_its_own_is_not_joined_to_another_subject() -> None:
    a = Article("a", "India signed a deal to buy K-300 missiles from China. Both plan a gas pipeline.", day(2030, 1, 1))
    a.agreement("deal", "CHN|IND", "signed").agreement("gas pipeline", "CHN|IND", "negotiating")
    found = derive(held(a)).agreements
    assert {(x.name, x.status) for x in found} == {("K-300 deal", "signed"), ("gas pipeline", "negotiating")}


def test_a_deal_named_by_its_weapon_goes_on_in_another_text() -> None:
    a = Article("a", "India signed a deal to buy K-300 missiles from China.", day(2030, 1, 1)).agreement(
        "deal", "CHN|IND", "signed"
    )
    b = Article("b", "The K-300 purchase is in force.", day(2031, 1, 1)).agreement("K-300 purchase", "CHN|IND", "in_force")
    (agreement,) = derive(held(a, b)).agreements
    assert [s.status for s in agreement.history] == ["signed", "in_force"]


def test_a_copy_repeats_no_state() -> None:
    sign = tuple(range(64))
    a = Article("a", "A ceasefire was signed.", day(2030, 1, 9), sign).agreement("ceasefire", "IND|PAK", "signed")
    b = Article("b", "A ceasefire was signed.", day(2030, 1, 10), sign).agreement("ceasefire", "IND|PAK", "signed")
    (agreement,) = derive(held(a, b)).agreements
    assert len(agreement.history) == 1


def test_a_named_work_without_parties_joins_its_line() -> None:
    a = Article("a", "India and Pakistan signed for the Amber Stream pipeline.", day(2030, 1, 1))
    a.agreement("Amber Stream pipeline", "IND|PAK", "signed")
    b = Article("b", "India and China plan the Jade Stream pipeline.", day(2030, 2, 1))
    b.agreement("Jade Stream pipeline", "CHN|IND", "negotiating")
    c = Article("c", "AmberStream was inaugurated.", day(2031, 1, 1)).agreement("AmberStream", "", "in_force")
    d = Article("d", "The K-300 contract is secret.", day(2031, 1, 1)).agreement("K-300 contract", "", "unknown")
    derived = derive(held(a, b, c, d))
    histories = {x.parties: [s.status for s in x.history] for x in derived.agreements}
    assert histories == {("IND", "PAK"): ["signed", "in_force"], ("CHN", "IND"): ["negotiating"]}


def test_a_kind_alone_joins_only_where_one_line_fits() -> None:
    a = Article("a", "India and Pakistan plan a gas pipeline.", day(2030, 1, 1)).agreement(
        "gas pipeline", "IND|PAK", "proposed"
    )
    b = Article("b", "India and China plan a gas pipeline.", day(2030, 1, 1)).agreement("gas pipeline", "CHN|IND", "proposed")
    c = Article("c", "India revived the Amber Stream pipeline.", day(2031, 1, 1)).agreement(
        "Amber Stream pipeline", "IND", "revived"
    )
    assert [s.status for x in derive(held(a, c)).agreements for s in x.history] == ["proposed", "revived"]
    assert all(len(x.history) == 1 for x in derive(held(a, b, c)).agreements)


def test_ceasefires_for_two_places_stay_apart() -> None:
    a = Article("a", "A ceasefire in Kabul was signed.", day(2030, 1, 1)).spot("Kabul", "AFG")
    a.agreement("ceasefire", "IND|PAK", "signed", subject=("ceasefire", "kabul"))
    b = Article("b", "A ceasefire in Herat was signed.", day(2030, 2, 1)).spot("Herat", "AFG")
    b.agreement("ceasefire", "IND|PAK", "signed", subject=("ceasefire", "herat"))
    assert len(derive(held(a, b)).agreements) == 2


def test_all_that_is_told_of_the_terms_is_kept() -> None:
    a = Article("a", "India signed for K-300 missiles, worth $2 billion. It covers spares too.", day(2030, 1, 1))
    a.agreement("K-300 missiles", "IND|CHN", "signed", terms="reportedly worth $2 billion")
    b = Article("b", "The K-300 deal trains crews.", day(2030, 2, 1)).agreement(
        "K-300 deal", "IND|CHN", "unknown", terms="to train crews"
    )
    (agreement,) = derive(held(a, b)).agreements
    assert agreement.terms == "reportedly worth $2 billion; to train crews"
