"""The grammar of training sentences: form, labels, shares, and that every act can be told."""

from __future__ import annotations

import importlib.util
import random
import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

TRAINING = Path(__file__).resolve().parents[2] / "training"
sys.path.insert(0, str(TRAINING))

from grammar.actors import actor, countries, kinds  # noqa: E402
from grammar.clauses import Scene, Unfit, clause  # noqa: E402
from grammar.corpus import build, of_act  # noqa: E402
from grammar.inflect import articles, inflect, possessive  # noqa: E402
from grammar.lexicon import TYPES, Act, acts, inner_acts  # noqa: E402
from grammar.nothing import frames  # noqa: E402
from grammar.telling import MODALITIES, tellings  # noqa: E402

FORM = re.compile(r"[^<>]*<a>[^<>]+</a>[^<>]*<b>[^<>]+</b>[^<>]*")


@pytest.fixture(scope="module")
def sample():
    return build(1500, 7)


def test_the_same_seed_gives_the_same_sentences(sample):
    assert [s.line() for s in build(1500, 7)] == [s.line() for s in sample]
    assert [s.line() for s in build(60, 8)] != [s.line() for s in build(60, 9)]


def test_every_line_is_well_formed(sample):
    for sentence in sample:
        assert FORM.fullmatch(sentence.text), sentence
        assert not re.search(r"[{}@\[\]~|\t]|  | [,.]|,,|\.\.", sentence.text), sentence
        assert (
            sentence.text[:4].replace("<a>", "")[0].isupper()
            or sentence.text.lstrip("<ab>")[0].isdigit()
            or "$" in sentence.text[:5]
        )
        assert len(sentence.line().split("\t")) == 4


def test_labels_go_together(sample):
    for sentence in sample:
        if sentence.type == "NONE":
            assert (sentence.direction, sentence.modality) == ("none", "-")
        else:
            assert sentence.type in TYPES
            assert sentence.direction in ("a>b", "b>a", "both")
            assert sentence.modality in MODALITIES


def test_nothing_is_said_twice(sample):
    assert len({re.sub(r"</?[ab]>", "", s.text).casefold() for s in sample}) == len(sample) == 1500


def test_shares(sample):
    types = Counter(s.type for s in sample)
    assert types["NONE"] == 585
    assert set(types) == {*TYPES, "NONE"}
    told = [types[t] for t in TYPES]
    assert max(told) <= 1.3 * min(told)
    assert types["PROTEST"] > types["AGREE"]
    assert {(s.direction, s.modality) for s in sample if s.type != "NONE"} == {
        (d, m) for d in ("a>b", "b>a", "both") for m in MODALITIES
    }


def test_at_least_half_of_nothing_is_hard():
    weight = Counter()
    for frame in frames():
        weight[frame.hard] += 1
    assert weight[True] >= weight[False] / 2
    assert len({frame.kind for frame in frames()}) >= 12


def test_the_lexicon_is_wide():
    counts = Counter(act.type for act in acts())
    assert min(counts[t] for t in TYPES) >= 45
    assert len({(act.type, act.frame) for act in acts()}) == len(acts()) >= 700


@pytest.mark.parametrize("type_", TYPES)
def test_every_act_is_told_with_both_marks(type_):
    rng = random.Random(3)
    for act in (act for act in acts() if act.type == type_):
        for how in ("actual", "negated"):
            sentence = of_act(rng, act, how)
            assert FORM.fullmatch(sentence.text), act
            assert sentence.direction == "both" if act.way in "=&" else sentence.direction != "both"


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), n=st.integers(1, 40))
def test_any_seed_and_number_will_do(seed, n):
    made = build(n, seed)
    assert len(made) == n
    assert all(FORM.fullmatch(sentence.text) for sentence in made)


def test_voice_decides_the_direction():
    act = next(a for a in acts() if a.frame == "condemn [{b}]")
    home, other = countries()[:2]
    s, o = actor(random.Random(1), "S", home).marked("1"), actor(random.Random(1), "q", other).marked("2")
    said = clause(Scene(random.Random(1), s, o, [home, other]), act, voice="passive")
    assert said.subject.startswith("<2>")
    assert "by <1>" in said.predicate("past")
    with pytest.raises(Unfit):
        clause(
            Scene(random.Random(1), s, o, [home, other]),
            next(a for a in acts() if "[" not in a.frame and not a.inner),
            voice="passive",
        )


def test_acts_set_in_keep_the_outer_type():
    rng = random.Random(5)
    threats = [act for act in acts() if act.type == "THREATEN" and act.through]
    assert threats and all(isinstance(act, Act) for act in threats)
    for act in threats:
        assert inner_acts(act.inner or "")
        assert of_act(rng, act, "actual").type == "THREATEN"


def test_every_kind_has_a_name_that_takes_a_possessive():
    rng = random.Random(2)
    for kind in kinds():
        for country in countries():
            assert actor(rng, kind, country, simple=True).text.strip()
    with pytest.raises(ValueError, match="no kind of actor"):
        actor(rng, "?", countries()[0])


def test_countries_are_many_and_complete():
    assert len(countries()) >= 120
    assert all(c.name and c.adjective and c.capital and c.cities for c in countries())
    assert len({c.name for c in countries()}) == len(countries())


def test_tellings_of_every_modality():
    assert all(len(tellings()[name]) >= 10 for name in MODALITIES)


@pytest.mark.parametrize(
    ("verb", "pres", "past", "pp", "ing"),
    [
        ("expel", "expels", "expelled", "expelled", "expelling"),
        ("visit", "visits", "visited", "visited", "visiting"),
        ("withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"),
        ("deny", "denies", "denied", "denied", "denying"),
        ("deploy", "deploys", "deployed", "deployed", "deploying"),
        ("veto", "vetoes", "vetoed", "vetoed", "vetoing"),
        ("free", "frees", "freed", "freed", "freeing"),
        ("stop", "stops", "stopped", "stopped", "stopping"),
        ("threaten", "threatens", "threatened", "threatened", "threatening"),
        ("have", "has", "had", "had", "having"),
        ("shell", "shells", "shelled", "shelled", "shelling"),
        ("tear-gas", "tear-gases", "tear-gassed", "tear-gassed", "tear-gassing"),
        ("die", "dies", "died", "died", "dying"),
        ("kidnap", "kidnaps", "kidnapped", "kidnapped", "kidnapping"),
        ("be", "is", "was", "been", "being"),
    ],
)
def test_verbs(verb, pres, past, pp, ing):
    assert [inflect(verb, form) for form in ("pres", "past", "pp", "ing")] == [pres, past, pp, ing]


def test_plural_subjects():
    assert inflect("be", "past", plural=True) == "were"
    assert inflect("expel", "pres", plural=True) == "expel"
    with pytest.raises(ValueError, match="no form"):
        inflect("go", "gone")


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("Peru", "Peru's"),
        ("Honduras", "Honduras's"),
        ("the Philippines", "the Philippines'"),
        ("rebels", "rebels'"),
        ("the army", "the army's"),
        ("President Ana Gross", "President Ana Gross's"),
    ],
)
def test_possessives(name, owner):
    assert possessive(name) == owner


def test_articles_look_through_marks():
    assert articles("a <a>Iraqi</a> ship and an <b>European</b> one, a UN envoy, an hour, a IMF loan") == (
        "an <a>Iraqi</a> ship and a <b>European</b> one, a UN envoy, an hour, an IMF loan"
    )


def test_too_few_sentences_are_refused():
    with pytest.raises(ValueError, match="cannot be written"):
        build(0, 1)


def test_the_command_writes_the_file(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("grammar_main", TRAINING / "grammar" / "__main__.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(sys, "argv", ["grammar", "--n", "25", "--seed", "4", "-o", str(tmp_path / "out.tsv")])
    assert module.main() == 0
    assert (tmp_path / "out.tsv").read_text(encoding="utf-8") == "".join(s.line() + "\n" for s in build(25, 4))
