"""A built graph read back: the nodes of an output folder with their properties, for every format that is not ours."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from kg import rdf
from kg.errors import ExportError
from kg.ontology import DEFAULT_BASE, NAMESPACE
from kg.ontology.prefixes import PREFIXES

Object: TypeAlias = ox.NamedNode | ox.Literal
Properties: TypeAlias = Mapping[str, tuple[Object, ...]]
"""IRI of a property to its values, sorted."""


@dataclass(frozen=True, slots=True)
class Source:
    """Every node's properties by its IRI, nodes and properties in the order of their IRIs."""

    nodes: Mapping[str, Properties]
    prefixes: Mapping[str, str]

    def values(self, node: str, *names: str) -> list[str]:
        """The values of properties of a node as strings; a property is `rdfs:label`, or a bare name of ours."""
        row = self.nodes.get(node, {})
        return [term.value for name in names for term in row.get(iri(name), ())]

    def first(self, node: str, *names: str) -> str:
        """The first value, or nothing."""
        return next(iter(self.values(node, *names)), "")

    def is_a(self, node: str, name: str) -> bool:
        return iri(name) in self.values(node, "rdf:type")

    def of_class(self, name: str) -> list[str]:
        """The nodes of a class."""
        return [node for node in self.nodes if self.is_a(node, name)]

    def short(self, node: str) -> str:
        """The name of a node without the namespace of the data; of a term of ours, without that."""
        for namespace in (self.prefixes["id"], NAMESPACE):
            if node.startswith(namespace) and len(node) > len(namespace):
                return node.removeprefix(namespace)
        return node

    def triples(self) -> Iterable[ox.Triple]:
        for node, properties in self.nodes.items():
            for predicate, objects in properties.items():
                for value in objects:
                    yield ox.Triple(ox.NamedNode(node), ox.NamedNode(predicate), value)


def iri(name: str) -> str:
    """The IRI of a prefixed name, or of a name of our own vocabulary."""
    prefix, colon, local = name.partition(":")
    return PREFIXES[prefix] + local if colon else NAMESPACE + name


def read(path: Path) -> Source:
    """Return the graph of an output folder, or of an RDF file, whatever the order of its triples.

    Raises InputError for what cannot be read, ExportError for a node without a name.
    """
    store, declared = rdf.load(rdf.turtle_files(path))
    found: dict[str, dict[str, set[Object]]] = {}
    for quad in store:
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            found.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, set()).add(quad.object)
        else:
            raise ExportError(
                f"{path}: holds a node without an IRI ({quad.subject} {quad.predicate} {quad.object}); "
                "export a graph that `kg build` wrote"
            )
    nodes = {n: {p: tuple(sorted(o, key=str)) for p, o in sorted(row.items())} for n, row in sorted(found.items())}
    return Source(nodes, {"id": DEFAULT_BASE, **declared, "kg": NAMESPACE})
