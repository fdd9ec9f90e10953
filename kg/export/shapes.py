"""ontology/shapes.ttl: SHACL Core from the YAML files. A violation is a broken export; a warning, a silent text.

Shapes have names, so that a report can say which one was broken. What SHACL Core cannot say is in
ontology/constraints.ttl, as queries; the two of them that need lists of properties are generated here.
"""

import re
from collections.abc import Iterable, Iterator

from kg.export.blocks import block, document, kg, listed, literal, nested, prefixes
from kg.ontology import DATATYPES, NAMESPACE, Check, Checks, EventType, Ontology, RelationType, RoleType
from kg.ontology.prefixes import PREFIXES

SHAPES = "https://w3id.org/newskg/shapes#"
_HEAD = """\
# GENERATED from ontology/*.yaml and axioms.ttl by `kg ontology build`; edit those, not this file.
# SHACL Core. Violation: the export is broken. Warning: the text may not say.
"""
_DISJOINT = re.compile(r"^kg:(\w+) owl:disjointWith ([^.]+)\.", re.MULTILINE)

_Pair = tuple[str, list[str]]


def shapes(ontology: Ontology) -> str:
    """The shapes in Turtle."""
    table = {"kg": NAMESPACE, "kgsh": SHAPES, "sh": "http://www.w3.org/ns/shacl#"}
    used = {name: PREFIXES[name] for name in ("rdf", "rdfs", "xsd")}
    return document(
        _HEAD + prefixes({**table, **used}),
        {
            "Nodes": [*_named_nodes(ontology)],
            "One kind of thing": [*_disjoint(ontology)],
            "Relations": [text for r in ontology.relations.values() for text in _relation(r)],
            "Roles and numbers of events": [*_roles(ontology)],
            "Expected roles: warnings, because a text may leave them out": [*_expected(ontology)],
            "Claims, documents, quantities, times": [
                text for name, checks in ontology.vocabulary.checks.items() for text in _checks(name, checks, ontology)
            ],
            "Queries over the whole graph": [_supers_written(ontology), _relations_claimed(ontology)],
        },
    )


def _node(name: str, properties: Iterable[_Pair]) -> str:
    return block(f"kgsh:{name}", [("a", ["sh:NodeShape"]), *properties])


def _property(name: str, path: str, constraints: Iterable[_Pair], *, message: str = "", severity: str = "") -> str:
    return block(
        f"kgsh:{name}",
        [
            ("a", ["sh:PropertyShape"]),
            ("sh:path", [path]),
            *constraints,
            ("sh:severity", [severity] if severity else []),
            ("sh:message", [literal(message)] if message else []),
        ],
    )


def _named_nodes(ontology: Ontology) -> Iterator[str]:
    label = [("sh:minCount", ["1"]), ("sh:maxCount", ["1"]), ("sh:minLength", ["1"]), ("sh:datatype", ["xsd:string"])]
    yield _node(
        "NamedNode",
        [
            ("sh:targetClass", kg(ontology.part("entity"))),
            ("sh:nodeKind", ["sh:IRI"]),
            ("sh:property", ["kgsh:NamedNode-label"]),
        ],
    )
    message = "every entity and event has exactly one plain-string rdfs:label"
    yield _property("NamedNode-label", "rdfs:label", label, message=message)


def _disjoint(ontology: Ontology) -> Iterator[str]:
    """A check for every owl:disjointWith of the hand-written axioms."""
    for name, others in _DISJOINT.findall(ontology.axioms):
        for other in (o.strip().removeprefix("kg:") for o in others.split(",")):
            yield _node(
                f"{name}-not-{other}",
                [
                    ("sh:targetClass", kg(name)),
                    ("sh:not", [nested([("sh:class", kg(other))])]),
                    ("sh:message", [literal(f"a {name} is no {other}")]),
                ],
            )


def _typed(range_: str, ontology: Ontology | None = None) -> list[_Pair]:
    """What a property's range asks of each value."""
    if range_ == "decimal":  # whole numbers are written as integers
        return [("sh:or", [listed(nested([("sh:datatype", [f"xsd:{d}"])]) for d in ("integer", "decimal"))])]
    if range_ in DATATYPES:
        return [("sh:datatype", [f"xsd:{range_}"])]
    if ontology and range_ in ontology.vocabulary.enumerations:
        return [("sh:in", [listed(kg(*ontology.vocabulary.enumerations[range_].members))])]
    return [("sh:class", kg(range_))]


def _relation(relation: RelationType) -> Iterator[str]:
    """Both ends of a relation; for one that also ties other classes, the ends are alike."""
    name = relation.name
    if relation.also:
        for class_ in (relation.domain, *relation.also):
            yield _node(
                f"{class_}-{name}", [("sh:targetClass", kg(class_)), ("sh:property", [f"kgsh:{class_}-{name}-to"])]
            )
            yield _property(f"{class_}-{name}-to", *kg(name), _typed(class_))
        return
    properties = [f"kgsh:{name}-to"] + ([f"kgsh:{name}-both-ways"] if relation.symmetric else [])
    yield _node(
        name,
        [("sh:targetSubjectsOf", kg(name)), ("sh:class", kg(relation.domain)), ("sh:property", properties)],
    )
    limit = [("sh:maxCount", [str(relation.maximum)])] if relation.maximum else []
    yield _property(f"{name}-to", *kg(name), [*_typed(relation.range), *limit])
    if relation.symmetric:
        path = nested([("sh:inversePath", kg(name))])
        yield _property(f"{name}-both-ways", path, [("sh:equals", kg(name))], message=f"kg:{name} is written both ways")


def _roles(ontology: Ontology) -> Iterator[str]:
    """Each role's two ends; a role whose parent asks the same needs no check of its own."""
    event = ontology.part("event")
    for role in (*ontology.roles.values(), *ontology.literals.values()):
        domain = role.domain or event
        if role.name in ontology.vocabulary.properties or _is_covered(role, ontology):
            continue
        yield _ends(role.name, domain, role.range)
        yield _property(f"{role.name}-to", *kg(role.name), _typed(role.range))
    for count in ontology.counts.values():
        if not count.parents:
            yield _ends(count.name, event, "Quantity")
            yield _property(f"{count.name}-to", *kg(count.name), _typed("Quantity"))


def _ends(name: str, domain: str, range_: str) -> str:
    return _node(
        name,
        [("sh:targetSubjectsOf", kg(name)), ("sh:class", kg(domain)), ("sh:property", [f"kgsh:{name}-to"])],
    )


def _is_covered(role: RoleType, ontology: Ontology) -> bool:
    return any(ontology.roles[p].range == role.range for p in role.parents) and not role.domain


def _expected(ontology: Ontology) -> Iterator[str]:
    for event in ontology.events.values():
        own = [*_own_expectations(event, ontology)]
        if own:
            properties = [f"kgsh:{event.name}-{suffix}" for suffix, _ in own]
            yield _node(event.name, [("sh:targetClass", kg(event.name)), ("sh:property", properties)])
            yield from (text for _, text in own)


def _own_expectations(event: EventType, ontology: Ontology) -> Iterator[tuple[str, str]]:
    """What this class asks of its roles beyond its parents, as (suffix of the name, shape)."""
    for role, use in event.roles.items():
        if any(p in ontology.events and ontology.events[p].roles.get(role) == use for p in event.parents):
            continue
        if use.warn:
            name = f"{event.name}-{role}"
            message = f"{event.label}: the text may not say its {role}"
            one = [("sh:minCount", ["1"])]
            yield role, _property(name, *kg(role), one, message=message, severity="sh:Warning")
        if use.types:
            suffix = f"{role}-type"
            yield suffix, _property(f"{event.name}-{suffix}", *kg(role), _one_of(use.types))


def _one_of(types: tuple[str, ...]) -> list[_Pair]:
    if len(types) == 1:
        return _typed(types[0])
    return [("sh:or", [listed(nested([("sh:class", kg(t))]) for t in types)])]


def _checks(name: str, checks: Checks, ontology: Ontology) -> Iterator[str]:
    """The checks of one structural class."""
    properties = {f"{name}-{c.path.partition(':')[2] or c.path}": c for c in checks.properties}
    either = [nested([("sh:path", kg(p)), ("sh:minCount", ["1"])]) for p in checks.any_of]
    yield _node(
        f"{name}-structure",
        [
            ("sh:targetClass", kg(name)),
            ("sh:nodeKind", ["sh:IRI"]),
            ("sh:property", [f"kgsh:{p}" for p in properties]),
            ("sh:or", [listed(nested([("sh:property", [e])]) for e in either)] if either else []),
        ],
    )
    for shape, check in properties.items():
        yield _property(shape, *kg(check.path), _constraints(check, ontology), message=check.message)


def _constraints(check: Check, ontology: Ontology) -> Iterator[_Pair]:
    known = ontology.vocabulary.properties
    yield from _typed(known[check.path].range, ontology) if check.path in known else ()
    for name, value in (
        ("sh:minCount", check.minimum),
        ("sh:maxCount", check.maximum),
        ("sh:minInclusive", check.least),
        ("sh:maxInclusive", check.most),
    ):
        yield name, [] if value is None else [str(value)]
    yield "sh:lessThan", kg(*check.below)
    yield "sh:lessThanOrEquals", kg(*check.at_most)
    yield "sh:pattern", [literal(check.pattern)] if check.pattern else []


def _query(name: str, message: str, select: str) -> str:
    return block(
        f"kgsh:{name}",
        [
            ("a", ["sh:SPARQLConstraint"]),
            ("sh:message", [literal(message)]),
            ("sh:prefixes", ["<https://w3id.org/newskg/shapes>"]),
            ("sh:select", [f'"""{select}"""']),
        ],
    )


def _supers_written(ontology: Ontology) -> str:
    """Exports hold every super-property, so that no engine needs inference."""
    tables = (ontology.relations, ontology.roles, ontology.literals, ontology.counts)
    below: dict[str, list[str]] = {}
    for table in tables:
        for child in table.values():
            for parent in child.parents:
                below.setdefault(parent, []).append(child.name)
    branches = (
        f"{{ $this {'|'.join(kg(*children))} ?value . FILTER NOT EXISTS {{ $this kg:{parent} ?value }} }}"
        for parent, children in below.items()
    )
    select = "SELECT $this ?value WHERE {\n    " + "\n    UNION ".join(branches) + " }"
    return _query("super-property-is-written", "a triple is also written with its super-properties", select)


def _relations_claimed(ontology: Ontology) -> str:
    """Every relation triple has somebody who says so, if only of a narrower relation."""
    relations = ontology.relations.values()
    narrower = {r.name: [x.name for x in relations if r.name in ontology.super_relations(x.name)] for r in relations}
    same = " || ".join(
        ["?q = ?p", *(f"(?p = kg:{n} && ?q IN ({', '.join(kg(*below))}))" for n, below in narrower.items() if below)]
    )
    both = ", ".join(kg(*(r.name for r in relations if r.symmetric)))
    select = f"""SELECT $this ?value WHERE {{ $this ?p ?value .
    FILTER (?p IN ({", ".join(kg(*(r.name for r in relations)))}))
    FILTER NOT EXISTS {{ ?c rdf:subject $this ; rdf:predicate ?q ; rdf:object ?value . FILTER ({same}) }}
    FILTER NOT EXISTS {{ ?c rdf:subject ?value ; rdf:predicate ?p ; rdf:object $this . FILTER (?p IN ({both})) }} }}"""
    return _query("relation-has-claim", "relation triple without a claim", select)
