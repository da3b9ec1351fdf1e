"""The drawing: lines break where nothing is known, marks stay inside and link to their acts."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date
from itertools import pairwise

import norway_peru as fixture
import pytest

from detente.desk.cast import Cast
from detente.desk.chart import NARROW, WIDE, chart, extent
from detente.desk.citations import Citations
from detente.desk.lanes import Axis
from detente.desk.timeline import timeline
from detente.measures.series import Month

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=[WIDE, NARROW], ids=lambda size: size.name)
def drawing(request):
    relation = fixture.relation()
    citations = Citations(relation)
    acts = timeline(relation, citations, Cast(relation, citations))
    return request.param, ET.fromstring(chart(relation, acts, extent(relation.months, relation.events), request.param))


def test_everything_stays_inside(drawing):
    size, root = drawing
    _, _, width, height = (float(n) for n in root.get("viewBox").split())
    assert width == size.width
    for shape in root.iter():
        for name in ("x", "cx", "x1", "x2"):
            assert 0 <= float(shape.get(name, 0)) <= width
        for name in ("y", "cy", "y1", "y2"):
            assert 0 <= float(shape.get(name, 0)) <= height
        for x, y in re.findall(r"([\d.-]+),([\d.-]+)", shape.get("points", "")):
            assert 0 <= float(x) <= width
            assert 0 <= float(y) <= height


def test_a_line_breaks_where_nothing_is_known(drawing):
    _, root = drawing
    lines = [line for line in root.iter(f"{SVG}polyline") if line.get("class") == "line substance"]
    assert len(lines) == 2
    ends = [[float(x) for x, _ in re.findall(r"([\d.]+),([\d.]+)", line.get("points"))] for line in lines]
    assert ends[0][-1] < ends[1][0]
    assert any("not known" in title.text for title in root.iter(f"{SVG}title"))


def test_every_dated_act_in_the_stretch_has_a_mark_that_links(drawing):
    size, root = drawing
    goals = {link.get("href") for link in root.iter(f"{SVG}a")}
    dated = {f"#act-{n}" for n in range(2, 11)}
    assert goals == (dated | {"#act-11"} if size.tray else dated)


def test_labels_do_not_touch():
    for first, last in (
        (date(2015, 3, 1), date(2020, 3, 31)),
        (date(1950, 1, 1), date(2020, 1, 1)),
        (date(2019, 11, 1), date(2020, 3, 31)),
    ):
        for left, right in ((118, 816), (26, 334)):
            ticks = Axis(first, last, left, right).ticks()
            assert ticks
            places = [x for x, _, _ in ticks]
            assert all(b - a >= 38 for a, b in pairwise(places))


def test_the_stretch_starts_after_a_long_silence():
    known = {"1950-01", "2015-03", "2020-02"}
    names = [f"{year}-{month:02d}" for year in range(1950, 2021) for month in range(1, 13)]
    months = [Month(name, displayed=1.0 if name in known else None) for name in names]
    assert extent(months, ()) == (date(2015, 3, 1), date(2020, 2, 29))
    assert extent([Month("2015-03")], ()) is None
