"""What-if: every number that changes has its causes; patches that will not do are refused with their line."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategy_case import EVENTS, case_file

from detente.errors import InputError
from detente.strategy import case, scenario
from detente.strategy.assembly import assemble
from detente.strategy.patches import TAKES, Patch, Scenario


@pytest.fixture(scope="module")
def situation(tmp_path_factory):
    return assemble(case.load(case_file(tmp_path_factory.mktemp("case"))), EVENTS)


def patch(body):
    return f"[[patch]]\n{body}\n"


SHIFT = patch('shift = "position"\nactor = "NOR"\nissue = "QUOTA"\nby = -10')
WEDGE = patch(
    'set = "mechanism"\nname = "wedge"\nparameters = { omega = 0.5, cohesion = 0.2, actor = "PER", target = "NOR", issues = ["QUOTA"] }'
)
ACCUSED = patch('set = "event"\nevent = "n1"\ntype = "ACCUSE"\nsource = "PER"\ntarget = "NOR"\ndate = 2017-09-01')
ALL = {
    "position": patch('set = "position"\nactor = "PER"\nissue = "QUOTA"\nto = { low = 10, mode = 30, high = 40 }'),
    "salience": patch('shift = "salience"\nactor = "NOR"\nissue = "QUOTA"\nby = -30'),
    "influence": patch('set = "influence"\nactor = "CHL"\nto = 80'),
    "status_quo": patch('set = "status_quo"\nissue = "PORT"\nto = 10'),
    "authority": patch('set = "authority"\nactor = "NOR"\nto = 0.2'),
    "power": patch('shift = "power"\nactor = "PER"\nby = 0.5'),
    "tie": patch('set = "tie"\nbetween = ["NOR", "PER"]\nto = -0.5'),
    "trust": patch('set = "trust"\nholder = "NOR"\nof = "PER"\nto = 0.9'),
    "event": patch('set = "event"\nevent = "e4"\ncounted = false'),
    "mechanism": patch('set = "mechanism"\nname = "outside_option"\non = false'),
}


def test_the_lever_of_a_compromise_is_exact(situation):
    found = scenario.compare(situation, scenario.parse(SHIFT))
    change = next(one for one in found.changes if one.name == "outcome:QUOTA")
    cause = change.causes[0]
    # NOR weighs 90 · 60 of 90 · 60 + 60 · 40 + 30 · 20
    assert cause.lever == pytest.approx(5400 / 8400) and cause.shift == -10
    assert cause.patch.line == 1
    assert str(cause).startswith("shift position of NOR on QUOTA by -10 (line 1)") and "lever 0.6429 × -10" in str(cause)
    carried = [one.mechanism for one in change.carriers]
    assert carried == ["outside_option"] and "it may" in str(change)
    assert change.carriers[0].without == pytest.approx(cause.lever * -10)


@pytest.mark.parametrize("what", TAKES)
def test_everything_can_be_patched(situation, what):
    found = scenario.compare(situation, scenario.parse(ALL[what]))
    assert len(found.changes) > 0 or found.unmoved
    assert all(one.causes and one.causes[0].patch.what == what for one in found.changes)
    if what in ("authority", "power", "tie"):
        assert "moves no number at the modes" in str(found)


def test_steps_add_up_and_say_through_what(situation):
    found = scenario.compare(situation, scenario.parse(SHIFT + WEDGE + ACCUSED))
    assert not found.unmoved
    for one in found.changes:
        if one.amount is not None:
            assert sum(cause.amount for cause in one.causes) == pytest.approx(one.amount, abs=1e-9)
    outcome = next(one for one in found.changes if one.name == "outcome:QUOTA")
    assert [cause.patch.what for cause in outcome.causes] == ["position", "mechanism", "event"]
    assert [one.mechanism for one in outcome.carriers] == ["wedge", "outside_option"]
    shown = next(one for one in found.changes if one.name == "displayed:NOR:PER")
    assert [cause.patch.what for cause in shown.causes] == ["event"]


def test_a_parameter_can_be_shifted_after_its_mechanism_is_set(situation):
    text = WEDGE + patch('shift = "mechanism"\nname = "wedge"\nparameter = "omega"\nby = 0.3')
    found = scenario.compare(situation, scenario.parse(text))
    outcome = next(one for one in found.changes if one.name == "outcome:QUOTA")
    assert len(outcome.causes) == 2 and outcome.causes[1].amount > 0


def test_what_becomes_known_and_what_ceases_to_be(situation):
    held = patch('set = "position"\nactor = "ISL"\nissue = "WHALES"\nto = 70')
    cares = patch('set = "salience"\nactor = "ISL"\nissue = "WHALES"\nto = 50')
    weighs = patch('set = "influence"\nactor = "ISL"\nissue = "WHALES"\nto = 5')
    found = scenario.compare(situation, scenario.parse(held + cares + weighs))
    change = next(one for one in found.changes if one.name == "outcome:WHALES")
    assert change.before is None and change.after == 70 and change.amount is None
    assert str(change.causes[0]).startswith("set influence of ISL on WHALES to 5")


def test_same_seed_same_bytes(situation):
    what = scenario.parse(SHIFT + WEDGE)
    first, again, other = (str(scenario.compare(situation, what, n=300, seed=s)) for s in (1, 1, 2))
    assert first.encode() == again.encode() and first != other
    assert "300 draws" in first and "model-conditional, not calibrated" in first


def test_a_patch_that_says_what_is_already_so_moves_nothing(situation):
    same = patch('set = "salience"\nactor = "NOR"\nissue = "QUOTA"\nto = 90')
    found = scenario.compare(situation, scenario.parse(same))
    assert not found.changes and len(found.unmoved) == 1 and "Nothing changes." in str(found)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "has no patch"),
        ("patch = 3", "has no patch"),
        ("[[patch]]\n", ":1: a patch that names nothing"),
        (patch('set = "positon"'), "did you mean position"),
        (patch('set = "position"\nshift = "position"'), "both set and shift"),
        (patch('set = "position"\nactor = "NOR"\nto = 5'), ":1: a patch that names no issue"),
        (patch('set = "position"\nactor = "NOR"\nissue = "QUOTA"\nby = 5'), "says set and gives no to"),
        (patch('shift = "position"\nactor = "NOR"\nissue = "QUOTA"\nby = "much"'), "by is 'much'"),
        (patch('set = "position"\nactor = "NOR"\nissue = "QUOTA"\nto = 5\nso = 3'), "'so' is not a known key"),
        (patch('set = "tie"\nbetween = ["NOR", "NOR"]\nto = 1'), "two different actors"),
        (patch('set = "event"\nevent = "n"\ntype = "AID"'), "an event without source and target and date"),
        (patch('shift = "mechanism"\nname = "wedge"'), "cannot be shifted as a whole"),
        (patch('set = "mechanism"\nname = "wedge"'), "changes nothing"),
        ("title = [\n", "is not TOML"),
        ("titel = 'x'\n" + SHIFT, "has 'titel'"),
    ],
)
def test_bad_patches_are_refused(text, says):
    with pytest.raises(InputError, match=says):
        scenario.parse(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (patch('set = "position"\nactor = "NRO"\nissue = "QUOTA"\nto = 5'), r"scenario.toml:1: 'NRO' .*did you mean NOR"),
        (patch('set = "position"\nactor = "NOR"\nissue = "QUOTAS"\nto = 5'), "did you mean QUOTA"),
        (patch('set = "position"\nactor = "NOR"\nissue = "QUOTA"\nto = 500'), "out of range"),
        (patch('set = "position"\nactor = "NOR"\nissue = "QUOTA"\nto = { low = 9, mode = 5, high = 10 }'), "low ≤ mode ≤ high"),
        (patch('shift = "position"\nactor = "ISL"\nissue = "QUOTA"\nby = 5'), "not known, and cannot be shifted; set it"),
        (patch('set = "event"\nevent = "e99"\ncounted = false'), "'e99' is not a known event"),
        (patch('set = "event"\nevent = "e1"\ncounted = true'), "counted is True"),
        (ACCUSED.replace("n1", "e1"), "already an event"),
        (ACCUSED.replace("ACCUSE", "ACUSE"), "did you mean ACCUSE"),
        (patch('set = "mechanism"\nname = "wegde"\non = true'), "did you mean wedge"),
        (patch('shift = "mechanism"\nname = "wedge"\nparameter = "omega"\nby = 1'), "is not there"),
        (patch('set = "mechanism"\nname = "outside_option"\nparameters = { kapa = 1 }'), "did you mean kappa"),
        (patch('set = "trust"\nholder = "NOR"\nof = "PER"\nto = -3'), "-1 to 1"),
    ],
)
def test_patches_that_name_what_is_not_there_are_refused(situation, text, says):
    with pytest.raises(InputError, match=says):
        scenario.compare(situation, scenario.parse(text))


def test_files_that_cannot_be_read(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        scenario.load(tmp_path / "none.toml")
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="UTF-8"):
        scenario.load(tmp_path / "a.toml")
    (tmp_path / "b.toml").write_text(SHIFT, encoding="utf-8")
    assert scenario.load(tmp_path / "b.toml").title == "b"


CELLS = st.tuples(st.sampled_from(["NOR", "PER", "CHL"]), st.floats(0, 100), st.booleans())


@settings(max_examples=25, deadline=None)
@given(st.lists(CELLS, min_size=1, max_size=4))
def test_every_changed_number_has_a_cause(situation, cells):
    patches = tuple(
        Patch(what, {"actor": (actor,), "issue": ("QUOTA",)}, value, line=place)
        for place, (actor, value, whether) in enumerate(cells, 1)
        for what in (("position",) if whether else ("salience",))
    )
    found = scenario.compare(situation, Scenario("random", patches))
    for one in found.changes:
        assert one.causes and all(cause.patch in patches for cause in one.causes)
        assert one.before is None or np.isfinite(one.before)
        assert one.amount is None or sum(c.amount for c in one.causes) == pytest.approx(one.amount, abs=1e-6)
