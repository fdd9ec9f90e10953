"""One page to explore the graph: a single file that works offline and asks no network for anything.

pyvis keeps the nodes and edges and brings vis-network; its template is not used, because it loads from the network and
runs HTML that stands in a tooltip. In ours, text from articles only ever travels as JSON and is only ever set as text.
"""

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyvis
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from kg.errors import ExportError
from kg.export.payload import payload
from kg.export.terms import clean
from kg.export.view import View, view
from kg.graph import Graph
from kg.ontology import Ontology

_STYLES = ("page.css", "parts.css")
_SCRIPTS = (
    "model.js", "make.js", "state.js", "filters.js", "scene.js", "canvas.js", "groups.js", "banner.js", "passage.js",
    "evidence.js", "figures.js", "panel.js", "overview.js", "path.js", "legend.js", "search.js", "scale.js",
    "timeline.js", "table.js", "reader.js", "save.js", "keys.js", "main.js",
)  # fmt: skip
"""In this order: each may use at once what stands in the ones before it."""
_VIS = "lib/vis-9.1.2/vis-network.min.js"


def html(graph: Graph, ontology: Ontology, *, title: str | None = None) -> str:
    """Return the page; the same graph gives the same bytes."""
    network = KGNetwork(clean(title or _title(graph)))
    network.add_view(view(graph, ontology))
    return network.generate_html()


class KGNetwork(Network):  # type: ignore[misc]  # pyvis ships no types
    """A pyvis network with our own page around it; what pyvis offers for adding nodes and edges works here too."""

    def __init__(self, heading: str = "Knowledge graph") -> None:
        super().__init__(directed=True, heading=heading, cdn_resources="in_line")
        self._known: set[int | str] = set()
        self._beside: dict[str, Any] = {}

    def add_view(self, found: View) -> None:
        """Add a whole view to an empty network, as it is: its ids are unique and its edges end in them."""
        self.nodes, self.edges, self._beside = list(found.nodes), list(found.edges), found.beside
        self.node_map = {node["id"]: node for node in self.nodes}
        self.node_ids = list(self.node_map)
        self._known = set(self.node_ids)

    def add_node(self, n_id: int | str, label: str | None = None, **options: Any) -> None:
        """Add a node once. pyvis would search all nodes for the id each time; here a set knows them."""
        if n_id not in self._known:
            self._known.add(n_id)
            self.node_ids.append(n_id)
            self.nodes.append({"id": n_id, "label": str(n_id) if label is None else label, **options})
            self.node_map[n_id] = self.nodes[-1]

    def add_edge(self, source: int | str, to: int | str, **options: Any) -> None:
        """Add an edge; parallel edges are kept."""
        for end in (source, to):
            if end not in self._known:
                raise ExportError(f"page: an edge ends in '{end}', which is no node")
        self.edges.append({"from": source, "to": to, **options})

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:
        """Return the page; the arguments are pyvis's and change nothing."""
        library, script = _library(), _script()
        kind, data = payload({"nodes": self.nodes, "edges": self.edges, **self._beside})
        self.html = _template().render(
            title=self.heading,
            csp=f"default-src 'none'; script-src {_hash(library)} {_hash(script)}; style-src 'unsafe-inline'; "
            "img-src data: blob:; base-uri 'none'; form-action 'none'",
            style=Markup("\n".join(_own(name) for name in _STYLES)),  # noqa: S704  (our own files)
            kind=kind,
            data=Markup(data),  # noqa: S704  (escaped)
            library=Markup(library),  # noqa: S704  (checked by _inline)
            script=Markup(script),  # noqa: S704
        )
        return str(self.html)

    def write_html(self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False) -> None:
        """Write the page as UTF-8 on every system, and nothing beside it."""
        Path(name).write_text(self.generate_html(), encoding="utf-8", newline="\n")

    def show(self, name: str, local: bool = True, notebook: bool = False) -> None:
        self.write_html(name)


def _title(graph: Graph) -> str:
    count = len(graph.documents)
    return f"Knowledge graph of {count} article{'' if count == 1 else 's'}"


@cache
def _template() -> Any:
    environment = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    return environment.from_string(_own("page.html.j2"))


@cache
def _own(name: str) -> str:
    return (files("kg.export") / "page" / name).read_text(encoding="utf-8")


@cache
def _script() -> str:
    parts = "\n".join(_own(name) for name in _SCRIPTS)
    return _inline(f'(async () => {{\n"use strict";\n{parts}}})();\n', "page")


@cache
def _library() -> str:
    """vis-network as pyvis ships it, without the pointer to its source map."""
    text = (files(pyvis) / _VIS).read_text(encoding="utf-8")
    plain = re.sub(r"//# sourceMappingURL=\S+", "", text).replace("\r\n", "\n").rstrip("\n")
    return _inline(f"{plain}\n", _VIS)


def _inline(script: str, name: str) -> str:
    """The script, if it may stand between script tags."""
    if "</script" in script.lower() or "<!--" in script:
        raise ExportError(f"page: {name} holds '</script' or '<!--' and cannot be written into a page")
    return script


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
