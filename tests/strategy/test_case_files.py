"""Case files: what loads, what is refused and with which words, and that what is written is read again."""

from __future__ import annotations

import math
import re
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import InputError, UnknownNameError
from detente.records import UNKNOWN, Evidence, Moment, Span
from detente.strategy import case
from detente.strategy.case import Case, CaseActor, CaseIssue, CasePosition, Mechanism, Model, Pattern, Proxy, Range, Tie, View
from detente.strategy.case.lines import line_of, places
from detente.strategy.contest import Rule
from detente.strategy.rules import decide_all

ROOT = Path(__file__).parents[2]
HEAD = 'format = "detente-case"\nversion = 1\ntitle = "Peru and Chile"\n'
ACTORS = '[[actor]]\nid = "PER"\ninfluence = 40\n[[actor]]\nid = "CHL"\ninfluence = 60\n'
ISSUE = '[[issue]]\nid = "SEA"\nname = "The sea border"\npole_0 = "as it was"\npole_100 = "moved south"\norigin = "analyst"\n'


def position(actor="PER", issue="SEA", low=70, mode=80, high=90, salience=50, more='origin = "analyst"'):
    three = f"low = {low}\nmode = {mode}\nhigh = {high}\n"
    return f'[[position]]\nactor = "{actor}"\nissue = "{issue}"\n{three}salience = {salience}\n{more}\n'


BOTH = position() + position("CHL", low=0, mode=10, high=20)
GOOD = HEAD + ACTORS + ISSUE + BOTH


def findings(tmp_path, text):
    path = tmp_path / "case.toml"
    path.write_text(text, "utf-8")
    return [str(one).removeprefix(f"{path}:") for one in case.check(path) if one.level == "error"]


def test_a_good_file_makes_a_system():
    one = case.loads(GOOD)
    made = one.system()
    assert (made.actors, made.issues) == (("CHL", "PER"), ("SEA",))
    assert made.mode[:, 0].tolist() == [10, 80]
    assert float(decide_all(made, one.terms("SEA"))["SEA"].outcome) == (60 * 10 + 40 * 80) / 100
    assert [p.actor for p in one.positions()] == ["CHL", "PER"]


def test_the_page_of_the_reference_is_a_good_case(tmp_path):
    text = re.search(r"```toml\n(.*?)```", (ROOT / "docs/reference/case-file.md").read_text("utf-8"), re.DOTALL)
    assert text
    one = case.loads(text[1])
    assert case.loads(case.dump(one)) == one
    assert one.mechanism("wedge").parameters["omega"] == Range(0.1, 0.3, 0.5)
    assert one.hypotheses[0].expects[0].since == date(2019, 12, 1)
    path = tmp_path / "page.toml"
    path.write_text(text[1], "utf-8")
    assert case.check(path) == []


BAD = [
    (
        GOOD.replace("low = 70\nmode = 80\nhigh = 90", "low = 90\nmode = 80\nhigh = 70"),
        "19: position of PER on SEA: low 90, mode 80, high 70 run downwards; are the poles reversed? give low ≤ mode ≤ high",
    ),
    (GOOD.replace("mode = 80", "mode = 95"), "20: position of PER on SEA: low 70, mode 95, high 90; give low ≤ mode ≤ high"),
    (
        GOOD.replace("mode = 80\n", ""),
        "19: position of PER on SEA: has low and high and no mode; give low, mode and high, or none of the three",
    ),
    (
        GOOD.replace("mode = 80", "mode = nan"),
        "20: position of PER on SEA: mode is nan; give a number from 0 to 100, or leave the key out where it is not known",
    ),
    (
        GOOD.replace("salience = 50", "salience = 0"),
        "10: issue SEA: salience is 0 for everybody who has a position on it, so that nothing can be weighed; "
        "give somebody a salience above 0, or leave the issue out",
    ),
    (
        HEAD + ACTORS + ISSUE + position(),
        "1: only PER has a position; give two actors or more a [[position]]: one alone has nobody to bargain with",
    ),
    (
        HEAD + ACTORS + ISSUE,
        "1: nobody has a position; give two actors or more a [[position]]: one alone has nobody to bargain with",
    ),
    (
        GOOD + '[[tie]]\nbetween = ["PER", "CHL"]\nvalue = 0.5\n[[tie]]\nbetween = ["CHL", "PER"]\nvalue = -0.5\n',
        "35: tie of CHL and PER: contradicts line 32 (0.5, -0.5); keep one: a tie is the same both ways",
    ),
    (
        GOOD + '[[tie]]\nbetween = ["PER", "PER"]\n',
        "33: tie 1: between is ['PER', 'PER']; name two different actors: [\"RUS\", \"TUR\"]",
    ),
    (
        GOOD.replace('pole_100 = "moved south"', 'pole_100 = "as it was"'),
        "10: issue SEA: has the same words at both poles; say what 0 and what 100 mean",
    ),
    (
        GOOD.replace(
            'pole_0 = "as it was"\npole_100 = "moved south"',
            'kind = "SANCTIONS"\npole_0 = "sanctions in force"\npole_100 = "sanctions lifted, trade normal"',
        ),
        "10: issue SEA: its poles stand the other way round than those of SANCTIONS in the catalogue; "
        "turn the poles and the numbers, or leave kind out",
    ),
    (
        GOOD.replace('actor = "CHL"', 'actor = "CLH"'),
        "24: position of CLH on SEA: 'CLH' is no actor of the case; did you mean 'CHL'?",
    ),
    (
        GOOD.replace('issue = "SEA"', 'issue = "SEE"', 1),
        "16: position of PER on SEE: 'SEE' is no issue of the case; did you mean 'SEA'?",
    ),
    (
        GOOD.replace("salience = 50", "salinece = 50", 1),
        "22: position of PER on SEA: has the key 'salinece', which means nothing here; did you mean 'salience'?",
    ),
    (
        GOOD.replace('origin = "analyst"\n[[position]]\nactor = "CHL"', '[[position]]\nactor = "CHL"'),
        '16: position of PER on SEA: has neither evidence nor an origin; cite a document, or write origin = "analyst"',
    ),
    (
        GOOD.replace('origin = "analyst"\n[[position]]\nactor = "CHL"', 'origin = "extracted"\n[[position]]\nactor = "CHL"'),
        '23: position of PER on SEA: is marked extracted and cites nothing; give its evidence, or write origin = "analyst"',
    ),
    (
        GOOD + position(),
        "32: position of PER on SEA: is there twice for the same time (first on line 16); keep one, or give each earliest and latest",
    ),
    (
        GOOD.replace('pole_0 = "as', 'rule = "veto"\nparties = ["PER"]\npole_0 = "as'),
        "10: issue SEA: the rule veto needs a status quo; give status_quo, from 0 to 100",
    ),
    (
        GOOD.replace('pole_0 = "as', 'rule = "veto"\npole_0 = "as'),
        "13: issue SEA: the rule veto has the parties []; name 1 or more different actors",
    ),
    (
        GOOD + '[[proxy]]\nactor = "CHL.MIL"\npatron = "CHL"\nweight = 1\n',
        "32: proxy CHL.MIL: is an organ of CHL, which is the state itself; leave it out: it counts fully",
    ),
    (
        GOOD + '[[proxy]]\nactor = "PER.REB"\npatron = "CHL"\nweight = 2\n',
        "35: proxy PER.REB: weight is 2; give a number from 0 to 1, or leave the key out where it is not known",
    ),
    (GOOD + '[[mechanism]]\nname = "wegde"\n', "33: mechanism 1: name is 'wegde'; did you mean 'wedge'?"),
    (
        GOOD + '[[hypothesis]]\nid = "A"\nthesis = "t"\nexpects = [{ types = ["ASAULT"] }]\n',
        "32: hypothesis A: 'ASAULT' is no event type of PLOVER; did you mean 'ASSAULT'?",
    ),
    (
        GOOD + '[[hypothesis]]\nid = "A"\nthesis = "t"\nexpects = [{ since = 2020-02-01, until = 2020-01-01 }]\n',
        "35: hypothesis A, expects 1: ends on 2020-01-01, before it begins on 2020-02-01; turn the two days round",
    ),
    (
        GOOD.replace("influence = 40", "influence = 0").replace("influence = 60", "influence = 0"),
        "4: influence is 0 for everybody; give at least one actor an influence above 0",
    ),
    (
        GOOD.replace('id = "CHL"\ninf', 'id = "PER"\ninf'),
        "7: actor PER: is there twice (first on line 4); give each actor an id of its own",
    ),
    (
        GOOD.replace("influence = 60", 'influence = "much"'),
        "9: actor CHL: influence is 'much'; give a number of 0 or more, or leave the key out where it is not known",
    ),
    (
        GOOD.replace(
            'origin = "analyst"\n[[position]]\nactor = "CHL"',
            'evidence = [\n  { document = "a", start = 9, end = 4 },\n]\n[[position]]\nactor = "CHL"',
        ),
        "24: position of PER on SEA, evidence 1: ends at 4 and starts at 9; give start < end",
    ),
]


@pytest.mark.parametrize(("text", "message"), BAD, ids=[message[:50] for _, message in BAD])
def test_a_bad_file_is_told_with_its_line_and_its_mend(tmp_path, text, message):
    assert message in findings(tmp_path, text)
    with pytest.raises(InputError):
        case.load(tmp_path / "case.toml")


def test_load_tells_the_first_fault_and_how_many_more():
    text = GOOD.replace("mode = 80", "mode = 95").replace("salience = 50", "salience = 500")
    with pytest.raises(
        InputError, match=r"^case\.toml:20: .*; give low ≤ mode ≤ high \(2 more: detente case check case\.toml\)$"
    ):
        case.loads(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("format = ", "is not TOML"),
        ('title = "x"', "is not a case file"),
        ('format = "detente-case"\nversion = 7', "has the version 7, and this détente reads 1"),
        ("a = " + "[" * 4000, "is not TOML|is nested too deeply"),
    ],
)
def test_what_is_no_case_file(text, message):
    with pytest.raises(InputError, match=message):
        case.loads(text)


def test_a_file_that_cannot_be_read(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        case.load(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b'title = "\xe9"')
    with pytest.raises(InputError, match="is not UTF-8 text"):
        case.load(tmp_path / "latin.toml")


def test_warnings_are_no_faults(tmp_path):
    path = tmp_path / "case.toml"
    path.write_text(GOOD.replace("influence = 60\n", ""), "utf-8")
    (one,) = case.check(path)
    assert (one.level, one.where) == ("warning", "actor CHL")
    made = case.load(path).system()
    assert made.known[:, 0].tolist() == [False, True]
    assert np.isnan(made.influence[0, 0])


def test_the_analyst_goes_before_the_text_and_the_two_are_never_mixed():
    cited = 'evidence = [{ document = "a", start = 0, end = 4 }]\norigin = "extracted"'
    one = case.loads(GOOD + position(low=10, mode=20, high=30, more=cited))
    assert [p.mode for p in one.positions()] == [10, 80]
    assert [p.mode for p in one.positions(origin="extracted")] == [20]
    assert one.system().mode[1, 0] == 80
    assert len(one.positions_given) == 3


def test_positions_of_a_day():
    early = position(more='origin = "analyst"\nlatest = 2019-12-31')
    late = position(low=1, mode=2, high=3, more='origin = "analyst"\nearliest = 2020-01-01')
    one = case.loads(HEAD + ACTORS + ISSUE + early + late + position("CHL"))
    assert [p.mode for p in one.positions(date(2019, 5, 1))] == [80, 80]
    assert [p.mode for p in one.positions(date(2020, 5, 1))] == [80, 2]
    assert [p.mode for p in one.positions()] == [80, 2]


def test_influence_may_be_an_issues_own():
    made = case.loads(GOOD.replace("salience = 50\norigin", "salience = 50\ninfluence = 7\norigin", 1)).system()
    assert made.influence[:, 0].tolist() == [60, 7]


def test_threat_is_given_or_made():
    more = '[[tie]]\nbetween = ["PER", "CHL"]\nvalue = 0\nproximity = 0.5\n[[view]]\nholder = "PER"\nof = "CHL"\naggression = 0.4\n'
    one = case.loads(GOOD + more)
    assert one.threat("PER", "CHL") == pytest.approx(1.0 * 0.5 * 0.4)
    assert one.threat("CHL", "PER") is None
    assert case.loads(GOOD + more + "threat = 0.9\n").threat("PER", "CHL") == 0.9


def test_names_that_are_not_there():
    one = case.loads(GOOD)
    with pytest.raises(UnknownNameError, match="did you mean PER"):
        one.actor("PERU")
    assert one.mechanism("wedge") is None
    assert one.tie("PER", "CHL") is None


def test_lines_are_those_of_the_file():
    text = '# top\ntitle = """a\n[[not]]\n"""\n[[issue]]\nid = "K" # x\n'
    text += 'evidence = [ # here\n  { document = "a" },\n  { document = "]" },\n]\n'
    text += '[[issue]]\n"id" = "L"\n[[issue.evidence]]\ndocument = "b"\n'
    found = places(text)
    assert found["issue", 0] == 5
    assert found["issue", 0, "evidence", 1] == 9
    assert (found["issue", 1], found["issue", 1, "id"], found["issue", 1, "evidence", 0]) == (11, 12, 13)
    assert line_of(("issue", 1, "evidence", 0, "start"), found) == 13


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(lambda w: w.strip())
SHARE = st.floats(0, 1, allow_nan=False)
PERCENT = st.floats(0, 100, allow_nan=False)
THREE = st.lists(PERCENT, min_size=3, max_size=3).map(sorted)
GROUND = st.fixed_dictionaries(
    {
        "origin": st.just("analyst"),
        "note": st.none() | WORDS,
        "evidence": st.lists(
            st.builds(lambda d, s: Evidence(d, Span(s, s + 3), 'a"b'), WORDS, st.integers(0, 99)), max_size=2
        ).map(tuple),
    }
)
PARAMETER = st.one_of(
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False),
    WORDS,
    st.lists(WORDS, max_size=2).map(tuple),
    THREE.map(lambda t: Range(*t)),
    st.dictionaries(WORDS.filter(lambda w: w not in ("low", "mode", "high")), SHARE, max_size=2),
)


MOMENTS = [UNKNOWN, Moment(date(2020, 1, 1), None, "explicit"), Moment(None, date(2021, 1, 1), "explicit")]
MODELS = st.builds(
    Model, st.just("median"), SHARE, st.none() | SHARE, SHARE, st.integers(1, 9), st.integers(0, 9), st.none() | PERCENT
)
ATTACKS = Pattern(("ASSAULT",), ("PER", "CHL"), True, date(2020, 1, 1))


@st.composite
def cases(draw):
    actors = ("PER", "CHL", "BOL.REB")
    issues = draw(st.lists(WORDS, min_size=1, max_size=3, unique=True))
    grounds = lambda: draw(GROUND)  # noqa: E731
    made = [
        CaseIssue(
            k,
            draw(WORDS),
            f"none {n}",
            f"all {n}",
            draw(st.none() | WORDS),
            draw(PERCENT),
            Rule("veto", ("PER",)),
            {"PER": draw(SHARE)},
            {},
            None,
            draw(st.lists(WORDS, max_size=2).map(tuple)),
            **grounds(),
        )
        for n, k in enumerate(issues)
    ]
    positions = [
        CasePosition(
            a,
            k,
            *draw(THREE),
            draw(st.floats(1, 100)),
            draw(st.none() | st.floats(0.5, 9)),
            draw(
                st.sampled_from(
                    [UNKNOWN, Moment(date(2020, 1, 1), None, "explicit"), Moment(None, date(2021, 1, 1), "explicit")]
                )
            ),
            **grounds(),
        )
        for a in actors[:2]
        for k in issues
    ]
    return Case(
        draw(WORDS), draw(st.sampled_from([None, ("PER", "CHL")])), draw(st.none() | WORDS),
        draw(MODELS),
        tuple(CaseActor(a, draw(st.none() | WORDS), draw(st.floats(0.1, 99)), draw(st.none() | SHARE), **grounds()) for a in actors),
        tuple(made), tuple(positions),
        (Tie("CHL", "PER", draw(st.floats(-1, 1)), draw(SHARE), **grounds()),),
        (View("PER", "CHL", draw(SHARE), draw(st.none() | SHARE), **grounds()),),
        (Proxy("BOL.REB", "CHL", draw(SHARE), **grounds()),),
        (Mechanism("wedge", draw(st.booleans()), draw(st.dictionaries(WORDS, PARAMETER, max_size=3)), **grounds()),),
        (
            case.Hypothesis("A", draw(WORDS), draw(st.none() | WORDS), (ATTACKS,), **grounds()),
            case.Hypothesis("B", draw(WORDS), excludes=(Pattern(),), overruled=(case.Overruled("e", "neutral", None),), **grounds()),
        ),
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(cases())
def test_what_is_written_is_read_again(one):
    text = case.dump(one)
    again = case.loads(text)
    assert again == one
    assert case.dump(again) == text


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_refused_or_read(text):
    with pytest.raises(InputError):
        case.loads(text)


@settings(max_examples=40, deadline=None)
@given(st.floats(allow_nan=True, allow_infinity=True), st.sampled_from(["low = 70", "salience = 50", "influence = 40"]))
def test_no_number_makes_a_nan(value, at):
    told = "nan" if math.isnan(value) else "inf" if value == math.inf else "-inf" if value == -math.inf else repr(value)
    key = at.split(" = ", maxsplit=1)[0]
    try:
        one = case.loads(GOOD.replace(at, f"{key} = {told}", 1))
    except InputError:
        return
    made = one.system()
    assert np.isfinite(float(decide_all(made)["SEA"].outcome))
