from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading import blocks as cutting
from detente.reading import clean, copies, degraded, language

STORY = (
    "Norway and Finland opened a joint border post near Kirkenes, and their ministers drove the first lorry through it "
    "together. "
    "The two governments had argued about the road for eleven years. Officials in Oslo said the toll would stay low. "
    "Helsinki wants a second crossing further south, and has offered to pay the larger share of it within five years."
)


def reasons(text: str) -> tuple[str, ...]:
    blocks = cutting.cut(text)
    return degraded.reasons(text, blocks, clean.build(text, blocks).text)


def test_a_text_is_like_itself_and_unlike_another():
    one, other = (
        copies.fingerprint(STORY),
        copies.fingerprint("Brazil and Peru spoke of the river, and of who may fish in it when the water is low."),
    )
    assert len(one) == copies.PERMUTATIONS
    assert copies.similarity(one, one) == 1
    assert copies.similarity(one, other) < 0.1


def test_a_reprint_with_a_changed_word_is_a_near_copy():
    assert copies.similarity(copies.fingerprint(STORY), copies.fingerprint(STORY.replace("larger", "smaller"))) > 0.6


def test_case_and_punctuation_do_not_matter():
    assert copies.fingerprint(STORY) == copies.fingerprint(STORY.upper().replace(",", " "))


def test_nothing_is_like_nothing():
    assert copies.fingerprint("") == ()
    assert copies.similarity((), ()) == 0
    assert copies.similarity(copies.fingerprint("a"), ()) == 0


def test_the_signature_is_the_same_in_another_process():
    command = "from detente.reading import copies; print(copies.fingerprint('they met on the bridge at noon again')[:3])"
    out = subprocess.run(
        [sys.executable, "-c", command],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": ":".join(sys.path)},
    )
    assert out.stdout.strip() == str(copies.fingerprint("they met on the bridge at noon again")[:3])


@given(st.text(max_size=200))
def test_likeness_is_between_none_and_all(text):
    one = copies.fingerprint(text)
    assert copies.similarity(one, one) in (0.0, 1.0)
    assert 0 <= copies.similarity(one, copies.fingerprint(STORY)) <= 1


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", STORY),
        (
            "fr",
            "Les deux ministres ont ouvert la route du nord, et le gouvernement est content de ce que les voisins ont "
            "fait pour elle.",
        ),
        (
            "de",
            "Die beiden Minister haben die Straße im Norden eröffnet, und die Regierung ist mit dem zufrieden, was der "
            "Nachbar getan hat.",
        ),
        (
            "es",
            "Los dos ministros abrieron la carretera del norte y el gobierno está contento con lo que los vecinos "
            "hicieron por ella.",
        ),
        (
            "tr",
            "İki bakan kuzeydeki yolu açtı ve hükümet bu adım için komşu ülkeye teşekkür etti; ancak daha sonra bir "
            "açıklama olmadı.",
        ),
        (
            "ru",
            "Министры открыли дорогу на севере, и правительство довольно тем, что соседи сделали для неё после долгих споров.",
        ),
        (
            "uk",
            "Міністри відкрили дорогу на півночі, і уряд задоволений тим, що сусіди зробили для неї після довгих "
            "суперечок, але це ще не все.",
        ),
        (
            "ar",
            "افتتح الوزيران الطريق في الشمال، وقال كل من الوزيرين إن هذا العمل هو بداية ما بين البلدين بعد سنوات من الخلاف.",
        ),
        ("fa", "دو وزیر راه شمال را باز کردند و دولت گفت که این کار برای هر دو کشور خوب است و با آن موافق است."),
        ("el", "Οι δύο υπουργοί άνοιξαν τον δρόμο στον βορρά και η κυβέρνηση είναι ικανοποιημένη."),
        ("he", "שני השרים פתחו את הכביש בצפון והממשלה מרוצה."),
        ("zh", "两国部长周二在北方开通了公路，政府对邻国的做法表示满意。"),
        ("ja", "両国の大臣は北部の道路を開通させ、政府は隣国の対応に満足している。"),
        ("ko", "두 나라 장관은 북부 도로를 개통했고 정부는 만족했다."),
        (None, "1234 5678 -- 90"),
        (None, "lorem dolor amet consectetur adipiscing"),
    ],
)
def test_languages_are_told_apart(code, text):
    assert language.identify(text) == code


def test_another_language_is_still_a_document(one):
    text = (
        "Les deux ministres ont ouvert la route du nord, et le gouvernement est content de ce que les voisins ont fait "
        "pour elle. " * 3
    )
    assert one(text).language == "fr"


def test_a_sound_copy_has_no_fault():
    assert reasons(STORY) == ()
    assert reasons(f"{STORY}\n\n“We waited,” she said. ‘Long,’ he added.") == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (STORY + " They spoke of a common view,quot; he said.", "broken_entities"),
        (STORY + " The ministerâ€™s car was late.", "mojibake"),
        (STORY + ' He said: "We waited long enough.', "odd_quotes"),
        (STORY + " “We waited long enough, he said.", "odd_quotes"),
        (STORY + "\n\nThe road was closed for years because the two sides could not agree on who was to", "truncated"),
        (STORY + "\n\nRead on […]", "truncated"),
        (
            "The ministcrs of tbe two c0untries met aud tlie r0ad was 0pened for tbe f1rst time, wliich all liked. " * 3,
            "ocr_noise",
        ),
    ],
)
def test_faults_of_a_copy(text, reason):
    assert reason in reasons(text)


def test_a_quotation_over_two_paragraphs_is_usage():
    assert "odd_quotes" not in reasons(
        f'{STORY}\n\n"We waited long enough, and we will not wait again.\n\n"That is all," she said.'
    )


def test_a_machine_is_told_by_several_signs_of_several_kinds():
    stilted = (
        " The minister had He waited. When, At a meeting, they was there, it have rained. The roads run north. "
        "south of the town."
    )
    assert "machine_translated" in reasons(STORY + stilted)
    assert "machine_translated" not in reasons(STORY + " It was late. the end.")


@given(st.text(max_size=300))
def test_any_text_can_be_judged(text):
    reasons(text)
    language.identify(text)
