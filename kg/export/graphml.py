"""GraphML, for Gephi, yEd, igraph and networkx: entities, events and quantities, and the plain triples between them."""

import re
from collections.abc import Callable, Mapping

import networkx as nx

from kg.export.columns import cells, columns
from kg.export.network import Edge, Network, Node

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file may hold, not even escaped."""
_READ: Mapping[str, Callable[[str], int | float | bool]] = {"int": int, "double": float, "boolean": "true".__eq__}


def graphml(network: Network) -> str:
    """Return the file; several values of one property stand in one attribute, separated by " | "."""
    graph = nx.MultiDiGraph()
    kinds = columns(network.nodes)
    for node in network.nodes:
        graph.add_node(node.id, **_node(node, kinds))
    for edge in network.edges:
        graph.add_edge(edge.subject, edge.object, key=edge.predicate, **_edge(edge))
    lines = nx.generate_graphml(graph, named_key_ids=True)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n"


def _node(node: Node, kinds: dict[str, str]) -> dict[str, str | int | float | bool]:
    given: dict[str, str | int | float | bool] = {"label": _xml(node.label), "type": node.types[0]}
    if node.aliases:
        given["aliases"] = _xml(" | ".join(node.aliases))
    for name, values in cells(node, kinds).items():
        if values:
            text = " | ".join(values)
            read = _READ.get(kinds[name])
            given[name] = read(text) if read else _xml(text)
    return given


def _edge(edge: Edge) -> dict[str, str | int | float | bool]:
    given: dict[str, str | int | float | bool] = {"label": edge.predicate, "sources": edge.source_count}
    if edge.claims:
        given["modality"] = str(edge.modality)
        given["confidence"] = max(c.confidence for c in edge.claims)
        given["claims"] = " | ".join(c.id for c in edge.claims)
        given["evidence"] = _xml(" | ".join(dict.fromkeys(words for c in edge.claims for words in c.evidence)))
    return given


def _xml(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
