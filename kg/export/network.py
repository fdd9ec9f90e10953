"""The graph as other tools see graphs: nodes and edges with properties, and the claims that the edges rest on.

An edge is a plain triple: a relation that some source asserts or reports, or a role in an event, which is as firm as
the event. What is entailed by a more special edge is left out, and of a symmetric tie one direction is kept.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import pyoxigraph as ox

from kg.errors import ExportError
from kg.export.records import supers
from kg.export.source import Object, Source, iri
from kg.model import Modality
from kg.ontology import NAMESPACE, Ontology

Value: TypeAlias = str | int | float | bool | dt.date
_READ: Mapping[str, Callable[[str], Value]] = {
    iri("xsd:integer"): int,
    iri("xsd:decimal"): float,
    iri("xsd:boolean"): "true".__eq__,
    iri("xsd:date"): dt.date.fromisoformat,
}
_APART = {iri(name) for name in ("rdf:type", "rdfs:label", "skos:altLabel")}


@dataclass(frozen=True, slots=True)
class Node:
    """An entity, an event, a quantity or an article. `types` holds its class first, then what that is a kind of."""

    id: str
    iri: str
    types: tuple[str, ...]
    label: str
    aliases: tuple[str, ...]
    properties: Mapping[str, tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says that subject predicate object; the object is a node's id, or text."""

    id: str
    label: str
    subject: str
    predicate: str
    object: str
    modality: Modality
    sources: tuple[str, ...]
    via: tuple[str, ...]
    made_in: str
    document: str
    cue: str
    quote: str
    as_of: str
    confidence: float
    source_count: int
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A plain triple between two nodes, and the claims for it: its own, or those of the event whose role it is."""

    subject: str
    predicate: str
    object: str
    claims: tuple[Claim, ...]

    @property
    def modality(self) -> Modality | None:
        """The firmest of the claims."""
        return max((c.modality for c in self.claims), key=lambda m: m.strength, default=None)

    @property
    def source_count(self) -> int:
        return max((c.source_count for c in self.claims), default=0)


@dataclass(frozen=True, slots=True)
class Network:
    """All parts in the order of their ids; an edge's ends are nodes, a claim's ends nodes or text."""

    nodes: tuple[Node, ...]
    documents: tuple[Node, ...]
    edges: tuple[Edge, ...]
    claims: tuple[Claim, ...]


def network(source: Source, ontology: Ontology) -> Network:
    """Return the graph's parts. Raises ExportError for a claim that lacks what every claim has."""
    claims = tuple(_checked(source, node) for node in source.of_class("Claim"))
    known = {*ontology.entities, *ontology.events, "Quantity"}
    nodes = {n: _node(source, n, ontology) for n in source.nodes if known & _types(source, n)}
    return Network(
        nodes=tuple(nodes.values()),
        documents=tuple(_node(source, n, ontology) for n in source.of_class("Document")),
        edges=tuple(_edges(source, ontology, nodes, claims)),
        claims=claims,
    )


def _types(source: Source, node: str) -> set[str]:
    return {t.removeprefix(NAMESPACE) for t in source.values(node, "rdf:type")}


def _node(source: Source, node: str, ontology: Ontology) -> Node:
    types = sorted(_types(source, node))
    ranks = {t: len(ontology.ancestors(t)) for t in types if t in ontology.entities or t in ontology.events}
    label = source.first(node, "rdfs:label", "text") or source.short(node)
    return Node(
        id=source.short(node),
        iri=node,
        types=tuple(sorted(types, key=lambda t: (-ranks.get(t, 0), t))),
        label=label,
        aliases=tuple(source.values(node, "skos:altLabel")),
        properties=dict(_properties(source, node)),
    )


def _properties(source: Source, node: str) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """Literals and members of closed lists, by the bare name of the property."""
    for predicate, objects in source.nodes[node].items():
        plain = tuple(_value(o) for o in objects if isinstance(o, ox.Literal) or o.value.startswith(NAMESPACE))
        if plain and predicate not in _APART:
            yield _bare(predicate), plain


def _value(term: Object) -> Value:
    if isinstance(term, ox.NamedNode):
        return term.value.removeprefix(NAMESPACE)
    read = _READ.get(term.datatype.value, str)
    try:
        return read(term.value)
    except ValueError:
        return term.value  # not of its datatype: `kg validate` says so


def _bare(predicate: str) -> str:
    return predicate.removeprefix(NAMESPACE).rpartition("/")[2].rpartition("#")[2]


def _checked(source: Source, node: str) -> Claim:
    try:
        return _claim(source, node)
    except ValueError as error:
        raise ExportError(f"{source.short(node)}: no whole claim ({error}); see what `kg validate` says") from None


def _claim(source: Source, node: str) -> Claim:
    return Claim(
        id=source.short(node),
        label=source.first(node, "rdfs:label"),
        subject=source.short(source.first(node, "rdf:subject")),
        predicate=_bare(source.first(node, "rdf:predicate")),
        object=source.short(source.first(node, "rdf:object")),
        modality=Modality(source.short(source.first(node, "modality"))),
        sources=tuple(source.short(s) for s in source.values(node, "source")),
        via=tuple(source.short(v) for v in source.values(node, "via")),
        made_in=source.short(source.first(node, "madeIn")),
        document=source.short(source.first(node, "document")),
        cue=source.first(node, "cue"),
        quote=source.first(node, "quote"),
        as_of=source.first(node, "asOf"),
        confidence=float(source.first(node, "confidence") or 0),
        source_count=int(source.first(node, "sourceCount") or 0),
        evidence=tuple(source.first(span, "exact") for span in source.values(node, "evidence")),
    )


def _edges(source: Source, ontology: Ontology, nodes: Mapping[str, Node], claims: tuple[Claim, ...]) -> Iterator[Edge]:
    said: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        said[claim.subject, claim.predicate, claim.object].append(claim)
    for node in nodes:
        found = {
            (_bare(predicate), source.short(o.value))
            for predicate, objects in source.nodes[node].items()
            for o in objects
            if o.value in nodes
        }
        subject = source.short(node)
        for predicate, target in sorted(found - _entailed(found, ontology)):
            if not _is_mirrored(subject, predicate, target, ontology):
                own = said[subject, predicate, target] or said[subject, "type", nodes[node].types[0]]
                yield Edge(subject, predicate, target, tuple(own))


def _entailed(found: set[tuple[str, str]], ontology: Ontology) -> set[tuple[str, str]]:
    """Those (property, object) that follow from another one by a super-property."""
    known = {*ontology.relations, *ontology.roles, *ontology.counts}
    return {(above, target) for name, target in found if name in known for above in supers(name, ontology)}


def _is_mirrored(subject: str, predicate: str, target: str, ontology: Ontology) -> bool:
    """True for the direction of a symmetric tie that no claim has: claims begin with the lesser id."""
    relation = ontology.relations.get(predicate)
    return relation is not None and relation.symmetric and subject > target
