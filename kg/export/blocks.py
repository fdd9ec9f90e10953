"""Turtle text of the ontology's own files: blocks of properties, in the order they are given."""

from collections.abc import Iterable, Mapping

from kg.export import terms as turtle
from kg.export.terms import string as literal

__all__ = ["block", "document", "listed", "literal", "nested", "prefixes", "term", "terms"]

Properties = Iterable[tuple[str, Iterable[str]]]


def term(name: str) -> str:
    """A name of the ontology, prefixed; one that has a prefix stays as it is."""
    return name if ":" in name else f"kg:{name}"


def terms(*names: str) -> list[str]:
    return [term(name) for name in names]


def listed(items: Iterable[str]) -> str:
    return f"( {' '.join(items)} )"


def block(subject: str, properties: Properties) -> str:
    """The statements about one subject; properties without a value are left out.

    >>> block("kg:Day", [("a", ["kg:Granularity"]), ("rdfs:comment", [])])
    'kg:Day a kg:Granularity .\\n'
    """
    return turtle.block(subject, [(name, list(values)) for name, values in properties])


def nested(properties: Properties) -> str:
    """A node without a name, on one line: only where RDF needs one (a path, a member of a list)."""
    return "[ " + " ; ".join(f"{name} {' , '.join(values)}" for name, values in properties) + " ]"


def prefixes(table: Mapping[str, str]) -> str:
    return "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in table.items())


def document(head: str, sections: Mapping[str, Iterable[str]]) -> str:
    """The head, then every section under its title."""
    parts = [head, *(f"######## {title}\n\n" + "\n".join(blocks) for title, blocks in sections.items())]
    return "\n".join(parts)
