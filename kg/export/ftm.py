"""FollowTheMoney entities, as Aleph and OpenSanctions read them: one JSON object a line.

The ontology's YAML says what becomes what: a class is exported as the schema that it, or its nearest parent, is aligned
with (`ftm:Person`), a property under the name that it is aligned with (`ftm:startDate`), a relation as the link of its
`ftm` key. FollowTheMoney knows no denial and no doubt: only plain triples are exported, and only events that some
source asserts or reports. `proof` leads to the articles.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox

from kg.export import origins
from kg.export.network import Edge, Network, Node
from kg.export.records import supers
from kg.export.source import Source, iri
from kg.model import Modality
from kg.ontology import Align, FtmLink, Ontology

Json = dict[str, Any]
_Properties = dict[str, set[str]]

_ANY = FtmLink("UnknownLink", "subject", "object")
_IN_WORDS = frozenset({"location", "publisher"})
"""Properties of FollowTheMoney that name something in words where the graph has a node."""


def ftm(source: Source, network: Network, ontology: Ontology) -> str:
    """Return the entities: articles, then things and events, then links, each in the order of their ids."""
    writer = _Writer(source, network, ontology)
    return "".join(f"{json.dumps(entity, ensure_ascii=False, sort_keys=True)}\n" for entity in writer.entities())


class _Writer:
    def __init__(self, source: Source, network: Network, ontology: Ontology) -> None:
        self._source, self._network, self._ontology = source, network, ontology
        self._names = _names(ontology)
        self._nodes = {n.iri: n for n in network.nodes if self._schema(n) and _is_told(n)}
        self._proof: dict[str, set[str]] = defaultdict(set)
        for quad in origins.quads(source):
            if isinstance(quad.graph_name, ox.NamedNode) and isinstance(quad.subject, ox.NamedNode):
                self._proof[quad.subject.value].add(source.short(quad.graph_name.value))

    def entities(self) -> Iterator[Json]:
        for document in self._network.documents:
            yield self._article(document)
        for node in self._nodes.values():
            yield self._thing(node)
        told = {n.id: n for n in self._nodes.values()}
        for edge in self._network.edges:
            if edge.subject in told and edge.object in told and not self._is_property(edge.predicate):
                yield self._link(edge, told[edge.object])

    def _article(self, document: Node) -> Json:
        more = {
            "sourceUrl": set(self._source.values(document.iri, "schema:url")),
            "publishedAt": set(self._source.values(document.iri, "schema:datePublished")),
        }
        schema = _aligned(self._ontology.vocabulary.classes["Document"].align, is_schema=True)
        return _entity(document.id, schema or "", {"name": {document.label}, **self._values(document), **more})

    def _thing(self, node: Node) -> Json:
        found: _Properties = {"name": {node.label}, "alias": set(node.aliases), "proof": self._proof[node.iri]}
        event = self._ontology.events.get(node.types[0])
        if event:
            found["keywords"] = {event.label}
        return _entity(node.id, self._schema(node), {**found, **self._values(node)})

    def _link(self, edge: Edge, target: Node) -> Json:
        relation = self._ontology.relations.get(edge.predicate)
        link = relation.ftm if relation and relation.ftm and self._fits(relation.ftm, target) else _ANY
        digest = hashlib.sha256("\x1f".join((edge.subject, edge.predicate, edge.object)).encode()).hexdigest()
        properties = {
            link.subject: {edge.subject},
            link.object: {edge.object},
            "summary": {self._label(edge.predicate)},
            "proof": {c.document for c in edge.claims},
        }
        return _entity(f"link-{digest[:12]}", link.schema, properties)

    def _fits(self, link: FtmLink, target: Node) -> bool:
        return not link.only or any(self._ontology.is_a(target.types[0], class_) for class_ in link.only)

    def _schema(self, node: Node) -> str:
        """The schema of the nearest class that is aligned with one."""
        own = node.types[0]
        align = {name: t.align for name, t in self._ontology.entities.items()}
        align |= {name: t.align for name, t in self._ontology.events.items()}
        line = (own, *self._ontology.ancestors(own)) if own in align else ()
        found = (_aligned(align[name], is_schema=True) for name in line if name in align)
        return next((schema for schema in found if schema), "")

    def _values(self, node: Node) -> _Properties:
        """What the node's properties say, by the names that FollowTheMoney has for them."""
        found: _Properties = defaultdict(set)
        for predicate, objects in self._source.nodes[node.iri].items():
            name = self._names.get(predicate)
            if name:
                found[name] |= {value for o in objects for value in self._value(name, o)}
        return found

    def _value(self, name: str, term: ox.NamedNode | ox.Literal) -> Iterator[str]:
        if isinstance(term, ox.Literal):
            yield term.value
        elif name in _IN_WORDS:
            yield self._source.first(term.value, "rdfs:label")
        elif term.value in self._nodes:
            yield self._nodes[term.value].id

    def _is_property(self, predicate: str) -> bool:
        """True if the thing itself already says it."""
        above = supers(predicate, self._ontology) if predicate in {*self._ontology.roles} else ()
        return any(iri(name) in self._names for name in (predicate, *above))

    def _label(self, predicate: str) -> str:
        tables: tuple[Mapping[str, Any], ...] = (self._ontology.relations, self._ontology.roles)
        return next((t[predicate].label for t in tables if predicate in t), predicate)


def _names(ontology: Ontology) -> dict[str, str]:
    """IRI of a property to its name in FollowTheMoney."""
    tables = (ontology.relations, ontology.roles, ontology.literals)
    aligned = [(t.name, t.align) for table in tables for t in table.values()]
    aligned += [(name, p.term.align) for name, p in ontology.vocabulary.properties.items()]
    found = ((name, _aligned(align, is_schema=False)) for name, align in aligned)
    return {iri(name): theirs for name, theirs in found if theirs}


def _aligned(align: Align, *, is_schema: bool) -> str | None:
    """The first name of FollowTheMoney; schemata begin with a capital letter, properties do not."""
    names = (n.removeprefix("ftm:") for terms in align.values() for n in terms if n.startswith("ftm:"))
    return next((n for n in names if n[0].isupper() == is_schema), None)


def _is_told(node: Node) -> bool:
    """False for an event that nobody asserts or reports."""
    return all(Modality(str(status)).is_fact for status in node.properties.get("status", ()))


def _entity(id_: str, schema: str, properties: Mapping[str, Iterable[str]]) -> Json:
    present = {name: sorted(v for v in values if v) for name, values in properties.items()}
    return {"id": id_, "schema": schema, "properties": {name: values for name, values in present.items() if values}}
