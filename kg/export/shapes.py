"""ontology/shapes.ttl: SHACL Core from the YAML files. A violation is a broken export; a warning, a silent text.

Shapes have names, so that a report can say which one was broken. What SHACL Core cannot say is in
ontology/constraints.ttl, as queries; the two of them that need lists of properties are generated here.
"""

import re
from collections.abc import Iterable, Iterator

from kg.export.blocks import block, document, listed, literal, nested, prefixes, term, terms
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
    everything = ("sh:targetClass", terms(ontology.part("entity")))
    yield _node("IRI", [everything, ("sh:nodeKind", ["sh:IRI"])])
    label = [("sh:minCount", ["1"]), ("sh:maxCount", ["1"]), ("sh:minLength", ["1"]), ("sh:datatype", ["xsd:string"])]
    message = "every entity and event has exactly one plain-string rdfs:label"
    yield _property("label", "rdfs:label", [everything, *label], message=message)


def _disjoint(ontology: Ontology) -> Iterator[str]:
    """A check for every owl:disjointWith of the hand-written axioms."""
    for name, listing in _DISJOINT.findall(ontology.axioms):
        others = [o.strip() for o in listing.split(",")]
        yield _node(
            f"{name}-alone",
            [
                ("sh:targetClass", terms(name)),
                ("sh:not", [nested([("sh:class", [o])]) for o in others]),
                ("sh:message", [literal(f"a node is kg:{name} or one of {', '.join(others)}, never both")]),
            ],
        )


def _typed(range_: str, ontology: Ontology | None = None) -> list[_Pair]:
    """What a property's range asks of each value."""
    if range_ == "decimal":  # whole numbers are written as integers
        return [("sh:or", [listed(nested([("sh:datatype", [f"xsd:{d}"])]) for d in ("integer", "decimal"))])]
    if range_ in DATATYPES:
        return [("sh:datatype", [f"xsd:{range_}"])]
    if ontology and range_ in ontology.vocabulary.enumerations:
        return [("sh:in", [listed(terms(*ontology.vocabulary.enumerations[range_].members))])]
    return [("sh:class", terms(range_))]


def _relation(relation: RelationType) -> Iterator[str]:
    """Both ends of a relation; for one that also ties other classes, the ends are alike."""
    name = relation.name
    if relation.also:
        for class_ in (relation.domain, *relation.also):
            yield _property(f"{class_}-{name}", term(name), [("sh:targetClass", terms(class_)), *_typed(class_)])
        return
    limit = [("sh:maxCount", [str(relation.maximum)])] if relation.maximum else []
    yield from _ends(name, relation.domain, [*_typed(relation.range), *limit])
    if relation.symmetric:
        path = nested([("sh:inversePath", terms(name))])
        equal = [("sh:targetSubjectsOf", terms(name)), ("sh:equals", terms(name))]
        yield _property(f"{name}-both-ways", path, equal, message=f"kg:{name} is written both ways")


def _roles(ontology: Ontology) -> Iterator[str]:
    """Each role's two ends; a role whose parent asks the same needs no check of its own."""
    event = ontology.part("event")
    for role in (*ontology.roles.values(), *ontology.literals.values()):
        domain = role.domain or event
        if role.name in ontology.vocabulary.properties or _is_covered(role, ontology):
            continue
        yield from _ends(role.name, domain, _typed(role.range))
    for count in ontology.counts.values():
        if not count.parents:
            yield from _ends(count.name, event, _typed("Quantity"))


def _ends(name: str, domain: str, target: Iterable[_Pair]) -> Iterator[str]:
    """Where a property may start, and what it may point to."""
    here = ("sh:targetSubjectsOf", terms(name))
    yield _node(f"{name}-from", [here, ("sh:class", terms(domain))])
    yield _property(f"{name}-to", term(name), [here, *target])


def _is_covered(role: RoleType, ontology: Ontology) -> bool:
    return any(ontology.roles[p].range == role.range for p in role.parents) and not role.domain


def _expected(ontology: Ontology) -> Iterator[str]:
    """What each event class asks of its roles beyond its parents."""
    for event in ontology.events.values():
        here = ("sh:targetClass", terms(event.name))
        for role, use in event.roles.items():
            name = f"{event.name}-{role}"
            if _is_inherited(event, role, ontology):
                continue
            if use.warn:
                message = f"{event.label}: the text may not say its {role}"
                one = [here, ("sh:minCount", ["1"])]
                yield _property(name, term(role), one, message=message, severity="sh:Warning")
            if use.types:
                yield _property(f"{name}-type", term(role), [here, *_one_of(use.types)])


def _is_inherited(event: EventType, role: str, ontology: Ontology) -> bool:
    above = (ontology.events[p].roles for p in event.parents if p in ontology.events)
    return any(roles.get(role) == event.roles[role] for roles in above)


def _one_of(types: tuple[str, ...]) -> list[_Pair]:
    if len(types) == 1:
        return _typed(types[0])
    return [("sh:or", [listed(nested([("sh:class", terms(t))]) for t in types)])]


def _checks(name: str, checks: Checks, ontology: Ontology) -> Iterator[str]:
    """The checks of one structural class."""
    here = ("sh:targetClass", terms(name))
    either = [nested([("sh:path", terms(p)), ("sh:minCount", ["1"])]) for p in checks.any_of]
    one_of = listed(nested([("sh:property", [e])]) for e in either)
    yield _node(f"{name}-node", [here, ("sh:nodeKind", ["sh:IRI"]), ("sh:or", [one_of] if either else [])])
    for check in checks.properties:
        local = check.path.rpartition(":")[2]
        constraints = [here, *_constraints(check, ontology)]
        yield _property(f"{name}-{local}", term(check.path), constraints, message=check.message)


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
    yield "sh:lessThan", terms(*check.below)
    yield "sh:lessThanOrEquals", terms(*check.at_most)
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
        f"{{ $this {'|'.join(terms(*children))} ?value . FILTER NOT EXISTS {{ $this kg:{parent} ?value }} }}"
        for parent, children in below.items()
    )
    select = "SELECT $this ?value WHERE {\n    " + "\n    UNION ".join(branches) + " }"
    return _query("super-property-is-written", "a triple is also written with its super-properties", select)


def _relations_claimed(ontology: Ontology) -> str:
    """Every relation triple of an entity has somebody who says so, if only of a narrower relation.

    The predicate is looked up per claim, in a filter of its own: joined, the engine would go through the predicates of
    all claims for each triple (20 times slower on 100,000 triples).
    """
    relations = ontology.relations.values()
    narrower = {r.name: [x.name for x in relations if r.name in ontology.super_relations(x.name)] for r in relations}
    same = " || ".join(
        ["?q = ?p", *(f"(?p = kg:{n} && ?q IN ({', '.join(terms(*below))}))" for n, below in narrower.items() if below)]
    )
    both = ", ".join(terms(*(r.name for r in relations if r.symmetric)))
    select = f"""SELECT $this ?value WHERE {{ $this ?p ?value .
    FILTER (?p IN ({", ".join(terms(*(r.name for r in relations)))}))
    FILTER NOT EXISTS {{ $this a kg:{ontology.part("event")} }}
    FILTER NOT EXISTS {{ ?c rdf:subject $this ; rdf:object ?value .
        FILTER EXISTS {{ ?c rdf:predicate ?q . FILTER ({same}) }} }}
    FILTER NOT EXISTS {{ ?c rdf:subject ?value ; rdf:predicate ?p ; rdf:object $this . FILTER (?p IN ({both})) }} }}"""
    return _query("relation-has-claim", "relation triple without a claim", select)
