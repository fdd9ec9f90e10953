"""ontology/kg.ttl: every class and property of the YAML files as OWL, byte for byte the same from the same files."""

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from kg.export.blocks import block, document, listed, literal, prefixes, term, terms
from kg.export.shapes import shapes
from kg.ontology import (
    DATATYPES,
    NAMESPACE,
    Align,
    Enumeration,
    EventType,
    Ontology,
    PropertyType,
    RelationType,
    RoleType,
    Term,
)
from kg.ontology.prefixes import PREFIXES

_IRI = NAMESPACE.rstrip("#")
_HEAD = f"""\
# GENERATED from ontology/*.yaml by `kg ontology build`; edit the YAML, not this file.
# STATUS OF THE NAMESPACE: {NAMESPACE} is an identifier. It is NOT REGISTERED and does not resolve.
# Nobody may call it published or dereferenceable until the redirect in ontology/w3id is merged at w3id.org.
"""
_ALIGNMENTS = {
    "equivalentClass": "owl:equivalentClass",
    "subClassOf": "rdfs:subClassOf",
    "subPropertyOf": "rdfs:subPropertyOf",
    "closeMatch": "skos:closeMatch",
    "seeAlso": "rdfs:seeAlso",
}
_NOT_STATEMENTS = re.compile(r"^(?:@prefix .*|#.*)\n", re.MULTILINE)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")

_Pair = tuple[str, list[str]]


class _Described(Protocol):
    """Anything that the YAML files declare."""

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def comment(self) -> str: ...
    @property
    def parents(self) -> tuple[str, ...]: ...
    @property
    def align(self) -> Align: ...


def generated(ontology: Ontology) -> dict[str, str]:
    """The files that follow from the YAML: name in the ontology's folder to what it must hold."""
    return {"kg.ttl": owl(ontology), "shapes.ttl": shapes(ontology)}


def owl(ontology: Ontology) -> str:
    """The vocabulary in Turtle."""
    structure = ontology.vocabulary
    roles = [r for r in (*ontology.roles.values(), *ontology.literals.values()) if r.name not in structure.properties]
    sections = {
        "Entities": [_class(t, examples=[e.text for e in t.examples]) for t in ontology.entities.values()],
        "Events": [_event(t) for t in ontology.events.values()],
        "Roles and other properties of events": [text for r in roles for text in _role(r, ontology)],
        "Numbers of events": [_count(t, ontology) for t in ontology.counts.values()],
        "Relations between entities": [text for r in ontology.relations.values() for text in _relation(r)],
        "Claims, documents, quantities": [_class(t) for t in structure.classes.values()],
        "Closed lists": [text for e in structure.enumerations.values() for text in _enumeration(e)],
        "Properties of claims, documents, quantities, times": [_structural(p) for p in structure.properties.values()],
        "Annotations": [_annotation(t) for t in structure.annotations.values()],
        "Axioms": [_NOT_STATEMENTS.sub("", ontology.axioms).strip() + "\n"],
    }
    return document(_HEAD + prefixes({"kg": NAMESPACE, **PREFIXES}) + "\n" + _header(ontology), sections)


def _header(ontology: Ontology) -> str:
    structure = ontology.vocabulary
    return block(
        f"<{_IRI}>",
        [
            ("a", ["owl:Ontology"]),
            ("dcterms:title", [literal(structure.title)]),
            ("owl:versionInfo", [literal(structure.version)]),
            ("owl:versionIRI", [f"<{_IRI}/{structure.version}>"]),
            ("vann:preferredNamespacePrefix", [literal("kg")]),
            ("vann:preferredNamespaceUri", [literal(NAMESPACE)]),
            ("rdfs:comment", [literal(structure.comment)]),
        ],
    )


def _words(described: _Described, examples: Iterable[str] = ()) -> Iterator[_Pair]:
    yield "rdfs:label", [literal(described.label)]
    yield "rdfs:comment", [literal(described.comment)] if described.comment else []
    yield "skos:example", [literal(text) for text in examples]
    yield "rdfs:isDefinedBy", [f"<{_IRI}>"]


def _aligned(described: _Described, parent_property: str) -> Iterator[_Pair]:
    """The term's own parents first, then those of other vocabularies, and other alignments."""
    for key, name in _ALIGNMENTS.items():
        yield name, [*(terms(*described.parents) if name == parent_property else []), *described.align.get(key, ())]


def _class(described: _Described, *, more: Iterable[_Pair] = (), examples: Iterable[str] = ()) -> str:
    head: list[_Pair] = [("a", ["owl:Class"]), *_aligned(described, "rdfs:subClassOf"), *more]
    return block(term(described.name), [*head, *_words(described, examples)])


def _event(event: EventType) -> str:
    codes = [
        ("kg:plover", [literal(event.plover)] if event.plover else []),
        ("kg:cameoRoot", [literal(event.cameo)] if event.cameo else []),
    ]
    return _class(event, more=codes, examples=[e.text for e in event.examples])


def _property(
    described: _Described,
    domain: str | None,
    range_: str | None,
    *,
    kinds: Iterable[str] = (),
    inverse: str | None = None,
    examples: Iterable[str] = (),
) -> str:
    is_data = range_ in DATATYPES
    return block(
        term(described.name),
        [
            ("a", ["owl:DatatypeProperty" if is_data else "owl:ObjectProperty", *kinds]),
            ("rdfs:domain", terms(domain) if domain else []),
            ("rdfs:range", [] if range_ is None else [f"xsd:{range_}"] if is_data else terms(range_)),
            ("owl:inverseOf", terms(inverse) if inverse else []),
            *_aligned(described, "rdfs:subPropertyOf"),
            *_words(described, examples),
        ],
    )


def _declared_only(inverse: str, of: str) -> str:
    label = _HUMP.sub(" ", inverse).lower()
    declared = Term(inverse, label, f"Declared, never written: in SPARQL, ^kg:{of}.")
    return block(term(inverse), [("a", ["owl:ObjectProperty"]), *_words(declared)])


def _role(role: RoleType, ontology: Ontology) -> Iterator[str]:
    """A role's property; one without parents is of events, or as its stanza says."""
    domain = role.domain or (None if role.parents else ontology.part("event"))
    yield _property(role, domain, role.range, inverse=role.inverse)
    if role.inverse:
        yield _declared_only(role.inverse, role.name)


def _count(count: _Described, ontology: Ontology) -> str:
    domain = None if count.parents else ontology.part("event")
    return _property(count, domain, "Quantity")


def _relation(relation: RelationType) -> Iterator[str]:
    kinds = [("owl:SymmetricProperty", relation.symmetric), ("owl:TransitiveProperty", relation.transitive)]
    is_open = bool(relation.also)
    yield _property(
        relation,
        None if is_open else relation.domain,
        None if is_open else relation.range,
        kinds=[name for name, holds in kinds if holds],
        inverse=relation.inverse,
        examples=[e.text for e in relation.examples],
    )
    if relation.inverse:
        yield _declared_only(relation.inverse, relation.name)


def _enumeration(enumeration: Enumeration) -> Iterator[str]:
    yield _class(enumeration.term, more=[("owl:oneOf", [listed(terms(*enumeration.members))])])
    for member in enumeration.members.values():
        yield block(term(member.name), [("a", terms(enumeration.term.name)), *_words(member)])


def _annotation(annotation: Term) -> str:
    return block(term(annotation.name), [("a", ["owl:AnnotationProperty"]), *_words(annotation)])


def _structural(property_: PropertyType) -> str:
    return _property(property_.term, property_.domain, property_.range)
