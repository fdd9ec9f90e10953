"""The page in a real browser. Whatever a test does, the page may ask for nothing and complain of nothing."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.export.html import html
from kg.graph import build
from kg.model import Resolution
from kg.ontology import Ontology

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]

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


class Explorer:
    """The page of a graph, and what a test asks of it."""

    def __init__(self, page: Any, folder: Path, ontology: Ontology) -> None:
        self.page, self._folder, self._ontology = page, folder, ontology

    def open(self, resolution: Resolution, fragment: str = "") -> "Explorer":
        file = self._folder / "page.html"
        file.write_text(html(build(resolution, self._ontology), self._ontology), encoding="utf-8")
        self.page.goto(file.as_uri() + fragment)
        self.page.wait_for_selector("html[data-ready]")
        return self

    @property
    def drawn(self) -> int:
        """How many nodes are on the canvas."""
        return int(self.page.evaluate("network.body.data.nodes.length"))

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The lines on the canvas, as the drawing library knows them."""
        found: list[dict[str, Any]] = self.page.evaluate("network.body.data.edges.get()")
        return found

    @property
    def title(self) -> str:
        return str(self.page.inner_text("#panel h2"))

    @property
    def panel(self) -> str:
        return str(self.page.inner_text("#panel"))

    @property
    def fragment(self) -> str:
        return str(self.page.evaluate("location.hash"))

    def click(self, *names: str) -> None:
        """Click on a node, or on the middle of the line between two."""
        self.page.mouse.click(*self.page.evaluate(MIDDLE, list(names)))

    def saved(self, button: str) -> bytes:
        """What a button of the export menu saves."""
        self.page.click(".menu summary")
        with self.page.expect_download() as waiting:
            self.page.click(button)
        return Path(waiting.value.path()).read_bytes()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("no chromium; set CHROMIUM to its path")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def look() -> dict[str, Any]:
    """How the browser is set up; a test module may set up its own."""
    return {}


@pytest.fixture
def explorer(browser: Any, look: dict[str, Any], tmp_path: Path, ontology: Ontology) -> Iterator[Explorer]:
    context = browser.new_context(**{"offline": True, "viewport": {"width": 1400, "height": 900}, **look})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: request.url.startswith(("file:", "blob:")) or complaints.append(request.url))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    yield Explorer(page, tmp_path, ontology)
    context.close()
    assert complaints == []


@pytest.fixture
def opened(explorer: Explorer) -> Callable[..., Explorer]:
    return explorer.open


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
