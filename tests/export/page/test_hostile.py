"""Hostile text: shown, never run; nothing leaves the page."""

import csv
import io
from dataclasses import replace

import pytest
from lxml import etree

from kg.model import Literal

RUN = "document.title='run'"
HOSTILE = f'<img src=x onerror="{RUN}"></script><script>{RUN}</script>"\' {{{{7*7}}}} \u202etxt.exe'


@pytest.fixture
def evil(resolution):
    entities = tuple(
        replace(e, name=f"{HOSTILE} {n}", aliases=(f"{HOSTILE} alias",), links=(f"javascript:{RUN}",))
        for n, e in enumerate(resolution.entities)
    )
    events = tuple(replace(e, label=HOSTILE, content=(HOSTILE,)) for e in resolution.events)
    titles = tuple(replace(r, object=Literal(HOSTILE)) for r in resolution.relations if isinstance(r.object, Literal))
    ties = tuple(r for r in resolution.relations if not isinstance(r.object, Literal))
    documents = tuple(replace(d, title=HOSTILE, url=f"javascript:{RUN}", path=HOSTILE) for d in resolution.documents)
    return replace(resolution, entities=entities, events=events, documents=documents, relations=(*titles, *ties))


@pytest.mark.parametrize("view", ["#attack-0001", "#ana-reyl", "#&view=table", "#&view=articles", "#&folded=1"])
def test_hostile_text_is_shown_and_not_run(opened, evil, view):
    explorer = opened(evil, view)
    assert "<img src=x" in explorer.page.inner_text("body")
    assert explorer.page.title() == "Knowledge graph of 2 articles"
    assert explorer.page.locator("a[href^=javascript], img").count() == 0


def test_hostile_text_can_be_searched_and_hovered(opened, evil):
    explorer = opened(evil)
    explorer.page.fill("#search", "<img")
    assert explorer.page.inner_text("#results [role=option] >> nth=0").startswith("<img")
    explorer.page.keyboard.press("Escape")
    explorer.page.mouse.move(*explorer.place(0))
    explorer.page.wait_for_selector("div.vis-tooltip", state="visible")
    assert explorer.page.locator("div.vis-tooltip img").count() == 0


def test_an_address_cannot_run_anything(opened, resolution):
    explorer = opened(resolution, f"#{HOSTILE}&view={HOSTILE}&open={HOSTILE}")
    assert explorer.page.title() == "Knowledge graph of 2 articles"


def test_the_policy_stops_what_would_run(opened, resolution):
    explorer = opened(resolution)
    stopped = explorer.page.evaluate(
        """async () => {
          const found = [];
          document.addEventListener("securitypolicyviolation", (event) => found.push(event.effectiveDirective));
          const script = document.createElement("script");
          script.textContent = "document.title = 'run'";
          document.body.append(script);
          await new Promise((done) => setTimeout(done, 100));
          return found;
        }"""
    )
    assert stopped == ["script-src-elem"]
    (complaint,) = explorer.complaints
    assert "Content Security Policy" in complaint
    explorer.complaints.clear()
    assert explorer.page.title() == "Knowledge graph of 2 articles"


def test_direction_marks_of_a_name_do_not_turn_the_words_beside_it(opened, evil):
    explorer = opened(evil, "#ana-reyl")
    names = "[...document.querySelectorAll('#panel h2, #panel button.link')]"
    assert explorer.page.evaluate(f"{names}.every((e) => getComputedStyle(e).unicodeBidi === 'isolate')")


def test_a_name_of_a_megabyte_does_not_stop_the_page(opened, resolution):
    long = tuple(replace(e, name="x" * 1_000_000) for e in resolution.entities[:1])
    explorer = opened(replace(resolution, entities=(*long, *resolution.entities[1:])), "#ana-reyl")
    assert len(explorer.title) == 300


def test_no_cell_of_the_csv_is_a_formula(opened, resolution):
    sums = tuple(replace(e, name=f"=HYPERLINK({n})") for n, e in enumerate(resolution.entities))
    rows = csv.reader(io.StringIO(opened(replace(resolution, entities=sums)).saved("#csv").decode("utf-8-sig")))
    cells = [cell for row in rows for cell in row]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not any(cell.startswith(("=", "+", "@")) for cell in cells)


def test_the_svg_of_hostile_names_is_a_picture_and_nothing_else(opened, evil):
    root = etree.fromstring(opened(evil).saved("#svg"))
    assert {etree.QName(e).localname for e in root.iter()} <= {
        "svg", "title", "defs", "marker", "path", "rect", "line", "text", "tspan", "circle"
    }  # fmt: skip
