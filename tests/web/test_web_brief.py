"""The brief in a real browser: it opens from disk, loads nothing, fits a telephone, and hides nothing from a screen reader."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import norway_peru as fixture
import norway_peru_case as cased
import pytest

from detente.desk import brief

CHROMIUM = os.environ.get("DETENTE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")]


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("briefs")
    found = {}
    for name, held in (("full", fixture.relation()), ("empty", fixture.empty())):
        found[name] = folder / f"{name}.html"
        found[name].write_text(brief(fixture.Bench(held), "NOR", "PER"), "utf-8")
    found["case"] = folder / "case.html"
    found["case"].write_text(brief(cased.CaseBench(), "NOR", "PER", case="case.toml"), "utf-8")
    return found


@pytest.fixture(params=[(1280, 900), (360, 740)], ids=["laptop", "telephone"])
def page(request, browser, files):
    width, height = request.param
    page = browser.new_page(viewport={"width": width, "height": height}, java_script_enabled=True)
    page.requests, page.said = [], []
    page.on("request", lambda asked: page.requests.append(asked.url))
    page.on("console", lambda message: page.said.append(message.text))
    page.goto(files["full"].as_uri())
    yield page
    page.close()


def test_nothing_is_loaded_and_nothing_complains(page, files):
    assert page.requests == [files["full"].as_uri()]
    assert page.said == []
    assert page.evaluate("getComputedStyle(document.querySelector('.verdict')).display") == "flex"


def test_it_fits_without_scrolling_sideways(page):
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.evaluate("document.querySelector('details').open = true")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_one_drawing_is_shown(page):
    shown = page.locator("svg.chart:visible")
    assert shown.count() == 1
    assert shown.bounding_box()["height"] > 150


def test_a_citation_leads_to_its_sentence_and_back(page):
    page.locator("#act-2 .cite").first.click()
    goal = page.locator(":target")
    assert "Norway seized two Peruvian trawlers" in goal.inner_text()
    assert goal.bounding_box()["y"] >= 0
    page.locator(".back a", has_text="act 2").first.click()
    assert page.url.endswith("#act-2")


def test_a_mark_in_the_drawing_leads_to_its_act(page):
    page.locator("svg.chart:visible a[href='#act-8']").click()
    assert "Peruvian navy" in page.locator(":target").inner_text()


def test_keyboard_reaches_the_bottom_line_first(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#bottom-line")


def test_nothing_of_an_article_runs(page):
    assert page.locator("script").count() == 0
    assert "<script>alert(1)</script>" in page.locator("#articles").inner_text()


@pytest.mark.parametrize("width", [1280, 360])
def test_a_brief_with_a_case_fits_loads_nothing_and_hides_nothing(browser, files, width):
    page = browser.new_page(viewport={"width": width, "height": 900})
    asked, said = [], []
    page.on("request", lambda one: asked.append(one.url))
    page.on("console", lambda one: said.append(one.text))
    page.goto(files["case"].as_uri())
    for details in page.locator("details").all():
        details.evaluate("node => node.open = true")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert (asked, said) == ([files["case"].as_uri()], [])
    colours = [
        page.locator(f".stake.{name}").first.evaluate("n => getComputedStyle(n).backgroundColor") for name in ("m2", "p2")
    ]
    assert colours[0] != colours[1]
    assert "not known" in page.locator("#issues").inner_text() or page.locator("#issues .absent").first.is_visible()
    page.locator("#issue-1 .cite").first.click()
    assert "Norway seized two Peruvian trawlers" in page.locator(":target").inner_text()
    page.locator(".back a", has_text="Norway on").first.click()
    assert page.url.endswith("#issue-1")
    page.close()


@pytest.mark.parametrize("name", ["full", "empty", "case"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_serious(browser, files, name, scheme, width):
    axe = pytest.importorskip("axe_core_python.sync_playwright")
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(files[name].as_uri())
    found = axe.Axe().run(page)["violations"]
    page.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []


def test_it_reads_without_javascript(browser, files):
    page = browser.new_page(java_script_enabled=False)
    page.goto(files["full"].as_uri())
    assert page.locator("h1").inner_text() == "Norway and Peru"
    assert page.locator("svg.chart:visible").count() == 1
    page.close()


def test_print_leaves_out_the_contents(browser, files):
    page = browser.new_page()
    page.goto(files["full"].as_uri())
    page.emulate_media(media="print")
    assert not page.locator(".contents").is_visible()
    assert page.locator("#bottom-line").is_visible()
    page.close()
