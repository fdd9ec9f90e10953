"""Documents, entities, events and quantities as records: what each block of Turtle holds, in which order.

Everything an engine would have to infer is written out (ontology/ONTOLOGY.md, 2.7): superclasses, super-properties,
both directions of symmetric ties.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from kg.export.iris import kg, node, object_term, quantity_iri
from kg.export.terms import LABEL, A, Address, Iri, Record, Term, Value, clean, number, record
from kg.graph import EventNode, Graph
from kg.model import Document, Entity, EntityId, Granularity, Quantity, TimeBounds
from kg.ontology import Ontology

Outgoing = dict[Iri, set[Term]]
"""A node's direct triples: predicate to objects."""

Direct = defaultdict[Iri, Outgoing]


def documents(graph: Graph) -> Iterator[Record]:
    for document in graph.documents:
        yield _document(document, graph)


def entities(graph: Graph, ontology: Ontology, outgoing: Direct) -> Iterator[Record]:
    for entity in graph.entities():
        yield _entity(entity, outgoing[node(entity.id)], ontology)


def events(graph: Graph, ontology: Ontology, outgoing: Direct) -> Iterator[Record]:
    for event in graph.events():
        yield _event(event, outgoing[node(event.event.id)], ontology)


def quantities(graph: Graph) -> Iterator[Record]:
    found = {quantity_iri(s, s.object): s.object for s in graph.statements() if isinstance(s.object, Quantity)}
    for iri, quantity in sorted(found.items(), key=lambda item: item[0]):
        yield _quantity(iri, quantity)


def supers(predicate: str, ontology: Ontology) -> tuple[str, ...]:
    """The proper super-properties of a relation, role or count."""
    if predicate in ontology.relations:
        return ontology.super_relations(predicate)
    return ontology.super_roles(predicate)


def direct_triples(graph: Graph, ontology: Ontology) -> Direct:
    """The plain triples of every node, with those they entail."""
    found: Direct = defaultdict(lambda: defaultdict(set))
    for statement in graph.statements():
        if not statement.is_stated:
            continue
        subject, target = node(statement.subject), object_term(statement)
        for predicate in (statement.predicate, *supers(statement.predicate, ontology)):
            found[subject][kg(predicate)].add(target)
            if statement.is_symmetric and isinstance(target, Iri):
                found[target][kg(predicate)].add(subject)
    return found


def _document(document: Document, graph: Graph) -> Record:
    dated = document.reference_date is not None
    return record(
        node(document.id),
        [
            (A, [kg("Document")]),
            (LABEL, [Value(document.title or document.path or document.id)]),
            (Iri("schema", "headline"), _strings(document.title)),
            (kg("path"), _strings(document.path)),
            (kg("sha256"), [Value(document.sha256)]),
            (Iri("schema", "url"), _strings(document.url)),
            (kg("publisher"), _nodes(graph.publishers.get(document.id))),
            (kg("agency"), _nodes(graph.agencies.get(document.id))),
            (kg("dateline"), _nodes(graph.datelines.get(document.id))),
            (kg("copyOf"), [node(graph.origins[document.id])] if document.id in graph.origins else []),
            (Iri("schema", "datePublished"), _dates(document.published)),
            (kg("referenceDate"), _dates(document.reference_date)),
            (kg("timeBasis"), [kg(document.reference_basis) if document.reference_basis and dated else None]),
            (kg("language"), _strings(document.language)),
        ],
    )


def _entity(entity: Entity, outgoing: Outgoing, ontology: Ontology) -> Record:
    name = clean(entity.name).strip() or entity.id
    aliases = sorted({clean(a) for a in entity.aliases if a.strip()} - {name})
    return record(
        node(entity.id),
        [
            (A, _types(entity.type, ontology)),
            (LABEL, [Value(name)]),
            (Iri("skos", "altLabel"), [Value(a) for a in aliases]),
            *_ordered(outgoing, ontology),
            (Iri("schema", "sameAs"), [Address(link) for link in sorted(set(entity.links))]),
        ],
    )


def reasons(graph: Graph) -> Iterator[Record]:
    """Why mentions and names are one thing."""
    for entity in graph.entities():
        if entity.reasons:
            yield record(node(entity.id), [(kg("oneBecause"), [Value(clean(r)) for r in sorted(set(entity.reasons))])])


def _event(found: EventNode, outgoing: Outgoing, ontology: Ontology) -> Record:
    event = found.event
    return record(
        node(event.id),
        [
            (A, _types(event.type, ontology)),
            (LABEL, [Value(found.label)]),
            (kg("status"), [kg(found.status)]),
            (kg("contested"), [Value("true", "boolean") if found.contested else None]),
            (kg("sourceCount"), [number(found.source_count)]),
            *_ordered(outgoing, ontology),
            *((kg(name), _texts(getattr(event, name, None))) for name in ontology.literals),
            *_time(event.time),
        ],
    )


def _time(time: TimeBounds) -> list[tuple[Iri, Iterable[Term | None]]]:
    """The bounds; what is not pinned to days is not of day granularity, however it is worded."""
    pinned = time.not_before is not None and time.not_after is not None
    granularity = time.granularity if pinned or time.granularity is not Granularity.DAY else Granularity.UNDATED
    return [
        (kg("notBefore"), _dates(time.not_before)),
        (kg("startedBy"), _dates(time.started_by)),
        (kg("ongoingOn"), _dates(time.ongoing_on)),
        (kg("notAfter"), _dates(time.not_after)),
        (kg("duration"), [Value(time.duration, "duration") if time.duration else None]),
        (kg("timeText"), _strings(time.text)),
        (kg("granularity"), [kg(granularity)]),
        (kg("timeBasis"), [kg(time.basis)]),
    ]


def _quantity(iri: Iri, quantity: Quantity) -> Record:
    numbers = (("minValue", quantity.minimum), ("maxValue", quantity.maximum), ("value", quantity.value))
    return record(
        iri,
        [
            (A, [kg("Quantity")]),
            (kg("bound"), [kg(quantity.bound)]),
            *((kg(name), [None if n is None else number(n)]) for name, n in numbers),
            (kg("unit"), _strings(quantity.unit)),
            (kg("text"), [Value(quantity.text)]),
        ],
    )


def _types(type_: str, ontology: Ontology) -> list[Term]:
    return [kg(name) for name in (type_, *ontology.ancestors(type_))]


def _ordered(outgoing: Outgoing, ontology: Ontology) -> list[tuple[Iri, list[Term]]]:
    """The direct triples in the ontology's order of properties."""
    order = _order(ontology)
    return [(p, sorted(outgoing[p], key=_term_key)) for p in sorted(outgoing, key=lambda p: (order.get(p, -1), p))]


@cache
def _order(ontology: Ontology) -> dict[Iri, int]:
    return {kg(name): i for i, name in enumerate((*ontology.relations, *ontology.roles, *ontology.counts))}


def _term_key(term: Term) -> tuple[str, str]:
    return (type(term).__name__, term.turtle({"id": "", "kg": ""}))


def _nodes(entity: EntityId | None) -> list[Term]:
    return [] if entity is None else [node(entity)]


def _dates(day: dt.date | None) -> list[Term]:
    return [] if day is None else [Value(day.isoformat(), "date")]


def _texts(value: str | tuple[str, ...] | None) -> list[Term]:
    texts = value if isinstance(value, tuple) else (value,)
    return [term for text in dict.fromkeys(texts) for term in _strings(text)]


def _strings(text: str | None) -> list[Term]:
    return [Value(text)] if text else []
