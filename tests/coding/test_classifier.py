"""The trained coder: what it is given, what it answers, and that its weights are the ones that were trained."""

from __future__ import annotations

import json
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.coding import marked
from detente.coding.classifier import judge, passage
from detente.coding.classifier.features import features
from detente.coding.classifier.labels import MODALITIES, RELATIONS, TYPES, as_intent
from detente.coding.classifier.marking import CLOSE_A, CLOSE_B, LONGEST, OPEN_A, OPEN_B
from detente.coding.classifier.marking import marked as mark
from detente.coding.classifier.weights import FOLDER, WeightsError, card, verify
from detente.reading.fragment import fragment
from detente.reading.parse import parse
from detente.records import Span


def asked(text: str, a: str, b: str):
    doc = parse(fragment(text)).doc
    spans = [doc.char_span(text.index(w), text.index(w) + len(w), alignment_mode="expand") for w in (a, b)]
    return passage(doc, *((s.start, s.end) for s in spans))


PLAIN = [
    ("Bolivia accused Chile of spying on its lithium mines.", "Bolivia", "Chile", "a>b", "ACCUSE", "actual"),
    ("Chile was accused by Bolivia of spying on its lithium mines.", "Chile", "Bolivia", "b>a", "ACCUSE", "actual"),
    ("The presidents of Ghana and Togo held talks in Lomé on Tuesday.", "Ghana", "Togo", "both", "CONSULT", "actual"),
    ("Denmark denied that it had bombed Latvia.", "Denmark", "Latvia", "a>b", "ASSAULT", "negated"),
    ("Malta will expel two Cypriot diplomats next week.", "Malta", "Cypriot diplomats", "a>b", "SANCTION", "future"),
    ("Laos shipped rice to Nepal after the earthquake.", "Laos", "Nepal", "a>b", "AID", "actual"),
]


@pytest.mark.parametrize(("text", "a", "b", "relation", "type_", "modality"), PLAIN)
def test_plain_sentences_are_told_as_they_stand(text, a, b, relation, type_, modality):
    (found,) = judge([asked(text, a, b)])
    assert (found.told, found.plover) == (relation, type_)
    assert max(found.modality, key=found.modality.get) == modality


@pytest.mark.parametrize(
    ("text", "a", "b"),
    [
        ("Norway and Peru both export fish.", "Norway", "Peru"),
        ("Rainfall in Uruguay was lower than in Paraguay last year.", "Uruguay", "Paraguay"),
        ("Kenyan police arrested a smuggler whose boat had been built in Oman and sold in Yemen.", "Oman", "Yemen"),
    ],
)
def test_nothing_passes_between_two_that_only_stand_side_by_side(text, a, b):
    (found,) = judge([asked(text, a, b)])
    assert found.told == "none"


def test_answers_are_probabilities_and_the_order_of_passages_is_kept():
    passages = [asked(text, a, b) for text, a, b, *_ in PLAIN]
    together, alone = judge(passages), [judge([p])[0] for p in passages]
    for one, other in zip(together, alone, strict=True):
        assert sum(one.type.values()) == pytest.approx(1)
        assert sum(one.relation.values()) == pytest.approx(1)
        assert 0 <= one.confidence <= 1
        assert one.plover == other.plover
        assert set(one.relation) == set(RELATIONS)


def test_no_passages_give_no_judgements():
    assert judge([]) == []


def test_two_actors_may_not_overlap():
    doc = parse(fragment("Peru left.")).doc
    with pytest.raises(ValueError, match="overlap"):
        passage(doc, (0, 2), (1, 2))
    with pytest.raises(ValueError, match="no words"):
        passage(doc, (1, 1), (2, 3))


def test_names_of_actors_are_no_features():
    seen = list(features(asked("Peru warned Chile that Bolivia would act.", "Peru", "Chile")))
    assert not [f for f in seen if "peru" in f.lower() or "chile" in f.lower() or "bolivia" in f.lower()]
    assert "joint warn" in seen


words = st.lists(st.sampled_from("alpha beta gamma delta".split()), max_size=80)


@given(words, words, words, st.booleans())
def test_the_markers_stand_where_they_are_said_to(before, between, after, turned):
    text = " ".join([*before, "AAA", *between, "BBB", *after])
    a, b = ((text.index(w), text.index(w) + 3) for w in ("AAA", "BBB"))
    if turned:
        a, b = b, a

    def pieces(part: str) -> list[int]:
        return [1000 + len(w) for w in part.split()]

    ids, at_a, at_b = mark(pieces, text, a, b)
    assert len(ids) <= LONGEST
    assert (ids[at_a], ids[at_b]) == (OPEN_A, OPEN_B)
    assert CLOSE_A in ids
    assert CLOSE_B in ids
    assert (at_a < at_b) is (not turned)


@pytest.mark.parametrize("plover", TYPES)
@pytest.mark.parametrize("modality", MODALITIES)
def test_intents_are_types_and_what_was_done_keeps_its_own(plover, modality):
    assert as_intent(plover, modality) in TYPES
    assert as_intent(plover, "actual") == plover


def test_help_to_come_is_agreement_and_an_attack_to_come_a_threat():
    assert (as_intent("AID", "future"), as_intent("ASSAULT", "future"), as_intent("AID", "negated")) == (
        "AGREE",
        "THREATEN",
        "REJECT",
    )


def test_without_a_target_the_phrase_acted_on_stands_for_it():
    text = "Kenya bombed a militia camp."
    coded = marked.between(parse(fragment(text)), Span(0, 5), None)
    assert (coded.plover, coded.none) == ("ASSAULT", False)


def test_one_place_inside_the_other_is_told_apart():
    text = "The Greek minister attacked the Greek decision on tax."
    inner = text.index("Greek")
    parsed = parse(fragment(text))
    coded = marked.between(parsed, Span(0, 18), Span(inner, inner + 5))
    assert coded.plover in TYPES
    with pytest.raises(ValueError, match="same words"):
        marked.between(parsed, Span(0, 18), Span(0, 18))


def test_the_shipped_weights_are_those_of_the_manifest():
    verify()
    assert {"version", "files", "corpus", "calibration", "figures"} <= card().keys()


def test_changed_or_missing_weights_are_refused_by_name(tmp_path):
    folder = tmp_path / "weights"
    folder.mkdir()
    with pytest.raises(WeightsError, match=r"manifest\.json: cannot be read"):
        card(folder)
    (folder / "manifest.json").write_text(json.dumps({"files": card()["files"]}), "utf-8")
    with pytest.raises(WeightsError, match=r"encoder\.onnx: is missing"):
        verify(folder)
    for name in card()["files"]:
        shutil.copy(FOLDER / name, folder / name)
    verify(folder)
    with (folder / "linear.npz").open("ab") as stream:
        stream.write(b"x")
    with pytest.raises(WeightsError, match=r"linear\.npz: has sha256 .* `make train`"):
        verify(folder)
