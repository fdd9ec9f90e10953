"""The page in a real browser. Whatever a test does, the page may ask for nothing and complain of nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.export.html import html
from kg.graph import build
from kg.model import Resolution
from kg.ontology import Ontology

BETWEEN = """(names) => {
  const named = (name) => network.body.data.nodes.get().find((node) => node.title.startsWith(`${name} (`)).id;
  const ids = names.map(named);
  const [a, b] = ids.map((id) => network.getPositions([id])[id]);
  const line = network.body.data.edges.get().find((edge) => ids.includes(edge.from) && ids.includes(edge.to)).id;
  const places = Array.from({ length: 81 }, (_, i) => (i - 40) / Math.hypot(b.x - a.x, b.y - a.y)).map((across) =>
    network.canvasToDOM({ x: (a.x + b.x) / 2 - (b.y - a.y) * across, y: (a.y + b.y) / 2 + (b.x - a.x) * across }));
  const hits = places.filter((at) => network.getEdgeAt(at) === line);
  const at = hits[Math.floor(hits.length / 2)];
  const box = document.getElementById("canvas").getBoundingClientRect();
  return [box.x + at.x, box.y + at.y];
}"""
"""Where the line between two named nodes lies, which may be bent."""

PLACE = """([wanted]) => {
  const all = network.body.data.nodes.get();
  const { id } = all.find((node) => node.id === wanted || node.title.startsWith(`${wanted} (`));
  const at = network.canvasToDOM(network.getPositions([id])[id]);
  const box = document.getElementById("canvas").getBoundingClientRect();
  return [box.x + at.x, box.y + at.y];
}"""
"""Where a node lies on the screen, by name or id."""


class Explorer:
    """The page of a graph, and what a test asks of it."""

    def __init__(self, page: Any, folder: Path, ontology: Ontology) -> None:
        self.page, self._folder, self._ontology = page, folder, ontology
        self.complaints: list[str] = []
        page.set_default_timeout(10_000)
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.on("request", self._note)

    def _note(self, request: Any) -> None:
        if not request.url.startswith(("file:", "blob:")):
            self.complaints.append(request.url)

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
        """Click on a node, or on the line between two."""
        self.page.mouse.click(*self.page.evaluate(BETWEEN if len(names) > 1 else PLACE, list(names)))

    def place(self, node: int | str) -> list[float]:
        """Where a node of the drawing lies on the screen."""
        found: list[float] = self.page.evaluate(PLACE, [node])
        return found

    def wait_for(self, title: str) -> None:
        """Wait until the panel is about this."""
        self.page.locator("#panel h2", has_text=title).wait_for()

    def saved(self, button: str) -> bytes:
        """What a button of the export menu saves."""
        self.page.click(".menu summary")
        with self.page.expect_download() as waiting:
            self.page.click(button)
        return Path(waiting.value.path()).read_bytes()


@pytest.fixture
def look() -> dict[str, Any]:
    """How the browser is set up; a test module may set up its own."""
    return {}


@pytest.fixture
def explorer(browser: Any, look: dict[str, Any], tmp_path: Path, ontology: Ontology) -> Iterator[Explorer]:
    context = browser.new_context(**{"offline": True, "viewport": {"width": 1400, "height": 900}, **look})
    explorer = Explorer(context.new_page(), tmp_path, ontology)
    yield explorer
    context.close()
    assert explorer.complaints == []


@pytest.fixture
def opened(explorer: Explorer) -> Callable[..., Explorer]:
    return explorer.open


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
