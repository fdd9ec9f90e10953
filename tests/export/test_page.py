"""The page in a browser: it asks for nothing, it can be searched and read by keyboard, hostile text does nothing."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.export.html import html
from kg.graph import build
from kg.model import Resolution
from kg.ontology import Ontology

pytestmark = pytest.mark.browser
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
HOSTILE = "<img src=x onerror=\"document.title='run'\"></script><script>document.title='run'</script>"

MIDDLE = """(names) => {
  const isNamed = (node) => names.some((name) => node.title.startsWith(`${name} (`));
  const ids = network.body.data.nodes.get().filter(isNamed).map((node) => node.id);
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const places = Object.values(network.getPositions(ids));
  const at = network.canvasToDOM({ x: mean(places.map((p) => p.x)), y: mean(places.map((p) => p.y)) });
  const box = document.getElementById("canvas").getBoundingClientRect();
  return [box.x + at.x, box.y + at.y];
}"""
"""Where on the screen the middle of the named nodes lies."""

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no chromium; set CHROMIUM to its path")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path, ontology: Ontology) -> Iterator[Open]:
    """Open the page of a resolution; at the end of the test nothing may have been asked for or complained of."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: request.url.startswith("file:") or complaints.append(request.url))

    def show(resolution: Resolution, fragment: str = "") -> Any:
        file = tmp_path / "page.html"
        file.write_text(html(build(resolution, ontology), ontology), encoding="utf-8")
        page.goto(file.as_uri() + fragment)
        page.wait_for_selector("html[data-ready]")
        return page

    yield show
    context.close()
    assert complaints == []


def drawn(page: Any) -> int:
    return int(page.evaluate("network.body.data.nodes.length"))


def test_the_page_opens_with_counts_and_an_overview(opened: Open, resolution: Resolution) -> None:
    page = opened(resolution)
    assert page.inner_text("#counts") == "2 articles · 14 entities · 4 events · 13 claims"
    assert page.inner_text("#shown") == "14 of 18 shown: the rest stands in no relation; search finds it"
    assert page.inner_text("#panel h2") == "Overview"


def test_search_by_keyboard_reads_an_alias_and_opens_the_evidence(opened: Open, resolution: Resolution) -> None:
    page = opened(resolution)
    page.keyboard.press("/")
    page.keyboard.type("ANA rey")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "Ana Reyl"
    assert "Also called Reyl" in page.inner_text("#panel")
    assert "President Ana Reyl denied it." in page.inner_text("#panel blockquote >> nth=0")
    assert page.evaluate("document.activeElement.id") == "panel"


def test_search_reveals_what_is_not_drawn(opened: Open, resolution: Resolution) -> None:
    page = opened(resolution)
    before = drawn(page)
    page.fill("#search", "harbour post")
    page.keyboard.press("Enter")
    assert drawn(page) == before + 1
    assert "Says about others" in page.inner_text("#panel")


def test_a_click_on_a_node_and_on_a_line_opens_them(opened: Open, resolution: Resolution) -> None:
    page = opened(resolution)
    page.mouse.click(*page.evaluate(MIDDLE, ["Sudland"]))
    page.wait_for_function("document.querySelector('#panel h2').textContent === 'Sudland'")
    page.mouse.click(*page.evaluate(MIDDLE, ["Sudland", "Estmark"]))
    page.wait_for_function("document.querySelector('#panel h2').textContent === 'Estmark and Sudland'")
    assert "Estmark and its ally Sudland" in page.inner_text("#panel")


def test_an_event_shows_who_reports_and_who_denies_it(opened: Open, resolution: Resolution) -> None:
    text = opened(resolution, "#attack-0001").inner_text("#panel")
    assert "contested" in text
    assert "reported by Estmark defence ministry" in text
    assert "denied by Ana Reyl via Radio Vest in Ana Reyl's denial" in text


def test_filters_hide_types_and_modalities(opened: Open, resolution: Resolution) -> None:
    page = opened(resolution)
    before = drawn(page)
    page.get_by_label("Person", exact=False).first.uncheck()
    assert drawn(page) == before - 2
    page.get_by_role("button", name="Show all types").click()
    assert drawn(page) == before


def test_a_mention_in_the_evidence_leads_to_its_entity(opened: Open, resolution: Resolution) -> None:
    page = opened(resolution, "#attack-0001")
    page.click("#panel blockquote button:text-is('Radio Vest')")
    assert page.inner_text("#panel h2") == "Radio Vest"


def test_hostile_text_is_shown_and_not_run(opened: Open, resolution: Resolution) -> None:
    evil = tuple(replace(e, name=HOSTILE, aliases=(HOSTILE + "2",)) for e in resolution.entities)
    document = replace(resolution.documents[0], title=HOSTILE, url=f"javascript:{HOSTILE}")
    page = opened(replace(resolution, entities=evil, documents=(document, *resolution.documents[1:])), "#attack-0001")
    page.fill("#search", "<img")
    assert page.inner_text("#results [role=option] >> nth=0").startswith(HOSTILE)
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == HOSTILE
    assert page.title() == "Knowledge graph of 2 articles"
    assert page.locator("a[href^=javascript]").count() == 0


def test_an_empty_graph_opens(opened: Open) -> None:
    assert opened(Resolution((), (), (), {}, (), ())).inner_text("#shown") == "All 0 shown"
