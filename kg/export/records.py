"""Documents, entities, events and quantities as blocks of Turtle: what each holds, in which order.

Everything an engine would have to infer is written out (ontology/ONTOLOGY.md, 2.7): superclasses, super-properties,
both directions of symmetric ties.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from kg.export.iris import Names, Stated, kg
from kg.export.terms import LABEL, A, Property, address, block, clean, number, string, typed
from kg.graph import EventNode, Graph, NodeId
from kg.model import Document, Entity, EntityId, Granularity, Quantity, TimeBounds
from kg.ontology import Ontology

Verb = tuple[int, str]
"""A property's place in the ontology, and the property in Turtle."""

Outgoing = list[tuple[Verb, str]]
"""A node's direct triples: properties and objects."""

Direct = defaultdict[NodeId, Outgoing]


def documents(graph: Graph, names: Names) -> Iterator[str]:
    for document in graph.documents:
        yield _document(document, graph, names)


def entities(graph: Graph, ontology: Ontology, outgoing: Direct, names: Names) -> Iterator[str]:
    for entity in graph.entities():
        yield _entity(entity, outgoing[entity.id], ontology, names)


def events(graph: Graph, ontology: Ontology, outgoing: Direct, names: Names) -> Iterator[str]:
    for event in graph.events():
        yield _event(event, outgoing[event.event.id], ontology, names)


def quantities(stated: Iterable[Stated]) -> Iterator[str]:
    found = {target: s.object for s, target in stated if isinstance(s.object, Quantity)}
    for iri, quantity in sorted(found.items(), key=lambda item: item[0]):
        yield _quantity(iri, quantity)


def supers(predicate: str, ontology: Ontology) -> tuple[str, ...]:
    """The proper super-properties of a relation, role or count."""
    if predicate in ontology.relations:
        return ontology.super_relations(predicate)
    return ontology.super_roles(predicate)


def direct_triples(stated: Iterable[Stated], ontology: Ontology, names: Names) -> Direct:
    """The plain triples of every node, with those they entail."""
    verbs = _verbs(ontology)
    found: Direct = defaultdict(list)
    for statement, target in stated:
        if statement.is_stated:
            known = verbs[statement.predicate]
            found[statement.subject] += [(verb, target) for verb in known]
            if statement.is_symmetric and isinstance(statement.object, str):
                subject = names.node(statement.subject)
                found[statement.object] += [(verb, subject) for verb in known]
    return found


def _document(document: Document, graph: Graph, names: Names) -> str:
    dated, origin = document.reference_date is not None, graph.origins.get(document.id)
    return block(
        names.node(document.id),
        [
            (A, ("kg:Document",)),
            (LABEL, (string(document.title or document.path or document.id),)),
            ("schema:headline", _strings(document.title)),
            ("kg:path", _strings(document.path)),
            ("kg:sha256", (string(document.sha256),)),
            ("schema:url", _strings(document.url)),
            ("kg:publisher", _nodes(graph.publishers.get(document.id), names)),
            ("kg:agency", _nodes(graph.agencies.get(document.id), names)),
            ("kg:dateline", _nodes(graph.datelines.get(document.id), names)),
            ("kg:copyOf", (names.node(origin),) if origin else ()),
            ("schema:datePublished", _dates(document.published)),
            ("kg:referenceDate", _dates(document.reference_date)),
            ("kg:timeBasis", (kg(document.reference_basis),) if document.reference_basis and dated else ()),
            ("kg:language", _strings(document.language)),
        ],
    )


def _entity(entity: Entity, outgoing: Outgoing, ontology: Ontology, names: Names) -> str:
    name = clean(entity.name).strip() or entity.id
    aliases = sorted({clean(a) for a in entity.aliases if a.strip()} - {name}) if entity.aliases else []
    return block(
        names.node(entity.id),
        [
            (A, _classes(entity.type, ontology)),
            (LABEL, (string(name),)),
            ("skos:altLabel", [string(a) for a in aliases]),
            *_ordered(outgoing),
            ("schema:sameAs", [address(link) for link in sorted(set(entity.links))]),
        ],
    )


def reasons(graph: Graph, names: Names) -> Iterator[str]:
    """Why mentions and names are one thing."""
    for entity in graph.entities():
        if entity.reasons:
            said = [string(r) for r in sorted(set(entity.reasons))]
            yield block(names.node(entity.id), [("kg:oneBecause", said)])


def _event(found: EventNode, outgoing: Outgoing, ontology: Ontology, names: Names) -> str:
    event = found.event
    return block(
        names.node(event.id),
        [
            (A, _classes(event.type, ontology)),
            (LABEL, (string(found.label),)),
            ("kg:status", (kg(found.status),)),
            ("kg:contested", ("true",) if found.contested else ()),
            ("kg:sourceCount", (str(found.source_count),)),
            *_ordered(outgoing),
            *[(kg(name), _texts(text)) for name in ontology.literals if (text := getattr(event, name, None))],
            *_time(event.time),
        ],
    )


def _time(time: TimeBounds) -> list[Property]:
    """The bounds; what is not pinned to days is not of day granularity, however it is worded."""
    pinned = time.not_before is not None and time.not_after is not None
    granularity = time.granularity if pinned or time.granularity is not Granularity.DAY else Granularity.UNDATED
    return [
        *(_bounds(time) if time.is_bounded else ()),
        ("kg:duration", (typed(time.duration, "duration"),) if time.duration else ()),
        ("kg:timeText", _strings(time.text)),
        ("kg:granularity", (kg(granularity),)),
        ("kg:timeBasis", (kg(time.basis),)),
    ]


def _bounds(time: TimeBounds) -> list[Property]:
    return [
        ("kg:notBefore", _dates(time.not_before)),
        ("kg:startedBy", _dates(time.started_by)),
        ("kg:ongoingOn", _dates(time.ongoing_on)),
        ("kg:notAfter", _dates(time.not_after)),
    ]


def _quantity(iri: str, quantity: Quantity) -> str:
    numbers = (("minValue", quantity.minimum), ("maxValue", quantity.maximum), ("value", quantity.value))
    return block(
        iri,
        [
            (A, ("kg:Quantity",)),
            ("kg:bound", (kg(quantity.bound),)),
            *[(kg(name), () if n is None else (number(n),)) for name, n in numbers],
            ("kg:unit", _strings(quantity.unit)),
            ("kg:text", (string(quantity.text),)),
        ],
    )


@cache
def _classes(type_: str, ontology: Ontology) -> tuple[str]:
    """The class and those above it, as one object."""
    return (" , ".join([kg(name) for name in (type_, *ontology.ancestors(type_))]),)


def _ordered(outgoing: Outgoing) -> list[Property]:
    """The direct triples in the ontology's order of properties."""
    found: dict[str, list[str]] = defaultdict(list)
    for (_, verb), target in sorted(set(outgoing)):
        found[verb].append(target)
    return list(found.items())


@cache
def _verbs(ontology: Ontology) -> dict[str, list[Verb]]:
    """Every relation, role and count with its super-properties."""
    order = {name: n for n, name in enumerate((*ontology.relations, *ontology.roles, *ontology.counts))}
    return {name: [(order.get(verb, -1), kg(verb)) for verb in (name, *supers(name, ontology))] for name in order}


def _nodes(entity: EntityId | None, names: Names) -> tuple[str, ...]:
    return () if entity is None else (names.node(entity),)


def _dates(day: dt.date | None) -> tuple[str, ...]:
    return () if day is None else (typed(day.isoformat(), "date"),)


def _texts(value: str | tuple[str, ...]) -> list[str]:
    texts = value if isinstance(value, tuple) else (value,)
    return [string(text) for text in dict.fromkeys(texts) if text]


def _strings(text: str | None) -> tuple[str, ...]:
    return (string(text),) if text else ()
