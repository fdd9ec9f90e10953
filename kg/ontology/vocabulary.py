"""vocabulary.yaml: the structural terms of every export, whatever the news is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.ontology.stanza import Stanza
from kg.ontology.types import Align

DATATYPES = ("string", "date", "duration", "integer", "decimal", "boolean")
"""What a property's range may be besides a class: local names of XSD."""


@dataclass(frozen=True, slots=True)
class Term:
    """A class, individual or annotation property of the structural vocabulary."""

    name: str
    label: str
    comment: str = ""
    parents: tuple[str, ...] = ()
    align: Align = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A closed class: exactly these individuals, in this order."""

    term: Term
    members: Mapping[str, Term]


@dataclass(frozen=True, slots=True)
class PropertyType:
    """A structural property; `range` is a class or an XSD datatype's local name, `domain` None where it is open."""

    term: Term
    domain: str | None
    range: str


@dataclass(frozen=True, slots=True)
class Check:
    """What SHACL demands of a property on the nodes of one class, beyond the property's own range."""

    path: str
    """A property of the vocabulary, or a prefixed name of another one."""
    minimum: int | None
    maximum: int | None
    least: int | None
    """The smallest value allowed, inclusive."""
    most: int | None
    below: tuple[str, ...]
    """Properties whose values must be greater."""
    at_most: tuple[str, ...]
    """Properties whose values must be greater or equal."""
    pattern: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Checks:
    """Of one class: every property's check, and properties of which a node needs at least one."""

    properties: tuple[Check, ...]
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms that exports are built with, whatever the news is about: claims, documents, spans, quantities, time."""

    title: str
    version: str
    comment: str
    classes: Mapping[str, Term]
    enumerations: Mapping[str, Enumeration]
    properties: Mapping[str, PropertyType]
    annotations: Mapping[str, Term]
    checks: Mapping[str, Checks]


def vocabulary(file: Stanza) -> Vocabulary:
    """Return the header, classes, closed classes, properties and annotation properties of the file."""
    file.allow("ontology", "classes", "enumerations", "properties", "annotations", "checks")
    header = file.inner("ontology")
    header.allow("title", "version", "comment")
    header.need("title", "version", "comment")
    return Vocabulary(
        title=header.string("title"),
        version=header.string("version"),
        comment=header.string("comment"),
        classes={name: _term(name, stanza) for name, stanza in file.each("classes")},
        enumerations={name: _enumeration(name, stanza) for name, stanza in file.each("enumerations")},
        properties={name: _property(name, stanza) for name, stanza in file.each("properties")},
        annotations={name: _term(name, stanza) for name, stanza in file.each("annotations")},
        checks={name: _checks(stanza) for name, stanza in file.each("checks")},
    )


def _term(name: str, stanza: Stanza, *more: str) -> Term:
    stanza.allow("label", "comment", "parents", "align", *more)
    stanza.need("label")
    return Term(
        name=name,
        label=stanza.string("label"),
        comment=stanza.string("comment"),
        parents=stanza.strings("parents"),
        align=stanza.alignments(),
    )


def _enumeration(name: str, stanza: Stanza) -> Enumeration:
    stanza.need("members")
    members = {member: _term(member, inner) for member, inner in stanza.each("members")}
    return Enumeration(_term(name, stanza, "members"), members)


def _property(name: str, stanza: Stanza) -> PropertyType:
    stanza.need("range")
    term = _term(name, stanza, "domain", "range")
    return PropertyType(term, domain=stanza.optional("domain"), range=stanza.string("range"))


def _checks(stanza: Stanza) -> Checks:
    stanza.allow("properties", "any_of")
    properties = tuple(_check(path, inner) for path, inner in stanza.each("properties"))
    return Checks(properties, any_of=stanza.strings("any_of"))


def _check(path: str, stanza: Stanza) -> Check:
    stanza.allow("min", "max", "from", "to", "below", "at_most", "pattern", "message")
    return Check(
        path=path,
        minimum=stanza.number("min"),
        maximum=stanza.number("max"),
        least=stanza.number("from"),
        most=stanza.number("to"),
        below=stanza.strings("below"),
        at_most=stanza.strings("at_most"),
        pattern=stanza.optional("pattern"),
        message=stanza.string("message"),
    )
